"""Doubts about tables: figures that are right one by one, but together look like a wrong column or unit."""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from plan_tracker.language import Message, Phrase, inserted, literally
from plan_tracker.numbers import NOTHING, plain, short
from plan_tracker.plan.units import converted
from plan_tracker.spreadsheets.sheet import Sheet
from plan_tracker.spreadsheets.tables.account import Account, with_rows
from plan_tracker.spreadsheets.units import same_unit
from plan_tracker.wording import importing
from plan_tracker.wording import sheets as phrases
from plan_tracker.wording.sheets import rows_named

_TIMES = 10
"""How many times its goal a figure may be."""

_SHARES, _ALIKE = 2, 3
"""How many percentages below 1, and how many figures equal to their goals, are no coincidence."""


class Judged(NamedTuple):
    """A figure of a table, and its target's goal if it has one; `period` is any mark of its time."""

    row: int
    period: Hashable
    figure: Decimal
    goal: Decimal | None
    unit: str


def doubts(figures: Iterable[Judged]) -> Iterator[Message]:
    """Yields what is probably wrong with the figures of a table."""
    known = [each for each in figures if each.goal is not None]
    if rows := [each.row for each in known if _is_far_above(each)]:
        yield with_rows(phrases.FAR_ABOVE_GOAL, rows)
    percent = [each for each in known if same_unit(each.unit, "%")]
    if len(percent) >= _SHARES and all(
        0 <= each.figure <= 1 and each.goal is not None and not 0 <= each.goal <= 1 for each in percent
    ):
        yield with_rows(phrases.SHARES_FOR_PERCENT, [each.row for each in percent])
    for period in dict.fromkeys(each.period for each in known):
        alike = [each for each in known if each.period == period]
        if len(alike) >= _ALIKE and all(each.figure == each.goal for each in alike):
            yield with_rows(phrases.ALL_ARE_GOALS, [each.row for each in alike])


def doubts_of_one(name: str, figure: Judged) -> Iterator[Message]:
    """Yields what is probably wrong with a figure that comes alone, of the target with this name."""
    named = literally(name)
    if _is_far_above(figure):
        yield inserted(phrases.FAR_ABOVE_GOAL, rows=named).fill()
    if percent := _meant_percent(figure):
        yield _share(named, figure, percent)


def tell_shares(judged: Iterable[Judged], sheet: Sheet, account: Account) -> None:
    """Notes figures that may be shares of 1: as doubts, if they may have been shown as percentages."""
    told = account.doubts if sheet.lacks_formats else account.notes
    told += _shares(judged)


def _shares(figures: Iterable[Judged]) -> Iterator[Message]:
    """Yields which figures of a table may be shares of 1, though their targets are in percent."""
    for each in figures:
        if percent := _meant_percent(each):
            row = rows_named(literally(str(each.row)), several=False)
            yield _share(row, each, percent)


def _share(named: Phrase, figure: Judged, percent: Decimal) -> Message:
    values = {"figure": plain(figure.figure), "percent": plain(short(percent))}
    return inserted(phrases.SHARE_FOR_PERCENT, rows=named).fill(**values)


def _meant_percent(each: Judged) -> Decimal | None:
    """Returns a hundredfold of a figure in percent if that is like the goal: 0.2 of 2 may be right."""
    if same_unit(each.unit, "%") and each.goal and 0 < each.figure < 1 < each.goal:
        hundredfold = converted(each.figure, 2)
        return hundredfold if each.goal <= 2 * hundredfold <= 4 * each.goal else None
    return None


def _is_far_above(each: Judged) -> bool:
    return each.goal is not None and 0 < _TIMES * each.goal < each.figure


class Course(NamedTuple):
    """The running totals of a target, by their days, and the row where the first of a table's stands."""

    row: int
    figures: Mapping[date, Decimal]
    goal: Decimal | None


_FALLS, _SHARE = 2, 3
"""How many running totals that fall are no corrections, if they are of every third target, or more."""

_STEEP = 2
"""How many times the later figure an earlier one is, that no correction explains."""


def months_alone(courses: Iterable[Course]) -> Iterator[Message]:
    """Yields the rows whose figures fall from one day to a later one, as those of each month alone do."""
    several = [course for course in courses if len(course.figures) > 1]
    falls = [
        (course.row, course.figures[day], course.figures[later])
        for course in several
        for day, later in pairwise(sorted(course.figures))
        if course.figures[later] < course.figures[day]
    ]
    rows = {row for row, _, _ in falls}
    if len(falls) < _FALLS or _SHARE * len(rows) < len(several):
        rows = {row for row, before, figure in falls if _STEEP * figure < before}
    if rows:
        yield with_rows(phrases.TOTALS_FALL, rows)


_CHANCE = 2
"""How many figures may add up to the goal by chance, in a single row."""


def goals_of_periods(courses: Iterable[Course]) -> Iterator[Message]:
    """Yields the rows whose figures add up to the goal, as goals for each month or quarter do."""
    several = [course for course in courses if len(course.figures) > 1]
    found = [course for course in several if sum(course.figures.values()) == course.goal]
    is_chance = len(found) == 1 and len(found[0].figures) <= _CHANCE
    if found and not is_chance and _SHARE * len(found) >= len(several):
        yield with_rows(phrases.ADD_UP_TO_GOAL, [course.row for course in found])


class Numbered(NamedTuple):
    """A row with its name, its serial number as it stands there, and its figures by what they are."""

    row: int
    name: str
    serial: str
    figures: Mapping[Hashable, Decimal]
    unit: str = ""
    is_part: bool = False


_HEADS = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}|[IVX]{1,4}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])(?:[、.．].*)?|[(（][一二三四五六七八九十]{1,3}[)）].*"
)
_LOOKED_AT = 100
"""How many rows below 小计 are looked at."""

_DOTTED = re.compile(r"\d+(?:\.\d+)*(?=[.．、\s]|$)")
_SUM = re.compile(r".+(?:合计|小计|总计)|(?:sub-?)?total\b.*", re.IGNORECASE)


def sums_of_rows(rows: Sequence[Numbered]) -> Iterator[Message]:
    """Yields the rows 一 and 二 whose figures are those of the rows 1 to 3 below them added up.

    So are rows 1 that add up 1.1 and 1.2, rows called 工业小计 that add up rows above or below
    them, and the first or last of all targets if it adds up all others: that of a city with its districts.
    """
    targets = [each for each in rows if not each.is_part]
    found = [targets[0].row] if _adds_up_all(targets[:1], targets[1:]) else []
    heads = [at for at, each in enumerate(rows) if _HEADS.fullmatch(each.serial)]
    for at, end in pairwise([*heads, len(rows)]):
        if _adds_up(rows[at], rows[at + 1 : end]):
            found.append(rows[at].row)
    found += [row.row for row, below in _dotted(targets) if len(below) > 1 and _adds_up(row, below)]
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
    return bool(rows and whole.figures) and all(
        sum(row.figures.get(key, NOTHING) for row in rows) == figure for key, figure in whole.figures.items()
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
