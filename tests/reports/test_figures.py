from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.oracle import order
from plan_tracker.numbers import EXACT, plain
from plan_tracker.reports import figures
from plan_tracker.reports.figures import Figure

SHARES = st.fractions(min_value=-2, max_value=3, max_denominator=10**9)


@pytest.mark.parametrize(
    ("rate", "pace", "decimals", "shown", "against"),
    [
        (Fraction(190, 400), Fraction(1, 2), 1, "47.5", "50.0"),
        (Fraction(323, 700), Fraction(1, 2), 1, "46.1", "50.0"),
        (Fraction(343, 600), Fraction(1, 2), 2, "57.17", "50.00"),
        (Fraction(343, 600), Fraction(1, 2), 1, "57.2", "50.0"),
        (Fraction(24, 36), Fraction(2, 3), 1, "66.7", "66.7"),
        (Fraction(3999, 4000), None, 1, "99.98", None),  # 99.975 rounds half up at two decimals
        (Fraction(15504, 15500), None, 1, "100.03", None),  # 100.0258…
        (Fraction(1), None, 1, "100.0", None),
        (Fraction(1999, 4000), Fraction(1, 2), 1, "49.98", "50.00"),  # 49.975
        (Fraction(-1, 2000), Fraction(0), 0, "-0.1", "0.0"),  # -0.05 away from zero, and not 0
        (Fraction(475, 1000), Fraction(1, 2), 0, "48", "50"),
    ],
)
def test_a_printed_rate_is_rounded_half_up_but_never_contradicts(
    rate: Fraction, pace: Fraction | None, decimals: int, shown: str, against: str | None
) -> None:
    rounded, rounded_pace = figures.rate_and_pace(rate, pace, decimals)
    assert plain(rounded) == shown
    assert (None if rounded_pace is None else plain(rounded_pace)) == against


@given(SHARES, SHARES, st.integers(0, 6))
def test_the_printed_rate_stands_to_pace_and_100_as_the_exact_one(
    rate: Fraction, pace: Fraction, decimals: int
) -> None:
    shown, against = figures.rate_and_pace(rate, pace, decimals)
    assert against is not None
    assert order(shown, Fraction(against)) == order(rate, pace)
    assert order(shown, 100) == order(rate, 1)
    assert shown.as_tuple().exponent == against.as_tuple().exponent


@pytest.mark.parametrize(
    ("rate", "pace", "shown"),
    [
        (Fraction(257, 400), Fraction(1, 2), ("≥64.2%", "50.0%")),  # 64.25 are known: 64.3 are not
        (Fraction(2, 3), Fraction(1, 2), ("≥66.6%", "50.0%")),
        (
            Fraction(2, 3),
            Fraction(2, 3),
            ("≥66.7%", "66.7%"),
        ),  # at least the pace, and printed as the pace is
        (Fraction(5009, 10000), Fraction(5008, 10000), ("≥50.09%", "50.08%")),  # 50.0 and 50.1: the wrong way
        (Fraction(10004, 10000), Fraction(1, 2), ("≥100.04%", "50.00%")),
        (Fraction(9999, 10000), Fraction(1, 2), ("≥99.9%", "50.0%")),
    ],
)
def test_of_a_bound_no_more_is_printed_than_is_known(
    rate: Fraction, pace: Fraction, shown: tuple[str, str]
) -> None:
    assert figures.percents(rate, pace, 1, figures.LOWER) == shown


@given(SHARES, SHARES, st.integers(0, 6))
def test_a_printed_bound_is_true_and_stands_to_pace_and_100_as_the_exact_one(
    rate: Fraction, pace: Fraction, decimals: int
) -> None:
    shown, against = figures.rate_and_pace(rate, pace, decimals, figures.LOWER)
    assert against is not None
    assert order(shown, Fraction(against)) == order(rate, pace)
    assert order(shown, 100) == order(rate, 1)
    assert rate == pace or 0 <= rate * 100 - Fraction(shown) < Fraction(1, 10**decimals)


@given(SHARES, st.integers(0, 6), st.sampled_from([figures.LOWER, figures.UPPER]))
def test_a_printed_bound_of_a_lead_is_true(lead: Fraction, decimals: int, bound: figures.Bound) -> None:
    shown = Fraction(figures.lead(lead, decimals, bound=bound))
    assert order(shown, 0) == order(lead, 0)
    assert 0 <= (lead * 100 - shown) * (1 if bound is figures.LOWER else -1) < Fraction(1, 10**decimals)


def test_figures_of_which_one_is_a_bound_are_told_apart_in_their_order() -> None:
    bound, other = Figure(Fraction("50.09"), figures.LOWER), Figure(Fraction("50.08"))  # 50.0 and 50.1
    assert figures.apart([(bound, other)], 1) == figures.apart([(other, bound)], 1) == 2


@given(SHARES, SHARES | st.none(), st.integers(0, 6))
def test_a_percentage_is_written_as_it_is_rounded_beside_its_pace(
    rate: Fraction, pace: Fraction | None, decimals: int
) -> None:
    shown, _ = figures.rate_and_pace(rate, pace, decimals)
    assert figures.percent(rate, decimals, pace) == f"{plain(shown)}%"


@given(SHARES, SHARES, st.integers(0, 6))
def test_a_lead_is_rounded_alike_as_a_fraction_and_as_a_quotient_that_is_not_reduced(
    rate: Fraction, pace: Fraction, decimals: int
) -> None:
    (over, under), (more, by) = rate.as_integer_ratio(), pace.as_integer_ratio()
    not_reduced = over * by - more * under, under * by
    assert figures.lead(not_reduced, decimals) == figures.lead(rate - pace, decimals)


@given(SHARES, SHARES)
def test_machine_shares_stand_to_pace_and_1_as_the_exact_ones(rate: Fraction, pace: Fraction) -> None:
    shown, against = figures.machine_rate_and_pace(rate.as_integer_ratio(), pace)
    assert against is not None
    assert order(shown, 1) == order(rate, 1)
    assert order(shown, Fraction(against)) == order(rate, pace)
    assert (against == 1) is (pace == 1)
    assert abs(Fraction(shown) - rate) <= Fraction(1, 2 * 10**6)


@pytest.mark.parametrize(
    ("share", "pace", "text"),
    [
        (Fraction(475, 1000), None, "0.475"),
        (Fraction(1, 3), None, "0.333333"),
        (Fraction(9999999, 10000000), None, "0.9999999"),
        (Fraction(10000001, 10000000), None, "1.0000001"),
        (Fraction(1), None, "1"),
        (Fraction(4999999, 10000000), Fraction(1, 2), "0.4999999"),
        (Fraction(5000001, 10000000), Fraction(1, 2), "0.5000001"),
        (Fraction(-1, 4), None, "-0.25"),
        (Fraction(50000095, 10**8), Fraction(500001, 10**6), "0.50000095"),
        (Fraction(49999905, 10**8), Fraction(499999, 10**6), "0.4999991"),
    ],
)
def test_machine_shares_have_six_decimals_or_as_many_as_comparing_takes(
    share: Fraction, pace: Fraction | None, text: str
) -> None:
    assert plain(figures.machine_rate_and_pace(share.as_integer_ratio(), pace)[0]) == text


@pytest.mark.parametrize(
    ("lead", "decimals", "text"),
    [
        (Fraction(-25, 1000), 1, "-2.5"),
        (Fraction(0), 1, "0.0"),
        (Fraction(-4, 10000), 1, "-0.04"),
        (Fraction(1, 3), 1, "+33.3"),
        (Fraction(-5, 10000), 1, "-0.1"),
    ],
)
def test_a_lead_that_is_not_zero_is_not_printed_as_zero(lead: Fraction, decimals: int, text: str) -> None:
    assert figures.signed(figures.lead(lead, decimals)) == text


@pytest.mark.parametrize(
    ("value", "actual", "text"),
    [
        (Fraction(1, 3), "0.4", "0.333333"),
        (Fraction(100000009, 10**7), "10.000001", "10.0000009"),
        (Fraction(100000001, 10**7), "10", "10.0000001"),
    ],
)
def test_a_machine_figure_has_no_zeros_at_its_end(value: Fraction, actual: str, text: str) -> None:
    assert plain(figures.machine_figure(value, Decimal(actual))) == text


@pytest.mark.parametrize(
    ("lead", "text"),
    [
        (Fraction(-25, 1000), "-2.5"),
        (Fraction(1, 10**9), "0.0000001"),
        (Fraction(-1, 10**9), "-0.0000001"),
        (Fraction(0), "0"),
        (Fraction(1, 3), "33.3333"),
    ],
)
def test_machine_leads_have_four_decimals(lead: Fraction, text: str) -> None:
    assert plain(figures.machine_lead(lead.as_integer_ratio())) == text


@pytest.mark.parametrize(
    ("value", "actual", "text"),
    [
        (Fraction(247, 75), None, "3.293333"),
        (Fraction(200), Decimal(190), "200"),
        (Fraction(10, 3), Decimal("3.333333"), "3.3333333"),
        (Fraction(20, 3), Decimal("6.666667"), "6.6666667"),
        (Fraction(5, 2), Decimal("2.5"), "2.5"),
        (Fraction(617374391818781, 10), Decimal(0), "61737439181878.1"),
        (Fraction(10**15, 7), Decimal("142857142857142.857143"), "142857142857142.8571429"),
        (Fraction(-(10**15), 7), None, "-142857142857142.857143"),
        (Fraction(1, 3 * 10**9), None, "0.0000000003"),
        (Fraction(-1, 3 * 10**9), Decimal(1), "-0.0000000003"),
    ],
)
def test_a_computed_figure_is_not_rounded_to_0_or_to_the_actual_it_differs_from(
    value: Fraction, actual: Decimal | None, text: str
) -> None:
    assert plain(figures.machine_figure(value, actual)) == text


STEPS = st.sampled_from([Fraction(1, 10**power) for power in range(1, 14)])


@given(old=st.fractions(0, 2, max_denominator=10_000), step=STEPS, sign=st.sampled_from([-1, 0, 1]))
def test_printed_rates_stand_to_each_other_and_to_100_as_the_exact_ones_do(
    old: Fraction, step: Fraction, sign: int
) -> None:
    new = old + sign * step
    printed = [Decimal(text.removesuffix("%")) for text in figures.percents(old, new, 1)]
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
    assert figures.percents(Fraction(old), Fraction(new), 1) == shown


def test_what_keeps_a_rate_from_100_does_not_make_it_like_another() -> None:
    old, new = Fraction("99.46"), Fraction("99.54")  # 99 and 100 without decimals, with one both are 99.5
    assert figures.percents(old / 100, new / 100, 0) == ("99.46%", "99.54%")
    one, other, whole = map(Figure, (old, new, Fraction(100)))
    assert figures.apart([(one, other), (one, whole), (other, whole)], 0) == 2


def test_a_machine_pace_just_below_1_is_not_1() -> None:
    assert figures.machine_rate_and_pace((1, 2), Fraction(10**9 - 1, 10**9))[1] == Decimal("0.999999999")


@pytest.mark.parametrize(
    ("so_far", "required", "texts"),
    [
        (("0.1234566", "1"), ("0.37036979", "3"), ["0.1234566", "0.123456597"]),  # rounded: 0.123457, more
        (("0.37036979", "3"), ("0.1234566", "1"), ["0.123456597", "0.1234566"]),
        (("1", "3000000000"), ("1", "4000000000"), ["0.0000000003", "0.00000000025"]),
        (("0.1234567", "1"), ("0.2469134", "2"), ["0.1234567", "0.1234567"]),
        # the first ends after 14 decimals and stays exact; the other is 0.067785498112858875
        (("0.271141992451", "4"), ("0.542283984902871", "8"), ["0.06778549811275", "0.0677854981129"]),
        (("0.542283984902871", "8"), ("0.271141992451", "4"), ["0.0677854981129", "0.06778549811275"]),
    ],
)
def test_what_a_month_brought_compares_with_what_it_must_bring(
    so_far: tuple[str, str], required: tuple[str, str], texts: list[str]
) -> None:
    brought, needed = ((Decimal(over), Decimal(under)) for over, under in (so_far, required))
    with localcontext(EXACT):
        assert [plain(each) for each in figures.machine_pace(brought, needed) if each is not None] == texts


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(54, 10**9), "0.000000054"),  # not 0.0000001
        (Fraction(148, 10**8), "0.00000148"),
        (Fraction(4, 3 * 10**8), "0.0000000133"),
        (Fraction(-1, 300), "-0.00333"),
        (Fraction(1, 80), "0.01"),
        (Fraction(0), "0"),
    ],
)
def test_a_figure_that_would_be_0_is_shown_with_three_digits_of_its_own(value: Fraction, text: str) -> None:
    assert plain(figures.comparing(value, 2, Decimal(0))) == text


@pytest.mark.parametrize(
    ("one", "other", "texts"),
    [
        (Fraction(1, 30), Fraction(1, 40), ("0.0333", "0.0250")),
        (Fraction(1, 15), Fraction(77, 300), ("0.1", "0.3")),
        (Fraction(1, 50), Fraction(1, 50), ("0.02", "0.02")),
        (Fraction(6), Fraction(4), ("6.0", "4.0")),
        (Fraction(0), Fraction(1), ("0.0", "1.0")),
    ],
)
def test_of_two_figures_beside_each_other_neither_is_0_or_has_one_digit_of_its_own(
    one: Fraction, other: Fraction, texts: tuple[str, str]
) -> None:
    assert tuple(map(plain, figures.told_apart(one, other, 1))) == texts


def test_no_pace_is_whole_before_the_day_on_which_all_is_due() -> None:
    # on the last day but one of a year counted by months the pace is 371/372, 99.73…%
    half, ahead = (1, 2), (998, 1000)
    assert figures.percents(half, Fraction(371, 372), 0) == ("50.0%", "99.7%")
    assert figures.percents(ahead, Fraction(371, 372), 0) == ("99.8%", "99.7%")
    assert figures.percents(half, Fraction(1), 0) == ("50%", "100%")
