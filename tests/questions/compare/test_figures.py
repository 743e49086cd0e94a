"""What was added since, what was reported since, and what was corrected of the figures reported before."""

from decimal import Decimal

import pytest

from kit.comparing import changes, refused_words, target
from plan_tracker.numbers import plain
from plan_tracker.questions.compare.figures import ActualMove

MONTHLY = '[plan]\ntitle = "Plan"\nyear = 2024\nreporting = "month"\n'
NEW, REVISED, REMOVED = ActualMove


def moves(old: str, new: str, key: str = "a") -> list[tuple[str, ActualMove]]:
    found = changes(old, new).get(key)
    return [(f"{each.day:%m-%d}", each.move) for each in found.actuals] if found else []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("{ M09 = 474.5 }", "{ M09 = 474.5, M10 = 518.05 }", [("10-31", NEW)]),
        ("{ M09 = 474.5 }", "{ M09 = 474.4, M10 = 518.05 }", [("09-30", REVISED), ("10-31", NEW)]),
        ("{ M09 = 474.5 }", "{ M10 = 518.05 }", [("09-30", REMOVED), ("10-31", NEW)]),
        ("{ M09 = 474.5 }", "{ Q3 = 474.50 }", []),
        ("{ M08 = 400, M09 = 474.5 }", "{ M09 = 474.5 }", [("08-31", REMOVED)]),
        ("{ M09 = 474.5 }", "{ M08 = 400, M09 = 474.5 }", [("08-31", NEW)]),
        ("none", "{ M09 = 474.5 }", [("09-30", NEW)]),
        ("{ M09 = 474.5 }", "none", [("09-30", REMOVED)]),
    ],
)
def test_a_correction_is_told_apart_from_a_new_figure(
    old: str, new: str, found: list[tuple[str, ActualMove]]
) -> None:
    first, second = (MONTHLY + target(f"goal = 640\nactual = {actual}") for actual in (old, new))
    assert moves(first, second) == found


def test_a_figure_corrected_behind_the_day_of_judgement_is_corrected_all_the_same() -> None:
    head = '[plan]\ntitle = "Plan"\nyear = 2024\nas_of = 2024-03-31\n'
    old, new = (head + target(f"actual = {{ Q1 = 3, H1 = {half} }}") for half in (5, 6))
    assert moves(old, new) == [("06-30", REVISED)]
    assert refused_words(old, new) == {"actual_revised"}


@pytest.mark.parametrize(
    ("old", "new", "added"),
    [
        ("actual = { M09 = 474.5 }", "actual = { M09 = 474.5, M10 = 518.05 }", "43.55"),
        ("actual = { M09 = 474.5 }", "actual = { M09 = 470, M10 = 470 }", "-4.5"),
        ("actual = { M09 = 0.1 }", "actual = { M10 = 0.3 }", "0.2"),
        ("actual = { M09 = 5 }", "actual = { M09 = 5 }\ngoal = 9", "0"),
        ("actual = none", "actual = { M09 = 5 }", None),
        ("actual = { M09 = 5 }", "actual = none", None),
        (
            'unit = "亿元"\ngoal = 6\nactual = { M09 = 4.745 }',
            'unit = "万元"\ngoal = 60000\nactual = { M10 = 51805 }',
            "4355",
        ),
        (
            'unit = "万元"\ngoal = 60000\nactual = { M09 = 47450 }',
            'unit = "亿元"\ngoal = 6\nactual = { M10 = 5.1805 }',
            "0.4355",
        ),
        (
            'unit = "亿元"\nactual = { M09 = 3 }',
            'unit = "万元"\nactual = { M09 = 30000 }',
            "0",
        ),  # a goal left as it was
        ('unit = "亿元"\nactual = { M09 = 4.745 }', 'unit = "个"\nactual = { M10 = 51805 }', None),
        ("actual = { M09 = 5 }", 'kind = "level"\nactual = { M10 = 6 }', None),
        ('kind = "level"\nactual = { M09 = 9 }', 'kind = "level"\nactual = { M10 = 8.5 }', "-0.5"),
        (
            'counting = "per_period"\nactual = { M09 = 5 }',  # January to August are missing: a bound
            'counting = "per_period"\nactual = { M09 = 5, M10 = 1 }',
            None,
        ),
    ],
)
def test_what_was_added_is_now_less_what_was_known_then(old: str, new: str, added: str | None) -> None:
    found = changes(MONTHLY + target(old), MONTHLY + target(new))["a"].added
    assert found == (None if added is None else Decimal(added))


def test_figures_are_the_same_in_a_unit_of_another_size() -> None:
    old = target('unit = "亿元"\ngoal = 5\nactual = { Q1 = 1.2, H1 = 3 }')
    new = target('unit = "万元"\ngoal = 50000\nactual = { Q1 = 12000, H1 = 30000.0 }')
    assert moves(old, new) == []
    assert refused_words(old, new) == set()
    forgotten = new.replace("30000.0", "3")
    assert moves(old, forgotten) == [("06-30", REVISED)]


def test_where_only_the_word_of_the_unit_changed_the_goal_says_so_and_no_figure_is_corrected() -> None:
    assert refused_words(target(), target('unit = "m"')) == {"goal_lowered"}
    assert refused_words(target(), target('unit = "h"')) == {"goal_lowered"}


def test_a_figure_corrected_with_the_word_of_the_unit_is_told_as_it_was_typed() -> None:
    old = target('unit = "亿元"\ngoal = 400\nactual = { Q1 = 50, H1 = 100 }')
    new = target('unit = "万元"\ngoal = 400\nactual = { Q1 = 50, H1 = 120 }')
    (change,) = changes(old, new)["a"].actuals
    assert change.old is not None
    assert change.new is not None
    assert (change.old.value, change.new.value) == (Decimal(100), Decimal(120))
    assert changes(old, new)["a"].added == 20


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            'unit = "亿元"\nactual = { Q1 = 1.2, H1 = 3 }',
            'unit = "万元"\nactual = { Q1 = 12000, H1 = 30000 }',
        ),
        ('unit = "MWh"\nactual = { H1 = 300 }', 'unit = "GWh"\nactual = { H1 = 0.3 }'),
        ('unit = "亿元"\nactual = { H1 = 3 }', 'unit = "万元"\nactual = { H1 = 3 }'),  # the word was wrong
        (
            'direction = "at_most"\nunit = "万元"\ngoal = 0\nactual = { H1 = 3 }',
            'direction = "at_most"\nunit = "元"\ngoal = 0\nactual = { H1 = 30000 }',
        ),
    ],
)
def test_without_a_goal_the_figures_tell_whether_they_were_put_in_another_unit(old: str, new: str) -> None:
    first, second = (target(keys if "goal" in keys else f"goal = none\n{keys}") for keys in (old, new))
    assert moves(first, second) == []
    assert refused_words(first, second) == set()
    change = changes(first, second)["a"]
    assert change.added == 0
    assert [term.key for term in change.terms] == ["unit"]


def test_a_unit_that_was_put_right_adds_nothing() -> None:
    old, new = (target(f'unit = "{unit}"\ngoal = 5\nactual = {{ H1 = 3 }}') for unit in ("万元", "亿元"))
    assert changes(old, new)["a"].added == 0


# --- increments: the figures are those typed, not the running totals

PER_PERIOD = 'counting = "per_period"\n'


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("{ Q1 = 2, Q2 = 3 }", "{ Q1 = 2, Q2 = 3, Q3 = 1 }", [("09-30", NEW)]),
        ("{ Q1 = 2, Q2 = 3 }", "{ Q1 = 1, Q2 = 3 }", [("03-31", REVISED)]),
        ("{ Q1 = 2, Q2 = 3 }", "{ Q1 = 1, Q2 = 4 }", [("03-31", REVISED), ("06-30", REVISED)]),
        ("{ Q2 = 3 }", "{ Q1 = 2, Q2 = 3 }", [("03-31", NEW)]),  # a gap is filled: nothing is corrected
        ("{ Q1 = 2, Q2 = 3 }", "{ Q2 = 3 }", [("03-31", REMOVED)]),
        ("{ H1 = 5 }", "{ Q1 = 2, Q2 = 3 }", [("03-31", NEW)]),  # told in more detail: the total is the same
        ("{ H1 = 5 }", "{ Q1 = 2, Q2 = 4 }", [("03-31", NEW), ("06-30", REVISED)]),
        ("{ Q1 = 2, Q2 = 3 }", "{ H1 = 5 }", [("03-31", REMOVED)]),
        ("{ Q1 = 2 }", "{ 2024-Q1 = 2 }", []),
        ("{ Q1 = 2 }", "{ 2024-Q1 = 3 }", [("03-31", REVISED)]),
    ],
)
def test_increments_are_compared_as_typed(old: str, new: str, found: list[tuple[str, ActualMove]]) -> None:
    first, second = (target(f"{PER_PERIOD}actual = {actual}") for actual in (old, new))
    assert moves(first, second) == found


def test_a_corrected_increment_is_shown_as_typed() -> None:
    old, new = (target(f"{PER_PERIOD}actual = {{ Q1 = {first}, Q2 = 3 }}") for first in (2, "1.5"))
    (change,) = changes(old, new)["a"].actuals
    assert (change.old and change.old.value, change.new and change.new.value) == (Decimal(2), Decimal("1.5"))


# --- parts: their sum has no corrections of its own

PART = "[targets.a.parts.{name}]\ngoal = 5\nactual = {{ {figures} }}\n"


def split(north: str, south: str, own: str = "none") -> str:
    parts = [PART.format(name=name, figures=given) for name, given in (("North", north), ("South", south))]
    return target(f"actual = {own}") + "".join(parts)


def test_a_part_that_reports_later_completes_the_sum_and_corrects_nothing() -> None:
    old, new = split("H1 = 3", ""), split("H1 = 3", "H1 = 2")
    assert moves(old, new) == []
    assert moves(old, new, "a/South") == [("06-30", NEW)]
    assert "actual_revised" not in refused_words(old, new)


def test_a_bound_that_grows_with_its_parts_corrects_nothing() -> None:
    old, new = split("Q1 = 2, H1 = 3", "Q1 = 1"), split("Q1 = 2, H1 = 4", "Q1 = 1")
    assert moves(old, new) == []
    assert moves(old, new, "a/North") == [("06-30", REVISED)]


def test_a_corrected_part_is_told_once_where_it_is_typed() -> None:
    old, new = split("H1 = 3", "H1 = 2"), split("H1 = 4", "H1 = 2")
    assert moves(old, new) == []
    assert moves(old, new, "a/North") == [("06-30", REVISED)]


def test_an_own_figure_put_over_the_sum_of_the_parts_is_a_correction() -> None:
    old, new = split("H1 = 3", "H1 = 2"), split("H1 = 3", "H1 = 2", "{ H1 = 6 }")
    assert moves(old, new) == [("06-30", REVISED)]


def test_a_level_taken_away_is_told_also_where_its_only_part_has_the_same() -> None:
    """Levels are never summed, so a coverage of 38 that is gone is not in the part's 38."""
    part = "[targets.a.parts.North]\ngoal = 50\nactual = { H1 = 38 }\n"
    old, new = (
        target(f'kind = "level"\ngoal = 50\nactual = {own}') + part for own in ("{ H1 = 38 }", "none")
    )
    assert moves(old, new) == [("06-30", REMOVED)]
    assert moves(new, old) == [("06-30", NEW)]
    assert "actual_revised" in refused_words(old, new)


def test_an_own_figure_where_the_sum_was_only_a_bound_is_new() -> None:
    """North had reported and South had not: nobody has said anything else of the whole before."""
    old, new = split("H1 = 3", ""), split("H1 = 3", "", "{ H1 = 6 }")
    assert moves(old, new) == [("06-30", NEW)]
    assert "actual_revised" not in refused_words(old, new)
    assert moves(new, old) == [("06-30", REVISED)]  # 6 was said, and at least 3 is known now


def test_an_own_figure_that_only_some_parts_add_up_to_is_no_sum() -> None:
    """North had 4 in the first quarter, so the whole's 2 by June is a figure of its own."""
    old, new = split("Q1 = 4", "H1 = 2", "{ H1 = 2 }"), split("Q1 = 4", "H1 = 2")
    assert moves(old, new) == [("06-30", REVISED)]  # at least 6
    assert "actual_revised" in refused_words(old, new)


@pytest.mark.parametrize("north", ["Q1 = 4", "H1 = 4"])
def test_an_own_figure_after_a_gap_is_compared_with_itself_whatever_the_parts_tell(north: str) -> None:
    """Without a first quarter the own 2 of the second is a bound; North alone, or both parts, had more."""
    head = 'counting = "per_period"\nactual = {{ Q2 = {} }}'
    parts = PART.format(name="North", figures=north) + PART.format(name="South", figures="H1 = 1")
    old, new = (target(head.format(own)) + parts for own in (2, 1))
    assert moves(old, new) == [("06-30", REVISED)]
    less = target(head.format(2)) + PART.format(name="South", figures="H1 = 1")
    assert moves(less, old) == []


def test_increments_have_no_zeros_from_the_totals_they_are_taken_from() -> None:
    head = 'counting = "per_period"\nactual = {{ M01 = 0.91, M02 = {} }}'
    (figure,) = changes(target(head.format(8)), target(head.format(18)))["a"].actuals
    assert figure.old is not None
    assert figure.new is not None
    assert [plain(each.value) for each in (figure.old, figure.new)] == ["8", "18"]


def test_a_new_figure_of_a_part_is_told_of_the_part_and_not_of_the_sum() -> None:
    parts = "[targets.a.parts.{}]\nactual = {{ Q1 = 2{} }}\n"
    old, new = (
        target("actual = none") + parts.format("north", more) + parts.format("south", "")
        for more in ("", ", H1 = 5")
    )
    assert moves(old, new, "a/north") == [("06-30", NEW)]
    assert moves(old, new) == []
    assert changes(old, new)["a"].new is not None  # its actual is a bound now, and has moved
