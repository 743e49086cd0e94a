"""Which columns are taken, and for which period: by command, heading, row, title or name of the sheet."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from kit.program import Run, Write
from kit.recorded import DISTRICTS, OF_WHICH, PLAN, SOME, Take, actuals


@pytest.mark.parametrize(
    ("table", "arguments", "expected"),
    [
        ("name,actual\nA,5\n", ("上半年",), {"H1": "5"}),
        ("name,actual\nA,5\n", ("2024年9月",), {"M09": "5"}),
        ("name,上半年,前三季度\nA,5,7\n", (), {"H1": "5", "Q3": "7"}),
        ("name,上半年,前三季度\nA,5,7\n", ("Q3",), {"Q3": "7"}),
        ("name,上半年,前三季度\nA,5,7\n", ("Q2",), {"Q2": "5"}),
        ("name,period,actual\nA,1-9月,7\nA,2024-10-31,8\n", (), {"M09": "7", "2024-10-31": "8"}),
        ("2024年10月进度,\nname,完成\nA,8\n", (), {"M10": "8"}),
        ("name,本月,累计\nA,2,8\n", ("10月",), {"M10": "8"}),
        ("name,10月,1-10月\nA,2,8\n", (), {"M10": "8"}),
        ("name,9月,10月\nA,7,8\n", (), {"M09": "7", "M10": "8"}),
        ("name,9月,累计\nA,2,8\n", (), {"M09": "8"}),
        ("name,年初数,9月累计\nA,1,8\n", (), {"M09": "8"}),
        ("name,Opening,Sep YTD\nA,1,8\n", (), {"M09": "8"}),
        ("2024年9月进度,,\nname,8月,累计\nA,2,8\n", (), {"M09": "8"}),
        ("name,截至目前,9月\nA,8,2\n", (), {"M09": "8"}),
        ("name,Sep,Total to date\nA,2,8\n", (), {"M09": "8"}),
        ("name,Sep,Cum. actual\nA,2,8\n", ("M09",), {"M09": "8"}),
        ("name,9月累计,\n,绝对值,增长（%）\nA,8,7.5\n", (), {"M09": "8"}),
        ("name,1-9月,\n,2024年,2023年\nA,8,7\n", (), {"M09": "8"}),
        ("name,1-9月,\n,2023年,2024年\nA,7,8\n", (), {"M09": "8"}),
        ("name,YTD Sep-24\nA,8\n", (), {"M09": "8"}),
        ("name,Actual 9M24,Actual 9M23\nA,8,7\n", (), {"M09": "8"}),
        ("name,Jul-24,Aug-24,Sep-24,YTD\nA,2,3,1,8\n", (), {"M09": "8"}),
        ("name,Q1,Q2,Q3,FYTD\nA,3,5,1,9\n", (), {"Q3": "9"}),
        ("name,Actuals to 30-Sep-24\nA,8\n", (), {"2024-09-30": "8"}),
        ("name,月份,累计完成\nA,8,7\nA,09,8\n", (), {"M08": "7", "M09": "8"}),
        ("name,季度,累计完成\nA,三季度,8\n", (), {"Q3": "8"}),
        ("name,Quarter,Year,Actual\nA,3,2024,8\n", (), {"Q3": "8"}),
        ("name,Month,Actual\nA,2024-09-01,8\n", (), {"M09": "8"}),
        ("年份,name,完成\n2024年,A,8\n", ("M09",), {"M09": "8"}),
        ("年份,年度,name,完成\n2023,2024,A,8\n", ("M09", "--column", "year=B"), {"M09": "8"}),
        ("name,8月,9月,10月,累计\nA,1,2,0,8\n", (), {"M09": "8"}),
        ("name,Q1,Q2,Q3,YTD\nA,3,5,,8\n", ("H1",), {"H1": "8"}),
        ("name,1月,2月,3月,合计\nA,3,5,,8\n", (), {"M02": "8"}),
        ("name,一季度,二季度,三季度,全年合计\nA,3,1,2,6\n", (), {"Q3": "6"}),
        ("name,Jan,Feb,Mar,Total 2024\nA,3,5,1,9\n", ("M03",), {"M03": "9"}),
        ("name,Q1,Q2,Q3,Q4,FY\nA,3,5,,,8\n", (), {"Q2": "8"}),
        ("name,1-9月完成,\n,9月,累计\nA,2,8\n", (), {"M09": "8"}),
        ("name,9月,累计\nA,2,8\n", ("M10", "--column", "actual=C"), {"M10": "8"}),
        ("name,1-9月完成,1-9月完成（%）\nA,8,16\n", (), {"M09": "8"}),
        ("name,完成（%）,1-9月完成\nA,16,8\n", (), {"M09": "8"}),
        ("name,9月完成（%）,9月完成,1-9月完成（%）,1-9月完成\nA,1,2,16,8\n", (), {"M09": "8"}),
        ("name,Jan-Sep actual,Actual (%)\nA,8,16\n", (), {"M09": "8"}),
        ("name,2023年完成,2024年完成\nA,7,8\n", ("FY",), {"FY": "8"}),
        ("name,2024-08,2024-09\nA,7,8\n", (), {"M08": "7", "M09": "8"}),
        ("name,202409累计完成\nA,8\n", (), {"M09": "8"}),
        ("name,08/2024,09/2024\nA,7,8\n", (), {"M08": "7", "M09": "8"}),
        ("name,Completed as of 30/09/2024\nA,8\n", (), {"2024-09-30": "8"}),
        ("name,30.9.2024\nA,8\n", (), {"2024-09-30": "8"}),
        ("投资情况（2024.09）,\nname,完成\nA,8\n", (), {"M09": "8"}),
        ("name,截止月份,完成\nA,1-9月,8\n", (), {"M09": "8"}),
        ("name,As at,Actual\nA,Sept 2024,8\n", (), {"M09": "8"}),
        ("name,截至,完成\nA,2024年9月15日,8\n", (), {"2024-09-15": "8"}),
        ("日期,name,完成\n2024-09-30,A,8\n注：快报数,,\n", (), {"2024-09-30": "8"}),
        ("name,填报日期,完成\nA,2024-10-08,8\n", ("M09",), {"M09": "8"}),
        ("name,日期,完成\nA,2024-09-30,8\n", ("M09",), {"M09": "8"}),
        ("name,时间,完成\nA,9月,8\n", ("Q3",), {"Q3": "8"}),
        ("name,Planned completion date,Actual\nA,2024-12-31,8\n", ("M09",), {"M09": "8"}),
        ("name,截至,9月完成\nA,2024-10-08,8\n", (), {"M09": "8"}),
    ],
)
def test_the_period_is_that_of_the_command_the_heading_the_row_or_the_title(
    take: Take, table: str, arguments: tuple[str, ...], expected: dict[str, str]
) -> None:
    outcome = take(table, *arguments)
    assert outcome.code == 0, outcome.err
    assert take.actuals["a"] == expected


def test_a_figure_that_the_plan_has_keeps_its_label_though_another_of_that_day_is_asked_for(
    take: Take,
) -> None:
    table = "name,日期,完成\nA,2024-09-30,8\n"
    assert take(table).code == 0
    assert take.again(table, "M09").code == 0
    assert take.actuals["a"] == {"2024-09-30": "8"}


@pytest.mark.parametrize(
    ("table", "arguments", "told"),
    [
        ("name,Q1,Q2,Q3\nA,3,4,5\n", (), "C `Q2`, D `Q3`"),
        ("name,8月,9月\nA,4,5\n", (), "B `8月`, C `9月`"),
        ("name,Q1,Q2,Q3\nA,3,4,5\n", ("Q3",), "D `Q3`"),
        ("name,Q1,Q2\nA,3,4\n", ("Q1",), ""),
        ("name,9月\nA,4\n", (), ""),
        ("name,9月,1-9月\nA,4,9\n", (), ""),
        ("name,Q1,H1,Jan-Sep\nA,4,9,11\n", (), ""),
    ],
)
def test_of_several_periods_it_is_told_that_they_are_read_as_running_totals(
    take: Take, table: str, arguments: tuple[str, ...], told: str
) -> None:
    outcome = take(table, *arguments)
    assert outcome.code == 0, outcome.err
    assert ("note: read as running totals since the year's start: " in outcome.err) == bool(told)
    assert not told or f"the year's start: {told}; where they are of each period alone" in outcome.err


@pytest.mark.parametrize(
    "heading", ["截止月份", "数据日期", "截至", "日期", "As at", "Reporting date", "Cut-off", "Data to month"]
)
def test_a_column_of_periods_is_one_by_whatever_words_about_time_it_is_headed(
    take: Take, heading: str
) -> None:
    outcome = take(f"name,{heading},actual\nA,2024-10-31,8\n", "M11")
    assert outcome.code == 2, outcome.err
    assert "row 2: it is for 2024-10-31, but M11 was asked for" in outcome.err
    assert take.is_untouched


@pytest.mark.parametrize(
    ("table", "arguments", "words"),
    [
        (
            "name,period,actual\nA,M10,310\n",
            ("M11",),
            "(correct the row, or leave it out: --partial)",
        ),
        (
            "name,period,actual\nA,M11,3\nB,10月,310\n",
            ("M11",),
            "row 3: it is for M10, but M11 was asked for",
        ),
        ("name,period,2024年10月\nA,M09,3\n", (), "row 2: it is for M09, but M10 was asked for"),
        ("name,上半年,前三季度\nA,5,7\n", ("M10",), "the table has figures for H1, Q3, but none for M10"),
        ("name,月份,完成\nA,8月,8\n", ("M09",), "row 2: it is for M08, but M09 was asked for"),
        ("name,period,actual\nVisits,6月,5\n", ("Q2",), "row 2: it is for M06, but Q2 was asked for"),
        ("name,period,actual\nVisits,H1,5\n", ("Q2",), "row 2: it is for H1, but Q2 was asked for"),
        ("name,月份,完成\nA,13,8\n", (), "row 2: `13` is not a period of this plan"),
        ("name,Year,Actual\nA,2023,8\n", ("M09",), "row 2: it is for 2023, but the plan is for 2024"),
        ("年度,name,月份,完成\n2023,A,9月,8\n", (), "row 2: it is for 2023, but the plan is for 2024"),
        ("A,5\nB,6\n", ("H1",), "hint: name the columns by their letters"),
        (
            "name,Sep,Works to date\nA,2,8\n",
            (),
            "row 2: a uses running totals, but the table has only the month's figures",
        ),
        ("name,年初数\nA,1\n", ("M09",), "B `年初数` (a comparison, a figure for another time, or"),
        ("name,8月,累计\nA,2,8\n", ("M09",), "the table has figures for M08, but none for M09"),
        ("name,Q1,Q2,Q3,YTD\nA,3,5,,8\n", ("Q3",), "the table has figures for Q1, Q2, but none for Q3"),
        ("name,8月,9月\nA,5,\n", ("M09",), "the table has figures for M08, but none for M09"),
        (
            "name,7月,8月,9月,合计\nA,2,3,4,9\n",
            ("M09",),
            "row 2: a uses running totals, but the table has only the month's figures",
        ),
        ("2024年9月进度,\nname,完成\nA,8\n", ("M10",), "mentions M09, but you asked for M10"),
        ("2023年10月进度,\nname,完成\nA,8\n", ("M10",), "mentions 2023, but the plan is for 2024"),
        ("name,actual\nA,5\n", (), "nothing says which period the figures in `actual` are for"),
        ("name,actual\nA,5\n", ("H3",), "`H3` is not a period of this plan"),
        ("name,actual\nA,5\n", ("2-9月",), "write Q3"),
        ("name,上半年,半年\nA,5,6\n", (), "several columns mean actual: B `上半年`, C `半年`"),
        ("name,Q2,H1\nA,5,6\n", (), "several columns mean actual: B `Q2`, C `H1`"),
        ("name,上半年,完成\nA,5,6\n", ("H1",), "several columns mean actual: B `上半年`, C `完成`"),
        (
            "name,本月\nA,5\n",
            ("M10",),
            "row 2: a uses running totals, but the table has only the month's figures",
        ),
        (
            "name,累计\nVisits,5\n",
            ("M10",),
            "row 2: visits counts per period, but the table has only running totals",
        ),
        ("name,actual\nVisits,5\n", ("1-10月",), "write M10"),
    ],
)
def test_a_table_or_row_of_another_period_is_a_fault_that_names_both(
    take: Take, table: str, arguments: tuple[str, ...], words: str
) -> None:
    outcome = take(table, *arguments)
    assert outcome.code == 2
    assert words in outcome.err
    assert take.is_untouched


def test_running_totals_of_which_nothing_says_the_period_are_told_of_once(take: Take) -> None:
    """Each row was told to have none, and the column to be of running totals for which there is no use."""
    outcome = take("name,累计完成\nA,5\nB,6\n")
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        "error: nothing says which period the figures in `累计完成` are for",
        "hint: name it after the table, as in --from actuals.xlsx H1, or add a column `period`",
    ]


def test_per_period_targets_take_the_month_alone_and_others_the_running_total(take: Take) -> None:
    outcome = take("name,本月完成,1-9月累计\nA,2,8\nVisits,7,40\n", "9月")
    assert outcome.code == 0, outcome.err
    assert take.actuals == {"a": {"M09": "8"}, "visits": {"M08": "5", "M09": "12"}}


def test_a_named_column_goes_before_others_of_its_meaning(take: Take) -> None:
    table = "name,上半年,半年\nA,5,6\n"
    assert take(table, "--column", "actual=C").code == 0
    assert take.actuals["a"] == {"H1": "6"}
    assert take(table, "--column", "完成值=上半年").code == 0
    assert take.actuals["a"] == {"H1": "5"}


def test_the_same_figure_for_the_same_day_is_as_it_was_under_whatever_label(take: Take) -> None:
    outcome = take("id,period,actual\nfunds,1-6月,365.6\nprojects,Q2,190\n", plan=PLAN)
    assert (outcome.code, outcome.out) == (0, f"{take.file}: 0 figures added, 0 revised, 2 unchanged\n")
    assert Path(take.file).read_text(encoding="utf-8") == PLAN
    outcome = take("id,period,actual\nprojects,上半年,191\n", plan=PLAN)
    assert "row 2: projects has 190 for H1 already; it was not replaced by 191" in outcome.err
    outcome = take("id,period,actual\nprojects,Q2,191\n", "--revise", plan=PLAN)
    assert outcome.code == 0, outcome.err
    assert take.actuals["projects"] == {"H1": "191"}


def test_a_plan_from_april_takes_the_months_of_the_calendar(take: Take) -> None:
    plan = SOME.replace("year = 2024", "start = 2024-04-01\nend = 2025-03-31").replace("M08 = 5", "M05 = 5")
    assert take("name,9月,4-12月\nA,5,9\n", "4-12月", plan=plan).code == 0
    assert take.actuals["a"] == {"M09": "9"}
    assert take("name,2月\nA,5\n", plan=plan).code == 0
    assert take.actuals["a"] == {"M11": "5"}
    told = take("name,actual\nA,5\n", "上半年", plan=plan).err
    assert (
        "`上半年` refers to the calendar year, but this plan begins in Apr: write Q1 (Apr-Jun), or " in told
    )
    assert told.endswith("or H1 (Apr-Sep) for that of the plan\n")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("name,Year,Month,Actual\nA,2024,9,5\nB,2025,2,6\n", {"a": {"M06": "5"}, "b": {"M11": "6"}}),
        ("name,Apr,May,Jun,YTD\nA,2,1,,3\n", {"a": {"M02": "3"}}),
        ("name,Apr,May,Jun,Total\nA,2,1,1,4\n", {"a": {"M03": "4"}}),
        ("name,Nov-24,Dec-24,Jan-25,YTD\nA,2,1,1,4\n", {"a": {"M10": "4"}}),
        ("name,Apr-Sep 2024\nA,4\n", {"a": {"M06": "4"}}),
        ("name,Year,Month,Actual\nA,2024,2,5\n", {}),
        ("name,Year,Month,Actual\nA,2023/24,9,5\n", {}),
        ("name,Jan,Feb,Mar,Total\nA,2,1,1,4\n", {}),
        ("name,9M 2024\nA,4\n", {}),
    ],
)
def test_months_beside_years_and_totals_in_a_plan_from_april(
    take: Take, table: str, expected: dict[str, dict[str, str]]
) -> None:
    plan = SOME.replace("year = 2024", "start = 2024-04-01\nend = 2025-03-31").replace("M08 = 5", "M05 = 5")
    outcome = take(table, plan=plan)
    assert outcome.code == (0 if expected else 2), outcome.err
    assert take.actuals == {"visits": {"M05": "5"}} | expected


def test_the_month_alone_and_the_running_total_below_one_month_are_told_as_such(take: Take) -> None:
    outcome = take("指标,2024年9月,\n,本月,1-9月\nA,70,600\nVisits,6,60\n", lang="zh")
    assert outcome.code == 0
    assert take.actuals == {"a": {"M09": "600"}, "visits": {"M08": "5", "M09": "11"}}  # 5 + 6
    told = list(map(str.split, outcome.err.splitlines()))
    assert ["B", "2024年9月/本月", "完成值，9月"] in told
    assert ["C", "2024年9月/1-9月", "完成值，1—9月"] in told


def test_other_sheets_with_rows_of_targets_are_told(take: Take, tmp_path: Path) -> None:
    head: list[object] = ["name", "1-9月"]
    named: dict[str, list[list[object]]] = {
        "说明": [["填报说明"], ["name", "A of the plan"]],
        "东局": [head, ["A", 5]],
        "西局": [head, ["B", 6]],
        "8月": [head, ["A", 4]],
    }
    outcome = take(sheets(tmp_path / "s.xlsx", named), name="s.xlsx")
    assert outcome.code == 0
    assert take.actuals["a"] == {"M09": "5"}
    assert "note: other sheets, not read: 说明, 西局, 8月; --sheet names one\n" in outcome.err
    assert "note: among these, with rows of targets: 西局; record each with --sheet\n" in outcome.err
    assert take.again(sheets(tmp_path / "s.xlsx", named), "--sheet", "西局", name="s.xlsx").code == 0
    assert take.actuals["b"] == {"M09": "6"}


def sheets(path: Path, named: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """A workbook with these sheets, each of rows."""
    book = openpyxl.Workbook()
    for name, rows in named.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    book.save(path)
    return path.read_bytes()


def test_a_sheet_named_for_a_month_is_of_that_month(take: Take, tmp_path: Path) -> None:
    head = ["指标", "本月", "累计"]
    book = sheets(
        tmp_path / "b.xlsx",
        {"8月": [head, ["A", 2, 510]], "9月": [head, ["A", 3, 520]], "2023年10月": [head, ["A", 1, 500]]},
    )
    assert take(book, "9月", name="year.xlsx", lang="zh").code == 0
    assert take.actuals["a"] == {"M09": "520"}
    wrong = take(book, "10月", name="year.xlsx", lang="zh")
    assert (wrong.code, take.is_untouched) == (2, True)
    assert "标题或工作表名写的是8月，而要求写入的是10月" in wrong.err
    assert take(book, "10月", "--sheet", "9月", name="year.xlsx").code == 2
    assert take(book, "--sheet", "9月", name="year.xlsx").code == 0
    assert take.actuals["a"] == {"M09": "520"}


def test_a_sheet_of_another_year_gives_way_to_one_of_the_plan(take: Take, tmp_path: Path) -> None:
    rows: dict[str, list[list[object]]] = {
        f"{year}年": [["指标", "完成"], ["A", year]] for year in (2023, 2024)
    }
    assert take(sheets(tmp_path / "b.xlsx", rows), "H1", "--yes", name="years.xlsx").code == 0
    assert take.actuals["a"] == {"H1": "2024"}
    other = take(sheets(tmp_path / "c.xlsx", {"2023": rows["2023年"]}), "H1", name="old.xlsx", lang="zh")
    assert (other.code, take.is_untouched) == (2, True)
    assert "的标题或工作表名写的是2023年，而计划是2024年的" in other.err


def test_title_and_sheet_that_name_two_months_say_none(take: Take, tmp_path: Path) -> None:
    book = sheets(tmp_path / "b.xlsx", {"9月": [["2024年8月进度"], ["指标", "完成"], ["A", 5]]})
    assert "`完成` 一列的数据未注明属于哪个报告期" in take(book, name="t.xlsx", lang="zh").err
    assert take(book, "9月", name="t.xlsx", lang="zh").code == 2


def test_a_file_named_for_another_month_needs_a_yes_where_the_table_names_none(take: Take) -> None:
    table = "指标,完成\nA,5\n"
    doubted = take(table, "10月", name="9月投资.csv", lang="zh")
    assert (doubted.code, take.is_untouched) == (2, True)
    assert "文件名中为9月，而要求写入的是10月" in doubted.err
    assert take(table, "10月", "--yes", name="9月投资.csv").code == 0
    assert take.actuals["a"] == {"M10": "5"}
    assert take("指标,1-10月\nA,5\n", "10月", name="9月投资.csv").code == 0
    assert take(table, "9月", name="9月投资.csv").code == 0


@pytest.mark.parametrize("name", ["重点指标2023年9月.csv", "2023-09.csv", "202309.csv", "Q3 2023.csv"])
def test_a_file_named_for_an_earlier_year_needs_a_yes_where_the_table_says_no_year(
    take: Take, name: str
) -> None:
    table = "指标,1-9月累计\nA,5\n"
    doubted = take(table, name=name, lang="zh")
    assert (doubted.code, take.is_untouched) == (2, True)
    assert "文件名中为2023年，而计划是2024年的" in doubted.err
    doubted = take(f"9月进度,\n{table}", name=name)
    assert "the file is named for 2023, but the plan is for 2024" in doubted.err
    assert take(table, "--yes", name=name).code == 0
    assert take.actuals["a"] == {"M09": "5"}


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("指标,2024年1-9月\nA,5\n", "2023年9月.csv"),
        ("2024年重点指标,\n指标,1-9月\nA,5\n", "2023年9月.csv"),
        ("指标,月份,完成\nA,9月,5\n", "2023年9月.csv"),
        ("指标,1-9月\nA,5\n", "20250110.csv"),  # the day on which it was made
        ("指标,1-9月\nA,5\n", "月报（2023版）.csv"),
        ("指标,1-9月\nA,5\n", "2024年10月.csv"),
    ],
)
def test_the_name_of_a_file_does_not_speak_against_the_year_that_a_table_says(
    take: Take, table: str, name: str
) -> None:
    assert take(table, name=name).code == 0
    assert take.actuals["a"] == {"M09": "5"}


@pytest.mark.parametrize(
    "remark",
    [
        *("1-8月数据", "为8月数据", "8月快报数", "数据截至8月底", "截至2024年8月31日", "2023年数据"),
        *("统计局未公布，暂用8月数据", "August data", "data as of August", "as of 31 August 2024"),
        *("（1-8月数据）", "数据（截至8月底）"),
    ],
)
def test_figures_that_are_said_to_be_of_another_period_need_a_yes(take: Take, remark: str) -> None:
    table = f"指标,1-9月累计,备注\nA,5,\nB,6,{remark}\n"
    doubted = take(table, lang="zh")
    assert (doubted.code, take.is_untouched) == (2, True)
    assert "警告：第3行：注明的报告期与数据将要写入的报告期不同" in doubted.err
    assert take(table, "--yes").code == 0
    below = take(f"序号,指标,累计\n1,A,5\n注：{remark},,\n", "9月")
    assert below.code == 2
    assert "row 3: figures are said to be of another period" in below.err


@pytest.mark.parametrize(
    "remark",
    [
        *(
            "9月数据",
            "1-9月累计数",
            "三季度数据",
            "2024年数据",
            "8月召开推进会",
            "预计10月公布",
            "参数",
            "10月底前完成",
        ),
        *("No data", "September figures", "as of September 2024", "不含8月新增", "8" * 99 + "月数据"),
        *(
            "基期值为2023年数据",
            "上年同期数为2023年9月数据",
            "Baseline: 2023 figures",
            "目标数为全年数，完成数为1-9月数",
        ),
    ],
)
def test_remarks_of_the_same_period_and_of_something_else_are_no_doubt(take: Take, remark: str) -> None:
    assert take(f"指标,1-9月累计,备注\nA,5,{remark}\n注：{remark},,\n").code == 0
    assert take.actuals["a"] == {"M09": "5"}


@pytest.mark.parametrize(("remark", "code"), [("1-9月数据", 0), ("截至6月底", 0), ("1-8月数据", 2)])
def test_a_remark_may_be_about_any_figure_of_its_row_and_a_note_about_any_of_the_table(
    take: Take, remark: str, code: int
) -> None:
    """The other column was doubted."""
    headings = "指标,上半年完成,1-9月完成"
    assert take(f"{headings},备注\nA,4,5,{remark}\n").code == code
    assert take(f"{headings}\nA,4,5\n注：{remark},,\n").code == code


def test_a_table_with_the_month_alone_is_told_what_running_totals_need(take: Take) -> None:
    table = "target,Sept this month\nA,5\n"
    for arguments in ((), ("--column", "actual=B")):
        outcome = take(table, *arguments)
        assert outcome.code == 2
        assert (
            "row 2: a uses running totals, but the table has only the month's figures (add a column with the"
            " totals since the year began; if the target is to count each period by itself, write"
            ' counting = "per_period" in the plan)\n'
        ) in outcome.err


def test_a_sheet_that_is_named_for_a_part_needs_a_yes(run: Run, plan: Write, tmp_path: Path) -> None:
    file, head = plan(DISTRICTS), ["指标", "9月累计"]
    book = tmp_path / "b.xlsx"
    sheets(book, {"吉首市": [head, ["开复工项目", 30]], "泸溪县": [head, ["开复工项目", 40]]})
    doubted = run("record", "-f", file, "--from", str(book))
    assert (doubted.code, "工作表名 `吉首市` 是分解任务的名称" in doubted.err) == (2, True)
    assert run("record", "-f", file, "--from", str(book), "--yes").code == 0
    sheets(book, {"投资": [head, ["开复工项目", 30]]})
    assert run("record", "-f", file, "--from", str(book), "--dry-run").code == 0


HEAD: list[object] = ["name", "1-9月"]
EAST: list[list[object]] = [["2024年9月"], HEAD, ["A", 5], ["B", 30]]


@pytest.mark.parametrize(
    ("own", "name", "other"),
    [
        ("East", "West", [["2024年9月"], HEAD, ["A", 6], ["B", 40]]),
        ("Draft", "Final", [["2024年9月"], ["final"], HEAD, ["B", 30], ["A", 6]]),
        ("Sheet1", "Sheet2", [HEAD, ["A", 5], ["B", 40], ["C", 1]]),
    ],
)
def test_a_sheet_beside_another_with_other_figures_for_the_same_targets_needs_a_yes(
    take: Take, tmp_path: Path, own: str, name: str, other: list[list[object]]
) -> None:
    """The figures of the first of some districts were taken for those of the whole city."""
    book = sheets(tmp_path / "b.xlsx", {own: EAST, name: other})
    doubted = take(book, name="b.xlsx")
    assert (doubted.code, take.is_untouched) == (2, True)
    told = "but other figures for the same targets, below the same headings, are in"
    assert f"`{own}` was read, {told} {name}: which is meant? --sheet names it" in doubted.err
    assert take(book, "--sheet", own, name="b.xlsx").code == 0
    assert take(book, "--yes", name="b.xlsx").code == 0
    assert take.actuals["b"] == {"M09": "30"}


@pytest.mark.parametrize(
    ("own", "name", "other"),
    [
        ("合计", "West", [["2024年9月"], HEAD, ["A", 6], ["B", 40]]),
        ("East", "West", [["2024年8月"], HEAD, ["A", 6], ["B", 40]]),
        ("East", "8月", [["进度"], HEAD, ["A", 6], ["B", 40]]),
        ("East", "2023", [["进度"], HEAD, ["A", 6], ["B", 40]]),
        ("East", "上年同期", [["进度"], HEAD, ["A", 6], ["B", 40]]),
        ("East", "Last month", [["进度"], HEAD, ["A", 6], ["B", 40]]),
        ("East", "Form", [["进度"], HEAD, ["A", None], ["B", "—"]]),
        ("East", "Form", [["进度"], HEAD, ["A", 0], ["B", 0]]),
        ("East", "Copy", [["2024年9月"], HEAD, ["A", 5], ["B", 30]]),
        ("East", "More", [["2024年9月"], HEAD, ["A", 6], ["C", 40]]),
        ("East", "Other", [["2024年9月"], ["name", "this month"], ["A", 6], ["B", 40]]),
    ],
)
def test_a_sheet_of_the_whole_and_one_beside_others_of_something_else_need_none(
    take: Take, tmp_path: Path, own: str, name: str, other: list[list[object]]
) -> None:
    done = take(sheets(tmp_path / "b.xlsx", {own: EAST, name: other}), name="b.xlsx")
    assert done.code == 0, done.err
    assert take.actuals["b"] == {"M09": "30"}


def test_a_sheet_that_is_named_as_the_plan_is_is_that_of_the_whole(take: Take, tmp_path: Path) -> None:
    """Districts have the same table as their city, each on a sheet of its own."""
    book = sheets(tmp_path / "b.xlsx", {"呼和浩特市": EAST, "新城区": [HEAD, ["A", 2], ["B", 10]]})
    done = take(book, name="b.xlsx", plan=SOME.replace('"P"', '"呼和浩特市2024年计划"'))
    assert (done.code, take.actuals["b"]) == (0, {"M09": "30"}), done.err


def test_a_sheet_for_each_target_with_the_same_parts_needs_a_yes(
    run: Run, plan: Write, tmp_path: Path
) -> None:
    """Whatever stood behind --under got the figures of the first sheet."""
    file, head = plan(OF_WHICH), ["县市", "9月累计"]
    book = tmp_path / "b.xlsx"
    first, second = (("吉首市", 30), ("泸溪县", 20)), (("吉首市", 2), ("泸溪县", 1))
    sheets(book, {"投资": [head, *first], "道路": [head, *second]})
    asked = ("record", "-f", file, "--from", str(book), "--under", "道路")
    doubted = run(*asked)
    assert (doubted.code, "读取了 `投资`，而道路的表头和指标与其相同" in doubted.err) == (2, True)
    assert run(*asked, "--sheet", "道路").code == 0
    assert actuals(file)["roads/吉首市"] == {"M09": "2"}


def test_what_some_targets_cannot_take_is_told_at_their_rows_alone(take: Take) -> None:
    table = "2024年前三季度,,\n指标,累计,当季\nA,600,70\nVisits,60,7\n"
    refused = take(table, lang="zh")
    assert (refused.code, take.is_untouched) == (2, True)
    assert "第4行：`当季`" in refused.err
    assert take.again(table, "--partial").code == 0
    assert take.actuals == {"a": {"Q3": "600"}, "visits": {"M08": "5"}}


def test_a_quarter_of_the_next_year_is_none_of_a_plan_from_april(take: Take) -> None:
    plan = """[plan]
title = "T"
start = 2025-04-01
end = 2026-03-31
[targets.a]
name = "A"
"""
    assert take("Name,2024/25 Q1,2025/26 Q1,2026/27 Q1\nA,1,2,3\n", plan=plan).code == 0
    assert take.actuals == {"a": {"Q1": "2"}}


YEAR_FROM_JULY = """[plan]
title = "{title}"
start = 2025-07-01
end = 2026-06-30
[targets.a]
name = "A"
goal = 400
"""


@pytest.mark.parametrize(
    ("title", "heading", "reason"),
    [
        ("T", "Q1 FY26", "FY2026 may begin or end then"),
        ("T", "FY25 actual", "FY2025 may begin or end then"),
        ("T", "2026财年完成", "FY2026 may begin or end then"),
        ("T", "2026 actual", "2026 may begin or end then"),
        ("T", "Q1 FY27", "for the year 2027"),
        ("T", "2026/27 actual", "for the year 2026/27"),
        ("T", "Actual Jul 2026–Jun 2027", "for the year 2026/27"),
        ("T", "2025/26 first quarter", "of the calendar, or of the plan's year? write it as Q1 or H1"),
        ("Homes FY26", "Q1 FY25", "for the year FY2025"),
        ("Homes FY26", "2026财年一季度", "of the calendar, or of the plan's year? write it as Q1 or H1"),
    ],
)
def test_a_column_that_may_be_of_another_year_is_not_taken(
    take: Take, title: str, heading: str, reason: str
) -> None:
    refused = take(f"Name,{heading}\nA,90\n", "Q1", plan=YEAR_FROM_JULY.format(title=title))
    assert (refused.code, take.actuals) == (2, {})
    assert f"B `{heading}` ({reason}" in refused.err


@pytest.mark.parametrize(
    ("title", "heading", "options"),
    [
        ("Homes FY26", "Q1 FY26", ()),
        ("Homes in fiscal year 2026", "FY2026 Q1 actual", ()),
        ("2026财年计划", "Q1 (FY26)", ()),
        ("T", "FY26-Q1", ("--column", "actual=B")),
        ("T", "Q1 FY25", ("--column", "actual=B")),
        ("T", "2025/26 Q1", ()),
        ("T", "Actual to Sep 2025", ()),
    ],
)
def test_a_fiscal_year_is_the_plans_where_its_title_or_the_user_says_so(
    take: Take, title: str, heading: str, options: tuple[str, ...]
) -> None:
    plan = YEAR_FROM_JULY.format(title=title)
    assert take(f"Name,{heading}\nA,90\n", *options, plan=plan).code == 0
    assert [list(periods.values()) for periods in take.actuals.values()] == [["90"]]
    assert {"Q1", "M03"} >= take.actuals["a"].keys()


@pytest.mark.parametrize(
    ("title", "periods"),
    [
        ("Progress in the third quarter 2025/26", ["Q3"]),
        ("Progress in the first half of 2025/26", ["H1"]),
        ("Progress, Third Quarter FY26", []),
        ("2026财年三季度进展", ["Q3"]),
        ("Progress in the third quarter of 2025", ["Q1"]),
    ],
)
def test_a_quarter_in_words_beside_a_fiscal_year_in_the_title_is_none_of_the_calendar(
    take: Take, title: str, periods: list[str]
) -> None:
    take(f"{title},\nName,Actual\nA,90\n", plan=YEAR_FROM_JULY.format(title="T"))
    assert [*take.actuals.get("a", {})] == periods


@pytest.mark.parametrize(("heading", "period"), [("Quarter", "Q3"), ("季度", "Q1")])
def test_a_number_below_quarter_counts_from_the_plans_first_day(
    take: Take, heading: str, period: str
) -> None:
    plan = YEAR_FROM_JULY.format(title="T")
    assert take(f"Name,{heading},Actual\nA,3,90\n", plan=plan).code == 0
    assert [*take.actuals["a"]] == [period]


def test_headings_of_other_periods_are_named_and_not_taken_for_a_month_alone(take: Take) -> None:
    refused = take("Name,Q1 2025,Q2 2025\nA,90,180\n", plan=YEAR_FROM_JULY.format(title="T"))
    assert (refused.code, take.actuals) == (2, {})
    assert refused.err.splitlines()[-2:] == [
        "error: not a period of the plan: B `Q1 2025`, C `Q2 2025`",
        "hint: write H1, Q1 to Q4, M01 to M12, FY, or a date such as 2025-12-31",
    ]


@pytest.mark.parametrize(
    ("title", "line", "year"),
    [
        ("T", "Progress 2026/27", "2026/27"),
        ("T", "Progress Jul 2026–Jun 2027", "2026/27"),
        ("Homes FY26", "Progress FY27", "FY2027"),
        ("Homes FY26", "2025财年进度", "FY2025"),
        ("T", "Progress 2025/26", ""),
        ("Homes FY26", "Progress FY26 (Jul 2025–Jun 2026)", ""),
        ("T", "Progress FY26", ""),
        ("T", "Progress as of 30 Sept 2025", ""),
    ],
)
def test_a_title_of_another_year_is_refused_in_a_plan_of_two_calendar_years(
    take: Take, title: str, line: str, year: str
) -> None:
    done = take(f"{line},\nName,Actual\nA,90\n", "Q1", plan=YEAR_FROM_JULY.format(title=title))
    told = f"mentions {year}, but the plan is for 2025/26"
    assert (done.code, told in done.err) == ((2, True) if year else (0, False))
    assert take.actuals == ({} if year else {"a": {"Q1": "90"}})


def test_of_sheets_called_by_years_that_of_the_plan_is_read(run: Run, plan: Write, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, figure in (("2024-25", 80), ("FY2026-27", 95), ("2025-26", 90)):
        sheet = book.create_sheet(name)
        for row in (["Name", "Q1"], ["A", figure]):
            sheet.append(row)
    del book["Sheet"]
    book.save(tmp_path / "years.xlsx")
    file = plan(YEAR_FROM_JULY.format(title="T"))
    assert run("record", "-f", file, "--from", str(tmp_path / "years.xlsx")).code == 0
    assert actuals(file) == {"a": {"Q1": "90"}}


def test_a_plan_of_three_years_takes_figures_of_each(take: Take) -> None:
    plan = YEAR_FROM_JULY.format(title="T").replace("2026-06-30", "2028-06-30")
    assert take("Progress 2026/27,\nName,2026/27 actual\nA,90\n", "2027-06-30", plan=plan).code == 0
    assert take.actuals == {"a": {"2027-06-30": "90"}}


def test_another_year_of_two_is_called_by_both(take: Take) -> None:
    done = take("Name,2024-25 actual,2025/26 Q1\nA,80,90\n", plan=YEAR_FROM_JULY.format(title="T"))
    assert "B       2024-25 actual  (left out) for the year 2024/25\n" in done.err
    assert take.actuals == {"a": {"Q1": "90"}}


SOME_PER_PERIOD = SOME.replace("goal = 1000", 'goal = 1000\ncounting = "per_period"')


@pytest.mark.parametrize(
    ("table", "asked", "known"),
    [
        ("Name,Q2\nA,90\n", "H1", "Q2"),
        ("Name,9月\nA,90\n", "Q3", "M09"),
        ("Name,December\nA,90\n", "Q4", "M12"),
        ("Name,Q4\nA,90\n", "FY", "Q4"),
        ("Name,Q4\nA,90\n", "M12", "Q4"),
        ("Report Q2 2024,\nName,Actual\nA,90\n", "H1", "Q2"),
        ("2024年6月,\nName,完成\nA,90\n", "上半年", "M06"),
    ],
)
def test_a_figure_per_period_is_of_no_longer_or_shorter_period_that_ends_on_the_same_day(
    take: Take, table: str, asked: str, known: str
) -> None:
    done = take(table, asked, plan=SOME_PER_PERIOD)
    assert (done.code, take.is_untouched) == (2, True)
    assert "the table has figures for " in done.err
    assert (take(table, known, plan=SOME_PER_PERIOD).code, take.actuals["a"]) == (0, {known: "90"})


@pytest.mark.parametrize(
    ("table", "asked"),
    [("Name,上半年\nA,90\n", "H1"), ("Name,2024-06-30\nA,90\n", "Q2"), ("Name,Q4\nA,90\n", "Q4")],
)
def test_a_figure_per_period_is_that_of_the_same_period_and_of_what_ends_on_its_day(
    take: Take, table: str, asked: str
) -> None:
    assert (take(table, asked, plan=SOME_PER_PERIOD).code, take.actuals["a"]) == (0, {asked: "90"})
