"""The plan that `init` writes: small, commented, valid, with something to see in `status`."""

from datetime import date
from typing import NamedTuple

from plan_tracker.language import Language
from plan_tracker.plan.periods import calendar_year
from plan_tracker.wording.starter import TEXT


class _Example(NamedTuple):
    """The figures of the example's targets for one period."""

    projects: str
    roads: str
    boilers: str
    green: str


_EXAMPLES = {
    "Q1": _Example(projects="92", roads="16", boilers="10", green="40.6"),
    "H1": _Example(projects="190", roads="31", boilers="20", green="41.1"),
    "Q3": _Example(projects="285", roads="46", boilers="30", green="41.6"),
    "FY": _Example(projects="391", roads="60", boilers="36", green="42.1"),
}
"""What the starter reports for the last quarter that has ended: one target behind, others on pace."""


def starter(year: int, today: date, language: Language) -> str:
    """Writes a starter plan for a year, with figures for the last quarter that has ended by today."""
    time = calendar_year(year)
    ended = [label for label in _EXAMPLES if (period := time.period(label)) and period.last <= today]
    actuals = dict.fromkeys(_Example._fields, "")
    if ended:
        figures = _EXAMPLES[ended[-1]]._asdict()
        actuals = {name: f"actual = {{ {ended[-1]} = {figure} }}\n" for name, figure in figures.items()}
    return TEXT.text(language, year=str(year), **actuals)
