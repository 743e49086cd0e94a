"""The rows of an answer: what in them is no figure, and whose row is missing."""

import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from kit.feeds import feed
from kit.judged import HEAD
from plan_tracker.editing.plan_text import tables_of
from plan_tracker.language import Language
from plan_tracker.reading.plan_file import parse
from plan_tracker.spreadsheets.feeds.query import NotPulled
from plan_tracker.spreadsheets.feeds.rows import Rows, named, read, records_of

PLAN = """
[targets.a]
name = "A"
goal = 400
feed = "register"
[targets.b]
name = "B"
unit = "%"
kind = "level"
feed = "register"
parts = { n = { goal = 1 }, "新城区" = { goal = 1 } }
[targets.c]
name = "C"
feed = "register"
start = 2024-07-01
[targets.d]
name = "D"
feed = "other"
[targets.e]
name = "E"
"""


def read_rows(columns: str, *rows: Sequence[object], period: str = "H1", text: str = PLAN) -> Rows:
    whole = f'{HEAD}[feeds.register]\nquery = "q.sql"\n[feeds.other]\nquery = "q.sql"\n{text}'
    plan, problems = parse(whole)
    assert plan is not None, problems
    asked = plan.time.period(period)
    assert asked is not None
    return read(named(columns.split(), rows, feed()), plan, tables_of(whole), feed(), asked)


def entries(found: Rows) -> list[tuple[str, str, str]]:
    return [(each.entry.id, each.entry.period, each.entry.figure) for each in found.collected]


def faults(found: Rows) -> list[tuple[int, str]]:
    return [(fault.row, fault.message.text(Language.EN)) for fault in found.account.faults]


def refusal(columns: str, *rows: Sequence[object]) -> tuple[str, str]:
    with pytest.raises(NotPulled) as raised:
        named(columns.split(), rows, feed())
    hint = raised.value.hint
    return raised.value.message.text(Language.EN), hint.text(Language.EN) if hint else ""


def test_columns_may_stand_in_any_order_and_size_of_letters() -> None:
    rows = (3, Decimal("1.50"), "a"), (Decimal(4), 2, "b")
    found = read_rows("RECORDS Actual ID", *rows)

    assert (entries(found), faults(found)) == ([("a", "H1", "1.5"), ("b", "H1", "2")], [])
    assert records_of(named(["records", "actual", "id"], rows, feed())) == 7
    assert records_of(named(["id", "actual"], [("a", 1)], feed())) is None


def test_parts_are_named_beside_or_behind_their_target() -> None:
    found = read_rows("id part actual", ("b", "新城区", 1), ("b/n", None, 2), ("a", None, 3))

    assert entries(found) == [("b/新城区", "H1", "1"), ("b/n", "H1", "2"), ("a", "H1", "3")]
    assert faults(read_rows("id part actual", ("b", "s", 1))) == [(1, "the target b has no part s")]


@pytest.mark.parametrize(
    ("columns", "message", "hint"),
    [
        ("id sum", "returns a column `sum`, which is not allowed here", "id, part, period, actual, records"),
        ("target actual", "returns a column `target`", "allowed columns: id, part"),
        ("id actuals", "returns a column `actuals`", "did you mean `actual`?"),
        ("id records", "does not return a column `actual`", "allowed columns"),
        ("actual", "does not return a column `id`", "allowed columns"),
        ("id actual ACTUAL", "returns the column `actual` twice", "allowed columns"),
        ("id actual ?column?", "returns a column `?column?`", "allowed columns"),
    ],
)
def test_columns_that_are_wrong_are_told(columns: str, message: str, hint: str) -> None:
    told = refusal(columns, ("a",) * len(columns.split()))

    assert message in told[0]
    assert hint in told[1]


def test_empty_names_and_days_are_told_as_a_database_has_them() -> None:
    found = read_rows("id part actual", ("b", "", 1), (" ", None, 2), ("a", None, date(2024, 6, 30)))
    told = [(each.row, each.message.text(Language.EN), each.hint) for each in found.account.faults]

    assert [(row, message, hint.text(Language.EN) if hint else "") for row, message, hint in told] == [
        (1, "`part` is an empty text", "if the row is about the whole target, write nullif(trim(part), '')"),
        (2, "`id` is an empty text", ""),
        (3, "`actual` is the date 2024-06-30, no figure", "write sum(x) as actual"),
    ]
    assert entries(found) == []


def test_no_rows_are_no_figures_of_zero() -> None:
    assert refusal("id actual")[0] == "the query of the feed `register` returns no rows"


def test_what_a_database_should_have_said_otherwise_is_told_by_row() -> None:
    found = read_rows(
        "id actual records",
        ("a", Decimal(1), 1),
        ("b", None, 1),
        (None, 1, 1),
        ("b/n", 0.1 + 0.2, 1),  # 0.30000000000000004
        ("b/新城区", 123456789.12345678, 1),
        ("x", 1, None),
        ("a", 1, -1),
        ("a", 1, Decimal("1.5")),
        ("a", 1, True),
        ("a", 1, "many"),
        ("a", 1, None),
    )

    assert faults(found) == [
        (2, "`actual` is NULL"),
        (3, "`id` is NULL"),
        (4, "0.30000000000000004 is a floating-point number with more digits than it can hold exactly"),
        (5, "123456789.12345678 is a floating-point number with more digits than it can hold exactly"),
        (6, "there is no target x"),
        (7, "`records` is -1, not a whole number"),
        (8, "`records` is 1.5, not a whole number"),
        (9, "`records` is True, not a whole number"),
        (10, "`records` is many, not a whole number"),
        (11, "`records` is NULL"),
    ]
    assert entries(found) == [("a", "H1", "1")]


def test_records_that_were_added_up_are_whole_numbers_however_the_database_writes_them() -> None:
    rows = [("a", 1, 1.0), ("b/n", 1, Decimal("12.00")), ("b/新城区", 1, Decimal("1E+1"))]
    found = read_rows("id actual records", *rows)

    assert (faults(found), records_of(named(["id", "actual", "records"], rows, feed()))) == ([], 23)
    for wrong in (1.5, math.nan, math.inf, Decimal("NaN"), Decimal("Infinity"), -1.0, Decimal("0.5"), "7"):
        ((_, message),) = faults(read_rows("id actual records", ("a", 1, wrong)))
        assert message.endswith(", not a whole number")


@pytest.mark.parametrize(
    ("value", "figure"),
    [
        (0.3, "0.3"),
        (999999999999999.0, "999999999999999"),
        (1e14, "100000000000000"),
        (Decimal("518.00"), "518"),
        (Decimal("0.50000000000000000000"), "0.5"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1234567890.1234567"), "1234567890.1234567"),  # exact, as no float of a sheet is
        (Decimal("123456789012345.678"), "123456789012345.678"),
        (Decimal("-0"), "0"),
        (7, "7"),
        ("1,550.5", "1550.5"),
        ("４５．５", "45.5"),
        ("92.5%", "92.5"),
    ],
)
def test_a_figure_is_read_by_the_rule_of_all_tables(value: object, figure: str) -> None:
    found = read_rows("id actual", ("b", value))

    assert (entries(found), faults(found)) == ([("b", "H1", figure)], [])


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Decimal("1234.5676666666666667"), "too many digits"),  # an average
        (Decimal("NaN"), "not a number"),
        (Decimal("Infinity"), "not a number"),
        (math.nan, "not a number"),
        (math.inf, "not a number"),
        (True, "not a number"),
        (date(2024, 6, 30), "the date"),
        (b"12", "not a number"),
        ("many", "not a number"),
        ("", "not a number"),
        ("—", "not a number"),
        ("3,425", "comma"),
        ("300个", "not in %"),
        (10**20, "too many digits"),
    ],
)
def test_what_is_no_figure_is_told_by_row(value: object, said: str) -> None:
    found = read_rows("id actual", ("a", 1), ("b", value))

    ((row, message),) = faults(found)
    assert row == 2
    assert said in message
    assert found.missing == ()


def test_decimals_that_a_plan_cannot_hold_are_not_rounded_in_silence() -> None:
    found = read_rows("id actual", ("a", Decimal("1.2345678901234567")))  # an average has 16 decimals
    (fault,) = found.account.faults

    assert fault.message.text(Language.EN) == "`1.2345678901234567` has too many digits"
    assert fault.hint is not None
    assert fault.hint.text(Language.EN).endswith("write round(x, 2)")
    assert entries(found) == []


@pytest.mark.parametrize("digits", [998, 999, 1000, 131_072])
def test_a_number_of_a_thousand_digits_is_too_long_like_others(digits: int) -> None:
    ((row, message),) = faults(read_rows("id actual", ("a", Decimal("1" * digits))))

    assert row == 1
    assert message.endswith("11…` has too many digits")
    assert len(message) < 250


def test_a_target_is_given_once() -> None:
    found = read_rows("id actual", ("a", 1), ("b", 2), ("A", 3), ("a", 1))

    assert [row for row, _ in faults(found)] == [1, 3, 4]  # which of 1 and 4 is right, nobody knows
    assert [each.row for each in found.collected] == [2]
    told = [fault.hint.text(Language.EN) for fault in found.account.faults if fault.hint]
    assert told[0] == told[-1] == "add up in the query: one row per target, with group by"


def test_a_row_is_owed_by_each_target_of_the_feed_or_by_each_of_its_parts() -> None:
    def missing(*ids: str, period: str = "H1") -> list[str]:
        return list(read_rows("id actual", *((id_, 1) for id_ in ids), period=period).missing)

    assert missing("b") == ["a"]
    assert missing("a") == ["b"]
    assert missing("a", "b") == []
    assert missing("a", "b/n", "b/新城区") == []
    assert missing("a", "b/n") == ["b/新城区"]
    assert missing("a", "b", "b/n") == []
    assert missing("a", "b", period="M07") == ["c"]


def test_a_part_without_a_row_beside_others_and_their_whole_is_spared_but_told() -> None:
    def spared(*ids: str) -> tuple[str, ...]:
        return read_rows("id actual", *((id_, 1) for id_ in ids)).spared

    assert spared("a", "b", "b/n") == ("b/新城区",)
    assert spared("a", "b") == spared("a", "b/n") == spared("a", "b", "b/n", "b/新城区") == ()


def test_what_was_meant_is_only_looked_for_where_it_is_told() -> None:
    """A query without `group by` has 200,000 rows, and each would be compared with every target."""
    text = PLAN.replace("[targets.e]", "[targets.projects]")
    found = read_rows("id actual", *((f"project{number}", 1) for number in range(150)), text=text)

    told = [fault.hint.text(Language.EN) if fault.hint else "" for fault in found.account.faults]
    assert told == ["did you mean `projects`?"] * 100 + [""] * 50


def test_a_row_for_what_is_not_of_the_feed_or_has_not_begun_is_told() -> None:
    found = read_rows("id actual", ("a", 1), ("c", 1), ("d", 2), ("e", 3))

    assert faults(found) == [
        (2, "c begins only on 2024-07-01, after 2024-06-30"),
        (3, "d is not a target of the feed `register`"),
        (4, "e is not a target of the feed `register`"),
    ]
    told = [fault.hint.text(Language.EN) if fault.hint else "" for fault in found.account.faults]
    assert told == [
        "",
        "it is one of the feed `other`: leave it out of the query",
        'add feed = "register" to the target',
    ]


def test_what_is_given_up_owes_no_row_but_may_have_one() -> None:
    for day, owed in (("2024-06-30", ["b"]), ("2024-07-01", ["a", "b"])):
        text = PLAN.replace("goal = 400", f"goal = 400\ndropped = {day}")
        assert read_rows("id actual", ("d", 1), text=text).missing == tuple(owed)
    text = PLAN.replace("goal = 400", "goal = 400\ndropped = 2024-06-30")
    assert entries(read_rows("id actual", ("a", 1), ("b", 1), text=text))[0] == ("a", "H1", "1")


@pytest.mark.parametrize("own", ["H1", "Q2", "M06", "2024-06-30", "上半年", date(2024, 6, 30), None])
def test_a_period_of_the_same_day_is_the_one_that_is_asked_for(own: object) -> None:
    assert entries(read_rows("id period actual", ("a", own, 1))) == [("a", "H1", "1")]


@pytest.mark.parametrize("own", ["Q1", "FY", "H3", "", 7])
def test_another_period_is_told(own: object) -> None:
    ((row, message),) = faults(read_rows("id period actual", ("a", own, 1)))

    assert row == 1
    assert str(own) in message


@pytest.mark.parametrize("own", ["M06", "H1", "6月", "2024-06", "上半年"])
def test_what_was_added_in_another_stretch_to_the_same_day_is_of_another_period(own: str) -> None:
    text = '[targets.a]\nname = "A"\nfeed = "register"\ncounting = "per_period"\n'
    found = read_rows("id period actual", ("a", own, 5), period="Q2", text=text)

    label = "M06" if "6" in own else "H1"
    assert (entries(found), faults(found)) == ([], [(1, f"it is for {label}, but Q2 is being pulled")])
    for same in ("Q2", date(2024, 6, 30), "二季度"):
        found = read_rows("id period actual", ("a", same, 5), period="Q2", text=text)
        assert entries(found) == [("a", "Q2", "5")]


def test_the_label_that_the_plan_has_for_a_day_is_kept() -> None:
    text = PLAN.replace("goal = 400", "goal = 400\nactual = { Q2 = 1 }")

    assert entries(read_rows("id actual", ("a", 1), text=text)) == [("a", "Q2", "1")]


def test_a_figure_is_measured_by_the_goal_of_its_day() -> None:
    for day, doubts in (("2024-06-30", 0), ("2024-07-01", 1)):
        text = PLAN.replace("goal = 400", f"goal = 400\nadjusted = {{ {day} = 4000 }}")
        assert len(read_rows("id actual", ("a", 4001), ("b", 1), text=text).account.doubts) == doubts


def test_figures_that_look_wrong_are_doubted() -> None:
    found = read_rows("id actual", ("a", 4001), ("b", 1))

    assert [doubt.text(Language.EN)[:36] for doubt in found.account.doubts] == [
        "a: more than ten times the goal; is "
    ]


@pytest.mark.parametrize(("value", "doubts"), [(0.07, 1), (0.1, 1), (0.11, 0), (7, 0), (0.01, 0)])
def test_a_share_for_a_percentage_is_doubted(value: float, doubts: int) -> None:
    """The goal is at most 5 %: 0.07 would keep it, 7 breaks it."""
    text = PLAN.replace('name = "B"\nunit', 'name = "B"\ngoal = 5\ndirection = "at_most"\nunit')
    found = read_rows("id actual", ("a", 1), ("b", value), text=text)

    assert len(found.account.doubts) == doubts
    for doubt in found.account.doubts:
        percent = {0.07: 7, 0.1: 10}[value]
        assert doubt.text(Language.EN) == (
            f"b: the unit is percent but the figure is {value}; should it be {percent}%?"
        )
