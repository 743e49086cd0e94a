"""`add`: a target as a person types it; whatever is wrong is told at once, and then nothing is written."""

import json
from pathlib import Path

import pytest

from kit.program import Run, Write

PLAN = """\
[plan]
title = "Plan"
year = 2024

[targets.projects]
name = "Projects signed"
group = "Growth"
owner = "商务局"
unit = "个"
goal = 400
actual = { H1 = 190 }

[targets.roads]
name = "道路改造"
group = "Construction"
goal = 60
"""


def block(file: str) -> dict[str, str]:
    """The id of the new target and its pairs."""
    blocks = Path(file).read_text(encoding="utf-8").strip("\n").split("\n\n")
    (new,) = (each for each in blocks if each not in PLAN)
    header, *pairs = new.splitlines()
    return {"id": header[len("[targets.") : -1]} | dict(pair.split(" = ", 1) for pair in pairs)


def test_a_target_is_written_into_its_group_and_its_place_and_state_are_told(run: Run, plan: Write) -> None:
    file = plan(PLAN)
    done = run("add", "Jobs created", "--goal", "1200", "--group", "growth", "--owner", "人社局", "-f", file)
    assert done == (0, f"{file}, line 13: target jobs-created added\njobs-created: not reported\n", "")
    text = Path(file).read_text(encoding="utf-8")
    new = '\n[targets.jobs-created]\nname = "Jobs created"\ngroup = "Growth"\nowner = "人社局"\ngoal = 1200\n'
    assert text == PLAN.replace("\n\n[targets.roads]", f"\n{new}\n[targets.roads]")
    assert run("validate", "--strict", "-f", file).code == 0
    assert run("record", "jobs created", "H1", "700", "-f", file).code == 0


TYPED = [
    (["Jobs", "--goal", "400个"], {"id": "jobs", "unit": '"个"', "goal": "400"}),
    (["Jobs", "--goal", "１５５０亿元"], {"unit": '"亿元"', "goal": "1550"}),
    (["Jobs", "--goal", "96.50", "--unit", "km"], {"unit": '"km"', "goal": "96.50"}),
    (["Jobs", "--goal", "1,234,567"], {"goal": "1234567"}),
    (["Jobs", "--goal", "≤28", "--unit", "件"], {"unit": '"件"', "direction": '"at_most"', "goal": "28"}),
    (
        ["Jobs", "--goal", "4.5以内", "--unit", "人"],
        {"unit": '"人"', "direction": '"at_most"', "goal": "4.5"},
    ),
    (["Jobs", "--goal", "£24.0m"], {"unit": '"£m"', "goal": "24.0"}),
    (["Jobs", "--goal", "≤ $1.2 million"], {"unit": '"$ million"', "direction": '"at_most"', "goal": "1.2"}),
    (["Jobs", "--goal", "≥28"], {"goal": "28"}),
    (["Jobs", "--goal", "6.2%", "--kind", "水平值"], {"unit": '"%"', "kind": '"level"', "goal": "6.2"}),
    (["Jobs", "--goal", "6%", "--kind", "cumulative"], {"unit": '"%"', "kind": '"cumulative"', "goal": "6"}),
    (["Jobs", "--goal", "5", "--kind", "total"], {"goal": "5"}),
    (
        ["Jobs", "--goal", "42%", "--baseline", "-1.5%"],
        {"unit": '"%"', "kind": '"level"', "baseline": "-1.5", "goal": "42"},
    ),
    (["Jobs", "--direction", "不超过", "--goal", "0"], {"direction": '"at_most"', "goal": "0"}),
    (["Jobs", "--due", "2024-09-30"], {"due": "2024-09-30"}),
    (["Jobs", "--due", "9月底前"], {"due": "2024-09-30"}),
    (["Jobs", "--due", "Q3", "--start", "M02"], {"start": "2024-02-01", "due": "2024-09-30"}),
    (["Jobs", "--start", "2023-03-05", "--due", "2026年6月"], {"start": "2023-03-05", "due": "2026-06-30"}),
    (["Jobs", "--weight", "2.50"], {"weight": "2.50"}),
    (["引进亿元以上项目（二期）"], {"id": '"引进亿元以上项目-二期"'}),
    (["No. 1 Road - east"], {"id": '"no.-1-road-east"'}),
    (["PM2.5"], {"id": '"pm2.5"'}),
    (["Jobs", "--id", "work"], {"id": "work"}),
    (["Jobs", "--id", "就业"], {"id": '"就业"'}),
    (['A "b" \\ c'], {"id": "a-b-c"}),
    (["Jobs", "--group", "", "--owner", " "], {}),
]


@pytest.mark.parametrize(("typed", "expected"), TYPED)
def test_what_is_typed_is_understood_as_in_tables(
    run: Run, plan: Write, typed: list[str], expected: dict[str, str]
) -> None:
    file = plan(PLAN)
    done = run("add", *typed, "-f", file)
    assert (done.code, done.err) == (0, "")
    assert block(file) == {"id": "jobs", "name": json.dumps(typed[0], ensure_ascii=False)} | expected


REFUSED = [
    (
        ["道路改造"],
        (
            "error: the target roads is called `道路改造` already\n"
            "hint: say in the name what is different, or use record to write figures for roads\n"
        ),
    ),
    (["projects  SIGNED"], "error: the target projects is called `Projects signed` already\n"),
    (["Roads"], "error: there is a target `roads` already\nhint: give it another id: --id roads-2\n"),
    (["X", "--id", "roads"], "hint: give it another id: --id roads-2\n"),
    (["X", "--id", "a b"], "error: the id `a b` may contain only letters, digits, `-`, `_` and `.`\n"),
    (["X", "--goal", "6左右"], "error: --goal: `6左右` was not understood as a goal\nhint: write a figure"),
    (
        ["X", "--goal", "5-6"],
        "error: --goal: `5-6` was not understood as a goal\nhint: a range: write 5 where",
    ),
    (
        ["X", "--goal", "at least 14 services"],
        "hint: if `services` is its unit, name it apart: with --unit, or",
    ),
    (["X", "--goal", "3,425"], "hint: "),
    (["X", "--goal", "1e3"], "error: --goal: `1e3` was not understood as a goal\n"),
    (["X", "--goal", "12345678901234567"], "error: --goal: `12345678901234567` has too many digits"),
    (["X", "--goal", "15亿元", "--unit", "万元"], "hint: write 150000万元"),
    (["X", "--goal", "6%"], "error: a goal in % may be a total or a level\nhint: add --kind level for"),
    (["X", "--goal", "0"], "error: the goal must be above 0\n"),
    (
        ["X", "--weight", "20%"],
        "error: --weight: `20%` is a percentage, but the target has no unit\nhint: write digits with",
    ),
    (["X", "--goal", "≥5", "--direction", "at_most"], "error: `≥5` and `at_most` contradict each other\n"),
    (["X", "--kind", "sort"], "error: --kind: `sort` is not one of: cumulative, level\n"),
    (["X", "--due", "13月"], "error: --due: `13月` is not a valid day\nhint: write 2024-06-30, a month, or"),
    (["X", "--due", "2024-02-30"], "error: --due: `2024-02-30` is not a valid day\n"),
    (["X", "--due", "2023-02-01"], "error: due on 2023-02-01, which is not after the start"),
    (["X", "--weight", "x"], "error: --weight: `x` is not a number\nhint: write digits"),
    (["X", "--baseline", "5", "--kind", "cumulative", "--goal", "6"], "error: a running total has no base"),
    ([""], "error: `name` must not be empty\n"),
    (["a\u202eb"], "error: `name` contains the character U+202E"),
]


@pytest.mark.parametrize(("typed", "words"), REFUSED)
def test_what_is_not_understood_or_not_valid_is_refused_with_a_hint(
    run: Run, plan: Write, typed: list[str], words: str
) -> None:
    file = plan(PLAN)
    done = run("add", *typed, "-f", file)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert Path(file).read_text(encoding="utf-8") == PLAN


def test_all_that_is_wrong_with_the_options_is_told_at_once_in_the_plans_language(
    run: Run, plan: Write
) -> None:
    file = plan(PLAN.replace("year = 2024", 'year = 2024\nlanguage = "zh"'))
    typed = ("道路改造", "--id", "projects", "--goal", "多", "--kind", "x", "--weight", "x", "--due", "y")
    done = run("add", *typed, "-f", file)
    assert done.code == 2
    assert [line for line in done.err.splitlines() if line.startswith("错误")] == [
        "错误：`道路改造` 已是指标 roads 的名称",
        "错误：已有指标 `projects`",
        "错误：--goal：无法识别目标值 `多`",
        "错误：--kind：无法识别 `x`，可用的有：累计量、水平值",
        "错误：--due：`y` 不是有效日期",
        "错误：--weight：`x` 不是数字",
    ]


def test_a_new_group_among_others_is_noted_since_it_may_be_a_slip(run: Run, plan: Write) -> None:
    file = plan(PLAN)
    done = run("add", "Jobs", "--group", "Grwoth", "-f", file)
    assert (done.code, done.err) == (0, "note: `Grwoth` is a new group; the plan has: Growth, Construction\n")
    assert Path(file).read_text(encoding="utf-8").startswith(PLAN)


def test_a_dry_run_shows_the_block_and_writes_nothing(run: Run, plan: Write) -> None:
    file = plan(PLAN)
    done = run(
        "add", "新增就业", "--goal", "1.2万人", "--group", "Growth", "--dry-run", "-f", file, "--lang", "zh"
    )
    assert done.code == 0
    added = [
        line[1:] for line in done.out.splitlines() if line.startswith("+") and line[1:2] not in ("", "+")
    ]
    assert added == [
        '[targets."新增就业"]',
        'name = "新增就业"',
        'group = "Growth"',
        'unit = "万人"',
        "goal = 1.2",
    ]
    assert f"{file} 第13行：已新增指标 新增就业\n新增就业：未报送\n" in done.out
    assert done.err == "未写入（--dry-run）\n"
    assert Path(file).read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
@pytest.mark.parametrize("last", [b"\n", b""])
def test_every_other_byte_stays(run: Run, tmp_path: Path, mark: bytes, newline: bytes, last: bytes) -> None:
    file = tmp_path / "plan.toml"
    text = mark + PLAN.rstrip().encode().replace(b"\n", newline) + last.replace(b"\n", newline)
    file.write_bytes(text)
    file.chmod(0o640)
    mode = file.stat().st_mode & 0o777  # Windows knows only files that may be read, or written too
    assert run("add", "Jobs", "-f", str(file)).code == 0
    new = newline * 2 + b"[targets.jobs]" + newline + b'name = "Jobs"'
    assert file.read_bytes() == text.removesuffix(newline) + new + last.replace(b"\n", newline)
    assert file.stat().st_mode & 0o777 == mode


def test_a_target_in_a_fiscal_year_has_the_days_of_its_months(run: Run, plan: Write) -> None:
    file = plan(PLAN.replace("year = 2024", "start = 2024-04-01\nend = 2025-03-31"))
    assert run("add", "A", "--due", "2月", "-f", file).code == 0
    assert "due = 2025-02-28\n" in Path(file).read_text(encoding="utf-8")
    done = run("add", "B", "--due", "上半年", "-f", file)
    assert done.code == 2
    assert "`上半年` refers to the calendar year" in done.err


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30 September", "2024-09-30"),
        ("9月底", "2024-09-30"),
        ("September", "2024-09-01"),
        ("1 October", "2024-10-01"),
        ("Q2", "2024-04-01"),
    ],
)
def test_a_start_is_the_first_day_of_a_period_but_the_day_that_is_named(
    run: Run, plan: Write, text: str, day: str
) -> None:
    file = plan(PLAN)
    assert run("add", "A", "--start", text, "-f", file).code == 0
    assert f"start = {day}\n" in Path(file).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("start", "day"),
    [("end of Q3", "2024-09-30"), ("end of February", "2024-02-29"), ("2月底", "2024-02-29")],
)
def test_a_start_at_the_end_of_a_period_is_not_taken_for_its_first_day(
    run: Run, plan: Write, start: str, day: str
) -> None:
    """To write a month or Q3, as the hint said, would have meant their first days."""
    done = run("add", "A", "--start", start, "-f", plan(PLAN), "--lang", "en")
    assert done.code == 2
    assert f"--start: `{start}` is not a valid day\nhint: did you mean `{day}`?" in done.err


@pytest.mark.parametrize("option", ["--due", "--start"])
def test_a_date_that_may_be_two_days_is_told_with_both(run: Run, plan: Write, option: str) -> None:
    done = run("add", "A", option, "05/06/2024", "-f", plan(PLAN))
    assert done.code == 2
    assert "`05/06/2024` may be 2024-06-05 or 2024-05-06: write the one that is meant\n" in done.err


def test_what_is_no_plan_of_one_file_is_refused(run: Run, plan: Write) -> None:
    plan(PLAN)
    assert run("add", "X", "-f", "gone.toml").code == 2
    Path("counties").mkdir()
    done = run("add", "X", "-f", "counties")
    assert done.code == 2
    assert "is a folder" in done.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["人均预期寿命", "--goal", "79.5", "--unit", "岁"],
            'write kind = "level" in its section (or `--kind level`)',
        ),
        (["人均预期寿命", "--goal", "79.5", "--unit", "岁", "--kind", "level"], ""),
        (["Births per year", "--goal", "7", "--kind", "cumulative"], ""),
        (
            ["Deaths per year", "--goal", "7", "--kind", "cumulative"],
            'direction = "at_most" in its section (or `--direction at_most`)',
        ),
        (["Deaths", "--goal", "7", "--direction", "at_most"], ""),
        (["Deaths avoided", "--goal", "7"], ""),
        (["Jobs", "--goal", "7", "--unit", "人"], ""),
        (
            ["比例", "--goal", "0%", "--kind", "level"],
            'direction = "at_most" in its section (or `--direction at_most`)',
        ),
        (
            ["能耗", "--goal=-3%", "--kind", "level"],
            'direction = "at_most" in its section (or `--direction at_most`)',
        ),
        (["能耗", "--goal=-3%", "--kind", "level", "--direction", "at_most"], ""),
        (["比例", "--goal", "0%", "--kind", "level", "--direction", "at_most"], ""),
        (["比例", "--goal", "0%", "--kind", "level", "--direction", "at_least"], ""),
    ],
)
def test_what_is_taken_for_granted_against_the_words_is_told(
    run: Run, plan: Write, arguments: list[str], told: str
) -> None:
    done = run("add", *arguments, "-f", plan(PLAN))
    assert done.code == 0
    assert done.err.strip().endswith(told) if told else done.err == ""
