"""Figures that look wrong together."""

import pytest

from kit.recorded import Take


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("name,H1\nA,10001\nB,3\n", "row 2: more than ten times the goal; is the unit the same?"),
        ("name,H1\nShare,0.55\nRate,0.9\n", "rows 2-3: figures from 0 to 1 for targets in percent"),
        ("name,H1\nA,1000\nB,2000\nC,3000\n", "rows 2-4: each figure equals the goal of its target"),
    ],
)
def test_figures_that_look_wrong_together_need_a_yes(take: Take, table: str, words: str) -> None:
    outcome = take(table)
    assert outcome.code == 2
    assert words in outcome.err
    assert outcome.err.endswith("hint: if they are right, add --yes\n")
    assert take.is_untouched
    assert take(table, "--yes").code == 0
    assert not take.is_untouched


@pytest.mark.parametrize(
    "table",
    [
        "name,H1\nA,10000\nB,3\n",
        "name,H1\nShare,0.55\n",
        "name,H1\nShare,0.55\nRate,90\n",
        "name,H1\nA,1000\nB,2000\n",
        "name,H1\nA,1000\nB,2000\nC,2999\n",
    ],
)
def test_figures_that_may_be_right_need_none(take: Take, table: str) -> None:
    assert take(table).code == 0
