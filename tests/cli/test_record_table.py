"""`record --from`: many figures at once, from tables as offices keep them: right, or refused with reasons."""

from collections.abc import Sequence
from pathlib import Path
from warnings import catch_warnings

import openpyxl
import pytest
import xlsxwriter

from kit.imported import results, write_table
from kit.program import Run, Write
from kit.recorded import DISTRICTS, PLAN, Take, actuals


def month(path: Path, name: str, rows: Sequence[Sequence[object]]) -> str:
    """A table as it comes: merged title, unit line, two rows of headings, a total, a note."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.merge_range(0, 0, 0, 5, f"2021年{name}重点项目投资完成情况表")
        sheet.write(1, 5, "单位：亿元、个")
        for column, heading in ((0, "县市区"), (1, "项目个数"), (2, "年度目标"), (5, "备注")):
            sheet.merge_range(2, column, 3, column, heading)
        sheet.merge_range(2, 3, 2, 4, "完成投资")
        sheet.write_row(3, 3, ["本月", "累计"])
        sheet.write_row(4, 0, ["合计", 18, 175, 10, 116.5])
        for at, row in enumerate(rows, 5):
            sheet.write_row(at, 0, row)
        sheet.merge_range(5 + len(rows), 0, 5 + len(rows), 5, "注：数据为快报数，以统计部门公布为准。")
    return str(path)


def test_the_month_of_the_districts_is_recorded_as_it_comes_and_the_next_one_too(
    run: Run, plan: Write, tmp_path: Path
) -> None:
    file = plan(DISTRICTS)
    october = month(
        tmp_path / "10月.xlsx",
        "10月",
        [
            ["吉首市", 5, 45, 3, "36.0亿元"],
            ["泸溪县", 4, 40, 2, 28.5],
            ["凤凰县", 6, 50, 4, 40],
            ["花垣县", 3, 40, 1, "—"],
        ],
    )
    outcome = run("record", "-f", file, "--from", october, "10月", "--under", "投资")
    assert outcome.code == 0, outcome.err
    assert [line for line in outcome.err.splitlines() if not line.startswith("警告")] == [
        f"从 {october} 读取：",
        "列  列标题         含义",
        "A   县市区         指标名称",
        "B   项目个数       （未读取）未能识别",
        "C   年度目标       （未读取）此处不需要",
        "D   完成投资/本月  （未读取）当期数，只用于填报当期数的指标",
        "E   完成投资/累计  完成值，1—10月",
        "F   备注           （未读取）此处不需要",
        "说明：读取了工作表 `Sheet1`",
        "说明：全表的计量单位：亿元、个",
        "说明：第1行：标题",
        "说明：第2行：计量单位",
        "说明：第3-4行：表头",
        "说明：第5行：合计，未读取",
        "说明：第9行没有数据（共1行）",
        "说明：第10行：注释，未读取",
    ]
    november = month(
        tmp_path / "11月.xlsx",
        "11月",
        [
            ["吉首市", 5, 45, 3, 39],
            ["泸溪县", 4, 40, 2, 31],
            ["凤凰县", 6, 50, 4, 44],
            ["花垣县", 3, 40, 1, 12.5],
        ],
    )
    assert run("record", "-f", file, "--from", november, "11月", "--under", "investment").code == 0
    found = actuals(file)
    assert {known: figures for known, figures in found.items() if "/" in known} == {
        "investment/吉首市": {"M10": "36.0", "M11": "39"},
        "investment/泸溪县": {"M10": "28.5", "M11": "31"},
        "investment/凤凰县": {"M10": "40", "M11": "44"},
        "investment/花垣县": {"M11": "12.5"},
    }
    before = Path(file).read_text(encoding="utf-8")
    wrong = run("record", "-f", file, "--from", october, "11月", "--under", "投资")
    assert wrong.code == 2
    assert f"{october} 的标题或工作表名写的是10月，而要求写入的是11月" in wrong.err
    assert Path(file).read_text(encoding="utf-8") == before
    assert run("record", "-f", file, "--from", november, "11月", "--under", "投资").code == 0
    assert Path(file).read_text(encoding="utf-8") == before


TEN = ("东", "南", "西", "北", "中", "上", "下", "左", "右", "前")


EXPORTED = (
    '[plan]\ntitle = "十区"\nyear = 2024\nlanguage = "zh"\nreporting = "quarter"\n'
    '[targets.all]\nname = "改造"\nunit = "户"\ngoal = 1000\n'
    + "".join(
        f'[targets.all.parts."{name}区"]\ngoal = 100\nactual = {{ Q3 = {60 + n} }}\n'
        for n, name in enumerate(TEN)
    )
    + '[targets.other]\nname = "绿化"\nunit = "亩"\ngoal = 50\nactual = { Q3 = 30 }\n'
)


@pytest.mark.parametrize("how", [("-o", "x.csv"), ("--excel", "-o", "x.csv"), ("-o", "x.xlsx")])
@pytest.mark.parametrize("asked", [("全年",), ()])
def test_a_table_that_was_exported_is_filled_in_by_ten_districts_and_read_back(
    run: Run, plan: Write, how: tuple[str, ...], asked: tuple[str, ...]
) -> None:
    """The districts write their figure and the period; the sum above and another target stay as they are."""
    file = plan(EXPORTED)
    assert run("export", "-f", file, *how).code == 0
    name = how[-1]
    if name.endswith(".csv"):
        rows = Path(name).read_text(encoding="utf-8-sig").splitlines()
        for at, row in enumerate(rows):
            if "all/" in row:
                n = TEN.index(row.partition("all/")[2][0])
                rows[at] = (
                    row.replace("Q3", "全年")
                    .replace("前三季度", "全年")
                    .replace(f",{60 + n},", f",{90 + n}.5,", 1)
                )
        Path(name).write_text("\n".join(rows), encoding="utf-8")
    else:
        fill_in_workbook(Path(name))
    outcome = run("record", "-f", file, "--from", name, *asked)
    assert outcome.code == 0, outcome.err
    assert "第2行：导出时由分解任务合计，未读取，将重新合计" in outcome.err
    found = actuals(file)
    for n, district in enumerate(TEN):
        assert found[f"all/{district}区"] == {"Q3": str(60 + n), "FY": f"{90 + n}.5"}
    assert found["all"] == {"Q3": "645", "FY": "950.0"}
    assert found["other"] == {"Q3": "30"}
    assert "[targets.all]\nname" in Path(file).read_text(encoding="utf-8")
    assert "actual = { Q3 = 645" not in Path(file).read_text(encoding="utf-8")


WITH_OWN = """[plan]
title = "P"
year = 2024
[targets.own]
name = "Own and parts"
unit = "u"
goal = 100
actual = { Q1 = 25 }
parts = { n = { goal = 50, actual = { Q1 = 13, H1 = 26 } }, s = { goal = 50, actual = { Q1 = 12, H1 = 25 } } }
[targets.cap]
name = "Cap"
unit = "u"
goal = 10
direction = "at_most"
parts = { n = { goal = 5, actual = { H1 = 3 } }, s = { goal = 5, actual = { Q1 = 1 } } }
[targets.each]
name = "Each"
unit = "u"
goal = 90
counting = "per_period"
actual = { Q2 = 30 }
"""


@pytest.mark.parametrize("how", [("-o", "x.csv"), ("--excel", "-o", "x.csv"), ("-o", "x.xlsx")])
def test_sums_and_bounds_of_an_export_become_nobody_s_own_figures(
    run: Run, plan: Write, how: tuple[str, ...]
) -> None:
    """51 is the sum of the parts, 4 lacks a part and 30 a quarter; own figures are typed ones."""
    file = plan(WITH_OWN)
    text = Path(file).read_text(encoding="utf-8")
    assert run("export", "-f", file, "--as-of", "H1", *how).code == 0
    outcome = run("record", "-f", file, "--from", how[-1], "H1")
    assert outcome.code == 0, outcome.err
    assert Path(file).read_text(encoding="utf-8") == text
    outcome = run("import", how[-1], "-o", "again.toml", "--lang", "en")
    assert outcome.code == 0, outcome.err
    assert "exported figures that lack some parts or periods, left out" in outcome.err
    made = results("again.toml")
    assert [str(actual.value) for actual in made["own"].target.actuals] == ["51"]
    assert made["cap"].status.value == "not_reported"
    assert not made["each"].target.actuals


EACH = """[plan]
title = "P"
year = 2024
[targets.each]
name = "Each"
goal = 90
counting = "per_period"
actual = { Q1 = 20, Q2 = 25 }
"""


@pytest.mark.parametrize("how", [("-o", "x.csv"), ("-o", "x.xlsx")])
def test_the_running_total_of_an_export_is_no_figure_of_its_last_quarter_alone(
    run: Run, plan: Write, how: tuple[str, ...]
) -> None:
    """45 is what both quarters brought: as that of the second it would make 65."""
    file = plan(EACH)
    assert run("export", "-f", file, *how).code == 0
    older = EACH.replace(", Q2 = 25", "")
    Path(file).write_text(older, encoding="utf-8")
    outcome = run("record", "-f", file, "--from", how[-1])
    assert outcome.code == 2, outcome.err
    assert "row 2: each counts per period, but the table has only running totals (add a column" in outcome.err
    assert Path(file).read_text(encoding="utf-8") == older


def test_the_first_quarter_of_an_export_and_a_column_of_the_quarter_alone_are_recorded(
    run: Run, plan: Write
) -> None:
    file = plan(EACH.replace(", Q2 = 25", ""))
    assert run("export", "-f", file, "-o", "first.csv").code == 0
    bare = EACH.replace("actual = { Q1 = 20, Q2 = 25 }\n", "")
    Path(file).write_text(bare, encoding="utf-8")
    assert run("record", "-f", file, "--from", "first.csv").code == 0
    assert actuals(file) == {"each": {"Q1": "20"}}
    table = write_table(Path(), "id,period,actual,this quarter,status\neach,Q2,45,25,behind\n")
    assert run("record", "-f", file, "--from", table, "--column", "actual=this quarter").code == 0
    assert actuals(file) == {"each": {"Q1": "20", "Q2": "45"}}  # as running totals
    assert "actual = { Q1 = 20, Q2 = 25 }" in Path(file).read_text(encoding="utf-8")


def fill_in_workbook(path: Path) -> None:
    """Fills in a workbook as a person does in a spreadsheet program."""
    with catch_warnings(action="ignore"):  # openpyxl drops what it does not know, as bars in cells
        book = openpyxl.load_workbook(path)
    sheet = book["进度"]
    headings = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        known = str(row[headings.index("标识")].value)
        if known.startswith("all/"):
            row[headings.index("完成值")].value = 90.5 + TEN.index(known[4])
            row[headings.index("报告期")].value = "全年"
    book.save(path)


def test_columns_that_nothing_is_recorded_from_are_computed_or_not_needed(run: Run, plan: Write) -> None:
    table = "id,H1 actual,feed,dropped on,original goal,pace,coverage\nprojects,190,f,,400,50%,\n"
    outcome = run("record", "-f", plan(PLAN), "--from", write_table(Path(), table), "H1", "--lang", "en")
    told = [line.split("(left out) ") for line in outcome.err.splitlines() if "(left out)" in line]
    assert {head.split(maxsplit=1)[1].strip(): why for head, why in told} == {
        **dict.fromkeys(("feed", "dropped on", "original goal"), "not needed here"),
        **dict.fromkeys(("pace", "coverage"), "computed from other columns"),
    }


def test_what_is_listed_has_the_sign_of_the_language_between(take: Take) -> None:
    rows = "指标,H2\n到位资金,5\n没有,6\n\n到位资金,7\n"
    chinese = take(rows, plan=PLAN, lang="zh").err
    assert "第2行：名为“到位资金”的指标有多个：funds、funds-abroad（" in chinese
    assert "列标题：A `指标`、B `甲`" in take("指标,甲\nA,1\n", "--column", "actual=Z", lang="zh").err
    assert "funds, funds-abroad (give" in take(rows, plan=PLAN).err


def test_a_column_of_figures_is_told_as_one_where_no_row_is_of_a_target(take: Take) -> None:
    outcome = take("指标,上半年,完成率\n没有,3,5%\n", plan=PLAN)
    lines = [" ".join(line.split()) for line in outcome.err.splitlines()]
    assert "B 上半年 actual" in lines
    assert any(line.startswith("C 完成率 (left out)") for line in lines)


def test_every_row_that_cannot_be_recorded_is_listed_and_nothing_is_written(take: Take) -> None:
    outcome = take(
        "标识,指标,单位,报告期,完成值\n"
        "projects,,,H2,400\n"
        "projets,,,H2,400\n"
        ",到位资金,,H2,1\n"
        ",到位资金,吨,H2,1\n"
        ",没有,,H2,1\n"
        "funds,,,H2,47.5%\n"
        "projects,,,全年,402\n"
        "funds,,,H3,5\n"
        ",,,H2,7\n"
        "projects,,,H1,191\n"
        "funds,,,,9\n"
        ",新城区,,H2,9\n",
        plan=PLAN,
    )
    assert (outcome.code, outcome.out) == (2, "")
    assert [line for line in outcome.err.splitlines() if line.startswith(("row", "error", "hint"))] == [
        "row 2: projects H2 is also in row 8 (keep one of the two)",
        "row 3: there is no target projets (did you mean `projects`?)",
        "row 4: several targets have the name 到位资金: funds, funds-abroad (give the id of one)",
        "row 5: there is no target with the name 到位资金 and the unit 吨",
        "row 6: there is no target 没有",
        "row 7: `47.5%` is not in 亿元, the unit of the target (write the figure itself, in 亿元)",
        "row 8: projects FY is also in row 2 (keep one of the two)",
        (
            "row 9: `H3` is not a period of this plan "
            "(write H1, Q1 to Q4, M01 to M12, FY, or a date such as 2024-06-30)"
        ),
        (
            "row 10: it names no target "
            "(write the name in each row; of merged cells a text file keeps only the first)"
        ),
        (
            "row 11: projects has 190 for H1 already; it was not replaced by 191 "
            "(to change a published figure, add --revise)"
        ),
        (
            "row 12: it has a figure, but no period (name it after the table, "
            "as in --from actuals.xlsx H1, or add a column `period`)"
        ),
        "row 13: there is no target 新城区 (if the rows are parts of a target: --under funds-abroad)",
        f"error: {take.table}: 12 of 12 figures cannot be recorded; nothing was written",
        "hint: correct them, or record the rest with --partial",
    ]
    assert Path(take.file).read_text(encoding="utf-8") == PLAN


def test_partial_writes_the_rest_and_tells_what_it_left_out(take: Take) -> None:
    table = "name,unit,H1\nA,u,5\nD,u,5\nB,u,-3\nC,t,7\nVisits,u,x\n"
    outcome = take(table, "--partial")
    assert outcome.code == 0, outcome.err
    assert take.actuals == {"a": {"H1": "5"}, "visits": {"M08": "5"}}
    told = [line for line in outcome.err.splitlines() if line.startswith("row ")]
    assert [line.partition(":")[0] for line in told if "heading" not in line] == [
        "row 3",
        "row 4",
        "row 5",
        "row 6",
    ]
    assert "row 4: `H1` must not be negative" in outcome.err
    assert "note: 4 of 5 figures left out (--partial)\n" in outcome.err
    assert take(table).code == 2
    assert take.is_untouched


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("<html>", "t.xls", "的内容是网页（不以扩展名为准）"),
        ("<html>", "t.html", "的内容是网页（不以扩展名为准）"),  # is what its name says
        ("<?xml version='1.0'?><a/>", "t.xml", "的内容是 XML（不以扩展名为准）"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_in_the_language_of_the_plan(
    run: Run, plan: Write, tmp_path: Path, *, text: str, name: str, told: str
) -> None:
    table = write_table(tmp_path, text, name=name)
    outcome = run("record", "-f", plan(DISTRICTS), "--from", table, "10月")
    assert (outcome.code, outcome.err.splitlines()[0]) == (2, f"错误：{table} {told}")


def test_partial_takes_neither_of_two_rows_for_one_figure(take: Take) -> None:
    outcome = take("name,unit,H1\nA,u,5\nB,u,6\nA,u,7\nA,u,8\n", "--partial")
    assert outcome.code == 0, outcome.err
    assert take.actuals == {"b": {"H1": "6"}, "visits": {"M08": "5"}}
    assert [
        line for line in outcome.err.splitlines() if line.startswith("row ") and "heading" not in line
    ] == [
        "row 2: a H1 is also in row 4 (keep one of the two)",
        "row 4: a H1 is also in row 2 (keep one of the two)",
        "row 5: a H1 is also in row 2 (keep one of the two)",
    ]
    assert "note: 3 of 4 figures left out (--partial)\n" in outcome.err


def test_three_hundred_unknown_names_are_told_as_a_hundred_and_their_number(take: Take) -> None:
    outcome = take("name,H1\n" + "".join(f"Nobody {n},1\n" for n in range(300)))
    rows = [line for line in outcome.err.splitlines() if line.startswith("row ") and "no target" in line]
    assert (outcome.code, len(rows)) == (2, 100)
    assert "… and 200 more\n" in outcome.err


def test_a_dry_run_shows_what_is_understood_and_writes_nothing(take: Take) -> None:
    outcome = take("name,H1\nA,5\n", "--dry-run")
    assert outcome.code == 0
    assert "+actual = { H1 = 5 }" in outcome.out
    assert "B       H1       actual, H1\n" in outcome.err
    assert outcome.err.endswith("nothing was written (--dry-run)\n")
    assert take.is_untouched
    assert take("name,H1\nA,x\n", "--dry-run").code == 2


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("gb18030", "GB18030"), ("utf-16", "UTF-16")],
)
def test_the_encodings_of_chinese_excel_are_read_and_named(take: Take, encoding: str, said: str) -> None:
    table = "2024年情况\r\n指标名称\t单位\t全年\r\n引进亿元以上项目\t个\t401\r\n"
    outcome = take(table.encode(encoding), plan=PLAN)
    assert outcome.code == 0, outcome.err
    assert f"t.csv was read as {said}\n" in outcome.err
    assert take.actuals["projects"] == {"H1": "190", "FY": "401"}


def test_the_encoding_can_be_said(take: Take) -> None:
    table = "指標名稱,H2\nprojects,401\n".encode("big5")
    assert take(table, "--encoding", "big5", "--column", "name=A", plan=PLAN).code == 0
    assert take.actuals["projects"]["H2"] == "401"
    assert "there is no encoding `x`" in take(table, "--encoding", "x", plan=PLAN).err


@pytest.mark.parametrize(
    ("arguments", "table", "words"),
    [
        (("H2",), "a,b\n1,2\n", "has no headings for the name (or id) and for figures"),
        (
            ("H2", "--column", "actual=Z"),
            "id,b\n1,2\n",
            "there is no column `Z`\nhint: headings found: A `id`, B `b` (not understood)",
        ),
        (("H2", "--column", "figure=b"), "id,b\n1,2\n", "`figure=b` does not name a column"),
        (("H2", "--column", "actual=b", "--column", "actual=id"), "id,b\n1,2\n", "actual is named twice"),
        (("projects", "H2", "7"), "id,b\n", "give a table, a feed, or ID PERIOD VALUE"),
        (("H2", "--sheet", "x"), "id,actual\n", "is a text file and has no sheets"),
        (("H2",), "PK\x03\x04", "is damaged: the workbook is incomplete"),
        (("H2",), "<html><table>", "is a web page, whatever its name says"),
        (("H2",), "", "is empty"),
    ],
)
def test_a_table_that_does_not_say_enough_is_refused(
    take: Take, arguments: tuple[str, ...], table: str, words: str
) -> None:
    outcome = take(table, *arguments, plan=PLAN)
    assert outcome.code == 2
    assert words in outcome.err


def test_options_of_tables_need_a_table(run: Run, plan: Write) -> None:
    outcome = run("record", "-f", plan(PLAN), "projects", "H2", "401", "--under", "funds")
    assert outcome.code == 2
    assert "are for a table" in outcome.err


@pytest.mark.parametrize(("number", "left"), [(20, 0), (21, 0), (22, 2)])
def test_never_is_a_single_target_left_out_of_what_the_figures_mean(
    take: Take, number: int, left: int
) -> None:
    plan = '[plan]\ntitle = "P"\nyear = 2024\n' + "".join(
        f'[targets.t{n}]\nname = "T{n}"\nunit = "u"\ngoal = 10\nactual = {{ Q1 = 3 }}\n'
        for n in range(number)
    )
    rows = "".join(f"t{n},{4 if n == number - 1 else 6}\n" for n in range(number))
    said = take(f"id,H1\n{rows}", plan=plan).out.splitlines()[1:]
    last = f"t{number - 1}: 4 of 10 u, 40.0%, behind (was on pace)"
    assert last in said
    if left:
        assert said[0] == last  # what is worse now must not be among those left out
        assert said[1].startswith("t0: ")
        assert said[-1] == f"… and {left} more"
    assert len(said) == (21 if left else number)
