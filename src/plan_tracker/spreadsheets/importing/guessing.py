"""Guesses what a table of results leaves out, from the statuses it shows: reporting dates, tolerance."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import product

from plan_tracker.editing.plan_text import Document
from plan_tracker.judging.evaluation import descended, evaluate
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import inserted, listed
from plan_tracker.plan.model import Plan
from plan_tracker.reading.validation import validate
from plan_tracker.spreadsheets.importing.times import TimedDraft
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.wording import importing as phrases

_A_LITTLE = Decimal("0.0001")
"""By how much a lead in a table may be rounded, as a share."""


def as_judged(
    drafts: Sequence[TimedDraft], document: Document, plan: Plan, account: Account
) -> tuple[Document, Plan]:
    """Returns the plan under which most targets get the status that their rows have, and tells its keys."""
    statuses = {
        draft.id: draft.fields["status"]
        for draft in drafts
        if "status" in draft.fields and not _is_dropped_some_day(draft)
    }
    own = document["plan"]
    if not statuses:
        return document, plan
    best = (_agreement(plan, statuses), document, plan)
    chosen: Document = {}
    if best[0] == len(statuses) or not isinstance(own, dict):
        return document, plan
    lags = [abs(lead) for draft in drafts if (lead := _lead(draft)) is not None]
    tolerance = {"tolerance": f"{max(lags) + _A_LITTLE:f}pp"} if lags else {}
    for reporting, calendar in product(("half-year", "quarter", "month", "year"), ("months", "days")):
        extra: Document = dict(tolerance)
        if reporting != "half-year":
            extra["reporting"] = reporting
        if calendar != "months":
            extra["calendar"] = calendar
        tried: Document = document | {"plan": own | extra}
        found, _ = validate(tried)
        if found is not None and (agreement := _agreement(found, statuses)) > best[0]:
            best, chosen = (agreement, tried, found), extra
        if best[0] == len(statuses):
            break
    if chosen:
        keys = [f'{key} = "{value}"' for key, value in chosen.items()]
        account.notes.append(inserted(phrases.JUDGED_AS, keys=listed(keys)).fill())
    return best[1:]


def tell_differences(drafts: Sequence[TimedDraft], plan: Plan, account: Account) -> None:
    """Notes the rows whose status differs from that in the plan made of them."""
    if not any("status" in draft.fields for draft in drafts):
        return
    results = _results(plan)
    for draft in drafts:
        old, result = draft.fields.get("status"), results.get(draft.id)
        if old and result and result.status.value != old:
            phrase = phrases.DROPPED_SOME_DAY if _is_dropped_some_day(draft) else phrases.STATUS_DIFFERS
            account.row(phrase, draft.row)


def _is_dropped_some_day(draft: TimedDraft) -> bool:
    """Tells whether a target is given up, and the table does not say since when."""
    return draft.fields.get("status") == Status.DROPPED.value and "dropped" not in draft.fields


def _lead(draft: TimedDraft) -> Decimal | None:
    lead = draft.fields.get("lead_pp")
    return lead if isinstance(lead, Decimal) and draft.fields.get("status") == "slipping" else None


def _results(plan: Plan) -> dict[str, Result]:
    return {each.target.id: each for each in descended(evaluate(plan).results)}


def _agreement(plan: Plan, statuses: Mapping[str, object]) -> int:
    results = _results(plan)
    return sum(id_ in results and results[id_].status.value == status for id_, status in statuses.items())
