"""What each format prints compares as the exact figures do: a property that reads the outputs back.

The traps are actuals that miss what is expected, the tolerance, or the goal by 1e-1 to 1e-13, with more and
with fewer decimals than the goal.
"""

import csv
import io
import json
import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple, TypeAlias

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kit.program import Run

Number: TypeAlias = Decimal | Fraction | int
MONTHS = {"2024-06-30": 6, "2024-08-31": 8, "2024-09-30": 9, "2024-12-31": 12}
"""Due dates and how many months of the year they end."""

KEYS = {"total": "", "cap": 'direction = "at_most"', "level": 'kind = "level"\nbaseline = 0'}
TOLERANCE = Fraction(1, 20)


EXAMPLES = settings(
    max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


class Case(NamedTuple):
    """A target whose actual stands close to a mark."""

    kind: str
    goal: Decimal
    due: str
    measured: int
    actual: Decimal

    @property
    def pace(self) -> Fraction:
        return Fraction(self.measured, MONTHS[self.due])

    @property
    def expected(self) -> Fraction:
        return Fraction(self.goal) * self.pace

    @property
    def rate(self) -> Fraction:
        return Fraction(self.actual) / Fraction(self.goal)

    @property
    def lead(self) -> Fraction:
        """In percentage points."""
        ahead = self.rate - self.pace
        return 100 * (-ahead if self.kind == "cap" else ahead)

    @property
    def projected(self) -> Fraction:
        return Fraction(self.actual) / self.pace

    def plan(self) -> str:
        return f"""
[plan]
title = "P"
year = 2024
as_of = "M{self.measured:02}"
tolerance = "5pp"
[check]
warn_on = []
fail_on = ["behind", "slipping", "missed"]
[targets.x]
name = "X"
unit = "u"
{KEYS[self.kind]}
goal = {self.goal:f}
due = {self.due}
actual = {{ M{self.measured:02} = {self.actual:f} }}
"""


@st.composite
def cases(draw: st.DrawFn) -> Case:
    kind, due = draw(st.sampled_from(sorted(KEYS))), draw(st.sampled_from(sorted(MONTHS)))
    goal = Decimal(draw(st.integers(1, 2_000_000))).scaleb(-draw(st.integers(0, 4)))
    measured = draw(st.integers(1, MONTHS[due] - 1))
    pace = Fraction(measured, MONTHS[due])
    share = draw(st.sampled_from([pace, pace - TOLERANCE, pace + TOLERANCE, Fraction(1)]))
    power = draw(st.integers(1, 13))
    near = max(Fraction(goal) * share, Fraction(0)) + draw(st.sampled_from([-1, 0, 1])) * Fraction(
        1, 10**power
    )
    digits = draw(st.integers(power, 13))
    exact = Decimal(near.numerator) / Decimal(near.denominator)
    actual = max(exact.quantize(Decimal(1).scaleb(-digits)), Decimal(0))
    return Case(kind, goal, due, measured, actual.normalize())


def side(one: Number, other: Number) -> int:
    """Whether a number is below another (-1), equal (0) or above it (1)."""
    return (Fraction(one) > Fraction(other)) - (Fraction(one) < Fraction(other))


class Printed(NamedTuple):
    """What a format printed; rates in percent; None where it prints no such figure."""

    expected: Decimal | None = None
    actual: Decimal | None = None
    rate: Decimal | None = None
    pace: Decimal | None = None
    lead: Decimal | None = None
    projected: Decimal | None = None
    goal: Decimal | None = None


def assert_true_to(case: Case, printed: Printed, *, in_cells: bool = False) -> None:
    """What is printed of a case stands to what it is compared with as the exact figures do.

    Spreadsheets show 15 digits of a double: two figures that are alike in these are equal there.
    """
    for shown, against, exact, other in (
        (printed.expected, printed.actual, case.expected, case.actual),
        (printed.expected, printed.goal, case.expected, case.goal),
        (printed.rate, printed.pace, case.rate, case.pace),
        (printed.rate, Decimal(100), case.rate, 1),
        (printed.lead, Decimal(0), case.lead, 0),
        (printed.lead, Decimal(-5), case.lead, -5),
        (printed.projected, printed.goal, case.projected, case.goal),
    ):
        if shown is None or against is None or (in_cells and _in_a_cell(exact) == _in_a_cell(other)):
            continue
        assert side(shown, against) == side(exact, other), (shown, against)


def _in_a_cell(figure: Fraction | Decimal | int) -> str:
    return f"{float(figure):.15g}"


def number(text: str | None) -> Decimal | None:
    """The first number of a text; None where there is none."""
    found = re.search(r"[-+]?\d+(?:\.\d+)?", text or "")
    return Decimal(found[0]) if found else None


def percents(value: Decimal | None) -> Decimal | None:
    return None if value is None else value * 100


def of_machine(row: dict[str, str]) -> Printed:
    return Printed(
        expected=number(row["expected"]),
        actual=number(row["actual"]),
        rate=percents(number(row["completion_rate"])),
        pace=percents(number(row["pace"])),
        lead=number(row["lead_pp"]),
        projected=number(row["projected"]),
        goal=number(row["goal"]),
    )


def of_facts(text: str) -> Printed:
    """What `show` tells."""

    def fact(label: str) -> str:
        found = re.search(rf"^  {label}: (.*)$", text, re.MULTILINE)
        return found[1] if found else ""

    lead = number(fact("lead"))
    projected = fact("projected")
    return Printed(
        expected=number(fact("expected(?: at most)?")),
        actual=number(fact("actual")),
        rate=number(fact("completion rate")),
        pace=number(fact("pace")),
        lead=-lead if lead is not None and re.search("behind|over", fact("lead")) else lead,
        projected=None if projected.startswith(("reached", "none")) else number(projected),
        goal=number(fact("goal")),
    )


def of_markdown(text: str) -> dict[str, str]:
    """The row of the target under its headings; nothing where there is no table."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    if not lines:
        return {}
    heads, row = (
        [cell.strip().casefold() for cell in line.strip("|").split("|")] for line in (lines[0], lines[-1])
    )
    return dict(zip(heads, row, strict=True))


def of_sheet(book: Path, name: str) -> dict[str, Decimal | None]:
    """The numbers of a sheet's row as the cells show them: rounded to the decimals of their formats."""
    opened = openpyxl.load_workbook(book, read_only=True)  # no other sheet is looked at
    heads, row = list(opened[name].iter_rows())[-2:]
    opened.close()
    found: dict[str, Decimal | None] = {}
    for head, cell in zip(heads, row, strict=True):
        if not isinstance(cell.value, int | float):
            continue
        form = cell.number_format.split(";")[0]
        value = Decimal(repr(cell.value)) * (100 if "%" in form else 1)
        decimals = re.search(r"\.(0+)", form)
        unit = Decimal(1).scaleb(-len(decimals[1]) if decimals else 0)
        found[str(head.value)] = value.quantize(unit, ROUND_HALF_UP) if form != "General" else value
    return found


@EXAMPLES
@given(case=cases())
def test_each_format_prints_figures_that_compare_as_the_exact_ones_do(case: Case, run: Run) -> None:
    Path("targets.toml").write_text(case.plan(), encoding="utf-8")
    (row,) = csv.DictReader(io.StringIO(run("export").out))
    assert_true_to(case, of_machine(row))
    (entry,) = json.loads(run("export", "--format", "json").out, parse_float=str, parse_int=str)["targets"]
    assert_true_to(case, of_machine(entry))
    assert_true_to(case, of_facts(run("show", "x").out))

    status = of_markdown(run("status", "--format", "markdown").out)
    rate = number(status.get("rate") or status.get("completion rate"))
    assert_true_to(case, Printed(rate=rate, lead=number(status["lead (pp)"])))
    outlook = of_markdown(run("outlook", "--format", "markdown").out)
    told = outlook.get("projected", "")
    projected = None if "reached" in told else number(told)
    assert_true_to(case, Printed(projected=projected, goal=number(outlook.get("goal"))))


SENTENCE = re.compile(
    r"(?:behind|slipping) by (?P<lag>[\d.]+) pp: (?:at most |expected )"
    r"(?P<expected>[\d.]+) u \((?P<pace>[\d.]+)%"
    r".*?(?P<actual>[\d.]+) u \((?P<rate>-?[\d.]+)%"
)


def of_sentence(text: str) -> Printed | None:
    """What the sentence of a laggard tells; None where there is no such sentence."""
    found = SENTENCE.search(text.replace("%25", "%"))  # a log command of GitHub escapes the sign
    if not found:
        return None
    shown = {key: Decimal(value) for key, value in found.groupdict().items()}
    return Printed(lead=-shown.pop("lag"), **shown)


def of_columns(row: dict[str, str]) -> Printed | None:
    """What the table of a comment on GitHub tells of a laggard."""
    if not row:
        return None
    (expected, pace), (actual, rate) = (
        [Decimal(each) for each in re.findall(r"-?[\d.]+", row[key])] for key in ("expected", "found")
    )
    lag = number(row["by how much"])
    return Printed(
        expected=expected, pace=pace, actual=actual, rate=rate, lead=-lag if lag is not None else None
    )


@EXAMPLES
@given(case=cases())
def test_each_sentence_of_check_prints_figures_that_compare_as_the_exact_ones_do(
    case: Case, run: Run
) -> None:
    Path("targets.toml").write_text(case.plan(), encoding="utf-8")
    lags = case.lead < 0 and case.rate <= 1  # a cap that is broken is missed
    for form in ("text", "github", "gitlab", "junit", "sarif", "markdown"):
        text = run("check", "--format", form, "--max-lag", "8pp").out
        row = of_markdown(text) if form == "markdown" and lags else {}
        printed = of_columns(row) or of_sentence(text)
        assert (printed is not None) is lags, (form, text)
        if printed and printed.lead is not None:
            assert_true_to(case, printed)
            assert side(printed.lead, -8) == side(case.lead, -8), form


@pytest.mark.filterwarnings(
    "ignore:.*extension is not supported:UserWarning"
)  # openpyxl does not know data bars
@EXAMPLES
@given(case=cases())
@example(case=Case("cap", Decimal(1999330), "2024-06-30", 6, Decimal("1999329.99999999")))
@example(case=Case("cap", Decimal(575), "2024-09-30", 4, Decimal("255.5555555555555")))
def test_the_workbook_and_the_page_print_figures_that_compare_as_the_exact_ones_do(
    case: Case, run: Run
) -> None:
    Path("targets.toml").write_text(case.plan(), encoding="utf-8")
    assert run("export", "-o", "plan.xlsx").code == run("export", "-o", "plan.html").code == 0
    cells = of_sheet(Path("plan.xlsx"), "Progress")
    printed = Printed(
        expected=cells.get("expected"),
        actual=cells.get("actual"),
        rate=cells.get("completion rate"),
        pace=cells.get("pace"),
        lead=cells.get("lead (pp)"),
        goal=cells.get("goal"),
    )
    assert_true_to(case, printed, in_cells=True)
    page = Path("plan.html").read_text(encoding="utf-8")
    rate = re.search(r"<b>([-\d.]+)%</b><span[^>]*>pace ([\d.]+)%</span>", page)
    lead = re.search(r'data-label="Lead[^>]*>([-+\d.]+)<', page)
    projected = re.search(r'data-label="Projected">([\d.]+) u<', page)
    assert rate, page
    assert lead, page
    printed = Printed(
        rate=Decimal(rate[1]),
        pace=Decimal(rate[2]),
        lead=Decimal(lead[1]),
        projected=Decimal(projected[1]) if projected else None,
        goal=case.goal,
    )
    assert_true_to(case, printed)


@EXAMPLES
@given(case=cases(), power=st.integers(0, 6), step=st.sampled_from([-1, 0, 1]))
def test_a_minimum_and_a_stated_rate_are_printed_beside_figures_that_compare_with_them(
    case: Case, power: int, step: int, run: Run
) -> None:
    unit = Decimal(1).scaleb(-power)
    percent = Decimal(case.rate.numerator * 100) / Decimal(case.rate.denominator)
    mark = max(percent.quantize(unit) + step * unit, Decimal(0))
    text = case.plan().replace("actual =", f'stated = {{ M{case.measured:02} = "{mark:f}%" }}\nactual =')
    Path("targets.toml").write_text(text, encoding="utf-8")
    audit = of_markdown(run("audit", "--format", "markdown").out)
    computed, stated = number(audit["computed"]), number(audit["stated"])
    assert stated == mark
    if computed is not None:
        assert side(computed, mark) == side(case.rate * 100, mark)
    if mark > 100:
        return
    told = run("check", "--fail-on", "missed", "--min-completion", f"{mark:f}%").out
    if low := re.search(r"completion (-?[\d.]+)% is ([\d.]+) pp below the minimum of ([\d.]+)%", told):
        assert side(Decimal(low[1]), Decimal(low[3])) == side(Decimal(0), Decimal(low[2])) == -1
        assert Decimal(low[3]) == mark
        assert case.rate * 100 < mark
    else:
        assert case.kind == "cap" or case.rate * 100 >= mark


BOUNDS = """[plan]
title = "P"
year = 2024

[targets.sum]
name = "Sum"
goal = 400
stated = { H1 = "60%" }
parts.n = { goal = 300, actual = { H1 = 257 } }
parts.s = { goal = 100 }

[targets.cap]
name = "Cap"
direction = "at_most"
goal = 400
parts.n = { goal = 300, actual = { H1 = 257 } }
parts.s = { goal = 100 }
"""
"""Of both targets 257 of 400 are known, 64.25%, which is 14.25 points more than half."""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("status --no-parts", ["≥64.2%", "≥+14.2", "≤-14.2"]),
        (
            "show sum",
            ["completion rate: ≥64.2%", "lead: ≥+14.2 pp", "≥64.2%   50.0%", "the data give ≥64.2%"],
        ),
        ("show cap", ["lead: ≤-14.2 pp"]),
        (
            "check --min-completion 64.37%",  # decimals as typed: 64.37 less 64.25 is 0.12
            ["behind by ≥14.2 pp: at most 200 (50.0%)", "found ≥257 (≥64.2%)", "≥64.25% is ≤0.12 pp below"],
        ),
        ("check --min-completion 70.0%", ["completion ≥64.2% is ≤5.8 pp below the minimum of 70.0%"]),
        ("audit", ["  ≥64.2%  mismatch"]),
        ("export --format markdown --no-parts", ["Cap used ≥257, ≥64.2% of its cap", "≥14.2 pp more"]),
        ("compare before.toml", ["≥55.0% → ≥64.2%", "≥+5.0 → ≥+14.2", "≤-5.0 → ≤-14.2"]),
    ],
)
def test_of_a_bound_no_more_is_printed_than_is_known(arguments: str, told: list[str], run: Run) -> None:
    Path("targets.toml").write_text(BOUNDS, encoding="utf-8")
    Path("before.toml").write_text(BOUNDS.replace("257", "220"), encoding="utf-8")
    out = run(*arguments.split()).out
    assert [text for text in told if text not in out] == []


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
def test_a_cell_shows_no_more_of_a_bound_than_is_known(run: Run) -> None:
    Path("targets.toml").write_text(BOUNDS, encoding="utf-8")
    assert run("export", "--no-parts", "-o", "plan.xlsx").code == 0
    sheet = openpyxl.load_workbook("plan.xlsx")["Progress"]
    heads, *rows = sheet[sheet.tables["progress"].ref]
    keys = [cell.value for cell in heads]
    found = [dict(zip(keys, row, strict=True)) for row in rows]
    shown = [(row["completion rate"].value, row["completion rate"].number_format) for row in found]
    assert shown == [(0.642, '"≥"0.0%')] * 2
    assert [row["lead (pp)"].value for row in found] == [14.2, -14.2]
