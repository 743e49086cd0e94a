"""What changed between two plans, and what of it can be refused."""

from decimal import Decimal
from fractions import Fraction

import pytest

from kit.comparing import changes, compared, refused_words, target
from plan_tracker.questions.compare.comparison import Refusal, refused
from plan_tracker.questions.compare.moves import StatusMove

A = target()


@pytest.mark.parametrize(
    ("new", "found"),
    [
        (A, set()),
        (target("goal = 9"), {"goal_lowered"}),
        (target("goal = 11"), {"worse"}),
        (target("goal = none"), {"goal_lowered"}),
        (target("actual = { H1 = 6 }"), {"actual_revised"}),
        (target("actual = { H1 = 5.0 }"), set()),
        (target("actual = { 2024-06-30 = 5 }"), set()),
        (target("actual = { H1 = 5, H2 = 10 }"), set()),
        (target("actual = none"), {"actual_revised"}),  # nothing is due as of the day before the plan starts
        (target(key="b"), {"removed"}),
        (target('note = "n"\nowner = "O"'), set()),
        (target("due = 2025-06-30"), {"eased"}),
        (
            target('check = "off"\ngoal = 9\nactual = { H1 = 4 }'),
            {"eased", "goal_lowered", "actual_revised", "worse"},
        ),
    ],
)
def test_what_can_be_refused(new: str, found: set[str]) -> None:
    assert refused_words(A, new) == found


def test_last_month_is_last_month() -> None:
    head = '[plan]\ntitle = "P"\nyear = 2024\nreporting = "month"\n'
    old = head + target("goal = 640\nactual = { M09 = 474.5 }")
    new = head + target("goal = 640\nactual = { M09 = 474.5, M10 = 518.05 }")
    found = compared(old, new)
    assert (found.old.as_of.isoformat(), found.new.as_of.isoformat()) == ("2024-09-30", "2024-10-31")
    (change,) = found.changes
    assert change.added == Decimal("43.55")
    assert change.status is None  # 74.1% of 75%, then 80.9% of 83.3%: behind both times
    assert change.lead == Fraction("518.05") / 640 - Fraction(10, 12) - Fraction("474.5") / 640 + Fraction(
        3, 4
    )


def test_a_bound_says_neither_what_was_added_nor_how_far_the_lead_moved() -> None:
    head = '[plan]\ntitle = "P"\nyear = 2024\nas_of = 2024-06-30\ncounting = "per_period"\n'
    lacking, whole = (
        head + target(f"goal = 10\nactual = {{ {actual} }}") for actual in ("Q2 = 6", "Q1 = 3, Q2 = 4")
    )
    for old, new in ((lacking, whole), (whole, lacking)):  # at least 60%, perhaps more than 70%
        (change,) = compared(old, new).changes
        assert (change.added, change.lead) == (None, None)


def test_what_was_asked_for_is_counted_in_targets_parts_and_settings() -> None:
    old = target() + target(key="b") + "[targets.b.parts.North]\ngoal = 10\nactual = { H1 = 5 }\n"
    new = (
        target("due = 2025-06-30")
        + target('check = "off"', key="b")
        + "[targets.b.parts.North]\ngoal = 8\nactual = { H1 = 5 }\n"
        + '[check]\nmax_lag = "1pp"\n'
    )
    found = compared(old, new)
    assert refused(found, frozenset(Refusal)) == {Refusal.GOAL_LOWERED: 1, Refusal.EASED: 3}
    assert refused(found, frozenset({Refusal.WORSE})) == {}


def test_between_years_only_rates_and_statuses_change() -> None:
    old = '[plan]\ntitle = "A"\nyear = 2023\ntolerance = "1pp"\n' + target(
        'unit = "h"\ngoal = 20\nactual = { H1 = 10, FY = 20 }\nowner = "X"'
    )
    new = '[plan]\ntitle = "B"\nyear = 2024\ntolerance = "5pp"\n' + target(
        "actual = { H1 = 4 }\ndue = 2025-06-30"
    )
    found = compared(old, new)
    assert not found.same_year
    assert found.settings == ()
    (change,) = found.changes
    assert change.old is not None
    assert change.new is not None
    assert change[2:] == (None, StatusMove.WORSE, (), None, None, (), False)


def test_a_target_that_neither_moved_nor_changed_is_not_listed() -> None:
    head = '[plan]\ntitle = "P"\nyear = 2024\n'
    old = head + target("actual = { Q1 = 2 }") + target(key="b", body="actual = { Q1 = 2 }")
    new = head + target("actual = { Q1 = 2 }") + target(key="b", body="actual = { Q1 = 2, M04 = 3 }")
    assert list(changes(old, new)) == ["b"]


@pytest.mark.parametrize("figure", ["actual = { H1 = 4 }", "name = 'north'"])
def test_a_sum_without_a_goal_moves_with_its_parts_though_it_is_only_a_bound_or_gone(figure: str) -> None:
    parts = "[targets.a.parts.{}]\n{}\n"
    old, new = (
        target("goal = none\nactual = none") + parts.format("north", north) + parts.format("south", "")
        for north in ("actual = { H1 = 5 }", figure)
    )
    assert list(changes(old, new)) == ["a", "a/north"]
