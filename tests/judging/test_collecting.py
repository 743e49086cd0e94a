"""Sums over plans follow from the rules of parts: they equal those of one plan written by hand with these."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import tomli_w
from hypothesis import given, reject
from hypothesis import strategies as st

from kit.folders import county, written
from plan_tracker.judging.collecting import (
    Rollup,
    common_day,
    is_silent,
    member_of,
    plans_worst_first,
    roll_up,
)
from plan_tracker.judging.evaluation import evaluate
from plan_tracker.judging.result import Result
from plan_tracker.judging.standing import Spread, spread, standing
from plan_tracker.judging.statuses import Status
from plan_tracker.plan.kinds import allotted
from plan_tracker.plan.model import Commitment, Plan
from plan_tracker.reading.folders import load_collected, load_folder
from plan_tracker.reading.plan_file import load_file, parse


def rolled_up(folder: Path, as_of: date = date(2024, 6, 30)) -> Rollup:
    found = load_folder(folder)
    return roll_up(found.plan, found.joined, as_of, tuple(each.path for each in found.unread))


def whole(tmp_path: Path, *targets: str, as_of: date = date(2024, 6, 30)) -> Result:
    plans = {f"{n}.toml": county(f"P{n}", f"x: {lines}") for n, lines in enumerate(targets)}
    return rolled_up(Path(written(tmp_path / "plans", plans)), as_of).results[0]


# --- as one plan written by hand

LABELS = ("Q1", "M05", "H1", "M08", "Q3", "FY")
FIGURES = st.integers(0, 40).map(lambda tenths: Decimal(tenths) / 10)
ACTUALS = st.dictionaries(st.sampled_from(LABELS), FIGURES, max_size=4).map(
    lambda found: dict(zip(sorted(found, key=LABELS.index), sorted(found.values()), strict=True))
)
SHARED = st.fixed_dictionaries(
    {"unit": st.just("km")},
    optional={
        "direction": st.just("at_most"),
        "due": st.sampled_from([date(2024, 9, 30), date(2024, 6, 30)]),
        "start": st.sampled_from([date(2024, 2, 1), date(2024, 7, 1)]),
        "pace": st.sampled_from(["at_due", {"M08": "20%"}]),
        "reporting": st.sampled_from(["month", "quarter", "year"]),
    },
)
PARTS = st.lists(
    st.tuples(st.integers(1, 60).map(lambda tenths: Decimal(tenths) / 10), ACTUALS), min_size=1, max_size=4
)


def _plan(title: str, target: dict[str, Any]) -> Plan | None:
    document = {"plan": {"title": title, "year": 2024}, "targets": {"x": {"name": "X"} | target}}
    return parse(tomli_w.dumps(document))[0]


@given(shared=SHARED, parts=PARTS, day=st.dates(date(2023, 12, 31), date(2025, 1, 31)))
def test_a_sum_of_plans_is_that_of_a_plan_with_these_parts(
    shared: dict[str, Any], parts: list[tuple[Decimal, dict[str, Decimal]]], day: date
) -> None:
    by_hand = _plan(
        "By hand",
        shared
        | {
            "goal": sum(goal for goal, _ in parts),
            "parts": {f"P{n}": {"goal": goal, "actual": actual} for n, (goal, actual) in enumerate(parts)},
        },
    )
    texts = {
        f"{n}.toml": tomli_w.dumps(
            {
                "plan": {"title": f"P{n}", "year": 2024},
                "targets": {"x": {"name": "X", "goal": goal, "actual": actual} | shared},
            }
        )
        for n, (goal, actual) in enumerate(parts)
    }
    if by_hand is None:  # a figure outside of the target's time: each plan is refused as that one is
        reject()
    with TemporaryDirectory() as folder:
        found = rolled_up(Path(written(Path(folder), texts)), day).results[0]
    expected = evaluate(by_hand, day).results[0]
    assert _told(found) == _told(expected)
    assert [_told(part) for part in found.parts] == [_told(part) for part in expected.parts]


def _told(result: Result) -> tuple[object, ...]:
    actual = result.actual
    return (
        result.target.goal,
        result.status,
        actual and (actual.day, actual.value, actual.missing, actual.period),
        result.completion_rate,
        result.pace,
        result.lead,
        result.expected,
        result.needed_day,
        result.late,
    )


# --- values worked out by hand

ON_PACE, BEHIND = "goal = 100; actual = { H1 = 90 }; committed = 5", "goal = 100; actual = { H1 = 30 }"


def test_goals_and_figures_are_added_up(tmp_path: Path) -> None:
    found = whole(tmp_path, ON_PACE, BEHIND)
    assert found.actual is not None
    expected = Decimal(200), Decimal(120), Status.ON_PACE  # 120 of 200
    assert (found.target.goal, found.actual.value, found.status) == expected


def test_a_healthy_sum_does_not_hide_who_is_behind(tmp_path: Path) -> None:
    assert standing(whole(tmp_path, ON_PACE, BEHIND, BEHIND)) == {Status.BEHIND: 2, Status.ON_PACE: 1}


def test_a_silent_plan_makes_the_sum_a_bound(tmp_path: Path) -> None:
    found = whole(tmp_path, "goal = 100; actual = { H1 = 80 }", "goal = 100; actual = { Q1 = 5 }")
    assert found.actual is not None
    assert (found.actual.value, found.actual.missing) == (Decimal(85), ("P1",))
    assert found.status is Status.NOT_REPORTED  # 85 of 200 proves nothing: 100 are needed
    proven = whole(tmp_path / "b", "goal = 100; actual = { H1 = 99 }", "goal = 100; actual = { Q1 = 5 }")
    assert proven.status is Status.ON_PACE  # 104 are there, whatever else


def test_who_gives_a_target_up_is_out_of_its_sum(tmp_path: Path) -> None:
    found = whole(tmp_path, ON_PACE, f"{BEHIND}; dropped = 2024-05-01")
    assert found.target.goal == 100
    assert standing(found) == {Status.ON_PACE: 1, Status.DROPPED: 1}


def test_a_sum_has_what_the_plans_promise_together(tmp_path: Path) -> None:
    found = whole(tmp_path, "goal = 4; committed = 2", "goal = 5; committed = 3.5")
    assert found.target.committed == (Commitment("", Decimal("5.5")),)


def test_what_all_give_up_is_dropped_with_its_goal_and_its_words(tmp_path: Path) -> None:
    """It was told as a target without a goal, a unit, a group and an owner."""
    said = 'unit = "km"; owner = "Roads"; group = "Works"'
    first, second = (f"{ON_PACE}; {said}; dropped = 2024-0{month}-01" for month in (4, 5))
    found = whole(tmp_path, first, second)
    assert (found.status, found.target.dropped) == (Status.DROPPED, date(2024, 5, 1))
    assert found.target.goal == 200
    assert (found.target.unit, found.target.owner, found.target.group) == ("km", "Roads", "Works")
    assert standing(found) == {Status.DROPPED: 2}
    before = whole(tmp_path / "before", first, second, as_of=date(2024, 4, 30))
    assert before.target.goal == 100
    assert (before.status is Status.DROPPED, before.target.dropped) == (False, date(2024, 5, 1))


def test_an_adjusted_goal_is_that_of_the_day(tmp_path: Path) -> None:
    adjusted = f"{ON_PACE}; adjusted = {{ 2024-07-01 = 400 }}"
    assert whole(tmp_path, adjusted, BEHIND).target.goal == 200
    assert whole(tmp_path / "b", adjusted, BEHIND, as_of=date(2024, 7, 1)).target.goal == 500


def test_the_sum_has_a_goal_for_every_day(tmp_path: Path) -> None:
    """It had only that of the as-of day: the same plans on two days read as a goal that was lowered."""
    adjusted = "goal = 100; adjusted = { 2024-05-01 = 90, 2024-07-01 = 400 }"
    found = whole(tmp_path, adjusted, "goal = 100; dropped = 2024-06-01", "goal = 7").target
    days = [date(2024, 4, 30), date(2024, 5, 1), date(2024, 6, 1), date(2024, 7, 1)]
    assert [found.goal_on(day) for day in days] == [207, 197, 97, 407]
    assert found.original_goal == 207
    assert found.goal == 97
    assert whole(tmp_path / "b", adjusted, as_of=days[0]).target.original_goal is None
    assert whole(tmp_path / "c", "dropped = 2024-06-01", "goal = 7").target.goal == 7  # one had no goal
    same = "goal = 5; adjusted = {{ 2024-05-01 = {} }}"
    assert whole(tmp_path / "d", same.format(4), same.format(6)).target.original_goal is None


def test_the_sum_has_a_goal_if_all_have_one(tmp_path: Path) -> None:
    found = whole(tmp_path, ON_PACE, "actual = { H1 = 3 }")
    assert (found.target.goal, found.status) == (None, Status.NO_GOAL)


def test_names_groups_and_owners_stand_where_they_agree(tmp_path: Path) -> None:
    one = county("A", "x: goal = 1; group = 'G'; owner = 'O'")
    two = county("B", "x: goal = 1; group = 'G'; owner = 'P'").replace('"X"', '"Other"')
    target = rolled_up(Path(written(tmp_path / "p", {"a.toml": one, "b.toml": two}))).results[0].target
    assert (target.name, target.group, target.owner) == ("x", "G", "")


LEVELS = [f"kind = 'level'; unit = '%'; goal = 80; actual = {{ H1 = {n} }}" for n in (70, 90, 75, 82)]


def test_levels_have_a_lowest_a_median_and_a_highest_and_no_verdict(tmp_path: Path) -> None:
    found = whole(tmp_path, *LEVELS)
    between = spread(found)
    assert between is not None
    assert [*map(str, between)] == ["70", "78.5", "90", "4"]
    assert (found.target.is_summed, found.actual, found.target.goal) == (False, None, None)
    empty = "kind = 'level'; unit = '%'", "kind = 'level'; unit = '%'; goal = 80; start = 2024-07-01"
    odd = spread(whole(tmp_path / "b", *LEVELS[:3], "kind = 'level'; unit = '%'; goal = 80", *empty))
    assert odd is not None
    assert [*map(str, odd)] == ["70", "75", "90", "3"]


@pytest.mark.parametrize(
    ("key", "other"),
    [
        ("unit", f"{ON_PACE}; unit = 'm'"),
        ("kind", "kind = 'level'; goal = 100; actual = { H1 = 90 }"),
        ("direction", f"{ON_PACE}; direction = 'at_most'"),
        ("counting", f"{ON_PACE}; counting = 'per_period'"),
        ("start", f"{ON_PACE}; start = 2024-02-01"),
        ("due", f"{ON_PACE}; due = 2024-09-30"),
        ("pace", f"{ON_PACE}; pace = {{ Q1 = '10%' }}"),
    ],
)
def test_what_differs_is_not_added_up(tmp_path: Path, key: str, other: str) -> None:
    plans = {f"{n}.toml": county(f"P{n}", f"x: {lines}") for n, lines in enumerate((other, ON_PACE, BEHIND))}
    found = rolled_up(Path(written(tmp_path / "plans", plans)))
    assert [(each.key, each.member.path, each.first and each.first.path) for each in found.differences] == [
        (key, "0.toml", "1.toml")  # the odd one is told, though it comes first
    ]
    assert not found.results[0].target.is_summed
    assert found.results[0].target.committed == ()
    assert Counter(part.status for part in found.results[0].parts).total() == 3


def test_equal_paces_of_different_plans_are_one(tmp_path: Path) -> None:
    own = "pace = { H1 = '40%' }"
    assert whole(tmp_path, f"{ON_PACE}; {own}", f"{BEHIND}; {own}").target.is_summed


def test_a_plan_of_another_year_is_not_added_up(tmp_path: Path) -> None:
    plans = {f"{n}.toml": county(f"P{n}", f"x: {ON_PACE}") for n in range(3)}
    plans["1.toml"] = plans["1.toml"].replace("2024", "2023")
    found = rolled_up(Path(written(tmp_path / "plans", plans)))
    assert [(each.key, each.member.path) for each in found.differences] == [("year", "1.toml")]


# --- one day for all


def test_one_day_is_that_of_the_latest_figure_of_any(tmp_path: Path) -> None:
    plans = {"a.toml": county("A", "x: goal = 1; actual = { Q1 = 1 }"), "b.toml": county("B", "x: goal = 1")}
    plans["c.toml"] = county("C", "x: goal = 1; actual = { M07 = 1 }", more="as_of = 2024-03-31")
    found = load_folder(Path(written(tmp_path / "p", plans)))
    assert common_day([each.plan for each in found.joined]) == date(2024, 7, 31)


def test_the_latest_figure_may_be_the_collecting_plans_own_and_its_as_of_goes_before_it() -> None:
    (first, _), (own, _), (told, _) = map(
        parse,
        (
            county("A", "x: goal = 1; actual = { Q1 = 1 }"),
            county("Province", "x: goal = 1; actual = { H1 = 1 }"),
            county("Province", "x: goal = 1; actual = { H1 = 1 }", more="as_of = 2024-03-31"),
        ),
    )
    assert first
    assert own
    assert (common_day([first], own), common_day([first], told)) == (date(2024, 6, 30), date(2024, 3, 31))


def test_plans_without_any_figure_are_judged_before_they_begin(tmp_path: Path) -> None:
    found = load_folder(Path(written(tmp_path / "p", {"a.toml": county("A", "x: goal = 1")})))
    assert common_day([found.joined[0].plan]) == date(2024, 1, 1) - timedelta(days=1)


def test_who_reports_nothing_is_not_reported_and_never_not_due(tmp_path: Path) -> None:
    found = whole(tmp_path, ON_PACE, "goal = 100")
    assert [part.status for part in found.parts] == [Status.ON_PACE, Status.NOT_REPORTED]


def test_a_plan_is_silent_if_it_has_nothing_for_the_day_that_is_needed(tmp_path: Path) -> None:
    texts = {
        "never": county("never", "x: goal = 9", "y: goal = 9"),
        "before": county("before", "x: goal = 9; actual = { Q1 = 3 }", "y: goal = 9"),
        "done": county("done", "x: goal = 9; actual = { Q1 = 9 }", "y: goal = 9"),
        "half": county("half", "x: goal = 9; actual = { H1 = 3 }", "y: goal = 9"),
        "idle": county("idle", "x: goal = 9; pace = 'at_due'"),
    }
    found = rolled_up(Path(written(tmp_path / "p", {f"{name}.toml": text for name, text in texts.items()})))
    silent = {member_of(each.plan).name for each in found.members if is_silent(each)}
    assert silent == {"never", "before", "done"} == {each.name for each in found.silent}


def test_of_plans_that_stand_alike_in_what_is_bad_the_first_stays_the_first(tmp_path: Path) -> None:
    texts = {
        "a": county("a", "x: goal = 9; actual = { H1 = 1 }", "y: goal = 9"),
        "b": county(
            "b", "x: goal = 9; actual = { H1 = 1 }", "y: goal = 9", "z: goal = 9; actual = { H1 = 5 }"
        ),
        "c": county("c", "x: goal = 9; actual = { H1 = 1 }", "y: goal = 9; actual = { H1 = 1 }"),
    }
    found = rolled_up(Path(written(tmp_path / "p", {f"{name}.toml": text for name, text in texts.items()})))
    assert [member_of(each.plan).name for each in plans_worst_first(found)] == ["c", "a", "b"]


# --- what a collecting plan says itself

PROVINCE = 'collect = "counties"'


def collected(
    tmp_path: Path, own: str, *counties: str, year: int = 2024, unread: tuple[str, ...] = ()
) -> Rollup:
    plans = {f"counties/{n}.toml": county(f"P{n}", f"x: {lines}") for n, lines in enumerate(counties)}
    plans["counties/0.toml"] = plans["counties/0.toml"].replace("2024", str(year))
    plans["province.toml"] = county("Province", f"x: {own}", more=PROVINCE)
    found = load_collected(load_file(Path(written(tmp_path / "plans", plans)) / "province.toml"))
    return roll_up(found.plan, found.joined, date(2024, 6, 30), unread)


def said(tmp_path: Path, own: str, *counties: str) -> list[tuple[str, Decimal, Decimal]]:
    found = collected(tmp_path, own, *counties).disagreements
    return [(each.own.period, each.own.value, each.total.value) for each in found]


def test_whoever_differs_from_the_collecting_plan_is_told_though_most_do(tmp_path: Path) -> None:
    found = collected(tmp_path, f"{ON_PACE}; unit = 'km'", *[f"{ON_PACE}; unit = 'm'"] * 2, "unit = 'km'")
    assert [(each.member.path, each.said, each.otherwise) for each in found.differences] == [
        ("counties/0.toml", "m", "km"),
        ("counties/1.toml", "m", "km"),
    ]


def test_what_is_not_said_differs_too_and_is_told_by_a_dash(tmp_path: Path) -> None:
    found = collected(tmp_path, "goal = 9; unit = 'km'", "goal = 9")
    assert [(each.said, each.otherwise) for each in found.differences] == [("–", "km")]


def test_a_plan_of_another_year_is_not_collected(tmp_path: Path) -> None:
    found = collected(tmp_path, "goal = 9", "goal = 4; actual = { H1 = 4 }", "goal = 5", year=2023)
    assert [(each.key, each.member.path) for each in found.differences] == [("year", "counties/0.toml")]
    assert found.results[0].actual is None


def test_levels_are_not_added_up_for_the_plan_that_collects_them(tmp_path: Path) -> None:
    found = collected(tmp_path, "kind = 'level'; unit = '%'; goal = 80", *LEVELS[:2]).results[0]
    assert (found.actual, found.status) == (None, Status.NOT_REPORTED)
    assert spread(found) == Spread(low=Decimal(70), median=Decimal(80), high=Decimal(90), number=2)


def test_a_sum_lacks_who_reported_nothing_and_who_could_not_be_read(tmp_path: Path) -> None:
    found = collected(tmp_path, "goal = 9", "actual = { H1 = 3 }", "goal = 1", unread=("c.toml",)).results[0]
    assert found.actual is not None
    assert (found.actual.value, found.actual.missing) == (Decimal(3), ("P1", "c.toml"))


def test_a_sum_for_which_all_are_late_lacks_also_who_could_not_be_read(tmp_path: Path) -> None:
    late = "actual = { Q1 = 3 }"
    found = collected(tmp_path, "goal = 9", late, late, unread=("c.toml",)).results[0]
    assert found.actual is not None
    assert (found.actual.value, found.actual.missing) == (Decimal(6), ("P0", "P1", "c.toml"))


def test_what_a_plan_gave_up_is_in_no_sum_of_the_plan_that_collects_it(tmp_path: Path) -> None:
    given_up = "goal = 3; committed = 2; actual = { Q1 = 1 }; dropped = 2024-05-01"
    found = collected(tmp_path, "goal = 9", "goal = 6; actual = { H1 = 3 }", given_up).results[0]
    assert found.actual is not None
    assert (found.actual.value, found.actual.missing) == (Decimal(3), ())  # not 4, which would lack P1
    assert (allotted(found.target), found.target.committed) == (Decimal(6), ())


def test_what_the_plans_promise_is_added_up_where_the_one_that_collects_them_promises_nothing(
    tmp_path: Path,
) -> None:
    counties = "goal = 4; committed = 2", "goal = 5; committed = 3.5"
    added = collected(tmp_path / "a", "goal = 9", *counties).results[0].target.committed
    assert added == (Commitment("", Decimal("5.5")),)
    own = collected(tmp_path / "b", "goal = 9; committed = 1", *counties).results[0].target.committed
    assert own == (Commitment("", Decimal(1)),)


def test_an_own_figure_that_the_plans_do_not_add_up_to_is_found(tmp_path: Path) -> None:
    own = "goal = 900; actual = { Q1 = 200, H1 = 505 }"
    counties = ("goal = 400; actual = { H1 = 190 }", "goal = 500; actual = { H1 = 310 }")
    assert said(tmp_path, own, *counties) == [("H1", Decimal(505), Decimal(500))]


def test_figures_may_differ_by_as_much_as_they_are_rounded(tmp_path: Path) -> None:
    own, first = "goal = 9; actual = { H1 = 5.1 }", "actual = { H1 = 1.9 }"
    for second, agrees in (("3.10", True), ("3.30", True), ("3.09", False), ("3.31", False)):
        # off by 0.1 and 0.11, where half of 0.1, 0.1 and 0.01 together is 0.105
        assert (said(tmp_path, own, first, f"actual = {{ H1 = {second} }}") == []) is agrees


def test_a_sum_that_lacks_plans_disagrees_only_where_it_is_above(tmp_path: Path) -> None:
    own = "goal = 900; actual = { H1 = 300 }"
    assert said(tmp_path, own, "actual = { H1 = 190 }", "goal = 1") == []
    assert len(said(tmp_path, own, "actual = { H1 = 301 }", "goal = 1")) == 1


def test_a_level_that_a_plan_has_given_up_is_not_among_the_figures(tmp_path: Path) -> None:
    level = 'kind = "level"; unit = "%"; goal = 90; actual = { H1 = '
    found = whole(tmp_path, f"{level}80 }}", f"{level}10 }}; dropped = 2024-03-01", f"{level}90 }}")
    assert spread(found) == Spread(low=Decimal(80), median=Decimal(85), high=Decimal(90), number=2)


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param('kind = "level"; unit = "km"; goal = 2; actual = { H1 = 3 }', id="another unit"),
        pytest.param('kind = "cumulative"; unit = "%"; goal = 9; actual = { H1 = 3 }', id="a total"),
    ],
)
def test_what_is_no_level_in_one_unit_has_no_lowest_and_highest(tmp_path: Path, odd: str) -> None:
    """70 %, 90 % and 3 km were "3 to 90, median 70"."""
    assert spread(whole(tmp_path, *LEVELS[:2], odd)) is None
    given_up = f"{odd.replace('H1', '2024-02-01')}; dropped = 2024-03-01"
    assert spread(whole(tmp_path / "b", *LEVELS[:2], given_up)) is not None


@pytest.mark.parametrize(
    ("year", "more"),
    [(2023, ""), (2024, '; direction = "at_most"')],
    ids=["another year", "another direction"],
)
def test_levels_that_are_told_to_differ_have_no_lowest_and_highest(
    tmp_path: Path, year: int, more: str
) -> None:
    odd = county("P2", f"x: kind = 'level'; unit = '%'; goal = 80; actual = {{ H1 = 60 }}{more}")
    plans = {f"{n}.toml": county(f"P{n}", f"x: {level}") for n, level in enumerate(LEVELS[:2])}
    plans["2.toml"] = odd.replace("2024", str(year))
    found = rolled_up(Path(written(tmp_path / "plans", plans)))
    assert [each.key for each in found.differences] == ["direction" if more else "year"]
    assert spread(found.results[0]) is None
