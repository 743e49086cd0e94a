"""The time of an imported plan, which may begin in another month, and the period of its figures."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from kit.imported import facts, results, targets, told, write_table
from kit.program import Run


@pytest.mark.parametrize(
    ("table", "start", "end"),
    [
        ("Plan Apr 2025–Mar 2026,,\nName,Goal,H1\nHomes,100,50\n", "2025-04-01", "2026-03-31"),
        ("Plan 1 July 2025 to 30 June 2026,,\nName,Goal,Q2\nHomes,100,50\n", "2025-07-01", "2026-06-30"),
        ("2025年4月至2026年3月计划,,\n指标,目标,9月累计\nHomes,100,50\n", "2025-04-01", "2026-03-31"),
        (
            "April 2025 to March 2026,,\nName,2025/26 target,2025/26 actual to 30 Sept\nHomes,100,50\n",
            *("2025-04-01", "2026-03-31"),
        ),
        ("Name,Goal Apr 2025 - Mar 2026,H1\nHomes,100,50\n", "2025-04-01", "2026-03-31"),
        (
            "Plan 2025/26,,,,\nName,Goal,Start,Due,H1\nHomes,100,2025-04-01,2026-03-31,50\n",
            *("2025-04-01", "2026-03-31"),
        ),
    ],
)
def test_a_plan_may_begin_in_another_month(
    run: Run, tmp_path: Path, table: str, start: str, end: str
) -> None:
    assert run("import", write_table(tmp_path, table, "a.csv"), "-o", "made.toml").code == 0
    made = results("made.toml")["homes"]
    assert f"\nstart = {start}\nend = {end}\n" in Path("made.toml").read_text(encoding="utf-8")
    half = date(2025, 12, 31) if "July" in table else date(2025, 9, 30)
    assert made.actual
    assert (made.actual.day, str(made.actual.value), str(made.target.goal)) == (half, "50", "100")


def test_goals_say_for_which_of_two_such_years_the_plan_is(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "Name,FY2024/25 actual,FY2025/26 target,H1\nHomes,90,100,50\n", "a.csv")
    assert "error: the table is for 2025/26, but" in run("import", table).err
    done = run("import", table, "--title", "Plan Apr 2025–Mar 2026", "-o", "made.toml")
    assert (done.code, "(left out) for the year 2024" in done.err) == (0, True)


FISCAL = "Plan,,\nName,FY2025/26 target,H1 actual\nHomes,100,50\n"


def test_a_year_of_two_calendar_years_needs_its_months(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, FISCAL, "a.csv")
    refused = run("import", table)
    assert (refused.code, refused.out) == (2, "")
    hint = 'name the months in the title, as in --title "Plan Apr 2025–Mar 2026"'
    assert told(refused.err) == [
        "error: the table is for 2025/26, but does not say in which month that year begins",
        f"hint: {hint}; for the calendar year, add --year 2025",
    ]
    chinese = run("import", table, "--lang", "zh").err
    assert "错误：表中的年度是2025/26，但未注明从哪个月开始\n" in chinese
    assert run("import", table, "--title", "Plan Apr 2025–Mar 2026", "-o", "april.toml").code == 0
    assert run("import", table, "--year", "2025", "-o", "calendar.toml").code == 0
    days = [results(f"{name}.toml")["homes"].actual for name in ("april", "calendar")]
    assert [each.day if each else None for each in days] == [date(2025, 9, 30), date(2025, 6, 30)]


def test_a_half_of_the_calendar_in_a_plan_from_april_says_what_to_write(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "2025年4月至2026年3月,,\n指标,目标,上半年完成\n住房,100,50\n", "a.csv")
    refused = run("import", table)
    assert refused.code == 2
    assert "第3行：报告期：无法识别 `上半年`（`上半年` 指自然年" in refused.err
    table = write_table(tmp_path, "Apr 2025 - Mar 2026,,\nName,Goal,Mid-year actual\nHomes,100,50\n", "b.csv")
    told = "row 3: period: `first half` was not understood (`first half` refers to the calendar year"
    assert told in run("import", table, "--lang", "en").err


@pytest.mark.parametrize(
    "heading", ["FY2025 target", "FY25 target", "Fiscal year 2025 target", "2025财年目标"]
)
def test_a_fiscal_year_that_is_taken_for_the_calendar_year_is_told(
    run: Run, tmp_path: Path, heading: str
) -> None:
    table = write_table(tmp_path, f"Name,{heading}\nHomes,100\n", "a.csv")
    done = run("import", table, "--lang", "en")
    assert (done.code, "\nyear = 2025\n" in done.out) == (0, True)
    assert (
        "note: taken as the calendar year 2025; where the fiscal year begins in another month, name"
        in done.err
    )


@pytest.mark.parametrize("title", ["2026年全年主要指标完成情况", "2026全年", "Full year 2026"])
def test_a_title_that_says_the_whole_year_is_a_period(run: Run, tmp_path: Path, title: str) -> None:
    table = write_table(tmp_path, f"{title},,\nName,Target,Actual\nHomes,100,40\n", "a.csv")
    done = run("import", table, "-o", "made.toml")
    actual = results("made.toml")["homes"].actual
    assert (done.code, actual and actual.period) == (0, "FY")
    assert run("import", table, "--period", "H1").code == 2


@pytest.mark.parametrize("title", ["KPI 2026", "KPI FY2026", "KPI FY26", "Fiscal year 2026", "2026财年计划"])
def test_a_year_in_the_title_is_no_period_of_what_was_reached(run: Run, tmp_path: Path, title: str) -> None:
    table = write_table(tmp_path, f"{title},,\nName,Target,Actual\nHomes,100,40\n", "a.csv")
    assert (
        "nothing says which period the figures in `Actual` are for"
        in run("import", table, "--lang", "en").err
    )
    done = run("import", table, "--period", "H1", "-o", "made.toml")
    actual = results("made.toml")["homes"].actual
    assert (done.code, actual and actual.day) == (0, date(2026, 6, 30))


@pytest.mark.parametrize(
    ("headings", "reached"),
    [
        ("一季度,上半年,前三季度", {"Q1": 20, "H1": 45, "Q3": 70}),
        ("1月,1-2月,1-3月", {"M01": 20, "M02": 45, "M03": 70}),
        ("一季度,二季度,前三季度", {"Q1": 20, "Q3": 70}),  # the second quarter alone is no running total
        ("一季度,1-3月,1-6月", {"M03": 45, "M06": 70}),  # the running total of the same time goes first
    ],
)
def test_the_first_quarter_or_month_of_the_year_is_a_running_total_beside_others(
    run: Run, tmp_path: Path, headings: str, reached: dict[str, int]
) -> None:
    result = targets(run, tmp_path, f"指标,2024年目标,{headings}\n住房,100,20,45,70\n")["住房"]

    assert {actual.period: actual.value for actual in result.target.actuals} == reached


def test_the_first_quarter_of_the_calendar_is_none_of_a_plan_that_begins_in_april(
    run: Run, tmp_path: Path
) -> None:
    table = write_table(
        tmp_path, "2025年4月至2026年3月计划,,,\n指标,目标,1-9月,一季度\n住房,100,70,20\n", "t.csv"
    )
    outcome = run("import", table, "--partial", "-o", "made.toml")

    assert "当期数" in outcome.err
    assert not results("made.toml")["住房"].target.actuals


@pytest.mark.parametrize(
    ("months", "figures", "period"),
    [("Oct,Nov,Dec,Jan,Feb", "90,100,80,110,95", "M05"), ("Oct,Nov,Dec,Jan,Feb", "90,100,80,110,", "M04")],
)
def test_a_total_to_date_goes_to_the_last_month_of_the_plans_year_and_is_called_so(
    run: Run, tmp_path: Path, months: str, figures: str, period: str
) -> None:
    table = write_table(tmp_path, f"KPI,Unit,Target,{months},YTD\nInspections,u,1200,{figures},475\n")
    made = run("import", table, "--title", "Plan Oct 2025–Sep 2026", "-o", "plan.toml")
    assert (made.code, f"I       YTD      actual, {period}\n" in made.err) == (0, True), made.err
    (result,) = results("plan.toml").values()
    assert result.actual is not None
    assert (result.actual.period, str(result.actual.value)) == (period, "475")


def test_a_quarter_of_a_year_that_ends_in_the_next_is_one_of_the_plan(run: Run, tmp_path: Path) -> None:
    headings = "Name,2024/25 actual,2025/26 target,2025/26 Q1 actual,Actual H1 2025/26"
    table = write_table(tmp_path, f"Plan Apr 2025–Mar 2026,,,,\n{headings}\nHomes,90,100,20,45\n", "t.csv")
    assert run("import", table, "-o", "made.toml").code == 0
    target = results("made.toml")["homes"].target
    assert target.goal == 100
    assert {actual.period: actual.value for actual in target.actuals} == {"Q1": 20, "H1": 45}


@pytest.mark.parametrize(
    ("title", "headings", "goal"),
    [
        ("Plan Jul 2025–Jun 2026", "2026/27 target,2025/26 target", 80),
        ("Plan Jul 2025–Jun 2026", "2025 target,2026 target", 90),
        ("Plan FY26 (Jul 2025–Jun 2026)", "FY25 target,FY26 target", 80),
        ("Plan FY26 (Jul 2025–Jun 2026)", "FY26 target,FY27 target", 90),
        ("Plan Jul 2025–Jun 2026", "2026/27 target,H1", None),
        ("Plan Jul 2025–Jun 2026", "FY26 target,FY25 target", None),
        ("Plan FY26 (Jul 2025–Jun 2026)", "FY25 target,H1", None),
    ],
)
def test_a_goal_of_another_year_is_not_taken(
    run: Run, tmp_path: Path, title: str, headings: str, goal: int | None
) -> None:
    table = write_table(tmp_path, f"{title},,\nName,{headings}\nHomes,90,80\n", "t.csv")
    done = run("import", table, "-o", "made.toml")
    if goal is None:
        assert (done.code, Path("made.toml").exists()) == (2, False)
    else:
        assert done.code == 0
        assert results("made.toml")["homes"].target.goal == goal


def test_a_year_and_other_months_in_the_title_contradict_each_other(run: Run, tmp_path: Path) -> None:
    file = write_table(tmp_path, "Indicator,Target\nRoads,24\n")
    refused = run("import", file, "--year", "2026", "--title", "Plan Apr 2026–Mar 2027")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.splitlines()[-2:] == [
        "error: --year is the calendar year 2026, but --title names other months",
        "hint: leave --year out, or the months of --title",
    ]
    assert run("import", file, "--year", "2026", "--title", "Plan Jan 2026–Dec 2026").code == 0


@pytest.mark.parametrize(
    ("heading", "unused"),
    [
        ("H1 2026 actual", "note: --period was not needed: no column of figures lacks a period\n"),
        ("Actual", ""),
        ("Remarks", "note: --period was not used: the table has no column of actuals\n"),
    ],
)
def test_a_period_that_no_figure_needs_is_told(run: Run, tmp_path: Path, heading: str, unused: str) -> None:
    file = write_table(tmp_path, f"Indicator,Target 2026,{heading}\nRoads,24,5\n")
    done = run("import", file, "--period", "Q3")
    assert done.code == 0
    assert unused in done.err
    assert ("note: --period" in done.err) is bool(unused)
    assert ("actual = { Q3 = 5 }" in done.out) is not bool(unused)


def test_a_period_that_some_rows_name_is_none_of_the_users(run: Run, tmp_path: Path) -> None:
    """The account said Q3 of figures that became those of H1."""
    file = write_table(tmp_path, "Indicator,Goal,Actual,Period\nRoads,24,5,H1\nHomes,9,4,\n")
    done = run("import", file, "--year", "2026", "--period", "Q3")
    assert ("actual = { H1 = 5 }" in done.out, "actual = { Q3 = 4 }" in done.out) == (True, True)
    assert "C       Actual     actual\n" in done.err
    assert "note: --period counts only for rows that name no period of their own\n" in done.err


def test_a_title_of_another_period_than_the_users_needs_a_yes(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "2024年重点任务（截至9月底）,,\n指标,目标值,完成情况\n甲,12,9\n")
    refused = run("import", table, "--period", "上半年", "--lang", "zh")
    assert refused.code == 2
    assert "的标题或工作表名写的是9月，而要求写入的是上半年" in refused.err
    assert run("import", table, "--period", "H1", "--yes").code == 0
    for same in ("9月", "前三季度", "M09", "Q3"):
        assert run("import", table, "--period", same).code == 0
    headed = write_table(tmp_path, "2024年重点任务（截至9月底）,,\n指标,目标值,上半年\n甲,12,9\n")
    assert run("import", headed, "--period", "H1").code == 0  # it says its period itself


@pytest.mark.parametrize("asked", ["上半年", "H1", "2024年6月", "1-6月"])
def test_of_sheets_called_by_periods_that_of_the_user_is_imported(
    run: Run, tmp_path: Path, asked: str
) -> None:
    path = tmp_path / "quarters.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, figure in (("一季度", 28), ("上半年", 112), ("前三季度", 190)):
            sheet = book.add_worksheet(name)
            for at, row in enumerate(
                ((f"2024年{name}指标",), ("指标", "目标", "完成"), ("投资", 260, figure))
            ):
                sheet.write_row(at, 0, row)
    outcome = run("import", str(path), "--period", asked, "-o", "made.toml", "--force")
    assert outcome.code == 0, outcome.err
    actual = results("made.toml")["投资"].actual
    assert actual is not None
    assert actual.day.month == 6
    assert actual.value == 112


@pytest.mark.parametrize("others", ["2022年", "2021-2023", "2022年、2023年"])
def test_a_sheet_of_other_years_is_not_read_before_another(run: Run, tmp_path: Path, others: str) -> None:
    path = tmp_path / "years.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, figure in ((others, 28), ("指标", 112)):
            sheet = book.add_worksheet(name)
            for at, row in enumerate((("指标", "目标", "上半年完成"), ("投资", 260, figure))):
                sheet.write_row(at, 0, row)
    outcome = run("import", str(path), "--year", "2024")
    assert outcome.code == 0, outcome.err
    assert "actual = { H1 = 112 }" in outcome.out


@pytest.mark.parametrize(("year", "code"), [("2026", 0), ("2023", 2)])
def test_a_row_of_another_year_is_none_of_a_plan_of_two_calendar_years(
    run: Run, tmp_path: Path, year: str, code: int
) -> None:
    """Its goal and its figure were taken for the plan's."""
    table = f"Plan Apr 2025–Mar 2026,,,\nName,Year,Goal,Actual\nRoads,2025,10,5\nSchools,{year},4,1\n"
    made = run("import", write_table(tmp_path, table), "--period", "Q2", "--lang", "en")
    assert (made.code, "it is for 2023, but the plan is for 2025/26" in made.err) == (code, code == 2)


def test_a_column_of_another_year_that_is_named_is_doubted(run: Run, tmp_path: Path) -> None:
    """Goals of 2027 became those of the plan of 2026 without a word."""
    table = "2026年计划,,\n指标,目标,2027年目标\n路,100,80\n"
    file = write_table(tmp_path, table, "t.csv")
    assert "未注明计划年度" in run("import", file, "--column", "goal=C").err
    named = ("--column", "goal=C", "--lang", "en", "--year")
    refused = run("import", file, *named, "2026")
    doubt = "C `2027年目标`: it is for 2027, but the plan is for 2026"
    assert (refused.code, doubt in refused.err) == (2, True)
    assert run("import", file, *named, "2026", "--yes", "-o", "made.toml").code == 0
    assert run("import", file, *named, "2027").code == 0
    returned = write_table(tmp_path, "指标,2025年完成\n路,30\n", "r.csv")
    arguments = ("H1", "--from", returned, "--column", "actual=B", "-f", "made.toml", "--lang", "en")
    again = run("record", *arguments)
    assert (again.code, "it is for 2025, but the plan is for 2026" in again.err) == (2, True)


def test_a_single_row_of_quarters_that_fall_is_doubted(run: Run, tmp_path: Path) -> None:
    """Figures of each quarter alone were written as running totals."""
    quarters = "指标,年度目标,一季度,二季度\n路,100,30,20\n"
    assert run("import", write_table(tmp_path, quarters)).code == 2
    totals = quarters.replace("一季度,二季度", "一季度累计,上半年累计")
    assert run("import", write_table(tmp_path, totals)).code == 0  # a correction


@pytest.mark.parametrize("heading", ["时间", "日期", "Date", "Delivery month"])
def test_days_and_months_are_those_of_the_figures_only_if_they_can_be_no_others(
    run: Run, tmp_path: Path, heading: str
) -> None:
    """When each target is due was taken for the period of its figure, over the one that the user named."""

    def periods(first: str, second: str, *arguments: str) -> list[str]:
        table = f"Name,{heading},Goal,Actual\nA,{first},9,2\nB,{second},9,1\n"
        made = targets(run, tmp_path, table, *arguments).values()
        return [str(each.actual.day) for each in made if each.actual]

    june, year_end = "2024-06-30", "2024-12-31"
    assert periods(june, june) == [june, june]
    assert periods(year_end, year_end, "--period", "H1") == [june, june]
    assert periods(june, year_end, "--period", "H1") == [june, june]
    table = write_table(tmp_path, f"Name,{heading},Goal,Actual\nA,{june},9,2\nB,{year_end},9,1\n", "a.csv")
    assert "nothing says which period the figures in `Actual` are for" in (
        run("import", table, "--year", "2024", "--lang", "en").err
    )


@pytest.mark.parametrize("month", ["2024年6月", "2024-06", "2024年上半年"])
def test_the_year_is_that_of_the_periods_of_all_rows_where_nothing_else_says_it(
    run: Run, tmp_path: Path, month: str
) -> None:
    table = f"月报\n月份,指标,累计完成,年度计划\n{month},投资,4,9\n{month},税收,5,8\n"
    made = run("import", write_table(tmp_path, table, "t.csv"), "--lang", "en")
    assert (made.code, "year = 2024" in made.out) == (0, True)
    assert "note: taken as the plan for 2024" in made.err


def test_of_rows_of_several_years_it_is_asked_which_one_is_planned(run: Run, tmp_path: Path) -> None:
    table = "月份,指标,累计完成,年度计划\n2023年6月,投资,4,9\n2024年6月,投资,5,9\n"
    made = run("import", write_table(tmp_path, table, "t.csv"), "--lang", "en")
    assert (made.code, "does not say which year its plan is for" in made.err) == (2, True)


def test_the_year_in_the_name_of_the_file_goes_before_that_of_rows(run: Run, tmp_path: Path) -> None:
    table = "指标,目标,期间,完成\n投资,500,2024年1-12月,470\n就业,3000,2024年1-12月,2900\n"
    made = run("import", write_table(tmp_path, table, "2025年计划.csv"), "--lang", "en")
    assert (made.code, "`Jan-Dec 2024` was not understood" in made.err) == (2, True)


@pytest.mark.parametrize("unit", ["", "万元"])
def test_figures_in_groups_of_digits_or_with_units_add_up_as_others_do(
    run: Run, tmp_path: Path, unit: str
) -> None:
    """1,200 and 1,300 beside 2,500 of the year were taken for running totals."""
    table = (
        "指标,单位,年度目标,1月,2月,全年\n"
        f'投资,万元,"9,000","1,200{unit}","1,300{unit}","2,500{unit}"\n'
        f'产值,万元,"9,900","1,100.5{unit}","1,500{unit}","2,600.5{unit}"\n'
    )
    made = targets(run, tmp_path, table).values()
    assert [facts(each)[-1] for each in made] == [
        ("M02", date(2024, 2, 29), Decimal(2500)),
        ("M02", date(2024, 2, 29), Decimal("2600.5")),
    ]


def test_a_start_is_the_day_that_is_named_and_a_date_of_two_days_is_told_with_both(
    run: Run, tmp_path: Path
) -> None:
    table = "target,goal,start,due\nA,5,30 June,05/06/2024\nB,5,6月底,30 September\nC,5,June,\n"
    refused = run("import", write_table(tmp_path, table), "--lang", "en")
    assert told(refused.err)[0] == (
        "row 2: due: `05/06/2024` was not understood"
        " (`05/06/2024` may be 2024-06-05 or 2024-05-06: write the one that is meant)"
    )
    made = targets(run, tmp_path, table.replace("05/06/2024", "5.9.2024"))
    assert [(each.target.start, each.target.due) for each in made.values()] == [
        (date(2024, 6, 30), date(2024, 9, 5)),
        (date(2024, 6, 30), date(2024, 9, 30)),
        (date(2024, 6, 1), date(2024, 12, 31)),
    ]


def test_a_column_without_a_period_is_not_told_to_be_named_where_it_is_the_likeliest(
    run: Run, tmp_path: Path
) -> None:
    """The hint named 2024 actual itself, which then lacked its period again."""
    table = "KPI,Goal,Q1 actual,Q2 actual,2024 actual\nRoads,100,18,45,95\nJobs,200,36,90,190\n"
    refused = run("import", write_table(tmp_path, table), "--year", "2024")
    assert "which period the figures in `2024 actual` are for (write it as in --period H1" in refused.err
