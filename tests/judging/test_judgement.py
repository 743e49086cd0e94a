"""Targets worked by hand from the manual's rules: what each case gives, which rule decides it, and why."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import pytest
import tomli

from kit import oracle
from kit.plan_times import FISCAL_KEYS, FIVE_KEYS, ODD_KEYS, YEAR_KEYS
from plan_tracker.judging.evaluation import Evaluation, evaluate
from plan_tracker.reading.validation import validate

DAYS = 'year = 2024\ncalendar = "days"'
TOLERANT = 'year = 2024\ntolerance = "5pp"'
MONTHLY = 'year = 2024\nreporting = "month"'
QUARTERLY = 'year = 2024\nreporting = "quarter"'
YEARLY = 'year = 2024\nreporting = "year"'
AT_DUE = 'year = 2024\npace = "at_due"'
CURVE = 'year = 2024\npace = { H1 = "40%" }'
PER_PERIOD = 'year = 2024\ncounting = "per_period"'
WINTER = 'year = 2024\n[paces]\nwinter = { Q1 = "10%", H1 = "40%", Q3 = "90%" }'
FIVE_DAYS = f'{FIVE_KEYS}\ncalendar = "days"'

CAP = 'direction = "at_most"'
LEVEL = 'kind = "level"'
RISING = f"{LEVEL}; baseline = 60; goal = 80"
FALLING = f"{LEVEL}; baseline = 18.4; goal = 15"
SHAPE = 'pace = { Q1 = "5%", H1 = "40%", Q3 = "80%" }'
LAST_YEAR = 'pace = "last_year"; last_year = { H1 = 310, FY = 520 }'
SEPTEMBER = "goal = 36; due = 2024-09-30"
TWO_YEARS = "goal = 100; due = 2025-12-31"


class Case(NamedTuple):
    """One target (keys separated by `;`) on one day; figures as exact fractions, empty where there is none."""

    why: str
    target: str
    as_of: str
    rule: int
    status: str
    pace: str = ""
    lead: str = ""
    expected: str = ""
    late: bool | None = None
    plan: str = YEAR_KEYS


# Times of 2024 in months: H1 is 6 of 12; 15 August is 7 + 15/31 = 232/31 months, of twelve 58/93.
# In days: H1 is 182 of 366, 15 August is day 228, 228/366 = 38/61.
STEADY = [
    Case("190 of the 200 due", "goal = 400; actual = { H1 = 190 }", "2024-06-30", 8, "behind", "1/2", "-1/40", "200"),
    Case("323 of the 350 due", "goal = 700; actual = { H1 = 323 }", "2024-06-30", 8, "behind", "1/2", "-27/700", "350"),
    Case("871 of the 775 due", "goal = 1550; actual = { H1 = 871 }", "2024-06-30", 8, "on_pace", "1/2", "48/775", "775"),
    Case("3.43 of the 3 due", "goal = 6; actual = { H1 = 3.43 }", "2024-06-30", 8, "on_pace", "1/2", "43/600", "3"),
    Case("exactly the half", "goal = 400; actual = { H1 = 200 }", "2024-06-30", 8, "on_pace", "1/2", "0", "200"),
    Case("the last digit decides", "goal = 400; actual = { H1 = 199.999999999999999 }", "2024-06-30", 8, "behind", "1/2", "-1/400000000000000000", "200"),
    Case("zero is a figure", "goal = 400; actual = { H1 = 0 }", "2024-06-30", 8, "behind", "1/2", "-1/2", "200"),
    Case("reached early", "goal = 400; actual = { H1 = 400 }", "2024-06-30", 2, "done", "1/2", "1/2", "200", late=False),
    Case("reached before the needed day", "goal = 400; actual = { Q1 = 450 }", "2024-06-30", 2, "done", "1/4", "7/8", "100", late=False),
    Case("later figures are ignored", "goal = 400; actual = { H1 = 190, Q3 = 400 }", "2024-06-30", 8, "behind", "1/2", "-1/40", "200"),
    Case("later figures count later", "goal = 400; actual = { H1 = 190, Q3 = 400 }", "2024-10-01", 2, "done", "3/4", "1/4", "300", late=False),
    Case("no goal, never judged", "actual = { H1 = 190 }", "2024-06-30", 1, "no_goal"),
    Case("no goal and no figure", 'unit = "km"', "2024-12-31", 1, "no_goal"),
    Case("in mid-August H1 is still the latest", "goal = 400; actual = { H1 = 190 }", "2024-08-15", 8, "behind", "1/2", "-1/40", "200"),
    Case("15 August by months", "goal = 93; actual = { 2024-08-15 = 58 }", "2024-08-15", 8, "on_pace", "58/93", "0", "58"),
    Case("15 August by days", "goal = 61; actual = { 2024-08-15 = 38 }", "2024-08-15", 8, "on_pace", "38/61", "0", "38", plan=DAYS),
    Case("182 of 366 days", "goal = 366; actual = { H1 = 182 }", "2024-06-30", 8, "on_pace", "91/183", "0", "182", plan=DAYS),
    Case("six of twelve months", "goal = 366; actual = { H1 = 182 }", "2024-06-30", 8, "behind", "1/2", "-1/366", "183"),
    Case("a falling total is judged by its latest", "goal = 400; actual = { Q1 = 210, H1 = 200 }", "2024-06-30", 8, "on_pace", "1/2", "0", "200"),
]  # fmt: skip

MISSING = [
    Case("H1 is over, nothing came", "goal = 400", "2024-06-30", 6, "not_reported"),
    Case("H1 is not over", "goal = 400", "2024-06-29", 5, "not_due"),
    Case("Q1 is older than H1", "goal = 400; actual = { Q1 = 120 }", "2024-06-30", 6, "not_reported"),
    Case("Q1 is enough before H1 ends", "goal = 400; actual = { Q1 = 120 }", "2024-06-29", 8, "on_pace", "1/4", "1/20", "100"),
    Case("only a later figure", "goal = 400; actual = { FY = 400 }", "2024-06-30", 6, "not_reported"),
    Case("H1 does not serve for the year", "goal = 400; actual = { H1 = 190 }", "2025-02-01", 6, "not_reported"),
    Case("a quarter is due", "goal = 400", "2024-03-31", 6, "not_reported", plan=QUARTERLY),
    Case("a quarter is not over", "goal = 400", "2024-03-30", 5, "not_due", plan=QUARTERLY),
    Case("Q3 is due by quarters", "goal = 400; actual = { H1 = 200 }", "2024-09-30", 6, "not_reported", plan=QUARTERLY),
    Case("Q3 is not due by halves", "goal = 400; actual = { H1 = 200 }", "2024-09-30", 8, "on_pace", "1/2", "0", "200"),
    Case("February is due", "goal = 400; actual = { M01 = 40 }", "2024-02-29", 6, "not_reported", plan=MONTHLY),
    Case("February is not over", "goal = 400; actual = { M01 = 40 }", "2024-02-28", 8, "on_pace", "1/12", "1/60", "100/3", plan=MONTHLY),
    Case("by years H1 is not due", "goal = 400", "2024-06-30", 5, "not_due", plan=YEARLY),
    Case("by years the year is due", "goal = 400", "2024-12-31", 6, "not_reported", plan=YEARLY),
    Case("the target's own months", 'goal = 400; reporting = "month"', "2024-01-31", 6, "not_reported"),
    Case("the target's own year", 'goal = 400; reporting = "year"', "2024-06-30", 5, "not_due", plan=MONTHLY),
    Case("a cap unreported is not kept", f"{CAP}; goal = 9", "2024-06-30", 6, "not_reported"),
]  # fmt: skip

# Due on 30 September: nine months, of which H1 is six. 29 September is 8 + 29/30 months, 269/270 of nine.
DUE = [
    Case("two thirds were due", f"{SEPTEMBER}; actual = {{ H1 = 21 }}", "2024-06-30", 8, "behind", "2/3", "-1/12", "24"),
    Case("exactly two thirds", f"{SEPTEMBER}; actual = {{ H1 = 24 }}", "2024-06-30", 8, "on_pace", "2/3", "0", "24"),
    Case("the evening before it is due", f"{SEPTEMBER}; actual = {{ 2024-09-29 = 35 }}", "2024-09-29", 8, "behind", "269/270", "-13/540", "538/15"),
    Case("one short on the day", f"{SEPTEMBER}; actual = {{ Q3 = 35 }}", "2024-09-30", 7, "missed", "1", "-1/36", "36"),
    Case("reached on the day", f"{SEPTEMBER}; actual = {{ Q3 = 36 }}", "2024-09-30", 2, "done", "1", "0", "36", late=False),
    Case("nothing from the due day", f"{SEPTEMBER}; actual = {{ H1 = 21 }}", "2024-09-30", 6, "not_reported"),
    Case("nothing from the due day, later", f"{SEPTEMBER}; actual = {{ H1 = 21 }}", "2024-12-31", 6, "not_reported"),
    Case("the due day suffices at year's end", f"{SEPTEMBER}; actual = {{ Q3 = 35 }}", "2024-12-31", 7, "missed", "1", "-1/36", "36"),
    Case("short on the day, reached after", f"{SEPTEMBER}; actual = {{ Q3 = 35, FY = 36 }}", "2024-12-31", 2, "done", "1", "0", "36", late=True),
    Case("short after the day, reached later", f"{SEPTEMBER}; actual = {{ M10 = 35, FY = 36 }}", "2024-12-31", 2, "done", "1", "0", "36", late=True),
    Case("nobody knows when it was reached", f"{SEPTEMBER}; actual = {{ M08 = 30, FY = 36 }}", "2024-12-31", 2, "done", "1", "0", "36"),
    Case("short a while after", f"{SEPTEMBER}; actual = {{ Q3 = 34, FY = 35 }}", "2024-12-31", 7, "missed", "1", "-1/36", "36"),
    Case("the year ends just short", "goal = 400; actual = { FY = 399.9 }", "2024-12-31", 7, "missed", "1", "-1/4000", "400"),
    Case("half of a task of two years", f"{TWO_YEARS}; actual = {{ FY = 50 }}", "2024-12-31", 8, "on_pace", "1/2", "0", "50"),
    Case("a quarter of a task of two years", f"{TWO_YEARS}; actual = {{ H1 = 24 }}", "2024-06-30", 8, "behind", "1/4", "-1/100", "25"),
    Case("the plan ended, the task goes on", f"{TWO_YEARS}; actual = {{ FY = 50 }}", "2025-03-01", 8, "on_pace", "1/2", "0", "50"),
    Case("the plan's end was due", f"{TWO_YEARS}; actual = {{ M11 = 50 }}", "2025-03-01", 6, "not_reported"),
    Case("a figure after the plan's end", f"{TWO_YEARS}; actual = {{ 2025-06-30 = 74 }}", "2025-06-30", 8, "behind", "3/4", "-1/100", "75"),
    Case("due after the plan's end", f"{TWO_YEARS}; actual = {{ 2025-12-31 = 99 }}", "2025-12-31", 7, "missed", "1", "-1/100", "100"),
]  # fmt: skip

# From 16 March: 12 - (2 + 15/31) = 295/31 months, of which by H1 109/31.
STARTS = [
    Case("begins tomorrow", "goal = 100; start = 2024-07-01", "2024-06-30", 4, "not_due"),
    Case("begins today, no date since", "goal = 100; start = 2024-07-01", "2024-07-01", 5, "not_due"),
    Case("half of its half-year", "goal = 100; start = 2024-07-01; actual = { Q3 = 50 }", "2024-09-30", 8, "on_pace", "1/2", "0", "50"),
    Case("from mid-March, exactly", "goal = 295; start = 2024-03-16; actual = { H1 = 109 }", "2024-06-30", 8, "on_pace", "109/295", "0", "109"),
    Case("from mid-March, one less", "goal = 295; start = 2024-03-16; actual = { H1 = 108 }", "2024-06-30", 8, "behind", "109/295", "-1/295", "109"),
    Case("begun the year before: 12 of 18 months", "goal = 90; start = 2023-07-01; actual = { H1 = 60 }", "2024-06-30", 8, "on_pace", "2/3", "0", "60"),
    Case("begins on a reporting date", "goal = 100; start = 2024-06-30", "2024-06-30", 5, "not_due"),
    Case("begins a day before a reporting date", "goal = 100; start = 2024-06-29", "2024-06-30", 6, "not_reported"),
    Case("begins later, a cap", f"{CAP}; goal = 0; start = 2024-07-01", "2024-06-30", 4, "not_due"),
    Case("its first day of 184", "goal = 184; start = 2024-07-01; actual = { 2024-07-01 = 1 }", "2024-07-01", 8, "on_pace", "1/184", "0", "1", plan=DAYS),
]  # fmt: skip

AT_DUES = [
    Case("1691 of 2772, nothing expected yet", 'goal = 2772; pace = "at_due"; actual = { H1 = 1691 }', "2024-06-30", 4, "not_due"),
    Case("reached before it is due", 'goal = 2772; pace = "at_due"; actual = { H1 = 2772 }', "2024-06-30", 2, "done", "0", "1", "0", late=False),
    Case("one short when due", 'goal = 2772; pace = "at_due"; actual = { FY = 2771 }', "2024-12-31", 7, "missed", "1", "-1/2772", "2772"),
    Case("not told when due", 'goal = 2772; pace = "at_due"; actual = { H1 = 1691 }', "2024-12-31", 6, "not_reported"),
    Case("a cap broken before it is due", f'{CAP}; goal = 10; pace = "at_due"; actual = {{ H1 = 11 }}', "2024-06-30", 3, "missed", "1", "-1/10", "10"),
    Case("a cap kept so far", f'{CAP}; goal = 10; pace = "at_due"; actual = {{ H1 = 5 }}', "2024-06-30", 4, "not_due"),
    Case("a level at its due date only", f'{LEVEL}; goal = 75; pace = "at_due"; actual = {{ H1 = 70 }}', "2024-06-30", 4, "not_due"),
    Case("a level short at its due date", f'{LEVEL}; goal = 75; pace = "at_due"; actual = {{ FY = 74 }}', "2024-12-31", 7, "missed", "1", "", "75"),
    Case("by default of the plan", "goal = 100; actual = { H1 = 1 }", "2024-06-30", 4, "not_due", plan=AT_DUE),
    Case("not for a level to hold", f"{LEVEL}; goal = 75; actual = {{ H1 = 70 }}", "2024-06-30", 8, "behind", "", "", "75", plan=AT_DUE),
    Case("for a level with a baseline", f"{RISING}; actual = {{ H1 = 60 }}", "2024-06-30", 4, "not_due", plan=AT_DUE),
    Case("unless the target says steady", 'goal = 100; pace = "steady"; actual = { H1 = 1 }', "2024-06-30", 8, "behind", "1/2", "-49/100", "50", plan=AT_DUE),
]  # fmt: skip

CAPS = [
    Case("half used at mid-year", f"{CAP}; goal = 100; actual = {{ H1 = 50 }}", "2024-06-30", 8, "on_pace", "1/2", "0", "50"),
    Case("less used than allowed", f"{CAP}; goal = 100; actual = {{ H1 = 40 }}", "2024-06-30", 8, "on_pace", "1/2", "1/10", "50"),
    Case("more used than allowed", f"{CAP}; goal = 100; actual = {{ H1 = 50.1 }}", "2024-06-30", 8, "behind", "1/2", "-1/1000", "50"),
    Case("all used is not over", f"{CAP}; goal = 100; actual = {{ H1 = 100 }}", "2024-06-30", 8, "behind", "1/2", "-1/2", "50"),
    Case("over, at once", f"{CAP}; goal = 100; actual = {{ H1 = 100.1 }}", "2024-06-30", 3, "missed", "1/2", "-501/1000", "50"),
    Case("over long ago, unreported since", f"{CAP}; goal = 100; actual = {{ Q1 = 101 }}", "2024-06-30", 3, "missed", "1/4", "-19/25", "25"),
    Case("kept to the end", f"{CAP}; goal = 100; actual = {{ FY = 100 }}", "2024-12-31", 7, "done", "1", "0", "100", late=False),
    Case("kept, first told after the due date", f"{CAP}; goal = 100; due = 2024-09-30; actual = {{ M10 = 90 }}", "2024-12-31", 7, "done", "1", "1/10", "100"),
    Case("none at all, so far", f"{CAP}; goal = 0; actual = {{ H1 = 0 }}", "2024-06-30", 8, "on_pace", "1/2", "", "0"),
    Case("none at all, and one", f"{CAP}; goal = 0; actual = {{ H1 = 1 }}", "2024-06-30", 3, "missed", "1/2", "", "0"),
    Case("none at all to the end", f"{CAP}; goal = 0; actual = {{ FY = 0 }}", "2024-12-31", 7, "done", "1", "", "0", late=False),
]  # fmt: skip

LEVELS = [
    Case("half of the way up", f"{RISING}; actual = {{ H1 = 70 }}", "2024-06-30", 8, "on_pace", "1/2", "0", "70"),
    Case("just below the half", f"{RISING}; actual = {{ H1 = 69.9 }}", "2024-06-30", 8, "behind", "1/2", "-1/200", "70"),
    Case("below the baseline", f"{RISING}; actual = {{ H1 = 58 }}", "2024-06-30", 8, "behind", "1/2", "-3/5", "70"),
    Case("beyond the goal is not done yet", f"{RISING}; actual = {{ H1 = 85 }}", "2024-06-30", 8, "on_pace", "1/2", "3/4", "70"),
    Case("at the goal when due", f"{RISING}; actual = {{ FY = 80 }}", "2024-12-31", 7, "done", "1", "0", "80", late=False),
    Case("short when due", f"{RISING}; actual = {{ FY = 79 }}", "2024-12-31", 7, "missed", "1", "-1/20", "80"),
    Case("half of the way down", f"{FALLING}; actual = {{ H1 = 16.7 }}", "2024-06-30", 8, "on_pace", "1/2", "0", "167/10"),
    Case("just above the half", f"{FALLING}; actual = {{ H1 = 16.8 }}", "2024-06-30", 8, "behind", "1/2", "-1/34", "167/10"),
    Case("down when due", f"{FALLING}; actual = {{ FY = 14 }}", "2024-12-31", 7, "done", "1", "5/17", "15", late=False),
    Case("negative figures", f"{LEVEL}; baseline = -10; goal = -4; actual = {{ H1 = -7 }}", "2024-06-30", 8, "on_pace", "1/2", "0", "-7"),
    Case("negative figures, behind", f"{LEVEL}; baseline = -10; goal = -4; actual = {{ H1 = -8 }}", "2024-06-30", 8, "behind", "1/2", "-1/6", "-7"),
    Case("through zero", f"{LEVEL}; baseline = -3; goal = 3; actual = {{ H1 = 0 }}", "2024-06-30", 8, "on_pace", "1/2", "0", "0"),
    Case("down to zero", f"{LEVEL}; baseline = 8; goal = 0; actual = {{ H1 = 5 }}", "2024-06-30", 8, "behind", "1/2", "-1/8", "4"),
    Case("baseline equal to goal, held", f"{LEVEL}; baseline = 75; goal = 75; actual = {{ H1 = 75 }}", "2024-06-30", 8, "on_pace", "1/2", "", "75"),
    Case("baseline equal to goal, lost", f"{LEVEL}; baseline = 75; goal = 75; actual = {{ H1 = 74.9 }}", "2024-06-30", 8, "behind", "1/2", "", "75"),
    Case("baseline equal to goal, at most, held", f"{LEVEL}; {CAP}; baseline = 75; goal = 75; actual = {{ H1 = 74 }}", "2024-06-30", 8, "on_pace", "1/2", "", "75"),
    Case("baseline equal to goal, at most, lost", f"{LEVEL}; {CAP}; baseline = 75; goal = 75; actual = {{ H1 = 75.1 }}", "2024-06-30", 8, "behind", "1/2", "", "75"),
    Case("to hold at any day", f"{LEVEL}; goal = 75; actual = {{ H1 = 75.72 }}", "2024-06-30", 8, "on_pace", "", "", "75"),
    Case("to hold exactly", f"{LEVEL}; goal = 75; actual = {{ Q1 = 75 }}", "2024-04-01", 8, "on_pace", "", "", "75"),
    Case("to hold, lost in the first quarter", f"{LEVEL}; goal = 75; actual = {{ Q1 = 74.9 }}", "2024-04-01", 8, "behind", "", "", "75"),
    Case("to hold from above", f"{LEVEL}; {CAP}; goal = 5; actual = {{ H1 = 5 }}", "2024-06-30", 8, "on_pace", "", "", "5"),
    Case("to hold from above, lost", f"{LEVEL}; {CAP}; goal = 5; actual = {{ H1 = 5.1 }}", "2024-06-30", 8, "behind", "", "", "5"),
    Case("to hold above a negative goal", f"{LEVEL}; goal = -2; actual = {{ H1 = -1 }}", "2024-06-30", 8, "on_pace", "", "", "-2"),
    Case("to hold a goal of zero", f"{LEVEL}; goal = 0; actual = {{ H1 = 0 }}", "2024-06-30", 8, "on_pace", "", "", "0"),
    Case("to hold, and held when due", f"{LEVEL}; goal = 75; due = 2024-06-30; actual = {{ H1 = 75 }}", "2024-06-30", 7, "done", "", "", "75", late=False),
    Case("to hold, lost when due", f"{LEVEL}; goal = 75; actual = {{ H1 = 76, FY = 74 }}", "2024-12-31", 7, "missed", "", "", "75"),
    Case("to hold, not reported when due", f"{LEVEL}; goal = 75; actual = {{ H1 = 76 }}", "2024-12-31", 6, "not_reported"),
    Case("regained after it was missed", f"{LEVEL}; goal = 75; due = 2024-06-30; actual = {{ H1 = 74, FY = 76 }}", "2024-12-31", 7, "done", "", "", "75", late=True),
]  # fmt: skip

INCREMENTS = [
    Case("40 and 60 are 100", "goal = 200; actual = { Q1 = 40, Q2 = 60 }", "2024-06-30", 8, "on_pace", "1/2", "0", "100", plan=PER_PERIOD),
    Case("the target counts per period", 'goal = 200; counting = "per_period"; actual = { Q1 = 40, Q2 = 59 }', "2024-06-30", 8, "behind", "1/2", "-1/200", "100"),
    Case("the target counts to date", 'goal = 200; counting = "to_date"; actual = { Q1 = 40, Q2 = 60 }', "2024-06-30", 8, "behind", "1/2", "-1/5", "100", plan=PER_PERIOD),
    Case("a level is never added up", f"{LEVEL}; goal = 75; actual = {{ Q1 = 40, Q2 = 60 }}", "2024-06-30", 8, "behind", "", "", "75", plan=PER_PERIOD),
    Case("120 of the 140 due by July", "goal = 240; actual = { H1 = 100, M07 = 20 }", "2024-07-31", 8, "behind", "7/12", "-1/12", "140", plan=PER_PERIOD),
    Case("the first quarter is a gap", "goal = 200; actual = { Q2 = 60 }", "2024-06-30", 6, "not_reported", plan=PER_PERIOD),
    Case("with a gap, but enough already", "goal = 200; actual = { Q2 = 100 }", "2024-06-30", 8, "on_pace", "1/2", "0", "100", plan=PER_PERIOD),
    Case("with a gap, but all already", "goal = 200; actual = { Q2 = 200 }", "2024-06-30", 2, "done", "1/2", "1/2", "100", late=False, plan=PER_PERIOD),
    Case("a gap in the middle", "goal = 200; actual = { Q1 = 30, Q3 = 90 }", "2024-09-30", 6, "not_reported", plan=PER_PERIOD),
    Case("the gap is after the as-of day", "goal = 120; actual = { Q1 = 30, Q3 = 90 }", "2024-04-30", 8, "on_pace", "1/4", "0", "30", plan=PER_PERIOD),
    Case("a gap leaves the end open", "goal = 200; actual = { Q1 = 90, Q2 = 50, Q4 = 50 }", "2024-12-31", 6, "not_reported", plan=PER_PERIOD),
    Case("without gap the end is missed", "goal = 200; actual = { H1 = 140, H2 = 50 }", "2024-12-31", 7, "missed", "1", "-1/20", "200", plan=PER_PERIOD),
    Case("before its start is no gap", "goal = 200; start = 2024-04-01; actual = { Q2 = 60 }", "2024-06-30", 8, "behind", "1/3", "-1/30", "200/3", plan=PER_PERIOD),
    Case("a cap with a gap is not kept", f"{CAP}; goal = 200; actual = {{ Q2 = 90 }}", "2024-06-30", 6, "not_reported", plan=PER_PERIOD),
    Case("a cap with a gap is behind", f"{CAP}; goal = 200; actual = {{ Q2 = 101 }}", "2024-06-30", 8, "behind", "1/2", "-1/200", "100", plan=PER_PERIOD),
    Case("a cap with a gap is broken", f"{CAP}; goal = 200; actual = {{ Q2 = 201 }}", "2024-06-30", 3, "missed", "1/2", "-101/200", "100", plan=PER_PERIOD),
    Case("a cap with a gap is not done", f"{CAP}; goal = 200; actual = {{ H2 = 200 }}", "2024-12-31", 6, "not_reported", plan=PER_PERIOD),
    Case("a bound within the tolerance proves nothing", "goal = 200; actual = { Q2 = 95 }", "2024-06-30", 6, "not_reported", plan=f'{TOLERANT}\ncounting = "per_period"'),
    Case("a bound on the due date is no shortfall", "goal = 50; due = 2024-06-30; actual = { Q2 = 40, Q3 = 20 }", "2024-09-30", 2, "done", "1", "1/5", "50", plan=PER_PERIOD),
]  # fmt: skip

TOLERANCE = [
    Case("a lag of just 5 points", "goal = 400; actual = { H1 = 180 }", "2024-06-30", 8, "slipping", "1/2", "-1/20", "200", plan=TOLERANT),
    Case("a lag of a little more", "goal = 400; actual = { H1 = 179.9 }", "2024-06-30", 8, "behind", "1/2", "-201/4000", "200", plan=TOLERANT),
    Case("a small lag", "goal = 400; actual = { H1 = 199 }", "2024-06-30", 8, "slipping", "1/2", "-1/400", "200", plan=TOLERANT),
    Case("no lag", "goal = 400; actual = { H1 = 200 }", "2024-06-30", 8, "on_pace", "1/2", "0", "200", plan=TOLERANT),
    Case("15 points of 400 are 60", "goal = 400; actual = { H1 = 140 }", "2024-06-30", 8, "slipping", "1/2", "-3/20", "200", plan='year = 2024\ntolerance = "15pp"'),
    Case("more than 60", "goal = 400; actual = { H1 = 139 }", "2024-06-30", 8, "behind", "1/2", "-61/400", "200", plan='year = 2024\ntolerance = "15pp"'),
    Case("a cap over by just 5 points", f"{CAP}; goal = 100; actual = {{ H1 = 55 }}", "2024-06-30", 8, "slipping", "1/2", "-1/20", "50", plan=TOLERANT),
    Case("a cap over by more", f"{CAP}; goal = 100; actual = {{ H1 = 55.1 }}", "2024-06-30", 8, "behind", "1/2", "-51/1000", "50", plan=TOLERANT),
    Case("5 points of 3.4 are 0.17", f"{FALLING}; actual = {{ H1 = 16.87 }}", "2024-06-30", 8, "slipping", "1/2", "-1/20", "167/10", plan=TOLERANT),
    Case("more than 0.17", f"{FALLING}; actual = {{ H1 = 16.88 }}", "2024-06-30", 8, "behind", "1/2", "-9/170", "167/10", plan=TOLERANT),
    Case("5 points of 20 are 1", f"{RISING}; actual = {{ H1 = 69 }}", "2024-06-30", 8, "slipping", "1/2", "-1/20", "70", plan=TOLERANT),
    Case("at a pace of two thirds", f"{SEPTEMBER}; actual = {{ H1 = 22.2 }}", "2024-06-30", 8, "slipping", "2/3", "-1/20", "24", plan=TOLERANT),
    Case("at a pace of two thirds, more", f"{SEPTEMBER}; actual = {{ H1 = 22.1 }}", "2024-06-30", 8, "behind", "2/3", "-19/360", "24", plan=TOLERANT),
    Case("a level to hold has no pace to slip from", f"{LEVEL}; goal = 75; actual = {{ H1 = 74.9 }}", "2024-06-30", 8, "behind", "", "", "75", plan=TOLERANT),
    Case("no tolerance when it is due", "goal = 400; actual = { FY = 399 }", "2024-12-31", 7, "missed", "1", "-1/400", "400", plan=TOLERANT),
]  # fmt: skip

# Own curve: May ends two thirds between Q1 (5%) and H1 (40%), at 17/60; M10 one third between Q3 and the end.
# Last year 310 of 520 by H1, so 415 of 520 by the end of September; a quarter is half of the 310.
CURVES = [
    Case("its own 40% by H1", f"goal = 400; {SHAPE}; actual = {{ H1 = 160 }}", "2024-06-30", 8, "on_pace", "2/5", "0", "160"),
    Case("less than its own 40%", f"goal = 400; {SHAPE}; actual = {{ H1 = 159 }}", "2024-06-30", 8, "behind", "2/5", "-1/400", "160"),
    Case("between two knots", f"goal = 60; {SHAPE}; actual = {{ M05 = 17 }}", "2024-05-31", 8, "on_pace", "17/60", "0", "17"),
    Case("before the first knot", f"goal = 60; {SHAPE}; actual = {{ M01 = 1 }}", "2024-01-31", 8, "on_pace", "1/60", "0", "1"),
    Case("after the last knot", f"goal = 15; {SHAPE}; actual = {{ M10 = 13 }}", "2024-10-31", 8, "on_pace", "13/15", "0", "13"),
    Case("a curve in its own time", f'{SEPTEMBER}; pace = {{ H1 = "50%" }}; actual = {{ H1 = 18 }}', "2024-06-30", 8, "on_pace", "1/2", "0", "18"),
    Case("nothing due until H1", 'goal = 10; pace = { H1 = "0%" }; actual = { H1 = 0 }', "2024-06-30", 8, "on_pace", "0", "0", "0"),
    Case("all due before the due date", 'goal = 100; pace = { Q3 = "100%" }; actual = { Q3 = 99 }', "2024-09-30", 8, "behind", "1", "-1/100", "100"),
    Case("an interim goal", "goal = 255; pace = { M10 = 223 }; actual = { M10 = 223 }", "2024-10-31", 8, "on_pace", "223/255", "0", "223"),
    Case("on the way to an interim goal", "goal = 255; pace = { M10 = 223 }; actual = { H1 = 133 }", "2024-06-30", 8, "behind", "223/425", "-4/1275", "669/5"),
    Case("an interim level", f"{RISING}; pace = {{ H1 = 65 }}; actual = {{ H1 = 65 }}", "2024-06-30", 8, "on_pace", "1/4", "0", "65"),
    Case("an interim level on the way down", f"{FALLING}; pace = {{ H1 = 18 }}; actual = {{ H1 = 18.1 }}", "2024-06-30", 8, "behind", "2/17", "-1/34", "18"),
    Case("a named curve", 'goal = 10; pace = "winter"; actual = { H1 = 4 }', "2024-06-30", 8, "on_pace", "2/5", "0", "4", plan=WINTER),
    Case("a named curve, started later", 'goal = 90; start = 2024-04-01; pace = "winter"; actual = { H1 = 30 }', "2024-06-30", 8, "on_pace", "1/3", "0", "30", plan=WINTER),
    Case("a named curve, due earlier", 'goal = 90; due = 2024-09-30; pace = "winter"; actual = { H1 = 39 }', "2024-06-30", 8, "behind", "4/9", "-1/90", "40", plan=WINTER),
    Case("a named curve, both", 'goal = 80; start = 2024-04-01; due = 2024-09-30; pace = "winter"; actual = { H1 = 30 }', "2024-06-30", 8, "on_pace", "3/8", "0", "30", plan=WINTER),
    Case("a named curve is for whom it names", "goal = 80; actual = { H1 = 39 }", "2024-06-30", 8, "behind", "1/2", "-1/80", "40", plan=WINTER),
    Case("the plan's curve", "goal = 100; actual = { H1 = 40 }", "2024-06-30", 8, "on_pace", "2/5", "0", "40", plan=CURVE),
    Case("the plan's curve is a clock", "goal = 100; due = 2024-09-30; actual = { H1 = 57 }", "2024-06-30", 8, "behind", "4/7", "-1/700", "400/7", plan=CURVE),
    Case("steady against the plan's curve", 'goal = 100; pace = "steady"; actual = { H1 = 40 }', "2024-06-30", 8, "behind", "1/2", "-1/10", "50", plan=CURVE),
    Case("the plan's curve is not for a level to hold", f"{LEVEL}; goal = 5; actual = {{ H1 = 4 }}", "2024-06-30", 8, "behind", "", "", "5", plan=CURVE),
    Case("as last year", f"goal = 624; {LAST_YEAR}; actual = {{ H1 = 372 }}", "2024-06-30", 8, "on_pace", "31/52", "0", "372"),
    Case("a quarter of last year", f"goal = 104; {LAST_YEAR}; actual = {{ Q1 = 30 }}", "2024-03-31", 8, "behind", "31/104", "-1/104", "31"),
    Case("as last year, due earlier", f"goal = 83; due = 2024-09-30; {LAST_YEAR}; actual = {{ H1 = 62 }}", "2024-06-30", 8, "on_pace", "62/83", "0", "62"),
    Case("as last year, started later", f"goal = 10; start = 2024-07-01; {LAST_YEAR}; actual = {{ Q3 = 5 }}", "2024-09-30", 8, "on_pace", "1/2", "0", "5"),
    Case("a cap used up as last year", f"{CAP}; goal = 520; {LAST_YEAR}; actual = {{ H1 = 311 }}", "2024-06-30", 8, "behind", "31/52", "-1/520", "310"),
]  # fmt: skip

# Five years in days: 1826, of which 2021 has 365. The odd plan lasts from 2 + 14/31 to 10 + 14/30 months.
TIMES = [
    Case("M01 of a fiscal year is April", "goal = 12; actual = { M01 = 1 }", "2024-04-30", 8, "on_pace", "1/12", "0", "1", plan=FISCAL_KEYS),
    Case("H1 of a fiscal year ends in September", "goal = 100; actual = { H1 = 49 }", "2024-09-30", 8, "behind", "1/2", "-1/100", "50", plan=FISCAL_KEYS),
    Case("June is no half of a fiscal year", "goal = 100", "2024-06-30", 5, "not_due", plan=FISCAL_KEYS),
    Case("September is", "goal = 100", "2024-09-30", 6, "not_reported", plan=FISCAL_KEYS),
    Case("a fiscal year ends in March", "goal = 100; actual = { FY = 99 }", "2025-03-31", 7, "missed", "1", "-1/100", "100", plan=FISCAL_KEYS),
    Case("four of five years", "goal = 100; actual = { 2024-FY = 80 }", "2024-12-31", 8, "on_pace", "4/5", "0", "80", plan=FIVE_KEYS),
    Case("three and a half of five years", "goal = 100; actual = { 2024-H1 = 69 }", "2024-06-30", 8, "behind", "7/10", "-1/100", "70", plan=FIVE_KEYS),
    Case("a date in five years", "goal = 100; actual = { 2024-06-30 = 70 }", "2024-06-30", 8, "on_pace", "7/10", "0", "70", plan=FIVE_KEYS),
    Case("each half-year of five is due", "goal = 100; actual = { 2023-FY = 60 }", "2024-06-30", 6, "not_reported", plan=FIVE_KEYS),
    Case("365 of 1826 days", "goal = 1826; actual = { 2021-FY = 365 }", "2021-12-31", 8, "on_pace", "365/1826", "0", "365", plan=FIVE_DAYS),
    Case("five years added up", 'goal = 10; counting = "per_period"; actual = { 2021-FY = 2, 2022-H1 = 1 }', "2022-06-30", 8, "on_pace", "3/10", "0", "3", plan=FIVE_KEYS),
    Case("half a year from 15 March", "goal = 100", "2024-09-14", 6, "not_reported", plan=ODD_KEYS),
    Case("not yet half a year from 15 March", "goal = 100", "2024-09-13", 5, "not_due", plan=ODD_KEYS),
    Case("four months of an odd plan", "goal = 3727; actual = { 2024-07-14 = 1860 }", "2024-07-14", 8, "on_pace", "1860/3727", "0", "1860", plan=ODD_KEYS),
]  # fmt: skip

PARTS = [
    Case("30 and 20 are 50", "goal = 100; parts.a.actual = { H1 = 30 }; parts.b.actual = { H1 = 20 }", "2024-06-30", 8, "on_pace", "1/2", "0", "50"),
    Case("30 and 19 are 49", "goal = 100; parts.a.actual = { H1 = 30 }; parts.b.actual = { H1 = 19 }", "2024-06-30", 8, "behind", "1/2", "-1/100", "50"),
    Case("one part is silent", 'goal = 100; parts.a.actual = { H1 = 49 }; parts.b.name = "b"', "2024-06-30", 6, "not_reported"),
    Case("one part is silent, the other enough", 'goal = 100; parts.a.actual = { H1 = 51 }; parts.b.name = "b"', "2024-06-30", 8, "on_pace", "1/2", "1/100", "50"),
    Case("one part is silent, the other all", 'goal = 100; parts.a.actual = { H1 = 100 }; parts.b.name = "b"', "2024-06-30", 2, "done", "1/2", "1/2", "50", late=False),
    Case("one part is silent at the end", 'goal = 100; parts.a.actual = { FY = 99 }; parts.b.name = "b"', "2024-12-31", 6, "not_reported"),
    Case("one part is a quarter behind, and both are 50", "goal = 100; parts.a.actual = { Q1 = 10, H1 = 30 }; parts.b.actual = { Q1 = 20 }", "2024-06-30", 8, "on_pace", "1/2", "0", "50"),
    Case("one part is a quarter behind, and both are 49", "goal = 100; parts.a.actual = { Q1 = 10, H1 = 30 }; parts.b.actual = { Q1 = 19 }", "2024-06-30", 6, "not_reported"),
    Case("one part has told more since", "goal = 400; parts.a.actual = { H1 = 110 }; parts.b.actual = { H1 = 105, 2024-08-15 = 130 }", "2024-08-15", 8, "on_pace", "1/2", "3/80", "200"),
    Case("both parts are done, one since March", "goal = 400; parts.a.actual = { Q1 = 200 }; parts.b.actual = { H1 = 205 }", "2024-06-30", 2, "done", "1/2", "41/80", "200", late=False),
    Case("both parts told later than the whole", "goal = 100; actual = { H1 = 40 }; parts.a.actual = { Q3 = 40 }; parts.b.actual = { Q3 = 35 }", "2024-09-30", 8, "on_pace", "3/4", "0", "75"),
    Case("the whole told with the parts", "goal = 100; actual = { Q3 = 74 }; parts.a.actual = { Q3 = 40 }; parts.b.actual = { Q3 = 36 }", "2024-09-30", 8, "behind", "3/4", "-1/100", "75"),
    Case("a bound is not below what the whole told", 'goal = 100; actual = { M05 = 60 }; parts.a.actual = { H1 = 10 }; parts.b.name = "b"', "2024-06-30", 8, "on_pace", "1/2", "1/10", "50"),
    Case("an older bound is enough for the needed day", 'goal = 100; parts.a.actual = { M05 = 60 }; parts.b.name = "b"', "2024-08-15", 8, "on_pace", "1/2", "1/10", "50"),
    Case("an older bound is not enough", 'goal = 100; parts.a.actual = { M05 = 40 }; parts.b.name = "b"', "2024-08-15", 6, "not_reported"),
    Case("what came after the needed day is no figure of it", 'goal = 100; parts.a.actual = { M05 = 40, M07 = 60 }; parts.b.name = "b"', "2024-08-15", 6, "not_reported"),
    Case("nothing was known on the needed day", 'goal = 100; parts.a.actual = { M07 = 60 }; parts.b.name = "b"', "2024-08-15", 6, "not_reported"),
    Case("a bound where nothing is needed yet", 'goal = 100; parts.a.actual = { M05 = 30 }; parts.b.name = "b"', "2024-05-31", 5, "not_due"),
    Case("a bound that is enough where nothing is needed yet", 'goal = 100; parts.a.actual = { M05 = 45 }; parts.b.name = "b"', "2024-05-31", 8, "on_pace", "5/12", "1/30", "125/3"),
    Case("a complete figure that is old, and no part told more", "goal = 100; parts.a.actual = { Q1 = 40 }; parts.b.actual = { Q1 = 40 }", "2024-06-30", 6, "not_reported"),
    Case("a bound of increments after a complete quarter that is new enough", "goal = 100; actual = { Q1 = 30, Q2 = 30, M10 = 5 }", "2024-10-31", 8, "on_pace", "1/2", "1/10", "50", plan=PER_PERIOD),
    Case("in the first quarter both told", "goal = 100; parts.a.actual = { Q1 = 10, H1 = 30 }; parts.b.actual = { Q1 = 20 }", "2024-05-01", 8, "on_pace", "1/4", "1/20", "25"),
    Case("a cap with a silent part is not kept", f'{CAP}; goal = 100; parts.a.actual = {{ H1 = 10 }}; parts.b.name = "b"', "2024-06-30", 6, "not_reported"),
    Case("a cap with a silent part is behind", f'{CAP}; goal = 100; parts.a.actual = {{ H1 = 51 }}; parts.b.name = "b"', "2024-06-30", 8, "behind", "1/2", "-1/100", "50"),
    Case("a cap with a silent part is broken", f'{CAP}; goal = 100; parts.a.actual = {{ H1 = 101 }}; parts.b.name = "b"', "2024-06-30", 3, "missed", "1/2", "-51/100", "50"),
    Case("a cap with a silent part is not done", f'{CAP}; goal = 100; parts.a.actual = {{ FY = 9 }}; parts.b.name = "b"', "2024-12-31", 6, "not_reported"),
    Case("the figure of its own counts", "goal = 100; actual = { H1 = 40 }; parts.a.actual = { H1 = 60 }", "2024-06-30", 8, "behind", "1/2", "-1/10", "50"),
    Case("the figure of its own came later", "goal = 100; actual = { FY = 90 }; parts.a.actual = { H1 = 50 }", "2024-06-30", 8, "on_pace", "1/2", "0", "50"),
    Case("a level that fell short after its due date was late", f"{RISING}; due = 2024-06-30; actual = {{ M05 = 81, H1 = 79, M08 = 82 }}", "2024-08-31", 7, "done", "1", "1/10", "80", late=True),
    Case("levels are never added up", f"{LEVEL}; goal = 75; parts.a.actual = {{ H1 = 40 }}; parts.b.actual = {{ H1 = 40 }}", "2024-06-30", 6, "not_reported"),
    Case("increments of parts, one with a gap", "goal = 100; parts.a.actual = { Q1 = 20, Q2 = 20 }; parts.b.actual = { Q2 = 5 }", "2024-06-30", 6, "not_reported", plan=PER_PERIOD),
    Case("increments of parts", "goal = 100; parts.a.actual = { Q1 = 20, Q2 = 20 }; parts.b.actual = { H1 = 10 }", "2024-06-30", 8, "on_pace", "1/2", "0", "50", plan=PER_PERIOD),
]  # fmt: skip

CASES = [
    *(*STEADY, *MISSING, *DUE, *STARTS, *AT_DUES, *CAPS, *LEVELS, *INCREMENTS, *TOLERANCE, *CURVES, *TIMES, *PARTS)
]  # fmt: skip


def document_of(plan: str, target: str) -> dict[str, Any]:
    keys = "\n".join(key.strip() for key in target.split(";"))
    head, _, tables = plan.partition("\n[")
    paces = f"[{tables}" if tables else ""
    text = f'[plan]\ntitle = "Plan"\n{head}\n{paces}\n[targets.t]\nname = "Target"\n{keys}\n'
    return tomli.loads(text, parse_float=Decimal)


def judged(document: dict[str, Any], as_of: date | None = None) -> Evaluation:
    plan, _ = validate(document)
    assert plan is not None
    return evaluate(plan, as_of)


def fraction(text: str) -> Fraction | None:
    return Fraction(text) if text else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_a_target_is_judged_as_worked_by_hand(case: Case) -> None:
    (result,) = judged(document_of(case.plan, case.target), date.fromisoformat(case.as_of)).results
    found = (result.status, result.pace, result.lead, result.expected, result.late)
    assert found == (
        case.status,
        fraction(case.pace),
        fraction(case.lead),
        fraction(case.expected),
        case.late,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_the_rule_that_decides_is_the_one_named(case: Case) -> None:
    document = document_of(case.plan, case.target)
    assert oracle.judge(document, date.fromisoformat(case.as_of))["t"] == oracle.Verdict(
        case.rule, case.status, fraction(case.pace), fraction(case.lead), fraction(case.expected), case.late
    )


def test_every_rule_decides_some_case() -> None:
    assert {case.rule for case in CASES} == set(range(1, 9))
