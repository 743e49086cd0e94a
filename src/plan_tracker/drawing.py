"""A table as lines of toned pieces, within a width: columns, folding, bars. Knows cells, but no terminal."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, Protocol, TypeAlias

from rich.cells import cell_len, chop_cells

from plan_tracker.report import Bar, Cell, Tone

GAPS = (2, 1)
"""Blanks between columns: two, or one before a column must be dropped."""
NAME_MIN, NAME_GOOD, NAME_MAX, TEXT_MAX = 18, 28, 44, 24
BAR_MIN, BAR_MAX = 8, 20
BEFORE_FOLDING = frozenset({"id", "due"})
"""Columns that give way before names are folded to less than NAME_GOOD."""
SET_IN = "  "
"""Before rows that stand under a heading, where the column of names is at least SET_IN_FROM wide."""
SET_IN_FROM = 10
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

AUDIT = Layout(
    (),
    ("goal", "period", "actual", "note", "words"),
    frozenset({"actual", "goal", "stated", "computed", "figure", "line"}),
    frozenset({"stated", "verdict", "note", "words", "line", "name"}),
)
PERIODS = Layout(
    ("period", "by", "actual", "expected", "completion_rate", "pace", BAR),
    ("by", BAR, "pace", "completion_rate", "expected"),
    frozenset({"actual", "expected", "completion_rate", "pace"}),
)


class Style(NamedTuple):
    """How a piece is to look."""

    tone: Tone = Tone.PLAIN
    bold: bool = False
    underline: bool = False


PLAIN, STRONG, QUIET, HEADING = Style(), Style(bold=True), Style(Tone.QUIET), Style(bold=True, underline=True)
Piece: TypeAlias = tuple[str, Style]
DrawnLine: TypeAlias = list[Piece]


class Glyphs(NamedTuple):
    """What bars are drawn with; `parts` are eighths of a full cell."""

    full: str
    parts: str
    track: str
    mark: str
    beyond: str
    part_of: str
    between: str


UNICODE = Glyphs("█", " ▏▎▍▌▋▊▉", "·", "┃", "▸", "└ ", " · ")
ASCII = Glyphs("#", " ", ".", "|", ">", "- ", " - ")


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


class Drawing(NamedTuple):
    """A table that was laid out: which columns found room, and its lines, drawn one by one."""

    columns: tuple[str, ...]
    lines: Iterator[DrawnLine]


def draw(
    headings: Mapping[str, str], blocks: Sequence[Block], layout: Layout, width: int, glyphs: Glyphs
) -> Drawing:
    """Lays a table out within a width in terminal cells."""
    set_in = len(SET_IN) if any(block.heading for block in blocks) else 0
    rows = [row for block in blocks for row in block.rows]
    gap, widths = _widths(headings, rows, layout, width, set_in)
    grid = _Grid(gap, {key: (width, key in layout.right) for key, width in widths.items()}, glyphs)
    return Drawing(tuple(widths), grid.lines(headings, blocks))


class _Grid(NamedTuple):
    """Columns with their widths, and whether their texts stand to the right."""

    gap: int
    columns: dict[str, tuple[int, bool]]
    glyphs: Glyphs

    def lines(self, headings: Mapping[str, str], blocks: Sequence[Block]) -> Iterator[DrawnLine]:
        """The heading line, then each block."""
        heads = {key: Cell("" if key == BAR else headings[key]) for key in self.columns}
        yield from self._row(heads, STRONG)
        set_in = SET_IN if next(iter(self.columns.values()))[0] >= SET_IN_FROM else ""
        total = sum(width for width, _ in self.columns.values()) + self.gap * (len(self.columns) - 1)
        for block in blocks:
            for part in fold(block.heading, total) if block.heading else ():
                yield [(part, HEADING)]
            for row in block.rows:
                indent = (set_in if block.heading else "") + (self.glyphs.part_of if row.depth else "")
                yield from self._row(row.cells, PLAIN, indent)

    def _row(self, cells: Mapping[str, Cell], style: Style, indent: str = "") -> Iterator[DrawnLine]:
        """The lines of one row: texts are folded to their column, and nothing trails behind the last one."""
        folded = {key: fold(cells[key].text, width) for key, (width, _) in self.columns.items()}
        first = next(iter(self.columns))
        if indent or len(folded[first]) > 1:
            folded[first] = _hanging(cells[first].text, self.columns[first][0], indent)
        for number in range(max(map(len, folded.values()))):
            line: DrawnLine = []
            blanks = 0
            for key, (width, right) in self.columns.items():
                cell, texts = cells[key], folded[key]
                text = texts[number] if number < len(texts) else ""
                filling = width - _wide(text)
                if cell.bar and number == 0:
                    line += [(" " * blanks, PLAIN), *bar(cell.bar, width, self.glyphs, cell.tone)]
                    blanks = 0
                elif text:
                    line.append((" " * (blanks + filling if right else blanks), PLAIN))
                    line.append((text, _toned(style, cell.tone)))
                    blanks = 0 if right else filling
                else:
                    blanks += width
                blanks += self.gap
            yield line


def fold(text: str, width: int) -> list[str]:
    """The text in pieces that fit a width in cells: broken at blanks, within a word only if it must be."""
    if _wide(text) <= width:
        return [text]
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if _wide(joined) <= width:
            lines[-1] = joined
            continue
        pieces = chop_cells(word, width) if _wide(word) > width else [word]
        lines = [*lines, *pieces] if lines[-1] else pieces
    return lines


def _hanging(text: str, width: int, indent: str) -> list[str]:
    """The text behind an indent, its further lines set in as far, and all of about the same length."""
    room = max(2, width - _wide(indent))
    lines = fold(text, room)
    longest = max(map(_wide, text.split(" ")))
    for narrower in range(room - 1, max(room // 2, longest - 1 if longest <= room else 0), -1):
        if len(lines) == 1 or len(again := fold(text, narrower)) > len(lines):
            break
        lines = again
    return [(indent if number == 0 else " " * _wide(indent)) + line for number, line in enumerate(lines)]


def _widths(
    headings: Mapping[str, str], rows: Sequence[Line], layout: Layout, available: int, set_in: int
) -> tuple[int, dict[str, int]]:
    """The gap and the width of each column that fits; columns are dropped whole, in the order of `drop`."""
    first, *others = layout.columns
    natural = {key: max(_wide(row.cells[key].text) for row in rows) for key in others if key != BAR}
    natural = {key: max(width, _heading(headings[key])) for key, width in natural.items() if width}
    for key in natural.keys() & layout.texts:
        natural[key] = min(natural[key], TEXT_MAX)
    if BAR in others and any(row.cells[BAR].bar for row in rows):
        natural[BAR] = BAR_MIN
    longest = max(_wide(row.cells[first].text) + 2 * row.depth for row in rows) + set_in
    name = min(max(longest, _wide(headings[first])), NAME_MAX)
    good, short = min(name, NAME_GOOD), min(name, NAME_MIN)
    candidates: tuple[str | None, ...] = (*layout.drop, None)
    for dropped in candidates:
        allowed = [(gap, good) for gap in GAPS]
        if dropped not in BEFORE_FOLDING:
            allowed.append((GAPS[-1], short))
        gap, least = next(
            (each for each in allowed if _total(natural, each[1], each[0]) <= available), allowed[-1]
        )
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
    return max(_wide(word) for word in heading.split())


@lru_cache(maxsize=1 << 14)  # a text is measured four times: for its column, its fold, its indent, its line
def _wide(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return len(text) if text.isascii() and text.isprintable() else cell_len(text)


@cache
def _toned(style: Style, tone: Tone) -> Style:
    return style._replace(tone=tone)


def _total(natural: dict[str, int], name: int, gap: int) -> int:
    return name + sum(width + gap for width in natural.values())


def bar(shown: Bar, width: int, glyphs: Glyphs, tone: Tone) -> DrawnLine:
    """A bar of so many cells, filled by the rate and marked at the pace; beyond the goal it ends in an arrow.

    The filling never reaches the mark, nor the end, unless the rate does.
    """
    eighths = len(glyphs.parts)
    rate = shown.rate
    limited = (
        0
        if rate <= 0
        else width * eighths
        if rate >= 1
        else rate.numerator * width * eighths // rate.denominator
    )
    whole, part = divmod(limited, eighths)
    cells = [glyphs.full] * whole + [glyphs.track] * (width - whole)
    if part:
        cells[whole] = glyphs.parts[part]
    if rate > 1:
        cells[-1] = glyphs.beyond
    filled, pace = whole + (part > 0), shown.pace
    marked = width if not pace else min(width - 1, pace.numerator * width // pace.denominator)
    pieces = [
        ("".join(cells[: min(filled, marked)]), Style(tone)),
        ("".join(cells[filled:marked]), QUIET),
        (glyphs.mark if marked < width else "", STRONG),
        ("".join(cells[marked + 1 : filled]), Style(tone)),
        ("".join(cells[max(filled, marked + 1) :]), QUIET),
    ]
    return [piece for piece in pieces if piece[0]]
