"""Shares beside each other: what is printed compares as the exact ones do."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tracker.reports.compare.digits import percents, points

STEPS = st.sampled_from([Fraction(1, 10**power) for power in range(1, 14)])


def order(one: Fraction | Decimal, other: Fraction | Decimal) -> int:
    return (one > other) - (one < other)


@given(old=st.fractions(0, 2, max_denominator=10_000), step=STEPS, sign=st.sampled_from([-1, 0, 1]))
def test_printed_rates_stand_to_each_other_and_to_100_as_the_exact_ones_do(
    old: Fraction, step: Fraction, sign: int
) -> None:
    new = old + sign * step
    printed = [Decimal(text.removesuffix("%")) for text in percents(old, new, 1)]
    assert order(*printed) == order(old, new)
    assert [order(each, Decimal(100)) for each in printed] == [
        order(each, Fraction(1)) for each in (old, new)
    ]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("0.74140625", "0.809453125", ("74.1%", "80.9%")),  # 474.5 and 518.05 of 640
        ("0.74141", "0.74144", ("74.141%", "74.144%")),
        ("0.5", "0.5", ("50.0%", "50.0%")),
        ("0.9", "0.99975", ("90.00%", "99.98%")),
        ("1", "0.9999999", ("100.00000%", "99.99999%")),
    ],
)
def test_two_rates(old: str, new: str, shown: tuple[str, str]) -> None:
    assert percents(Fraction(old), Fraction(new), 1) == shown


@pytest.mark.parametrize(
    ("share", "digits", "shown"),
    [("0.025", 1, "+2.5"), ("-0.0005", 1, "-0.1"), ("0", 1, "0.0"), ("0.5", 0, "+50")],
)
def test_points_have_a_sign_and_no_unit(share: str, digits: int, shown: str) -> None:
    assert points(Fraction(share), digits) == shown
