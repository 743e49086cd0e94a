"""The story of one target as text in a terminal or a pipe."""

from plan_tracker.formats.terminal.columns import PERIODS, STATUS
from plan_tracker.formats.terminal.drawing import HEADING, PLAIN, STRONG, DrawnLine, Glyphs, Style, draw
from plan_tracker.formats.terminal.fitting import fold
from plan_tracker.formats.terminal.screen import Screen
from plan_tracker.reports.show.story import Story
from plan_tracker.reports.show.tables import Shape

LAYOUTS = {Shape.PERIODS: PERIODS, Shape.PARTS: STATUS}
INDENT, LEAST = "  ", 16
"""What stands below a heading is set in, but keeps so many cells at least."""


def write(story: Story, to: Screen, glyphs: Glyphs) -> None:
    """The story of one target, chapter by chapter, within the width of the screen."""
    to.line(story.title, STRONG)
    to.line(story.subtitle.text, Style(story.subtitle.tone))
    for chapter in story.chapters:
        to.line()
        to.line(chapter.heading, HEADING)
        for sentence in chapter.sentences:
            to.lines(_set_in(sentence.text, Style(sentence.tone), to.width))
        for fact in chapter.facts:
            to.lines(_set_in(f"{fact.label}{story.colon}{fact.text}", Style(fact.tone), to.width))
        if chapter.table:
            layout = LAYOUTS[chapter.table.shape]
            to.table(draw(chapter.table.headings, (chapter.table,), layout, to.width, glyphs))


def _set_in(text: str, style: Style, width: int) -> list[DrawnLine]:
    """A text of one or more lines, set in and folded; a tab is one blank."""
    room = max(LEAST, width - len(INDENT))
    lines = [part for line in text.replace("\t", " ").split("\n") for part in fold(line, room)]
    return [[(INDENT, PLAIN), (line, style)] for line in lines]
