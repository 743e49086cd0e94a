"""Shortfall, months and days of a target, worked by hand from the manual's sentences.

The months of a year are equally long: H1 is six of them, 15 August is 7 + 15/31.
"""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from kit.judged import judged
from kit.plan_times import FISCAL_KEYS, FIVE_KEYS
from kit.some_plans import Document, documents
from plan_tracker.judging.evaluation import evaluate
from plan_tracker.judging.result import Result
from plan_tracker.numbers import EXACT, Terms, fraction
from plan_tracker.questions.meeting import per_month, shortfall, timing
from plan_tracker.reading.validation import validate

LATER, DAY = "later", timedelta(days=1)
YEAR, DAYS = "year = 2024", 'year = 2024\ncalendar = "days"'
MONTHLY = 'year = 2024\nreporting = "month"'
QUARTERLY = 'year = 2024\nreporting = "quarter"'
CAP, LEVEL, CEILING = 'direction = "at_most"\n', 'kind = "level"\n', 'kind = "level"\ndirection = "at_most"\n'
RISING, FALLING = f"{LEVEL}baseline = 60\ngoal = 80\n", f"{LEVEL}baseline = 18.4\ngoal = 15\n"
SEPTEMBER = "goal = 36\ndue = 2024-09-30\n"
FLAT = 'goal = 100\npace = { Q1 = "40%", Q3 = "40%" }\n'
WINTER = 'goal = 100\npace = { Q1 = "0%" }\n'


class Case(NamedTuple):
    """A target on a day: shortfall, days, when reached (`later`: after the due date), per month so far, needed."""

    why: str
    keys: str
    as_of: str
    shortfall: str = ""
    days: int | None = None
    reached: str = ""
    so_far: str = ""
    required: str = ""
    plan: str = YEAR


CASES = [
    # 190/400 of 12 months are 5.7: 21 June; at 31 2/3 a month the 400 take 12.63 months, to 19.6 January
    Case("10 short of half", "goal = 400\nactual = { H1 = 190 }", "2024-06-30", "10", -9, "2025-01-20", "95/3", "35"),
    Case("half exactly", "goal = 400\nactual = { H1 = 200 }", "2024-06-30", "0", 0, "2024-12-31", "100/3", "100/3"),
    Case("reached", "goal = 400\nactual = { H1 = 400 }", "2024-06-30", "0", None, "", "200/3", "0"),
    Case("exceeded", "goal = 400\nactual = { H1 = 500 }", "2024-06-30", "0", None, "", "250/3", "0"),
    Case("nothing done", "goal = 400\nactual = { H1 = 0 }", "2024-06-30", "200", -182, LATER, "0", "200/3"),
    Case("nothing told", "goal = 400", "2024-06-30"),
    Case("no goal", "actual = { H1 = 190 }", "2024-06-30"),
    Case("as of a later day", "goal = 400\nactual = { H1 = 190 }", "2024-08-15", "10", -9, "2025-01-20", "95/3", "35"),
    # an old figure judges nothing, and still tells what a month brought and must bring
    Case("old", "goal = 400\nactual = { H1 = 190 }", "2024-09-30", so_far="95/3", required="35", plan=QUARTERLY),
    Case("not begun", "goal = 400\nstart = 2024-07-01", "2024-06-30"),
    Case("dropped", "goal = 400\ndropped = 2024-06-30\nactual = { H1 = 190 }", "2024-06-30"),
    # --- the due date: 21 of 36 by H1 are 7/12 of nine months, 5.25: 7.5 June; 36 take 10 2/7, to 8.6 November
    Case("before it is due", f"{SEPTEMBER}actual = {{ H1 = 21 }}", "2024-09-29", "3", -23, "2024-11-09", "7/2", "5"),
    Case("due and not told", f"{SEPTEMBER}actual = {{ H1 = 21 }}", "2024-09-30", so_far="7/2"),
    # 30 of 36 are 7.5 months: 15.5 August
    Case("missed", f"{SEPTEMBER}actual = {{ Q3 = 30 }}", "2024-09-30", "6", -46, so_far="10/3"),
    Case("missed, told later", f"{SEPTEMBER}actual = {{ FY = 30 }}", "2024-12-31", "6", -138, so_far="5/2"),
    Case("done late", f"{SEPTEMBER}actual = {{ FY = 36 }}", "2024-12-31", "0", so_far="3"),
    Case("from the middle of a month", "goal = 109\nstart = 2024-03-16\nactual = { H1 = 109 }", "2024-06-30", "0",
         so_far="31", required="0"),  # 109/31 months
    # --- caps: nothing is to be reached
    Case("a cap used too fast", f"{CAP}goal = 40\nactual = {{ H1 = 21 }}", "2024-06-30", "1"),
    Case("a cap kept", f"{CAP}goal = 40\nactual = {{ H1 = 20 }}", "2024-06-30", "0"),
    Case("a cap broken", f"{CAP}goal = 40\nactual = {{ H1 = 41 }}", "2024-06-30", "21"),
    Case("a cap at its due date, broken early", f'{CAP}goal = 10\npace = "at_due"\nactual = {{ H1 = 11 }}',
         "2024-06-30", "1"),
    Case("a cap of nothing", f"{CAP}goal = 0\nactual = {{ H1 = 0 }}", "2024-06-30", "0"),
    Case("a cap of nothing, broken", f"{CAP}goal = 0\nactual = {{ H1 = 2 }}", "2024-06-30", "2"),
    # --- levels: a quarter of the way is 31 March's
    Case("a level half a way behind", f"{RISING}actual = {{ H1 = 65 }}", "2024-06-30", "5", -91, "2025-12-31"),
    Case("a level that fell back", f"{RISING}actual = {{ H1 = 58 }}", "2024-06-30", "12", -182, LATER),
    Case("a level beyond its goal", f"{RISING}actual = {{ H1 = 81 }}", "2024-06-30", "0"),
    Case("a falling level", f"{FALLING}actual = {{ H1 = 17.55 }}", "2024-06-30", "0.85", -91, "2025-12-31"),
    Case("a falling level on its way", f"{FALLING}actual = {{ H1 = 16.7 }}", "2024-06-30", "0", 0, "2024-12-31"),
    Case("a level to hold", f"{LEVEL}goal = 75\nactual = {{ H1 = 70 }}", "2024-06-30", "5"),
    Case("a level held", f"{LEVEL}goal = 75\nactual = {{ H1 = 75.72 }}", "2024-06-30", "0"),
    Case("a ceiling passed", f"{CEILING}goal = 5.5\nactual = {{ H1 = 5.9 }}", "2024-06-30", "0.4"),
    Case("a ceiling kept", f"{CEILING}goal = 5.5\nactual = {{ H1 = 5.2 }}", "2024-06-30", "0"),
    Case("a baseline to hold", f"{LEVEL}baseline = 5\ngoal = 5\nactual = {{ H1 = 4 }}", "2024-06-30", "1"),
    # --- nothing before the due date
    Case("not due", 'goal = 400\npace = "at_due"\nactual = { H1 = 190 }', "2024-06-30"),
    Case("done before it", 'goal = 400\npace = "at_due"\nactual = { H1 = 400 }', "2024-06-30", "0"),
    Case("missed at it", 'goal = 400\npace = "at_due"\nactual = { FY = 390 }', "2024-12-31", "10"),
    # --- years from April, and of several years
    # 50 of 120 are five months: 31 August; 120 take 14.4 months from April on, to 12 June
    Case("fiscal", "goal = 120\nactual = { H1 = 50 }", "2024-09-30", "10", -30, "2025-06-12", "25/3", "35/3", FISCAL_KEYS),
    # 30 of 60 months; 40 of 100 are 24: the end of 2022; 100 take 75 months
    Case("five years", "goal = 100\nactual = { 2023-06-30 = 40 }", "2023-06-30", "10", -181, "2027-03-31", "4/3", "2", FIVE_KEYS),
    Case("two years", "goal = 96\ndue = 2025-12-31\nactual = { H1 = 24 }", "2024-06-30", "0", 0, "2025-12-31", "4", "4"),
    # --- curves that stand still
    # 30% are 2.25 months: 7.75 March; a curve tells no day beyond its due date
    Case("behind a flat stretch", f"{FLAT}actual = {{ H1 = 30 }}", "2024-06-30", "10", -115, LATER, "5", "35/3"),
    Case("on a flat stretch", f"{FLAT}actual = {{ H1 = 40 }}", "2024-06-30", "0", 0, "2024-12-31", "20/3", "10"),
    # 50% are half a month after Q3; 40/50 of the goal are two months after it
    Case("beyond a flat stretch", f"{FLAT}actual = {{ H1 = 50 }}", "2024-06-30", "0", 107, "2024-11-30", "25/3", "25/3"),
    Case("winter", f"{WINTER}actual = {{ M02 = 0 }}", "2024-02-29", "0", 0, "", "0", "10", MONTHLY),
    # 10% are 0.9 months after Q1: 27 April
    Case("more than winter asks", f"{WINTER}actual = {{ M02 = 10 }}", "2024-02-29", "0", 58, "", "5", "9", MONTHLY),
    Case("nothing since winter", f"{WINTER}actual = {{ H1 = 0 }}", "2024-06-30", "100/3", -91, LATER, "0", "50/3"),
    Case("a goal that its curve asks for early", 'goal = 100\npace = { Q3 = "100%" }\nactual = { Q3 = 100 }',
         "2024-09-30", "0", None, "", "100/9", "0"),
    # --- days as equally long: the rates are those of days, the months remain months
    Case("days", "goal = 366\nactual = { H1 = 182 }", "2024-06-30", "0", 0, "2024-12-31", "91/3", "92/3", DAYS),
    # 181/366 are a day less than H1; 366 at 181 in 182 days take 368.02 days: 3 January
    Case("a day", "goal = 366\nactual = { H1 = 181 }", "2024-06-30", "1", -1, "2025-01-03", "181/6", "185/6", DAYS),
    # --- at most ten years after the due date: at 1 of 22 in half a year it takes eleven years
    Case("ten years", "goal = 22\nactual = { H1 = 1 }", "2024-06-30", "10", -166, "2034-12-31", "1/6", "7/2"),
    Case("longer", "goal = 22.1\nactual = { H1 = 1 }", "2024-06-30", "10.05", -166, LATER, "1/6", "211/60"),
    # --- bounds tell what they prove
    Case("a bound below", "goal = 9\nparts.a = { actual = { H1 = 3 } }\nparts.b = {}", "2024-06-30"),
    Case("a bound on pace", "goal = 9\nparts.a = { actual = { H1 = 5 } }\nparts.b = {}", "2024-06-30", "0"),
    Case("a bound that is done", "goal = 9\nparts.a = { actual = { H1 = 9 } }\nparts.b = {}", "2024-06-30", "0"),
    Case("a bound of a cap", f"{CAP}goal = 9\nparts.a = {{ actual = {{ H1 = 5 }} }}\nparts.b = {{}}", "2024-06-30"),
]  # fmt: skip


def exact(terms: Terms | None) -> Fraction | None:
    return None if terms is None else fraction(*terms)


def told(result: Result) -> tuple[object, ...]:
    with localcontext(EXACT):
        months, time = per_month(result), timing(result)
        return (
            exact(shortfall(result)),
            time and time.lead_days,
            "" if time is None else str(time.reached_on or (LATER if time.is_late else "")),
            months and exact(months.so_far),
            months and exact(months.required),
        )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_figures_for_a_meeting_as_worked_by_hand(case: Case) -> None:
    (result,) = judged(
        f'[plan]\ntitle = "P"\n{case.plan}\n[targets.x]\nname = "X"\n{case.keys}', case.as_of
    ).results
    wanted = [Fraction(text) if text else None for text in (case.shortfall, case.so_far, case.required)]
    assert told(result) == (wanted[0], case.days, case.reached, *wanted[1:])


RULES = {
    "steady": "",
    "own curve": 'pace = { Q1 = "5%", M05 = "5%", H1 = "40%", Q3 = "80%" }',
    "interim goals": "pace = { Q1 = 100, Q3 = 100, M11 = 399 }",
    "named": 'pace = "winter"',
    "last year": 'pace = "last_year"\nlast_year = { M02 = 0, H1 = 310, Q3 = 310, FY = 520 }',
    "own time": "start = 2024-02-10\ndue = 2025-05-20",
    "named in its own time": 'pace = "winter"\nstart = 2024-02-10\ndue = 2024-12-15',
    "level": 'kind = "level"\nbaseline = 40',
    "falling level": 'kind = "level"\nbaseline = 840',
}


@pytest.mark.parametrize("rule", RULES)
@given(
    calendar=st.sampled_from(["months", "days"]),
    value=st.decimals(-50, 850, places=1),
    label=st.sampled_from(["Q1", "H1", "2024-08-19", "M11"]),
)
def test_days_ahead_are_the_inverse_of_the_pace(rule: str, calendar: str, value: Decimal, label: str) -> None:
    """What is expected on the day that is told is not above the rate, and on the next one it is."""
    is_level = "level" in rule
    actual = value if is_level else abs(value)
    (result,) = judged(
        f'[plan]\ntitle = "P"\nyear = 2024\ncalendar = "{calendar}"\nreporting = "year"\n'
        '[paces]\nwinter = { Q1 = "0%", H1 = "40%", Q3 = "90%" }\n'
        f'[targets.x]\nname = "X"\ngoal = 400\n{RULES[rule]}\nactual = {{ {label} = {actual} }}',
        "2024-11-30",
    ).results
    rate, pace, time = result.completion_rate, result.target.pace, timing(result)
    assert rate is not None
    assert pace is not None
    assert result.measured_on is not None
    assert (time is None) == (rate >= 1)
    if time is None:
        return
    days = time.lead_days
    day, start = result.measured_on + timedelta(days=days), result.target.start
    if rate == result.pace:
        assert days == 0
        return
    assert day == start - timedelta(days=1) or pace.share(day) <= rate
    assert pace.share(day + timedelta(days=1)) > rate
    assert (days < 0) == (rate < pace.share(result.measured_on))


@given(reached=st.integers(1, 399))
def test_the_day_on_which_a_goal_is_reached_is_the_first_one(reached: int) -> None:
    (result,) = judged(f'[targets.x]\nname = "X"\ngoal = 400\nactual = {{ H1 = {reached} }}').results
    found = timing(result)
    assert found is not None
    assert found.is_late == (reached < 200)
    if found.reached_on is None:
        assert reached * 22 < 400  # it takes more than eleven years
        return

    def pace(day: date) -> Fraction:
        months = 12 * (day.year - 2024) + day.month - 1
        in_month = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - day.replace(day=1)
        return (months + Fraction(day.day, in_month.days)) / 12

    share = Fraction(1, 2) / Fraction(reached, 400)
    assert pace(found.reached_on - timedelta(days=1)) < share <= pace(found.reached_on)


# --- the sentences of the manual once more, day by day, for plans of every kind


def months(day: date) -> Fraction:
    """Where a day's evening lies, in months."""
    return 12 * day.year + day.month - 1 + Fraction(day.day, monthrange(day.year, day.month)[1])


def by_the_manual(result: Result, as_of: date) -> tuple[object, ...]:
    target, actual, goal = result.target, result.actual, result.target.goal
    expected, pace, rate, rule = result.expected, result.pace, result.completion_rate, result.target.pace
    missing: Fraction | None = None
    if expected is not None and actual is not None:
        gap = expected - Fraction(actual.value)
        missing = max(gap if target.direction == "at_least" else -gap, Fraction(0))
        if actual.missing and missing:
            missing = None
    is_total, rises = target.kind == "cumulative", target.direction == "at_least"
    is_to_reach = rises if is_total else target.baseline is not None
    timed = rule is not None and not rule.at_due and is_to_reach
    so_far = required = None
    kept = goal is not None and result.status != "dropped"
    if timed and is_total and kept and actual and not actual.missing:
        so_far = Fraction(actual.value) / (months(actual.day) - months(target.start - DAY))
        if target.due > as_of:
            left = max(Fraction(goal or 0) - Fraction(actual.value), Fraction(0))
            required = left / (months(target.due) - months(actual.day))
    days: int | None = None
    reached = ""
    if (
        timed
        and rule
        and actual
        and not actual.missing
        and pace is not None
        and rate is not None
        and rate < 1
    ):
        every = [target.start + DAY * n for n in range((target.due - target.start).days + 1)]
        last = max((day for day in every if rule.share(day) <= rate), default=target.start - DAY)
        days = 0 if rate == pace else (last - actual.day).days
        if target.due > as_of and pace:
            within = [day for day in every if rate > 0 and rule.share(day) >= pace / rate]
            reached = str(within[0]) if within else LATER
    return missing, days, reached, so_far, required


@given(documents())
def test_figures_for_a_meeting_are_those_of_the_manual(case: tuple[Document, date]) -> None:
    document, as_of = case
    plan, _ = validate(document)
    if plan is None:
        reject()
    for whole in evaluate(plan, as_of).results:
        for result in (whole, *whole.parts):
            found, expected = told(result), by_the_manual(result, as_of)
            if expected[2] == LATER and found[2] != LATER:  # a steady pace goes on beyond the due date
                assert result.target.pace is not None
                assert result.target.pace.rule == "steady"
                assert date.fromisoformat(str(found[2])) > result.target.due
                found = (*found[:2], LATER, *found[3:])
            assert found == expected, result.target.id
