"""The sheets of a workbook: each text and figure of a target under the heading that names it."""

from datetime import date
from fractions import Fraction

import pytest

from kit.judged import judged
from plan_tracker.language import Language
from plan_tracker.reports.sheets import Number, Points, Share, Sheet, Text
from plan_tracker.reports.workbook.book import book as book_of

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
            case Number() | Share() | Points():
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


@pytest.mark.parametrize(
    ("unit", "keys", "lead"),
    [
        ("%", 'direction = "at_most"\ngoal = 5.5\nactual = { H1 = 5.2 }', Fraction(3, 10)),
        ("%", 'direction = "at_most"\ngoal = 3\nactual = { H1 = 3.4 }', Fraction(-4, 10)),
        ("%", "goal = 75\nactual = { H1 = 75.72 }", Fraction(72, 100)),
        ("微克", 'direction = "at_most"\ngoal = 30\nactual = { H1 = 33 }', "-3 微克"),
    ],
)
def test_a_level_to_be_held_shows_its_margin_as_lead(unit: str, keys: str, lead: object) -> None:
    text = f'[targets.a]\nname = "A"\nunit = "{unit}"\nkind = "level"\n{keys}\n'
    progress = book_of(judged(text), Language.EN).sheets[0]
    assert shown(progress)["lead (pp)"] == lead
