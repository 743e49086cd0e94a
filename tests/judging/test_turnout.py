"""Who has reported for the latest period, which one is complete, and what a period is called."""

from datetime import date

import pytest

from kit.judged import HEAD, judged
from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.turnout import Turnout, label_on, turnout
from plan_tracker.language import Language
from plan_tracker.reports.periods import period_on, turnout_text

MONTHLY = '[plan]\ntitle = "P"\nyear = 2024\nreporting = "month"\n'
FROM_APRIL = MONTHLY.replace("year = 2024", "start = 2024-04-01\nend = 2025-03-31")


def targets(*actuals: str, keys: str = "goal = 1200") -> str:
    return "".join(
        f'[targets.t{number}]\nname = "T"\n{keys}\nactual = {{ {actual} }}\n'
        for number, actual in enumerate(actuals)
    )


def counted(evaluation: Evaluation) -> Turnout | None:
    return turnout(evaluation.plan, evaluation.as_of)


def test_the_first_of_forty_that_reports_does_not_hide_the_others() -> None:
    ten = ["M10 = 1000"] * 39
    evaluation = judged(MONTHLY + targets("M10 = 1000, M11 = 1100", *ten), "M11")
    assert counted(evaluation) == Turnout(date(2024, 11, 30), 1, 40, date(2024, 10, 31))
    assert turnout_text(evaluation, Language.EN) == "1 of 40 reported for M11; complete as of M10"
    assert turnout_text(evaluation, Language.ZH) == "1—11月应报40项，已报1项；1—10月数据齐全"


def test_where_all_have_reported_nothing_is_said() -> None:
    assert counted(judged(MONTHLY + targets("M10 = 1000", "M10 = 900"), "M10")) is None


def test_between_two_dates_the_last_one_is_asked_for() -> None:
    found = counted(judged(MONTHLY + targets("M10 = 1000", "M09 = 900"), "2024-11-15"))
    assert found == Turnout(date(2024, 10, 31), 1, 2, None)  # nobody reported for M09 but the second


def test_one_that_never_reported_leaves_no_day_complete() -> None:
    body = (
        targets("M01 = 100, M02 = 200, M03 = 300", "") + '[targets.free]\nname = "F"\nactual = { M01 = 1 }\n'
    )
    found = counted(judged(MONTHLY + body, "M03"))
    assert found == Turnout(date(2024, 3, 31), 1, 2, None)  # one without a goal owes nothing


def test_targets_that_report_more_seldom_owe_nothing_between() -> None:
    seldom = '[targets.half]\nname = "H"\ngoal = 10\nreporting = "half-year"\nactual = { H1 = 5 }\n'
    months = ", ".join(f"M{n:02} = {n}00" for n in range(1, 9))
    found = counted(judged(MONTHLY + targets(months + ", M09 = 900", months) + seldom, "M09"))
    assert found == Turnout(date(2024, 9, 30), 1, 2, date(2024, 8, 31))


def test_what_has_no_goal_owes_no_figure_and_says_nothing_of_the_day() -> None:
    """It was `0 of 1 reported for M05`, a month for which only the listed one had a figure."""
    quarterly = '[plan]\ntitle = "P"\nyear = 2024\nreporting = "quarter"\n' + targets("Q1 = 300", "")
    listed = '[targets.gdp]\nname = "G"\nreporting = "month"\nactual = { M04 = 3, M05 = 4 }\n'
    assert counted(judged(quarterly + listed, "M05")) == Turnout(date(2024, 3, 31), 1, 2, None)


def test_what_is_done_owes_no_more_figures_and_says_nothing_of_the_day() -> None:
    quarterly = '[plan]\ntitle = "P"\nyear = 2024\nreporting = "quarter"\n' + targets("Q1 = 300", "")
    done = '[targets.done]\nname = "D"\ngoal = 3\nreporting = "month"\nactual = { M02 = 3 }\n'
    found = counted(judged(quarterly + done, "M05"))
    assert found == Turnout(date(2024, 3, 31), 1, 2, date(2024, 2, 29))  # in February nobody else owes one


def test_the_day_is_the_latest_for_which_anybody_owes_a_figure() -> None:
    silent = '[targets.half]\nname = "H"\ngoal = 10\nreporting = "half-year"\n'
    found = counted(judged(MONTHLY + targets("M05 = 500, M11 = 1100") + silent, "M11"))
    assert found == Turnout(date(2024, 11, 30), 1, 2, date(2024, 5, 31))


def test_who_has_no_goal_is_not_counted_among_those_who_reported() -> None:
    free = '[targets.free]\nname = "F"\nactual = { M11 = 1 }\n'
    found = counted(judged(MONTHLY + targets("M11 = 1100", "M10 = 1000") + free, "M11"))
    assert found == Turnout(date(2024, 11, 30), 1, 2, None)


def test_a_figure_after_the_day_is_a_report_too_if_there_is_a_goal() -> None:
    free = '[targets.free]\nname = "F"\nactual = { 2024-11-10 = 1 }\n'
    found = counted(judged(MONTHLY + targets("2024-11-10 = 1000", "M09 = 900") + free, "2024-11-15"))
    assert found == Turnout(date(2024, 10, 31), 1, 2, None)


def test_a_day_after_the_one_that_is_judged_is_not_told_to_be_complete() -> None:
    found = counted(judged(MONTHLY + targets("M02 = 1, M03 = 2, M06 = 3", "M02 = 1, M06 = 3"), "M03"))
    assert found == Turnout(date(2024, 3, 31), 1, 2, date(2024, 2, 29))


def test_what_is_given_up_by_now_lacks_on_no_earlier_day() -> None:
    given_up = '[targets.c]\nname = "C"\ngoal = 5\ndropped = 2024-03-10\n'
    found = counted(judged(MONTHLY + targets("M02 = 1, M03 = 2", "M02 = 1") + given_up, "M03"))
    assert found == Turnout(date(2024, 3, 31), 1, 2, date(2024, 2, 29))


def test_no_day_is_complete_for_which_nobody_owed_a_figure() -> None:
    late = "goal = 1200\nstart = 2024-03-01"
    found = counted(judged(MONTHLY + targets("M03 = 3", "", keys=late), "M03"))
    assert found == Turnout(date(2024, 3, 31), 1, 2, None)


@pytest.mark.parametrize(("figure", "reported"), [(50, 1), (1150, 2)])  # 1100 are expected
def test_a_bound_is_a_report_only_where_it_proves_something(figure: int, reported: int) -> None:
    parts = f"a = {{ actual = {{ M11 = {figure} }} }}\nc = {{}}\n"
    bound = f'[targets.b]\nname = "B"\ngoal = 1200\n[targets.b.parts]\n{parts}'
    found = counted(judged(MONTHLY + targets("M11 = 1100", "M10 = 1000") + bound, "M11"))
    assert found == Turnout(date(2024, 11, 30), reported, 3, None)


@pytest.mark.parametrize(
    ("plan", "actuals", "day", "label", "chinese"),
    [
        (MONTHLY, ["M09 = 1"], date(2024, 9, 30), "M09", "1—9月"),
        (MONTHLY, ["M10 = 1"], date(2024, 9, 30), "M09", "1—9月"),
        (MONTHLY, ["Q3 = 1"], date(2024, 9, 30), "Q3", "前三季度"),
        (MONTHLY, ["Q3 = 1", "M09 = 1", "M09 = 2"], date(2024, 9, 30), "M09", "1—9月"),
        (MONTHLY, ["2024-09-30 = 1"], date(2024, 9, 30), "M09", "1—9月"),
        (MONTHLY, ["M12 = 1"], date(2024, 12, 31), "M12", "1—12月"),
        (HEAD, ["Q2 = 1"], date(2024, 6, 30), "Q2", "上半年"),
        (HEAD, ["FY = 1"], date(2024, 6, 30), "H1", "上半年"),
        (HEAD, ["FY = 1"], date(2024, 12, 31), "FY", "全年"),
        (HEAD, ["FY = 1"], date(2024, 8, 15), "", ""),
        (FROM_APRIL, ["M06 = 1"], date(2024, 9, 30), "M06", "4—9月"),
    ],
)  # fmt: skip
def test_a_period_is_called_as_it_was_typed_else_in_the_rhythm_of_the_plan(
    plan: str, actuals: list[str], day: date, label: str, chinese: str
) -> None:
    judgement = judged(plan + targets(*actuals), "FY")
    assert label_on(judgement.plan, day) == label
    assert period_on(judgement.plan, day, Language.ZH) == chinese
