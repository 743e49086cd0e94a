"""The sheets of a workbook: each text and figure of a target under the heading that names it."""

import gc
from datetime import date
from fractions import Fraction
from time import process_time

import pytest

from kit.judged import judged
from plan_tracker.language import Language
from plan_tracker.reports.sheets import Book, Number, Sheet, Text
from plan_tracker.reports.workbook.book import book as book_of
from plan_tracker.reports.workbook.history import history_sheet

PLAN = """
[targets.the-id]
name = "the name"
group = "the group"
owner = "the owner"
unit = "the unit"
stage = "the stage"
source = "the source"
note = "the note"
goal = 400
actual = { H1 = 190 }
committed = 150
weight = 3
check = "warn"
reporting = "quarter"
start = 2024-01-01
due = 2024-12-31
"""


def shown(sheet: Sheet) -> dict[str, object]:
    """The fields of the only row by their headings: texts, days, and exact numbers."""
    (row,) = sheet.rows
    fields: dict[str, object] = {}
    for heading, field in zip(sheet.headings, row, strict=True):
        match field:
            case Text():
                fields[heading] = field.text
            case Number():
                fields[heading] = field.value
            case date() | None:
                fields[heading] = field
    return fields


def test_each_field_stands_under_its_heading() -> None:
    book = book_of(judged(PLAN), Language.EN)
    progress, outlook = book.sheets
    assert shown(progress) == {
        "group": "the group",
        "target": "the name",
        "unit": "the unit",
        "goal": 400,
        "actual": 190,
        "completion rate": Fraction(19, 40),
        "pace": Fraction(1, 2),
        "lead (pp)": Fraction(-5, 2),
        "status": "behind",
        "owner": "the owner",
        "expected": 200,
        "period": "H1",
        "measured on": date(2024, 6, 30),
        "due": date(2024, 12, 31),
        "stage": "the stage",
        "source": "the source",
        "note": "the note",
        "id": "the-id",
    }
    assert shown(outlook) == {
        "target": "the name",
        "unit": "the unit",
        "goal": 400,
        "actual": 190,
        "remaining": 210,
        "shortfall": 10,
        "needed per month": 35,  # 210 in six months
        "per month so far": Fraction(95, 3),
        "lead (days)": -9,  # 0.475 of twelve months are 5 and 0.7 of June's 30 days: 21 June
        "reached on": date(2025, 1, 20),  # 12 months and 12/19 of January, which are 19.6 days
        "required multiple": Fraction(21, 19),  # 210 in the second half, 190 in the first
        "projected": 380,
        "committed": 150,
        "coverage": Fraction(5, 7),
        "uncovered": 60,
        "status": "behind",
        "owner": "the owner",
        "id": "the-id",
    }
    rules = shown(book.rules_sheet)
    assert {key: rules[key] for key in ("target", "start", "due", "weight", "id")} == {
        "target": "the name",
        "start": date(2024, 1, 1),
        "due": date(2024, 12, 31),
        "weight": 3,
        "id": "the-id",
    }


def test_what_was_done_only_after_its_due_date_is_marked_as_late() -> None:
    keys = 'name = "X"\ngoal = 9\ndue = 2024-06-30\nactual = { H1 = 8, Q3 = 9 }\n'
    late, open_ = (
        book_of(judged(f"[targets.x]\n{keys}", day), Language.EN).sheets[0] for day in ("Q3", "H1")
    )
    assert late.rows[0][late.headings.index("late")] == Text("yes")
    assert "late" not in open_.headings


def test_a_shortfall_from_the_goal_has_all_its_digits() -> None:
    plan = '[targets.x]\nname = "X"\nkind = "level"\nunit = "%"\ngoal = 75.1\nactual = { H1 = 74.9655 }\n'
    sheet = book_of(judged(plan), Language.EN).sheets[1]
    assert sheet.rows[0][sheet.headings.index("shortfall")] == Number(Fraction("0.1345"), 4)


def test_a_multiple_has_the_decimals_that_tables_print() -> None:
    """150 of 400 by mid-year leave 250, 5/3 as much; 160 leave 240, 1.5; 200 leave 200."""
    text = "".join(
        f'[targets.t{at}]\nname = "X"\ngoal = 400\nactual = {{ H1 = {at} }}\n' for at in (150, 160, 200)
    )
    sheet = book_of(judged(text), Language.EN).sheets[1]
    column = sheet.headings.index("required multiple")
    assert [row[column] for row in sheet.rows] == [
        Number(multiple, 2) for multiple in (Fraction(5, 3), Fraction(3, 2), Fraction(1))
    ]


def test_the_workbook_tells_what_the_tables_tell_of_a_goal_that_is_passed() -> None:
    """227 of 229 by mid-year; 129 of 400 by August make 193.5 whole things; more than is left is promised."""
    passed, whole = (
        'name = "X"\ngoal = 229\nactual = { H1 = 227 }',
        'name = "Y"\ngoal = 400\nactual = { M08 = 129 }\ncommitted = 9000',
    )
    book = book_of(judged(f"[targets.x]\n{passed}\n[targets.y]\n{whole}\n", "M08"), Language.EN)
    sheet = book.sheets[1]
    column, covered = sheet.headings.index("projected"), sheet.headings.index("coverage")
    assert [row[column] for row in sheet.rows] == [Text("reached 2024-07-02"), Number(Fraction(193), 0)]
    assert sheet.rows[1][covered] == Text("covered")


def test_parts_stand_below_their_own_target_also_where_that_has_no_goal() -> None:
    text = (
        '[targets.first]\nname = "First"\ngoal = 9\nactual = { H1 = 1 }\n'
        '[targets.whole]\nname = "Whole"\nparts.north = { goal = 5, actual = { H1 = 1 } }\n'
        '[targets.listed]\nname = "Listed"\nactual = { H1 = 1 }\n'
    )
    sheet = book_of(judged(text), Language.EN).sheets[1]
    names = [row[sheet.names] for row in sheet.rows]
    assert names == [Text("First"), Text("Whole"), Text("north", indent=1)]


@pytest.mark.parametrize(
    ("unit", "keys", "lead"),
    [
        ("%", 'direction = "at_most"\ngoal = 5.5\nactual = { H1 = 5.2 }', Fraction(3, 10)),
        ("%", 'direction = "at_most"\ngoal = 3\nactual = { H1 = 3.4 }', Fraction(-4, 10)),
        ("%", "goal = 75\nactual = { H1 = 75.72 }", Fraction(72, 100)),
        ("%", "goal = 22.2\nbaseline = 22.2\nactual = { H1 = 22.1 }", Fraction(-1, 10)),
        ("微克", 'direction = "at_most"\ngoal = 30\nactual = { H1 = 33 }', "-3微克"),
    ],
)
def test_a_level_to_be_held_shows_its_margin_as_lead(unit: str, keys: str, lead: object) -> None:
    text = f'[targets.a]\nname = "A"\nunit = "{unit}"\nkind = "level"\n{keys}\n'
    progress = book_of(judged(text), Language.EN).sheets[0]
    assert shown(progress)["lead (pp)"] == lead


YEARS = """
[targets.a]
name = "A"
goal = 100
actual = { Q1 = 20, H1 = 45 }
adjusted = { 2024-05-01 = 90 }
past = { 2022 = { H1 = 40, FY = 80 }, 2023 = { H1 = 50, FY = 90 } }
[targets.b]
name = "B"
goal = 10
actual = { Q1 = 5 }
dropped = 2024-05-01
"""


def test_what_was_adjusted_dropped_and_reached_before_stands_in_the_workbook() -> None:
    """45 after 50 is a tenth less; at 45 by mid-year the year ends at 45 * 90/50 or 45 * 80/40."""
    book = book_of(judged(YEARS), Language.EN)
    progress, outlook = ({row[sheet.names]: row for row in sheet.rows} for sheet in book.sheets)
    first, second = book.sheets
    a = dict(zip(first.headings, progress[Text("A")], strict=True))
    assert (a["goal"], a["original goal"], a["year on year"]) == (
        Number(Fraction(90), 0),
        Number(Fraction(100), 0),
        Number(Fraction(-1, 10), 1, percent=True, signed=True),
    )
    ahead = dict(zip(second.headings, outlook[Text("A")], strict=True))
    assert (ahead["projected, low"], ahead["projected, high"]) == (
        Number(Fraction(81), 0),
        Number(Fraction(90), 0),
    )
    rules = {row[0]: dict(zip(book.rules_sheet.headings, row, strict=True)) for row in book.rules_sheet.rows}
    assert rules[Text("B")]["dropped on"] == date(2024, 5, 1)


def test_the_history_has_a_row_for_each_period_and_draws_targets_with_two() -> None:
    book = book_of(judged(YEARS), Language.EN)
    assert book.history is not None
    at = [book.history.keys.index(key) for key in ("id", "as_of", "goal", "completion_rate")]
    assert [tuple(row[n] for n in at) for row in book.history.rows] == [
        (Text("a"), date(2024, 3, 31), Number(Fraction(100), 0), Number(Fraction(1, 5), 1, percent=True)),
        (Text("a"), date(2024, 6, 30), Number(Fraction(90), 0), Number(Fraction(1, 2), 1, percent=True)),
        (Text("b"), date(2024, 3, 31), Number(Fraction(10), 0), Number(Fraction(1, 2), 1, percent=True)),
    ]
    assert book.trend is not None
    assert [(line.first, line.last) for line in book.trend.lines] == [(0, 1)]
    assert (book.trend.first, book.trend.last) == (date(2024, 1, 1), date(2024, 12, 31))


def drawn_days(book: Book) -> list[list[date]]:
    """Returns the days on which each line of the chart has a point."""
    assert book.trend is not None
    assert book.history is not None
    days = [row[book.history.keys.index(book.trend.day)] for row in book.history.rows]
    lines = [days[line.first : line.last + 1] for line in book.trend.lines]
    return sorted(sorted({day for day in line if isinstance(day, date)}) for line in lines)


def test_a_line_ends_with_the_latest_figure_and_not_with_the_day_of_others() -> None:
    late = PLAN.replace("H1 = 190", "Q1 = 90, H1 = 190")
    whole = PLAN.replace("the-id", "whole").replace("H1 = 190", "Q1 = 90, H1 = 190, Q3 = 310")
    assert drawn_days(book_of(judged(late + whole, None), Language.EN)) == [
        [date(2024, 3, 31), date(2024, 6, 30)],
        [date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30)],
    ]


def test_a_line_has_no_point_on_a_day_for_which_nothing_was_reported() -> None:
    text = PLAN.replace("H1 = 190", "M04 = 90, H1 = 190")
    monthly = text.replace("year = 2024", 'year = 2024\nreporting = "month"')
    assert drawn_days(book_of(judged(monthly, None), Language.EN)) == [[date(2024, 4, 30), date(2024, 6, 30)]]


def test_one_figure_that_stands_for_several_periods_is_no_line() -> None:
    late = PLAN.replace("H1 = 190", "Q1 = 90")
    whole = PLAN.replace("the-id", "whole").replace("H1 = 190", "Q1 = 90, H1 = 190")
    assert drawn_days(book_of(judged(late + whole), Language.EN)) == [[date(2024, 3, 31), date(2024, 6, 30)]]
    assert book_of(judged(late), Language.EN).history is None


def test_a_goal_adjusted_after_the_last_figure_draws_no_second_point_on_its_day() -> None:
    adjusted = PLAN.replace("H1 = 190", "Q1 = 90, H1 = 190").replace(
        "goal = 400", "goal = 400\nadjusted = { 2024-08-30 = 250 }"
    )
    book = book_of(judged(adjusted, "2024-12-31"), Language.EN)
    assert drawn_days(book) == [[date(2024, 3, 31), date(2024, 6, 30)]]
    assert book.trend is not None
    assert book.history is not None
    (line,) = book.trend.lines
    rates = [row[book.history.keys.index("completion_rate")] for row in book.history.rows]
    drawn = [rate.value for rate in rates[line.first : line.last + 1] if isinstance(rate, Number)]
    assert drawn == [Fraction(90, 400), Fraction(190, 400)]


@pytest.mark.parametrize("asked", [True, False])
def test_without_two_periods_there_is_a_history_only_where_it_is_asked_for(asked: bool) -> None:
    book = book_of(judged(PLAN), Language.EN, history=asked)
    assert (book.history is not None) is asked
    assert book.trend is None


def test_the_time_to_choose_the_lines_of_the_chart_grows_with_the_number_of_targets() -> None:
    def seconds(number: int) -> float:
        evaluation = judged(
            "".join(f'[targets.t{n}]\nname="T"\ngoal=4\nactual={{ Q1=1, H1=2 }}\n' for n in range(number))
        )
        gc.disable()  # it would look through whatever the other tests left
        start = process_time()
        history_sheet(evaluation, Language.EN, parts=True, always=False)
        taken = process_time() - start
        gc.enable()
        return taken

    # sixteen times as many; where it grew with the square, it took fifty times as long
    assert seconds(4_000) < 32 * max(seconds(250), 0.01)
