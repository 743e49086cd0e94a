"""The plan that `init` writes: small, commented, valid, with something to see in `status`."""

from datetime import date

from plan_tracker.language import Language
from plan_tracker.plan.periods import calendar_year
from plan_tracker.wording.starter import TEXT

_EXAMPLES = {
    "Q1": {"projects": "92", "roads": "16", "boilers": "10", "green": "40.6"},
    "H1": {"projects": "190", "roads": "31", "boilers": "20", "green": "41.1"},
    "Q3": {"projects": "285", "roads": "46", "boilers": "30", "green": "41.6"},
    "FY": {"projects": "391", "roads": "60", "boilers": "36", "green": "42.1"},
}
"""What the starter reports for the last quarter that has ended: one target behind, others on pace."""


def starter(year: int, today: date, language: Language) -> str:
    """Writes a starter plan for a year, with figures for the last quarter that has ended by today."""
    time = calendar_year(year)
    ended = [label for label in _EXAMPLES if (period := time.period(label)) and period.last <= today]
    actuals = dict.fromkeys(_EXAMPLES["FY"], "")
    if ended:
        label = ended[-1]
        actuals = {name: f"actual = {{ {label} = {it} }}\n" for name, it in _EXAMPLES[label].items()}
    return TEXT.text(language, year=str(year), **actuals)
