from decimal import Context, Decimal, Inexact, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tracker import numbers as exact

FIGURES = st.decimals(
    min_value=-(10**15) + 1, max_value=10**15 - 1, allow_nan=False, allow_infinity=False, places=15
)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("190", "190"),
        ("24.790", "24.790"),
        ("1e5", "100000"),
        ("1E-15", "0.000000000000001"),
        ("-0.50", "-0.50"),
        ("0", "0"),
    ],
)
def test_a_figure_is_printed_as_typed_and_without_exponent(typed: str, printed: str) -> None:
    assert exact.plain(Decimal(typed)) == printed


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("999999999999999", True),
        ("1000000000000000", False),
        ("-999999999999999.999999999999999", True),
        ("1e14", True),
        ("1e15", False),
        ("0.000000000000001", True),
        ("0.0000000000000010", False),
        ("0", True),
        ("NaN", False),
        ("-Infinity", False),
    ],
)
def test_a_figure_has_15_digits_on_either_side_of_the_point(typed: str, fits: bool) -> None:
    assert exact.fits(Decimal(typed)) is fits


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("47.5%", Fraction(19, 40)),
        ("57.17 %", Fraction(5717, 10000)),
        (" 100％ ", Fraction(1)),
        ("-5%", Fraction(-1, 20)),
        ("+0%", Fraction(0)),
        ("47.5", None),
        ("%", None),
        (".5%", None),
        ("5.%", None),
        ("1,5%", None),
        ("5pp", None),
        ("５%", None),
        ("0.0000000000000001%", None),
        ("1000000000000000%", None),
    ],
)
def test_a_percentage_is_digits_and_a_percent_sign(text: str, share: Fraction | None) -> None:
    assert exact.percent(text) == share


@pytest.mark.parametrize(
    ("text", "difference"),
    [
        ("5pp", Fraction(1, 20)),
        ("2.5 pp", Fraction(1, 40)),
        ("5百分点", Fraction(1, 20)),
        ("5个百分点", Fraction(1, 20)),
        ("+5pp", Fraction(1, 20)),
        ("-5pp", None),
        ("5%", None),
        ("5", None),
        ("5 p p", None),
    ],
)
def test_a_difference_of_percentages_is_written_in_points(text: str, difference: Fraction | None) -> None:
    assert exact.points(text) == difference


@pytest.mark.parametrize(
    ("value", "digits", "rounded"),
    [
        (Fraction(323, 7), 1, "46.1"),  # 46.1428…
        (Fraction(343, 6), 1, "57.2"),  # 57.166…
        (Fraction(343, 6), 2, "57.17"),
        (Fraction(1, 20), 1, "0.1"),
        (Fraction(-1, 20), 1, "-0.1"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(49, 1000), 1, "0.0"),
        (Fraction(0), 2, "0.00"),
        (Fraction(2), 1, "2.0"),
    ],
)
def test_halves_are_rounded_away_from_zero(value: Fraction, digits: int, rounded: str) -> None:
    assert exact.plain(exact.round_half_up(value, digits)) == rounded


@given(st.fractions(), st.integers(0, 8))
def test_a_rounded_value_is_the_nearest_with_so_many_decimals(value: Fraction, digits: int) -> None:
    rounded = exact.round_half_up(value, digits)
    assert rounded.as_tuple().exponent == -digits
    assert abs(Fraction(rounded) - value) * 10**digits * 2 <= 1
    assert exact.round_half_up(-value, digits) == rounded.copy_negate()


@pytest.mark.parametrize(
    ("typed", "decimals"), [("190", 0), ("3.43", 2), ("24.790", 3), ("1e2", 0), ("1e-2", 2), ("NaN", 0)]
)
def test_the_decimals_of_a_figure_are_those_typed(typed: str, decimals: int) -> None:
    assert exact.decimals_of(Decimal(typed)) == decimals


@pytest.mark.parametrize(
    ("value", "digits", "shortest"),
    [
        (Fraction(19, 40), 6, "0.475"),
        (Fraction(1), 6, "1"),
        (Fraction(2, 3), 6, "0.666667"),
        (Fraction(-5, 2), 4, "-2.5"),
        (Fraction(1, 10**6), 6, "0.000001"),
        (Fraction(1, 2), 0, "1"),
    ],
)
def test_trailing_zeros_are_dropped(value: Fraction, digits: int, shortest: str) -> None:
    assert exact.plain(exact.shortest(value, digits)) == shortest


@pytest.mark.parametrize("text", ["40%", "47.5%", "0%", "-3.25%", "33.333333333333333%"])
def test_a_share_is_told_with_the_digits_it_was_typed_with(text: str) -> None:
    share = exact.percent(text)
    assert share is not None
    assert exact.percent_text(share) == text


def test_so_many_units_of_the_last_decimal() -> None:
    assert exact.scale(475, 1) == Decimal("47.5")
    assert exact.scale(-3, 0) == Decimal(-3)


@given(FIGURES, FIGURES)
def test_sums_and_products_of_figures_are_exact(left: Decimal, right: Decimal) -> None:
    with localcontext(exact.EXACT):
        assert Fraction(left * right) == Fraction(left) * Fraction(right)
        assert Fraction(left + right) == Fraction(left) + Fraction(right)


def test_what_would_be_rounded_raises() -> None:
    with localcontext(exact.EXACT), pytest.raises(Inexact):
        Decimal(1) / Decimal(3)


@given(FIGURES, st.fractions(max_denominator=10**9), st.integers(0, 6))
def test_the_callers_decimal_context_makes_no_difference(
    figure: Decimal, value: Fraction, digits: int
) -> None:
    before = (exact.plain(figure), exact.fits(figure), exact.round_half_up(value, digits))
    with localcontext(Context(prec=1)):
        assert (exact.plain(figure), exact.fits(figure), exact.round_half_up(value, digits)) == before


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("10", "10"), ("2300", "2300"), ("1E+1", "10"), ("0.50", "0.5"), ("40.0", "40"), ("0", "0")],
)
def test_a_short_number_has_no_zeros_behind_its_decimals_and_no_exponent(typed: str, shown: str) -> None:
    assert str(exact.short(Decimal(typed))) == shown
