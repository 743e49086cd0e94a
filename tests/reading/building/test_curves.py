"""The pace that a plan file gives: which rule a target follows, and what a curve must be."""

from datetime import date
from fractions import Fraction

import pytest

from plan_tracker.language import Language
from plan_tracker.plan.model import Plan
from plan_tracker.plan.pace import RULES, Pace
from plan_tracker.problems import Path, Problem
from plan_tracker.reading.plan_file import parse

H1 = date(2024, 6, 30)
T = ("targets", "t", "pace")
CURVES = '[paces]\nwinter = { H1 = "40%" }\nlate = { Q3 = "0%" }'


def read(keys: str, plan: str = "", tables: str = "") -> tuple[Plan | None, list[Problem]]:
    text = f'[plan]\ntitle = "Plan"\nyear = 2024\n{plan}\n{tables}\n[targets.t]\nname = "Target"\n{keys}\n'
    return parse(text)


def pace(keys: str, plan: str = "", tables: str = "") -> Pace | None:
    found, problems = read(keys, plan, tables)
    assert not problems
    assert found is not None
    return found.targets[0].pace


def faults(keys: str, plan: str = "", tables: str = "") -> list[tuple[str, Path]]:
    return [(problem.code, problem.path) for problem in read(keys, plan, tables)[1]]


CASES = [
    ("", "", "steady", "1/2"),
    ('pace = "steady"', "", "steady", "1/2"),
    ('pace = "at_due"', "", "at_due", "0"),
    ('pace = "winter"', "", "winter", "2/5"),
    ('pace = { H1 = "30%" }', "", "curve", "3/10"),
    ("pace = {}", "", "curve", "1/2"),
    ('pace = "last_year"\nlast_year = { FY = 10, H1 = 2 }', "", "last_year", "1/5"),
    ('pace = "last_year"\nlast_year = { H1 = 2, H2 = 10 }', "", "last_year", "1/5"),
    ('pace = "last_year"\nlast_year = { FY = 10 }', "", "last_year", "1/2"),
    ("goal = 8\npace = { H1 = 2 }", "", "curve", "1/4"),
    ('goal = 8\npace = { Q1 = "10%", H1 = 2 }', "", "curve", "1/4"),
    ("goal = 8\npace = { H1 = 0, Q3 = 8 }", "", "curve", "0"),
    ('kind = "level"\nbaseline = 4\ngoal = 8\npace = { H1 = 5 }', "", "curve", "1/4"),
    ('kind = "level"\nbaseline = 8\ngoal = 4\npace = { H1 = 7 }', "", "curve", "1/4"),
    ('kind = "level"\nbaseline = 4\npace = "winter"', "", "winter", "2/5"),
    ("", 'pace = "steady"', "steady", "1/2"),
    ("", 'pace = "at_due"', "at_due", "0"),
    ("", 'pace = "winter"', "winter", "2/5"),
    ("", 'pace = { H1 = "20%" }', "curve", "1/5"),
    ('pace = "steady"', 'pace = "winter"', "steady", "1/2"),
    ('pace = "winter"', 'pace = { H1 = "20%" }', "winter", "2/5"),
    ('pace = { H1 = "30%" }', 'pace = { H1 = "20%" }', "curve", "3/10"),
    ('kind = "level"\nbaseline = 4', 'pace = { H1 = "20%" }', "curve", "1/5"),
    ('kind = "level"\ngoal = 4\npace = "at_due"', "", "at_due", "0"),
]


@pytest.mark.parametrize(("keys", "plan", "rule", "share"), CASES)
def test_the_pace_of_a_target(keys: str, plan: str, rule: str, share: str) -> None:
    found = pace(keys, plan, CURVES)
    assert found is not None
    assert (found.rule, found.share(H1)) == (rule, Fraction(share))


def test_every_rule_of_the_pace_is_among_them() -> None:
    assert {rule for _, _, rule, _ in CASES} >= set(RULES)


@pytest.mark.parametrize("plan", ["", 'pace = "at_due"', 'pace = "winter"', 'pace = { H1 = "20%" }'])
def test_a_level_to_hold_has_no_pace_whatever_the_default(plan: str) -> None:
    assert pace('kind = "level"\ngoal = 4', plan, CURVES) is None


def test_an_own_curve_runs_in_the_targets_time_and_a_plans_curve_in_the_plans() -> None:
    june = "start = 2024-04-01\ndue = 2024-09-30\n"
    own, plans = pace(june + 'pace = { H1 = "40%" }'), pace(june + 'pace = "winter"', tables=CURVES)
    assert own is not None
    assert plans is not None
    assert own.share(H1) == Fraction(2, 5)
    # 20% by March, 40% by June, 70% by September: 20 of 50
    assert plans.share(H1) == Fraction(2, 5)
    assert own.share(date(2024, 5, 31)) == plans.share(date(2024, 5, 31)) == Fraction(4, 15)


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ('pace = "winte"', [("unknown-pace", T)]),
        ('pace = "curve"', [("unknown-pace", T)]),
        ('pace = "last_year"', [("last-year-missing", T)]),
        ('kind = "level"\npace = "steady"', [("pace-of-level", T)]),
        ('kind = "level"\npace = { H1 = "5%" }', [("pace-of-level", T)]),
        ('kind = "level"\npace = "last_year"', [("pace-of-level", T)]),
        ('pace = { H3 = "5%" }', [("bad-period", (*T, "H3"))]),
        ('pace = { H1 = "5%", Q2 = "5%" }', [("period-twice", (*T, "Q2"))]),
        ('pace = { FY = "100%" }', [("pace-outside", (*T, "FY"))]),
        ('due = 2024-06-30\npace = { H1 = "100%" }', [("pace-outside", (*T, "H1"))]),
        ('due = 2024-07-01\npace = { H1 = "99%" }', []),
        ('start = 2024-06-30\npace = { H1 = "1%" }', [("pace-outside", (*T, "H1"))]),
        ('start = 2024-06-29\npace = { H1 = "1%" }', []),
        ('pace = { 2025-01-31 = "5%" }', [("pace-outside", (*T, "2025-01-31"))]),
        ('pace = { Q1 = "50%", H1 = "49.9%" }', [("pace-falls", (*T, "H1"))]),
        ('pace = { H1 = "50%", Q1 = "50%" }', []),
        ('pace = { H1 = "0%", Q3 = "100%" }', []),
        ('pace = { H1 = "100.1%" }', [("pace-range", (*T, "H1"))]),
        ('pace = { H1 = "-0.1%" }', [("pace-range", (*T, "H1"))]),
        ("pace = { H1 = 5 }", [("interim-needs-goal", (*T, "H1"))]),
        ('goal = 0\ndirection = "at_most"\npace = { H1 = 0 }', [("interim-needs-goal", (*T, "H1"))]),
        ('kind = "level"\nbaseline = 5\ngoal = 5\npace = { H1 = 5 }', [("interim-needs-goal", (*T, "H1"))]),
        ("goal = 8\npace = { H1 = 9 }", [("pace-range", (*T, "H1"))]),
        ("goal = 8\npace = { Q1 = 5, H1 = 4 }", [("pace-falls", (*T, "H1"))]),
        ('kind = "level"\nbaseline = 8\ngoal = 4\npace = { H1 = 9 }', [("pace-range", (*T, "H1"))]),
        ('due = 2024-09-30\npace = "late"', [("clock-stands", T)]),
        ('due = 2024-10-01\npace = "late"', []),
    ],
)  # fmt: skip
def test_a_curve_must_rise_within_the_targets_time(keys: str, found: list[tuple[str, Path]]) -> None:
    assert faults(keys, tables=CURVES) == found


@pytest.mark.parametrize(
    ("totals", "found"),
    [
        ("H1 = 2", [("last-year-open", ())]),
        ("FY = 0", [("last-year-open", ())]),
        ("", [("last-year-open", ())]),
        ("H1 = 0, FY = 1", []),
        ("H1 = 2, FY = 2", []),
        ("H1 = 3, FY = 2", [("last-year-falls", ("FY",))]),
        ("Q1 = 3, H1 = 1, Q3 = 2, FY = 4", [("last-year-falls", ("H1",)), ("last-year-falls", ("Q3",))]),
        ("H1 = -1, FY = 2", [("negative", ("H1",))]),
        ("H3 = 1, FY = 2", [("bad-period", ("H3",))]),
        ("FY = 2, H2 = 2", [("period-twice", ("H2",))]),
        ("2023-06-30 = 1, FY = 2", [("past-needs-label", ("2023-06-30",))]),
        ("FY = 2, 2024-06-30 = 1", [("past-needs-label", ("2024-06-30",))]),
        ("2024-H1 = 1, FY = 2", [("past-needs-label", ("2024-H1",))]),
    ],
)
def test_last_years_totals_rise_to_the_end_of_the_plan(totals: str, found: list[tuple[str, Path]]) -> None:
    path = ("targets", "t", "last_year")
    keys = f'pace = "last_year"\nlast_year = {{ {totals} }}'
    assert faults(keys) == [(code, (*path, *place)) for code, place in found]


def test_last_years_shape_may_stand_still_in_a_targets_time() -> None:
    assert faults('due = 2024-06-30\npace = "last_year"\nlast_year = { H1 = 0, FY = 4 }') == [
        ("clock-stands", T)
    ]


@pytest.mark.parametrize(
    ("plan", "tables", "found"),
    [
        ('pace = "winte"', CURVES, [("unknown-pace", ("plan", "pace"))]),
        ('pace = "last_year"', "", [("unknown-pace", ("plan", "pace"))]),
        ('pace = { H1 = "50%", Q3 = "40%" }', "", [("pace-falls", ("plan", "pace", "Q3"))]),
        ('pace = { FY = "50%" }', "", [("pace-outside", ("plan", "pace", "FY"))]),
        ("", '[paces]\nbad = { H1 = "101%" }', [("pace-range", ("paces", "bad", "H1"))]),
        ("", '[paces]\nbad = { H1 = "50%", Q3 = "40%" }', [("pace-falls", ("paces", "bad", "Q3"))]),
        ("", '[paces]\nsteady = { H1 = "50%" }', [("reserved-pace", ("paces", "steady"))]),
        ("", '[paces]\ncurve = { H1 = "50%" }', [("reserved-pace", ("paces", "curve"))]),
    ],
)
def test_the_plans_curves_are_checked_once(plan: str, tables: str, found: list[tuple[str, Path]]) -> None:
    assert faults("goal = 1", plan, tables) == found


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("goal = 1000\npace = { Q1 = 0.25, H1 = 0.5 }", ["Q1", "H1"]),
        ('goal = 50\npace = { Q1 = "1%", H1 = 0.5 }', ["H1"]),
        ("goal = 25\npace = { Q1 = 0.25, H1 = 0.5 }", ["Q1", "H1"]),
        ("goal = 24\npace = { Q1 = 0.25, H1 = 0.5 }", []),
        ("goal = 18.92\npace = { Q1 = 0.3 }", []),
        ("goal = 1000\npace = { Q1 = 0, H1 = 300 }", []),
        ("goal = 1000\npace = { Q1 = 0.5, H1 = 300 }", []),
        ('kind = "level"\nbaseline = 0.2\ngoal = 1000\npace = { H1 = 0.5 }', []),
        ('goal = 1000\npace = { H1 = "0.5%" }', []),
    ],
)
def test_interim_goals_that_look_like_shares_are_warned_of(keys: str, found: list[str]) -> None:
    assert faults(keys) == [("interim-share", (*T, key)) for key in found]


def test_a_faulty_curve_is_told_once_and_not_again_for_each_target() -> None:
    bad = '[paces]\nbad = { H1 = "101%" }'
    assert faults('pace = "bad"', tables=bad) == [("pace-range", ("paces", "bad", "H1"))]
    assert faults("", 'pace = { H1 = "101%" }') == [("pace-range", ("plan", "pace", "H1"))]


def test_a_default_that_stands_still_is_told_at_the_target() -> None:
    assert faults("due = 2024-09-30", 'pace = { Q3 = "0%" }') == [("clock-stands", ("targets", "t"))]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("winte", "did you mean `winter`?"),
        ("stedy", "did you mean `steady`?"),
        ("xyz", "use one of: steady, at_due, last_year, winter, late"),
    ],
)
def test_an_unknown_pace_is_told_what_there_is(name: str, hint: str) -> None:
    (problem,) = read(f'pace = "{name}"', tables=CURVES)[1]
    assert problem.hint is not None
    assert problem.hint.text(Language.EN) == hint


def test_of_the_paces_that_there_are_none_is_named_twice() -> None:
    found = read('pace = "xyz"', tables="[paces]\nsteady = { H1 = 40 }")[1]
    told = [
        problem.hint.text(Language.EN) for problem in found if problem.code == "unknown-pace" and problem.hint
    ]
    assert told == ["use one of: steady, at_due, last_year"]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ('pace = { Q1 = "50%", H1 = "33.3333333%" }', "the curve falls from 50% to 33.3333333%"),
        ("goal = 8\npace = { Q1 = 5.0, H1 = 4 }", "the curve falls from 5.0 to 4"),
        ('pace = { H1 = "-5%" }', "-5% is not between 0% and 100%"),
        (
            'pace = "last_year"\nlast_year = { Q1 = 3.0, H1 = 1, FY = 4 }',
            "last year's running total falls from 3.0 to 1",
        ),
    ],
)
def test_a_curve_that_falls_is_told_in_the_figures_typed(keys: str, message: str) -> None:
    (problem,) = read(keys)[1]
    assert problem.message.text(Language.EN) == message


def test_the_plans_own_curve_is_no_pace_that_a_target_can_name() -> None:
    assert faults('pace = "curve"', 'pace = { H1 = "40%" }') == [("unknown-pace", T)]
