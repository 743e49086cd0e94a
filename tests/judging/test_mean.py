import pickle
from decimal import Context, Decimal, Inexact, Rounded, localcontext
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from plan_tracker.judging.mean import Mean, Way, mean

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
    assert (found.value, found.weight, found.number) == (Fraction(2675, 4500), Decimal("4.5"), 4)


def test_there_is_no_mean_of_nothing() -> None:
    assert mean([]).value is None
    assert mean([]).merged(Mean()).value is None
    assert mean([way("0", "1", "2")]).merged(mean([])).value == Fraction(1, 2)


@given(WAYS, WAYS)
def test_the_mean_is_the_quotient_of_the_plain_sums_however_the_targets_are_shared(
    some: list[Way], others: list[Way]
) -> None:
    with localcontext(Context(prec=1, traps=[Inexact, Rounded])):
        found = mean(some).merged(mean(others))
        assert found == pickle.loads(pickle.dumps(found))  # noqa: S301 - written here
    total = weights = Fraction(0)
    for origin, value, goal, weight in [*some, *others]:
        share = (Fraction(value) - Fraction(origin)) / (Fraction(goal) - Fraction(origin))
        total += min(max(share, Fraction(0)), Fraction(1)) * Fraction(weight)
        weights += Fraction(weight)
    assert found.number == len(some) + len(others)
    assert found.value == (total / weights if weights else None)


def test_a_sum_of_many_digits_can_be_sent_to_another_process() -> None:
    # Python does not write a whole number of more than 4,300 digits
    wholes = range(10**6, 10**6 + 2_000)
    found = mean(way("0", "1", str(whole)) for whole in wholes)
    assert found.under.bit_length() > 4_300 * 3.33
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - written here
