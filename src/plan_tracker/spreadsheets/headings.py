"""Which column of a spreadsheet is which: by its heading in English or Chinese, or as the user says."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plan_tracker.language import Message
from plan_tracker.plan.periods import PlanTime
from plan_tracker.spreadsheets.reader import Cell, NotASheet, Sheet
from plan_tracker.wording import sheets as phrases
from plan_tracker.wording.words import COLUMN

_PERIOD_WORDS = {
    **dict.fromkeys(("上半年", "半年"), "H1"),
    **dict.fromkeys(("全年", "年度", "年末"), "FY"),
    **dict.fromkeys(("一季度", "第一季度", "1季度"), "Q1"),
    **dict.fromkeys(("二季度", "第二季度", "2季度"), "Q2"),
    **dict.fromkeys(("三季度", "第三季度", "3季度", "前三季度"), "Q3"),
    **dict.fromkeys(("四季度", "第四季度", "4季度"), "Q4"),
}


class RowFault(NamedTuple):
    """What is wrong with a row of a table; rows count from 1."""

    row: int
    message: Message
    hint: Message | None = None


SEARCHED = 20
"""Headings stand in one of so many first rows: titles and remarks may stand above them."""

_ALSO: dict[str, tuple[str, ...]] = {
    "id": ("编号", "代码", "code", "key"),
    "name": ("指标名称", "名称", "项目", "项目名称", "目标任务", "主要指标", "indicator", "item"),
    "group": ("分类", "类别名称", "领域", "category", "section", "heading"),
    "owner": (
        *("责任部门", "责任人", "牵头单位", "牵头部门", "负责单位", "负责部门", "负责人"),
        *("department", "responsible", "in charge"),
    ),
    "unit": ("计量单位", "units"),
    "goal": (
        *("目标", "年度目标", "年度目标值", "全年目标", "全年目标值", "计划", "计划数", "计划值", "年度计划"),
        *("任务数", "年度任务", "annual goal", "target value", "plan"),
    ),
    "actual": (
        *("完成", "完成数", "实际", "实际值", "实际数", "实际完成", "实际完成值", "累计完成", "累计完成值"),
        *("完成情况", "数值", "value", "figure", "actual to date", "achieved"),
    ),
    "baseline": ("基期", "基数", "基准值", "base", "base value"),
    "start": ("开始时间", "start date"),
    "due": ("完成时间", "完成期限", "截止日期", "截止时间", "时限", "due date", "deadline"),
    "period": ("期间", "时期", "reporting period"),
    "note": ("备注", "说明", "notes", "remark", "remarks", "comment"),
}
FIELDS = (*COLUMN, "note")
"""Every column that has a meaning: those of `export`, and `note`."""

_REMARK = re.compile(r"\(.*\)$")


class Columns(NamedTuple):
    """Where the headings stand and which column holds what; `unknown` are headings that mean nothing."""

    row: int
    fields: Mapping[str, int]
    periods: Mapping[str, int]
    unknown: tuple[str, ...]

    def rows(self, sheet: Sheet) -> Iterator[tuple[int, Sequence[Cell]]]:
        """The rows below the headings, with their numbers in the file."""
        yield from enumerate(sheet.rows[self.row + 1 :], self.row + 2)

    def cell(self, row: Sequence[Cell], field: str) -> Cell:
        """The cell of a row in the column of a field; None where there is no such column."""
        at = self.fields.get(field)
        return row[at] if at is not None and at < len(row) else None


def simplified(text: str) -> str:
    """Text as it is compared: full-width and half-width, case and blanks make no difference."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _words() -> dict[str, str]:
    words = {
        simplified(word): field
        for field, phrase in COLUMN.items()
        for word in (field, phrase.en, phrase.zh, field.replace("_", " "))
    }
    words["note"] = "note"
    return {simplified(word): field for field, also in _ALSO.items() for word in also} | words


def find_columns(
    sheet: Sheet,
    given: Mapping[str, str],
    period_of: Callable[[str], str | None],
    enough: Callable[[Columns], bool],
) -> Columns | None:
    """The headings of a table, or None where no row has enough of them.

    `given` says which heading a field has; `period_of` gives the label where a heading names a period.
    Raises NotASheet where a heading that was given is not there.
    """
    words, wanted = _words(), {simplified(heading): field for field, heading in given.items()}
    for number, row in enumerate(sheet.rows[:SEARCHED]):
        found = _columns(number, row, words, wanted, period_of)
        if enough(found) and set(given) <= set(found.fields):
            return found
    everywhere = {simplified(str(cell)) for row in sheet.rows[:SEARCHED] for cell in row}
    for heading in given.values():
        if simplified(heading) not in everywhere:
            raise NotASheet(phrases.NO_COLUMN.fill(file=sheet.name, heading=heading))
    return None


def _columns(
    number: int,
    row: Sequence[Cell],
    words: Mapping[str, str],
    wanted: Mapping[str, str],
    period_of: Callable[[str], str | None],
) -> Columns:
    fields, periods, unknown = dict[str, int](), dict[str, int](), list[str]()
    for at, cell in enumerate(row):
        if cell is None:
            continue
        heading = str(cell)
        plain = simplified(heading)
        known = words.get(plain) or words.get(_REMARK.sub("", plain))
        if field := wanted.get(plain):
            fields[field] = at
        elif period := period_of(heading):
            periods.setdefault(period, at)
        elif known and known not in wanted.values():
            fields.setdefault(known, at)
        else:
            unknown.append(heading)
    return Columns(number, fields, periods, tuple(unknown))


def period_meant(text: str, time: PlanTime) -> str | None:
    """The label of the plan that a heading or a cell names: `H1`, `h1`, `上半年`; None for no period."""
    for label in (text.strip(), text.strip().upper(), _PERIOD_WORDS.get(simplified(text), "")):
        if label and time.period(label):
            return label
    return None
