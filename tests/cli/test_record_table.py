"""`record --from`: many figures at once, from tables as officials keep them; all of them or none."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from kit.program import Run, Write
from plan_tracker.numbers import figure_meant, rounded
from plan_tracker.reading.plan_file import load

PLAN = """[plan]
title = "P"
year = 2024

[targets.projects]
name = "引进亿元以上项目"
unit = "个"
goal = 400
actual = { H1 = 190 } # 半年

[targets.funds]
name = "到位资金"
unit = "亿元"
goal = 700
actual = { H1 = 365.60 }

[targets.funds-abroad]
name = "到位资金"
unit = "万美元"
goal = 900
parts = { "新城区" = { goal = 900 } }
"""


def write_table(folder: Path, text: str, encoding: str = "utf-8", name: str = "actuals.csv") -> str:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return str(path)


def actuals(file: str) -> dict[str, dict[str, str]]:
    """The figures of a plan as typed, by target and period."""
    targets = [each for target in load(file).targets for each in (target, *target.parts)]
    return {each.id: {actual.period: str(actual.value) for actual in each.actuals} for each in targets}


def test_rows_are_matched_by_id_or_by_name_and_unit(run: Run, plan: Write, tmp_path: Path) -> None:
    file = plan(PLAN)
    table = write_table(
        tmp_path,
        "id,name,unit,period,actual\n"
        "projects,,,H2,401\n"
        ',到位资金,亿元,H2,"1,700.50"\n'
        "funds-abroad/新城区,,,H2,７０．５\n"
        ",,,,\n"
        "projects,,,H1,\n",
    )
    outcome = run("record", "-f", file, "--from", table)
    assert outcome.code == 0, outcome.err
    assert actuals(file) == {
        "projects": {"H1": "190", "H2": "401"},
        "funds": {"H1": "365.60", "H2": "1700.50"},
        "funds-abroad": {"H2": "70.5"},
        "funds-abroad/新城区": {"H2": "70.5"},
    }
    assert outcome.out.splitlines()[:2] == [
        f"{file}: 3 figures added, 0 revised, 0 as they were",
        "projects: 401 of 400, 100.3%, done (was behind)",
    ]
    assert "# 半年" in Path(file).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("gb18030", "GB18030"), ("utf-16", "UTF-16")],
)
def test_the_encodings_of_chinese_excel_are_read_and_named(
    run: Run, plan: Write, tmp_path: Path, encoding: str, said: str
) -> None:
    file = plan(PLAN)
    table = write_table(
        tmp_path, "2024年情况\r\n指标名称\t单位\t全年\r\n引进亿元以上项目\t个\t401\r\n", encoding
    )
    outcome = run("record", "-f", file, "--from", table)
    assert outcome.code == 0, outcome.err
    assert f"note: {table} was read as {said}\n" in outcome.err
    assert actuals(file)["projects"] == {"H1": "190", "FY": "401"}


def test_text_in_another_encoding_is_refused(run: Run, plan: Write, tmp_path: Path) -> None:
    table = tmp_path / "actuals.csv"
    table.write_bytes(b"id,actual\nprojects,\xff\xff\n")
    outcome = run("record", "-f", plan(PLAN), "--from", str(table), "H2")
    assert outcome.code == 2
    assert "is neither UTF-8 nor GB18030 text" in outcome.err


def test_every_row_that_cannot_be_recorded_is_listed_and_nothing_is_written(
    run: Run, plan: Write, tmp_path: Path
) -> None:
    file = plan(PLAN)
    table = write_table(
        tmp_path,
        "标识,指标,单位,报告期,完成值\n"
        "projects,,,H2,400\n"
        "projets,,,H2,400\n"
        ",到位资金,,H2,1\n"
        ",到位资金,元,H2,1\n"
        ",没有,,H2,1\n"
        "funds,,,H2,47.5%\n"
        "projects,,,H2,402\n"
        "funds,,,H3,5\n"
        ",,,H2,7\n"
        "projects,,,H1,191\n"
        "funds,,,,9\n",
    )
    outcome = run("record", "-f", file, "--from", table)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines()[1:] == [
        "row 3: there is no target `projets` (did you mean `projects`?)",
        "row 4: several targets have the name 到位资金: funds, funds-abroad",
        "row 5: there is no target with the name 到位资金 and the unit 元",
        "row 6: there is no target with the name 没有",
        "row 7: `47.5%` is not a number",
        "row 8: projects H2 stands in row 2 already",
        (
            "row 9: `H3` is no period of this plan "
            "(write H1, Q1 to Q4, M01 to M12, FY, or a date such as 2024-06-30)"
        ),
        "row 10: it names no target",
        (
            "row 11: projects has 190 for H1 already; it was not replaced by 191 "
            "(to change a published figure, add --revise)"
        ),
        "row 12: it has a figure, but no period",
        f"error: 10 of 11 figures in {table} cannot be recorded; nothing was written",
    ]
    assert Path(file).read_text(encoding="utf-8") == PLAN


def test_figures_of_a_workbook_have_the_digits_that_people_see(run: Run, plan: Write, tmp_path: Path) -> None:
    table = tmp_path / "actuals.xlsx"
    with xlsxwriter.Workbook(table) as book:
        book.add_worksheet("说明").write(0, 0, "x")
        sheet = book.add_worksheet("数据")
        sheet.write_row(0, 0, ["指标", "单位", "截止", "2024-09-30"])
        sheet.write_row(1, 0, ["引进亿元以上项目", "个", "", 401.0])
        sheet.write_row(2, 0, ["到位资金", "亿元", "", 0.1 + 0.2 + 700])
    file = plan(PLAN)
    outcome = run("record", "-f", file, "--from", str(table), "--sheet", "数据")
    assert outcome.code == 0, outcome.err
    assert actuals(file)["projects"] == {"H1": "190", "2024-09-30": "401"}
    assert actuals(file)["funds"] == {"H1": "365.60", "2024-09-30": "700.3"}


def test_dates_of_a_workbook_are_periods(run: Run, plan: Write, tmp_path: Path) -> None:
    table = tmp_path / "actuals.xlsx"
    with xlsxwriter.Workbook(table, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["id", "period", "figures of the office"])
        sheet.write_row(1, 0, ["projects", date(2024, 9, 30), 300])
    file = plan(PLAN)
    outcome = run("record", "-f", file, "--from", str(table), "--column", "actual=Figures of the Office")
    assert outcome.code == 0, outcome.err
    assert actuals(file)["projects"]["2024-09-30"] == "300"


def test_what_stands_there_already_needs_no_leave_even_with_fewer_zeros(
    run: Run, plan: Write, tmp_path: Path
) -> None:
    file = plan(PLAN)
    table = write_table(tmp_path, "id,period,actual\nfunds,H1,365.6\nprojects,H1,190\n")
    outcome = run("record", "-f", file, "--from", table)
    assert (outcome.code, outcome.out) == (0, f"{file}: 0 figures added, 0 revised, 2 as they were\n")
    assert Path(file).read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize(
    ("arguments", "text", "words"),
    [
        ((), "id,actual\nprojects,1\n", "does not say for which period its figures are"),
        (("H2",), "a,b\n1,2\n", "has headings for the id or the name, and for the figures"),
        (("H2", "--column", "actual=Z"), "id,b\n1,2\n", "has no column `Z`"),
        (("H2", "--column", "figure=b"), "id,b\n1,2\n", "`figure=b` names no column"),
        (("projects", "H2", "7"), "id,b\n", "give either a table, or ID PERIOD VALUE"),
        (("H2", "--sheet", "x"), "PK\x03\x04", "cannot be read"),
    ],
)
def test_a_table_that_does_not_say_enough_is_refused(
    *, run: Run, plan: Write, tmp_path: Path, arguments: tuple[str, ...], text: str, words: str
) -> None:
    outcome = run("record", "-f", plan(PLAN), "--from", write_table(tmp_path, text), *arguments)
    assert outcome.code == 2
    assert words in outcome.err


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1,550", "1550"),
        ("１，５５０．２５", "1550.25"),
        ("96.50", "96.50"),
        ("0.30000000000000004", "0.3"),
        ("123456789012345678", None),
        ("1234567890123.4567", "1234567890123.46"),
        ("−3.5", "-3.5"),
        ("+7", "7"),
        ("007", "7"),
        ("-0", "0"),
        ("1,55", None),
        ("1.550,5", None),
        ("1e3", None),
        ("", None),
        ("五", None),
        ("²", None),
    ],
)
def test_a_figure_is_understood_only_where_it_has_one_meaning(text: str, figure: str | None) -> None:
    assert figure_meant(text) == figure


def test_fifteen_digits_of_a_binary_number_are_meant() -> None:
    assert [str(rounded(Decimal(repr(number)))) for number in (0.1 + 0.2, 1e14, 120.0, 1 / 3)] == [
        "0.3",
        "100000000000000",
        "120",
        "0.333333333333333",
    ]
