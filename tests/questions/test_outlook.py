"""`outlook`: the figures of the report worked by hand, the reasons for empty ones, order, totals, formats."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from kit.judged import judged, target
from kit.program import EXAMPLE, EXAMPLES, ROOT, Run, Write
from kit.snapshot import same_as_snapshot
from kit.tables import drawn, telling_widths
from plan_tracker.formats.terminal import outlook as outlook_table
from plan_tracker.formats.terminal.bars import ASCII, UNICODE
from plan_tracker.formats.terminal.layout import fitted, unfolded
from plan_tracker.judging.evaluation import evaluate
from plan_tracker.language import Language
from plan_tracker.questions.outlook import (
    Gap,
    Outlook,
    Total,
    is_open,
    outlook,
    totals,
    worst_first,
)
from plan_tracker.reading.plan_file import load
from plan_tracker.reports.figures import multiple
from plan_tracker.reports.outlook import outlook_report
from plan_tracker.reports.projection import projected_text
from plan_tracker.reports.rows import row
from plan_tracker.reports.view import PartsShown

LEVEL = 'kind = "level"\nunit = "%"\n'


def figures_of(found: Outlook | Total, names: str) -> list[str | None]:
    values = [getattr(found, name) for name in names.split()]
    return [None if value is None else str(value) for value in values]


# --- the figures of the report


def test_the_projects_of_the_report_need_210_more_at_a_multiple_of_1_11() -> None:
    ahead = outlook(target("goal = 400\nactual = { H1 = 190 }")[1])
    assert figures_of(ahead, "remaining projected") == ["210", "380"]
    assert ahead.required_multiple == Fraction(210, 190)
    assert str(multiple(ahead.required_multiple)) == "1.11"


def test_the_investment_of_the_report_leaves_119_uncovered() -> None:
    ahead = outlook(target("goal = 1550\nactual = { H1 = 871 }\ncommitted = { a = 100, b = 410, c = 50 }")[1])
    assert figures_of(ahead, "remaining committed uncovered") == ["679", "560", "119"]
    assert ahead.coverage == Fraction(560, 679)  # 0.8247…
    assert ahead.projected == 1742


def test_a_target_due_in_september_has_a_third_of_its_time_left_in_june() -> None:
    """21 of 36: 15 left in 3 months, against 21 in 6; 21 by two thirds make 31.5."""
    ahead = outlook(target("goal = 36\ndue = 2024-09-30\nactual = { H1 = 21 }")[1])
    assert figures_of(ahead, "required_multiple projected") == ["10/7", "63/2"]


def test_the_projection_follows_the_targets_own_curve() -> None:
    """40% expected by mid-year: 200 make 500, and the 200 left have 60% of the pace."""
    ahead = outlook(target('goal = 400\npace = { H1 = "40%" }\nactual = { H1 = 200 }')[1])
    assert figures_of(ahead, "projected required_multiple") == ["500", "2/3"]


def test_a_level_that_is_held_at_its_baseline_has_as_much_left_as_it_fell() -> None:
    """2 lost in half the time make 4."""
    ahead = outlook(target(LEVEL + "baseline = 60\ngoal = 60\nactual = { H1 = 58 }")[1])
    assert figures_of(ahead, "remaining projected") == ["2", "56"]


def test_of_a_bound_only_that_nothing_remains_is_proven() -> None:
    bound = 'counting = "per_period"\nactual = { Q2 = 5 }\ngoal = '
    reached, broken = (outlook(target(bound + goal)[1]) for goal in ("4", '4\ndirection = "at_most"'))
    assert figures_of(reached, "remaining projected") == ["0", None]
    assert figures_of(broken, "remaining projected") == [None, None]  # it may be over by more than 1
    assert broken.why["remaining"] is Gap.INCOMPLETE


def test_a_level_with_a_baseline_projects_from_its_baseline() -> None:
    """From 70 towards 80: 4 in half the time make 78."""
    ahead = outlook(target(LEVEL + "baseline = 70\ngoal = 80\nactual = { H1 = 74 }\ncommitted = 3")[1])
    assert figures_of(ahead, "remaining projected committed") == ["6", "78", "3"]
    assert figures_of(ahead, "required_multiple coverage uncovered") == [None, None, None]


def test_a_falling_level_has_still_to_fall() -> None:
    ahead = outlook(target(LEVEL + "baseline = 18.4\ngoal = 15\nactual = { H1 = 17.3 }")[1])
    assert figures_of(ahead, "remaining projected") == ["23/10", "81/5"]


def test_a_level_beyond_its_goal_has_nothing_left() -> None:
    assert outlook(target(LEVEL + "baseline = 70\ngoal = 80\nactual = { H1 = 81 }")[1]).remaining == 0


@pytest.mark.parametrize(("used", "headroom"), [("5.5", "4.5"), ("11", "-1")])
def test_a_cap_has_headroom_which_is_negative_when_broken(used: str, headroom: str) -> None:
    ahead = outlook(target(f'goal = 10\ndirection = "at_most"\nactual = {{ H1 = {used} }}\ncommitted = 1')[1])
    assert ahead.remaining == Fraction(headroom)
    assert ahead.projected == 2 * Fraction(used)
    assert figures_of(ahead, "required_multiple coverage") == [None, None]


@pytest.mark.parametrize(
    ("used", "en", "zh"), [("5.5", "headroom 4.5", "余量4.5"), ("11", "over by 1", "超出1")]
)
def test_what_remains_of_a_cap_is_no_work_to_do(run: Run, plan: Write, used: str, en: str, zh: str) -> None:
    text = f'[targets.x]\nname = "X"\ngoal = 10\ndirection = "at_most"\nactual = {{ H1 = {used} }}\n'
    for language, said in (("en", en), ("zh", zh)):
        out = run("outlook", "-f", plan(text), "--format", "markdown", "--lang", language).out
        assert f" {said} |" in out


def test_a_goal_exceeded_leaves_nothing_and_needs_nothing() -> None:
    ahead = outlook(target("goal = 10\nactual = { H1 = 12 }\ncommitted = 5")[1])
    assert figures_of(ahead, "remaining required_multiple uncovered") == ["0", "0", "0"]
    assert (ahead.coverage, ahead.why["coverage"]) == (None, Gap.NOTHING_REMAINS)


# --- why a figure is empty


@pytest.mark.parametrize(
    ("body", "as_of", "figure", "gap"),
    [
        ("actual = { H1 = 1 }", "H1", "remaining", Gap.NO_GOAL),
        ("goal = 4", "H1", "projected", Gap.NO_ACTUAL),
        (LEVEL + "goal = 4\nactual = { H1 = 1 }", "H1", "remaining", Gap.HELD),
        ('goal = 4\npace = "at_due"\nactual = { H1 = 1 }', "H1", "projected", Gap.NOT_JUDGED),
        ('goal = 4\npace = "at_due"\nactual = { H1 = 1 }', "H1", "required_multiple", Gap.NOT_JUDGED),
        ("goal = 4\nactual = { Q1 = 1 }", "H1", "projected", Gap.NOT_JUDGED),
        ('goal = 4\npace = { H1 = "0%" }\nactual = { H1 = 1 }', "H1", "projected", Gap.NO_PACE_YET),
        ('goal = 4\npace = { H1 = "0%" }\nactual = { H1 = 1 }', "H1", "required_multiple", Gap.NO_PACE_YET),
        ("goal = 4\nactual = { FY = 3 }", "FY", "required_multiple", Gap.NO_TIME_LEFT),
        ("goal = 4\nactual = { FY = 4 }", "FY", "required_multiple", Gap.NOTHING_REMAINS),
        ("goal = 4\nactual = { H1 = 0 }", "H1", "required_multiple", Gap.NOTHING_DONE),
        ('goal = 4\ndirection = "at_most"\nactual = { H1 = 1 }', "H1", "coverage", Gap.NOT_FOR_CAPS),
        (LEVEL + "baseline = 0\ngoal = 4\nactual = { H1 = 1 }", "H1", "uncovered", Gap.NOT_FOR_LEVELS),
        ("goal = 4\nactual = { H1 = 1 }", "H1", "coverage", Gap.NOT_COMMITTED),
        ("goal = 4\nactual = { H1 = 1 }", "H1", "committed", Gap.NOT_COMMITTED),
        ('goal = 4\ncounting = "per_period"\nactual = { Q2 = 1 }', "H1", "remaining", Gap.INCOMPLETE),
        ('goal = 4\ncounting = "per_period"\nactual = { Q2 = 5 }', "H1", "projected", Gap.INCOMPLETE),
    ],
)
def test_an_empty_figure_has_its_reason(body: str, as_of: str, figure: str, gap: Gap) -> None:
    ahead = outlook(target(body, as_of)[1])
    assert ahead.why[figure] is gap
    assert getattr(ahead, figure) is None


FIGURE = st.integers(0, 40).map(lambda tenths: str(Decimal(tenths) / 10))
BODIES = st.builds(
    lambda kind, pace, actual, work: f"{kind}{pace}{actual}{work}",
    st.sampled_from(
        [
            "goal = 2.0\n",
            'goal = 2.0\ndirection = "at_most"\n',
            'goal = 0\ndirection = "at_most"\n',
            LEVEL + "goal = 2.0\n",
            LEVEL + "goal = 2.0\nbaseline = 1.0\n",
            LEVEL + "goal = 2.0\nbaseline = 3.0\n",
            LEVEL + "goal = 2.0\nbaseline = 2.0\n",
            "",
        ]
    ),
    st.sampled_from(["", "due = 2024-05-31\n", "start = 2024-08-01\ndue = 2024-12-01\n"]),
    st.one_of(st.just(""), FIGURE.map(lambda figure: f"actual = {{ 2024-08-31 = {figure} }}\n")),
    st.one_of(st.just(""), FIGURE.map(lambda figure: f"committed = {figure}\n")),
)


@settings(deadline=None)  # each example reads a plan
@given(BODIES, st.sampled_from(["2024-06-30", "2024-08-31", "2024-12-31"]))
def test_every_figure_is_there_or_has_a_reason(body: str, as_of: str) -> None:
    ahead = outlook(target(body, as_of)[1])
    for figure in Outlook._fields[:-1]:
        assert (getattr(ahead, figure) is None) == (figure in ahead.why)


@settings(deadline=None)  # each example reads a plan
@given(st.sampled_from(["", "start = 2024-08-01\ndue = 2024-12-01\n"]), FIGURE)
def test_the_multiple_and_the_projection_agree_whether_the_goal_is_in_reach(span: str, actual: str) -> None:
    assume(Fraction(actual))
    result = target(f"goal = 2.0\n{span}actual = {{ 2024-08-31 = {actual} }}\n", "2024-08-31")[1]
    ahead = outlook(result)
    assert ahead.required_multiple is not None
    assert ahead.projected is not None
    assert (ahead.required_multiple <= 1) == (ahead.projected >= 2)


# --- figures never look better than the truth


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("210/190", "1.11"),
        ("1004/1000", "1.004"),
        ("1", "1.00"),
        ("996/1000", "0.996"),
        ("9996/10000", "0.9996"),
        ("1/1000", "0.001"),
        ("0", "0.00"),
        ("10", "10.00"),
    ],
)
def test_a_multiple_is_not_shown_as_1_or_0_unless_it_is(value: str, shown: str) -> None:
    assert str(multiple(Fraction(value))) == shown


def test_a_coverage_just_short_of_all_is_not_shown_as_all(run: Run, plan: Write) -> None:
    body = 'name = "X"\ngoal = 20000\nactual = {{ H1 = 10000 }}\ncommitted = {}\n[targets.{}]\n'
    text = "[targets.a]\n" + body.format("9996", "b") + body.format("10000", "c") + body.format("10004", "d")
    lines = run("outlook", "-f", plan(text + 'name = "Y"\ngoal = 1\n')).out.splitlines()
    assert [line.split()[6] for line in lines if line.startswith("X")] == [
        "99.96%",
        "100.0%",
        "covered",  # 100.04%
    ]


FALLS = LEVEL + "baseline = 18.4\ngoal = 15\n"
ACCIDENTS = 'unit = "人"\ndirection = "at_most"\ngoal = 40\n'
PROJECTED = [
    # 227 of 229 in half the year: a pace of 0.5 × 229/227 is 6.0529 months, and 0.0529 of July are 1.64 days
    ("goal = 229\nactual = { H1 = 227 }", "reached 2024-07-02", "2024年7月2日达标"),
    ("goal = 400\nactual = { H1 = 200 }", "400", "400"),
    ("goal = 400\nactual = { H1 = 150 }", "300", "300"),
    # a curve: the goal at 0.4 × 300/240 = 50% of the pace, a sixth of the way from 40% to 100%: 31 July
    ('goal = 300\npace = { H1 = "40%" }\nactual = { H1 = 240 }', "reached 2024-07-31", "2024年7月31日达标"),
    # 2.3 of 3.4 points down: 0.5 × 3.4/2.3 of twelve months are 8.8696, of September 26.09 days
    (FALLS + "actual = { H1 = 16.1 }", "reached 2024-09-27", "2024年9月27日达标"),
    (FALLS + "actual = { H1 = 14.8 }", "reached", "已达标"),
    (FALLS + "actual = { H1 = 17.3 }", "16.2", "16.2"),
    # of whole things a whole number, to the worse side: 129 in 8 months of 12 make 193.5, 27 make 40.5
    ("goal = 400\nactual = { M08 = 129 }", "193", "193"),
    ("goal = 400\nactual = { M08 = 129.0 }", "193.5", "193.5"),
    ("goal = 400.0\nactual = { M08 = 129 }", "193.5", "193.5"),
    ("goal = 400\nactual = { H1 = 90.5, M08 = 129 }", "193.5", "193.5"),
    (ACCIDENTS + "actual = { M08 = 27 }", "41", "41"),
    # 28 in 8.516 months (16 September is 8 + 16/30) make 39.375: not 40, the cap itself
    (ACCIDENTS + "actual = { 2024-09-16 = 28 }", "39.38", "39.38"),
    (LEVEL + "baseline = 20\ngoal = 10\nactual = { M08 = 15 }", "13", "13"),  # 20 − 5 × 12/8 is 12.5
]


@pytest.mark.parametrize(("body", "english", "chinese"), PROJECTED)
def test_a_projection_is_told_only_up_to_the_goal_else_the_day_that_reaches_it(
    body: str, english: str, chinese: str
) -> None:
    result = target(body, "2024-09-30" if "2024-09-16" in body else "M08")[1]
    ahead = outlook(result)
    assert [projected_text(result, ahead, each) for each in (Language.EN, Language.ZH)] == [english, chinese]


def test_nobody_reads_coverage_in_hundred_thousands_of_per_cent(run: Run, plan: Write) -> None:
    path = plan('[targets.a]\nname = "X"\ngoal = 300\nactual = { H1 = 100 }\ncommitted = 200000\n')
    assert "100000" not in run("outlook", "-f", path).out
    assert "足额" in run("outlook", "-f", path, "--lang", "zh").out
    assert "coverage: covered\n" in run("show", "a", "-f", path).out


def test_a_projection_just_short_of_the_goal_is_not_shown_as_the_goal(run: Run, plan: Write) -> None:
    out = run("outlook", "-f", plan('[targets.a]\nname = "X"\ngoal = 400\nactual = { H1 = 199.9999 }\n')).out
    assert "399.9998" in out
    assert "1.000001" in out


def test_what_remains_keeps_all_its_digits_for_machines_too() -> None:
    _, result = target("goal = 1.00000000001\nactual = { H1 = 1 }\ncommitted = 0.000000000001")
    fields = row(result)
    remaining, uncovered = fields["remaining"], fields["uncovered"]
    assert isinstance(remaining, Decimal)
    assert isinstance(uncovered, Decimal)
    assert format(remaining, "f") == "0.00000000001"
    assert format(uncovered, "f") == "0.000000000009"


# --- order and totals


def ids(text: str, as_of: str = "2024-06-30") -> list[str]:
    return [result.target.id for result in worst_first(judged(text, as_of).results)]


def test_the_largest_change_of_speed_comes_first() -> None:
    """By lag `slow` (-25 points) would stand before `short` (-6.7), which has less time left."""
    text = """
[targets.well]
name = "1: needs 0.67 of its speed"
goal = 10
actual = { H1 = 6 }
[targets.slow]
name = "needs 3 times its speed"
goal = 100
actual = { H1 = 25 }
[targets.short]
name = "needs 5 times: 0.5 of 1 left in a tenth of the way"
goal = 100
pace = { H1 = "90%" }
actual = { H1 = 60 }
[targets.unknown]
name = "not judged"
goal = 10
actual = { H1 = 1 }
pace = "at_due"
[targets.nothing]
name = "nothing is done"
goal = 10
actual = { H1 = 0 }
[targets.cap]
name = "must go at a quarter of its speed"
goal = 10
direction = "at_most"
actual = { H1 = 8 }
[targets.broken]
name = "broken"
goal = 10
direction = "at_most"
actual = { H1 = 11 }
[targets.level]
name = "needs 4 times its speed less a little"
kind = "level"
baseline = 0
goal = 100
actual = { H1 = 20.5 }
[targets.over]
name = "beyond"
kind = "level"
baseline = 0
goal = 100
actual = { H1 = 120 }
"""
    order = ["nothing", "broken", "short", "cap", "level", "slow", "well", "over", "unknown"]
    assert ids(text) == order


def test_of_equal_multiples_the_least_covered_comes_first() -> None:
    body = 'name = "X"\ngoal = 10\nactual = { H1 = 4 }\n'
    text = f"[targets.all]\n{body}committed = 6\n[targets.half]\n{body}committed = 3\n[targets.none]\n{body}"
    assert ids(text) == ["none", "half", "all"]


def test_what_is_missed_is_worse_than_what_can_still_be_reached() -> None:
    text = """
[targets.hard]
name = "hard"
goal = 1000
actual = { H1 = 1 }
[targets.missed]
name = "missed"
goal = 10
due = 2024-05-31
actual = { 2024-05-31 = 9.9 }
"""
    assert ids(text) == ["missed", "hard"]


GROUP = """
[targets.a]
name = "A"
group = "G"
unit = "km"
goal = 10
actual = { H1 = 4 }
committed = 9
[targets.b]
name = "B"
group = "G"
unit = "km"
goal = 10
actual = { H1 = 2 }
committed = 2
[targets.done]
name = "Done"
group = "G"
unit = "people"
goal = 1
actual = { H1 = 1 }
"""


def test_a_groups_total_is_not_covered_by_what_one_target_has_too_much() -> None:
    """6 and 8 are left; 9 covers the 6, 2 of the 8 are covered: 6 are not, and 8 of 14 are."""
    (total,) = totals(judged(GROUP).results)
    assert figures_of(total, "group unit targets") == ["G", "km", "2"]
    assert figures_of(total, "remaining committed uncovered") == ["14", "11", "6"]
    assert total.coverage == Fraction(8, 14)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('unit = "km"\ngoal = 10\nactual = { H1 = 2 }', 'unit = "m"\ngoal = 10\nactual = { H1 = 2 }'),
        ("actual = { H1 = 2 }\n", ""),
        ("goal = 10\nactual = { H1 = 2 }", 'goal = 10\nkind = "level"\nactual = { H1 = 2 }'),
        ("goal = 10\nactual = { H1 = 2 }", 'goal = 10\ndirection = "at_most"\nactual = { H1 = 2 }'),
        ('group = "G"\nunit = "km"\ngoal = 10\nactual = { H1 = 2 }', "goal = 10\nactual = { H1 = 2 }"),
    ],
    ids=["units differ", "one is silent", "a level", "a cap", "alone in its group"],
)
def test_what_cannot_be_added_has_no_total(before: str, after: str) -> None:
    assert before in GROUP
    assert totals(judged(GROUP.replace(before, after)).results) == []


def test_figures_without_a_unit_count_unlike_things_and_are_not_added() -> None:
    assert totals(judged(GROUP.replace('unit = "km"\n', "")).results) == []


def test_a_total_is_covered_only_where_every_target_says_what_is_committed() -> None:
    (total,) = totals(judged(GROUP.replace("committed = 2\n", "")).results)
    assert figures_of(total, "remaining committed uncovered coverage") == ["14", None, None, None]


# --- what people and machines see


def test_done_targets_and_those_without_a_goal_are_not_open() -> None:
    evaluation = judged(GROUP + '[targets.free]\nname = "Free"\nactual = { H1 = 1 }\n')
    assert [result.target.id for result in evaluation.results if is_open(result)] == ["a", "b"]


def test_a_target_without_an_outlook_is_named_with_its_reason(run: Run, plan: Write) -> None:
    text = GROUP + '[targets.silent]\nname = "Silent"\ngoal = 3\n[targets.hold]\nname = "Hold"\ngoal = 3\n'
    out = run("outlook", "-f", plan(text + 'kind = "level"\nactual = { H1 = 3 }\n')).out
    assert "without an outlook (nothing is reported): Silent\n" in out
    assert "without an outlook (a level to hold is judged as it stands, nothing is projected): Hold\n" in out
    assert "G, 2 targets together: remaining 14 km, committed 11, coverage 57.1%, uncovered 6\n" in out


def test_a_plan_with_nothing_open_says_so(run: Run, plan: Write) -> None:
    found = run("outlook", "-f", plan('[targets.a]\nname = "A"\ngoal = 1\nactual = { H1 = 1 }\n'))
    assert (found.code, found.out.splitlines()[1:]) == (0, ["no target is left to complete"])


def test_json_has_the_open_targets_worst_first_and_the_totals(run: Run, plan: Write) -> None:
    found = json.loads(run("outlook", "-f", plan(GROUP), "--format", "json").out)
    assert [(each["id"], each["remaining"], each["uncovered"]) for each in found["targets"]] == [
        ("b", 8, 6),
        ("a", 6, 0),
    ]
    assert found["totals"] == [
        {
            "group": "G",
            "unit": "km",
            "targets": 2,
            "remaining": 14,
            "committed": 11,
            "coverage": 0.571429,
            "uncovered": 6,
        }
    ]
    assert found["summary"]["targets"] == 3


def test_parts_stand_below_their_target_in_the_outlook(run: Run) -> None:
    path = str(ROOT / "examples" / "parts.toml")
    assert "└ 清水河县" in run("outlook", "-f", path).out
    assert "└" not in run("outlook", "-f", path, "--no-parts").out
    with_parts = json.loads(run("outlook", "-f", path, "--format", "json").out)["targets"]
    without = json.loads(run("outlook", "-f", path, "--format", "json", "--no-parts").out)["targets"]
    assert [each["parent"] for each in with_parts].count("jobs") == 9
    assert {each["parent"] for each in without} == {None}


def test_a_done_target_stands_above_a_part_that_still_lags(run: Run, plan: Write) -> None:
    text = """
[targets.x]
name = "Whole"
goal = 10
[targets.x.parts]
good = { goal = 5, actual = { H1 = 10 } }
bad = { goal = 5, actual = { H1 = 1 } }
"""
    lines = run("outlook", "-f", plan(text)).out.splitlines()
    assert [line.split()[0] for line in lines[3:5]] == ["Whole", "└"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_outlook_of_the_examples(run: Run, example: Path, language: str) -> None:
    out = run("outlook", "-f", str(example), "--lang", language).out
    assert same_as_snapshot(f"outlook/{example.stem}.{language}.txt", out)


def test_the_outlook_as_markdown(run: Run) -> None:
    path = str(ROOT / "examples" / "fiscal.toml")
    assert same_as_snapshot("outlook/fiscal.en.md", run("outlook", "-f", path, "--format", "markdown").out)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_outlook_fits_every_width_and_drops_columns_whole(example: Path, language: Language) -> None:
    report = outlook_report(evaluate(load(example)), language, PartsShown.ALL)
    full = unfolded(report.table, UNICODE).widths
    may_go = sorted((column for column in full if column.rank), key=lambda column: column.rank)
    for width in telling_widths(report.table, 24, 200):
        glyphs = ASCII if width % 2 else UNICODE
        lines = drawn(outlook_table.write, report, width, glyphs=glyphs).splitlines()
        assert max(map(cell_len, lines)) <= width
    for width in range(24, 201):
        kept = fitted(report.table, width, ASCII if width % 2 else UNICODE).widths
        gone = [column for column in may_go if column not in kept]
        assert gone == may_go[: len(gone)]


def test_the_example_of_the_issue_reads_119_uncovered(run: Run) -> None:
    lines = run("outlook", "-f", str(EXAMPLE)).out.splitlines()
    line = next(line for line in lines if line.startswith("重点项目年度投资"))
    assert line.split()[1:9] == ["679", "亿元", "113.2", "145.2", "+23", "2024-11-21", "82.5%", "119"]
