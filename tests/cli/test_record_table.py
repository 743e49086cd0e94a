"""`record --from`: many figures at once, from tables as offices keep them: right, or refused with reasons."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from warnings import catch_warnings

import openpyxl
import pytest
import xlsxwriter

from kit.program import Outcome, Run, Write
from kit.workbooks import text, workbook
from plan_tracker.reading.plan_file import load
from plan_tracker.spreadsheets.units import power

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
SOME = """[plan]
title = "P"
year = 2024
[targets.a]
name = "A"
unit = "u"
goal = 1000
[targets.b]
name = "B"
unit = "u"
goal = 2000
[targets.c]
name = "C"
unit = "u"
goal = 3000
[targets.share]
name = "Share"
unit = "%"
kind = "level"
goal = 60
[targets.rate]
name = "Rate"
unit = "%"
kind = "level"
goal = 80
[targets.visits]
name = "Visits"
unit = "u"
goal = 100
counting = "per_period"
actual = { M08 = 5 }
"""


def write_table(folder: Path, content: str | bytes, encoding: str = "utf-8", name: str = "t.csv") -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return str(path)


def actuals(file: str) -> dict[str, dict[str, str]]:
    """The figures of a plan as typed, by target and period; running totals where figures count per period."""
    targets = [each for target in load(file).targets for each in (target, *target.parts)]
    return {each.id: {actual.period: str(actual.value) for actual in each.actuals} for each in targets}


@pytest.fixture
def take(run: Run, plan: Write, tmp_path: Path) -> "Take":
    return Take(run, plan, tmp_path)


class Take:
    """Records a table into a plan."""

    def __init__(self, run: Run, plan: Write, folder: Path) -> None:
        self._run, self._plan, self._folder = run, plan, folder
        self.file = self.table = ""

    def __call__(
        self, table: str | bytes, *arguments: str, plan: str = SOME, name: str = "t.csv", lang: str = "en"
    ) -> Outcome:
        """The outcome, for a plan that is written anew."""
        self.file = self._plan(plan)
        return self.again(table, *arguments, name=name, lang=lang)

    def again(self, table: str | bytes, *arguments: str, name: str = "t.csv", lang: str = "en") -> Outcome:
        """The same for the plan as it is."""
        self.table = write_table(self._folder, table, name=name)
        return self._run("record", "-f", self.file, "--lang", lang, "--from", self.table, *arguments)

    @property
    def actuals(self) -> dict[str, dict[str, str]]:
        """The figures of the plan, of those that have any."""
        return {known: figures for known, figures in actuals(self.file).items() if figures}

    @property
    def is_untouched(self) -> bool:
        """Whether the plan is as it was."""
        return self.actuals == {"visits": {"M08": "5"}}


# --- the officer's month


DISTRICTS = """[plan]
title = "州重点项目"
year = 2021
language = "zh"
reporting = "month"

[targets.investment]
name = "投资"
unit = "亿元"
goal = 300
[targets.investment.parts."吉首市"]
goal = 45
[targets.investment.parts."泸溪县"]
goal = 40
[targets.investment.parts."凤凰县"]
goal = 50
[targets.investment.parts."花垣县"]
goal = 40

[targets.projects]
name = "开复工项目"
unit = "个"
goal = 300
"""


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
        "D   完成投资/本月  （未读取）当月数，只用于填报当期数的指标",
        "E   完成投资/累计  完成值，1—10月",
        "F   备注           （未读取）此处不需要",
        "说明：读取了工作表 `Sheet1`",
        "说明：表上方的单位：亿元、个",
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


# --- rows and their targets


def test_rows_are_matched_by_id_or_by_name_and_unit(take: Take) -> None:
    outcome = take(
        "id,name,unit,period,actual\n"
        "projects,,,H2,401\n"
        ',到位资金,亿元,H2,"1,700.50"\n'
        "funds-abroad/新城区,,,H2,７０．５\n"
        ",,,,\n"
        "projects,,,H1,\n",
        plan=PLAN,
    )
    assert outcome.code == 0, outcome.err
    assert take.actuals == {
        "projects": {"H1": "190", "H2": "401"},
        "funds": {"H1": "365.60", "H2": "1700.50"},
        "funds-abroad": {"H2": "70.5"},
        "funds-abroad/新城区": {"H2": "70.5"},
    }
    assert outcome.out.splitlines()[:2] == [
        f"{take.file}: 3 figures added, 0 revised, 0 unchanged",
        "projects: 401 of 400个, 100.3%, done (was behind)",
    ]
    assert "note: 1 row without a figure: 6\n" in outcome.err
    assert "# 半年" in Path(take.file).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "table",
    [
        "name,H2\nfunds-abroad/新城区,7\n",
        "parent,name,H2\nfunds-abroad,新城区,7\n",
        "上级指标,指标,H2\nfunds-abroad,新 城 区,7\n",
        "id,parent,H2\nfunds-abroad/新城区,funds-abroad,7\n",
    ],
)
def test_a_part_is_found_below_its_parent_or_as_target_and_part(take: Take, table: str) -> None:
    outcome = take(table, plan=PLAN)
    assert outcome.code == 0, outcome.err
    assert take.actuals["funds-abroad/新城区"] == {"H2": "7"}


@pytest.mark.parametrize(
    ("under", "words"),
    [
        ("projects", "error: the target projects has no parts\n"),
        ("funds-abord", "error: there is no target funds-abord\nhint: did you mean `funds-abroad`?\n"),
        (
            "到位资金",
            "error: several targets have the name 到位资金: funds, funds-abroad\nhint: give the id of one\n",
        ),
    ],
)
def test_under_names_one_target_with_parts(take: Take, under: str, words: str) -> None:
    outcome = take("name,H2\n新城区,7\n", "--under", under, plan=PLAN)
    assert (outcome.code, outcome.err) == (2, words)


def test_what_is_listed_has_the_sign_of_the_language_between(take: Take) -> None:
    rows = "指标,H2\n到位资金,5\n没有,6\n\n到位资金,7\n"
    chinese = take(rows, plan=PLAN, lang="zh").err
    assert "第2行：名为“到位资金”的指标有多个：funds、funds-abroad（" in chinese
    assert "列标题：A `指标`、B `甲`" in take("指标,甲\nA,1\n", "--column", "actual=Z", lang="zh").err
    assert "funds, funds-abroad (give" in take(rows, plan=PLAN).err


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
        "row 3: there is no target projets (did you mean `projects`?)",
        "row 4: several targets have the name 到位资金: funds, funds-abroad (give the id of one)",
        "row 5: there is no target with the name 到位资金 and the unit 吨",
        "row 6: there is no target 没有",
        "row 7: `47.5%` is not in 亿元, the unit of the target (write the figure itself, in 亿元)",
        "row 8: projects FY is already in row 2 (keep one of the two)",
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
        f"error: {take.table}: 11 of 12 figures cannot be recorded; nothing was written",
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


def test_what_is_wrong_with_a_file_is_told_in_the_language_of_the_plan(
    run: Run, plan: Write, tmp_path: Path
) -> None:
    table = write_table(tmp_path, "<html>", name="t.xls")
    outcome = run("record", "-f", plan(DISTRICTS), "--from", table, "10月")
    assert (outcome.code, outcome.err.splitlines()[0]) == (2, f"错误：{table} 实际是网页，与扩展名不符")


def test_three_hundred_unknown_names_are_told_as_a_hundred_and_their_number(take: Take) -> None:
    outcome = take("name,H1\n" + "".join(f"Nobody {n},1\n" for n in range(300)))
    rows = [line for line in outcome.err.splitlines() if line.startswith("row ") and "no target" in line]
    assert (outcome.code, len(rows)) == (2, 100)
    assert "… and 200 more\n" in outcome.err


# --- periods


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
        ("name,2023年完成,2024年完成\nA,7,8\n", ("FY",), {"FY": "8"}),
    ],
)
def test_the_period_is_that_of_the_command_the_heading_the_row_or_the_title(
    take: Take, table: str, arguments: tuple[str, ...], expected: dict[str, str]
) -> None:
    outcome = take(table, *arguments)
    assert outcome.code == 0, outcome.err
    assert take.actuals["a"] == expected


@pytest.mark.parametrize(
    ("table", "arguments", "words"),
    [
        ("name,period,actual\nA,M10,310\n", ("M11",), "row 2: it is for M10, but M11 was asked for"),
        (
            "name,period,actual\nA,M11,3\nB,10月,310\n",
            ("M11",),
            "row 3: it is for M10, but M11 was asked for",
        ),
        ("name,period,2024年10月\nA,M09,3\n", (), "row 2: it is for M09, but M10 was asked for"),
        ("name,上半年,前三季度\nA,5,7\n", ("M10",), "the table has figures for H1, Q3, but none for M10"),
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
    assert (
        "refers to the calendar year, but this plan begins in month 4"
        in take("name,actual\nA,5\n", "上半年", plan=plan).err
    )


# --- units


@pytest.mark.parametrize(
    ("table", "figure"),
    [
        ("指标,累计完成（万元）\nfunds,5214000\n", "521.4"),
        ("指标,单位,累计完成（万元）\nfunds,亿元,521.4\n", "521.4"),
        ("指标,单位,累计完成\nfunds,万元,5214000\n", "521.4"),
        ("单位：万元,\n指标,累计完成\nfunds,5214000\n", "521.4"),
        ("单位：万元,\n指标,累计完成（亿元）\nfunds,521.4\n", "521.4"),
        ("单位：亿元、个,\n指标,累计完成\nfunds,521.4\n", "521.4"),
        ("单位：万元,\n指标,累计完成\nfunds,521.4亿元\n", "521.4"),
        ("进度表（单位：元）,\n指标,累计完成\nfunds,52140000000\n", "521.4"),
        ("2024年进度（万元）,\n指标,累计完成\nfunds,5214000\n", "521.4"),
        ("（万元）,\n指标,累计完成\nfunds,5214000\n", "521.4"),
        ("以万元计,\n指标,累计完成\nfunds,5214000\n", "521.4"),
        ("单位：人民币（万元）,\n指标,累计完成\nfunds,5214000\n", "521.4"),
    ],
)
def test_the_unit_of_a_row_goes_before_the_headings_and_that_before_the_titles(
    take: Take, table: str, figure: str
) -> None:
    outcome = take(table, "9月", plan=PLAN)
    assert outcome.code == 0, outcome.err
    assert take.actuals["funds"]["M09"] == figure


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("指标,累计完成（万吨）\nfunds,5\n", "the table gives it in 万吨, but the target is in 亿元"),
        ("指标,单位,累计完成\nfunds,美元,5\n", "the table gives it in 美元, but the target is in 亿元"),
        (
            "单位：万元、个,\n指标,累计完成\nfunds,5\n",
            "the unit above the table is 万元, 个, but the target is in 亿元",
        ),
        ("单位：个,\n指标,累计完成\nfunds,5\n", "the table gives it in 个, but the target is in 亿元"),
        (
            "Progress (EUR '000),\nname,to date\nfunds,5\n",
            "the table gives it in thousand EUR, but the target",
        ),
        ("指标,累计完成\nfunds,5万元\n", "`5万元` is not in 亿元, the unit of the target (write 0.0005亿元)"),
        (
            "指标,累计完成（含续建）\nfunds,5\n",
            "B `累计完成（含续建）`",
        ),
    ],
)
def test_another_unit_is_refused(take: Take, table: str, words: str) -> None:
    outcome = take(table, "9月", plan=PLAN)
    assert outcome.code == 2
    assert words in outcome.err


def test_names_with_different_sizes_of_a_unit_are_told_apart(take: Take) -> None:
    outcome = take("指标,单位,累计完成\n到位资金,万元,5214000\n到位资金,美元,70000\n", "9月", plan=PLAN)
    assert outcome.code == 0, outcome.err
    assert take.actuals["funds"]["M09"] == "521.4"
    assert take.actuals["funds-abroad"] == {"M09": "7"}


CROSSED = """[plan]
title = "P"
year = 2024
[targets.funds]
name = "完成投资"
unit = "亿元"
goal = 900
parts = { "甲县" = { goal = 500 }, "乙县" = { goal = 400 } }
[targets.signed]
name = "开复工项目"
unit = "个"
goal = 90
parts = { "甲县" = { goal = 50 }, "乙县" = { goal = 40 } }
"""


@pytest.mark.parametrize(("under", "figures"), [("完成投资", ["70", "80"]), ("signed", ["7", "8"])])
def test_of_a_table_with_several_targets_side_by_side_the_one_at_hand_is_read(
    take: Take, under: str, figures: list[str]
) -> None:
    table = (
        ",2024年9月进展,,,,\n,,,,,单位：个、亿元\n"
        "县市,开复工项目,,,完成投资,\n,年度目标,当月,累计,年度目标,累计\n"
        "甲县,50,1,7,500,70\n乙县,40,1,8,400,80\n总计,90,2,15,900,150\n"
    )
    outcome = take(table, "9月", "--under", under, plan=CROSSED)
    assert outcome.code == 0, outcome.err
    known = "funds" if under == "完成投资" else under
    assert [take.actuals[f"{known}/{county}"]["M09"] for county in ("甲县", "乙县")] == figures


@pytest.mark.parametrize(
    ("name", "figure", "written"),
    [
        ("到位资金（亿元）", "521.4", "521.4"),
        ("到位资金(万元)", "5214000", "521.4"),
        ("1.到位资金（亿元）", "521.4", "521.4"),
        ("（二）funds", "521.4", "521.4"),
        ("三、 funds", "521.4", "521.4"),
    ],
)
def test_a_name_may_have_its_unit_behind_it_and_a_number_before_it(
    take: Take, name: str, figure: str, written: str
) -> None:
    outcome = take(f"指标,9月\n{name},{figure}\n", plan=PLAN)
    assert outcome.code == 0, outcome.err
    assert take.actuals["funds"]["M09"] == written


def test_a_column_that_is_named_keeps_what_else_its_heading_says(take: Take) -> None:
    table = "指标,计划完成（万元）,备注\nfunds,5214000,\n"
    assert take(table, "9月", plan=PLAN).code == 2
    assert take(table, "9月", "--column", "actual=B", plan=PLAN).code == 0
    assert take.actuals["funds"]["M09"] == "521.4"
    other = take("指标,10月计划完成\nfunds,5\n", "9月", "--column", "actual=B", plan=PLAN)
    assert "the table has figures for M10, but none for M09" in other.err


# --- cells


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


# --- what is probably wrong


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("name,H1\nA,10001\nB,3\n", "row 2: more than ten times the goal; is the unit the same?"),
        ("name,H1\nShare,0.55\nRate,0.9\n", "rows 2-3: figures from 0 to 1 for targets in percent"),
        ("name,H1\nA,1000\nB,2000\nC,3000\n", "rows 2-4: each figure equals the goal of its target"),
    ],
)
def test_figures_that_look_wrong_together_need_a_yes(take: Take, table: str, words: str) -> None:
    outcome = take(table)
    assert outcome.code == 2
    assert words in outcome.err
    assert outcome.err.endswith("hint: if they are right, add --yes\n")
    assert take.is_untouched
    assert take(table, "--yes").code == 0
    assert not take.is_untouched


@pytest.mark.parametrize(
    "table",
    [
        "name,H1\nA,10000\nB,3\n",
        "name,H1\nShare,0.55\n",
        "name,H1\nShare,0.55\nRate,90\n",
        "name,H1\nA,1000\nB,2000\n",
        "name,H1\nA,1000\nB,2000\nC,2999\n",
    ],
)
def test_figures_that_may_be_right_need_none(take: Take, table: str) -> None:
    assert take(table).code == 0


# --- the command


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
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("gb18030", "GB18030"),
        ("utf-16", "UTF-16"),
    ],
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
            "there is no column `Z`\nhint: headings found: A `id`, B `b` (not understood);",
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


def test_the_month_alone_and_the_running_total_below_one_month_are_told_as_such(take: Take) -> None:
    outcome = take("指标,2024年9月,\n,本月,1-9月\nA,70,600\nVisits,6,60\n", lang="zh")
    assert outcome.code == 0
    assert take.actuals == {"a": {"M09": "600"}, "visits": {"M08": "5", "M09": "11"}}  # 5 + 6
    told = list(map(str.split, outcome.err.splitlines()))
    assert ["B", "2024年9月/本月", "完成值，9月"] in told
    assert ["C", "2024年9月/1-9月", "完成值，1—9月"] in told


def test_rows_without_a_figure_are_counted_beside_rows_with_a_fault(take: Take) -> None:
    outcome = take("指标,9月,1-9月\nA,7,x\nB,8,—\nC,9,90\n", "M09")
    assert outcome.code == 2
    assert "1 row without a figure: 3" in outcome.err


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


def test_a_goal_that_is_not_that_of_the_plan_is_told(take: Take) -> None:
    outcome = take("指标,目标,9月\nA,1000,7\nB,2000.5,8\nC,—,9\n", lang="zh")
    assert outcome.code == 0
    assert "第3行：表中的目标值与计划不同" in outcome.err


UNITS = """[plan]
title = "P"
year = 2024
[targets]
a = { name = "A", unit = "亿元", goal = 90 }
b = { name = "B", unit = "人", goal = 90000 }
"""


@pytest.mark.parametrize(
    "table",
    [
        "指标,计数,9月\nA,万元,50000\nB,万人,6\n",
        "指标,UoM,9月\nA,万元,50000\nB,万人,6\n",
        "指标,计数,9月\nA,万元,50000\nB,人,60000\n合计,人,\n",
        "指标,,9月\nA,万元,50000\nB,万人,6\n合计,,\n",
    ],
)
def test_a_column_of_nothing_but_units_is_that_whatever_its_heading(take: Take, table: str) -> None:
    assert take(table, plan=UNITS).code == 0
    assert take.actuals == {"a": {"M09": "5"}, "b": {"M09": "60000"}}


def test_units_below_a_heading_of_names_that_is_merged_over_both(take: Take, tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 1, "指标")
        sheet.write_row(0, 2, ["9月"])
        sheet.write_row(1, 0, ["A", "万元", 50000])
        sheet.write_row(2, 0, ["B", "人", 70])
    assert take(path.read_bytes(), plan=UNITS, name="b.xlsx").code == 0
    assert take.actuals == {"a": {"M09": "5"}, "b": {"M09": "70"}}


def test_words_that_may_be_anything_make_no_column_of_units(take: Take) -> None:
    outcome = take("指标,等次,9月\nA,级,7\nB,级,8\n", lang="zh")
    assert outcome.code == 0
    assert ["B", "等次", "（未读取）未能识别"] in map(str.split, outcome.err.splitlines())


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


OF_WHICH = (
    DISTRICTS
    + """
[targets.roads]
name = "道路"
parts = { "吉首市" = { goal = 4 }, "泸溪县" = { goal = 3 } }
"""
)


@pytest.mark.parametrize(
    "mark", ["其中：", "其中:", "  其中", "#其中", "1.其中：", "其中：1.", "Of which: ", "其中，"]
)
def test_a_target_below_of_which_is_recorded_as_one(take: Take, mark: str) -> None:
    outcome = take(f'指标,单位,9月累计\n投资,亿元,65\n"{mark}开复工项目",个,36\n', plan=OF_WHICH)
    assert outcome.code == 0
    assert take.actuals == {"investment": {"M09": "65"}, "projects": {"M09": "36"}}


def test_a_unit_behind_a_name_below_of_which_is_that_of_its_figure(take: Take) -> None:
    rows = "开复工项目,36\n其中：投资（万元）,650000\n其中：吉首市（万元）,9\n"
    rows += "投资,\n其中：泸溪县（万元）,20000\n"
    assert take(f"指标,9月累计\n{rows}", plan=OF_WHICH).code == 0
    assert take.actuals == {
        "investment": {"M09": "65"},
        "investment/泸溪县": {"M09": "2"},
        "projects": {"M09": "36"},
    }


def test_a_part_below_of_which_is_that_of_the_row_above(take: Take) -> None:
    rows = "投资,65\n其中：吉首市,36\n其中：开复工项目,9\n其中：泸溪县,20\n其中：外地,5\n"
    outcome = take(
        f"指标,9月累计\n{rows}道路,\n其中：吉首市,2\n合计,99\n其中：泸溪县,1\n", plan=OF_WHICH, lang="zh"
    )
    assert outcome.code == 0
    assert take.actuals == {
        "investment": {"M09": "65"},
        "investment/吉首市": {"M09": "36"},
        "investment/泸溪县": {"M09": "20"},
        "projects": {"M09": "9"},
        "roads": {"M09": "2"},
        "roads/吉首市": {"M09": "2"},
    }
    assert "说明：第6、10行：“其中”项，未读取；如是单独的指标，请删去“其中”\n" in outcome.err
    assert "说明：第9行：合计，未读取\n" in outcome.err


def test_a_part_that_is_indented_is_that_of_the_row_above(take: Take) -> None:
    rows = "投资,65\n　　吉首市,36\n　　泸溪县,29\n道路,\n  吉首市,2\n开复工项目,9\n  道路,3\n"
    assert take(f"指标,9月累计\n{rows}", plan=OF_WHICH).code == 0
    assert take.actuals == {
        "investment": {"M09": "65"},
        "investment/吉首市": {"M09": "36"},
        "investment/泸溪县": {"M09": "29"},
        "projects": {"M09": "9"},
        "roads": {"M09": "3"},
        "roads/吉首市": {"M09": "2"},
    }
    refused = take.again("指标,9月累计\n投资,65\n  外地,36\n")
    assert (refused.code, "there is no target 外地" in refused.err) == (2, True)


def test_parts_behind_of_which_alone_or_a_dash_are_those_of_the_row_above(take: Take) -> None:
    rows = "投资,65\n其中：,\n吉首市,36\n泸溪县,29\n道路,3\n- 吉首市,2\n– 泸溪县,1\n开复工项目,9\n"
    assert take(f"指标,9月累计\n{rows}", plan=OF_WHICH).code == 0
    assert take.actuals == {
        "investment": {"M09": "65"},
        "investment/吉首市": {"M09": "36"},
        "investment/泸溪县": {"M09": "29"},
        "projects": {"M09": "9"},
        "roads": {"M09": "3"},
        "roads/吉首市": {"M09": "2"},
        "roads/泸溪县": {"M09": "1"},
    }
    refused = take.again("指标,9月累计\n投资,65\n其中：,\n外地,3\n吉首市,2\n")
    assert refused.code == 2
    assert "row 4: there is no target 外地" in refused.err
    assert "row 5: there is no target 吉首市" in refused.err


@pytest.mark.parametrize("mark", ["  ", "- ", "其中：", "其中：,\n"])
def test_a_part_goes_before_a_target_of_the_same_name(take: Take, mark: str) -> None:
    plan = """[plan]
title = "T"
year = 2024
[targets.a]
name = "投资"
parts = { "工业" = {} }
[targets.b]
name = "工业"
"""
    assert take(f"指标,9月累计\n工业,65\n投资,9\n{mark}工业,8\n", plan=plan).code == 0
    assert take.actuals == {"a": {"M09": "9"}, "a/工业": {"M09": "8"}, "b": {"M09": "65"}}


def test_the_place_beside_a_target_with_parts_names_the_part(take: Take) -> None:
    rows = "吉首市,投资,36\n泸溪县,投资,29\n全州,投资,65\n吉首市,道路,2\n吉首市,开复工项目,9\n"
    outcome = take(f"县市,指标,9月累计\n{rows}", plan=OF_WHICH, lang="zh")
    assert outcome.code == 0
    assert take.actuals == {
        "investment": {"M09": "65"},
        "investment/吉首市": {"M09": "36"},
        "investment/泸溪县": {"M09": "29"},
        "projects": {"M09": "9"},
        "roads": {"M09": "2"},
        "roads/吉首市": {"M09": "2"},
    }
    assert "A   县市     各指标按地区的分解任务\n" in outcome.err
    refused = take.again("县市,指标,9月累计\n外地,投资,36\n")
    assert (refused.code, "the target investment has no part 外地" in refused.err) == (2, True)


def test_a_place_beside_targets_without_parts_says_only_where_they_are(take: Take) -> None:
    outcome = take("县市,指标,9月累计\n吉首市,开复工项目,9\n", plan=OF_WHICH)
    assert (outcome.code, take.actuals) == (0, {"projects": {"M09": "9"}})
    assert "A       县市     (left out) not understood\n" in outcome.err


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
        (623500, "#,##0,", "`623.5×1000`"),
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


def test_a_sheet_that_is_named_for_a_part_needs_a_yes(run: Run, plan: Write, tmp_path: Path) -> None:
    file, head = plan(DISTRICTS), ["指标", "9月累计"]
    book = tmp_path / "b.xlsx"
    sheets(book, {"吉首市": [head, ["开复工项目", 30]], "泸溪县": [head, ["开复工项目", 40]]})
    doubted = run("record", "-f", file, "--from", str(book))
    assert (doubted.code, "工作表名 `吉首市` 是分解任务的名称" in doubted.err) == (2, True)
    assert run("record", "-f", file, "--from", str(book), "--yes").code == 0
    sheets(book, {"投资": [head, ["开复工项目", 30]]})
    assert run("record", "-f", file, "--from", str(book), "--dry-run").code == 0


def test_what_some_targets_cannot_take_is_told_at_their_rows_alone(take: Take) -> None:
    table = "2024年前三季度,,\n指标,累计,当季\nA,600,70\nVisits,60,7\n"
    refused = take(table, lang="zh")
    assert (refused.code, take.is_untouched) == (2, True)
    assert "第4行：`当季`" in refused.err
    assert take.again(table, "--partial").code == 0
    assert take.actuals == {"a": {"Q3": "600"}, "visits": {"M08": "5"}}


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


def test_headings_of_other_periods_are_named_and_not_taken_for_a_month_alone(take: Take) -> None:
    refused = take("Name,Q1 2025,Q2 2025\nA,90,180\n", plan=YEAR_FROM_JULY.format(title="T"))
    assert (refused.code, take.actuals) == (2, {})
    assert refused.err.splitlines()[-2:] == [
        "error: not a period of the plan: B `Q1 2025`, C `Q2 2025`",
        "hint: write H1, Q1 to Q4, M01 to M12, FY, or a date such as 2025-12-31",
    ]


def test_thousands_of_targets_may_have_one_name_and_units_of_their_own(take: Take) -> None:
    number = 400
    plan = '[plan]\ntitle = "P"\nyear = 2024\n' + "".join(
        f'[targets.t{n}]\nname = "Output"\nunit = "unit{n}"\ngoal = 10\n' for n in range(number)
    )
    rows = "".join(f"Output,unit{n},4\n" for n in range(number))
    before = power.cache_info()
    assert take(f"name,unit,H1\n{rows}", plan=plan).code == 0
    assert take.actuals == {f"t{n}": {"H1": "4"} for n in range(number)}
    after = power.cache_info()
    compared = after.hits + after.misses - before.hits - before.misses
    assert compared < 10 * number  # each with each would be 160,000


def test_of_many_targets_with_one_name_the_first_are_listed(take: Take) -> None:
    plan = '[plan]\ntitle = "P"\nyear = 2024\n' + "".join(
        f'[targets.t{n}]\nname = "Output"\nunit = "km"\ngoal = 10\n' for n in range(30)
    )
    refused = take("name,unit,H1\nOutput,km,4\n", plan=plan)
    ids = ", ".join(f"t{n}" for n in range(20))
    assert refused.code == 2
    assert f"row 2: several targets have the name Output: {ids}, … (give the id of one)" in refused.err


def test_a_size_of_the_unit_finds_its_target_among_those_of_one_name(take: Take) -> None:
    plan = '[plan]\ntitle = "P"\nyear = 2024\n' + "".join(
        f'[targets.t{n}]\nname = "产值"\nunit = "{unit}"\ngoal = 1000\n'
        for n, unit in enumerate(["亿元", "GWh", "个", "Tonnes"])
    )
    rows = "产值,万元,50000\n产值,MWh,2000\n产值,百个,3\n产值,tonnes,7\n"
    assert take(f"name,unit,H1\n{rows}", plan=plan).code == 0
    assert take.actuals == {"t0": {"H1": "5"}, "t1": {"H1": "2"}, "t2": {"H1": "300"}, "t3": {"H1": "7"}}


BY_PLACE = """[plan]
title = "P"
year = 2024
[targets.homes]
name = "Homes"
goal = 100
[targets.homes.parts]
east = { name = "East", goal = 60 }
west = { name = "West", goal = 40 }
[targets.roads]
name = "Roads"
goal = 30
[targets.roads.parts]
east = { name = "East", goal = 20 }
west = { name = "West", goal = 10 }
"""
OF_EAST = {"homes/east": {"H1": "30"}, "roads/east": {"H1": "9"}, "homes": {"H1": "30"}}


@pytest.mark.parametrize(
    "rows",
    [
        "District,Indicator,H1\nEast,Homes,30\n,Roads,9\n",
        "District,Indicator,H1\nEast,Homes,30\n,Roads,9\nWest,Homes,12\n,Roads,4\n",
    ],
)
def test_a_figure_whose_place_is_blank_below_another_is_not_taken_for_that_of_the_whole(
    take: Take, rows: str
) -> None:
    """A CSV made of a sheet with merged cells: 9 are the roads of the east, not of all."""
    refused = take(rows, plan=BY_PLACE)
    assert (refused.code, take.actuals) == (2, {})
    assert "row 3: its place is blank, though a row above names one (write the place in each" in refused.err


@pytest.mark.parametrize(
    "rows",
    [
        "District,Indicator,H1\nEast,Homes,30\nEast,Roads,9\n,Roads,13\n",
        "District,Indicator,H1\n,Roads,13\nEast,Roads,9\nEast,Homes,30\n",
        "District,Indicator,H1\nEast,Homes,30\n,Roads,13\nEast,Roads,9\n",
        "District,Indicator,H1\nEast,Homes,30\nTotal,Roads,13\nEast,Roads,9\n",
        "Indicator,District,H1\nHomes,East,30\nRoads,,13\nRoads,East,9\n",
    ],
)
def test_a_blank_place_beside_rows_of_the_same_indicator_is_the_whole(take: Take, rows: str) -> None:
    assert take(rows, plan=BY_PLACE).code == 0
    assert take.actuals == OF_EAST | {"roads": {"H1": "13"}}


def test_of_two_columns_of_places_the_user_names_that_of_the_parts(take: Take) -> None:
    """The figures were taken for those of the whole."""
    rows = "Region,District,Indicator,H1\nRiver,East,Homes,30\nRiver,East,Roads,9\n"
    refused = take(rows, plan=BY_PLACE)
    assert (refused.code, take.actuals) == (2, {})
    assert refused.err.splitlines()[-2:] == [
        "error: several columns mean place: A `Region`, B `District`",
        'hint: name the right one: --column place=B, or --column "place=District"',
    ]
    assert take(rows, "--column", "place=District", plan=BY_PLACE).code == 0
    assert take.actuals == OF_EAST | {"roads": {"H1": "9"}}
