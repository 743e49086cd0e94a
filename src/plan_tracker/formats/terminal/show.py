"""The story of one target in a terminal or a pipe."""

from plan_tracker.formats.terminal.paper import HEADING, STRONG, Paper, Piece, Style
from plan_tracker.reports.show.story import Story
from plan_tracker.wording.words import labelled

_INDENT = "  "
"""The indent of sentences and figures under a heading."""


def write(story: Story, out: Paper) -> None:
    """Writes the title and the status, then each chapter under its heading."""
    out.line(Piece(story.title, STRONG))
    out.line(Piece(story.subtitle.text, Style(story.subtitle.tone)))
    for chapter in story.chapters:
        out.line()
        out.line(Piece(chapter.heading, HEADING))
        texts = [Piece(each.text, Style(each.tone)) for each in chapter.sentences]
        texts += [
            Piece(labelled(fact.label, fact.text, story.language), Style(fact.tone)) for fact in chapter.facts
        ]
        for text in texts:
            for line in text.text.replace("\t", " ").split("\n"):
                out.line(text._replace(text=line), indent=_INDENT)
        if chapter.table:
            out.table(chapter.table)
