"""Which cells are figures to be recorded, and what is told of the others."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from kit.imported import write_table
from kit.program import Run, Write
from kit.recorded import DISTRICTS, PLAN, SOME, UNITS, Take, actuals
from kit.workbooks import text, workbook


def test_percent_cells_errors_and_formulas_are_what_people_see(take: Take) -> None:
    rows = (
        f'<row r="1">{text("A1", "name")}{text("B1", "H1")}</row>'
        f'<row r="2">{text("A2", "Share")}<c r="B2" s="1"><v>0.5571</v></c></row>'
        f'<row r="3">{text("A3", "Rate")}<c r="B3" s="2"><v>0.07</v></c></row>'
    )
    outcome = take(workbook(rows), name="t.xlsx")
    assert outcome.code == 0, outcome.err
    assert take.actuals["share"] == {"H1": "55.71"}
    assert take.actuals["rate"] == {"H1": "7"}
    faulty = (
        f'<row r="1">{text("A1", "name")}{text("B1", "H1")}</row>'
        f'<row r="2">{text("A2", "A")}<c r="B2" s="1"><v>0.5571</v></c></row>'
        f'<row r="3">{text("A3", "B")}<c r="B3" t="e"><v>#N/A</v></c></row>'
        f'<row r="4">{text("A4", "C")}<c r="B4"><f>1+1</f></c></row>'
    )
    outcome = take(workbook(faulty), name="t.xlsx")
    assert outcome.code == 2
    assert "row 2: `55.71%` is not in u, the unit of the target" in outcome.err
    assert "row 3: the cell holds the error `#N/A`, not a number" in outcome.err
    assert "row 4: the cell holds a formula that was never calculated (open the file" in outcome.err
    assert take.is_untouched


def test_a_figure_that_is_merged_over_rows_is_nobodys(take: Take, tmp_path: Path) -> None:
    path = tmp_path / "m.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["name", "unit", "H1"])
        sheet.write_column(1, 0, ["A", "B", "C"])
        sheet.merge_range(1, 1, 3, 1, "u")
        sheet.merge_range(1, 2, 2, 2, 7)
        sheet.write(3, 2, 9)
    outcome = take(path.read_bytes(), "--partial", name="t.xlsx")
    assert outcome.code == 0, outcome.err
    for row in (2, 3):
        assert (
            f"row {row}: its figure is in a cell merged over C2:C3 (give each row its own figure)"
            in outcome.err
        )
    assert take.actuals["c"] == {"H1": "9"}
    assert "a" not in take.actuals


def test_digits_of_spreadsheets_are_rounded_and_that_is_told(take: Take) -> None:
    table = 'name,H1\nA,0.30000000000000004\nB,"1,234,567"\nC,"3,425"\nVisits,-\n'
    outcome = take(table, "--yes")
    assert outcome.code == 0, outcome.err
    assert "note: row 2: rounded to 15 digits\n" in outcome.err
    assert "note: 1 row without a figure: 5\n" in outcome.err
    assert {known: take.actuals[known]["H1"] for known in "abc"} == {"a": "0.3", "b": "1234567", "c": "3425"}
    assert "row 2: `1234567890123456789` has too many digits" in take("name,H1\nA,1234567890123456789\n").err


@pytest.mark.parametrize(
    ("table", "is_doubted"),
    [
        ("name;H1\nA;1.200\nB;2.450\n", True),
        ("name;H1\nA;1.200\nB;2.45\n", False),
        ("name;H1\nA;0.200\nB;0.450\n", False),
        ("name;H1\nA;1.200\nB;2\n", False),
        ("name,H1\nA,1.200\nB,2.450\n", False),
    ],
)
def test_points_before_three_digits_in_a_text_divided_by_semicolons_are_doubted(
    take: Take, table: str, *, is_doubted: bool
) -> None:
    outcome = take(table)
    assert outcome.code == (2 if is_doubted else 0), outcome.err
    words = "1.200 was read with a decimal point; if points group digits, write 1200"
    assert (words in outcome.err) is is_doubted
    assert take(table, "--yes").code == 0
    assert take.actuals["a"]["H1"] in {"1.200", "0.200"}


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (
            "name;H1\nA;3,425\n",
            "row 2: the comma in `3,425` could be a thousands separator or a decimal comma",
        ),
        ("name;H1\nA;120,5\nB;1.550\n", "row 3: the point in `1.550` may be a thousands separator"),
        ("name,unit,H1\nA,u,3,425\n", "row 2: it has more fields than there are headings"),
        ('name,H1\n"A,5\nB,6\n', "row 2 has a quotation mark that is not closed"),
        ("name,H1\nA,约5\n", "row 2: `约5` is not a number"),
        ("name,H1\nA,#DIV/0!\n", "row 2: the cell holds the error `#DIV/0!`"),
        ("name,H1\nA,1e28\n", "row 2: `1e28` is not a number"),
        ("name,H1\n" + "A" * 300_000 + ",5\n", "row 2: there is no target AAAA"),
        ("name,H1\nA\x1b[31m,5\n", "row 2: there is no target A\\u001b[31m"),
        ("name,H1\nA,{figure}\n", "row 2: `{figure}` is not a number"),
    ],
)
def test_what_may_mean_two_things_or_nothing_is_told_with_its_row(take: Take, table: str, words: str) -> None:
    outcome = take(table)
    assert outcome.code == 2
    assert words in outcome.err
    assert len(outcome.err) < 3000
    assert take.is_untouched


def test_figures_of_a_workbook_have_the_digits_that_people_see(take: Take, tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        book.add_worksheet("说明").write(0, 0, "x")
        sheet = book.add_worksheet("数据")
        sheet.write_row(0, 0, ["指标", "单位", "截止", date(2024, 9, 30), 12])
        sheet.write_row(1, 0, ["引进亿元以上项目", "个", "", 401.0])
        sheet.write_row(2, 0, ["到位资金", "亿元", "", 0.1 + 0.2 + 700])
    outcome = take(path.read_bytes(), plan=PLAN, name="t.xlsx")
    assert outcome.code == 0, outcome.err
    assert take.actuals["projects"] == {"H1": "190", "2024-09-30": "401"}
    assert take.actuals["funds"] == {"H1": "365.60", "2024-09-30": "700.3"}
    assert "note: the sheet `数据` was read\n" in outcome.err
    assert "note: other sheets, not read: 说明; --sheet names one\n" in outcome.err


def test_hidden_sheets_are_left_and_hidden_rows_are_read_and_both_are_said(
    take: Take, tmp_path: Path
) -> None:
    path = tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(path) as book:
        old = book.add_worksheet("old")
        old.write_row(0, 0, ["name", "H1"])
        old.write_row(1, 0, ["A", 1])
        sheet = book.add_worksheet("new")
        sheet.write_row(0, 0, ["name", "H1"])
        sheet.write_row(1, 0, ["A", 5])
        sheet.write_row(2, 0, ["B", 6])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.activate()
        old.hide()
    outcome = take(path.read_bytes(), name="t.xlsx")
    assert outcome.code == 0, outcome.err
    assert "note: hidden sheets, not read: old; --sheet names one\n" in outcome.err
    assert "note: row 3: hidden, read all the same\n" in outcome.err
    assert (take.actuals["a"], take.actuals["b"]) == ({"H1": "5"}, {"H1": "6"})
    assert take(path.read_bytes(), "--sheet", "old", name="t.xlsx").code == 0
    assert take.actuals["a"] == {"H1": "1"}


def test_headings_of_another_table_below_end_the_first_and_its_own_are_passed_over(take: Take) -> None:
    own = "指标,单位,2024年9月\nA,u,7\n二、其他,,\n指标名称,单位,9月份\nB,u,8\n"
    outcome = take(own, "M09", lang="zh")
    assert outcome.code == 0
    assert "第4行：重复的表头或栏次，未读取" in outcome.err
    assert take.actuals == {"a": {"M09": "7"}, "b": {"M09": "8"}, "visits": {"M08": "5"}}


@pytest.mark.parametrize(
    "below",
    [
        "指标,全年计划,9月\nB,2000,800\n",
        "指标,8月,\nB,700,\n",
        "指标,9月（万元）,\nB,1,\n",
        "序号,县市,完成\n1,B,800\n",
    ],
)
def test_another_table_below_is_refused_or_left_out(take: Take, below: str) -> None:
    table = f"指标,9月,\nA,7,\n{below}C,9,\n"
    refused = take(table, lang="zh")
    assert refused.code == 2
    assert take.is_untouched
    assert "第3行：从这里开始是另一张表，表头不同（请另存为单独的工作表）" in refused.err
    assert "第3-5行：另一张表，未读取" in refused.err
    assert take.again(table, "--partial").code == 0
    assert take.actuals == {"a": {"M09": "7"}, "visits": {"M08": "5"}}


def test_tables_side_by_side_are_recorded_one_after_the_other(take: Take) -> None:
    table = "指标,9月,,指标,9月\nA,7,,B,8\nC,9,,,\n"
    refused = take(table, lang="zh")
    assert (refused.code, take.is_untouched) == (2, True)
    assert "错误：表中有并排的几张表：A `指标`、D `指标`\n" in refused.err
    assert take.again(table, "--column", "name=A").code == 0
    assert take.actuals == {"a": {"M09": "7"}, "c": {"M09": "9"}, "visits": {"M08": "5"}}
    assert take.again(table, "--column", "name=D").code == 0
    assert take.actuals["b"] == {"M09": "8"}


def test_a_row_of_words_is_no_heading_of_another_table(take: Take) -> None:
    outcome = take("指标,类型,进展,9月完成\nA,市,完成,—\nB,县,计划,8\n")
    assert (outcome.code, take.actuals["b"]) == (0, {"M09": "8"})


def test_rows_without_a_figure_are_counted_beside_rows_with_a_fault(take: Take) -> None:
    outcome = take("指标,9月,1-9月\nA,7,x\nB,8,—\nC,9,90\n", "M09")
    assert outcome.code == 2
    assert "1 row without a figure: 3" in outcome.err


def test_a_goal_that_is_not_that_of_the_plan_is_told(take: Take) -> None:
    outcome = take("指标,目标,9月\nA,1000,7\nB,2000.5,8\nC,—,9\n", lang="zh")
    assert outcome.code == 0
    assert "第3行：表中的目标值与计划不同" in outcome.err


@pytest.mark.parametrize("whole", ["全州", "全州合计", "全 县", "本页小计", "总计："])
def test_the_row_of_the_whole_above_its_districts_is_a_total(
    run: Run, plan: Write, tmp_path: Path, whole: str
) -> None:
    file = plan(DISTRICTS)
    table = write_table(tmp_path, f"县市,9月累计\n{whole},65\n其中：吉首市,36\n泸溪县,29\n其中：州本级,1\n")
    outcome = run("record", "-f", file, "--from", table, "--under", "投资")
    assert (outcome.code, "第2行：合计，未读取" in outcome.err) == (0, True)
    assert "第5行：“其中”项，未读取；如是单独的指标，请删去“其中”\n" in outcome.err
    found = {known: figures for known, figures in actuals(file).items() if figures}
    assert found == {
        "investment": {"M09": "65"},
        "investment/吉首市": {"M09": "36"},
        "investment/泸溪县": {"M09": "29"},
    }


@pytest.mark.parametrize(
    ("number", "code", "figure"),
    [
        (50000, '#,##0"亿元"', "50000"),
        (62.35, '0.0"亿元"', "62.35"),
        (62.35, "0.0亿元_ ", "62.35"),
        (62.35, '0.0"（预计）"', "62.35"),
        (62.35, "#,##0.00_);(#,##0.00)", "62.35"),
        (62.35, '#,##0.00\\ "€"', "62.35"),
        (6200, '0.0,"k"', "6200"),
        (62345.6, '0!.0,"万"', "62345.6"),
        (62345.6, '0\\.00,,"亿"', "62345.6"),
        (62345.6, "0000!.00!.00", "62345.6"),
    ],
)
def test_a_format_that_shows_the_unit_of_the_target_or_none_changes_nothing(
    take: Take, tmp_path: Path, number: float, code: str, figure: str
) -> None:
    assert take(formatted(tmp_path / "f.xlsx", number, code), "--yes", plan=UNITS, name="f.xlsx").code == 0
    assert take.actuals == {"a": {"M09": figure}}


@pytest.mark.parametrize(
    ("number", "code", "told"),
    [
        (50000, '#,##0"万元"', "`50000万元`"),
        (50000, "0\\万\\元", "`50000万元`"),
        (62, '0"万"', "`62万`"),
        (5, 'General"个"', "`5个`"),
        (623500, "#,##0,", "its number format shows 623.5 where the cell holds 623500"),
        (623500, "0!.0,", "its number format shows 62.35 where the cell holds 623500"),
        (623500, "#\\.0,", "its number format shows 62.35 where the cell holds 623500"),
        (623500, '0"."0000', "its number format shows 62.35 where the cell holds 623500"),
        (623500, '0!.0000"万元"', "`62.35万元`"),
        (6235000, '#,##0,,"百万元"', "`6.235百万元`"),
    ],
)
def test_a_figure_that_its_format_shows_in_another_size_is_refused(
    take: Take, tmp_path: Path, number: float, code: str, told: str
) -> None:
    refused = take(formatted(tmp_path / "f.xlsx", number, code), "--yes", plan=UNITS, name="f.xlsx")
    assert refused.code == 2
    assert f"row 2: {told}" in refused.err


def formatted(path: Path, number: float, code: str) -> bytes:
    """A workbook with one figure, shown by a number format."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["指标", "9月"])
        sheet.write_string(1, 0, "A")
        sheet.write_number(1, 1, number, book.add_format({"num_format": code}))
    return path.read_bytes()


def test_a_row_of_another_period_is_read_as_the_others_are(take: Take) -> None:
    """Beside 5,000.5 the comma of 3,425 groups digits; it was refused as the figure of another period."""
    plan = SOME.replace("goal = 1000\n", "goal = 9000\nactual = { M06 = 3425 }\n")
    outcome = take('name,period,actual\nA,M06,"3,425"\nA,M09,"5,000.5"\n', "M09", plan=plan)
    assert outcome.code == 0, outcome.err
    assert "row 2: for another period, same figure as in the plan" in outcome.err
    assert take.actuals["a"] == {"M06": "3425", "M09": "5000.5"}
