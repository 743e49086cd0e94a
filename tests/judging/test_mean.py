from decimal import Context, Decimal, Inexact, Rounded, localcontext
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from plan_tracker.judging.mean import Way, mean

FIGURES = st.decimals(-(10**15), 10**15, places=2) | st.integers(-9, 9).map(Decimal)
WEIGHTS = st.sampled_from([Decimal(1), Decimal("0.3333"), Decimal(7)])
WAYS = st.lists(
    st.tuples(FIGURES, FIGURES, FIGURES, WEIGHTS).filter(lambda way: way[0] != way[2]), max_size=12
)


def way(origin: str, value: str, goal: str, weight: str = "1") -> Way:
    return Decimal(origin), Decimal(value), Decimal(goal), Decimal(weight)


def test_a_mean_is_weighted_and_limits_each_share() -> None:
    # 190 of 400; 3 of 2 is 1, twice; from 30 down to 28 of 25 is 2/5; below its origin is 0
    ways = [
        way("0", "190", "400"),
        way("0", "3", "2", "2"),
        way("30", "28", "25", "0.5"),
        way("10", "9", "20"),
    ]
    found = mean(ways)
    # 0.475 + 2 + 0.2 + 0 = 2.675 of a weight of 4.5
    assert (found.value, found.number) == (Fraction(2675, 4500), 4)


def test_there_is_no_mean_of_nothing() -> None:
    assert mean([]).value is None
    assert (mean([]).value, mean([]).number) == (None, 0)


@given(WAYS)
def test_the_mean_is_the_quotient_of_the_plain_sums(ways: list[Way]) -> None:
    with localcontext(Context(prec=1, traps=[Inexact, Rounded])):
        found = mean(ways)
    total = weights = Fraction(0)
    for origin, value, goal, weight in ways:
        share = (Fraction(value) - Fraction(origin)) / (Fraction(goal) - Fraction(origin))
        total += min(max(share, Fraction(0)), Fraction(1)) * Fraction(weight)
        weights += Fraction(weight)
    assert found.number == len(ways)
    assert found.value == (total / weights if weights else None)
