"""What a number format of a workbook shows behind a number: a unit, a size."""

from xml.etree import ElementTree as ET

import pytest

from plan_tracker.spreadsheets.files.formats import NumberFormat, Sized, Style, styles_of


def style(code: str) -> NumberFormat:
    root = ET.Element("styleSheet")
    ET.SubElement(ET.SubElement(root, "numFmts"), "numFmt", numFmtId="170", formatCode=code)
    ET.SubElement(ET.SubElement(root, "cellXfs"), "xf", numFmtId="170")
    return styles_of(root)[0]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('#,##0" MWh"', Sized(0, "MWh")),  # MW and mW are different units
        ('0.0" MW"', Sized(0, "MW")),
        ('#,##0 "EUR"', Sized(0, "EUR")),
        ('General" GJ"', Sized(0, "GJ")),
        ('0.00"万元"', Sized(0, "万元")),
        ('#,##0,"K"', Style.PLAIN),
        ('#,##0,,"M"', Style.PLAIN),
        ("#,##0,", Sized(3, "")),
        ("0.0%", Style.PERCENT),
        ("MMM-YY", Style.MONTH),
        ("YYYY-MM-DD", Style.PLAIN),
    ],
)
def test_a_format_keeps_the_capitals_of_a_unit(code: str, expected: NumberFormat) -> None:
    assert style(code) == expected
