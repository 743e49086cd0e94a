"""Names that speak of a level, though nothing in the table says so."""

import pytest

from kit.judged import judged
from plan_tracker.spreadsheets.doubts.levels import may_be_level


@pytest.mark.parametrize(
    ("name", "is_level"),
    [
        ("% of children vaccinated", True),
        ("Percentage of schools with water", True),
        ("Proportion of women in staff", True),
        ("Median waiting time", True),
        ("Customer satisfaction", True),
        ("Bed occupancy", True),
        ("患者满意度", True),
        ("百元医疗收入卫生材料消耗", True),
        ("单位产品单耗", True),
        ("办结时限", True),
        ("Wells drilled", False),
        ("Scores of people trained", False),
        ("门诊人次", False),
    ],
)
def test_a_name_may_speak_of_a_level(name: str, is_level: bool) -> None:
    (result,) = judged(f'[targets.a]\nname = "{name}"\ngoal = 90\n').results
    assert may_be_level(result.target) is is_level
