"""The judgement of a whole plan: its day, its counts, its mean, its parts, and what holds of every plan."""

from datetime import date
from decimal import Clamped, Context, Decimal, Inexact, Rounded, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, reject, settings

from kit import oracle
from kit.judged import HEAD, every, judged
from kit.some_plans import Document, documents, scaled
from plan_tracker.judging.evaluation import Evaluation, default_day, evaluate
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Plan
from plan_tracker.problems import Severity
from plan_tracker.reading.validation import validate

SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
H1, JULY, FY = date(2024, 6, 30), date(2024, 7, 31), date(2024, 12, 31)


def plan_of(targets: str, plan: str = "") -> Plan:
    return judged(f"{HEAD}{plan}\n[targets]\n{targets}").plan


def one(keys: str, as_of: date = H1, plan: str = "") -> Result:
    text = "\n".join(f"t.{line.strip()}" for line in f'name = "T"; {keys}'.split(";"))
    return evaluate(plan_of(text, plan), as_of).results[0]


# --- the day


@pytest.mark.parametrize(
    ("targets", "plan", "day"),
    [
        ('a.name = "A"', "", date(2023, 12, 31)),
        ('a = { name = "A", actual = { Q1 = 1 } }', "", date(2024, 3, 31)),
        ('a = { name = "A", actual = { M07 = 1, H1 = 1 } }\nb.name = "B"', "", JULY),
        ('a = { name = "A", actual = { H1 = 1 } }\nb = { name = "B", actual = { M07 = 9 } }', "", JULY),
        ('a = { name = "A", actual = { Q1 = 1 }, parts.p.actual = { H1 = 1 } }', "", H1),
        ('a = { name = "A", kind = "level", parts.p.actual = { H1 = 1 } }', "", H1),
        ('a = { name = "A", actual = { FY = 1 } }', "as_of = 2024-08-15", date(2024, 8, 15)),
        ('a = { name = "A", actual = { FY = 1 } }', 'as_of = "Q1"', date(2024, 3, 31)),
    ],
)  # fmt: skip
def test_a_plan_is_judged_as_of_its_own_day_or_its_latest_figure(targets: str, plan: str, day: date) -> None:
    found = plan_of(targets, plan)
    assert default_day(found) == day
    assert (evaluate(found).as_of, evaluate(found).plan) == (day, found)


def test_another_day_can_be_asked_for() -> None:
    plan = plan_of('a = { name = "A", goal = 4, actual = { H1 = 1, FY = 4 } }', "as_of = 2024-12-31")
    assert [evaluate(plan, day).results[0].status for day in (None, H1, FY)] == ["done", "behind", "done"]
    assert evaluate(plan, H1).as_of == H1


# --- one result


def test_a_result_says_what_it_was_decided_from() -> None:
    result = one("goal = 36; due = 2024-09-30; actual = { Q1 = 9, H1 = 21, FY = 36 }")
    assert result.actual is not None
    assert (result.actual.period, result.actual.value) == ("H1", Decimal(21))
    assert (result.measured_on, result.needed_day) == (H1, H1)
    assert (result.completion_rate, result.pace, result.lead) == (
        Fraction(7, 12),
        Fraction(2, 3),
        Fraction(-1, 12),
    )
    assert result.expected == 24
    assert (result.late, result.is_bound) == (None, False)


@pytest.mark.parametrize(
    ("keys", "as_of", "needed"),
    [
        ("goal = 1", date(2024, 6, 29), None),
        ("goal = 1", H1, H1),
        ("goal = 1", date(2024, 8, 15), H1),
        ("goal = 1", date(2025, 5, 1), FY),
        ("goal = 1; due = 2024-09-30", date(2024, 9, 29), H1),
        ("goal = 1; due = 2024-09-30", FY, date(2024, 9, 30)),
        ("goal = 1; due = 2025-06-30", date(2025, 5, 1), FY),
        ("goal = 1; due = 2025-06-30", date(2025, 7, 1), date(2025, 6, 30)),
        ("goal = 1; start = 2024-07-01", FY, FY),
        ("goal = 1; start = 2024-07-01", date(2024, 8, 15), None),
        ('goal = 1; reporting = "month"', date(2024, 8, 15), date(2024, 7, 31)),
        ('goal = 1; reporting = "quarter"', date(2024, 5, 15), date(2024, 3, 31)),
        ('goal = 1; reporting = "year"', date(2024, 11, 15), None),
    ],
)
def test_the_needed_day_is_the_due_date_or_the_last_reporting_date(
    keys: str, as_of: date, needed: date | None
) -> None:
    assert one(keys, as_of).needed_day == needed


@pytest.mark.parametrize(
    ("keys", "rate"),
    [
        ("goal = 400; actual = { H1 = 190 }", "19/40"),
        ("goal = 400; actual = { H1 = 500 }", "5/4"),
        ('goal = 400; direction = "at_most"; actual = { H1 = 500 }', "5/4"),
        ('goal = 0; direction = "at_most"; actual = { H1 = 0 }', None),
        ("goal = 400", None),
        ("actual = { H1 = 190 }", None),
        ('goal = 2772; pace = "at_due"; actual = { H1 = 1691 }', "1691/2772"),
        ("goal = 400; actual = { Q1 = 120 }", "3/10"),
        ('kind = "level"; goal = 75; actual = { H1 = 75.72 }', "7572/7500"),
        ('kind = "level"; goal = 75; actual = { H1 = -3 }', "-1/25"),
        ('kind = "level"; goal = 75; direction = "at_most"; actual = { H1 = 75 }', None),
        ('kind = "level"; goal = 0; actual = { H1 = 75 }', None),
        ('kind = "level"; goal = -2; actual = { H1 = 75 }', None),
        ('kind = "level"; actual = { H1 = 75 }', None),
        ('kind = "level"; baseline = 60; goal = 80; actual = { H1 = 58 }', "-1/10"),
        ('kind = "level"; baseline = 18.4; goal = 15; actual = { H1 = 17.3 }', "11/34"),
        ('kind = "level"; baseline = 75; goal = 75; actual = { H1 = 75 }', None),
        ('kind = "level"; baseline = -4; goal = 0; actual = { H1 = -1 }', "3/4"),
    ],
)
def test_the_completion_rate_where_it_has_a_meaning(keys: str, rate: str | None) -> None:
    assert one(keys).completion_rate == (None if rate is None else Fraction(rate))


@pytest.mark.parametrize(
    ("keys", "difference"),
    [
        ('kind = "level"; goal = 75; actual = { H1 = 75.72 }', "0.72"),
        ('kind = "level"; goal = 5; direction = "at_most"; actual = { H1 = 5.1 }', "0.1"),
        ('kind = "level"; baseline = 18.4; goal = 15; actual = { H1 = 17.3 }', "2.3"),
        ('kind = "level"; goal = 5; actual = { Q1 = 4 }', "-1"),
        ('kind = "level"; goal = 5', None),
        ('kind = "level"; actual = { H1 = 5 }', None),
        ("goal = 400; actual = { H1 = 190 }", None),
    ],
)
def test_the_difference_is_shown_for_levels(keys: str, difference: str | None) -> None:
    assert one(keys).difference == (None if difference is None else Fraction(difference))


@pytest.mark.parametrize(
    "keys",
    [
        "actual = { H1 = 5 }",
        "goal = 9; actual = { Q1 = 5 }",
        'goal = 9; pace = "at_due"; actual = { H1 = 5 }',
        'kind = "level"; goal = 9; actual = { Q1 = 5 }',
        'kind = "level"; actual = { H1 = 5 }',
        "goal = 9",
    ],
)
def test_what_is_not_judged_has_no_pace_no_expected_figure_and_no_lead(keys: str) -> None:
    result = one(keys)
    assert (result.pace, result.expected, result.lead, result.late) == (None, None, None, None)


def test_an_incomplete_total_is_a_bound() -> None:
    result = one('goal = 9; counting = "per_period"; actual = { Q2 = 5 }')
    assert result.actual is not None
    assert (result.is_bound, result.actual.missing) == (True, ("Q1",))
    assert not one("goal = 9").is_bound


def test_each_part_has_a_verdict_of_its_own() -> None:
    keys = (
        "goal = 100; due = 2024-09-30; parts.a = { goal = 9, actual = { H1 = 6 } }; "
        "parts.b = { goal = 9, actual = { H1 = 5.9 } }; parts.c = { goal = 9, actual = { Q1 = 9 } }; "
        "parts.d = { goal = 9 }; parts.e = { actual = { H1 = 1 } }"
    )
    result = one(keys, plan='tolerance = "1pp"')
    assert [part.status for part in result.parts] == ["on_pace", "behind", "done", "not_reported", "no_goal"]
    assert [part.pace for part in result.parts] == [
        Fraction(2, 3),
        Fraction(2, 3),
        Fraction(1, 3),
        None,
        None,
    ]
    assert result.status == "not_reported"  # 12.9 without c and d
    assert [part.target.parent for part in result.parts] == ["t"] * 5


def test_a_part_of_a_level_is_to_be_held() -> None:
    level = 'kind = "level"; baseline = 60; goal = 80; actual = { H1 = 70 }'
    result = one(f"{level}; parts.a = {{ goal = 75, actual = {{ H1 = 74 }} }}")
    assert (result.status, result.parts[0].status, result.parts[0].pace) == ("on_pace", "behind", None)


def test_parts_of_a_task_not_begun_are_not_due() -> None:
    result = one("goal = 9; start = 2024-07-01; parts.a.goal = 9")
    assert (result.status, result.parts[0].status) == ("not_due", "not_due")


# --- counts and the mean

MIXED = """
a = { name = "A", goal = 400, actual = { H1 = 190 } }
b = { name = "B", goal = 36, actual = { H1 = 54 }, weight = 2 }
c = { name = "C", kind = "level", baseline = 60, goal = 80, actual = { H1 = 58 } }
d = { name = "D", kind = "level", goal = 75, actual = { H1 = 80 } }
e = { name = "E", direction = "at_most", goal = 10, actual = { H1 = 11 } }
f = { name = "F", goal = 10 }
g = { name = "G", goal = 10, pace = "at_due", actual = { H1 = 1 } }
h = { name = "H", actual = { H1 = 1 } }
i = { name = "I", kind = "level", baseline = 5, goal = 5, actual = { H1 = 5 } }
k = { name = "K", goal = 10, actual = { H1 = 9 }, dropped = 2024-06-30, parts.p = { goal = 10 } }
l = { name = "L", goal = 10, actual = { H1 = 9 }, weight = 0 }
j = { name = "J", goal = 4, actual = { H1 = 1.9 }, parts.p = { goal = 1, actual = { H1 = 1 } } }
"""


def test_all_nine_statuses_are_counted_over_targets_and_not_parts() -> None:
    assert evaluate(plan_of(MIXED, 'tolerance = "2.5pp"'), H1).by_status == {
        Status.DONE: 1,  # b
        Status.ON_PACE: 3,  # d, i, l
        Status.SLIPPING: 2,  # a and j, each 2.5 points behind
        Status.BEHIND: 1,  # c
        Status.MISSED: 1,  # e
        Status.NOT_REPORTED: 1,  # f
        Status.NOT_DUE: 1,  # g
        Status.NO_GOAL: 1,  # h
        Status.DROPPED: 1,  # k
    }
    nothing = evaluate(plan_of('a.name = "A"'), H1).by_status
    assert nothing == dict.fromkeys(Status, 0) | {Status.NO_GOAL: 1}
    assert len(nothing) == 9


def test_the_mean_is_weighted_and_limits_each_rate() -> None:
    # a 0.475, b 1 (twice), c 0, g 0.1, j 0.475: 3.05 of a weight of 6; k is dropped, l weighs nothing
    assert evaluate(plan_of(MIXED), H1).mean_completion == (Fraction(305, 600), 5, 0)


def test_there_is_no_mean_of_nothing() -> None:
    assert evaluate(plan_of('a = { name = "A", goal = 3 }'), H1).mean_completion == (None, 0, 0)


# --- what holds of every plan


def evaluated(document: Document, as_of: date) -> Evaluation | None:
    plan, problems = validate(document)
    if plan is None:  # a clock may stand still over a target's time, and then only that is wrong
        assert {problem.code for problem in problems if problem.severity is Severity.ERROR} == {
            "clock-stands"
        }
        return None
    return evaluate(plan, as_of)


def facts(result: Result) -> tuple[Any, ...]:
    return (result.status, result.pace, result.lead, result.completion_rate, result.late, result.needed_day)


@settings(SLOW, max_examples=120)
@given(documents())
def test_every_verdict_is_the_one_of_the_manual(plan_and_day: tuple[Document, date]) -> None:
    document, day = plan_and_day
    if (evaluation := evaluated(document, day)) is None:
        reject()
    expected = oracle.judge(document, day)
    for result in every(evaluation):
        verdict = expected[result.target.id]
        event(f"rule {verdict.rule}: {verdict.status}")
        found = (result.status, result.pace, result.lead, result.expected, result.late)
        assert found == verdict[1:], result.target.id


@settings(SLOW, max_examples=40)
@given(documents())
def test_no_verdict_depends_on_the_unit(plan_and_day: tuple[Document, date]) -> None:
    document, day = plan_and_day
    if evaluation := evaluated(document, day):
        tenfold = evaluated(scaled(document), day)
        assert tenfold is not None
        assert list(map(facts, every(tenfold))) == list(map(facts, every(evaluation)))


def test_a_bound_is_in_the_mean_only_where_it_proves_that_the_goal_is_reached() -> None:
    silent = 'parts.b = { name = "B" }'
    evaluation = evaluate(
        plan_of(
            f"""
            [targets.half]
            name = "half"
            goal = 4
            actual = {{ H1 = 2 }}
            [targets.open]
            name = "bound of 55 of 300"
            goal = 300
            {silent}
            parts.a = {{ actual = {{ H1 = 55 }} }}
            [targets.reached]
            name = "bound of 5 of 4"
            goal = 4
            {silent}
            parts.a = {{ actual = {{ H1 = 5 }} }}
            """
        ),
        H1,
    )
    assert evaluation.mean_completion == (Fraction(3, 4), 2, 1)  # 50% and 100%


@settings(SLOW, max_examples=40)
@given(documents())
def test_the_mean_is_of_the_completion_rates(plan_and_day: tuple[Document, date]) -> None:
    if evaluation := evaluated(*plan_and_day):
        rated = [
            each
            for each in evaluation.results
            if each.completion_rate is not None
            and kinds.counts_in_mean(each.target)
            and each.status is not Status.DROPPED
        ]
        bounds = [each for each in rated if each.is_bound and each.status is not Status.DONE]
        rates = [
            min(max(each.completion_rate or Fraction(0), Fraction(0)), Fraction(1))
            for each in rated
            if each not in bounds
        ]
        mean = sum(rates) / len(rates) if rates else None  # these targets have no weights
        assert evaluation.mean_completion == (mean, len(rates), len(bounds))


@settings(SLOW, max_examples=40)
@given(documents())
def test_no_verdict_rounds_anything(plan_and_day: tuple[Document, date]) -> None:
    document, day = plan_and_day
    evaluation = evaluated(document, day)
    with localcontext(Context(prec=1, traps=[Inexact, Rounded, Clamped])):
        trapped = evaluated(document, day)
        if evaluation and trapped:
            assert list(map(facts, every(trapped))) == list(map(facts, every(evaluation)))
            assert trapped.mean_completion == evaluation.mean_completion


@settings(SLOW, max_examples=40)
@given(documents())
def test_figures_of_later_days_change_nothing(plan_and_day: tuple[Document, date]) -> None:
    document, day = plan_and_day
    if evaluation := evaluated(document, day):
        start = document["plan"].get("start", date(2024, 1, 1))
        for target in document["targets"].values():
            for table in (target, *target.get("parts", {}).values()):
                given_then = table.get("actual", {}).items()
                table["actual"] = {
                    label: v for label, v in given_then if oracle.stretch(label, start)[1] <= day
                }
        known_then = evaluated(document, day)
        assert known_then is not None
        assert list(map(facts, every(known_then))) == list(map(facts, every(evaluation)))
