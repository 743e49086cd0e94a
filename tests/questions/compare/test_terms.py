"""Which terms of a target and settings of a plan demand less than before: each alone, and its opposite."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.comparing import HEAD, changes, compared, refused_words, target
from kit.oracle import MONTHS_OF_REPORTING
from kit.otherwise import said_otherwise
from plan_tracker.reading.schema.tables import TargetTable

PLAIN = "actual = { H1 = 6 }\n"


@pytest.mark.parametrize("key", TargetTable.model_fields)
def test_no_key_of_a_target_is_forgotten(key: str) -> None:
    assert changes(*said_otherwise(key))


def eased(old: str, new: str) -> set[str]:
    found = changes(old, new).get("a")
    return {term.key for term in found.terms if term.eased} if found else set()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("", "due = 2025-01-31", {"due"}),
        ("due = 2024-09-30", "due = 2024-10-01", {"due"}),
        ("due = 2024-09-30", "due = 2024-08-31", set()),
        ('kind = "level"', 'kind = "level"\ndue = 2024-09-30', {"due"}),  # to be held less long
        ('kind = "level"\nbaseline = 1', 'kind = "level"\nbaseline = 1\ndue = 2024-09-30', set()),
        ("", "start = 2024-02-01", {"start"}),
        ("start = 2024-02-01", "start = 2023-12-01", set()),  # by 30 June 5/11, now 7/13
        ("", 'pace = "at_due"', {"pace_rule"}),
        ('pace = "at_due"', "", set()),
        ('pace = { H1 = "40%" }', 'pace = { H1 = "39.99%" }', {"pace_rule"}),
        ('pace = { H1 = "40%" }', 'pace = { H1 = "40.01%" }', set()),
        ("", 'pace = { M07 = "50%" }', {"pace_rule"}),  # by 30 June 6/7 of a half
        ("", 'pace = { Q1 = "25%", H1 = "50%" }', set()),  # the same line, told otherwise
        ("", 'pace = { Q1 = "10%", H1 = "50%" }', set()),  # lower between the reporting dates only
        ('reporting = "quarter"', 'reporting = "quarter"\npace = { Q1 = "10%", H1 = "50%" }', {"pace_rule"}),
        (
            'reporting = "quarter"',
            'reporting = "half-year"\npace = { Q1 = "10%" }',
            {"pace_rule", "reporting"},
        ),
        ('reporting = "month"', 'reporting = "quarter"', {"reporting"}),
        ('reporting = "quarter"', 'reporting = "year"', {"reporting"}),
        ('reporting = "year"', 'reporting = "month"', set()),
        ("", 'kind = "level"', {"kind"}),
        ('kind = "level"', "", {"kind"}),
        ("", 'direction = "at_most"', {"direction"}),
        ('kind = "level"\nbaseline = 1', 'kind = "level"\nbaseline = 2', {"baseline"}),
        ('kind = "level"\nbaseline = 2', 'kind = "level"\nbaseline = 1', {"baseline"}),
        ('kind = "level"', 'kind = "level"\nbaseline = 1', {"baseline", "pace_rule"}),
        ("", 'counting = "per_period"', {"counting"}),
        ('counting = "per_period"', "", {"counting"}),
        ("", 'check = "warn"', {"check"}),
        ('check = "warn"', 'check = "off"', {"check"}),
        ('check = "off"', 'check = "fail"', set()),
        ("", 'owner = "Roads"\ngroup = "G"\nstage = "started"\nbinding = true\nweight = 2', set()),
        ("", "committed = 3", set()),
        ("", "goal = none", set()),
    ],
)
def test_what_eases_a_target(old: str, new: str, words: set[str]) -> None:
    first, second = (target(PLAIN + keys) for keys in (old, new))
    assert eased(first, second) == words
    assert ("eased" in refused_words(first, second)) == bool(words)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('kind = "level"\nbaseline = 8\ngoal = 20', 'kind = "level"\nbaseline = 80000\ngoal = 200000', set()),
        (
            'kind = "level"\nbaseline = 8\ngoal = 20',
            'kind = "level"\nbaseline = 8\ngoal = 200000',
            {"baseline"},
        ),
        ("goal = 20\ncommitted = 3", "goal = 200000\ncommitted = 30000", set()),
        ("goal = 20\ncommitted = 3", "goal = 200000\ncommitted = 3", {"committed"}),
        ("goal = 20\nlast_year = { FY = 3 }", "goal = 200000\nlast_year = { FY = 30000 }", set()),
        ("goal = 20\nlast_year = { FY = 3 }", "goal = 200000\nlast_year = { FY = 3 }", {"past"}),
    ],
)
def test_figures_in_another_size_of_the_unit_are_the_same_terms(old: str, new: str, words: set[str]) -> None:
    first, second = target(f'unit = "万人"\n{old}'), target(f'unit = "人"\n{new}')
    assert {term.key for term in changes(first, second)["a"].terms} == {"unit", *words}
    assert ("eased" in refused_words(first, second)) == ("baseline" in words)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("", 'pace = { H1 = "60%" }', {"pace_rule"}),  # more of the cap may be used by then
        ("", 'pace = { H1 = "40%" }', set()),
        ("", 'pace = "at_due"', {"pace_rule"}),  # all of it at any time
        ('pace = "at_due"', "", set()),
        ("", "due = 2024-11-30", {"pace_rule"}),
    ],
)
def test_a_cap_is_eased_where_more_of_it_may_be_used(old: str, new: str, words: set[str]) -> None:
    first, second = (target(f'direction = "at_most"\n{keys}') for keys in (old, new))
    assert eased(first, second) == words


def test_the_smaller_demand_is_named_where_it_fell_most() -> None:
    steady = 'reporting = "quarter"'
    bent = steady + '\npace = { Q1 = "20%", H1 = "40%", Q3 = "70%" }'  # by 5, 10 and 5 points
    (term,) = changes(target(PLAIN + steady), target(PLAIN + bent))["a"].terms
    assert term.drop == (date(2024, 6, 30), Fraction(1, 2), Fraction(2, 5))


CURVES = st.dictionaries(st.integers(1, 11), st.integers(0, 100), max_size=4).map(
    lambda points: dict(zip(sorted(points), sorted(points.values()), strict=True))
)


def curve(points: dict[int, int]) -> str:
    shares = ", ".join(f'M{month:02} = "{share}%"' for month, share in points.items())
    return f"pace = {{ {shares} }}"


def height(points: dict[int, int], month: int) -> Fraction:
    """The height in percent of the line from 0 through some points to 100 after twelve months."""
    line = [(0, 0), *points.items(), (12, 100)]
    left, low = max(point for point in line if point[0] <= month)
    right, high = next((point for point in line if point[0] > month), (13, 100))
    return low + Fraction(high - low, right - left) * (month - left)


@given(old=CURVES, new=CURVES, rhythm=st.sampled_from(sorted(MONTHS_OF_REPORTING)), cap=st.booleans())
def test_a_curve_is_eased_where_it_asks_for_less_on_a_reporting_date(
    old: dict[int, int], new: dict[int, int], rhythm: str, *, cap: bool
) -> None:
    head = f'reporting = "{rhythm}"\nactual = none\n' + ('direction = "at_most"\n' if cap else "")
    months = range(MONTHS_OF_REPORTING[rhythm], 13, MONTHS_OF_REPORTING[rhythm])
    less = [(height(old, month) - height(new, month)) * (-1 if cap else 1) for month in months]
    plans = (target(head + (curve(points) if points else "")) for points in (old, new))
    assert eased(*plans) == ({"pace_rule"} if max(less) > 0 else set())


@pytest.mark.parametrize(
    ("old", "new", "is_eased"),
    [
        ("", 'tolerance = "30pp"', True),
        ('tolerance = "5pp"', 'tolerance = "5.1pp"', True),
        ('tolerance = "5pp"', "", False),
        ("", 'calendar = "days"', True),  # by 30 June 182/366, a little less than a half
        ('calendar = "days"', "", False),
        ("", 'reporting = "year"', True),
        ("", 'pace = "at_due"', True),
        ("", 'counting = "per_period"', True),
        ("as_of = 2024-09-30", "as_of = 2024-06-30", True),  # what was reported since is ignored
        ("as_of = 2024-06-30", "as_of = 2024-09-30", False),
        ("", "as_of = 2024-06-30", False),
        ("as_of = 2024-06-30", "", False),
        ("", 'language = "zh"\ndecimals = 2', False),
    ],
)
def test_what_eases_a_whole_plan(old: str, new: str, is_eased: bool) -> None:
    first, second = (f"{HEAD}{keys}\n{target()}" for keys in (old, new))
    assert ("eased" in refused_words(first, second)) == is_eased


@pytest.mark.parametrize(
    ("old", "new", "is_eased"),
    [
        ("", 'fail_on = ["missed"]', True),
        ('fail_on = ["missed"]', 'fail_on = ["behind"]', True),
        ('fail_on = ["missed"]', 'fail_on = ["missed", "behind"]', False),
        ('fail_on = ["missed", "behind"]', 'fail_on = ["behind", "missed"]', False),
        ("", 'max_lag = "5pp"', True),
        ('max_lag = "5pp"', 'max_lag = "5.01pp"', True),
        ('max_lag = "5pp"', 'max_lag = "4pp"', False),
        ('max_lag = "5pp"', "", False),
        ('min_completion = "45%"', 'min_completion = "44.9%"', True),
        ('min_completion = "45%"', "", True),
        ('min_completion = "45%"', 'min_completion = "46%"', False),
        ("", 'min_completion = "45%"', False),
        ("", 'warn_on = ["behind"]', False),
    ],
)
def test_what_weakens_the_check(old: str, new: str, is_eased: bool) -> None:
    first, second = (f"{target()}[check]\n{keys}\n" for keys in (old, new))
    assert refused_words(first, second) == ({"eased"} if is_eased else set())


def test_a_curve_of_the_plan_that_fell_eases_the_targets_that_follow_it() -> None:
    plans = [target(PLAIN + 'pace = "winter"') + f'[paces.winter]\nH1 = "{share}%"\n' for share in (45, 44)]
    assert eased(plans[0], plans[1]) == {"pace_rule"}
    assert eased(plans[1], plans[0]) == set()


def test_parts_do_not_repeat_the_terms_of_their_target() -> None:
    parts = "[targets.a.parts.North]\ngoal = 5\n[targets.a.parts.South]\nowner = 'S'\ngoal = 5\n"
    old = target('owner = "X"\nactual = none') + parts
    new = target('owner = "Y"\nactual = none\ndue = 2025-06-30') + parts.replace("'S'", "'T'")
    found = {key: [term.key for term in change.terms] for key, change in changes(old, new).items()}
    assert found == {"a": ["owner", "due"], "a/South": ["owner"]}


def test_a_pace_that_demands_less_of_parts_is_told_where_their_target_has_no_goal() -> None:
    """Nothing can be demanded of the target itself; its part goes from behind to not due."""
    part = "[targets.a.parts.North]\ngoal = 5\nactual = { H1 = 2 }\n"
    old, new = (target(f"goal = none\nactual = none\n{pace}") + part for pace in ("", 'pace = "at_due"'))
    found = {
        key: [(term.key, term.eased) for term in change.terms] for key, change in changes(old, new).items()
    }
    assert found == {"a": [("pace_rule", False)], "a/North": [("pace_rule", True)]}
    assert refused_words(old, new) == {"eased"}
    assert refused_words(new, old) == {"worse"}


def test_a_longer_plan_is_the_same_plan_and_eases_its_targets() -> None:
    old, new = (
        f'[plan]\ntitle = "P"\nstart = 2024-01-01\nend = {end}\n{target("actual = none")}'
        for end in ("2024-12-31", "2026-12-31")
    )
    assert compared(old, new).same_year
    assert refused_words(old, new) == {"eased"}
