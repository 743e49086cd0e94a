"""Days of .ods and .xls, which do not tell whether 1 June is seen as 2024年6月."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from kit.imported import results, write_table
from kit.program import Run
from kit.recorded import Take
from kit.workbooks import opendocument_of

TOLD = (
    "the first day of a month; is only the month seen there, which ends later? "
    "Only .xlsx tells how days are shown: save the table as such"
)
MAY, JUNE, NOVEMBER = (date(2024, month, 1) for month in (5, 6, 11))


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([("name", MAY, JUNE), ("A", 430, 480)], "B `2024-05-01`, C `2024-06-01`"),
        ([("name", "period", "actual"), ("A", JUNE, 480)], "row 2"),
    ],
)
def test_the_first_of_a_month_that_may_be_a_month_needs_a_yes(
    take: Take, rows: Sequence[Sequence[str | int | date]], named: str
) -> None:
    """480 of 1000 are behind at the end of June, but on pace (5/12) on the first."""
    table = opendocument_of(rows)
    outcome = take(table, name="t.ods")
    assert outcome.code == 2, outcome.err
    assert f"warning: {named}: {TOLD}\n" in outcome.err
    assert take.is_untouched
    assert take(table, "--yes", name="t.ods").code == 0
    assert take.actuals["a"]["2024-06-01"] == "480"


@pytest.mark.parametrize(
    "rows",
    [
        [("name", date(2024, 6, 30)), ("A", 480)],
        [("name", "1-6月"), ("A", 480)],
        [("name", date(2023, 6, 1), "H1"), ("A", 470, 480)],
        [("月份", "name", "actual"), (JUNE, "A", 480)],
        [("name", "H1", "due"), ("A", 480, NOVEMBER)],
    ],
)
def test_other_days_and_those_that_nothing_is_recorded_for_need_none(
    take: Take, rows: Sequence[Sequence[str | int | date]]
) -> None:
    assert take(opendocument_of(rows), name="t.ods").code == 0
    assert take.actuals["a"].popitem()[1] == "480"


def test_a_due_date_that_may_be_a_month_needs_a_yes_and_a_start_none(run: Run, tmp_path: Path) -> None:
    """November is over on the thirtieth; whatever begins in March begins on the first."""

    def table(due: date) -> str:
        head, row = ("指标", "目标", "开始时间", "完成时限"), ("改造小区", 186, date(2024, 3, 1), due)
        return write_table(tmp_path, opendocument_of((head, row)), "t.ods")

    asked = ("import", table(NOVEMBER), "-o", "made.toml", "--year", "2024", "--lang", "zh")
    outcome = run(*asked)
    assert outcome.code == 2, outcome.err
    assert "警告：第2行：日期是当月1日，表中显示的是否只有年月（那么应为月末）？" in outcome.err
    assert not Path("made.toml").exists()
    assert run(*asked, "--yes").code == 0
    assert results("made.toml")["改造小区"].target.due == NOVEMBER
    table(date(2024, 11, 15))
    assert run(*asked, "--force").code == 0
