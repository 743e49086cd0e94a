"""A goal that is adjusted, a target that is given up, a weight of nothing: the manual's sentences."""

from datetime import date
from fractions import Fraction

import pytest

from kit.judged import judged, problem_codes, target
from plan_tracker.judging.evaluation import default_day, evaluate, later_changes
from plan_tracker.judging.silence import silent_since
from plan_tracker.judging.statuses import Status
from plan_tracker.questions.audit import audit
from plan_tracker.questions.check import Verdict, check
from plan_tracker.questions.outlook import is_open, outlook, totals
from plan_tracker.reading.plan_file import parse

ADJUSTED = "goal = 400\nadjusted = { 2024-08-30 = 380, 2024-10-15 = 300 }\nactual = { H1 = 190 }"


@pytest.mark.parametrize(
    ("as_of", "goal", "first", "status"),
    [
        ("2024-06-30", "400", None, "behind"),  # 190 of 200
        ("2024-08-29", "400", None, "behind"),
        ("2024-08-30", "380", "400", "on_pace"),  # 190 of 190, at the earlier day of the figure
        ("2024-10-14", "380", "400", "on_pace"),
        ("2024-10-15", "300", "400", "on_pace"),
    ],
)
def test_as_of_its_day_or_later_an_adjusted_goal_is_the_goal(
    as_of: str, goal: str, first: str | None, status: str
) -> None:
    _, result = target(ADJUSTED, as_of)
    original = result.target.original_goal
    assert (str(result.target.goal), original and str(original), result.status) == (goal, first, status)


def test_days_are_in_force_in_their_order_however_they_are_typed() -> None:
    keys = "goal = 400\nadjusted = { 2024-10-15 = 300, 2024-08-30 = 380 }"
    goals = [str(target(keys, day)[1].target.goal) for day in ("2024-09-01", "2024-10-15")]
    assert goals == ["380", "300"]


def test_a_goal_adjusted_on_its_due_date_is_the_one_that_was_due() -> None:
    keys = "goal = 400\ndue = 2024-09-30\nactual = { Q3 = 290 }\nadjusted = { 2024-09-30 = 290 }"
    assert target(keys, "2024-09-30")[1].status == "done"
    a_day_later = keys.replace("{ 2024-09-30", "{ 2024-10-01")
    assert target(a_day_later, "2024-09-30")[1].status == "missed"
    assert target(a_day_later, "2024-10-01")[1].status == "done"


def test_whether_it_was_late_is_told_by_the_goal_in_force() -> None:
    """By H1, when it was due, 190 fell short of 200, but not of the 190 that are the goal since August."""
    keys = "goal = 200\ndue = 2024-06-30\nactual = { H1 = 190, Q3 = 210 }"
    assert target(keys, "2024-09-30")[1].late is True
    assert target(f"{keys}\nadjusted = {{ 2024-08-30 = 190 }}", "2024-09-30")[1].late is False


def test_a_goal_that_was_lost_again_before_its_due_date_was_not_reached_for_good_by_then() -> None:
    level = "kind = 'level'\ngoal = 10\ndue = 2024-06-30\nactual = {{ {}, M08 = 10 }}"
    for figures, late in (
        ("M01 = 5, M03 = 10", False),
        ("M01 = 5, M03 = 10, M05 = 9", None),  # nobody knows whether it was there on 30 June
        ("M01 = 5, M03 = 10, M05 = 9, H1 = 10", False),
        ("M01 = 5, M03 = 10, H1 = 9", True),
    ):
        _, result = target(level.format(figures), "2024-08-31")
        assert (result.status, result.late) == (Status.DONE, late)


def test_interim_goals_keep_their_share_of_the_first_goal() -> None:
    """220 of 400 by H1 are 55%; of 300 that is 165."""
    keys = "goal = 400\npace = { H1 = 220 }\nadjusted = { 2024-08-30 = 300 }\nactual = { H1 = 165 }"
    _, result = target(keys, "2024-08-30")
    assert (result.pace, result.expected, result.status) == (Fraction(11, 20), Fraction(165), Status.ON_PACE)
    _, below = target(keys.replace("300", "200"), "2024-08-30")  # below the interim goal itself
    assert (below.pace, below.expected) == (Fraction(11, 20), Fraction(110))


def test_parts_have_adjusted_goals_of_their_own() -> None:
    keys = """goal = 10
        parts.a = { goal = 6, adjusted = { 2024-08-30 = 4 }, actual = { H1 = 2 } }
        parts.b = { goal = 4, actual = { H1 = 2 } }"""
    then, _ = target(keys)
    now, result = target(keys, "2024-08-30")
    assert [str(part.target.goal) for part in result.parts] == ["4", "4"]
    assert [part.status for part in result.parts] == ["on_pace", "on_pace"]
    assert str(result.target.goal) == "10"
    reasons = [{each.reason for each in check(day, day.plan.check).findings} for day in (then, now)]
    assert ["allocation" in found for found in reasons] == [False, True]  # 8 of 10 are allotted now


def test_a_level_is_adjusted_on_its_side_of_the_baseline() -> None:
    keys = 'kind = "level"\nbaseline = 60\ngoal = 80\nactual = { H1 = 65 }'
    _, result = target(f"{keys}\nadjusted = {{ 2024-06-30 = 70 }}")
    assert (result.completion_rate, result.status) == (Fraction(1, 2), "on_pace")
    held = 'kind = "level"\nbaseline = 60\ngoal = 60'
    for goal, codes in (("59", ["adjusted-other-side"]), ("60", []), ("61", [])):
        text = f'[targets.x]\nname = "X"\n{held}\nadjusted = {{ 2024-06-30 = {goal} }}'
        assert [code for _, code in problem_codes(text)] == codes
    met = f'[targets.x]\nname = "X"\n{keys}\nadjusted = {{ 2024-06-30 = 60 }}'
    assert [code for _, code in problem_codes(met)] == ["adjusted-other-side"]
    falling = (
        '[targets.x]\nname = "X"\nkind = "level"\nbaseline = 60\ngoal = 50\nadjusted = { 2024-06-30 = 61 }'
    )
    assert [code for _, code in problem_codes(falling)] == ["adjusted-other-side"]


def test_a_cap_may_be_adjusted_to_none_at_all_but_no_other_total() -> None:
    total = '[targets.x]\nname = "X"\ngoal = 5\nadjusted = { 2024-06-30 = 0 }\n'
    assert [code for _, code in problem_codes(total)] == ["goal-not-positive"]
    assert problem_codes(f'{total}direction = "at_most"') == []


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2024-03-01", ["day-outside"]),
        ("2024-03-02", []),
        ("2024-12-31", []),
        ("2025-01-01", ["day-outside"]),
    ],
)
def test_days_of_change_lie_after_the_start_and_by_the_plans_end(day: str, codes: list[str]) -> None:
    own = '[targets.x]\nname = "X"\ngoal = 4\nstart = 2024-03-01\ndue = 2024-09-30\n'
    for keys in (f"adjusted = {{ {day} = 3 }}", f"dropped = {day}"):
        assert [code for _, code in problem_codes(own + keys)] == codes


def test_days_of_change_may_lie_after_the_plan_where_the_target_does() -> None:
    own = '[targets.x]\nname = "X"\ngoal = 4\ndue = 2026-06-30\n'
    assert problem_codes(f"{own}dropped = 2026-06-30") == []
    assert problem_codes(f"{own}dropped = 2026-07-01") == [("error", "day-outside")]


def test_a_stated_figure_is_held_against_the_goal_in_force_on_its_periods_last_day() -> None:
    keys = """goal = 400
        adjusted = { 2024-08-30 = 380, 2024-10-15 = 300 }
        actual = { H1 = 190, Q3 = 285, FY = 300 }
        stated = { H1 = "47.5%", Q3 = "75%", FY = "100%" }"""
    evaluation, _ = target(keys, "2024-12-31")
    found = [(str(finding.target.goal), finding.verdict) for finding in audit(evaluation)]
    assert found == [("400", "exact"), ("380", "exact"), ("300", "exact")]


def test_a_stated_lead_of_a_day_after_the_target_was_dropped_has_no_pace() -> None:
    keys = """goal = 400
        dropped = 2024-09-01
        actual = { H1 = 190, Q3 = 285 }
        stated = { H1 = ["47.5%", "-2.5pp"], Q3 = ["71.25%", "-3.75pp"] }"""
    evaluation, _ = target(keys, "2024-09-30")
    assert [finding.verdict for finding in audit(evaluation)] == ["exact", "exact", "exact", "not_checkable"]


# --- dropped

DROPPED = "goal = 100\ndropped = 2024-09-01\nactual = { H1 = 5 }\ncommitted = 30"


def test_as_of_its_day_a_dropped_target_has_its_figures_and_no_judgement() -> None:
    assert target(DROPPED, "2024-08-31")[1].status == "behind"
    _, result = target(DROPPED, "2024-09-01")
    assert (result.status, result.pace, result.lead, result.expected, result.late) == (
        "dropped",
        *(None,) * 4,
    )
    assert (result.completion_rate, str(result.actual and result.actual.value)) == (Fraction(1, 20), "5")
    assert result.needed_day is None
    ahead = outlook(result)
    assert (ahead.remaining, ahead.projected, ahead.coverage, ahead.uncovered) == (None,) * 4
    assert not is_open(result)


@pytest.mark.parametrize(
    "keys",
    [
        "goal = 4",
        "goal = 4\nactual = { H1 = 4 }",
        'direction = "at_most"\ngoal = 4\nactual = { H1 = 5 }',
        "actual = { H1 = 5 }",
        "goal = 4\ndue = 2024-06-30",
        "goal = 4\nstart = 2024-02-01\ndue = 2025-06-30",
        'kind = "level"\ngoal = 4\nactual = { H1 = 5 }',
        'goal = 4\npace = "at_due"',
    ],
)
def test_given_up_goes_before_every_other_verdict(keys: str) -> None:
    assert target(f"{keys}\ndropped = 2024-08-01", "2024-09-30")[1].status == "dropped"


def test_the_parts_of_a_dropped_target_are_dropped_with_it() -> None:
    keys = "goal = 9\ndropped = 2024-06-30\nparts.a = { goal = 4, actual = { H1 = 3 } }\nparts.b.goal = 5"
    evaluation, result = target(keys)
    assert [part.status for part in result.parts] == ["dropped", "dropped"]
    assert evaluation.by_status[Status.DROPPED] == 1
    outcome = check(evaluation, evaluation.plan.check)
    assert (outcome.findings, outcome.tally.total, outcome.tally.verdict) == ((), 0, Verdict.UNJUDGED)


def test_a_dropped_target_is_in_no_mean_and_no_total() -> None:
    text = """
        [targets.a]
        name = "A"
        unit = "km"
        goal = 100
        actual = { H1 = 50 }
        [targets.b]
        name = "B"
        unit = "km"
        goal = 100
        dropped = 2024-06-30
        actual = { H1 = 5 }
        [targets.c]
        name = "C"
        unit = "km"
        goal = 100
        actual = { H1 = 40 }
    """
    evaluation = judged(text)
    assert evaluation.mean_completion == (Fraction(9, 20), 2, 0)
    (total,) = totals(evaluation.results)
    assert (total.targets, int(total.remaining)) == (2, 110)


def test_where_all_are_dropped_there_is_no_mean() -> None:
    evaluation, _ = target(DROPPED, "2024-09-01")
    assert evaluation.mean_completion == (None, 0, 0)


def test_dropped_is_no_word_of_fail_on() -> None:
    text = '[plan]\ntitle = "P"\nyear = 2024\n[check]\nfail_on = ["dropped"]\n[targets.x]\nname = "X"\n'
    plan, problems = parse(text)
    assert (plan, [problem.code for problem in problems]) == (None, ["not-a-choice"])


def test_check_leaves_a_dropped_target_out_whatever_it_refuses() -> None:
    text = """[plan]
        title = "P"
        year = 2024
        [check]
        fail_on = ["behind", "not_reported", "allocation", "no_goal"]
        min_completion = "90%"
        [targets.x]
        name = "X"
        goal = 9
        dropped = 2024-06-30
        actual = { Q1 = 1 }
        parts.a.goal = 1
        [targets.y]
        name = "Y"
        goal = 9
        actual = { H1 = 9 }
    """
    outcome = check(evaluation := judged(text), evaluation.plan.check)
    assert outcome.findings == ()
    assert (outcome.tally.judged, outcome.tally.total) == (1, 1)


def test_what_is_dated_after_the_as_of_day_is_counted() -> None:
    text = """
        [targets.a]
        name = "A"
        goal = 4
        adjusted = { 2024-08-30 = 3, 2024-10-30 = 2 }
        parts.p = { goal = 4, adjusted = { 2024-12-30 = 3 } }
        [targets.b]
        name = "B"
        goal = 4
        dropped = 2024-09-01
        adjusted = { 2024-12-30 = 3 }
    """
    days = ("2024-06-30", "2024-08-30", "2024-09-01", "2024-10-30", "2024-12-30")
    assert [later_changes(judged(text, day)) for day in days] == [(3, 1), (3, 1), (2, 0), (1, 0), (0, 0)]


def test_an_old_status_is_reproduced_from_the_one_file() -> None:
    then = judged('[targets.x]\nname = "X"\ngoal = 400\nactual = { H1 = 190 }')
    now = judged(
        '[targets.x]\nname = "X"\ngoal = 400\nadjusted = { 2024-08-30 = 300 }\ndropped = 2024-11-01\n'
        "actual = { H1 = 190, Q3 = 250 }"
    )
    (old,), (new,) = then.results, now.results
    assert (old.status, old.lead, old.expected) == (new.status, new.lead, new.expected)
    assert new.target.original_goal is None


def test_the_latest_figure_counts_for_the_day_of_the_plan_though_its_target_is_dropped() -> None:
    plan, _ = parse(
        '[plan]\ntitle = "P"\nyear = 2024\n'
        '[targets.x]\nname = "X"\ngoal = 4\ndropped = 2024-09-01\nactual = { Q3 = 1 }'
    )
    assert plan is not None
    assert str(default_day(plan)) == "2024-09-30"
    assert evaluate(plan).results[0].status == "dropped"


def test_nobody_waits_for_the_figures_of_what_is_given_up() -> None:
    text = '[plan]\ntitle = "P"\nyear = 2024\n[targets.x]\nname = "X"\ngoal = 4\n'
    kept, dropped = parse(text)[0], parse(f"{text}dropped = 2024-09-01")[0]
    assert kept is not None
    assert dropped is not None
    start, now = date(2023, 12, 31), date(2024, 10, 1)
    assert silent_since(kept, start, now) == date(2024, 6, 30)
    assert silent_since(dropped, start, now) is None
    assert silent_since(dropped, start, date(2024, 8, 31)) == date(2024, 6, 30)


def test_who_owes_a_figure_only_by_now_was_not_silent_before() -> None:
    text = '[plan]\ntitle = "P"\nyear = 2024\n[targets.x]\nname = "X"\ngoal = 4\n'
    plan, _ = parse(f"{text}start = 2024-07-01\ndue = 2024-08-31")
    assert plan is not None
    assert silent_since(plan, date(2023, 12, 31), date(2024, 10, 1)) is None


# --- all of a cap is allowed on any day where nothing is asked before its due date


def test_a_cap_at_its_due_date_that_is_broken_early_exceeds_its_goal() -> None:
    _, result = target('direction = "at_most"\ngoal = 10\npace = "at_due"\nactual = { H1 = 11 }')
    assert (result.status, result.pace, result.expected) == (Status.MISSED, Fraction(1), Fraction(10))
    assert result.lead == Fraction(-1, 10)


# --- a weight of nothing


def test_a_target_that_weighs_nothing_is_not_in_the_mean() -> None:
    text = """
        [targets.a]
        name = "A"
        goal = 4
        weight = 0
        actual = { H1 = 1 }
        [targets.b]
        name = "B"
        goal = 4
        weight = 0
        parts.p = { actual = { H1 = 1 } }
        parts.q.goal = 1
    """
    assert judged(text).mean_completion == (None, 0, 0)
    (first, _) = judged(text).results
    assert (first.status, first.completion_rate) == ("behind", Fraction(1, 4))
