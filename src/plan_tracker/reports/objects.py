"""What commands say to other programs: objects spelt field by field, with stable keys, never translated."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from plan_tracker.judging.collecting import Rollup, member_of, plans_worst_first
from plan_tracker.judging.evaluation import Evaluation, descended
from plan_tracker.judging.result import Result
from plan_tracker.judging.standing import spread
from plan_tracker.judging.wholes import is_whole
from plan_tracker.numbers import DIGITS, shortest
from plan_tracker.questions.audit import Audited
from plan_tracker.questions.compare.comparison import Change, Comparison, Refusal, refusals, refused
from plan_tracker.questions.document.nearby import Near
from plan_tracker.questions.document.reading import Reading
from plan_tracker.questions.document.source import Document, Part
from plan_tracker.questions.history import history as results_over_time
from plan_tracker.questions.outlook import still_open, totals
from plan_tracker.reports.audit_figures import machine_computed, machine_interval
from plan_tracker.reports.check import CheckReport
from plan_tracker.reports.figures import machine_lead, machine_share
from plan_tracker.reports.remarks import Remark
from plan_tracker.reports.rows import VALUES, row, rows_of

_SCHEMA_VERSION = 1

Json: TypeAlias = (
    "str | int | Decimal | bool | date | Sequence[Json] | Iterator[Json] | Mapping[str, Json] | None"
)
Object: TypeAlias = dict[str, Json]


def progress(evaluation: Evaluation, *, parts: bool = True) -> Object:
    """Makes an object with all targets, each followed by its parts."""
    return targets(evaluation, descended(evaluation.results, parts=parts))


def history(evaluation: Evaluation, *, parts: bool = True) -> Object:
    """Makes an object of each target, then its parts, as of each period; the summary is of the plan's day."""
    over_time = rows_of(results_over_time(evaluation, parts=parts), VALUES)
    return {**head(evaluation), "history": over_time}


def targets(evaluation: Evaluation, results: Iterable[Result]) -> Object:
    """Makes an object with the plan and the targets given."""
    return {**head(evaluation), "targets": rows_of(results, VALUES)}


def head(evaluation: Evaluation) -> Object:
    """Makes the beginning of every object about a plan: the version of its form, the plan, the summary."""
    return {"schema_version": _SCHEMA_VERSION, **_summary(evaluation)}


def outlook(evaluation: Evaluation, *, parts: bool = True) -> Object:
    """Makes an object with the open targets, worst first, and with what each group needs together."""
    together: list[Json] = [
        {
            "group": total.group or None,
            "unit": total.unit or None,
            "targets": total.targets,
            "remaining": shortest(total.remaining, DIGITS),
            "committed": None if total.committed is None else shortest(total.committed, DIGITS),
            "coverage": None if total.coverage is None else machine_share(total.coverage),
            "uncovered": None if total.uncovered is None else shortest(total.uncovered, DIGITS),
        }
        for total in totals(evaluation.results)
    ]
    return {**targets(evaluation, still_open(evaluation.results, parts=parts)), "totals": together}


def audit(evaluation: Evaluation, audited_figures: Iterable[Audited], reading: Reading | None) -> Object:
    """Makes an object with the stated figures and verdicts; `document` is null if no text was read."""
    return {
        **head(evaluation),
        "stated": audited_rows(audited_figures),
        "document": None if reading is None else reading_rows(reading),
    }


def audited_rows(audited_figures: Iterable[Audited]) -> list[Object]:
    """Makes an object for each stated figure: rates as fractions, leads in points, figures as typed."""
    return [_of_audited(each) for each in audited_figures]


def _of_audited(audited: Audited) -> Object:
    target, stated, actual, implied = audited.target, audited.stated, audited.actual, audited.implied
    computed, is_lead = machine_computed(audited), stated.is_lead
    low, high = machine_interval(audited)
    return {
        "id": target.id,
        "name": target.name,
        "period": stated.period,
        "measured_on": actual.day if actual else None,
        "goal": target.goal,
        "actual": actual.value if actual else None,
        "stated": stated.text,
        "completion_rate": None if is_lead else computed,
        "lead_pp": computed if is_lead else None,
        "pace": None if audited.pace is None else machine_share(audited.pace),
        "verdict": audited.verdict.value,
        "decides": audited.decides,
        "fails": audited.fails,
        "reason": audited.reason.value if audited.reason else None,
        "implied_goal_low": implied.low if implied else None,
        "implied_goal_high": implied.high if implied else None,
        "interval_low": low,
        "interval_high": high,
    }


def reading_rows(reading: Reading) -> Object:
    """Tells where a text prints each figure, and which completion percentages no target covers.

    `line` counts the lines of the text; `place` is set only for files without lines (Word, PDF).
    """
    document = reading.document
    return {
        "figures": [
            {
                "id": sighting.target.id,
                "actual": sighting.actual.value if sighting.actual else None,
                "unit": sighting.target.unit or None,
                "line": sighting.line,
                "stated": [
                    {
                        "stated": each.stated.text,
                        "line": each.line,
                        "place": _place(each.line, document),
                        "near": _near(each.near, document),
                    }
                    for each in sighting.stated
                ],
                "place": _place(sighting.line, document),
                "near": _near(sighting.near, document),
            }
            for sighting in reading.sightings
        ],
        "uncovered": [
            {
                "line": each.line,
                "figure": each.figure,
                "words": each.words,
                "place": _place(each.line, document),
            }
            for each in reading.uncovered
        ],
    }


def _place(line: int | None, document: Document) -> str | None:
    place = None if line is None else document.place(line)
    if place is None or place.part is Part.LINE:
        return None
    row = {Part.TABLE: f" row {place.row}", Part.PAGE: f" line {place.row}"}.get(place.part, "")
    return f"{place.part.value} {place.number}{row}"


def _near(near: Near | None, document: Document) -> Object | None:
    if near is None:
        return None
    place = _place(near.line, document)
    return {"hint": near.hint.value, "line": near.line, "place": place, "printed": near.printed}


def comparison(compared: Comparison, versions: tuple[str, str], fail_on: frozenset[Refusal]) -> Object:
    """Makes an object of what changed between two named versions; `refused` is what `fail_on` found of it."""
    old, new = versions
    return {
        "schema_version": _SCHEMA_VERSION,
        "old": {"version": old, **_summary(compared.old)},
        "new": {"version": new, **_summary(compared.new)},
        "refused": sorted(each.value for each in refused(compared, fail_on)),
        "settings": [
            {"table": each.table, "key": each.key, "old": each.old, "new": each.new, "eased": each.eased}
            for each in compared.settings
        ],
        "changes": [_change(change) for change in compared.changes],
        "same_year": compared.same_year,
    }


def _change(change: Change) -> Object:
    """Makes an object of one target in both versions, with each thing that changed."""
    old, new = (None if result is None else row(result) for result in (change.old, change.new))
    return {
        "id": change.target.id,
        "parent": change.target.parent,
        "presence": "added" if change.old is None else "removed" if change.new is None else "kept",
        "goal": change.goal.value if change.goal else None,
        "status": change.status.value if change.status else None,
        "lead_moved_pp": machine_lead(change.lead) if change.lead else None,
        "actuals": [
            {
                "day": each.day,
                "move": each.move.value,
                "old": each.old.value if each.old else None,
                "new": each.new.value if each.new else None,
            }
            for each in change.actuals
        ],
        "terms": [term.key for term in change.terms],
        "refusals": sorted(each.value for each in refusals(change)),
        "old": old,
        "new": new,
        "added": change.added,
        "eased": [term.key for term in change.terms if term.eased],
    }


def check(report: CheckReport) -> Object:
    """Makes an object of what `check` found, or of the problems if the plan cannot be judged."""
    unknown: Object = {"plan": None, "as_of": None, "summary": None}
    return {
        "schema_version": _SCHEMA_VERSION,
        **(_summary(report.evaluation) if report.evaluation else unknown),
        "file": report.file,
        "verdict": report.verdict.value,
        "failed": report.failed,
        "findings": map(_remark, report.remarks),
    }


def _remark(remark: Remark) -> Object:
    place = remark.place
    return {
        "id": remark.id or None,
        "name": remark.name or None,
        "owner": remark.owner or None,
        "rule": remark.rule,
        "gravity": remark.gravity.value,
        "message": remark.message,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "plan": remark.plan.path if remark.plan else None,
        "file": remark.file,
    }


def _plans(rollup: Rollup) -> Object:
    """Returns the plans of a whole, the worst first, and those not read; of levels their bounds."""
    return {
        "plans": [
            {
                "plan": member_of(each.plan).path,
                "title": each.plan.title,
                "reported": member_of(each.plan) not in rollup.silent,
                **_counted(each),
            }
            for each in plans_worst_first(rollup)
        ],
        "unread": list(rollup.unread),
        "levels": [
            {"id": result.target.id, "unit": result.target.unit or None}
            | {"low": between.low, "median": between.median, "high": between.high, "number": between.number}
            for result in rollup.results
            if is_whole(result) and not result.target.is_summed and (between := spread(result))
        ],
        "differences": [
            {
                "id": each.id,
                "key": each.key,
                "plan": each.member.path,
                "said": each.said,
                "other_plan": each.first.path if each.first else None,
                "other_said": each.otherwise,
            }
            for each in rollup.differences
        ],
    }


def _summary(evaluation: Evaluation) -> Object:
    plan = evaluation.plan
    several = _plans(evaluation) if isinstance(evaluation, Rollup) else {}
    return {
        "plan": {"title": plan.title, "start": plan.time.start, "end": plan.time.end},
        "as_of": evaluation.as_of,
        "summary": _counted(evaluation),
        **several,
    }


def _counted(evaluation: Evaluation) -> Object:
    mean = evaluation.mean_completion
    return {
        "targets": len(evaluation.counted),
        "by_status": {status.value: count for status, count in evaluation.by_status.items()},
        "mean_completion": None if mean.value is None else machine_share(mean.value),
        "mean_of": mean.number,
        "bounds_left_out": mean.bounds_left_out,
    }
