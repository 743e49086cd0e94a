import pytest

from plan_tracker.plan.ids import Ids, id_made_of, is_id


@pytest.mark.parametrize("text", ["projects", "Q-1.2_b", "引进项目", "नमूना", "5G基站", "_", "-"])
def test_an_id_has_letters_marks_and_digits_of_any_script_and_three_signs(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize("text", ["a b", "a/b", "a,b", "引进（新）", "a\u200db", "€"])
def test_an_id_has_nothing_else(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("单位GDP能耗降低率", "单位GDP能耗降低率"),
        ("劣Ⅴ类水体 比例", "劣V类水体-比例"),
        ("新建５Ｇ基站", "新建5G基站"),
        ("GDP", "gdp"),
        ("ＧＤＰ", "gdp"),
        ("Roads (km) Built", "roads-km-built"),
    ],
)
def test_an_id_keeps_the_capitals_within_another_script(name: str, made: str) -> None:
    assert id_made_of(name) == made


def test_ids_made_of_one_name_are_numbered_past_those_that_are_taken() -> None:
    ids = Ids(["gdp-3"])
    assert [ids.made_of(name) for name in ("GDP", "GDP", "gdp", "GDP")] == ["gdp", "gdp-2", "gdp-4", "gdp-5"]
    ids.add("gdp-6")
    assert [ids.made_of("GDP"), ids.made_of("gdp 2"), ids.made_of("gdp 6")] == ["gdp-7", "gdp-2-2", "gdp-6-2"]
