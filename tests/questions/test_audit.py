"""Stated figures against the data; every expected value is worked out by hand in the comment beside it."""

from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kit.judged import judged
from kit.program import ROOT
from kit.tables import rows_of
from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.language import Language
from plan_tracker.numbers import round_half_up
from plan_tracker.plan.periods import PlanTime
from plan_tracker.questions.audit import Audited, AuditVerdict, Implied, Uncheckable, audit
from plan_tracker.reports.audit import TONE, audited_table, note, totals
from plan_tracker.reports.audit_figures import computed_text
from plan_tracker.reports.objects import audited_rows
from plan_tracker.wording.audit import VERDICT
from plan_tracker.wording.tones import Tone

EXACT, ROUNDED, TRUNCATED, WITHIN, CAPPED, MISMATCH = (
    AuditVerdict.EXACT,
    AuditVerdict.ROUNDED,
    AuditVerdict.TRUNCATED,
    AuditVerdict.WITHIN,
    AuditVerdict.CAPPED,
    AuditVerdict.MISMATCH,
)
HOLDS, FALSE, NOT_CHECKABLE = AuditVerdict.HOLDS, AuditVerdict.FALSE, AuditVerdict.NOT_CHECKABLE


def evaluated(text: str) -> Evaluation:
    if "[plan]" not in text:
        text = f'[plan]\ntitle = "Plan"\nyear = 2024\nas_of = "H1"\n[targets.t]\nname = "T"\n{text}'
    return judged(text, None)


def audited_figures(text: str) -> tuple[Audited, ...]:
    return audit(evaluated(text))


def audited(text: str) -> Audited:
    (found,) = audited_figures(text)
    return found


def stated(goal: str, actual: str, figure: str, more: str = "") -> Audited:
    """A figure stated for a half-year, by whose end half the goal is expected."""
    return audited(f'goal = {goal}\nactual = {{ H1 = {actual} }}\nstated = {{ H1 = "{figure}" }}\n{more}')


@pytest.mark.parametrize(
    ("goal", "actual", "figure", "verdict"),
    [
        ("400", "190", "47.5%", EXACT),  # 47.5
        ("400", "190", "47.50%", EXACT),
        ("400", "190", "47.6%", MISMATCH),
        ("700", "323", "46.1%", ROUNDED),  # 46.142857…
        ("700", "323", "46.14%", ROUNDED),
        ("700", "323", "46%", ROUNDED),
        ("700", "323", "46.2%", MISMATCH),
        ("700", "323", "46.0%", MISMATCH),
        ("8", "1", "12.5%", EXACT),  # 12.5
        ("8", "1", "13%", ROUNDED),
        ("8", "1", "12%", TRUNCATED),
        ("8", "1", "14%", MISMATCH),
        ("8", "1", "11%", MISMATCH),
        ("8", "1", "12.4%", MISMATCH),
        ("2000", "929", "46.5%", ROUNDED),  # 46.45
        ("2000", "929", "46.4%", TRUNCATED),
        ("2000", "929", "46.3%", MISMATCH),
        ("6", "3.43", "57.17%", ROUNDED),  # 57.1666…; 3.425 to 3.435 of 6 are 57.0833… to 57.25
        ("6", "3.43", "57.16%", TRUNCATED),
        ("6", "3.43", "57.18%", WITHIN),
        ("6", "3.43", "57.25%", WITHIN),
        ("6", "3.43", "57.255%", MISMATCH),  # 57.2545 is the least that it can stand for
        ("6", "3.43", "57.26%", MISMATCH),
        ("6", "3.43", "57.08%", WITHIN),
        ("6", "3.43", "57.07%", MISMATCH),
        ("6.0", "3.43", "57.6%", WITHIN),  # the goal is 5.95 at least: up to 57.73…
        ("6.0", "3.43", "57.8%", MISMATCH),  # 57.75 is the least
        ("2772", "1691", "61%", ROUNDED),  # 61.002…
        ("56.21", "35.9", "63.88%", WITHIN),  # 63.8676…; 35.85/56.215 = 63.77… to 35.95/56.205 = 63.96…
        ("156.7", "92.0", "58.8%", WITHIN),  # 58.7109…; 91.95/156.75 = 58.66… to 92.05/156.65 = 58.76…
        ("156.7", "92.0", "58.9%", MISMATCH),  # 58.85 is the least
        ("41.9", "30.9", "73.7%", ROUNDED),  # 73.7470…
        ("41.9", "30.9", "73.9%", WITHIN),  # 30.95/41.85 = 73.954… at most, 73.85 is the least
        ("41.9", "30.9", "74.1%", MISMATCH),
        ("342.519", "294", "85.83%", ROUNDED),  # 85.8346…
        ("342.519", "294", "85.84%", MISMATCH),  # 294/342.5185 = 85.8347… at most, 85.835 is the least
        ("60.0", "33.0", "55.1%", WITHIN),  # 32.95/60.05 = 54.87… to 33.05/59.95 = 55.129…
        ("60.0", "33.0", "55.2%", MISMATCH),
        ("60", "33.0", "55.1%", WITHIN),  # 54.916… to 55.083…: a whole goal is counted
        ("60", "33", "55.1%", MISMATCH),
        ("400", "405", "101.25%", EXACT),
        ("400.0", "400.5", "100.0%", CAPPED),  # 400.45/400.05 = 100.0999… at least, 100.05 is the most
        ("40.0", "40.1", "100.0%", WITHIN),  # 100.25; 40.05/40.05 = 100
        ("400", "405", "100%", CAPPED),
        ("400", "401", "100%", ROUNDED),  # 100.25
        ("400", "401", "100.0%", CAPPED),
        ("400", "405", "99%", MISMATCH),
        ("400", "405", "103%", MISMATCH),
    ],
)
def test_a_stated_rate_against_the_rate(goal: str, actual: str, figure: str, verdict: AuditVerdict) -> None:
    assert stated(goal, actual, figure).verdict is verdict


@pytest.mark.parametrize(
    ("actual", "figure", "verdict", "mark"),
    [
        ("400", "100%", EXACT, None),
        ("399", "100%", ROUNDED, Fraction(1)),  # 99.75
        ("399", "99.8%", ROUNDED, None),
        ("399", "99%", TRUNCATED, None),
        ("405", "100%", CAPPED, None),
        ("405", "99%", MISMATCH, Fraction(1)),
        ("199", "50%", ROUNDED, Fraction(1, 2)),  # 49.75
        ("199", "49.8%", ROUNDED, None),
        ("199", "49%", TRUNCATED, None),
        ("200", "50%", EXACT, None),
        ("200", "49.9%", MISMATCH, Fraction(1, 2)),
        ("201", "50%", ROUNDED, None),  # 50.25
        ("190", "50%", MISMATCH, Fraction(1, 2)),
        ("190", "47%", TRUNCATED, None),
    ],
)
def test_a_figure_decides_where_it_lies_across_100_or_the_pace(
    actual: str, figure: str, verdict: AuditVerdict, mark: Fraction | None
) -> None:
    found = stated("400", actual, figure)
    assert (found.verdict, found.mark, found.decides) == (verdict, mark, mark is not None)
    assert found.fails is (verdict is MISMATCH or mark is not None)


@pytest.mark.parametrize(
    ("actual", "figure", "verdict", "decides"),
    [
        ("24", "66.7%", ROUNDED, False),  # two thirds are done and two thirds expected: printed alike
        ("24", "67%", ROUNDED, False),
        ("24", "66.6%", TRUNCATED, True),
        ("24", "66%", TRUNCATED, True),
        ("23", "63.9%", ROUNDED, False),  # 63.88…
        ("25", "69.4%", ROUNDED, False),  # 69.44…
    ],
)
def test_a_figure_on_a_pace_that_cannot_be_printed_whole(
    actual: str, figure: str, verdict: AuditVerdict, decides: bool
) -> None:
    found = stated("36", actual, figure, "due = 2024-09-30")
    assert (found.verdict, found.decides) == (verdict, decides)


@pytest.mark.parametrize("label", ["Q1", "M03", "2024-03-31", "2024-Q1"])
def test_the_pace_and_the_actual_are_those_of_the_stated_day(label: str) -> None:
    found = audited(f'goal = 400\nactual = {{ Q1 = 99, H1 = 300 }}\nstated = {{ {label} = "25%" }}')
    assert found.actual
    assert (found.actual.period, found.pace) == ("Q1", Fraction(1, 4))
    assert (found.verdict, found.mark) == (ROUNDED, Fraction(1, 4))  # 24.75, a quarter is expected


@pytest.mark.parametrize(
    ("actual", "figure", "verdict", "decides"),
    [
        ("520", "52%", EXACT, False),
        ("496", "50%", ROUNDED, False),  # 49.6: at most half may be used
        ("500", "50%", EXACT, False),
        ("504", "50%", ROUNDED, True),  # 50.4
        ("1000", "100%", EXACT, False),
        ("1004", "100%", ROUNDED, True),  # 100.4 breaks the cap
        ("1040", "100%", CAPPED, True),
    ],
)
def test_a_cap_is_well_met_at_its_mark_and_below(
    actual: str, figure: str, verdict: AuditVerdict, decides: bool
) -> None:
    found = stated("1000", actual, figure, 'direction = "at_most"')
    assert (found.verdict, found.decides) == (verdict, decides)


@pytest.mark.parametrize(
    ("figures", "figure", "verdict", "decides"),
    [
        ("baseline = 60\ngoal = 80\nactual = { H1 = 70 }", "50%", EXACT, False),
        ("baseline = 60\ngoal = 80\nactual = { H1 = 55 }", "-25%", EXACT, False),
        ("baseline = 60\ngoal = 80\nactual = { H1 = 55 }", "25%", MISMATCH, False),
        # 1.1 of 3.4 is 32.35…; 1.0 of 3.5 (28.57…) to 1.2 of 3.4 (35.29…) when all three are rounded figures
        ("baseline = 18.4\ngoal = 15.0\nactual = { H1 = 17.3 }", "32.4%", ROUNDED, False),
        ("baseline = 18.4\ngoal = 15.0\nactual = { H1 = 17.3 }", "32.3%", TRUNCATED, False),
        ("baseline = 18.4\ngoal = 15.0\nactual = { H1 = 17.3 }", "35.3%", WITHIN, False),
        ("baseline = 18.4\ngoal = 15.0\nactual = { H1 = 17.3 }", "35.4%", MISMATCH, False),
        # 0.95 to 1.05 and 1.05 to 1.15 touch: rounding says nothing, the typed figures all
        ("baseline = 1.0\ngoal = 1.1\nactual = { H1 = 1.05 }", "50%", EXACT, False),
        ("baseline = 1.0\ngoal = 1.1\nactual = { H1 = 1.05 }", "52%", MISMATCH, False),
        ("goal = 75\nactual = { H1 = 75.72 }", "100.96%", EXACT, False),
        ("goal = 75\nactual = { H1 = 74.9 }", "100%", ROUNDED, True),  # 99.86…
        ("goal = 75\nactual = { H1 = 30 }", "40%", EXACT, False),
    ],
)
def test_levels(figures: str, figure: str, verdict: AuditVerdict, decides: bool) -> None:
    found = audited(f'kind = "level"\nunit = "%"\n{figures}\nstated = {{ H1 = "{figure}" }}')
    assert (found.verdict, found.decides) == (verdict, decides)


@pytest.mark.parametrize(
    ("actual", "claim", "verdict", "decides"),
    [
        ("871", ">50%", HOLDS, False),  # 56.19… of 1550
        ("775", ">50%", FALSE, False),  # 50
        ("775", ">=50%", HOLDS, False),
        ("775", "≥50％", HOLDS, False),
        ("775", "<=50%", HOLDS, False),
        ("775", "<50%", FALSE, False),
        ("774", ">=50%", FALSE, True),
        ("774", "<50%", HOLDS, False),
        ("774", "<=49%", FALSE, False),
        ("1551", ">100%", HOLDS, False),
        ("1550", ">100%", FALSE, False),
        ("871", "=56.2%", ROUNDED, False),
    ],
)
def test_claims_hold_or_are_false(actual: str, claim: str, verdict: AuditVerdict, decides: bool) -> None:
    found = stated("1550", actual, claim)
    assert (found.verdict, found.decides) == (verdict, decides)
    assert found.fails is (verdict is FALSE)


CAP, DUE = 'direction = "at_most"', "due = 2024-09-30"


@pytest.mark.parametrize(
    ("figures", "lead", "verdict", "decides"),
    [
        (("400", "190", ""), "-2.5pp", EXACT, False),
        (("400", "190", ""), "-3pp", ROUNDED, False),
        (("400", "190", ""), "-2pp", TRUNCATED, False),
        (("400", "190", ""), "-4pp", MISMATCH, False),
        (("400", "190", ""), "+2.5pp", MISMATCH, True),
        (("400", "200", ""), "+0pp", EXACT, False),
        (("400", "199", ""), "+0pp", ROUNDED, True),  # -0.25
        (("6", "3.43", ""), "+7.17百分点", ROUNDED, False),  # 7.1666…; 7.0833… to 7.25
        (("6", "3.43", ""), "+7.25pp", WITHIN, False),
        (("6", "3.43", ""), "+7.26pp", MISMATCH, False),
        (("36", "36", DUE), "+33.3pp", ROUNDED, False),  # 100 less 66.66…
        (("1000", "520", CAP), "-2pp", EXACT, False),
        (("1000", "520", CAP), "+2pp", MISMATCH, True),
        (("100.0", "52.0", CAP), "-1.9pp", WITHIN, False),  # 51.924… to 52.076… are used
        (("100.0", "52.0", CAP), "-1.8pp", MISMATCH, False),
    ],
)
def test_stated_leads(figures: tuple[str, str, str], lead: str, verdict: AuditVerdict, decides: bool) -> None:
    goal, actual, more = figures
    found = stated(goal, actual, lead, more)
    assert (found.verdict, found.decides) == (verdict, decides)


@pytest.mark.parametrize(
    ("rate", "lead", "verdict"),
    [
        ("57.17%", "+7.17pp", EXACT),
        ("57.17%", "+7.2pp", ROUNDED),
        ("57.17%", "+7.1pp", TRUNCATED),
        ("57.17%", "+7.10pp", MISMATCH),
        ("55.90%", "+5.90pp", EXACT),
        ("55.9%", "+5.94pp", WITHIN),  # 55.85 to 55.95
        ("55.9%", "+5.96pp", MISMATCH),
        ("45.0%", "+5.0pp", MISMATCH),
    ],
)
def test_a_lead_without_a_goal_is_checked_against_the_stated_rate(
    rate: str, lead: str, verdict: AuditVerdict
) -> None:
    unchecked, found = audited_figures(f'actual = {{ H1 = 3.43 }}\nstated = {{ H1 = ["{rate}", "{lead}"] }}')
    assert (unchecked.verdict, unchecked.reason) == (NOT_CHECKABLE, Uncheckable.NO_GOAL)
    assert found.verdict is verdict
    assert found.decides is (rate == "45.0%")


def test_the_most_precise_of_several_stated_rates_measures_the_lead() -> None:
    figures = '["57.2%", "57.17%", ">50%", "+7.17pp"]'
    assert audited_figures(f"actual = {{ H1 = 3.43 }}\nstated = {{ H1 = {figures} }}")[-1].verdict is EXACT


@pytest.mark.parametrize(
    ("text", "figure", "reason"),
    [
        ("goal = 400", "47.5%", Uncheckable.NO_ACTUAL),
        ("goal = 400", "-2.5pp", Uncheckable.NO_ACTUAL),
        ("", "47.5%", Uncheckable.NO_ACTUAL),
        ("actual = { H1 = 190 }", ">40%", Uncheckable.NO_GOAL),
        ("actual = { H1 = 190 }", "-2.5pp", Uncheckable.NO_GOAL),
        ('direction = "at_most"\ngoal = 0\nactual = { H1 = 0 }', "0%", Uncheckable.NO_RATE),
        (
            'kind = "level"\ndirection = "at_most"\ngoal = 35\nactual = { H1 = 30 }',
            "85.7%",
            Uncheckable.NO_RATE,
        ),
        ('kind = "level"\nbaseline = 5\ngoal = 5\nactual = { H1 = 5 }', "100%", Uncheckable.NO_RATE),
        ('kind = "level"\ngoal = 5\nactual = { H1 = 5 }', "+50pp", Uncheckable.NO_PACE),
        ('pace = "at_due"\ngoal = 400\nactual = { H1 = 190 }', "-2.5pp", Uncheckable.NO_PACE),
        (
            'kind = "level"\npace = "at_due"\ndue = 2024-06-30\ngoal = 5\nactual = { H1 = 5 }',
            "+0pp",
            Uncheckable.NO_PACE,
        ),
        ("goal = 400\ndropped = 2024-05-01\nactual = { H1 = 190 }", "-2.5pp", Uncheckable.NO_PACE),
        ("", "-2.5pp", Uncheckable.NO_GOAL),
    ],
)
def test_what_cannot_be_checked_says_why(text: str, figure: str, reason: Uncheckable) -> None:
    found = audited(f'{text}\nstated = {{ H1 = "{figure}" }}')
    assert (found.verdict, found.reason, found.computed) == (NOT_CHECKABLE, reason, None)
    assert not found.fails


def test_a_stated_lead_is_not_held_against_the_rate_of_another_period() -> None:
    (_, lead) = audited_figures('actual = { H1 = 9 }\nstated = { Q1 = "55.90%", H1 = "+5.90pp" }')
    assert (lead.verdict, lead.reason) == (NOT_CHECKABLE, Uncheckable.NO_GOAL)


def test_a_pace_at_due_decides_nothing_before_the_due_date() -> None:
    before = stated("400", "0", "1%", 'pace = "at_due"')
    assert (before.verdict, before.pace, before.decides) == (MISMATCH, None, False)
    lead = stated("400", "190", "-52.5pp", 'pace = "at_due"\ndue = 2024-06-30')
    assert (lead.verdict, lead.pace) == (EXACT, Fraction(1))


@pytest.mark.parametrize(
    ("text", "figure", "low", "high"),
    [
        ("actual = { H1 = 3.43 }", "57.17%", "5.990", "6.009"),  # 3.425/0.57175, 3.435/0.57165
        ("actual = { H1 = 1691 }", "61%", "2749", "2796"),  # 1691/0.615 = 2749.6, 1691/0.605 = 2795.04
        ("actual = { H1 = 200 }", "50.0%", "399.6", "400.5"),  # 399.60…, 400.40…
        ("actual = { H1 = 1234567 }", "50%", "2444000", "2495000"),  # 2444687.1, 2494074.7
        ("actual = { H1 = 0.012 }", "30%", "0.03770", "0.04238"),  # 0.0115/0.305, 0.0125/0.295
        ("actual = { H1 = 9998 }", "100%", "9948", "10050"),  # 9948.3, 10048.2
        # 60 + 10/0.505 = 79.801…, 60 + 10/0.495 = 80.202…
        ('kind = "level"\nbaseline = 60\nactual = { H1 = 70 }', "50%", "79.80", "80.21"),
        # from -10 down to -20: -10 - 10/0.495 = -30.202…, -10 - 10/0.505 = -29.801…
        ('kind = "level"\nbaseline = -10\nactual = { H1 = -20 }', "50%", "-30.21", "-29.80"),
    ],
)
def test_a_stated_rate_without_a_goal_implies_one(text: str, figure: str, low: str, high: str) -> None:
    found = audited(f'{text}\nstated = {{ H1 = "{figure}" }}')
    assert found.reason is Uncheckable.NO_GOAL
    assert found.implied == Implied(Decimal(low), Decimal(high))
    assert f"{found.implied.low:f}" == low
    assert f"{found.implied.high:f}" == high


@pytest.mark.parametrize(("actual", "figure"), [("190", ">40%"), ("0", "10%"), ("3", "0%"), ("3", "0.4%")])
def test_what_implies_no_goal(actual: str, figure: str) -> None:
    found = audited(f'actual = {{ H1 = {actual} }}\nstated = {{ H1 = "{figure}" }}')
    assert (found.implied is None) is (figure != "0.4%")  # 0.35% at least


PARTS = """
goal = 400
stated = {{ H1 = "{figure}" }}
[targets.t.parts.A]
goal = 200
actual = {{ H1 = {actual} }}
stated = {{ H1 = "50%" }}
[targets.t.parts.B]
goal = 200
"""


@pytest.mark.parametrize(
    ("actual", "figure", "verdict"),
    [
        ("100", "25%", NOT_CHECKABLE),  # 25 at least
        ("100", "24%", MISMATCH),
        ("100", "30%", NOT_CHECKABLE),
        ("100", ">20%", HOLDS),
        ("100", ">=25%", HOLDS),
        ("100", ">30%", NOT_CHECKABLE),
        ("100", "<20%", FALSE),
        ("100", "<=24%", FALSE),
        ("100", "<30%", NOT_CHECKABLE),
        ("100", "-25pp", NOT_CHECKABLE),
        ("450", "100%", CAPPED),
    ],
)
def test_a_sum_that_lacks_a_part_decides_only_what_it_proves(
    actual: str, figure: str, verdict: AuditVerdict
) -> None:
    whole, part = audited_figures(PARTS.format(figure=figure, actual=actual))
    assert whole.verdict is verdict
    assert (whole.reason is Uncheckable.INCOMPLETE) is (verdict is NOT_CHECKABLE)
    assert part.target.id == "t/A"
    assert (part.verdict is EXACT) is (actual == "100")


def test_an_incomplete_sum_implies_no_goal() -> None:
    whole, _ = audited_figures(PARTS.format(figure="25%", actual=100).replace("goal = 400", ""))
    assert (whole.reason, whole.implied) == (Uncheckable.NO_GOAL, None)


def test_figures_after_the_day_of_the_audit_are_left_for_later() -> None:
    text = 'goal = 400\nactual = { Q1 = 90, H1 = 190, FY = 400 }\nstated = { Q1 = "22.5%", FY = "90%" }'
    assert [each.stated.period for each in audited_figures(text)] == ["Q1"]


def test_the_example_passes() -> None:
    example = ROOT / "targets.toml"
    found = audited_figures(example.read_text(encoding="utf-8"))
    assert [(each.target.id, each.stated.text, each.verdict) for each in found] == [
        ("key-projects", "100%", EXACT),
        ("investment", ">50%", HOLDS),
        ("projects", "47.5%", EXACT),
        ("funds", "46.1%", ROUNDED),
        ("river-sections", "100%", EXACT),
        ("mines", "61%", ROUNDED),
        ("jobs", "57.17%", ROUNDED),
    ]
    assert not any(each.fails for each in found)
    assert stated("400", "190", "47.6%").fails


# --- as text and for machines


@pytest.mark.parametrize(
    ("goal", "actual", "figure", "text"),
    [
        ("400", "190", "47.5%", "47.5%"),
        ("400", "190", "47.50%", "47.5%"),
        ("400", "190", "47.6%", "47.5%"),
        ("700", "323", "46.1%", "46.14%"),
        ("400", "399", "100%", "99.8%"),
        ("40000", "39999", "100%", "99.998%"),  # 99.9975: never 100 unless it is
        ("40000", "19999", "50%", "49.998%"),
        ("2772", "1691", "61%", "61.003%"),  # 61.0028…: more than is stated
        ("400", "190", "-2.5pp", "-2.5pp"),
        ("700", "323", "-3.9pp", "-3.86pp"),
        ("700", "400", "+7.1pp", "+7.14pp"),
        ("400000", "199999", "+0pp", "-0.0003pp"),  # -0.00025
        # what is rounded again must not become another figure than the exact one does
        ("41.9", "30.9", "73.7%", "73.747%"),  # 73.7470…: 73.75 would become 73.8
        ("41.9", "30.9", "73.9%", "73.747%"),
        ("156.7", "92.0", "58.8%", "58.71%"),
        ("56.21", "35.9", "63.88%", "63.868%"),
        ("342.519", "294", "85.83%", "85.8347%"),  # 85.83465…: 85.835 would become 85.84
        ("342.519", "294", "85.9%", "85.83%"),
        ("2000", "929", "46.5%", "46.45%"),
        ("2000", "929", "46.4%", "46.45%"),  # cut
        ("60003", "27600", "45.99%", "45.998%"),  # 45.9977…, cut
        ("30001", "13800", "45%", "45.998%"),  # 45.9984…: 46.0 would be cut to 46
        ("1550", "871", ">50%", "56.2%"),
        ("30001", "16335", ">54%", "54.4%"),  # 54.4481…
        ("30001", "16345", ">54%", "54.48%"),  # 54.4815…: 54.5 would become 55
        ("13", "6", "46.149%", "46.1538%"),  # 46.15384…
        ("13", "6", "-3.8pp", "-3.846pp"),  # -3.84615…: -3.85 would become -3.9
    ],
)
def test_the_computed_figure_has_enough_digits(goal: str, actual: str, figure: str, text: str) -> None:
    assert computed_text(stated(goal, actual, figure), Language.EN) == text


def test_every_verdict_has_its_words_and_its_tone() -> None:
    assert set(AuditVerdict) == set(VERDICT) == set(TONE)
    assert len({phrase.zh for phrase in VERDICT.values()}) == len(AuditVerdict)


def test_points_are_words_in_chinese() -> None:
    assert computed_text(stated("700", "323", "-3.9pp"), Language.ZH) == "-3.86个百分点"


@pytest.mark.parametrize(
    ("figure", "direction", "shown"),
    [
        ("10%", "at_least", ["≥20个", "≥20%"]),
        (">15%", "at_least", ["≥20个", "≥20%"]),
        ("-10pp", "at_least", ["≥20个", "≥-30pp"]),  # half is expected
        ("+10pp", "at_most", ["≥20个", "≤+30pp"]),  # whatever B used leaves less of the cap
    ],
)
def test_an_actual_that_lacks_a_part_is_marked_as_a_bound(
    figure: str, direction: str, shown: list[str]
) -> None:
    found = audited(
        f'goal = 100\nunit = "个"\ndirection = "{direction}"\nstated.H1 = "{figure}"\n'
        'parts.A.actual.H1 = 20\nparts.B.name = "B"'
    )
    table = audited_table((found,), {}, PlanTime(date(2024, 1, 1), date(2024, 12, 31)), Language.EN)
    (row,) = rows_of(table)
    assert [row["actual"].text, row["computed"].text] == shown


def reader_rounds(number: Decimal, digits: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


@given(
    goal=st.decimals("0.1", 5000, places=1) | st.integers(1, 5000).map(Decimal),
    part=st.decimals("0.001", "1.2", places=3),
    decimals=st.integers(0, 3),
    digits=st.integers(0, 3),
    off=st.integers(-3, 3),
)
@example(goal=Decimal("41.9"), part=Decimal("0.738"), decimals=1, digits=1, off=0)
def test_whoever_rounds_the_printed_figure_comes_to_what_the_exact_one_gives(
    goal: Decimal, part: Decimal, decimals: int, digits: int, off: int
) -> None:
    actual = reader_rounds(goal * part, decimals)
    exact = Fraction(actual) / Fraction(goal) * 100
    once = round_half_up(exact, digits)
    figure = once + Decimal(off).scaleb(-digits)
    found = stated(str(goal), str(actual), f"{figure}%")
    printed = Decimal(computed_text(found, Language.EN).removesuffix("%"))
    assert reader_rounds(printed, digits) == once
    assert (printed > figure, printed == figure) == (exact > Fraction(figure), exact == Fraction(figure))
    assert (printed > 100, printed == 100) == (exact > 100, exact == 100)
    if found.verdict is TRUNCATED:
        assert printed.quantize(Decimal(1).scaleb(-digits), ROUND_DOWN) == figure
    if found.verdict in (EXACT, ROUNDED):
        assert reader_rounds(printed, digits) == figure
    machine = audited_rows([found])[0]["completion_rate"]
    assert isinstance(machine, Decimal)
    assert (machine * 100 > figure, machine * 100 == figure) == (
        exact > Fraction(figure),
        exact == Fraction(figure),
    )


@pytest.mark.parametrize(
    ("goal", "actual", "figure", "interval"),
    [
        ("56.21", "35.9", "63.88%", "63.773% to 63.963%"),  # 63.7730…, 63.9622…
        ("156.7", "92.0", "58.8%", "58.66% to 58.77%"),  # 58.6602…, 58.7615…
        ("6", "3.43", "57.25%", "57.083% to 57.250%"),  # 57.0833…, 57.25: they touch
        ("6", "3.43", "+7.25pp", "+7.083pp to +7.250pp"),
    ],
)
def test_what_the_precision_of_the_data_allows_is_told(
    goal: str, actual: str, figure: str, interval: str
) -> None:
    found = stated(goal, actual, figure)
    assert found.verdict is WITHIN
    assert note(found, Language.EN) == f"at the precision of the data, {interval} is possible"
    low, high = interval.replace("pp", "个百分点").split(" to ")
    assert note(found, Language.ZH) == f"按填报精度，计算值在{low}至{high}之间"


SUM = "goal = {goal}\nstated = {{ H1 = '{figure}' }}\n{how}"
OF_PARTS = "parts.A.actual.H1 = 3.4\nparts.B.actual.H1 = {b}\nparts.C.actual.H1 = 1.5"
OF_QUARTERS = 'counting = "per_period"\nactual = { Q1 = 3.4, Q2 = 3.6 }'


@pytest.mark.parametrize(
    ("how", "figure", "verdict"),
    [
        ("actual.H1 = 7.0", "50.4%", WITHIN),  # 7.05/14 = 50.357…, 50.35 is the least
        ("actual.H1 = 7.0", "50.5%", MISMATCH),
        (OF_QUARTERS, "50.7%", WITHIN),  # 7.1/14 = 50.714…
        (OF_QUARTERS, "50.8%", MISMATCH),
        (OF_PARTS.format(b="2.1"), "51.1%", WITHIN),  # 7.15/14 = 51.071…
        (OF_PARTS.format(b="2.1"), "51.2%", MISMATCH),
        (OF_PARTS.format(b="2"), "50.0%", WITHIN),  # 6.9/14 = 49.28…; 7.0/14 is 50
        (OF_PARTS.format(b="2"), "50.1%", MISMATCH),  # whole parts are counted
        (OF_PARTS.format(b="2") + "\nactual.H1 = 6.9", "50.0%", MISMATCH),  # its own: 6.95/14 = 49.64…
    ],
)
def test_in_a_sum_the_roundings_add_up(how: str, figure: str, verdict: AuditVerdict) -> None:
    found = audited_figures(SUM.format(goal=14, figure=figure, how=how))[0]
    assert found.verdict is verdict


def test_the_goal_implied_by_a_sum_is_as_uncertain_as_the_sum() -> None:
    (found,) = audited_figures(f"stated.H1 = '50%'\n{OF_PARTS.format(b='2.1')}")
    assert found.implied == Implied(Decimal("13.56"), Decimal("14.45"))  # 6.85/0.505 = 13.564…, 7.15/0.495


@pytest.mark.parametrize(
    ("goal", "actual", "figure", "more", "mark"),
    [
        ("36", "24", "66.6%", "due = 2024-09-30", "66.67%"),  # the pace is what is done: printed alike
        ("36000", "23999", "66.7%", "due = 2024-09-30", "66.67%"),  # 66.6638…, shown as 66.664
        ("400", "199", "50%", "", "50.0%"),
    ],
)
def test_the_mark_has_the_digits_to_be_seen_between(
    goal: str, actual: str, figure: str, more: str, mark: str
) -> None:
    sides = f"the stated and the computed figure are on different sides of {mark}"
    assert note(stated(goal, actual, figure, more), Language.EN) == sides


def test_notes_in_both_languages() -> None:
    decides = stated("400", "199", "50%")
    assert note(decides, Language.EN) == "the stated and the computed figure are on different sides of 50.0%"
    assert note(decides, Language.ZH) == "公布值与计算值分处50.0%两侧，结论因此不同"
    implied = audited('unit = "万人"\nactual = { H1 = 3.43 }\nstated = { H1 = "57.17%" }')
    assert note(implied, Language.EN) == "no goal is given; the implied goal is 5.990 to 6.009万人"
    assert note(implied, Language.ZH) == "没有目标值；由此推算，目标值在5.990至6.009万人之间"
    assert note(stated("400", "190", "47.5%"), Language.EN) == ""


def test_the_table_of_stated_figures() -> None:
    found = (stated("400", "199", "50%", 'unit = "个"'), audited('stated = { H1 = "50%" }'))
    table = audited_table(found, {}, PlanTime(date(2024, 1, 1), date(2024, 12, 31)), Language.ZH)
    assert [table.heading(column) for column in table.columns if column.key == "stated"] == ["公布值"]
    assert [[cell.text for cell in row.values()] for row in rows_of(table)] == [
        [
            "T",
            "上半年",
            "199个",
            "400个",
            "50%",
            "49.8%",
            "四舍五入后相符",
            "公布值与计算值分处50.0%两侧，结论因此不同",
        ],
        ["T", "上半年", "", "", "50%", "", "无法核对", "该日没有完成值"],
    ]
    assert [row["verdict"].tone for row in rows_of(table)] == [Tone.BAD, Tone.QUIET]
    assert totals(found, Language.EN) == "2 stated figures: 1 failed, 1 not checkable"
    assert totals((), Language.EN) == "no target has a stated figure"


def test_rows_for_machines() -> None:
    text = 'goal = 6\nunit = "万人"\nactual = { H1 = 3.43 }\nstated = { H1 = ["57.17%", "+7.17pp"] }'
    rate, lead = audited_rows(audited_figures(text))
    assert {key: str(value) for key, value in rate.items()} == {
        "id": "t",
        "name": "T",
        "period": "H1",
        "measured_on": "2024-06-30",
        "goal": "6",
        "actual": "3.43",
        "stated": "57.17%",
        "completion_rate": "0.571667",
        "lead_pp": "None",
        "pace": "0.5",
        "verdict": "rounded",
        "decides": "False",
        "fails": "False",
        "reason": "None",
        "implied_goal_low": "None",
        "implied_goal_high": "None",
        "interval_low": "None",
        "interval_high": "None",
    }
    assert (lead["completion_rate"], str(lead["lead_pp"])) == (None, "7.1667")
    rate, lead = audited_rows(audited_figures(text.replace("57.17", "57.25").replace("7.17", "7.25")))
    # 57.0833… to 57.25
    assert (str(rate["interval_low"]), str(rate["interval_high"])) == ("0.570833", "0.572500")
    assert (str(lead["interval_low"]), str(lead["interval_high"])) == ("7.0833", "7.2500")
    (implied,) = audited_rows([audited('actual = { H1 = 3.43 }\nstated = { H1 = "57.17%" }')])
    assert (implied["verdict"], implied["reason"], implied["pace"]) == (
        "not_checkable",
        "no_goal",
        Decimal("0.5"),
    )
    assert (str(implied["implied_goal_low"]), str(implied["implied_goal_high"])) == ("5.990", "6.009")
    (unknown,) = audited_rows([audited('kind = "level"\nstated = { H1 = "50%" }')])
    assert (unknown["actual"], unknown["measured_on"], unknown["pace"]) == (None, None, None)
