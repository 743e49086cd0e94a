"""The columns of a table: how much room their texts want, and what they get within a width."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from plan_tracker.formats.terminal.fitting import wide, widest
from plan_tracker.reports.cells import Bar, Cell

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


class Texts(NamedTuple):
    """Rows under a heading without tones, column by column: texts, and bars where the layout has them."""

    heading: str
    columns: dict[str, Sequence[str]]
    bars: list[Bar | None]
    depths: list[int]


def texts_of(block: Block, layout: Layout) -> Texts:
    """The texts of a block."""
    keys = [key for key in layout.columns if key != BAR]
    texts = ([row.cells[key].text for key in keys] for row in block.rows)
    bars = [row.cells[BAR].bar for row in block.rows] if BAR in layout.columns else []
    return Texts(block.heading, by_column(keys, texts), bars, [row.depth for row in block.rows])


def by_column(keys: Iterable[str], rows: Iterable[Sequence[str]]) -> dict[str, Sequence[str]]:
    """The columns of some rows, of which there is at least one."""
    return dict(zip(keys, zip(*rows, strict=True), strict=True))


class Natural(NamedTuple):
    """How wide the texts of some rows are by column, the first with its indents.

    `bars` and `headed` say whether any row has a bar, and stands under a heading.
    """

    texts: dict[str, int]
    bars: bool
    headed: bool

    def merged(self, others: Iterable["Natural"]) -> "Natural":
        """The measure of all rows together."""
        every = [self, *others]
        return Natural(
            {key: max(each.texts[key] for each in every) for key in self.texts},
            any(each.bars for each in every),
            any(each.headed for each in every),
        )


def natural(texts: Texts) -> Natural:
    """The measure of some rows, headings of columns not among them."""
    found = {key: widest(set(column)) for key, column in texts.columns.items()}  # they repeat
    first = next(iter(found))
    below = [text for text, depth in zip(texts.columns[first], texts.depths, strict=True) if depth]
    if below:
        found[first] = max(found[first], widest(below) + 2)
    return Natural(found, any(texts.bars), bool(texts.heading))


class Columns(NamedTuple):
    """What was decided: the columns that found room, from left to right, with their widths; and the gap."""

    gap: int
    widths: dict[str, int]
    right: frozenset[str]

    @property
    def total(self) -> int:
        """The width of the table."""
        return sum(self.widths.values()) + self.gap * (len(self.widths) - 1)


def columns(wanted: Natural, headings: Mapping[str, str], layout: Layout, available: int) -> Columns:
    """The columns that fit a width; the others are dropped whole, in the order of `drop`."""
    first, *others = layout.columns
    texts = {
        key: max(wanted.texts[key], _heading(headings[key]))
        for key in others
        if key != BAR and wanted.texts[key]
    }
    for key in texts.keys() & layout.texts:
        texts[key] = min(texts[key], TEXT_MAX)
    if wanted.bars:
        texts[BAR] = BAR_MIN
    longest = wanted.texts[first] + (len(SET_IN) if wanted.headed else 0)
    name = min(max(longest, wide(headings[first])), NAME_MAX)
    good, short = min(name, NAME_GOOD), min(name, NAME_MIN)
    candidates: tuple[str | None, ...] = (*layout.drop, None)
    for dropped in candidates:
        allowed = [(gap, good) for gap in GAPS]
        if dropped not in BEFORE_FOLDING:
            allowed.append((GAPS[-1], short))
        gap, least = next(
            (each for each in allowed if _total(texts, each[1], each[0]) <= available), allowed[-1]
        )
        spare = available - _total(texts, least, gap)
        if spare >= 0 or dropped is None:
            break
        texts.pop(dropped, None)
    widened = max(0, min(name - least, spare))
    widths = {first: least + widened} | texts
    if spare < 0:
        widths[first] = max(4, widths[first] + spare)
    if BAR in widths:
        widths[BAR] = min(BAR_MAX, BAR_MIN + max(0, spare - widened))
    return Columns(gap, {key: widths[key] for key in layout.columns if key in widths}, layout.right)


def _heading(heading: str) -> int:
    return max(wide(word) for word in heading.split())


def _total(texts: dict[str, int], name: int, gap: int) -> int:
    return name + sum(width + gap for width in texts.values())
