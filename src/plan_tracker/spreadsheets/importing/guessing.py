"""What a table of results does not say of its plan, but its statuses show: reporting dates, tolerance."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

from plan_tracker.editing.plan_text import Document
from plan_tracker.judging.evaluation import Result, evaluate
from plan_tracker.plan.model import Plan
from plan_tracker.reading.validation import validate
from plan_tracker.spreadsheets.headings import RowFault
from plan_tracker.spreadsheets.importing.rows import Draft
from plan_tracker.wording import importing as phrases

A_LITTLE = Decimal("0.0001")
"""Leads in tables are rounded to so much."""


def as_judged(drafts: Sequence[Draft], document: Document, plan: Plan) -> tuple[Document, Plan]:
    """The plan under which most targets get the status that their rows have."""
    told = {draft.id: draft.fields["status"] for draft in drafts if "status" in draft.fields}
    own = document["plan"]
    best = (_agreement(plan, told), document, plan)
    if best[0] == len(told) or not isinstance(own, dict):
        return document, plan
    lags = [abs(lead) for draft in drafts if (lead := _lead(draft)) is not None]
    tolerance = {"tolerance": f"{max(lags) + A_LITTLE:f}pp"} if lags else {}
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


def differences(drafts: Sequence[Draft], plan: Plan) -> Iterator[RowFault]:
    """The rows whose status is another in the plan that was made of them."""
    results = _results(plan)
    for draft in drafts:
        old, result = draft.fields.get("status"), results.get(draft.id)
        if old and result and result.status.value != old:
            values = {"new": result.status.value, "old": str(old)}
            yield RowFault(draft.row, phrases.STATUS_DIFFERS.fill(**values))


def _lead(draft: Draft) -> Decimal | None:
    lead = draft.fields.get("lead_pp")
    return lead if isinstance(lead, Decimal) and draft.fields.get("status") == "slipping" else None


def _results(plan: Plan) -> dict[str, Result]:
    return {each.target.id: each for result in evaluate(plan).results for each in (result, *result.parts)}


def _agreement(plan: Plan, told: Mapping[str, object]) -> int:
    results = _results(plan)
    return sum(known in results and results[known].status.value == status for known, status in told.items())
