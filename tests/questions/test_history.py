"""How a plan stood over time: which days a target has, and that each is judged as it was then."""

import json
from pathlib import Path

import pytest

from kit.judged import judged
from kit.program import Run, Write
from plan_tracker.questions.history import history

TEXT = """
[plan]
title = "P"
year = 2024
reporting = "quarter"
[targets.a]
name = "A"
goal = 400
adjusted = { 2024-08-30 = 380 }
actual = { H1 = 190, M08 = 250, Q3 = 285 }
[targets.b]
name = "B"
goal = 100
dropped = 2024-09-01
reporting = "half-year"
actual = { Q1 = 5 }
parts = { x = { goal = 60, actual = { M02 = 1 } }, y = {} }
[targets.c]
name = "C"
actual = { H1 = 3 }
[targets.d]
name = "D"
goal = 4
start = 2024-07-01
[targets.e]
name = "E"
goal = 4
due = 2024-08-15
"""


def told(as_of: str, *, parts: bool = True) -> list[tuple[str, str, str, str | None]]:
    return [
        (
            each.target.id,
            str(each.as_of),
            str(each.status),
            None if each.target.goal is None else str(each.target.goal),
        )
        for each in history(judged(TEXT, as_of), parts=parts)
    ]


def test_each_target_is_judged_as_of_each_of_its_days() -> None:
    assert (
        told("2024-09-30")
        == [
            ("a", "2024-03-31", "not_reported", "400"),  # a reporting date without a figure
            ("a", "2024-06-30", "behind", "400"),  # 190 of 200, with the goal of then
            ("a", "2024-08-31", "behind", "380"),  # a figure between the dates; 250 of 253 1/3
            ("a", "2024-09-30", "on_pace", "380"),
            ("b", "2024-02-29", "not_due", "100"),  # the sum of the parts is a bound
            ("b", "2024-03-31", "behind", "100"),
            ("b", "2024-06-30", "not_reported", "100"),  # and after it was dropped it owes none
            ("b/x", "2024-02-29", "behind", "60"),
            ("b/x", "2024-06-30", "not_reported", "60"),
            ("c", "2024-06-30", "no_goal", None),
            ("d", "2024-09-30", "not_reported", "4"),
            ("e", "2024-03-31", "not_reported", "4"),
            ("e", "2024-06-30", "not_reported", "4"),
            ("e", "2024-08-15", "not_reported", "4"),  # its due date
        ][:9]
        + told("2024-09-30")[9:]
    )


def test_what_has_no_goal_owes_no_figure() -> None:
    found = [(id_, day) for id_, day, _, _ in told("2024-12-31") if id_ in ("b/y", "c")]
    assert found == [("c", "2024-06-30")]


def test_a_target_owes_figures_from_its_start_to_its_due_date() -> None:
    days = [(id_, day) for id_, day, _, _ in told("2024-12-31") if id_ in ("d", "e")]
    assert days == [
        ("d", "2024-09-30"),
        ("d", "2024-12-31"),
        ("e", "2024-03-31"),
        ("e", "2024-06-30"),
        ("e", "2024-08-15"),
    ]


def test_what_is_only_asked_for_when_it_is_due_owes_no_figure_before() -> None:
    text = """
[plan]
title = "P"
year = 2024
reporting = "quarter"
[targets.a]
name = "A"
goal = 4
pace = "at_due"
due = 2024-09-30
actual = { M02 = 1 }
"""
    found = [(str(each.as_of), str(each.status)) for each in history(judged(text, "2024-12-31"))]
    assert found == [("2024-02-29", "not_due"), ("2024-09-30", "not_reported")]


def test_nothing_later_than_the_as_of_day_is_told() -> None:
    assert {day for _, day, _, _ in told("2024-08-30")} == {
        *("2024-02-29", "2024-03-31", "2024-06-30", "2024-08-15")
    }


def test_parts_may_be_left_out() -> None:
    assert {id_ for id_, _, _, _ in told("2024-09-30", parts=False)} == set("abcde")


@pytest.fixture
def file(plan: Write) -> str:
    return plan(TEXT)


def test_csv_and_json_have_the_same_rows(run: Run, file: str) -> None:
    lines = run("export", "--history", "-f", file).out.splitlines()
    heading, rows = lines[0].split(","), [line.split(",") for line in lines[1:]]
    found = json.loads(run("export", "--history", "--format", "json", "-f", file).out)
    assert list(found) == ["schema_version", "plan", "as_of", "summary", "history"]
    assert [list(row) for row in found["history"]] == [heading] * len(rows)
    ids = [(row[heading.index("id")], row[heading.index("as_of")]) for row in rows]
    assert [(row["id"], row["as_of"]) for row in found["history"]] == ids


def test_other_formats_have_no_history(run: Run, file: str) -> None:
    done = run("export", "--history", "--format", "html", "-f", file)
    assert (done.code, done.out) == (2, "")
    assert "not for html" in done.err


def test_one_target_in_full_for_programs(run: Run, file: str) -> None:
    found = json.loads(run("show", "a", "--format", "json", "-f", file).out)
    assert found["target"]["goal"] == 380
    assert found["adjusted"] == [{"day": "2024-08-30", "goal": 380, "note": None}]
    assert [(each["period"], each["expected"]) for each in found["periods"]] == [
        ("Q1", 95),
        ("H1", 190),
        ("M08", 253.333333),
        ("Q3", 285),
        ("FY", 380),
    ]
    assert found["rule"] == {"rule": "pace", "compared": "285 × 4 = 380 × 3", "tolerated": None}


def test_sums_of_several_plans_are_of_the_goals_that_were_in_force_then(run: Run, tmp_path: Path) -> None:
    text = '[plan]\ntitle = "{}"\nyear = 2024\nreporting = "quarter"\n[targets.p]\nname = "P"\ngoal = 100\n'
    figures = "actual = { Q1 = 20, H1 = 55 }\n"
    (tmp_path / "a.toml").write_text(text.format("A") + figures)
    (tmp_path / "b.toml").write_text(text.format("B") + figures + "adjusted = { 2024-05-01 = 80 }\n")
    found = json.loads(run("export", "--history", "--format", "json", "-f", str(tmp_path)).out)["history"]
    assert [(row["plan"], row["as_of"], row["goal"], row["actual"], row["status"]) for row in found] == [
        (None, "2024-03-31", 200, 40, "behind"),
        (None, "2024-06-30", 180, 110, "on_pace"),
        ("a.toml", "2024-03-31", 100, 20, "behind"),
        ("a.toml", "2024-06-30", 100, 55, "on_pace"),
        ("b.toml", "2024-03-31", 100, 20, "behind"),
        ("b.toml", "2024-06-30", 80, 55, "on_pace"),
    ]
