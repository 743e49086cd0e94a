"""What each line of a report is: a heading, a page number, an item of a list, a row of a table."""

import re
from collections.abc import Iterator
from itertools import groupby

from plan_tracker.questions.document.spelling import GAP, WIDE
from plan_tracker.questions.document.tables import Cells, row_text

_SHORT = 40
"""How long a heading or page number may be, in letters."""

_FEW_CELLS = 2
"""How many cells are filled in at least two rows of a table."""

_PAGE = re.compile(
    r"[-–—―·•| ]*(?:第 ?\d{1,4} ?页|\d{1,4} ?/ ?\d{1,4}|page \d{1,4})"
    r"(?:[, ]*(?:共|of|/) ?\d{1,4} ?页?)?[-–—―·•| ]*"
    r"|[-–—―·•]+ ?\d{1,4} ?[-–—―·•]+",
    re.IGNORECASE | re.ASCII,
)
"""The number of a page: 第3页, 3/12, page 3 of 12, — 3 —."""

_BARE_PAGE = re.compile(r"\d{1,4}", re.ASCII)
_RULE = re.compile(r"[-*_=]{3,}|\|?[-:| ]{3,}\|?")
_HEADING = re.compile(r"#{1,6} ?(?=[^#])")
_PLAIN_HEADING = re.compile(r"\(?[一二三四五六七八九十]{1,3}[)、.][^0-9。;!?]*")
"""A heading without marks: (二) or 三、 and words, with no figure and no end of a sentence."""

_ITEM = re.compile(rf"[-+*•·] |\d{{1,2}}[.)] ?(?=[A-Za-z{WIDE}])", re.ASCII)
_BLOCK = re.compile(r"(?:#{1,6}|[-+*>]) ")
"""What begins a heading, an item of a list or a quotation of Markdown."""

_FIGURES_AT_END = re.compile(rf"(?:[ {GAP}](?:[-+]?\d[\d,.]*%?|[-—–]+))+$", re.ASCII)
"""The figures, or dashes for none, with which a row of a table without lines ends."""

_ENDS = frozenset("0123456789%-—–")
_MARKS = re.compile(r"\*\*|__|`")
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>#~$])")
_PIPE = re.compile(r"(?<!\\)\|")


def is_noise(line: str, *, stands_alone: bool) -> bool:
    """Tells whether a line is a page number or a rule."""
    if len(line) > _SHORT:
        return False
    is_page = _PAGE.fullmatch(line) or (stands_alone and _BARE_PAGE.fullmatch(line))
    return bool(is_page or _RULE.fullmatch(line))


def is_rule(line: str) -> bool:
    """Tells whether a line is only there to separate what stands above it from what follows."""
    return bool(_RULE.fullmatch(line))


def is_heading(line: str, *, stands_alone: bool) -> bool:
    """Tells whether a line is a heading: it is marked as one, or begins with a number and stands alone."""
    if line[0] == "#":
        return bool(_HEADING.match(line))
    return stands_alone and len(line) <= _SHORT and bool(_PLAIN_HEADING.fullmatch(line))


def is_item(line: str) -> bool:
    """Tells whether a line begins an item of a list."""
    return bool(_ITEM.match(line))


def is_block(line: str) -> bool:
    """Tells whether a line begins a heading, an item of a list or a quotation of Markdown, and so no row."""
    return bool(_BLOCK.match(line))


def unmarked(line: str) -> str:
    """Returns a line of Markdown without the marks for bold and the like."""
    line = _MARKS.sub("", line)
    if "&" in line:
        line = line.replace("&emsp;", "").replace("&amp;", "&")
    return _ESCAPED.sub(r"\1", line) if "\\" in line else line


def ruled_cells(line: str) -> list[str]:
    """Returns the cells of a table row that has `|` between them."""
    inner = line.removeprefix("|").removesuffix("|")
    cells = inner.split("|") if "\\" not in inner else _PIPE.split(inner)
    return [cell.replace("\\|", "¦").strip() for cell in cells]


def open_cells(line: str, cells: Cells, *, in_table: bool) -> list[str] | None:
    """Returns the cells of a row whose columns are separated only by gaps; None for other lines.

    Such a row ends in two figures or more, or most of its cells are figures; below such a row one figure is
    enough.
    """
    if GAP in line:
        first, *others = [cell.strip() for cell in line.split(GAP)]
        row = [cells.numbered(first), *others]
        figures = cells.figures(row)
        if figures and (figures > 1 or in_table) and 2 * figures >= len(row) - 1:
            return row
    if line[-1] not in _ENDS:
        return None
    ending = _FIGURES_AT_END.search(line)
    if ending is None:
        return None
    figures_at_end, name = ending[0].split(), line[: ending.start()].strip()
    if len(figures_at_end) < (1 if in_table and not name else 2) or not (name or in_table):
        return None
    label, _, unit = name.rpartition(" ")
    named = [cells.numbered(label), unit] if label and cells.unit(unit) else [cells.numbered(name)]
    return [*filter(None, named), *figures_at_end]


# --- tables from the clipboard, whose cells a single tab sets apart


def with_strokes(text: str) -> str:
    """Returns a text with strokes between the cells of such tables where some are blank: | A | | 5 |.

    Elsewhere several tabs are one gap, and rows are aligned by their last cell.
    """
    if GAP not in text:
        return text
    lines = text.split("\n")
    runs = (list(run) for _, run in groupby(lines, lambda line: line.count(GAP)))
    return "\n".join(line for run in runs for line in _ruled(run))


def _ruled(lines: list[str]) -> Iterator[str]:
    """Yields the lines of one table, or others with as many tabs as they are; a title stands before it."""
    rows = [[cell.strip() for cell in line.split(GAP)] for line in lines]
    filled = [sum(map(bool, row)) for row in rows]
    first = next((at for at, number in enumerate(filled) if number >= _FEW_CELLS), len(rows))
    is_table = len(rows[0]) > _FEW_CELLS and sum(number >= _FEW_CELLS for number in filled) >= _FEW_CELLS
    has_blanks = any(number < len(row) for row, number in zip(rows[first:], filled[first:], strict=True))
    is_ruled = any("|" in line for line in lines)
    if not is_table or not has_blanks or is_ruled:
        yield from lines
        return
    yield from lines[:first]
    yield from map(row_text, rows[first:])
