"""A table as lines of toned pieces, or as plain text: folded texts, bars. Knows cells, but no terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

from plan_tracker.formats.terminal.columns import (
    BAR,
    SET_IN,
    SET_IN_FROM,
    Block,
    Columns,
    Layout,
    Texts,
    columns,
    natural,
    texts_of,
)
from plan_tracker.formats.terminal.fitting import at_right, fold, hanging, wide
from plan_tracker.reports.cells import Bar, Cell
from plan_tracker.wording.tones import Tone


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


FOLDED = "\n"
"""Instead of a text that does not stand in one line; no text has it."""


class Drawing(NamedTuple):
    """A table that was laid out, to be drawn line by line: with styles, or as plain text."""

    grid: "Grid"
    headings: Mapping[str, str]
    blocks: Sequence[Block]
    plain: Sequence[Texts]
    """The same blocks."""

    @property
    def columns(self) -> Iterable[str]:
        """The columns that found room."""
        return self.grid.columns.widths

    def lines(self) -> Iterator[DrawnLine]:
        """The heading line, then each block."""
        yield from self.grid.head(self.headings)
        for block in self.blocks:
            yield from self.grid.lines(block)

    def texts(self) -> Iterator[str]:
        """The same as plain text."""
        yield from map(text_of, self.grid.head(self.headings))
        for block in self.plain:
            yield from self.grid.texts(block)


def draw(
    headings: Mapping[str, str], blocks: Sequence[Block], layout: Layout, width: int, glyphs: Glyphs
) -> Drawing:
    """Lays a table out within a width in terminal cells."""
    plain = [texts_of(block, layout) for block in blocks]
    first, *others = map(natural, plain)
    grid = Grid(columns(first.merged(others), headings, layout, width), glyphs)
    return Drawing(grid, headings, blocks, plain)


class Grid:
    """Draws blocks in columns that were decided, each block by itself."""

    def __init__(self, columns: Columns, glyphs: Glyphs) -> None:
        self.columns, self._glyphs = columns, glyphs
        self._first = next(iter(columns.widths))
        self._set_in = SET_IN if columns.widths[self._first] >= SET_IN_FROM else ""

    def head(self, headings: Mapping[str, str]) -> Iterator[DrawnLine]:
        """The headings of the columns."""
        heads = {key: Cell("" if key == BAR else headings[key]) for key in self.columns.widths}
        yield from self._row(heads, STRONG)

    def lines(self, block: Block) -> Iterator[DrawnLine]:
        """The heading of a block and its rows."""
        yield from self._heading(block.heading)
        indents = self._indents(block.heading)
        for row in block.rows:
            yield from self._row(row.cells, PLAIN, indents[row.depth])

    def texts(self, block: Texts) -> Iterator[str]:
        """The heading of a block and its rows as plain text."""
        yield from self.heading(block)
        yield from self.rows(block)

    def heading(self, block: Texts) -> Iterator[str]:
        """The heading of a block as plain text."""
        return map(text_of, self._heading(block.heading))

    def rows(self, block: Texts) -> Iterator[str]:
        """The rows as plain text: column by column, and only those that must be folded cell by cell."""
        gap = " " * self.columns.gap
        drawn = [self._column(key, block) for key in self.columns.widths]
        for number, texts in enumerate(zip(*drawn, strict=True)):
            line = gap.join(texts)
            if FOLDED in line:
                yield from self._folded(block, number)
            else:
                yield line.rstrip(" ")

    def _folded(self, block: Texts, number: int) -> Iterator[str]:
        """The lines of one row as plain text, cell by cell."""
        cells = {key: Cell(column[number]) for key, column in block.columns.items()}
        if block.bars:
            cells[BAR] = Cell("", bar=block.bars[number])
        indent = self._indents(block.heading)[block.depths[number]]
        return map(text_of, self._row(cells, PLAIN, indent))

    def _column(self, key: str, block: Texts) -> Sequence[str]:
        """What stands in one column, as wide as it; FOLDED where the text does not fit in one line."""
        width, right = self.columns.widths[key], key in self.columns.right
        if key == BAR:
            steps, blank = len(self._glyphs.parts), " " * width
            filled = [_filling(bar, width, steps) if bar else None for bar in block.bars]
            drawn = {each: "".join(_strokes(*each, width, self._glyphs)) for each in set(filled) if each}
            return [drawn[each] if each else blank for each in filled]
        texts = block.columns[key]
        if key == self._first:
            indents = self._indents(block.heading)
            return [
                _padded(text, width, indents[depth], right=right)
                for depth, text in zip(block.depths, texts, strict=True)
            ]
        if right and (numbers := at_right(texts, width)):
            return numbers
        padded = {text: _padded(text, width, right=right) for text in set(texts)}  # most stand in many rows
        return [padded[text] for text in texts]

    def _heading(self, heading: str) -> Iterator[DrawnLine]:
        for part in fold(heading, self.columns.total) if heading else ():
            yield [(part, HEADING)]

    def _indents(self, heading: str) -> tuple[str, str]:
        """What stands before the name of a row, by its depth."""
        set_in = self._set_in if heading else ""
        return set_in, set_in + self._glyphs.part_of

    def _row(self, cells: Mapping[str, Cell], style: Style, indent: str = "") -> Iterator[DrawnLine]:
        """The lines of one row: texts are folded to their column, and nothing trails behind the last one."""
        gap, widths, right = self.columns
        folded = {key: fold(cells[key].text, width) for key, width in widths.items()}
        first = self._first
        if indent or len(folded[first]) > 1:
            folded[first] = hanging(cells[first].text, widths[first], indent)
        for number in range(max(map(len, folded.values()))):
            line: DrawnLine = []
            blanks = 0
            for key, width in widths.items():
                cell, texts = cells[key], folded[key]
                text = texts[number] if number < len(texts) else ""
                filling = width - wide(text)
                if cell.bar and number == 0:
                    line += [(" " * blanks, PLAIN), *bar(cell.bar, width, self._glyphs, cell.tone)]
                    blanks = 0
                elif text:
                    line.append((" " * (blanks + filling if key in right else blanks), PLAIN))
                    line.append((text, _toned(style, cell.tone)))
                    blanks = 0 if key in right else filling
                else:
                    blanks += width
                blanks += gap
            yield line


@cache
def _toned(style: Style, tone: Tone) -> Style:
    return style._replace(tone=tone)


def text_of(line: DrawnLine) -> str:
    """A line without its styles."""
    return "".join([text for text, _ in line])


def _padded(text: str, width: int, indent: str = "", *, right: bool) -> str:
    """A text of one line in its column; FOLDED where it has several, or ends in blanks of its own."""
    blanks = width - wide(indent) - wide(text)
    if blanks < 0 or text.endswith(" ") or (indent and not text):
        return FOLDED
    return f"{' ' * blanks}{indent}{text}" if right else f"{indent}{text}{' ' * blanks}"


def bar(shown: Bar, width: int, glyphs: Glyphs, tone: Tone) -> DrawnLine:
    """A bar of so many cells, filled by the rate and marked at the pace; beyond the goal it ends in an arrow.

    The filling never reaches the mark, nor the end, unless the rate does.
    """
    toned = Style(tone)
    strokes = _strokes(*_filling(shown, width, len(glyphs.parts)), width, glyphs)
    styles = (toned, QUIET, STRONG, toned, QUIET)
    return [(text, style) for text, style in zip(strokes, styles, strict=True) if text]


def _filling(shown: Bar, width: int, steps: int) -> tuple[int, int, bool]:
    """How many steps are filled, which cell is marked (`width`: none), and whether it ends in an arrow."""
    over, under = shown.rate.as_integer_ratio()
    filled = width * steps if over >= under else max(0, over) * width * steps // under
    marked = width
    if shown.pace:
        pace_over, pace_under = shown.pace.as_integer_ratio()
        marked = min(width - 1, pace_over * width // pace_under)
    return filled, marked, over > under


def _strokes(steps: int, marked: int, beyond: bool, width: int, glyphs: Glyphs) -> tuple[str, ...]:
    """The bar before its mark, filled and empty, the mark, and the bar behind it, filled and empty."""
    whole, part = divmod(steps, len(glyphs.parts))
    cells = [glyphs.full] * whole + [glyphs.track] * (width - whole)
    if part:
        cells[whole] = glyphs.parts[part]
    if beyond:
        cells[-1] = glyphs.beyond
    filled = whole + (part > 0)
    return (
        "".join(cells[: min(filled, marked)]),
        "".join(cells[filled:marked]),
        glyphs.mark if marked < width else "",
        "".join(cells[marked + 1 : filled]),
        "".join(cells[max(filled, marked + 1) :]),
    )
