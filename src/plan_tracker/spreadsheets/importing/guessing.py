"""Guesses what a table of results leaves out, from the statuses it shows: reporting dates, tolerance."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import product

from plan_tracker.editing.plan_text import Document
from plan_tracker.judging.evaluation import descended, evaluate
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.plan.model import Plan
from plan_tracker.reading.validation import validate
from plan_tracker.spreadsheets.importing.times import Told
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.wording import importing as phrases

_A_LITTLE = Decimal("0.0001")
"""By how much a lead in a table may be rounded, as a share."""


def as_judged(targets: Sequence[Told], document: Document, plan: Plan) -> tuple[Document, Plan]:
    """Returns the plan under which most targets get the status that their rows have."""
    told = {
        told.id: told.fields["status"]
        for told in targets
        if "status" in told.fields and not _is_dropped_some_day(told)
    }
    own = document["plan"]
    if not told:
        return document, plan
    best = (_agreement(plan, told), document, plan)
    if best[0] == len(told) or not isinstance(own, dict):
        return document, plan
    lags = [abs(lead) for told in targets if (lead := _lead(told)) is not None]
    tolerance = {"tolerance": f"{max(lags) + _A_LITTLE:f}pp"} if lags else {}
    for reporting, calendar in product(("half-year", "quarter", "month", "year"), ("months", "days")):
        extra: Document = dict(tolerance)
        if reporting != "half-year":
            extra["reporting"] = reporting
        if calendar != "months":
            extra["calendar"] = calendar
        tried: Document = document | {"plan": own | extra}
        found, _ = validate(tried)
        if found is not None and (agreement := _agreement(found, told)) > best[0]:
            best = (agreement, tried, found)
        if best[0] == len(told):
            break
    return best[1:]


def tell_differences(targets: Sequence[Told], plan: Plan, account: Account) -> None:
    """Notes the rows whose status differs from that in the plan made of them."""
    if not any("status" in told.fields for told in targets):
        return
    results = _results(plan)
    for told in targets:
        old, result = told.fields.get("status"), results.get(told.id)
        if old and result and result.status.value != old:
            phrase = phrases.DROPPED_SOME_DAY if _is_dropped_some_day(told) else phrases.STATUS_DIFFERS
            account.row(phrase, told.row)


def _is_dropped_some_day(told: Told) -> bool:
    """Tells whether a target is given up, and the table does not say since when."""
    return told.fields.get("status") == Status.DROPPED.value and "dropped" not in told.fields


def _lead(told: Told) -> Decimal | None:
    lead = told.fields.get("lead_pp")
    return lead if isinstance(lead, Decimal) and told.fields.get("status") == "slipping" else None


def _results(plan: Plan) -> dict[str, Result]:
    return {each.target.id: each for each in descended(evaluate(plan).results)}


def _agreement(plan: Plan, told: Mapping[str, object]) -> int:
    results = _results(plan)
    return sum(known in results and results[known].status.value == status for known, status in told.items())
