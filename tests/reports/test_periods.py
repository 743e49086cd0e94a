"""What the head of a report says of the days of its figures."""

import pytest

from kit.judged import judged
from kit.program import Run, Write
from plan_tracker.language import Language
from plan_tracker.reports.periods import older_text, turnout_text

HEAD = '[plan]\ntitle = "P"\nyear = 2024\n'


def plan_of(*actuals: str) -> str:
    return HEAD + "".join(
        f'[targets.t{number}]\nname = "T{number}"\nunit = "u"\ngoal = 10\nactual = {{ {each} }}\n'
        for number, each in enumerate(actuals)
    )


@pytest.mark.parametrize(
    ("actuals", "as_of", "en", "zh"),
    [
        (["M07 = 6", "H1 = 5"], "M07", "figures as of 2024-06-30: T1", "以下指标的数据截至2024年6月30日：T1"),
        (["H1 = 6", "H1 = 5"], "H1", "", ""),
        (
            ["H1 = 6", "H1 = 5"],
            "2024-07-15",
            "all figures are as of 2024-06-30",
            "全部数据截至2024年6月30日",
        ),
        (
            ["M07 = 6", *["H1 = 5"] * 7],
            "M07",
            "figures as of 2024-06-30: T1, T2, T3 and others (7 in all)",
            "以下指标的数据截至2024年6月30日：T1、T2、T3等7项",
        ),
        (
            ["M10 = 9", "M09 = 9", "M08 = 9", "M07 = 9", "H1 = 9", "M06 = 8"],
            "M10",
            (
                "figures as of 2024-09-30: T1; figures as of 2024-08-31: T2; figures as of 2024-07-31: T3; "
                "2 other targets have figures as of an earlier date"
            ),
            (
                "以下指标的数据截至2024年9月30日：T1；以下指标的数据截至2024年8月31日：T2；"
                "以下指标的数据截至2024年7月31日：T3；另有2项的数据截止日期更早"
            ),
        ),
        # T1 has a figure of March, which is too old to be judged: the others are not all
        (["H1 = 6", "Q1 = 3"], "M07", "figures as of 2024-06-30: T0", "以下指标的数据截至2024年6月30日：T0"),
        # what is not reported is told as such, and what has no figure has no day
        (["FY = 10", "H1 = 5", ""], "FY", "", ""),
    ],
)
def test_figures_of_an_earlier_day_are_named(actuals: list[str], as_of: str, en: str, zh: str) -> None:
    evaluation = judged(plan_of(*actuals), as_of)
    assert older_text(evaluation, Language.EN) == en
    assert older_text(evaluation, Language.ZH) == zh


def test_reports_for_people_say_so(run: Run, plan: Write) -> None:
    file, said = plan(plan_of("M07 = 6", "H1 = 5")), "figures as of 2024-06-30: T1"
    for command in (
        ("status",),
        ("export", "--format", "markdown"),
        ("export", "--format", "html"),
    ):
        assert said in run(*command, "-f", file, "--lang", "en").out
    assert said not in run("export", "-f", file, "--format", "json").out


def test_who_has_reported_in_a_plan_from_april_is_told_with_the_day_or_the_months() -> None:
    text = plan_of("M09 = 5, M10 = 6", "M09 = 5").replace(
        "year = 2024", 'start = 2024-04-01\nend = 2025-03-31\nreporting = "month"'
    )
    evaluation = judged(text, "M10")
    assert turnout_text(evaluation, Language.EN) == (
        "1 of 2 reported for 2025-01-31 (M10); complete as of 2024-12-31 (M09)"
    )
    assert turnout_text(evaluation, Language.ZH) == "4月—次年1月应报2项，已报1项；4—12月数据齐全"
