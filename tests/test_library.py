"""The door for Python programs."""

import csv
import pickle
import subprocess
import sys
import typing
from datetime import UTC, date, datetime
from enum import Enum
from io import StringIO
from pathlib import Path

import pytest

import plan_tracker
from kit.fields import field_text
from kit.program import EXAMPLE, EXAMPLES, Run, Write
from plan_tracker import COLUMN_TYPES, Evaluation, PlanError, Result, Status, evaluate, load


def test_every_public_name_is_seen_before_it_is_used() -> None:
    script = "import plan_tracker; print(*dir(plan_tracker)); print(*plan_tracker.__all__)"
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    seen, public = (line.split() for line in done.stdout.splitlines())
    assert set(public) <= set(seen)
    assert {"load", "evaluate", "Evaluation", "PlanError", "__version__"} <= set(seen)
    with pytest.raises(AttributeError, match="no attribute 'lead'"):
        plan_tracker.lead  # type: ignore[attr-defined] # noqa: B018 - that is the point


def test_every_public_name_is_typed() -> None:
    assert (Path(plan_tracker.__file__).parent / "py.typed").exists()
    for name in plan_tracker.__all__:
        assert getattr(plan_tracker, name).__doc__
    assert typing.get_type_hints(evaluate)["return"] is Evaluation
    assert typing.get_type_hints(Evaluation.rows)["return"]
    results: tuple[Result, ...] = evaluate(load(EXAMPLE)).results
    assert results[0].status is Status.NO_GOAL


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("parts", [True, False])
def test_rows_are_those_of_the_csv(run: Run, file: Path, *, parts: bool) -> None:
    printed = run("export", "-f", str(file), *(() if parts else ("--no-parts",))).out
    rows = evaluate(load(file)).rows(parts=parts)
    assert [{key: field_text(value) for key, value in row.items()} for row in rows] == list(
        csv.DictReader(StringIO(printed))
    )
    assert list(rows[0]) == list(COLUMN_TYPES)


EVERYTHING = """[plan]
title = "P"
year = 2024
as_of = 2024-09-30
[targets.a]
name = "A"
group = "G"
owner = "O"
unit = "km"
goal = 100
stage = "built"
binding = true
source = "p. 1"
due = 2024-06-30
committed = 5
actual = { M05 = 60, H1 = 80, Q3 = 100 }
[targets.b]
name = "B"
goal = 1e3
committed = 60
actual = { Q3 = 640 }
[targets.b.parts.c]
goal = 1000
[targets.d]
name = "D"
goal = 10
feed = "register"
[targets.d.parts.east]
goal = 5
actual = { Q3 = 3 }
[targets.d.parts.west]
goal = 5
[targets.e]
name = "E"
goal = 90
adjusted = { 2024-08-30 = 80 }
actual = { Q3 = 50 }
past = { 2022 = { Q3 = 3, FY = 4 }, 2023 = { Q3 = 40, FY = 60 } }
[feeds.register]
query = "select id, actual from register where day <= :last_day"
time_zone = "Asia/Shanghai"
[targets.level]
name = "L"
kind = "level"
baseline = 2
goal = 12
actual = { Q3 = 7 }
"""


def test_every_value_has_the_type_that_its_column_tells(plan: Write) -> None:
    evaluations = [evaluate(load(file)) for file in (*map(str, EXAMPLES), plan(EVERYTHING))]
    rows = [row for evaluation in evaluations for row in evaluation.rows()]
    for key, kind in COLUMN_TYPES.items():
        values = [row[key] for row in rows if row[key] is not None]
        if key == "plan":  # tells of several files in which one a target stands
            assert not values
            continue
        assert values, f"no plan of this test fills {key}"
        assert {type(value) for value in values} == {kind}
    assert not any(isinstance(value, Enum) for row in rows for value in row.values())
    assert "E" not in " ".join(str(row["goal"]) for row in rows)


@pytest.mark.parametrize(
    ("as_of", "day"),
    [
        ("H1", date(2024, 6, 30)),
        ("M02", date(2024, 2, 29)),
        ("2024-08-15", date(2024, 8, 15)),
        (date(2024, 8, 15), date(2024, 8, 15)),
        (datetime(2024, 8, 15, 23, 59, tzinfo=UTC), date(2024, 8, 15)),
        (None, date(2024, 9, 30)),
    ],
)
def test_a_day_is_a_date_or_what_the_command_line_takes(
    plan: Write, as_of: date | str | None, day: date
) -> None:
    assert evaluate(load(plan(EVERYTHING)), as_of=as_of).as_of == day


@pytest.mark.parametrize("as_of", ["H3", "2024-13-01", "", "soon"])
def test_what_is_no_day_of_the_plan_is_told(plan: Write, as_of: str) -> None:
    with pytest.raises(
        ValueError, match=r"the plan has no day .*'2024-06-30', a period of the plan such as 'H1'"
    ):
        evaluate(load(plan(EVERYTHING)), as_of=as_of)


def test_a_plan_without_labels_is_not_said_to_have_one(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    head = '[plan]\ntitle = "P"\nstart = 2024-01-15\nend = 2024-07-31\n'
    file.write_text(f'{head}[targets.a]\nname = "A"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="has no day 'H1': give a date, '2024-06-30', or 'today'"):
        evaluate(load(file), as_of="H1")


def test_a_plan_that_collects_others_is_not_judged_without_them(plan: Write) -> None:
    collecting = load(plan('[plan]\ntitle = "P"\nyear = 2024\ncollect = "x"\n[targets.a]\nname = "A"\n'))
    with pytest.raises(ValueError, match=r"the plan collects others \('x'\), which only the commands read"):
        evaluate(collecting)
    assert [row["id"] for row in evaluate(collecting._replace(collect="")).rows()] == ["a"]


def test_today_is_the_day_of_this_machine(plan: Write) -> None:
    before = date.today()  # noqa: DTZ011 - as the program
    day = evaluate(load(plan(EVERYTHING)), "today").as_of
    assert before <= day <= date.today()  # noqa: DTZ011 - as above


def test_an_error_as_text_has_a_line_for_each_problem_with_file_line_and_hint() -> None:
    Path("slip.toml").write_text(
        '[plan]\ntitle = "P"\nyear = 2024\n[targets.a]\nname = "A"\ngaol = 400\ngoal = "x"\n',
        encoding="utf-8",
    )
    with pytest.raises(PlanError) as caught:
        load("slip.toml")
    hint = "write digits, with a decimal point where needed: 1550, 96.5"
    assert str(caught.value).splitlines() == [
        "slip.toml:6:1: there is no key `gaol` here (hint: did you mean `goal`?)",
        f"slip.toml:7:8: `goal` must be a number (hint: {hint})",
    ]


def test_an_error_without_a_place_says_what_to_do() -> None:
    with pytest.raises(PlanError, match=r"^there is no file gone\.toml \(hint: "):
        load("gone.toml")


def test_an_error_with_many_problems_tells_how_many_more() -> None:
    many = "".join(f'[targets.t{number}]\nname = "A"\ngaol = 1\n' for number in range(150))
    Path("many.toml").write_text(f'[plan]\ntitle = "P"\nyear = 2024\n{many}', encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        load("many.toml")
    lines = str(caught.value).splitlines()
    assert (len(lines), lines[-1]) == (101, "… and 50 more")


def test_an_error_passes_from_process_to_process() -> None:
    with pytest.raises(PlanError) as caught:
        load("gone.toml")
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert isinstance(copy, PlanError)
    assert (str(copy), copy.problems) == (str(caught.value), caught.value.problems)
