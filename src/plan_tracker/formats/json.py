"""Progress as JSON: numbers with their exact digits, which the standard encoder cannot write."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TextIO, TypeAlias

from plan_tracker.judging.evaluation import Evaluation, Result
from plan_tracker.numbers import DIGITS, plain, shortest
from plan_tracker.questions.audit import Finding
from plan_tracker.questions.compare import Change, Comparison, refusals
from plan_tracker.questions.document.reading import Reading
from plan_tracker.questions.outlook import flat, totals
from plan_tracker.reports.audit import findings_rows, reading_rows
from plan_tracker.reports.check import CheckReport, Remark
from plan_tracker.reports.figures import machine_lead, machine_share
from plan_tracker.reports.rows import COLUMNS, row

SCHEMA_VERSION = 1

Json: TypeAlias = "str | int | Decimal | bool | date | Sequence[Json] | Mapping[str, Json] | None"


def write(evaluation: Evaluation, out: TextIO, *, parts: bool = True) -> None:
    """The whole evaluation as one object."""
    flat = [each for result in evaluation.results for each in (result, *(result.parts if parts else ()))]
    write_value(document(evaluation, flat), out)


def write_outlook(evaluation: Evaluation, out: TextIO, *, parts: bool = True) -> None:
    """The open targets, worst first, and what each group needs together."""
    found = document(evaluation, flat(evaluation.results, parts=parts))
    found["totals"] = [
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
    write_value(found, out)


def write_audit(
    evaluation: Evaluation, findings: Iterable[Finding], reading: Reading | None, out: TextIO
) -> None:
    """The stated figures with their verdicts; `document` is null unless a report's text was read."""
    value: dict[str, Json] = {
        "schema_version": SCHEMA_VERSION,
        **_summary(evaluation),
        "stated": findings_rows(findings),
        "document": None if reading is None else reading_rows(reading),
    }
    write_value(value, out)


def write_comparison(
    comparison: Comparison, versions: tuple[str, str], fail_on: frozenset[str], out: TextIO
) -> None:
    """What changed between two versions, called by their names; `refused` is what `fail_on` names of it."""
    occurred = {refusal.value for change in comparison.changes for refusal in refusals(change)}
    old, new = versions
    value: dict[str, Json] = {
        "schema_version": SCHEMA_VERSION,
        "old": {"version": old, **_summary(comparison.old)},
        "new": {"version": new, **_summary(comparison.new)},
        "refused": sorted(occurred & fail_on),
        "settings": [setting._asdict() for setting in comparison.settings],
        "changes": [_change(change, comparison) for change in comparison.changes],
    }
    write_value(value, out)


def _change(change: Change, comparison: Comparison) -> dict[str, Json]:
    """One changed target: all it was and is, and what of it moved how."""
    old, new = (
        None if result is None else dict(zip(COLUMNS, row(result, evaluation.as_of), strict=True))
        for result, evaluation in ((change.old, comparison.old), (change.new, comparison.new))
    )
    return {
        "id": change.target.id,
        "parent": change.target.parent,
        "presence": "added" if change.old is None else "removed" if change.new is None else "kept",
        "goal": change.goal.value if change.goal else None,
        "status": change.status.value if change.status else None,
        "lead_moved_pp": None if change.lead is None else machine_lead(change.lead),
        "actuals": [
            {
                "day": each.day,
                "move": each.move.value,
                "old": each.old.value if each.old else None,
                "new": each.new.value if each.new else None,
            }
            for each in change.actuals
        ],
        "terms": list(change.terms),
        "refusals": sorted(each.value for each in refusals(change)),
        "old": old,
        "new": new,
    }


def write_check(report: CheckReport, out: TextIO) -> None:
    """What `check` found; of a plan that cannot be judged its problems, and nulls where there is nothing."""
    unknown: dict[str, Json] = {"plan": None, "as_of": None, "summary": None}
    value: dict[str, Json] = {
        "schema_version": SCHEMA_VERSION,
        **(_summary(report.evaluation) if report.evaluation else unknown),
        "file": report.file,
        "verdict": report.verdict.value,
        "failed": report.failed,
        "findings": [_remark(remark) for remark in report.remarks],
    }
    write_value(value, out)


def _remark(remark: Remark) -> dict[str, Json]:
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
    }


def document(evaluation: Evaluation, results: Iterable[Result]) -> dict[str, Json]:
    """The object that describes a plan and these of its targets."""
    return {
        "schema_version": SCHEMA_VERSION,
        **_summary(evaluation),
        "targets": [dict(zip(COLUMNS, row(result, evaluation.as_of), strict=True)) for result in results],
    }


def _summary(evaluation: Evaluation) -> dict[str, Json]:
    plan = evaluation.plan
    mean = evaluation.mean_completion.value
    return {
        "plan": {"title": plan.title, "start": plan.time.start, "end": plan.time.end},
        "as_of": evaluation.as_of,
        "summary": {
            "targets": len(evaluation.results),
            "by_status": {status.value: count for status, count in evaluation.by_status.items()},
            "mean_completion": None if mean is None else machine_share(mean),
        },
    }


def write_value(value: Json, out: TextIO) -> None:
    """A value with a line feed after it."""
    out.write(encode(value) + "\n")


def encode(value: Json, indent: str = "\n") -> str:
    """A value as JSON text, objects and lists one item a line; letters of any script as they are."""
    match value:
        case None | bool() | str() | int():
            return json.dumps(value, ensure_ascii=False)
        case Decimal():
            return plain(value)
        case date():
            return f'"{value.isoformat()}"'
        case Mapping():
            inner = indent + "  "
            items = [
                f"{json.dumps(key, ensure_ascii=False)}: {encode(item, inner)}" for key, item in value.items()
            ]
            return f"{{{inner}{f',{inner}'.join(items)}{indent}}}" if items else "{}"
        case _:
            inner = indent + "  "
            items = [encode(item, inner) for item in value]
            return f"[{inner}{f',{inner}'.join(items)}{indent}]" if items else "[]"
