"""What the figures of a file show about its commas."""

import pytest

from plan_tracker.spreadsheets.cells import Cell
from plan_tracker.spreadsheets.commas import Commas, commas_of


@pytest.mark.parametrize(
    ("cells", "commas"),
    [
        (["1,234,567", "3,425"], Commas(group=True)),
        (["1,058.3", None, 5.0], Commas(group=True)),
        (["1,058.3亿元"], Commas(group=True)),
        (["3,425", "1.550"], Commas()),
        (["3,425", "120,5"], Commas(decimal=True)),
        (["0,425"], Commas(decimal=True)),
        (["1.234.567"], Commas(decimal=True)),
        (["1.234,5", "1,234.5"], Commas(group=True, decimal=True)),
        (["x", "190"], Commas()),
    ],
)
def test_a_file_shows_what_its_commas_are(cells: list[Cell], commas: Commas) -> None:
    assert commas_of(cells) == commas


def test_figures_behind_a_currency_show_what_commas_mean_too() -> None:
    assert commas_of(["$1,234.50", "£7"]) == Commas(group=True)
