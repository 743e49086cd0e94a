"""What a column says of goals in `import`: a baseline makes levels, a heading such as Limit makes caps."""

from pathlib import Path

import pytest

from kit.imported import targets, write_table
from kit.program import Run


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        ("92.7,≥90,93.1", ("at_least", "on_pace")),
        ("92.7,≥90,89", ("at_least", "behind")),
        ("28,≤30,27", ("at_most", "on_pace")),
        ("5.1,5.5以内,5.2", ("at_most", "on_pace")),
    ],
)
def test_a_baseline_that_meets_its_goal_already_is_left_out_and_told(
    run: Run, tmp_path: Path, row: str, verdict: tuple[str, str]
) -> None:
    """It turned the direction: air that was better than before, and than the goal, was behind."""
    table = f"指标,单位,基数,2024年目标,上半年完成\n甲,%,{row}\n"
    (made,) = targets(run, tmp_path, table).values()
    assert made.target.baseline is None
    assert (made.target.direction.value, made.status.value) == verdict
    told = run("import", str(tmp_path / "t.csv"), "--year", "2024", "--lang", "en").err
    assert "row 2: the baseline meets the goal already, so it is left out: a level to hold\n" in told


def test_a_direction_of_its_own_column_counts_too(run: Run, tmp_path: Path) -> None:
    table = "KPI,Unit,Direction,Baseline,Target 2024,H1\nWaiting,min,Lower is better,28,30,27\n"
    (made,) = targets(run, tmp_path, table).values()
    assert (made.target.baseline, made.target.direction.value, made.status.value) == (
        None,
        "at_most",
        "on_pace",
    )


@pytest.mark.parametrize(
    ("baseline", "goal", "actual"), [("40.1", "≥40.5", "40.3"), ("14", "≤10", "12"), ("14", "10", "12")]
)
def test_a_level_on_its_way_keeps_its_baseline_and_is_told(
    run: Run, tmp_path: Path, baseline: str, goal: str, actual: str
) -> None:
    table = f"KPI,Unit,Baseline,Target 2024,H1\nShare,u,{baseline},{goal},{actual}\n"
    (made,) = targets(run, tmp_path, table).values()
    assert str(made.target.baseline) == baseline
    assert (
        'note: with a baseline, so taken as levels (kind = "level"); delete the baseline where totals are '
        "meant: share\n" in run("import", str(tmp_path / "t.csv"), "--year", "2024").err
    )


@pytest.mark.parametrize(
    ("unit", "goal"), [("percent", "92.0%"), ("Percentage", "92.0"), ("per cent", "92%")]
)
def test_a_percentage_in_words_is_a_level_like_any_other(
    run: Run, tmp_path: Path, unit: str, goal: str
) -> None:
    (made,) = targets(run, tmp_path, f"KPI,Unit,Target 2024,H1\nClaims in time,{unit},{goal},91\n").values()
    assert (made.target.kind.value, made.status.value) == ("level", "behind")


@pytest.mark.parametrize(
    ("row", "kind", "baseline"),
    [
        ("Wells drilled,wells,0,40,16", "cumulative", None),
        ("Wells drilled,wells,0,≥40,16", "cumulative", None),
        ("Villages certified,villages,3,25,10", "level", "3"),
        ("Coverage rate,districts,0,40,16", "level", "0"),
        ("Households served,%,0,40,16", "level", "0"),
        ("Complaints,cases,0,≤40,16", "cumulative", None),  # a cap on a total, like one without a baseline
        ("Unemployment rate,points,0,≤40,16", "level", None),  # it meets the goal
    ],
)
def test_a_baseline_of_0_is_where_totals_begin(
    run: Run, tmp_path: Path, row: str, kind: str, baseline: str | None
) -> None:
    (made,) = targets(run, tmp_path, f"Indicator,Unit,Baseline,Target 2024,H1\n{row}\n").values()
    found = made.target
    assert (found.kind.value, None if found.baseline is None else str(found.baseline)) == (kind, baseline)
    told = run("import", str(tmp_path / "t.csv"), "--year", "2024").err
    assert ("row 2: a baseline of 0 is where running totals begin, so it is left out" in told) == (
        kind == "cumulative"
    )


@pytest.mark.parametrize(
    ("figures", "is_doubted"), [("9,19,41", True), ("9,60,70", True), ("56,70,70", False), (",,", False)]
)
def test_totals_with_a_baseline_need_a_yes(run: Run, tmp_path: Path, figures: str, is_doubted: bool) -> None:
    """Last year's total is often headed so; 41 of 130 was judged as 345% of the way back from 110."""
    file = write_table(tmp_path, f"KPI,Unit,Baseline,Target 2024,M01,M02,M03\nRevenue,m,110,130,{figures}\n")
    done = run("import", file, "--year", "2024")
    doubt = "row 2: figures begin at less than half of baseline and goal, as running totals do; these"
    assert (done.code, doubt in done.err) == ((2, True) if is_doubted else (0, False))
    assert run("import", file, "--year", "2024", "--yes").code == 0


def test_a_goal_that_says_the_usual_limit_differs_from_no_other(run: Run, tmp_path: Path) -> None:
    table = "District,Indicator,Unit,Goal\nEast,Homes,homes,≥60\nWest,Homes,homes,40\n"
    assert [*targets(run, tmp_path, table)] == ["homes", "homes/east", "homes/west"]


@pytest.mark.parametrize(
    "heading", ["控制目标", "2024年控制数", "能耗上限", "Annual limit", "Cap (t)", "Ceiling"]
)
def test_goals_below_a_heading_of_limits_are_caps_and_that_is_told(
    run: Run, tmp_path: Path, heading: str
) -> None:
    """Whoever named the column as that of the goals got totals to reach."""
    table = f"Metric,{heading},H1\nCO2,800,207\nPlan,≥9,5\n"
    cap, total = targets(run, tmp_path, table, "--column", "goal=B").values()
    assert (cap.target.direction.value, total.target.direction.value) == ("at_most", "at_least")
    told = run("import", str(tmp_path / "t.csv"), "--year", "2024", "--lang", "en", "--column", "goal=B").err
    assert "note: row 2: goals read as the most that is allowed, as their heading says\n" in told


@pytest.mark.parametrize(
    "heading", ["控制目标", "2024年控制数", "上限", "Annual limit", "Cap (t)", "Ceiling"]
)
def test_a_heading_of_limits_is_one_of_goals(run: Run, tmp_path: Path, heading: str) -> None:
    (cap,) = targets(run, tmp_path, f"Metric,{heading},H1\nCO2,800,207\n").values()
    assert (str(cap.target.goal), cap.target.direction.value) == ("800", "at_most")


def test_a_direction_of_its_own_goes_before_the_heading(run: Run, tmp_path: Path) -> None:
    table = "KPI,Direction,Limit,H1\nRooms,Higher is better,80,50\n"
    (made,) = targets(run, tmp_path, table).values()
    assert made.target.direction.value == "at_least"


@pytest.mark.parametrize(
    "heading", ["控制数", "2024年上限", "Upper limit", "Cap (t)", "考核目标", "责任目标", "工作目标"]
)
@pytest.mark.parametrize("goal", ["目标值", "Target", "2024 goal (t)"])
def test_limits_and_other_less_usual_words_mean_nothing_beside_a_goal(
    run: Run, tmp_path: Path, heading: str, goal: str
) -> None:
    """A table with 目标值 and 控制数 was refused once the second was known."""
    for headings, figures in ((f"{goal},{heading}", "800,900"), (f"{heading},{goal}", "900,800")):
        (made,) = targets(run, tmp_path, f"Metric,{headings},H1\nCO2,{figures},207\n").values()
        assert (str(made.target.goal), made.target.direction.value) == ("800", "at_least")


def test_an_outturn_means_nothing_beside_an_actual(run: Run, tmp_path: Path) -> None:
    for headings, figures in (("Actual,Outturn", "240,480"), ("Outturn,Note", "240,late")):
        table = f"Metric,Goal,{headings}\nHomes,500,{figures}\n"
        (made,) = targets(run, tmp_path, table, "--period", "H1").values()
        assert made.actual
        assert str(made.actual.value) == "240"


def test_a_milestone_within_the_year_is_no_actual(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "Indicator,Target 2024,Milestone June 2024\nWells,40,15\n")
    made = run("import", table)
    assert (made.code, "goal = 40\n" in made.out, "actual" in made.out) == (0, True, False)
    assert "C       Milestone June 2024  (left out) a goal for less than the year\n" in made.err


@pytest.mark.parametrize(
    ("heading", "low", "high"),
    [
        ("Polarity", "Low", "High"),
        ("Good to be", "Lower", "Higher"),
        ("Good performance", "Smaller is better", "Bigger is better"),
        ("Desired direction", "Minimise", "Maximise"),
        ("指标性质", "逆向", "正向"),
        ("性质", "越小越好", "越大越好"),
        ("指标方向", "负向指标", "正指标"),
        ("Good is", "↓", "↑"),
        ("Direction", "Decrease", "Increase"),
    ],
)
def test_which_side_is_good_is_said_in_a_column_of_its_own(
    run: Run, tmp_path: Path, heading: str, low: str, high: str
) -> None:
    """Below Polarity a cap of 40 missed bins became a goal of at least 40."""
    table = f"指标,{heading},目标\n甲,{low},40\n乙,{high},400\n"
    made = targets(run, tmp_path, table)
    assert [each.target.direction.value for each in made.values()] == ["at_most", "at_least"]


def test_that_something_falls_says_no_side_of_a_goal(run: Run, tmp_path: Path) -> None:
    """降幅 of 3% to reach became 3% at most."""
    refused = run("import", write_table(tmp_path, "指标,方向,目标\n能耗降幅（%）,下降,3\n", "t.csv"))
    assert (refused.code, refused.out) == (2, "")
    assert "无法识别 `下降`" in refused.err


def test_a_risk_is_no_side_of_a_goal(run: Run, tmp_path: Path) -> None:
    made = targets(run, tmp_path, "name,Risk,Target\nA,Low,40\nB,High,400\n")
    assert [each.target.direction.value for each in made.values()] == ["at_least", "at_least"]


def test_the_values_and_years_of_baselines_and_targets_stand_apart(run: Run, tmp_path: Path) -> None:
    """As in logical frameworks: 2023 became the baseline, and 2024 the goal."""
    table = (
        "Indicator,Unit,Baseline,,Target,,H1 actual\n,,Value,Year,Value,Year,\n"
        "Share of poor,%,40,2023,30,2024,34\nChildren at school,%,80,2023,90,2024,86\n"
    )
    poor, school = (each.target for each in targets(run, tmp_path, table).values())
    assert [str(each) for each in (poor.baseline, poor.goal, school.baseline, school.goal)] == [
        *("40", "30", "80", "90")
    ]


def test_a_column_of_years_is_not_proposed_for_goals(run: Run, tmp_path: Path) -> None:
    table = "Indicator,Unit,Target,,Actual\n,,Year,Level,\nPoor,%,2024,30,34\nAt school,%,2024,90,86\n"
    refused = run("import", write_table(tmp_path, table), "--year", "2024", "--period", "H1")
    assert "C       Target/Year   (left out) years, no figures\n" in refused.err
    assert "(name it: --column goal=D)" in refused.err
