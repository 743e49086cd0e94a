"""Draws reports in a terminal, or as plain text through a pipe. The only module that knows Rich."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple, Protocol, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from plan_tracker.outlook_report import OutlookReport
from plan_tracker.report import Bar, Cell, StatusReport, Tone
from plan_tracker.story.tables import Shape
from plan_tracker.story.telling import Story

STYLES: dict[Tone, str] = {
    Tone.GOOD: "green",
    Tone.WARNING: "yellow",
    Tone.BAD: "bold red",
    Tone.QUIET: "dim",
    Tone.PLAIN: "",
}
GAPS = (2, 1)
"""Blanks between columns: two, or one before a column must be dropped."""
NAME_MIN, NAME_MAX, TEXT_MAX = 18, 44, 24
BAR_MIN, BAR_MAX = 8, 20
PIPE_WIDTH = 10_000
BAR = "bar"


class Layout(NamedTuple):
    """How a table is set: its columns from left to right, of which the first takes what the others leave.

    `drop` says which column gives way first when the terminal is too narrow; those not in it stay. `texts`
    may be folded.
    """

    columns: tuple[str, ...]
    drop: tuple[str, ...]
    right: frozenset[str]
    texts: frozenset[str] = frozenset({"unit", "status", "owner", "id"})


STATUS = Layout(
    ("name", "goal", "actual", "unit", "completion_rate", BAR, "lead", "status", "owner", "due", "id"),
    ("id", "due", "owner", BAR, "unit", "goal", "actual", "lead", "completion_rate"),
    frozenset({"goal", "actual", "completion_rate", "lead"}),
)
OUTLOOK = Layout(
    (
        *("name", "remaining", "unit", "required_multiple", "projected", "goal", "committed", "coverage"),
        *("uncovered", "status", "owner", "due", "id"),
    ),
    (
        *("id", "owner", "due", "goal", "status", "projected", "unit", "committed", "coverage"),
        *("required_multiple", "uncovered"),
    ),
    frozenset({"remaining", "required_multiple", "projected", "goal", "committed", "coverage", "uncovered"}),
)

PERIODS = Layout(
    ("period", "by", "actual", "expected", "completion_rate", "pace", BAR),
    ("by", BAR, "pace", "completion_rate", "expected"),
    frozenset({"actual", "expected", "completion_rate", "pace"}),
)
LAYOUTS = {Shape.PERIODS: PERIODS, Shape.PARTS: STATUS}
INDENT = 2


class Glyphs(NamedTuple):
    """What bars are drawn with; `parts` are eighths of a full cell."""

    full: str
    parts: str
    track: str
    mark: str
    beyond: str
    part_of: str


UNICODE = Glyphs("█", " ▏▎▍▌▋▊▉", "·", "┃", "▸", "└ ")
ASCII = Glyphs("#", " ", ".", "|", ">", "- ")


class Line(Protocol):
    """A row of a table: its cells by column key, and how far it is set in."""

    @property
    def cells(self) -> Mapping[str, Cell]:
        """The cells."""
        ...

    @property
    def depth(self) -> int:
        """0, or 1 for a row that belongs to the one above."""
        ...


class Block(Protocol):
    """Rows under a heading, which may be empty."""

    @property
    def heading(self) -> str:
        """The heading."""
        ...

    @property
    def rows(self) -> Sequence[Line]:
        """The rows."""
        ...


def console(out: TextIO, *, color: str, width: int | None, terminal: bool) -> Console:
    """A console that writes to `out`: coloured as asked, as wide as asked, never wrapping into a pipe."""
    coloured = color == "always" or (color == "auto" and terminal)
    return Console(
        file=out,
        force_terminal=coloured,
        color_system="auto" if coloured and terminal else "standard" if coloured else None,
        no_color=not coloured,
        width=width or (None if terminal else PIPE_WIDTH),
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        legacy_windows=False,
    )


def write_status(report: StatusReport, to: Console, glyphs: Glyphs) -> None:
    """The status table with its title, counts and legend, within the width of the console."""
    to.print(Text(f"{report.title}  {report.as_of}", style="bold"))
    to.print(Text(" · ").join(_text(cell) for cell in report.counts))
    if report.mean:
        to.print(Text(report.mean))
    if not report.sections:
        return
    to.print()
    shown = draw(report.headings, report.sections, STATUS, to, glyphs)
    for section in report.sections:
        if section.summary:
            to.print(Text(f"{section.heading} · {section.summary}"))
    if BAR in shown:
        to.print(Text(report.legend, style="dim"))


def write_outlook(report: OutlookReport, to: Console, glyphs: Glyphs) -> None:
    """The outlook table, the totals of groups, and what has no outlook, within the width of the console."""
    to.print(Text(f"{report.title}  {report.as_of}", style="bold"))
    if report.sections:
        to.print()
        draw(report.headings, report.sections, OUTLOOK, to, glyphs)
    for text in report.totals:
        to.print(Text(text))
    for text in (*report.without, report.legend):
        to.print(Text(text, style="dim"))


def write_story(story: Story, to: Console, glyphs: Glyphs) -> None:
    """The story of one target, chapter by chapter, within the width of the console."""
    to.print(Text(story.title, style="bold"))
    to.print(_text(story.subtitle))
    for chapter in story.chapters:
        to.print()
        to.print(Text(chapter.heading, style="bold underline"))
        for sentence in chapter.sentences:
            _indented(_text(sentence), to)
        for fact in chapter.facts:
            text = Text(f"{fact.label}{story.colon}") + Text(fact.text, style=STYLES[fact.tone])
            _indented(text, to)
        if chapter.table:
            draw(chapter.table.headings, (chapter.table,), LAYOUTS[chapter.table.shape], to, glyphs)


def _indented(text: Text, to: Console) -> None:
    for line in text.wrap(to, max(INDENT, to.width - INDENT)):
        line.rstrip()
        to.print(Text(" " * INDENT) + line)


def draw(
    headings: Mapping[str, str], blocks: Sequence[Block], layout: Layout, to: Console, glyphs: Glyphs
) -> tuple[str, ...]:
    """Draws a table within the width of the console; gives the columns that found room."""
    gap, widths = _widths(headings, [row for block in blocks for row in block.rows], layout, to.width)
    table = Table(
        box=None, padding=(0, gap, 0, 0), pad_edge=False, collapse_padding=True, header_style="bold"
    )
    for key in widths:
        table.add_column(
            Text("" if key == BAR else headings[key]),
            width=widths[key],
            justify="right" if key in layout.right else "left",
            overflow="fold",
            vertical="top",
        )
    for block in blocks:
        if block.heading:
            table.add_row(Text(block.heading, style="bold underline"), *[""] * (len(widths) - 1))
        for row in block.rows:
            indent = Text(glyphs.part_of if row.depth else "")
            cells = [_cell(row.cells[key], widths[key], glyphs) for key in widths]
            table.add_row(indent + cells[0], *cells[1:])
    with to.capture() as drawn:
        to.print(table)
    to.out(*(line.rstrip() for line in drawn.get().splitlines()), sep="\n", highlight=False)
    return tuple(widths)


def _cell(cell: Cell, width: int, glyphs: Glyphs) -> Text:
    return bar(cell.bar, width, glyphs, STYLES[cell.tone]) if cell.bar else _text(cell)


def _text(cell: Cell) -> Text:
    return Text(cell.text, style=STYLES[cell.tone])


def _widths(
    headings: Mapping[str, str], rows: Sequence[Line], layout: Layout, available: int
) -> tuple[int, dict[str, int]]:
    """The gap and the width of each column that fits; columns are dropped whole, in the order of `drop`."""
    first, *others = layout.columns
    natural = {key: max(cell_len(row.cells[key].text) for row in rows) for key in others if key != BAR}
    natural = {key: max(width, _heading(headings[key])) for key, width in natural.items() if width}
    for key in natural.keys() & layout.texts:
        natural[key] = min(natural[key], TEXT_MAX)
    if BAR in others and any(row.cells[BAR].bar for row in rows):
        natural[BAR] = BAR_MIN
    longest = max(cell_len(row.cells[first].text) + 2 * row.depth for row in rows)
    name = min(max(longest, cell_len(headings[first])), NAME_MAX)
    least = min(name, NAME_MIN)
    candidates: tuple[str | None, ...] = (*layout.drop, None)
    for dropped in candidates:
        gap = next((gap for gap in GAPS if _total(natural, least, gap) <= available), GAPS[-1])
        spare = available - _total(natural, least, gap)
        if spare >= 0 or dropped is None:
            break
        natural.pop(dropped, None)
    widened = max(0, min(name - least, spare))
    widths = {first: least + widened} | natural
    if spare < 0:
        widths[first] = max(4, widths[first] + spare)
    if BAR in widths:
        widths[BAR] = min(BAR_MAX, BAR_MIN + max(0, spare - widened))
    return gap, {key: widths[key] for key in layout.columns if key in widths}


def _heading(heading: str) -> int:
    return max(cell_len(word) for word in heading.split())


def _total(natural: dict[str, int], name: int, gap: int) -> int:
    return name + sum(width + gap for width in natural.values())


def bar(shown: Bar, width: int, glyphs: Glyphs, style: str) -> Text:
    """A bar of so many cells, filled by the rate and marked at the pace; beyond the goal it ends in an arrow.

    The filling never reaches the mark, nor the end, unless the rate does.
    """
    eighths = len(glyphs.parts)
    filled = int(max(Fraction(0), min(shown.rate, Fraction(1))) * width * eighths)
    whole, part = divmod(filled, eighths)
    cells = [glyphs.full] * whole + [glyphs.track] * (width - whole)
    if part and whole < width:
        cells[whole] = glyphs.parts[part]
    if shown.rate > 1:
        cells[-1] = glyphs.beyond
    text = Text("".join(cells), no_wrap=True)
    text.stylize(style, 0, min(width, whole + (part > 0)))
    text.stylize("dim", min(width, whole + (part > 0)))
    if shown.pace is not None and shown.pace > 0:
        at = min(width - 1, int(shown.pace * width))
        text = text[:at] + Text(glyphs.mark, style="bold") + text[at + 1 :]
    return text
