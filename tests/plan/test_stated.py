from decimal import Decimal

import pytest

from plan_tracker.plan.stated import Relation, parse


@pytest.mark.parametrize(
    ("text", "relation", "figure"),
    [
        ("47.5%", Relation.EQUAL, "47.5"),
        ("57.17%", Relation.EQUAL, "57.17"),
        ("100.0%", Relation.EQUAL, "100.0"),
        ("-3%", Relation.EQUAL, "-3"),
        ("=50%", Relation.EQUAL, "50"),
        (">50%", Relation.MORE, "50"),
        ("> 50 %", Relation.MORE, "50"),
        (">=100%", Relation.AT_LEAST, "100"),
        ("≥100%", Relation.AT_LEAST, "100"),
        ("<5%", Relation.LESS, "5"),
        ("<=5%", Relation.AT_MOST, "5"),
        ("≤5%", Relation.AT_MOST, "5"),
        ("＞５０％", Relation.MORE, "50"),
        ("＜４７．５％", Relation.LESS, "47.5"),
        ("＝50%", Relation.EQUAL, "50"),
        ("－０．５％", Relation.EQUAL, "-0.5"),
        (" 61% ", Relation.EQUAL, "61"),
    ],
)
def test_a_stated_rate_or_claim(text: str, relation: Relation, figure: str) -> None:
    found = parse("H1", text)
    assert found is not None
    assert found == ("H1", text, relation, Decimal(figure), False)
    assert str(found.figure) == figure  # the digits printed are known


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("+5.90pp", "5.90"),
        ("-2.5pp", "-2.5"),
        ("＋5.9个百分点", "5.9"),
        ("-2.5 百分点", "-2.5"),
        ("+0pp", "0"),
    ],
)
def test_a_stated_lead_has_a_sign_and_points(text: str, figure: str) -> None:
    found = parse("2024-06-30", text)
    assert found is not None
    assert found == ("2024-06-30", text, Relation.EQUAL, Decimal(figure), True)
    assert str(found.figure) == figure


@pytest.mark.parametrize(
    "text",
    [
        "47.5",
        "5.90pp",
        ">5pp",
        "+5%",
        "50%+",
        "%",
        "more than half",
        "=>50%",
        ">>50%",
        "1,550%",
        "47.5%%",
        "٤٧%",
        "1000000000000000%",
        "",
    ],
)
def test_anything_else_is_no_stated_figure(text: str) -> None:
    assert parse("H1", text) is None
