"""What a table looks like beside the plan: whose it is, its goals, and what the plan has for earlier days."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise

from plan_tracker.language import Message, inserted, listed
from plan_tracker.numbers import NOTHING
from plan_tracker.plan.model import Counting, Kind, Plan, Target
from plan_tracker.plan.period_words import Label, Spoken, narrow
from plan_tracker.plan.periods import PlanTime
from plan_tracker.plan.spoken import period_of
from plan_tracker.problems import first_of, printable
from plan_tracker.spreadsheets.cells import shown
from plan_tracker.spreadsheets.doubts.courses import Course, tell_courses
from plan_tracker.spreadsheets.doubts.first_days import first_days
from plan_tracker.spreadsheets.doubts.plausible import tell_doubts
from plan_tracker.spreadsheets.doubts.sums import Said, tell_sums
from plan_tracker.spreadsheets.files.opening import Source
from plan_tracker.spreadsheets.numbers import Figure
from plan_tracker.spreadsheets.recording.cells import Found
from plan_tracker.spreadsheets.recording.collecting import Collected
from plan_tracker.spreadsheets.recording.copies import sheets_of_the_same
from plan_tracker.spreadsheets.recording.finding import Finder
from plan_tracker.spreadsheets.refusal import NoNumber, NotRead
from plan_tracker.spreadsheets.tables.account import Account, with_rows
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.fiscal_years import years_said
from plan_tracker.spreadsheets.tables.row_texts import is_total
from plan_tracker.spreadsheets.tables.rows import Row, RowKind
from plan_tracker.spreadsheets.tables.running_totals import alone_of
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.times import periods_of_remark
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, any_of
from plan_tracker.wording import headings as words
from plan_tracker.wording.recording import (
    GOALS_OF_ANOTHER_YEAR,
    MORE_THAN_ALL_BEFORE,
    PARTS_BESIDE,
    REMARKS_OF_ANOTHER_PERIOD,
    SAY_PLACE,
    SHEET_OF_A_PART,
    TITLE_OF_A_PART,
    TITLE_OF_ANOTHER_TARGET,
)

_MOST = 5
"""How many parts are named."""

_LONG, _LONG_NAME = 3, 6
"""From how many bytes on (three are a Chinese letter) the name of a part, or a target, is no chance."""

_FEW, _LIKE = 3, 2
"""Of how many periods the sum says what one may be, and how many times the largest is still like them."""

_SHARE = 3
"""Of which share of the figures a sum is no chance: one of three. A single December may be large."""

Beside = Callable[[int, Target], Mapping[date, Decimal]]
"""Returns the figures of a target in a row of the table by their days, whether they are asked for or not."""


Reading = Callable[[int, Column, str, str], Figure | NoNumber | None]
"""Reads the cell of a row and a column, for a unit and the one it is given in."""


def doubt_figures(
    collected: Sequence[Collected],
    time: PlanTime,
    beside: Beside,
    table: Table,
    account: Account,
    *,
    used: Collection[int],
) -> None:
    """Notes what is probably wrong with the figures of a table, and which may be of a period alone.

    `used` are the columns from which figures are taken.
    """
    tell_doubts([each.judged for each in collected], table, account)
    headed = [column for column in table.having(ACTUAL) if column.at in used]
    if all(column.counting is not Counting.PER_PERIOD for column in headed):  # 本月 is no running total
        _tell_increments(collected, account)
    alone = alone_of(headed, time)
    tell_courses(list(_courses(collected, beside)), table, alone, account)
    account.doubts += first_days(table, headed, {"period"})


def refuse_parts_beside(table: Table, finder: Finder) -> None:
    """Raises NotRead where a column that is not understood names parts: rows are of these, not the whole."""
    names = table.column("name")
    if names is None or any(map(table.having, ("id", "parent", "place"))):
        return
    grid = table.grid
    rows = [at for at in table.rows if grid.text(at, names.at)]
    for column in table.columns:
        if column.is_unknown:
            texts = dict.fromkeys(text for at in rows if (text := grid.text(at, column.at).strip()))
            if not all(is_total(text) or finder.is_of_parts(text) for text in texts):
                continue
            if named := [text for text in texts if not is_total(text)]:
                values = {"letter": column.letter, "heading": column.heading}
                told = inserted(PARTS_BESIDE, parts=listed(map(printable, first_of(named, _MOST))))
                raise NotRead(told.fill(**values), SAY_PLACE.fill(**values))


def doubts_of_table(source: Source, table: Table, plan: Plan, finder: Finder) -> Iterator[Message]:
    """Yields doubts of a sheet named for a part or like others, and of goals of an earlier year."""
    if (sheet := table.grid.sheet.name) and finder.is_of_parts(sheet):
        yield SHEET_OF_A_PART.fill(sheet=printable(sheet))
    else:
        yield from sheets_of_the_same(source, table, finder, plan.title)
    texts = [text for column in table.columns for text in column.texts]
    goals = [column for column in table.columns if not column.field and column.speaks_of(words.GOAL)]
    years = years_said(text for column in goals for text in column.texts)
    if years and years == years_said([*texts, *table.titles]) and max(years) < plan.time.start.year:
        values = {"year": str(max(years)), "own": finder.years.text}
        yield GOALS_OF_ANOTHER_YEAR.fill(**values)


def tell_place(collected: Iterable[Collected], texts: Iterable[str], plan: Plan, account: Account) -> None:
    """Notes a doubt where a title, or the name of a file, names one part of the targets that are recorded."""
    wholes = {each.target.id: each.target for each in collected if each.target.parts}
    names = {part.name for target in wholes.values() for part in target.parts}
    patterns = {name: any_of((narrow(name),)) for name in names if len(name.encode()) >= _LONG}
    for text in texts:
        named = [name for name, pattern in patterns.items() if pattern.search(narrow(text))]
        if len(named) == 1 and not patterns[named[0]].search(narrow(plan.title)):
            values = {"title": shown(text), "part": printable(named[0])}
            account.doubts.append(TITLE_OF_A_PART.fill(**values))


def tell_other_target(
    collected: Iterable[Collected], texts: Iterable[str], plan: Plan, account: Account
) -> None:
    """Notes a doubt where all figures are of the parts of one target, and a title names another instead.

    What the plan's own title names, as in 就业和投资计划, says nothing of the rows.
    """
    parents = {each.target.parent for each in collected}
    own = next((each.name for each in plan.targets if parents == {each.id}), "")
    said, of_plan = [narrow(text) for text in texts], narrow(plan.title)
    if not own or any(narrow(own) in text for text in said):
        return
    names = [each.name for each in plan.targets if len(each.name.encode()) >= _LONG_NAME]
    for text in said:
        if named := next(
            (name for name in names if narrow(name) in text and narrow(name) not in of_plan), ""
        ):
            values = {"title": shown(text), "target": printable(named), "own": printable(own)}
            account.doubts.append(TITLE_OF_ANOTHER_TARGET.fill(**values))


def _tell_increments(collected: Iterable[Collected], account: Account) -> None:
    """Notes a doubt of figures of a period alone that are what the running total would be, if not few are."""
    judged = [(each.row, found) for each in collected if (found := _may_be_total(each)) is not None]
    rows = [row for row, is_one in judged if is_one]
    if rows and _SHARE * len(rows) >= len(judged):
        account.doubts.append(with_rows(MORE_THAN_ALL_BEFORE, rows))


def _may_be_total(each: Collected) -> bool | None:
    """Tells whether a figure of a period alone is above all earlier ones together by one that is like them.

    None if it is not of a period alone, or there are few earlier ones, or the plan has it already.
    """
    first, target = each.period.first, each.target
    if target.counting is not Counting.PER_PERIOD or first is None:
        return None
    totals = [NOTHING, *(actual.value for actual in target.actuals if actual.day < first)]
    grown = [later - total for total, later in pairwise(totals) if later != total]
    known = {actual.day: actual.value for actual in target.actuals}
    if len(grown) < _FEW or known.get(each.period.last) == totals[-1] + each.figure:
        return None
    return totals[-1] < each.figure <= totals[-1] + _LIKE * max(grown)


def doubt_remarks(remarks: Iterable[tuple[int, str, date]], time: PlanTime, account: Account) -> None:
    """Notes a doubt of rows whose remarks, or a note below, say that figures are of another time.

    Each comes with the last day of every figure that it may be about: 1-6月数据 beside 一季度 and 上半年.
    """
    days = defaultdict[tuple[int, str], set[date]](set)
    for row, text, day in remarks:
        days[row, text].add(day)
    rows = {
        row
        for (row, text), those in days.items()
        for each in periods_of_remark(text)
        if all(_is_of_another(each, day, time) for day in those)
    }
    if rows:
        account.doubts.append(with_rows(REMARKS_OF_ANOTHER_PERIOD, rows))


def _is_of_another(spoken: Spoken, day: date, time: PlanTime) -> bool:
    """Tells whether a period that was said ends on another day; of a year only whether it is another one."""
    if isinstance(spoken, Label) and spoken.label == "FY" and spoken.year == day.year:
        return False
    period = period_of(spoken, time)
    return period is None or period.last != day


def tell_totals(rows: Sequence[Row], every: Sequence[Found], read: Reading, account: Account) -> None:
    """Notes totals that are not the sum of the figures; only where all are totals in one unit."""
    units = {(each.target.unit, each.given) for each in every}
    if len(units) != 1 or any(each.target.kind is Kind.LEVEL for each in every):
        return
    unit, given = units.pop()
    columns = {each.chosen.column.at: each.chosen.column for each in every}
    by_row = defaultdict[int, set[int]](set)
    for each in every:
        by_row[each.row].add(each.chosen.column.at)

    @cache
    def said(row: Row) -> Said | None:
        own = columns.keys() if row.kind is RowKind.TOTAL else by_row.get(row.number)
        if own is None:
            return None
        found = {columns[at]: read(row.at, columns[at], unit, given) for at in own}
        figures: dict[Hashable, Decimal] = {
            column.spoken or ACTUAL: each.number for column, each in found.items() if isinstance(each, Figure)
        }
        return Said({"unit": unit}, figures)

    wholes = {each.target.id for each in every}
    parts = [each.row - 1 for each in every if each.target.parent in wholes]
    tell_sums(rows, (), parts, said, account)


def file_name(path: str) -> str:
    """Returns the name of a file without its folders, on any system."""
    return re.split(r"[/\\]", path)[-1]


def _courses(collected: Iterable[Collected], beside: Beside) -> Iterator[Course]:
    """Yields the running totals of each target: the plan's last one before those of the table, and these."""
    firsts: dict[str, Collected] = {}
    totals = defaultdict[str, dict[date, Decimal]](dict)
    for each in collected:
        target = each.target
        if target.kind is Kind.CUMULATIVE and target.counting is Counting.TO_DATE:
            firsts.setdefault(target.id, each)
            totals[target.id] |= {**beside(each.row, target), each.period.last: each.figure}
    for known, figures in totals.items():
        row, target = firsts[known].row, firsts[known].target
        earlier = [actual for actual in target.actuals if actual.day < min(figures)]
        before = {actual.day: actual.value for actual in earlier[-1:]}
        yield Course(row=row, figures=before | figures, goal=target.goal_on(max(figures)))
