"""What `check` found as a Code Quality report of GitLab, which it shows in the merge request."""

import json
from collections import Counter
from hashlib import sha256
from typing import TextIO

from plan_tracker.reports.check import CheckReport, Gravity, Remark, full_message, subject, titled

_SEVERITY = {Gravity.INVALID: "blocker", Gravity.FAIL: "major", Gravity.WARN: "minor"}


def write(report: CheckReport, out: TextIO) -> None:
    """Writes a list with one object per remark."""
    seen: Counter[tuple[str, str]] = Counter()
    issues = []
    for remark in report.remarks:
        number = seen[remark.id, remark.rule]
        seen[remark.id, remark.rule] += 1
        issues.append(_issue(report, remark, number))
    json.dump(issues, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _issue(report: CheckReport, remark: Remark, number: int) -> dict[str, object]:
    return {
        "description": titled(subject(remark), full_message(remark, report.language), report.language),
        "check_name": f"plan-tracker/{remark.rule}",
        "fingerprint": _fingerprint(report.file, remark, number),
        "severity": _SEVERITY[remark.gravity],
        "location": {
            "path": report.file,
            "lines": {"begin": remark.place.line if remark.place else 1},  # GitLab demands a line
        },
    }


def _fingerprint(file: str, remark: Remark, number: int) -> str:
    """Returns a text that stays the same when a fault moves to another line or its figures change.

    `number` tells faults of the same target and rule apart.
    """
    steps = [file, remark.id, remark.rule, *([str(number)] if number else [])]
    return sha256("\0".join(steps).encode()).hexdigest()
