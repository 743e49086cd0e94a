"""Draws reports in a terminal, or as plain text through a pipe. The only module that knows Rich."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from plan_tracker.report import Bar, Cell, Row, StatusReport, Tone

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

DROP_ORDER = ("id", "due", "owner", "bar", "unit", "goal", "actual", "lead", "completion_rate")
"""Which column gives way first when the terminal is too narrow; name and status stay."""

LAYOUT = ("name", "goal", "actual", "unit", "completion_rate", "bar", "lead", "status", "owner", "due", "id")
RIGHT = frozenset({"goal", "actual", "completion_rate", "lead"})
TEXTS = frozenset({"unit", "status", "owner", "id"})


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
    counts = Text(" · ").join(_text(cell) for cell in report.counts)
    to.print(counts)
    if report.mean:
        to.print(Text(report.mean))
    rows = [row for section in report.sections for row in section.rows]
    if not rows:
        return
    to.print()
    gap, widths = _widths(report, rows, to.width)
    table = Table(
        box=None, padding=(0, gap, 0, 0), pad_edge=False, collapse_padding=True, header_style="bold"
    )
    for key in widths:
        table.add_column(
            Text("" if key == "bar" else report.headings[key]),
            width=widths[key],
            justify="right" if key in RIGHT else "left",
            overflow="fold",
        )
    for section in report.sections:
        if section.heading:
            heading = Text(section.heading, style="bold underline")
            table.add_row(heading, *[""] * (len(widths) - 1))
        for row in section.rows:
            table.add_row(*[_cell(row, key, widths[key], glyphs) for key in widths])
    with to.capture() as drawn:
        to.print(table)
    to.out(*(line.rstrip() for line in drawn.get().splitlines()), sep="\n", highlight=False)
    for section in report.sections:
        if section.summary:
            to.print(Text(f"{section.heading}: {section.summary}"))
    if "bar" in widths:
        to.print(Text(report.legend, style="dim"))


def _cell(row: Row, key: str, width: int, glyphs: Glyphs) -> Text:
    cell = row.cells[key]
    if key == "bar":
        return bar(cell.bar, width, glyphs, STYLES[cell.tone]) if cell.bar else Text()
    text = _text(cell)
    if key == "name" and row.result.target.parent is not None:
        return Text(glyphs.part_of) + text
    return text


def _text(cell: Cell) -> Text:
    return Text(cell.text, style=STYLES[cell.tone])


def _widths(report: StatusReport, rows: Sequence[Row], available: int) -> tuple[int, dict[str, int]]:
    """The gap and the width of each column that fits; columns are dropped whole, in DROP_ORDER."""
    natural = {
        key: max(cell_len(row.cells[key].text) for row in rows)
        for key in LAYOUT
        if key not in ("name", "bar")
    }
    natural = {key: max(width, cell_len(report.headings[key])) for key, width in natural.items() if width}
    for key in natural.keys() & TEXTS:
        natural[key] = min(natural[key], TEXT_MAX)
    if any(row.cells["bar"].bar for row in rows):
        natural["bar"] = BAR_MIN
    depth = [2 if row.result.target.parent is not None else 0 for row in rows]
    longest = max(cell_len(row.cells["name"].text) + indent for row, indent in zip(rows, depth, strict=True))
    name = min(max(longest, cell_len(report.headings["name"])), NAME_MAX)
    least = min(name, NAME_MIN)
    candidates: tuple[str | None, ...] = (*DROP_ORDER, None)
    for dropped in candidates:
        gap = next((gap for gap in GAPS if _total(natural, least, gap) <= available), GAPS[-1])
        spare = available - _total(natural, least, gap)
        if spare >= 0 or dropped is None:
            break
        natural.pop(dropped, None)
    widened = max(0, min(name - least, spare))
    widths = {"name": least + widened} | natural
    if spare < 0:
        widths["name"] = max(4, widths["name"] + spare)
    if "bar" in widths:
        widths["bar"] = min(BAR_MAX, BAR_MIN + max(0, spare - widened))
    return gap, {key: widths[key] for key in LAYOUT if key in widths}


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
