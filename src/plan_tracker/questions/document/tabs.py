"""Tables whose cells a single tab sets apart, as a spreadsheet puts them on the clipboard."""

from collections.abc import Iterator
from itertools import groupby

from plan_tracker.questions.document.tables import row_text

_TAB, _FEW = "\t", 2


def with_strokes(text: str) -> str:
    """Returns a text with strokes between the cells of such tables where some are blank: | A | | 5 |.

    Elsewhere several tabs are one gap, and rows are aligned by their last cell.
    """
    if _TAB not in text:
        return text
    lines = text.split("\n")
    runs = (list(run) for _, run in groupby(lines, lambda line: line.count(_TAB)))
    return "\n".join(line for run in runs for line in _ruled(run))


def _ruled(lines: list[str]) -> Iterator[str]:
    """Yields the lines of one table, or others with as many tabs as they are; a title stands before it."""
    rows = [[cell.strip() for cell in line.split(_TAB)] for line in lines]
    filled = [sum(map(bool, row)) for row in rows]
    first = next((at for at, number in enumerate(filled) if number >= _FEW), len(rows))
    is_table = len(rows[0]) > _FEW and sum(number >= _FEW for number in filled) >= _FEW
    has_blanks = any(number < len(row) for row, number in zip(rows[first:], filled[first:], strict=True))
    is_ruled = any("|" in line for line in lines)
    if not is_table or not has_blanks or is_ruled:
        yield from lines
        return
    yield from lines[:first]
    yield from map(row_text, rows[first:])
