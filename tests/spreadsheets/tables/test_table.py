"""Where a table is: below titles and a unit line, its headings over up to three rows; what its rows are."""

from collections.abc import Sequence

import pytest

from plan_tracker.language import Language, Phrase
from plan_tracker.spreadsheets.cells import Cell
from plan_tracker.spreadsheets.files.opening import Source
from plan_tracker.spreadsheets.files.text import Fields
from plan_tracker.spreadsheets.files.workbook import Workbook
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.sheet import Area, Sheet
from plan_tracker.spreadsheets.tables.fiscal_years import PlanYears, years_said
from plan_tracker.spreadsheets.tables.rows import rows_of
from plan_tracker.spreadsheets.tables.search import find_table
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.times import period_said
from plan_tracker.spreadsheets.tables.wanted import Wanted
from plan_tracker.wording.periods import said_phrase

KNOWN = {"吉首市", "凤凰县", "A", "合计工程"}
MISSING = Phrase("no table", "没有表格").fill()


def enough(fields: set[str]) -> bool:
    return bool({"id", "name"} & fields) and "actual" in fields


def wanted(*named: tuple[str, str]) -> Wanted:
    years = PlanYears(frozenset({2024}))
    return Wanted(enough, MISSING, named, is_name=KNOWN.__contains__, years=years)


def found(rows: Sequence[Sequence[Cell]], *named: tuple[str, str], merged: tuple[Area, ...] = ()) -> Table:
    return find_table(Source("t.xlsx", Workbook((Sheet("S", rows, merged),), ()), ()), wanted(*named))


def read(text: str, *named: tuple[str, str]) -> Table:
    return find_table(Source("t.csv", Fields(text, "UTF-8", "t.csv"), ()), wanted(*named))


def fields(table: Table) -> dict[str, str]:
    """What each column means, by its letter; a reason in English where it means nothing."""
    return {
        column.letter: column.field or (f"? {column.reason.text(Language.EN)}" if column.reason else "?")
        for column in table.columns
    }


def kinds(table: Table) -> dict[int, str]:
    figures = [column.at for column in table.having("actual")]
    return {row.number: row.kind.name.lower() for row in rows_of(table, figures, KNOWN.__contains__)}


def refusal(rows: Sequence[Sequence[Cell]], *named: tuple[str, str]) -> str:
    with pytest.raises(NotRead) as refused:
        found(rows, *named).column("name")
    hint = refused.value.hint
    return f"{refused.value.message.text(Language.EN)}; {hint.text(Language.EN) if hint else ''}"


MONTH: list[list[Cell]] = [
    ["2024年10月完成情况表", None, None, None, None],
    [None, None, None, None, "单位：亿元、个"],
    ["县市区", "年度目标", "完成投资", None, "备注"],
    [None, None, "本月", "累计", None],
    ["合计", 95.0, 7.0, 76.0, None],
    ["吉首市", 45.0, 3.0, 36.0, None],
    ["凤凰县", 50.0, 4.0, "—", None],
    ["注：数据为快报数", None, None, None, None],
]
MERGED = (
    *(Area(0, 0, 0, 4), Area(2, 0, 3, 0), Area(2, 1, 3, 1), Area(2, 2, 2, 3), Area(2, 4, 3, 4)),
    Area(7, 0, 7, 4),
)


@pytest.mark.parametrize("merged", [MERGED, ()])
def test_a_monthly_table_is_found_with_merged_cells_and_without(merged: tuple[Area, ...]) -> None:
    table = found(MONTH, merged=merged)
    assert (table.block.top, table.block.bottom) == (2, 4)
    assert [column.heading for column in table.columns] == [
        *("县市区", "年度目标", "完成投资/本月", "完成投资/累计", "备注")
    ]
    assert fields(table) == {"A": "name", "B": "goal", "C": "actual", "D": "actual", "E": "note"}
    assert table.units == ("亿元", "个")
    assert table.titles[0] == "2024年10月完成情况表"
    assert kinds(table) == {5: "total", 6: "entry", 7: "entry", 8: "note"}


def test_an_upper_row_of_headings_may_leave_the_names_blank() -> None:
    table = read("年度计划,,,,\n,,全年,,上半年,\n指标,单位,目标,完成,目标,完成\nA,个,400,,200,190\n")
    assert (table.block.top, table.block.bottom) == (1, 3)
    assert fields(table) == {
        "A": "name",
        "B": "unit",
        "C": "goal",
        "D": "actual",
        "F": "actual",
        "E": "? a goal for less than the year",
    }


def test_a_row_of_units_is_the_last_row_of_headings() -> None:
    table = read("名称,年度目标,累计完成\n,(亿元),(万元)\nA,5,20000\n")
    assert table.block.bottom == 2
    assert [column.unit for column in table.columns if column.field] == ["", "亿元", "万元"]


def test_the_first_row_with_a_text_for_a_figure_is_no_heading() -> None:
    table = read("名称,目标,完成\nA,—,300个\n,5,—\n")
    assert table.block.bottom == 1


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("甲,1,2,3,4", {2: "headings", 3: "entry"}),
        ("1,2,3,4,5", {2: "headings", 3: "entry"}),
        ("(1),(2),(3),(4),(5)=(4)/(3)", {2: "headings", 3: "entry"}),
        ("A,1,2,3,4", {2: "entry", 3: "entry"}),
    ],
)
def test_a_row_that_only_numbers_the_columns_is_none_of_a_target(text: str, rows: dict[int, str]) -> None:
    assert kinds(read(f"名称,单位,目标,完成,备注\n{text}\nB,个,5,3,\n")) == rows


def test_rows_are_what_they_say() -> None:
    table = read(
        "名称,目标,完成\n"
        "一、投资,,\n"
        "A,5,3\n"
        "其中：新开工,2,1\n"
        "小 计,5,3\n"
        ",,\n"
        "名称,目标,完成\n"
        "B,5,3\n"
        "合计工程,1,1\n"
        "总计：,11,7\n"
        "数据来源：统计局,,\n"
        "* 快报数,,\n"
        "注1：不含,,\n"
    )
    assert kinds(table) == {
        2: "group",
        3: "entry",
        4: "of_which",
        5: "total",
        7: "headings",
        8: "entry",
        9: "entry",
        10: "total",
        11: "note",
        12: "note",
        13: "note",
    }


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("（续表）,,", "note"),
        ("续上表,,", "note"),
        ("(continued),,", "note"),
        ("单位负责人（签章）：,,李四", "note"),
        ("Approved by: J. Doe,,", "note"),
        ("续建项目,5,3", "entry"),
        ("续,5,3", "entry"),
        ("合计数,10,6", "total"),
        ("累计,10,6", "total"),
        ("Sum,10,6", "total"),
        ("累计供地,10,6", "entry"),
    ],
)
def test_rows_below_a_table_that_are_no_targets(row: str, kind: str) -> None:
    assert kinds(read(f"名称,目标,完成\nA,5,3\nB,5,3\n{row}\n"))[4] == kind


@pytest.mark.parametrize(
    ("above", "line", "kind"),
    [
        ("单位：亿元,", "单位：万元,", "other"),
        ("单位：亿元,", "单位：亿元,", "note"),
        ("8月,", "9月,", "other"),
        ("2024年8月进度,", "2024年9月进度,", "other"),
        ("2024年9月进度,", "1-9月进度（续）,", "note"),
        ("8月,", "招商局,", "group"),
    ],
)
def test_a_line_between_rows_may_begin_another_table(above: str, line: str, kind: str) -> None:
    found_kinds = kinds(read(f"{above}\n名称,完成\nA,5\n{line}\n名称,完成\nB,6\n"))
    assert found_kinds[4] == kind
    assert found_kinds[6] == ("other" if kind == "other" else "entry")


def test_a_row_that_is_merged_across_heads_those_below() -> None:
    rows: list[list[Cell]] = [["名称", "目标", "完成"], ["投资", None, None], ["A", 5.0, 3.0]]
    assert kinds(found(rows, merged=(Area(1, 0, 1, 2),))) == {2: "group", 3: "entry"}


def test_a_total_may_stand_before_the_column_of_names() -> None:
    assert kinds(read("序号,名称,完成\n1,A,3\n合计,,3\n")) == {2: "entry", 3: "total"}


def test_texts_of_merged_cells_hold_for_all_their_rows_and_numbers_do_not() -> None:
    rows: list[list[Cell]] = [["名称", "单位", "完成"], ["A", "个", 3.0], [None, None, None]]
    table = found(rows, merged=(Area(1, 0, 2, 0), Area(1, 1, 2, 1), Area(1, 2, 2, 2)))
    assert [table.grid.cell(2, column) for column in range(3)] == ["A", "个", None]


def test_rows_that_are_known_tell_where_the_names_are_when_no_heading_does() -> None:
    table = read("2024年表,,\n单位,1-10月,备注\n合计,7,\n吉首市,3,\n")
    assert fields(table) == {"A": "name", "B": "actual", "C": "note"}
    assert kinds(table) == {3: "total", 4: "entry"}


# --- columns beside one another


def test_a_month_beside_a_running_total_is_the_month_alone() -> None:
    table = read("名称,10月,1-10月\nA,3,30\n")
    assert [column.counting for column in table.having("actual")] == [
        "per_period",
        "to_date",
    ]
    table = read("名称,9月,10月\nA,3,30\n")
    assert [column.counting for column in table.having("actual")] == [None, None]


def test_words_of_two_meanings_take_the_one_that_is_free() -> None:
    assert fields(read("name,target,actual\nA,5,3\n")) == {"A": "name", "B": "goal", "C": "actual"}
    assert fields(read("target,goal,actual\nA,5,3\n")) == {"A": "name", "B": "goal", "C": "actual"}
    assert fields(read("目标任务,计划,完成\nA,5,3\n")) == {"A": "name", "B": "goal", "C": "actual"}
    assert fields(read("指标,地区,完成\nA,x,3\n"))["B"] == "place"
    assert fields(read("区县,任务,完成\nA,5,3\n")) == {"A": "name", "B": "goal", "C": "actual"}
    assert fields(read("name,target,goal,actual\nA,5,5,3\n"))["B"] == "? not understood"
    assert fields(read("指标,目标,完成,执行情况\nA,5,3,正常\n"))["D"] == "? not understood"
    assert fields(read("task,actual,deadline,end date\nA,5,1 May,1 June\n"))["D"] == "? not understood"


@pytest.mark.parametrize(
    "title", ["主要经济指标（2024年1—6月）", "重点项目（2024年上半年）", "项目名称,教学楼"]
)
def test_a_title_or_a_line_above_headings_is_none_of_them(title: str) -> None:
    table = read(f"{title}\n指标名称,单位,目标值,完成值\n甲,个,5,3\n")
    assert table.columns[0].texts == ("指标名称",)


def test_another_year_is_not_the_plans() -> None:
    table = read("名称,2023年完成,2024年完成\nA,5,3\n")
    assert fields(table) == {"A": "name", "B": "? for the year 2023", "C": "actual"}


def test_a_text_over_all_figures_is_a_title_and_over_some_is_something_else() -> None:
    table = read("名称,重点工程,,备注\n,目标,完成,\nA,5,3,\n")
    assert fields(table) == {"A": "name", "B": "goal", "C": "actual", "D": "note"}
    with pytest.raises(NotRead):
        read("名称,公路,,铁路,\n,目标,完成,目标,完成\nB,5,3,5,3\n")


def test_two_columns_of_one_meaning_are_refused_with_how_to_name_one() -> None:
    assert refusal([["指标", "名称", "完成"], ["A", "B", 1.0]]) == (
        "several columns mean name: A `指标`, B `名称`; "
        'name the right one: --column name=B, or --column "name=名称"'
    )


@pytest.mark.parametrize(
    ("headings", "hint"),
    [
        ("名称,全年目标,目标,完成", "goal=B"),
        ("名称,2024年目标,目标,完成", "goal=C"),  # where the plan's year is not known it may be of another
        ("名称,2024年完成,累计完成", "actual=C"),
        ("名称,累计完成,完成", "actual=B"),
        ("名称,其中：2024年完成,累计完成", "actual=B"),  # not the total since work began
        ("名称,1-6月累计,其中：2024年", "actual=C"),
        ("名称,目标,其中：2024年,完成", "goal=C"),
        ("名称,完成,累计完成", "actual=C"),
        ("名称,完成,达成", "actual=C"),
    ],
)
def test_of_columns_of_one_meaning_the_likeliest_is_proposed(headings: str, hint: str) -> None:
    """It was always the last one."""
    with pytest.raises(NotRead) as refused:
        read(f"{headings}\nA,5,3,1\n").column(hint.partition("=")[0])
    assert refused.value.hint
    assert refused.value.hint.text(Language.EN).startswith(f"name the right one: --column {hint},")


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("累计完成投资", "其中：2024年完成投资"),
        ("累计完成投资", "其中2024年完成"),
        ("Actual to date", "of which: 2024 actual"),
    ],
)
def test_what_is_of_this_year_among_a_total_is_a_column_of_actuals_too(whole: str, part: str) -> None:
    """The total since work began was read as the actual of this year."""
    assert fields(read(f"项目,{whole},{part}\nA,5.5,1.6\n")) == {"A": "name", "B": "actual", "C": "actual"}


@pytest.mark.parametrize(
    "part",
    [
        "其中：市本级",
        "其中：6月完成",
        "其中",
        "其中新增",
        "其中：二季度",
        "其中：完成投资",
        "of which Q2",
        "其中：部门",
        "其中：2023年",
        "其中：2024年市级",
    ],
)
def test_what_else_is_among_a_total_is_not_read(part: str) -> None:
    read_as = fields(read(f"项目,1-6月完成,{part}\nA,5.5,1.6\n"))
    assert (read_as["B"], read_as["C"][:1]) == ("actual", "?")


@pytest.mark.parametrize("goal", ["年度目标", "2024年目标", "Annual target"])
def test_what_is_among_goals_of_the_year_is_no_column_of_goals(goal: str) -> None:
    read_as = fields(read(f"项目,{goal},其中：2024年,完成\nA,5.5,1.6,1\n"))
    assert (read_as["B"], read_as["C"][:1]) == ("goal", "?")


def test_columns_of_numbers_that_tell_rows_apart_are_not_left_out_as_counts() -> None:
    rows: list[list[Cell]] = [
        ["Project", "Name", "Unit", "Target 2026", "H1 actual"],
        ["P1", "101", "km", 10.0, 5.0],
        ["P1", "102", "no.", 3.0, 1.0],
    ]
    assert refusal(rows).startswith("several columns mean name:")


def test_of_a_long_heading_the_beginning_is_shown_and_the_column_named_by_its_letter() -> None:
    long = f"名称（{'备注' * 200}）"
    told = refusal([["指标", long, "完成"], ["A", "B", 1.0]])
    assert told == (
        f"several columns mean name: A `指标`, B `{long[:199]}…`; name the right one: --column name=B"
    )


@pytest.mark.parametrize(
    ("named", "column"),
    [
        (("actual", "D"), "D"),
        (("actual", "d"), "D"),
        (("actual", "完成/累计"), "D"),
        (("actual", "累计"), "D"),
        (("actual", "B"), "B"),
        (("actual", "E"), "E"),
    ],
)
def test_a_column_is_named_by_its_letter_or_its_headings_from_the_top(
    named: tuple[str, str], column: str
) -> None:
    table = read("名称,B,完成,,\n,,本月,累计,\nA,1,2,3,4\n", named)
    assert [each.letter for each in table.having("actual")] == [column]


def test_names_too_may_be_named() -> None:
    table = read("单位,目标,投入\nA,5,3\n", ("name", "单位"), ("actual", "C"))
    assert fields(table) == {"A": "name", "B": "goal", "C": "actual"}
    assert kinds(table) == {2: "entry"}


@pytest.mark.parametrize("wrong", ["奇怪", "F", "AAAA", "完成/"])
def test_a_column_that_is_not_there_is_told_with_those_that_are(wrong: str) -> None:
    assert refusal([["名称", "完成"], ["A", 1.0]], ("actual", wrong)) == (
        f"there is no column `{wrong}`; headings found: A `名称`, B `完成`"
    )


def test_where_nothing_is_understood_the_headings_that_are_there_are_told() -> None:
    assert refusal([["名称", "甲数", "乙数"], ["X", 1.0, 2.0]]).startswith(
        "no table; headings found: A `名称`, B `甲数` (not understood), C `乙数` (not understood); name"
    )
    assert "name the columns by their letters" in refusal([["x", 1.0]])


def test_the_headings_told_are_those_of_the_row_that_means_most() -> None:
    rows: list[list[Cell]] = [["Thing", "Responsible", "Unit", "Planned"], ["Stage", "Programme", "km", 3.0]]
    assert refusal(rows) == (
        "no table; headings found: A `Thing` (not understood), B `Responsible`, C `Unit`, D `Planned`; "
        "name one by its letter or text: --column name=A"
    )


@pytest.mark.parametrize(
    ("rows", "hint"),
    [
        (
            [["Ward", "Admissions target", "Admissions actual"], ["North", 12.0, 9.0]],
            "C `Admissions actual` (not understood); name one by its letter or text: --column name=A",
        ),
        (
            [
                ["名称", "2025 budget", "2025 actual", None],
                [None, "Own", "Own", "Grant"],
                ["A", 1.0, 2.0, 3.0],
            ],
            "D `2025 actual/Grant` (not understood); name one by its letter or text: --column actual=C",
        ),
        (
            [
                ["区县", "甲", None, "乙", None],
                [None, "目标", "完成", "目标", "完成"],
                ["A", 1.0, 2.0, 3.0, 4.0],
            ],
            "E `乙/完成` (not understood); name one by its letter or text: --column actual=C",
        ),
        (
            [["名称", "年初预算", "支出数", "执行进度"], ["A", 1.0, 2.0, 3.0]],
            "D `执行进度` (not understood); name one by its letter or text: --column actual=C",
        ),
    ],
)
def test_the_hint_names_a_column_that_is_there_and_that_may_be_meant(
    rows: Sequence[Sequence[Cell]], hint: str
) -> None:
    assert refusal(rows).endswith(hint)


# --- sheets and delimiters


def test_the_first_sheet_with_headings_is_read_and_the_others_are_named() -> None:
    empty, text, figures = (
        Sheet("空", []),
        Sheet("说明", [["x"]]),
        Sheet("数据", [["名称", "完成"], ["A", 1.0]]),
    )
    table = find_table(Source("t", Workbook((empty, text, figures, figures), ()), ()), wanted())
    assert (table.grid.sheet.name, table.others) == ("数据", ("说明", "数据"))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("name;unit;actual\nA;u;3,425\nB;u;1,5\n", ["A", "u", "3,425"]),
        ("name\tremark\tactual\nA\ta, b, c, d, e\t3\nB\tf, g, h\t4\n", ["A", "a, b, c, d, e", "3"]),
        ("name,remark,actual\nA,a;b;c;d,3\nB,e;f;g,4\n", ["A", "a;b;c;d", "3"]),
        ("名称，完成，备注\nA，3，x\n", ["A", "3", "x"]),
        ("name|actual\nA, B|3\n", ["A, B", "3"]),
        ("sep=;\nname;actual\nA;3,5\n", ["A", "3,5"]),
    ],
)
def test_the_delimiter_is_what_parses_the_headings(text: str, rows: list[str]) -> None:
    table = read(text)
    assert [*table.grid.sheet.rows[table.block.bottom]] == rows


def test_a_row_with_more_fields_than_headings_is_told() -> None:
    assert kinds(read("name,unit,actual\nX,u,3\nY,u,3,425\nZ,u\n")) == {2: "entry", 3: "longer", 4: "entry"}


# --- what titles say of time


@pytest.mark.parametrize(
    ("titles", "period"),
    [
        (["2021年10月重点任务（12月底前完成）"], "2021-M10"),
        (["2021年10月重点项目完成情况表"], "2021-M10"),
        (["吉首市2021年1—10月投资", "填报日期：2021年11月5日"], "Jan-Oct 2021"),
        (["投资完成情况（截至2021年10月31日）"], "2021-10-31"),
        (["上半年完成情况"], "H1"),
        (["2021年10月", "10月份"], "2021-M10"),
        (["全州2021年10月主要经济指标（1-10月累计）"], "Jan-Oct 2021"),
        (["2021年10月", "1-9月累计"], None),
        (["2021年上半年完成情况（截至6月30日）"], "2021-H1"),
        (["上半年完成情况", "数据截至2021年6月底"], "2021-H1"),
        (["2021年1-6月完成情况（截至2021年6月30日）"], "Jan-Jun 2021"),
        (["Mid-year report as of June 30, 2021"], "2021-H1"),
        (["2021年上半年完成情况（截至7月5日）"], None),
        (["2021年6月完成情况", "数据截至6月25日"], None),
        (["2021年6月完成情况", "截至2020年6月底"], None),
        (["2021年上半年完成情况及下半年安排"], None),
        (["2021年计划", "2021年11月5日"], None),
        (["三月街改造项目"], None),
        (["Progress in Q3 2024"], "2024-Q3"),
        (["Progress as of 30 June"], "M06"),
        (["Progress as of 15 June"], "06-15"),
        (["Progress, 15 June"], None),
        (["Results for the period ended 31 July 2025"], "2025-07-31"),
        (["Plan for the year ending 31 March 2026, printed 5 May 2025"], None),
    ],
)
def test_a_title_names_the_period_of_its_figures(titles: list[str], period: str | None) -> None:
    spoken = period_said(titles)
    assert (said_phrase(spoken).en if spoken else None) == period


def test_a_title_names_years() -> None:
    assert years_said(["2021年计划", "填报时间：2022年1月"]) == {2021}
    assert years_said(["2021—2025年规划"]) == {2021, 2025}
    assert years_said(["25年重点任务（24年完成）"]) == {2024, 2025}
    assert years_said(["庆祝建校25年", "使用满20年", "25年以上的电梯", "20年期贷款"]) == set()


# --- tables side by side

PAIR: list[list[Cell]] = [
    ["2024年计划", None, None, None, None, None, None],
    ["指标", "单位", "完成", None, "指标", "单位", "完成"],
    ["A", "个", 1.0, None, "C", "人", 3.0],
    ["B", "个", 2.0, None, "D", "人", 4.0],
]
FOLDED: list[list[Cell]] = [
    ["序号", "名称", "完成", "序号", "名称", "完成", "序号", "名称", "完成"],
    [1.0, "A", 1.0, 2.0, "B", 2.0, 3.0, "C", 3.0],
]
BESIDE = "tables stand side by side, each with names of its own: "
ONE_BY_ONE = "move one below the other, or read one at a time: --column "


@pytest.mark.parametrize(
    ("rows", "columns", "hint"),
    [
        (PAIR, "A `指标`, E `指标`", "name=E"),
        (FOLDED, "B `名称`, E `名称`, H `名称`", "name=H"),
        (
            [["指标", "目标", None, "项目", "完成"], ["A", 5.0, None, "B", 1.0]],
            "A `指标`, D `项目`",
            "name=D",
        ),
        ([["id", "goal", None, "id", "actual"], ["a", 5.0, None, "b", 1.0]], "A `id`, D `id`", "id=D"),
        (
            [["指标", "完成", None, "县区", "完成"], ["A", 5.0, None, "B", 1.0]],
            "A `指标`, D `县区`",
            "name=D",
        ),
    ],
)
def test_tables_side_by_side_are_refused_with_where_each_has_its_names(
    rows: list[list[Cell]], columns: str, hint: str
) -> None:
    assert refusal(rows) == f"{BESIDE}{columns}; {ONE_BY_ONE}{hint}"


def test_of_tables_side_by_side_the_one_with_the_names_that_were_named_is_read() -> None:
    beside = "? of the table beside"
    left = {"A": "name", "B": "unit", "C": "actual"}
    assert fields(found(PAIR, ("name", "A"))) == left | dict.fromkeys("EFG", beside)
    right = {"E": "name", "F": "unit", "G": "actual"}
    assert fields(found(PAIR, ("name", "E"))) == right | dict.fromkeys("ABC", beside)
    middle = fields(found(FOLDED, ("name", "E")))
    assert [letter for letter, field in middle.items() if field in {"name", "actual"}] == ["E", "F"]


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("2024年投资计划（亿元）,制表：张三,6月30日", ("亿元",)),
        ("Investment plan 2024 (£m),Prepared by: JS,1 July", ("£m",)),
        ("固定资产投资（亿元）,制表：张三", ("亿元",)),
        ("资金（万元）,年初预算数,全年预算数,执行率", ()),
        ("资金（万元）,120", ()),
    ],
)
def test_beside_other_cells_a_unit_is_the_tables_in_a_title_with_its_year(
    line: str, units: tuple[str, ...]
) -> None:
    assert read(f"{line}\n指标,单位,目标值,完成值\n甲,,5,3\n").units == units


def test_titles_and_units_over_one_of_two_tables_are_its_own() -> None:
    rows: list[list[Cell]] = [
        ["2024年计划", None, None, None, None],
        ["经济", None, None, "民生", None],
        [None, "单位：万元", None, None, "单位：人"],
        ["指标", "完成", None, "指标", "完成"],
        ["A", 1.0, None, "B", 2.0],
    ]
    merged = (Area(0, 0, 0, 4), Area(1, 0, 1, 1), Area(1, 3, 1, 4))
    for areas in ((), merged):
        left, right = (found(rows, ("name", letter), merged=areas) for letter in "AD")
        assert (left.titles, left.units) == (("2024年计划", "经济", "单位：万元"), ("万元",))
        assert (right.titles, right.units) == (("2024年计划", "民生", "单位：人"), ("人",))
        assert (kinds(left), kinds(right)) == ({5: "entry"}, {5: "entry"})


@pytest.mark.parametrize(
    ("title", "heading", "months", "field"),
    [
        ("2024", "Month", (1.9, 0.3, 44.0), "actual"),
        ("2024", "Month", (9.0, 150.0, None), "actual"),
        ("2024", "Quarter", (5.5, 44.0, 3.0), "actual"),
        ("September 2024", "Month", (5.0, 9.0, 3.0), "actual"),
        ("September 2024", "Month", (9.0, 9.0, 9.0), "period"),
        ("2024", "Month", (9.0, 10.0, 9.0), "period"),
        ("2024", "月份", (9.0, 9.0, 13.0), "period"),
        ("2024", "Month", ("Sep", "Sep", "Sept"), "period"),
        ("2024", "Month", (202409.0, 202410.0, 202411.0), "period"),
    ],
)
def test_figures_below_month_beside_a_running_total_are_no_periods(
    title: str, heading: str, months: tuple[Cell, ...], field: str
) -> None:
    """Of 5 projects in September 9 to date were those to May."""
    rows: list[list[Cell]] = [[title], ["KPI", heading, "YTD"]]
    rows += [[name, cell, 9.0] for name, cell in zip("ABC", months, strict=True)]
    assert fields(found(rows)) == {"A": "name", "B": field, "C": "actual"}


def test_months_of_which_each_name_has_several_are_periods() -> None:
    """A title of all of them, 1-2月, names the period of none."""
    rows: list[list[Cell]] = [["2024年1-2月逐月完成情况"], ["指标", "月份", "累计完成"]]
    rows += [[name, month, 9.0] for name in "AB" for month in (1.0, 2.0)]
    assert fields(found(rows)) == {"A": "name", "B": "period", "C": "actual"}


def test_columns_with_one_heading_are_told_apart_by_their_letters() -> None:
    with pytest.raises(NotRead) as refused:
        found([["指标", "完成", "完成"], ["A", 1.0, 2.0]]).column("actual")
    assert refused.value.hint
    assert refused.value.hint.text(Language.EN) == "name the right one: --column actual=C"


def test_what_was_invested_to_date_is_no_likelier_than_what_was_reached() -> None:
    """累计完成投资 may be since the work began: the hint was to read it beside the goals of the year."""
    with pytest.raises(NotRead) as refused:
        found([["名称", "总投资", "年度计划", "累计完成投资", "完成"], ["A", 9.0, 2.0, 5.0, 1.0]]).column(
            "actual"
        )
    assert refused.value.hint
    assert refused.value.hint.text(Language.EN).startswith("name the right one: --column actual=E")


def test_a_blank_column_within_a_table_divides_it_not() -> None:
    table = found([["指标", "目标", None, "完成", "科室"], ["A", 5.0, None, 3.0, "一科"]])
    assert fields(table) == {"A": "name", "B": "goal", "D": "actual", "E": "owner"}
    apart = found([["指标", "目标", None, "科室", "完成"], ["A", 5.0, None, "一科", 3.0]])
    assert fields(apart) == {"A": "name", "B": "goal", "D": "owner", "E": "actual"}
    one = found([["指标", None, "目标任务", "完成"], ["A", None, 5.0, 3.0]])
    assert fields(one) == {"A": "name", "C": "goal", "D": "actual"}
