"""Earlier years of a target: which totals they are, and what they may not say."""

from datetime import date

import pytest

from plan_tracker.language import Language
from plan_tracker.plan.model import Past
from plan_tracker.reading.plan_file import parse

HEAD = '[plan]\ntitle = "Plan"\n'
TARGET = '[targets.t]\nname = "T"\n'
YEAR, FISCAL = "year = 2024", "start = 2024-04-01\nend = 2025-03-31"


def past(keys: str, plan: str = YEAR) -> Past:
    found, problems = parse(f"{HEAD}{plan}\n{TARGET}{keys}")
    assert found is not None, [problem.code for problem in problems]
    (target,) = found.targets
    assert target.past is not None
    return target.past


def codes(keys: str, plan: str = YEAR) -> list[tuple[str, str]]:
    return [(each.code, str(each.path[-1])) for each in parse(f"{HEAD}{plan}\n{TARGET}{keys}")[1]]


def test_totals_stand_at_the_same_day_of_the_plans_year() -> None:
    found = past("past = { 2023 = { FY = 412, M02 = 50 }, 2022 = { H1 = 170 } }")
    assert found.start == date(2024, 1, 1)
    assert [year.year for year in found.years] == [2022, 2023]
    assert [(total.period, total.day, str(total.value)) for total in found.years[1].totals] == [
        ("M02", date(2024, 2, 29), "50"),  # a leap year's February, though 2023 had none
        ("FY", date(2024, 12, 31), "412"),
    ]


def test_a_year_is_that_in_which_the_earlier_plan_began() -> None:
    found = past("past = { 2023 = { H1 = 170 } }", FISCAL)
    assert [total.day for total in found.years[0].totals] == [date(2024, 9, 30)]
    assert codes("past = { 2024 = { H1 = 170 } }", FISCAL) == [("past-year", "2024")]


@pytest.mark.parametrize("key", ["2024", "FY2024", "2025"])
def test_a_year_that_is_called_by_its_end_is_answered_with_the_year_before(key: str) -> None:
    (problem,) = parse(f"{HEAD}{FISCAL}\n{TARGET}past = {{ {key} = {{ H1 = 170 }} }}")[1]
    assert problem.hint is not None
    assert problem.hint.text(Language.EN) == "write the year in which that plan began: 2023"


@pytest.mark.parametrize(("key", "year"), [("2019年", 2019), ("2024年", 2023), ("1889年", 2023)])
def test_a_year_in_words_is_answered_with_that_year_if_it_is_an_earlier_one(key: str, year: int) -> None:
    (problem,) = parse(f'{HEAD}{YEAR}\n{TARGET}past = {{ "{key}" = {{ H1 = 1 }} }}')[1]
    assert problem.hint is not None
    assert problem.hint.text(Language.EN) == f"write the year in which that plan began: {year}"


def test_last_year_is_short_for_the_year_before() -> None:
    assert past("last_year = { H1 = 205 }") == past("past = { 2023 = { H1 = 205 } }")
    assert codes("past = { 2022 = { H1 = 1 } }\nlast_year = { H1 = 205 }") == [
        ("past-and-last-year", "last_year")
    ]


@pytest.mark.parametrize("keys", ["last_year = { H1 = 205 }", "past = { 2023 = { H1 = 205 } }"])
def test_each_target_has_its_own_past_though_all_else_is_alike(keys: str) -> None:
    others = '[targets.u]\nname = "U"\n[targets.v]\nname = "V"\n'
    found, _ = parse(f"{HEAD}{YEAR}\n{TARGET}{keys}\n{others}{keys.replace('205', '4')}")
    assert found is not None
    own = [each.past.years[0].totals[0].value if each.past else None for each in found.targets]
    assert own == [205, None, 4]


def test_only_a_pace_that_follows_last_year_demands_the_plans_last_period() -> None:
    assert codes("past = { 2023 = { H1 = 205 }, 2022 = {} }") == []
    for keys in ("last_year = { H1 = 205 }", "past = { 2023 = { H1 = 205 } }"):
        assert [code for code, _ in codes(f'pace = "last_year"\n{keys}')] == ["last-year-open"]
    assert codes('pace = "last_year"\npast = { 2023 = { H1 = 205 } }') == [("last-year-open", "2023")]
    assert [code for code, _ in codes('pace = "last_year"\npast = { 2022 = { FY = 2 } }')] == [
        "last-year-missing"
    ]
    assert codes('pace = "last_year"\npast = { 2023 = { H1 = 1, FY = 2 }, 2022 = { H1 = 3 } }') == []


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("past = { 2023 = { H1 = 3, FY = 2 } }", [("past-falls", "FY")]),
        ("past = { 2023 = { H1 = 3, Q3 = 2, FY = 2.5 } }", [("past-falls", "Q3"), ("past-falls", "FY")]),
        ('kind = "level"\npast = { 2023 = { H1 = 3, FY = -2 } }', []),
        ("past = { 2023 = { H1 = -1 } }", [("negative", "H1")]),
        ("past = { 2023 = { H1 = 1, Q2 = 1 } }", [("period-twice", "Q2")]),
        ('counting = "per_period"\npast = { 2023 = { Q1 = 1, H1 = 3 } }', []),  # totals, however one counts
    ],
)
def test_totals_of_earlier_years_grow(keys: str, found: list[tuple[str, str]]) -> None:
    assert codes(keys) == found


@pytest.mark.parametrize(
    "plan", ["start = 2021-01-01\nend = 2025-12-31", "start = 2024-01-15\nend = 2025-01-14"]
)
@pytest.mark.parametrize(("key", "keys"), [("past", "past = { 2020 = {} }"), ("last_year", "last_year = {}")])
def test_plans_without_labels_have_no_earlier_years(plan: str, key: str, keys: str) -> None:
    assert codes(keys, plan) == [("past-without-labels", key)]


def test_what_a_target_reached_is_not_inherited_by_its_parts() -> None:
    found, _ = parse(f"{HEAD}{YEAR}\n{TARGET}goal = 4\nlast_year = {{ H1 = 1 }}\nparts.a.goal = 4")
    assert found is not None
    assert found.targets[0].parts[0].past is None


@pytest.mark.parametrize(
    ("plan", "year"),
    [("year = 2026", "2025"), ("start = 2026-04-01\nend = 2027-03-31", "2025"), ("", "2023")],
)
def test_the_example_of_how_to_write_earlier_years_has_the_year_before_the_plans(
    plan: str, year: str
) -> None:
    problems = parse(f"{HEAD}{plan}\n{TARGET}past = {{ H1 = 170, FY = 390 }}")[1]
    hints = {each.hint.text(Language.EN) for each in problems if each.hint and each.path[0] == "targets"}
    assert hints == {f"write past = {{ {year} = {{ H1 = …, FY = … }} }}: one entry for each year"}


def test_only_the_year_whose_shape_a_pace_has_must_not_fall() -> None:
    keys = 'goal = 9\npace = "last_year"\npast = { 2022 = { H1 = 5, FY = 3 }, 2023 = { H1 = 4, FY = 8 } }'
    assert codes(keys) == [("past-falls", "FY")]
