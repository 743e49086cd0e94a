"""Raised digits in cells: marks of footnotes behind figures and names, and the 2 of m²."""

import pytest

from kit.recorded import Take
from kit.workbooks import SPREADSHEET, text, workbook

PLAN = '[plan]\ntitle = "P"\nyear = 2024\n[targets.a]\nname = "A"\nunit = "m²"\ngoal = 400\n'
SHARED = (
    "<si><t>A</t></si>",
    "<si><r><t>A</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r></si>",
    "<si><r><t>m</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>2</t></r></si>",
    "<si><r><t>177.5</t></r>\n <r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r></si>",
    "<si><r><t>177</t></r><r><rPr><b/></rPr><t>.5</t></r></si>",
)


def table(name: int, figure: str) -> bytes:
    heads = "".join(
        text(f"{letter}1", word) for letter, word in zip("ABC", ("name", "unit", "H1"), strict=True)
    )
    row = f'<c r="A2" t="s"><v>{name}</v></c><c r="B2" t="s"><v>2</v></c>{figure}'
    shared = f'<sst xmlns="{SPREADSHEET}">{"".join(SHARED)}</sst>'.encode()
    rows = f'<row r="1">{heads}</row><row r="2">{row}</row>'
    return workbook(rows, more={"xl/sharedStrings.xml": shared})


@pytest.mark.parametrize("name", [0, 1])
@pytest.mark.parametrize("figure", ['<c r="C2"><v>177.5</v></c>', '<c r="C2" t="s"><v>4</v></c>'])
def test_a_raised_digit_behind_a_name_is_a_mark_and_that_of_a_unit_its_own(
    take: Take, name: int, figure: str
) -> None:
    outcome = take(table(name, figure), plan=PLAN, name="t.xlsx")
    assert outcome.code == 0, outcome.err
    assert take.actuals == {"a": {"H1": "177.5"}}


def test_a_raised_digit_behind_a_figure_is_none_of_its_own(take: Take) -> None:
    """177.5 with the mark 1 was recorded as 177.51."""
    outcome = take(table(0, '<c r="C2" t="s"><v>3</v></c>'), plan=PLAN, name="t.xlsx")
    assert outcome.code == 2
    assert "row 2: `177.5¹` is not a number (write 177.5)" in outcome.err
