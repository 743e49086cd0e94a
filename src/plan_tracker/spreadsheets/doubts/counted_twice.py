"""Rows whose figures are those of other rows added up: as targets they would be counted twice."""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from plan_tracker.language import Message
from plan_tracker.numbers import NOTHING
from plan_tracker.spreadsheets.tables.account import with_rows
from plan_tracker.wording import importing

_HEADS = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}|[IVX]{1,4}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])(?:[、.．].*)?|[(（][一二三四五六七八九十]{1,3}[)）].*"
)
_LOOKED_AT = 100
"""How many rows below 小计 are looked at."""

_DOTTED = re.compile(r"\d+(?:\.\d+)*(?=[.．、\s]|$)")
_SUM = re.compile(r".+(?:合计|小计|总计)|(?:sub-?)?total\b.*", re.IGNORECASE)
"""The name of a row that adds up others."""


Figures: TypeAlias = Mapping[Hashable, Decimal]
"""The figures of a row by what they are."""


class Numbered(NamedTuple):
    """A row with its name, its serial number as it stands there, and its figures."""

    row: int
    name: str
    serial: str
    figures: Figures
    unit: str = ""
    is_part: bool = False


def sums_of_rows(rows: Sequence[Numbered]) -> Iterator[Message]:
    """Yields the rows 一 and 二 whose figures are those of the rows 1 to 3 below them added up.

    So are rows 1 that add up 1.1 and 1.2, rows called 工业小计 that add up rows above or below
    them, and the first or last of all targets if it adds up all others: that of a city with its districts.
    """
    targets = [each for each in rows if not each.is_part]
    found = [targets[0].row] if _adds_up_all(targets[:1], targets[1:]) else []
    heads = [at for at, each in enumerate(rows) if _HEADS.fullmatch(each.serial)]
    below = [(rows[at], rows[at + 1 : end]) for at, end in pairwise([*heads, len(rows)])]
    below += [(row, parts) for row, parts in _dotted(targets) if len(parts) > 1]
    found += [row.row for row, parts in below if _adds_up(row, parts)]
    found += [
        row.row
        for at, row in enumerate(rows)
        if _SUM.fullmatch(row.name) and _is_sum_of_last(row, rows[at + _LOOKED_AT : at : -1])
    ]
    if found:
        yield with_rows(importing.SUMS_OF_ROWS, found)
    single: list[Numbered] = []
    sums = [targets[-1].row] if _adds_up_all(targets[-1:], targets[:-1]) else []
    for each in rows:
        if _SUM.fullmatch(each.name) and _is_sum_of_last(each, single):
            sums.append(each.row)
        else:
            single.append(each)
    if sums:
        yield with_rows(importing.SUMS_OF_ROWS_ABOVE, sums)


def _dotted(rows: Iterable[Numbered]) -> list[tuple[Numbered, list[Numbered]]]:
    """Returns each row 1 with the rows 1.1, 1.2 and so on below it, but not 1.1.1."""
    found: list[tuple[Numbered, list[Numbered]]] = []
    below: dict[str, list[Numbered]] = {}
    for row in rows:
        if match := _DOTTED.match(row.serial):
            below.get(match[0].rpartition(".")[0], []).append(row)
            below[match[0]] = []
            found.append((row, below[match[0]]))
    return found


def _adds_up_all(one: Sequence[Numbered], others: Sequence[Numbered]) -> bool:
    """Tells whether one row has several figures, all of them those of two or more others added up.

    Figures in different units are none that anybody adds up.
    """
    units = {each.unit for each in (*one, *others) if each.unit}
    if len(others) <= 1 or len(units) > 1:
        return False
    return all(sum(map(bool, row.figures.values())) > 1 and _adds_up(row, others) for row in one)


def _adds_up(whole: Numbered, rows: Sequence[Numbered]) -> bool:
    """Tells whether a row has figures, all of them those of other rows added up."""
    return bool(rows) and is_sum(whole.figures, [row.figures for row in rows])


def is_sum(figures: Figures, rows: Sequence[Figures]) -> bool:
    """Tells whether there are figures, all of them those of rows added up."""
    return bool(figures) and all(
        sum(each.get(key, NOTHING) for each in rows) == figure for key, figure in figures.items()
    )


def _is_sum_of_last(whole: Numbered, rows: Sequence[Numbered]) -> bool:
    """Tells whether the figures of a row are those of the last two or more of others added up."""
    sums = dict.fromkeys(whole.figures, NOTHING)
    for number, row in enumerate(reversed(rows), start=1):
        for key in sums:
            sums[key] += row.figures.get(key, NOTHING)
        if number > 1 and sums == whole.figures:
            return bool(sums)
        if any(total > whole.figures[key] for key, total in sums.items()):
            break
    return False
