"""Parts: what they inherit, how they add up, what a missing one leaves open, and where they are seen."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from rich.cells import cell_len

from kit.judged import judged, problem_codes
from kit.program import ROOT, Run, Write
from kit.snapshot import same_as_snapshot
from kit.tables import drawn, telling_widths
from plan_tracker.formats.terminal import status as status_table
from plan_tracker.judging.evaluation import evaluate
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.questions.check import unallocated_sum
from plan_tracker.reading.plan_file import load
from plan_tracker.reports.arrangement import groups
from plan_tracker.reports.status import status_report
from plan_tracker.reports.view import GroupBy, PartsShown, SortBy, View

PARTS = str(ROOT / "examples" / "parts.toml")


def whole(body: str, as_of: str = "2024-06-30") -> Result:
    return judged(f'[targets.x]\nname = "Whole"\n{body}', as_of).results[0]


# --- inheritance


def test_a_part_inherits_what_the_target_is_and_no_figure_of_it() -> None:
    result = whole("""
unit = "MWh"
direction = "at_most"
start = 2024-02-01
due = 2024-11-30
reporting = "month"
counting = "per_period"
group = "G"
check = "warn"
stage = "S"
owner = "City"
pace = { M06 = "40%" }
binding = true
source = "source"
note = "note"
weight = 3
goal = 10
committed = 1
actual = { M02 = 1 }
stated = { M02 = "10%" }
[targets.x.parts.a]
actual = { M02 = 0.25, M03 = 0.5 }
""")
    target, part = result.target, result.parts[0].target
    inherited = [
        "unit",
        "kind",
        "direction",
        "start",
        "due",
        "reporting",
        "group",
        "check",
        "stage",
        "owner",
        "pace",
    ]
    assert [getattr(part, key) for key in inherited] == [getattr(target, key) for key in inherited]
    assert [str(actual.value) for actual in part.actuals] == ["0.25", "0.75"]
    assert (part.id, part.parent, part.name) == ("x/a", "x", "a")
    assert (part.goal, part.committed, part.stated, part.source, part.note) == (None, (), (), "", "")
    assert (part.binding, str(part.weight)) == (None, "1")


def test_a_part_has_its_own_name_owner_and_figures() -> None:
    result = whole("""
goal = 10
owner = "City"
[targets.x.parts.a]
name = "North"
owner = "District"
goal = 4
committed = 2
actual = { H1 = 1 }
stated = { H1 = "25%" }
source = "page 2"
note = "late"
""")
    part = result.parts[0].target
    assert (part.name, part.owner, str(part.goal), part.source, part.note) == (
        "North",
        "District",
        "4",
        "page 2",
        "late",
    )
    assert (len(part.committed), len(part.stated)) == (1, 1)


def test_a_part_follows_an_interim_goal_as_a_share_not_as_a_figure() -> None:
    """223 of 255 by October: the part owes the same share of its own 51."""
    result = whole(
        "goal = 255\npace = { M10 = 223 }\n[targets.x.parts.a]\ngoal = 51\nactual = { M10 = 44.6 }", "M10"
    )
    assert str(result.parts[0].expected) == "223/5"
    assert result.parts[0].status is Status.ON_PACE


def test_a_part_of_a_level_is_a_level_to_hold_without_the_baseline() -> None:
    result = whole(
        'kind = "level"\nbaseline = 70\ngoal = 80\n[targets.x.parts.a]\ngoal = 78\nactual = { H1 = 77 }'
    )
    assert (result.parts[0].target.baseline, result.parts[0].pace) == (None, None)
    assert result.parts[0].status is Status.BEHIND
    assert result.actual is None


@pytest.mark.parametrize(
    ("of_plan", "of_target", "status"),
    [('pace = "at_due"', "", Status.BEHIND), ("", 'pace = "at_due"\n', Status.NOT_DUE)],
    ids=["default", "own"],
)
def test_a_default_pace_never_reaches_the_part_of_a_level(
    of_plan: str, of_target: str, status: Status
) -> None:
    level = f'kind = "level"\nbaseline = 70\ngoal = 80\n{of_target}actual = {{ H1 = 77 }}\n'
    text = f'[plan]\ntitle = "P"\nyear = 2024\n{of_plan}\n[targets.x]\nname = "X"\n{level}'
    (result,) = judged(f"{text}[targets.x.parts.a]\ngoal = 78\nactual = {{ H1 = 77 }}\n", "H1").results
    assert (result.status, result.parts[0].status) == (Status.NOT_DUE, status)


# --- sums and bounds


def thirds(*figures: str, head: str = "goal = 9") -> str:
    parts = [f"{key} = {{ goal = 3{figure} }}" for key, figure in zip("abc", figures, strict=True)]
    return head + "\n[targets.x.parts]\n" + "\n".join(parts)


def h1(figure: str) -> str:
    return f", actual = {{ H1 = {figure} }}" if figure else ""


@pytest.mark.parametrize(
    ("figures", "value", "missing", "status"),
    [
        (("1.5", "2", "1"), "4.5", (), Status.ON_PACE),
        (("1.5", "2", "0.9"), "4.4", (), Status.BEHIND),
        (("1.5", "3", ""), "4.5", ("c",), Status.ON_PACE),
        (("1.5", "2.9", ""), "4.4", ("c",), Status.NOT_REPORTED),
        (("", "9", ""), "9", ("a", "c"), Status.DONE),
    ],
)
def test_a_sum_that_lacks_a_part_decides_only_what_it_proves(
    figures: tuple[str, ...], value: str, missing: tuple[str, ...], status: Status
) -> None:
    result = whole(thirds(*map(h1, figures)))
    assert result.actual is not None
    assert (str(result.actual.value), result.actual.missing) == (value, missing)
    assert result.status is status


GAP = 'counting = "per_period"\nactual = { Q2 = 2 }\n[targets.x.parts]\n'
"""Own figures of which that of the first quarter is not given."""


@pytest.mark.parametrize(
    ("parts", "value", "missing", "status"),
    [
        ("a = { actual = { H1 = 5 } }", "5", (), Status.ON_PACE),  # complete
        ("a = { actual = { H1 = 4 } }", "4", (), Status.BEHIND),
        ("a = { actual = { H1 = 6 } }\nb = {}", "6", ("Q1",), Status.ON_PACE),
        ("a = { actual = { Q1 = 6 } }", "6", ("Q1",), Status.ON_PACE),  # reached by then
        ("a = { actual = { Q1 = 11 } }\nb = {}", "11", ("Q1",), Status.DONE),
        ("a = { actual = { Q1 = 1 } }\nb = {}", "2", ("Q1",), Status.NOT_REPORTED),
    ],
)
def test_an_own_figure_after_a_gap_hides_nothing_that_the_parts_prove(
    parts: str, value: str, missing: tuple[str, ...], status: Status
) -> None:
    result = whole(f"goal = 10\n{GAP}{parts}")
    assert result.actual is not None
    assert (str(result.actual.value), result.actual.missing) == (value, missing)
    assert result.status is status


def test_an_own_figure_after_a_gap_that_is_above_a_complete_sum_disagrees_with_it() -> None:
    for figure, disagrees in (("1", True), ("2", False), ("3", False)):  # 2 in one quarter, and the other?
        text = f'[targets.x]\nname = "X"\ngoal = 10\n{GAP}a = {{ actual = {{ H1 = {figure} }} }}'
        assert (("warning", "parts-disagree") in problem_codes(text)) is disagrees


@pytest.mark.parametrize(
    ("figures", "status"),
    [
        (("1", "1", "2.5"), Status.ON_PACE),
        (("1", "1", ""), Status.NOT_REPORTED),
        (("2", "2.5", ""), Status.NOT_REPORTED),
        (("2", "2.6", ""), Status.BEHIND),
        (("5", "4.1", ""), Status.MISSED),
    ],
)
def test_a_cap_with_a_missing_part_can_only_be_proved_behind_or_missed(
    figures: tuple[str, ...], status: Status
) -> None:
    assert whole(thirds(*map(h1, figures), head='goal = 9\ndirection = "at_most"')).status is status


def test_a_due_goal_that_a_bound_does_not_reach_is_not_missed_but_not_reported() -> None:
    body = thirds(h1("4"), h1("4.9"), "", head="goal = 9\ndue = 2024-06-30")
    assert whole(body).status is Status.NOT_REPORTED
    assert whole(body.replace("4.9", "5")).status is Status.DONE


def test_the_sum_is_of_the_same_day() -> None:
    body = thirds(", actual = { Q1 = 1, H1 = 2 }", ", actual = { Q1 = 1, 2024-06-30 = 2 }", h1("2"))
    result = whole(body)
    assert [(actual.period, str(actual.value), actual.missing) for actual in result.target.actuals] == [
        ("Q1", "2", ("c",)),
        ("H1", "6", ()),
    ]


def test_levels_are_never_summed() -> None:
    body = thirds(h1("3"), h1("3"), h1("3"), head='kind = "level"\ngoal = 3')
    assert whole(body).status is Status.NOT_REPORTED


def test_what_some_parts_used_by_the_due_date_does_not_tell_that_a_cap_was_kept_by_then() -> None:
    cap = "goal = 100\ndirection = 'at_most'\ndue = 2024-06-30\nactual = { FY = 90 }"
    for south, late in (
        ("", None),  # of June no more is known than that 30 were used, or more
        ("H1 = 60", False),
        ("H1 = 71", True),
    ):
        result = whole(
            f"{cap}\n[targets.x.parts.north]\nactual = {{ H1 = 30 }}\n"
            f"[targets.x.parts.south]\nactual = {{ {south} }}",
            "2024-12-31",
        )
        assert (result.status, result.late) == (Status.DONE, late)


# --- disagreement


LEVEL_OF_PARTS = """
    [plan]
    title = "t"
    year = 2024
    as_of = "H1"
    [targets.cover]
    name = "Coverage"
    unit = "%"
    kind = "level"
    goal = 75
    [targets.cover.parts.north]
    goal = 75
    actual = { H1 = 74 }
    [targets.cover.parts.south]
    actual = { {SOUTH} }
"""


@pytest.mark.parametrize(
    ("south", "is_told"),
    [("H1 = 77", True), ("2024-06-30 = 77", True), ("2024-05-31 = 77", False), ("", False)],
)
def test_a_level_whose_parts_have_all_reported_is_told_to_give_its_own_figure(
    run: Run, plan: Write, south: str, is_told: bool
) -> None:
    file = str(plan(LEVEL_OF_PARTS.replace("{SOUTH}", south)))
    assert ("give it an actual of its own" in run("check", "-f", file).out) is is_told
    assert ("give it an actual of its own" in run("show", "cover", "-f", file).out) is is_told
    assert ("填报该指标自身的完成值" in run("check", "-f", file, "--lang", "zh").out) is is_told
    assert run("check", "-f", file).code == 1


def test_a_total_whose_parts_have_all_reported_for_different_days_awaits_no_figure_of_its_own() -> None:
    result = whole(
        """
goal = 9
[targets.x.parts.a]
actual = { M06 = 1 }
[targets.x.parts.b]
actual = { M07 = 1 }
""",
        "2024-07-31",
    )
    assert (result.status, result.awaits_own_figure) == (Status.NOT_REPORTED, False)


@pytest.mark.parametrize(
    ("own", "parts", "agrees"),
    [
        ("6", ("2", "2", "2"), True),
        ("7", ("2", "2", "2"), False),
        ("6.1", ("2.0", "2.0", "2.0"), True),  # 0.05 each: 6.1 is 6.05 to 6.15, the sum 5.85 to 6.15
        ("6.2", ("2.0", "2.0", "2.0"), True),  # 6.15, where both intervals end
        ("6.3", ("2.0", "2.0", "2.0"), False),
        ("6.1", ("2", "2", "2"), False),  # whole numbers are counted, not rounded
        ("6.1", ("2", "2", ""), True),  # a sum that lacks a part may be completed
        ("3.9", ("2", "2", ""), False),  # but it does not shrink
    ],
)
def test_an_own_actual_and_the_sum_must_agree_within_their_rounding(
    own: str, parts: tuple[str, ...], *, agrees: bool
) -> None:
    body = thirds(*map(h1, parts), head=f"goal = 9\nactual = {{ H1 = {own} }}")
    found = problem_codes(f'[targets.x]\nname = "X"\n{body}')
    assert (("warning", "parts-disagree") not in found) is agrees
    actual = whole(body).actual
    assert actual
    assert actual.value == Decimal(own)  # whatever the sum: the target's own figure is judged


def test_each_increment_is_rounded_by_itself() -> None:
    """Two increments with one decimal each: the sums of a quarter's figures may be 0.2 apart, not 0.3."""
    head = 'goal = 9\ncounting = "per_period"\nactual = {{ Q1 = 1.0, Q2 = {} }}\n[targets.x.parts]\n'
    part = "a = { goal = 9, actual = { Q1 = 1.0, Q2 = 1.0 } }"
    for figure, count in (("1.2", 0), ("1.3", 1)):
        found = problem_codes(f'[targets.x]\nname = "X"\n{head.format(figure)}{part}')
        assert found.count(("warning", "parts-disagree")) == count


def test_the_warning_names_both_places(run: Run, plan: Write) -> None:
    path = plan('[targets.x]\nname = "X"\n' + thirds(*map(h1, "222"), head="goal = 9\nactual = { H1 = 7 }"))
    err = run("validate", "-f", path).err
    assert "warning: the parts in [targets.x.parts] add up to 6 by 2024-06-30, not to 7\n" in err
    assert "plan.toml:8:17\n" in err
    assert run("validate", "-f", path, "--strict").code == 2


# --- allocation


@pytest.mark.parametrize(
    ("head", "unallocated", "note"),
    [
        ("goal = 9", None, False),
        ("goal = 10", "9", False),
        ("goal = 8", None, True),
        ('goal = 9\ndirection = "at_most"', None, False),
        ('goal = 8\ndirection = "at_most"', "9", False),
        ('goal = 10\ndirection = "at_most"', None, True),
        ('goal = 10\nkind = "level"', None, False),
        ("", None, False),
    ],
)
def test_goals_of_parts_below_the_goal_are_a_fault_and_above_it_a_margin(
    head: str, unallocated: str | None, *, note: bool
) -> None:
    body = thirds("", "", "", head=head)
    total = unallocated_sum(whole(body).target)
    assert (None if total is None else str(total)) == unallocated
    assert (("note", "parts-margin") in problem_codes(f'[targets.x]\nname = "X"\n{body}')) is note


def test_a_part_without_a_goal_answers_for_nothing() -> None:
    body = 'goal = 9\n[targets.x.parts]\na = { goal = 5 }\nb = { owner = "B" }'
    assert str(unallocated_sum(whole(body).target)) == "5"
    assert unallocated_sum(whole(body.replace("goal = 5", 'owner = "A"')).target) is None


def test_an_allocation_fault_fails_the_check(run: Run, plan: Write) -> None:
    path = plan(
        '[targets.x]\nname = "X"\nunit = "km"\n' + thirds(h1("3"), h1("3"), h1("3"), head="goal = 10")
    )
    found = run("check", "-f", path)
    assert found.code == 1
    assert "FAIL x X: the parts' goals add up to 9 km, not to 10 km: nobody answers for 1 km\n" in found.out
    assert run("check", "-f", path, "--fail-on", "behind").code == 0


def test_a_margin_is_noted_by_validate_only_and_is_no_warning(run: Run) -> None:
    found = run("validate", "-f", PARTS, "--lang", "en", "--strict")
    assert found.code == 0
    assert found.err.startswith(
        "note: the parts' goals add up to 710, a margin of 10 above the goal of 700\n"
    )
    assert found.err.endswith("4 targets, nothing wrong\n")
    assert run("status", "-f", PARTS, "--strict").err == ""


def test_caps_of_parts_below_the_cap_are_a_margin_too(run: Run, plan: Write) -> None:
    path = plan('[targets.x]\nname = "X"\n' + thirds("", "", "", head='goal = 10\ndirection = "at_most"'))
    err = run("validate", "-f", path).err
    assert "note: the parts' caps add up to 9, a margin of 1 below the cap of 10\n" in err


# --- what `status` and `check` show


def test_a_healthy_total_does_not_hide_a_laggard(run: Run) -> None:
    out = run("status", "-f", PARTS).out
    assert "└ 清水河县" in out
    assert out.count("└") == 22  # all parts of the three targets of which one part lags
    jobs = next(line for line in out.splitlines() if line.startswith("  城镇新增就业"))
    assert jobs.split()[2:6] == ["≥3.15", "万人", "≥52.5%", "██████████┃·········"]


def test_all_parts_or_none_are_shown_on_demand(run: Run) -> None:
    assert run("status", "-f", PARTS, "--parts").out.count("└") == 31
    assert run("status", "-f", PARTS, "--no-parts").out.count("└") == 0


def test_the_check_judges_parts(run: Run) -> None:
    out = run("check", "-f", PARTS).out
    failed = [line.split()[1] for line in out.splitlines() if line.startswith("不通过 ")]
    assert failed == [
        "projects/清水河县",
        "funds/土默特左旗",
        "funds/清水河县",
        "jobs/武川县",
        "boilers/赛罕区",
    ]


def test_only_behind_shows_the_parts_that_are_behind_below_their_targets(run: Run) -> None:
    out = run("status", "-f", PARTS, "--only", "behind").out
    assert out.count("└") == 4
    assert "城镇新增就业" not in out
    silent = run("status", "-f", PARTS, "--only", "not_reported").out
    assert [line.split()[:2] for line in silent.splitlines() if "└" in line] == [["└", "武川县"]]
    assert "引进" not in silent


def test_only_behind_without_parts_shows_no_target_for_a_part(run: Run) -> None:
    out = run("status", "-f", PARTS, "--only", "behind", "--no-parts").out
    assert "引进" not in out
    assert "└" not in out


def test_machines_get_a_part_by_its_own_status(run: Run) -> None:
    found = json.loads(run("status", "-f", PARTS, "--only", "behind", "--format", "json").out)
    assert [each["id"] for each in found["targets"]] == [
        "projects/清水河县",
        "funds/土默特左旗",
        "funds/清水河县",
        "boilers/赛罕区",
    ]
    none = json.loads(run("status", "-f", PARTS, "--format", "json", "--no-parts").out)
    assert len(none["targets"]) == 4


# --- owners

OWNERS = """
[targets.roads]
name = "Roads"
owner = "City"
goal = 10
actual = { H1 = 8 }
weight = 3
[targets.roads.parts]
north = { goal = 5, owner = "North", actual = { H1 = 7 } }
south = { goal = 5, owner = "South", actual = { H1 = 1 } }
own = { goal = 1, actual = { H1 = 0 } }
[targets.trees]
name = "Trees"
owner = "North"
goal = 10
actual = { H1 = 2 }
[targets.free]
name = "Free"
goal = 10
actual = { H1 = 6 }
"""


def test_a_part_stands_under_its_own_owner(run: Run, plan: Write) -> None:
    lines = run("status", "-f", plan(OWNERS), "--group-by", "owner").out.splitlines()
    table = [line.strip().split("  ")[0] for line in lines if line][3:]
    assert table[: table.index("Free") + 1] == [
        "City",
        "Roads",
        "└ south",  # repeated for the owner of the whole, because it lags
        "└ own",
        "North",
        "Roads (north)",
        "Trees",
        "South",
        "Roads (south)",
        "without an owner",
        "Free",
    ]


def test_each_owner_has_counts_laggards_and_a_weighted_mean_of_capped_rates(run: Run, plan: Write) -> None:
    """North: 7 of 5 counts as 1 and 2 of 10 as 0.2, so the mean is 60%; the part has weight 1."""
    lines = run("status", "-f", plan(OWNERS), "--group-by", "owner").out.splitlines()
    assert [line for line in lines if " · " in line][1:] == [
        "City · 1 on pace · mean completion 80.0% (of 1)",
        "North · 1 done · 1 behind · not on pace: Trees · mean completion 60.0% (of 2)",
        "South · 1 behind · not on pace: Roads (south) · mean completion 20.0% (of 1)",
        "without an owner · 1 on pace · mean completion 60.0% (of 1)",
    ]


def test_the_weight_counts_in_an_owners_mean(run: Run, plan: Write) -> None:
    """(3 × 80% + 1 × 20%) / 4 = 65%."""
    text = OWNERS.replace('name = "Trees"\nowner = "North"', 'name = "Trees"\nowner = "City"')
    assert "mean completion 65.0% (of 2)" in run("status", "-f", plan(text), "--group-by", "owner").out


def test_an_owners_summary_counts_all_that_it_answers_for_whatever_is_shown(run: Run, plan: Write) -> None:
    out = run("status", "-f", plan(OWNERS), "--group-by", "owner", "--only", "behind").out
    assert "North · 1 done · 1 behind · not on pace: Trees · mean completion 60.0% (of 2)" in out
    assert "Roads (north)" not in out
    assert "without an owner" not in out


def test_parts_of_owners_disappear_with_no_parts(run: Run, plan: Write) -> None:
    out = run("status", "-f", plan(OWNERS), "--group-by", "owner", "--no-parts").out
    assert "South" not in out


def test_owners_and_all_parts_shows_parts_in_both_places(run: Run, plan: Write) -> None:
    out = run("status", "-f", plan(OWNERS), "--group-by", "owner", "--parts").out
    assert "└ north" in out
    assert "Roads (north)" in out


@pytest.mark.parametrize(
    ("sort", "first"), [(SortBy.FILE, "Roads (north)"), (SortBy.LEAD, "Trees"), (SortBy.RATE, "Trees")]
)
def test_parts_that_stand_by_themselves_are_sorted_among_the_targets(sort: SortBy, first: str) -> None:
    view = View(group_by=GroupBy.OWNER, sort=sort)
    report = status_report(judged(OWNERS), Language.EN, view)
    north = next(section for section in report.table.sections if section.heading == "North")
    assert north.rows[0].cells.name.text == first


@pytest.mark.parametrize("group_by", [None, GroupBy.GROUP, GroupBy.STATUS])
def test_without_owners_each_part_stands_once_below_its_target(group_by: GroupBy | None) -> None:
    found = groups(judged(OWNERS), View(group_by=group_by, parts=PartsShown.ALL))
    entries = [entry for group in found for entry in group.entries]
    assert [entry.result.target.id for entry in entries if entry.below] == [
        "roads/north",
        "roads/south",
        "roads/own",
    ]


def test_headings_by_status_are_statuses(run: Run, plan: Write) -> None:
    lines = run("status", "-f", plan(OWNERS), "--group-by", "status").out.splitlines()
    assert [line for line in lines if line in ("on pace", "behind", "done")] == ["on pace", "behind"]


@pytest.mark.parametrize("language", list(Language))
def test_the_owners_of_the_example(run: Run, language: Language) -> None:
    out = run("status", "-f", PARTS, "--group-by", "owner", "--lang", language.value).out
    assert same_as_snapshot(f"status/parts-by-owner.{language.value}.txt", out)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("turn", "group_by"), list(enumerate(GroupBy)))
def test_parts_fit_every_width(language: Language, turn: int, group_by: GroupBy) -> None:
    """The groupings have the same rows, and take turns in drawing them: each the least width and a third."""
    view = View(group_by=group_by, parts=PartsShown.ALL)
    report = status_report(evaluate(load(Path(PARTS))), language, view)
    least, *wider = telling_widths(report.table, 40, 200)
    for width in (least, *wider[turn % 3 :: 3]):
        lines = drawn(status_table.write, report, width).splitlines()
        assert max(map(cell_len, lines)) <= width


def test_where_no_part_is_new_enough_one_that_is_older_than_the_others_is_missing_once() -> None:
    found = whole("goal = 9\n[targets.x.parts]\na.actual.Q1 = 3\nb.actual.M02 = 1\n")
    assert found.actual is not None
    assert (found.actual.period, found.actual.value, found.actual.missing) == (
        "2024-06-30",
        Decimal(4),
        ("a", "b"),
    )
