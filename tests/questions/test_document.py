"""A report's text against a plan. The texts are invented; they have the difficulties of real ones."""

from decimal import Decimal

import pytest

from kit.reports import WELLS, found, read_report, target
from kit.tables import rows_of
from plan_tracker.language import Language
from plan_tracker.questions.document.reading import Reading
from plan_tracker.reports.document import sightings_table, uncovered_table
from plan_tracker.reports.document import totals as reading_totals
from plan_tracker.reports.objects import reading_rows
from plan_tracker.wording.tones import Tone

CITY = """
[targets.bridges]
name = "危旧桥梁改造完工"
unit = "座"
goal = 20
actual = { H1 = 8 }
stated = { H1 = "40%" }

[targets.schools]
name = "新建中小学校"
unit = "所"
goal = 40
actual = { H1 = 19 }
stated = { H1 = ["47.5%", "-2.5pp"] }

[targets.forest]
name = "植树造林面积"
unit = "万亩"
goal = 3.2
actual = { H1 = 3.190 }

[targets.roads]
name = "农村公路硬化里程"
unit = "公里"
goal = 1900
actual = { H1 = 1190 }
stated = { H1 = "62.6%" }

[targets.wells]
name = "灌溉机井维修"
unit = "眼"
goal = 400
actual = { H1 = 190 }

[targets.nurses]
name = "培训护理人员"
unit = "万人"
goal = 2
actual = { H1 = 1.25 }

[targets.budget]
name = "水利项目投资"
unit = "亿元"
goal = 60
actual = { H1 = 31.5 }
stated = { H1 = ">50%" }

[targets.buses]
name = "更新公交车辆"
unit = "辆"
actual = { H1 = 4 }

[targets.air]
name = "空气优良天数比率"
unit = "%"
kind = "level"
actual = { H1 = 85.2 }

[targets.later]
name = "尚未报送的指标"
goal = 5
"""

CITY_REPORT = """\
# 示范市上半年计划执行情况报告

　　城乡建设提速。市区新开驾校19所，发展态势良好。上半年，危旧桥
梁改造完 工８座，占全年任务的４０％；新 建中
小学校
19

— 3 —

## 二、 城乡建设(续)

所，完成年度任务的47. 5％，低于序时进度2.5个百分点。另有19所幼儿园通过验收。

空气优良天数
比率为８５．２％，同比提高 1.9个百分点。灌溉机井维修2190眼次,抽查3,190眼,建档1900眼。

一、生态保护

植 树 造 林
面积3.190万亩。农村公路硬化里程**1,190**公里，其中沥青
第 4 页 共 9 页
路面301公里，完成年度目标的６２．６％。水利项目完成投资31.5亿
元，“时间过半、任务过半”如期实现。

培训护理等各类从业人
员１．２５万名。行政审批事项由4辆车接送改为网上办理；调整公交线路4个百分点。第4辆公交车辆下线。

总体供水工程施工进度达到71%，水库除险加固完成率55%和63%，污水处理率达到96%，工业增加值增长6.2%。
"""

CITY_FINDS = {
    "bridges": (4, [4]),
    "schools": (6, [12, 12]),
    "forest": (20, []),
    "roads": (20, [22]),
    "wells": (None, []),
    "nurses": (26, []),
    "budget": (22, [23]),
    "buses": (None, []),
    "air": (15, []),
}


def read_city(report: str) -> Reading:
    return read_report(CITY, report)


def lines(reading: Reading) -> dict[str, tuple[int | None, list[int | None]]]:
    return {
        each.target.id: (each.line, [figure.line for figure in each.stated]) for each in reading.sightings
    }


def test_each_figure_is_found_on_its_line_and_nothing_else() -> None:
    reading = read_city(CITY_REPORT)
    assert lines(reading) == CITY_FINDS
    assert [each.target.id for each in reading.missing] == ["wells", "buses"]


def test_completion_percentages_that_no_target_covers() -> None:
    assert [(each.line, each.figure, each.words) for each in read_city(CITY_REPORT).uncovered] == [
        (28, "71%", "总体供水工程施工进度达到71%"),
        (28, "55%", "水库除险加固完成率55%和63%"),
        (28, "63%", "水库除险加固完成率55%和63%"),
    ]


def test_line_ends_of_other_systems_count_alike() -> None:
    for end in ("\r\n", "\r"):
        assert lines(read_city(CITY_REPORT.replace("\n", end))) == CITY_FINDS


WATER = """
[targets.mains]
name = "Water mains renewed"
unit = "km"
goal = 42
actual = { H1 = 28.2 }
stated = { H1 = "67.1%" }

[targets.meters]
name = "Smart meters fitted"
unit = "meters"
goal = 12000
actual = { H1 = 5500 }
stated = { H1 = ["45.8%", "-4.2pp"] }

[targets.reservoirs]
name = "Reservoirs inspected"
unit = "reservoirs"
goal = 15
actual = { H1 = 9 }
stated = { H1 = ">=50%" }

[targets.spending]
name = "Capital spending"
unit = "£"
goal = 4000
actual = { H1 = 1900 }

[targets.losses]
name = "Leakage losses"
unit = "MWh"
kind = "level"
actual = { H1 = -3.5 }
"""

WATER_REPORT = """\
# Half-year report

In 2024 9 people joined. Engineering renewed 28.2 kilometres of fence. Renewal of water
mains came to 28.2
km, 67.1 per cent of the annual target; smart meters: 5,500 new
me-
ters were fitted, or 45.8% of the plan, 4.2 percentage points behind the pace. More than half
of the reservoirs, 9 of the 15 reservoirs, were inspected.

- Capital spending £1,900
- Leakage losses -3.5 MWh

Revenue grew 6.2%. The treatment works are 61% complete, progress on the dam reached 40%, and 12% of
households have switched. Nearly 80 percent of the audits were completed. Complaints fell to 12% of last year.
"""


def test_an_english_report() -> None:
    reading = read_report(WATER, WATER_REPORT)
    assert lines(reading) == {
        "mains": (4, [5]),
        "meters": (5, [7, 7]),
        "reservoirs": (8, [7]),
        "spending": (10, []),
        "losses": (11, []),
    }
    assert [(each.line, each.figure) for each in reading.uncovered] == [(13, "61%"), (13, "40%"), (14, "80%")]


def one(name: str, unit: str, actual: str, figure: str, report: str) -> tuple[int | None, list[int | None]]:
    stated = f'stated = {{ H1 = "{figure}" }}' if figure else ""
    units = f'unit = "{unit}"\n' if unit else ""
    text = f'[targets.t]\nname = "{name}"\n{units}kind = "level"\nactual = {{ H1 = {actual} }}\n'
    return lines(read_report(text + stated, report))["t"]


@pytest.mark.parametrize(
    "report",
    [
        "维修机井190眼。",
        "维修机井１９０眼。",
        "维修机井1\n90 眼。",
        "维修机井1 9 0眼。",
        "维修机井190.0眼。",
        "维修机井2024\n190眼。",
        "2024年维修机井**190**眼。",
        "| 维修机井 | 眼 | 190 |",
        "表一\n| 机井 | 眼 |\n|---|---|\n| 维修机井 | 190 | 眼 |\n完",
        "维修机井-\n190眼。",
        "1. 维修机井190眼",
    ],
)
def test_a_number_is_found(report: str) -> None:
    assert one("维修机井", "眼", "190", "", report)[0] is not None


@pytest.mark.parametrize(
    "report",
    [
        "维修机井1900眼。",
        "维修机井2190眼。",
        "维修机井3.190眼。",
        "维修机井3. 190眼。",
        "维修机井190.5眼。",
        "维修机井3,190眼。",
        "维修机井190,000眼。",
        "维修机井100-190眼。",
        "维修机井-190眼。",
        "维修机井190次。",
        "维修机井190眼次。",
        "维修机井第190眼。",
        "维修机井190%。",
        "修建桥梁190眼。",
        "维修机井。\n\n另有桥梁190眼。",
        "| 维修机井 | 个 | 190 |",
        "维修机井眼190。",
        "",
        "190",
        "\n- 3 -\n\n*****\n\n190\n",
    ],
)
def test_a_number_is_not_found_where_it_is_not(report: str) -> None:
    assert one("维修机井", "眼", "190", "", report)[0] is None


@pytest.mark.parametrize(
    ("unit", "report", "is_found"),
    [
        ("个", "新建公园3个。", True),
        ("个", "新建公园增长3个百分点。", False),
        ("个", "新建公园历时3个月。", False),
        ("个", "新建公园历时3个多月。", False),
        ("人", "新建公园3名。", True),
        ("人", "新建公园3人次。", False),
        ("万千瓦", "新建公园3万千瓦时。", False),
        ("pp", "新建公园3个百分点。", True),
        ("%", "新建公园百分之3。", True),
        ("%", "新建公园3 ％。", True),
        ("", "新建公园3。", True),
        ("", "新建公园3%。", False),
        ("km", "新建公园 3 km²", False),
        ("km", "新建公园 3 kms", True),
        ("USD", "新建公园 USD 3", True),
    ],
)
def test_the_unit_must_be_the_same(unit: str, report: str, is_found: bool) -> None:
    assert (one("新建公园", unit, "3", "", report)[0] is not None) is is_found


def test_the_sentence_that_shares_most_of_the_name_wins() -> None:
    report = "社区养老服务中心12个。\n村级养老服务站12个。\n村级服务站12个。\n"
    assert one("村级养老服务站", "个", "12", "", report) == (2, [])


def test_between_commas_too_the_words_next_to_the_number_count() -> None:
    assert one("维修机井", "眼", "12", "", "新建水塔12眼，\n维修机井12眼") == (2, [])


def test_a_sentence_with_the_stated_figure_is_preferred() -> None:
    report = "一年来维修机井190眼。\n维修农用机井190眼，完成年度任务的47.5%。\n"
    assert one("维修机井", "眼", "190", "47.5%", report) == (2, [2])


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("维修机井190眼；\n完成年度任务的47.5%。", (1, [2])),
        ("维修机井190眼；\n桥梁12座，完成年度任务的47.5%。", (1, [None])),
        ("维修机井190眼。\n完成年度任务的47.5%。", (1, [None])),
        ("维修机井190眼，完成年度任务的47.50%。", (1, [None])),
        ("维修机井190眼，完成年度任务的147.5%。", (1, [None])),
        ("维修机井47.5%，达190眼。", (1, [1])),
        ("维修机井191眼，\n完成年度任务的47.5%。", (None, [2])),
        ("维修桥梁191眼，完成年度任务的47.5%。", (None, [None])),
    ],
)
def test_a_stated_figure_stands_in_one_sentence_with_its_actual(
    report: str, expected: tuple[int | None, list[int | None]]
) -> None:
    assert one("维修机井", "眼", "190", "47.5%", report) == expected


@pytest.mark.parametrize(
    ("claim", "report", "line"),
    [
        (">50%", "维修机井190眼，任务过半。", 1),
        (">50%", "维修机井190眼，超过50%。", 1),
        ("<50%", "维修机井190眼，任务过半。", None),
        (">=100%", "维修机井190眼，超额完成任务。", 1),
        (">=100%", "维修机井190眼。", None),
        (">30%", "维修机井190眼，任务过半。", None),
    ],
)
def test_claims_may_be_made_in_words(claim: str, report: str, line: int | None) -> None:
    assert one("维修机井", "眼", "190", claim, report) == (1, [line])


PAIR = """
[targets.a]
name = "引进项目"
unit = "个"
goal = 400
actual = { H1 = 190 }
stated = { H1 = "47.5%" }
[targets.b]
name = "到位资金"
unit = "亿元"
goal = 700
actual = { H1 = 323 }
stated = { H1 = "46.1%" }
"""


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("引进项目190个，完成47.5%，到位资金323亿元，完成46.1%。", (1, 1)),
        ("引进项目190个，完成46.1%，到位资金323亿元，完成47.5%。", (None, None)),
        ("引进项目190个、到位资金323亿元，分别完成任务的47.5%、46.1%。", (1, 1)),
    ],
)
def test_a_percentage_belongs_to_the_actual_before_it(
    report: str, expected: tuple[int | None, int | None]
) -> None:
    a, b = read_report(PAIR, report).sightings
    assert (a.line, b.line) == (1, 1)
    assert (a.stated[0].line, b.stated[0].line) == expected


def test_a_figure_next_to_another_targets_name_is_that_targets() -> None:
    swapped = PAIR.replace("{ H1 = 190 }", '{ H1 = 323 }\nnote = "slip"').replace(
        'unit = "个"', 'unit = "亿元"'
    )
    a, b = read_report(swapped, "全市引进项目200亿元，到位资金323亿元。").sightings
    assert (a.line, b.line) == (None, 1)


WRAPPED = "本市维修机井190眼，完成年度任务的47.5%，比上年多12眼。新建水塔190座，完成率63%。"


@pytest.mark.parametrize("width", range(1, len(WRAPPED)))
def test_however_narrow_the_column_the_figures_are_found(width: int) -> None:
    wrapped = "\n".join(WRAPPED[i : i + width] for i in range(0, len(WRAPPED), width))
    actual, figure = (WRAPPED.index(text) // width + 1 for text in ("190眼", "47.5%"))
    assert one("维修机井", "眼", "190", "47.5%", wrapped) == (actual, [figure])


PARTS = """
[targets.t]
name = "引进项目"
unit = "个"
goal = 400
[targets.t.parts."东城区"]
goal = 200
actual = { H1 = 90 }
stated = { H1 = "45%" }
[targets.t.parts."西城区"]
goal = 200
actual = { H1 = 101 }
"""


def test_parts_are_looked_for_where_they_have_a_stated_figure() -> None:
    report = "全市引进项目191个，其中东城区90个，完成任务的45%。"
    assert lines(read_report(PARTS, report)) == {"t": (1, []), "t/东城区": (1, [1])}


def test_a_stated_figure_without_an_actual_is_looked_for_by_its_name() -> None:
    text = '[targets.t]\nname = "维修机井"\nunit = "眼"\nstated = { H1 = "47.5%" }\n'
    (sighting,) = read_report(text, "灌溉。\n维修机井完成年度任务的47.5%。").sightings
    assert (sighting.line, sighting.stated[0].line, sighting.is_complete) == (None, 2, True)


def uncovered(report: str) -> list[str]:
    plan = '[targets.t]\nname = "别的"\nactual = { H1 = 77777 }\n'
    return [each.figure for each in read_report(plan, report).uncovered]


@pytest.mark.parametrize(
    "report",
    [
        "完成年度任务目标的47.5%",
        "完成全年任务47.5%",
        "达到年度目标的约47.5%",
        "占年度计划投资的47.5%",
        "占全年任务47.5%",
        "开复工率47.5%",
        "整改完成率达47.5%",
        "总体施工进度达到47.5%",
        "已完成47.5%",
        "完成投资47.5%",
        "改造任务完成47.5%以上",
        "47.5%的项目已完工",
        "预算执行率为47.5%",
        "同比增长的任务中，已完成47.5%",
        "完成率（剔除不可比因素）为47.5%",
        "47.5% of the annual target was met",
        "we delivered 47.5 per cent of the plan",
        "the works are 47.5% complete",
        "progress on the dam stands at 47.5%",
        "a completion rate of 47.5%",
        "they completed about 47.5%",
        "47.5% of the houses were finished",
    ],
)
def test_what_speaks_of_completion(report: str) -> None:
    assert uncovered(report) == ["47.5%"]


@pytest.mark.parametrize(
    "report",
    [
        "同比增长47.5%",
        "完成投资同比增长47.5%",
        "完成1869.2亿元、同比增长47.5%",
        "完成投资占全部投资比重为47.5%",
        "完成进度比去年提高47.5%",
        "产值完成1131亿元，占全市工业总产值47.5%",
        "覆盖率达到47.5%",
        "已完成检测的样品合格率为47.5%",
        "序时进度为47.5%",
        "同比增长47.5%的工业企业完成产值",
        "水质优良比例为47.5%",
        "新区任务艰巨，占比47.5%",
        "完成年度任务的47.5个百分点",
        "revenue grew 47.5%",
        "progress rose by 47.5%",
        "up 47.5% of the target",
        "47.5% of households have switched",
        "a share of 47.5%",
    ],
)
def test_what_speaks_of_growth_shares_or_states(report: str) -> None:
    assert uncovered(report) == []


def test_a_list_of_percentages_is_of_one_kind() -> None:
    assert uncovered("分别完成任务的10%、20%和30%，增长40%") == ["10%", "20%", "30%"]
    assert uncovered("分别增长10%、20%和30%，完成任务的40%") == ["40%"]


def test_a_torn_percentage_is_listed_once() -> None:
    assert uncovered("完成任务的5 7%") == ["57%"]


@pytest.mark.parametrize(
    ("actual", "printed", "is_there"),
    [
        ("468", "By June 240. 468 homes were built.", True),
        ("468", "Homes reached 1. 468 million.", False),
        ("468", "Homes reached 1. 468 per cent.", False),
        ("5", "On each acre 12. 5 homes were built.", False),
    ],
)
def test_a_figure_that_begins_a_sentence_is_not_torn_from_the_one_before(
    actual: str, printed: str, is_there: bool
) -> None:
    """`reached 240. 468 homes` was 240.468 alone."""
    (told,) = found(target("Homes", actual, "homes"), printed).values()
    assert (told == "1") is is_there


def test_a_percentage_printed_twice_is_covered_by_the_name() -> None:
    report = "综述：维修机井任务完成47.5%，修桥任务完成47.5%。维修机井190眼，完成任务的47.5%。"
    text = """[targets.t]
name = "维修机井"
unit = "眼"
goal = 400
actual = { H1 = 190 }
stated = { H1 = "47.5%" }
"""
    reading = read_report(text, report.replace("，修桥", "。修桥"))
    assert [each.words for each in reading.uncovered] == ["修桥任务完成47.5%"]


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (
            "Bookings are fine, 50.5% of the target of 5,100 so far, and more.",
            "50.5% of the target of 5,100 so far",
        ),
        ("全市项目1,200个，完成年度任务的47.5%，好于去年。", "完成年度任务的47.5%"),
    ],
)
def test_the_words_around_a_percentage_end_with_a_comma_but_not_within_a_number(
    report: str, words: str
) -> None:
    assert [each.words for each in read_report(WELLS, report).uncovered] == [words]


def test_control_characters_of_the_text_are_not_repeated() -> None:
    reading = read_city("桥\x1b[31m完成年度任务的5%")
    assert reading.uncovered[0].words == "桥\\u001b[31m完成年度任务的5%"


def test_headings_keep_their_lines_and_do_not_cut_a_sentence() -> None:
    report = "维修机\n\n## 维修机井进度47%\n\n井190\n\n(二) 其他\n\n眼"
    assert one("维修机井", "眼", "190", "", report) == (5, [])
    assert [each.line for each in read_city(report).uncovered] == [3]


def test_a_long_text_without_a_full_stop() -> None:
    report = "维修机井" + "很长" * 500 + "190眼"
    assert one("维修机井", "眼", "190", "", report)[0] is None


# --- as text and for machines


def test_the_tables() -> None:
    reading = read_city(CITY_REPORT)
    table = sightings_table(reading, {}, Language.ZH)
    assert list(map(table.heading, table.columns)) == ["指标", "数字", "行号", "备注"]
    cells = [tuple(cell.text for cell in row.values()) for row in rows_of(table)]
    assert cells[:4] == [
        ("危旧桥梁改造完工", "8座", "4", ""),
        ("危旧桥梁改造完工", "40%", "4", ""),
        ("新建中小学校", "19所", "6", ""),
        ("新建中小学校", "47.5%", "12", ""),
    ]
    assert ("灌溉机井维修", "190眼", "未找到", "") in cells
    unfound = {row["line"].text for row in rows_of(table) if row["line"].tone is Tone.WARNING}
    assert unfound == {"未找到"}
    uncovered_cells = [
        tuple(c.text for c in row.values()) for row in rows_of(uncovered_table(reading, Language.EN))
    ]
    assert uncovered_cells[0] == ("28", "71%", "总体供水工程施工进度达到71%")
    assert (
        reading_totals(reading, Language.EN)
        == "14 figures looked for, 2 not found; 3 completion rates that the plan does not state"
    )


def test_a_stated_figure_in_another_sentence_is_told_so() -> None:
    reading = read_report(PAIR, "引进项目190个。完成任务的47.5%。")
    texts = [row["line"].text for row in rows_of(sightings_table(reading, {}, Language.EN))]
    assert texts == ["1", "not found", "not found", "not found"]
    notes = [row["note"].text for row in rows_of(sightings_table(reading, {}, Language.EN))]
    assert notes == ["", "the figure is on line 1, but not in the same sentence as the actual", "", ""]


def test_a_target_without_an_actual_in_the_table() -> None:
    text = '[targets.t]\nname = "维修机井"\nstated = { H1 = "47.5%" }\n'
    reading = read_report(text, "")
    assert [row["figure"].text for row in rows_of(sightings_table(reading, {}, Language.EN))] == ["47.5%"]
    rows = reading_rows(reading)["figures"]
    assert rows == [
        {
            "id": "t",
            "actual": None,
            "unit": None,
            "line": None,
            "stated": [{"stated": "47.5%", "line": None, "place": None, "near": None}],
            "place": None,
            "near": None,
        }
    ]


def test_rows_for_machines() -> None:
    rows = reading_rows(read_city(CITY_REPORT))
    assert rows["uncovered"] == [
        {"line": 28, "figure": "71%", "words": "总体供水工程施工进度达到71%", "place": None},
        {"line": 28, "figure": "55%", "words": "水库除险加固完成率55%和63%", "place": None},
        {"line": 28, "figure": "63%", "words": "水库除险加固完成率55%和63%", "place": None},
    ]
    figures = rows["figures"]
    assert isinstance(figures, list)
    assert figures[0] == {
        "id": "bridges",
        "actual": Decimal(8),
        "unit": "座",
        "line": 4,
        "stated": [{"stated": "40%", "line": 4, "place": None, "near": None}],
        "place": None,
        "near": None,
    }
