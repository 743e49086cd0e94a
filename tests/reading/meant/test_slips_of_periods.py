"""Periods in words for keys: what is told never makes another figure, and leads to a valid plan at once."""

import pytest

from plan_tracker.language import Language
from plan_tracker.reading.plan_file import parse

FROM_APRIL = '[plan]\ntitle = "P"\nstart = 2024-04-01\nend = 2025-03-31\n'
OF_2024 = '[plan]\ntitle = "P"\nyear = 2024\n'
PER_PERIOD = 'name = "A"\ncounting = "per_period"\n'
LABELS = "write H1, Q1 to Q4, M01 to M12, FY, or a date such as 2024-{day}"


def told(text: str) -> list[tuple[str, str]]:
    _, found = parse(text)
    return [(each.message.text(Language.EN), each.hint.text(Language.EN)) for each in found if each.hint]


def running_total(word: str) -> str:
    return (
        f"`{word}` is a running total, but figures here count per period: write a figure for each month,"
        " quarter or half, as M01, Q1 or H1"
    )


@pytest.mark.parametrize("word", ["1-10月", "前三季度", '"1-10月"', '"前三季度"', '"Jan to Oct"', '"1-2月"'])
@pytest.mark.parametrize("plan", [OF_2024, FROM_APRIL])
def test_figures_per_period_are_never_told_to_be_those_of_a_running_total(plan: str, word: str) -> None:
    bare = word.strip('"')
    expected = [(f"`{bare}` is not a period of this plan", running_total(bare))]
    assert told(f"{plan}[targets.a]\n{PER_PERIOD}actual = {{ {word} = 3 }}\n") == expected
    assert told(f"{plan}[targets.a]\n{PER_PERIOD}[targets.a.actual]\n{word} = 3\n") == expected


def test_a_running_total_of_a_whole_quarter_or_half_is_that_of_figures_per_period() -> None:
    plan = f'{OF_2024}counting = "per_period"\n[targets.a]\nname = "A"\n'
    assert told(f"{plan}actual = {{ 1-6月 = 3 }}\n") == [
        ("`1-6月` is not a period of this plan", "write `actual = { H1 = 3 }`")
    ]
    assert told(f'{plan}actual = {{ "1-3月" = 3 }}\n') == [
        ("`1-3月` is not a period of this plan", "did you mean `Q1`?")
    ]


def test_a_target_of_running_totals_has_them_in_a_plan_that_counts_per_period() -> None:
    plan = f'{OF_2024}counting = "per_period"\n[targets.a]\nname = "A"\ncounting = "to_date"\n'
    assert told(f"{plan}actual = {{ 1-10月 = 3 }}\n")[0][1] == "write `actual = { M10 = 3 }`"


@pytest.mark.parametrize("key", ["actual", "stated", "pace", "last_year"])
def test_quotation_marks_are_not_told_where_they_do_not_make_a_period(key: str) -> None:
    value = '"5%"' if key in {"stated", "pace"} else "5"
    expected = [("`上半年` is not a period of this plan", LABELS.format(day="09-30"))]
    target = f'{FROM_APRIL}[targets.a]\nname = "A"\ngoal = 9\n'
    assert told(f"{target}{key} = {{ 上半年 = {value} }}\n") == expected
    assert told(f"{target}[targets.a.{key}]\n上半年 = {value}\n") == expected


def test_nor_for_a_word_that_is_no_period() -> None:
    assert told(f'{OF_2024}[targets.a]\nname = "A"\nactual = {{ 去年 = 3 }}\n') == [
        ("`去年` is not a period of this plan", LABELS.format(day="06-30"))
    ]


@pytest.mark.parametrize(
    ("time", "label", "hint"),
    [
        ("year = 2024", "FY24", "did you mean `FY`?"),
        ("year = 2024", "FY", None),
        ("year = 2024", "FY23", "did you mean `2023-FY`?"),
        ("year = 2024", "fy25", "did you mean `2025-FY`?"),
        ("start = 2024-01-01\nend = 2025-12-31", "FY24", "did you mean `2024-FY`?"),
        ("start = 2024-01-01\nend = 2025-12-31", "FY25", "did you mean `2025-FY`?"),
        ("start = 2024-04-01\nend = 2025-03-31", "FY24", LABELS.format(day="09-30")),
        ("start = 2024-04-01\nend = 2025-03-31", "FY23", LABELS.format(day="09-30")),
    ],
)
def test_the_whole_year_of_another_plan_is_never_told_to_be_that_of_this_one(
    time: str, label: str, hint: str | None
) -> None:
    plan = f'[plan]\ntitle = "P"\n{time}\n[targets.a]\nname = "A"\nactual = {{ {label} = 3 }}\n'
    assert [each for _, each in told(plan)] == ([hint] if hint else [])


def test_a_month_of_no_year_is_no_day() -> None:
    hints = [hint for _, hint in told('[plan]\ntitle = "P"\n[targets.a]\nname = "A"\ndue = "9月底"\n')]
    assert hints[-1] == "write a date such as 2024-09-30, without quotes"


@pytest.mark.parametrize("form", ["{} = 3", "[targets.a.actual]\n{} = 3"])
@pytest.mark.parametrize("label", ["半年", '"半年"'])
def test_of_a_period_that_is_none_the_same_is_said_with_and_without_quotes(form: str, label: str) -> None:
    line = form.format(label) if "\n" in form else f"actual = {{ {form.format(label)} }}"
    ((message, _),) = told(f'{OF_2024}[targets.a]\nname = "A"\nunit = "km"\n{line}\n')
    assert message == "`半年` is not a period of this plan"
