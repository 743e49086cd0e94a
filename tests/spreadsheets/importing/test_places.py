"""A column of places beside indicators in `import`: the places are parts."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kit.imported import facts, results, targets, told, write_table
from kit.program import Run


def test_places_beside_indicators_are_their_parts(run: Run, tmp_path: Path) -> None:
    table = (
        "2024年,,,,\n县区,指标,单位,目标,上半年完成\n"
        "东区,住房,套,60,30\n东区,税收,亿元,30,14\n东区,增速,%,6,5\n"
        "西区,住房,套,40,20\n西区,税收,亿元,10,4\n西区,增速,%,7,8\n全市,税收,亿元,45,18\n"
    )
    made = targets(run, tmp_path, table)
    assert {key: str(each.target.goal) for key, each in made.items()} == {
        "住房": "100",
        "住房/东区": "60",
        "住房/西区": "40",
        "税收": "45",
        "税收/东区": "30",
        "税收/西区": "10",
        "增速": "None",
        "增速/东区": "6",
        "增速/西区": "7",
    }
    assert [facts(made[key])[-1] for key in ("住房/东区", "税收")] == [
        ("H1", date(2024, 6, 30), Decimal(figure)) for figure in (30, 18)
    ]
    err = run("import", str(tmp_path / "t.csv")).err
    assert "A   县区        各指标按地区的分解任务\n" in err
    assert "说明：第3行：该指标没有合计行，目标值按各分解任务相加\n" in err
    assert "说明：第5行：该指标没有合计行，水平值不能相加，因此没有目标值\n" in err


def test_rows_of_several_units_are_told_how_they_become_parts(run: Run, tmp_path: Path) -> None:
    rows = "指标,目标\n东区政府,住房,60\n西区政府,住房,40\n"
    refused = run("import", write_table(tmp_path, f"责任单位,{rows}"), "--year", "2024")
    assert told(refused.err)[0] == (
        "第3行：标识 住房 与第2行重复"
        "（请保留其中一行；如是同一指标的分解任务，请把各单位一列的标题改为“县区”）"
    )
    assert [*targets(run, tmp_path, f"县区,{rows}")] == ["住房", "住房/东区政府", "住房/西区政府"]


def test_a_place_of_each_indicator_makes_no_parts(run: Run, tmp_path: Path) -> None:
    table = "Plan 2024,,\nIndicator,District,Goal\nHomes,East,60\nRoads,West,40\n"
    assert [*targets(run, tmp_path, table)] == ["homes", "roads"]
    assert "B       District   (left out) not understood\n" in run("import", str(tmp_path / "t.csv")).err


def test_what_a_part_cannot_have_for_itself_is_told(run: Run, tmp_path: Path) -> None:
    table = "District,Indicator,Goal,Due\nEast,Homes,60,2024-09-30\nWest,Homes,40,\nEast,Homes,5,2024-12-31\n"
    refused = run("import", write_table(tmp_path, table))
    hint = "parts have it from their target: make it the same"
    assert told(refused.err)[:2] == [
        f"row 2: due: it differs from that of the target Homes ({hint})",
        "row 4: the id homes is already in row 2 (keep one of the two)",
    ]


def test_weights_of_places_are_that_of_the_target_or_told(run: Run, tmp_path: Path) -> None:
    table = "District,Indicator,Goal,Weight\nEast,Homes,60,3\nWest,Homes,40,{}\n"
    refused = run("import", write_table(tmp_path, table.format(2)), "--year", "2024")
    assert [line.partition(" (")[0] for line in told(refused.err)[:2]] == [
        "row 2: weight: it differs from that of the target Homes",
        "row 3: weight: it differs from that of the target Homes",
    ]
    assert targets(run, tmp_path, table.format(3))["homes"].target.weight == 3


def test_goals_of_places_are_added_up_only_where_each_has_one(run: Run, tmp_path: Path) -> None:
    made = targets(run, tmp_path, "县区,指标,目标,上半年完成\n东区,住房,60,9\n西区,住房,,20\n")
    assert {key: each.target.goal for key, each in made.items()} == {
        "住房": None,
        "住房/东区": 60,
        "住房/西区": None,
    }


def test_places_and_names_that_were_merged_before_are_asked_for(run: Run, tmp_path: Path) -> None:
    by_place = "县区,指标,目标\n东区,住房,60\n,税收,30\n西区,住房,40\n西区,税收,10\n"
    refused = run("import", write_table(tmp_path, by_place), "--year", "2024")
    note = "合并单元格存为文本后只留第一格"
    assert refused.code == 2
    assert told(refused.err)[0] == (
        f"第3行：未写明地区，而上方已有地区（请逐行写明地区，整体请写“合计”；{note}）"
    )
    by_name = "指标,县区,目标\n住房,东区,60\n,西区,40\n住房,北区,5\n"
    refused = run("import", write_table(tmp_path, by_name), "--year", "2024")
    assert told(refused.err)[0] == f"第3行：没有名称（请逐行写明指标；{note}）"


def test_of_two_columns_of_places_the_user_names_one(run: Run, tmp_path: Path) -> None:
    rows = "地区,县区,指标,2024年目标\n河东,东区,住房,60\n河东,西区,住房,40\n"
    table = write_table(tmp_path, rows)
    refused = run("import", table)
    assert (refused.code, refused.out) == (2, "")
    assert told(refused.err) == [
        "错误：有多列均为地区：A `地区`、B `县区`",
        '提示：请指明其中一列：--column place=B，或 --column "place=县区"',
    ]
    done = run("import", table, "--column", "place=县区", "-o", "made.toml")
    assert done.code == 0
    assert [*results("made.toml")] == ["住房", "住房/东区", "住房/西区"]
    apart = "地区,县区,指标,2024年目标\n河东,东区,住房,60\n河西,西区,税收,40\n"
    assert [*targets(run, tmp_path, apart)] == ["住房", "税收"]


@pytest.mark.parametrize("whole", ["All", "all districts", "Citywide", "Overall", "Total", "City-wide"])
def test_a_row_for_all_places_is_that_of_the_target(run: Run, tmp_path: Path, whole: str) -> None:
    table = (
        "Plan 2024,,\nDistrict,Indicator,Goal,H1 actual\n"
        f"North,Homes,30,12\nSouth,Homes,20,7\n{whole},Homes,50,19\nNorth,Parks,3,1\nSouth,Parks,2,1\n"
    )
    made = targets(run, tmp_path, table)
    assert {key: str(each.target.goal) for key, each in made.items()} == {
        "homes": "50",
        "homes/north": "30",
        "homes/south": "20",
        "parks": "5",
        "parks/north": "3",
        "parks/south": "2",
    }
    assert facts(made["homes"])[-1] == ("H1", date(2024, 6, 30), Decimal(19))


SUM_OF_PLACES = (
    "the sum of all other places; if that is the whole, leave its place blank, or delete these rows"
)


@pytest.mark.parametrize(
    ("rows", "doubted"),
    [
        ("Metro,Homes,50,19\nNorth,Homes,30,12\nSouth,Homes,20,7\n", "row 3"),
        (
            "North,Homes,30,\nSouth,Homes,20,\nMetro,Homes,50,\nNorth,Parks,3,\nSouth,Parks,2,\nMetro,Parks,5,\n",
            "rows 5, 8",
        ),
        ("North,Homes,30,\nSouth,Homes,20,\nEast,Homes,50,\n", ""),
        ("North,Homes,30,12\nSouth,Homes,20,7\nEast,Homes,50,18\n", ""),
        (
            "North,Homes,3,1\nSouth,Homes,2,1\nEast,Homes,5,2\nNorth,Parks,3,1\nSouth,Parks,2,1\nEast,Parks,4,2\n",
            "",
        ),
        ("Metro,Homes,50,19\nNorth,Homes,50,19\n", ""),
    ],
)
def test_a_place_that_always_adds_up_the_others_is_in_doubt(
    run: Run, tmp_path: Path, rows: str, doubted: str
) -> None:
    table = f"Plan 2024,,\nDistrict,Indicator,Goal,H1 actual\n{rows}"
    done = run("import", write_table(tmp_path, table))
    assert (done.code, f"warning: {doubted}: {SUM_OF_PLACES}\n" in done.err) == (
        2 if doubted else 0,
        bool(doubted),
    )
