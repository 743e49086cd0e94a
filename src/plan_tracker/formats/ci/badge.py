"""What `check` found as a badge: the JSON that a shields.io endpoint reads."""

import json
from typing import TextIO

from plan_tracker.reports.check import CheckReport, Verdict
from plan_tracker.wording import check as phrases
from plan_tracker.wording import words

_COLOR = {
    Verdict.PASSED: "brightgreen",
    Verdict.FAILED: "red",
    Verdict.UNJUDGED: "lightgrey",
    Verdict.INVALID: "red",
}


def write(report: CheckReport, out: TextIO) -> None:
    """Writes one object: the mean completion and how many targets fail."""
    warned = report.verdict is Verdict.PASSED and bool(report.remarks)
    label = " ".join(filter(None, [words.PLAN.text(report.language), report.period]))
    badge: dict[str, object] = {
        "schemaVersion": 1,
        "label": label,
        "message": _message(report),
        "color": "yellow" if warned else _COLOR[report.verdict],
    }
    if report.verdict is Verdict.INVALID:
        badge["isError"] = True
    json.dump(badge, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _message(report: CheckReport) -> str:
    language, number = report.language, str(report.failed)
    if report.verdict is Verdict.UNJUDGED or report.verdict is Verdict.INVALID:
        return report.heading
    if not report.mean:
        failed = report.verdict is Verdict.FAILED
        return phrases.BADGE_FAILED_ONLY.text(language, number=number) if failed else report.heading
    phrase = phrases.BADGE_FAILED if report.failed else phrases.BADGE
    return phrase.text(language, mean=report.mean, number=number)
