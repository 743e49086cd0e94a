"""What `check` found as a Code Quality report of GitLab, which it shows in the merge request."""

import json
from typing import TextIO

from plan_tracker.formats.ci.identity import fingerprints
from plan_tracker.reports.check import CheckReport
from plan_tracker.reports.remarks import Gravity, Remark

_SEVERITY = {Gravity.INVALID: "blocker", Gravity.FAIL: "major", Gravity.WARN: "minor"}


def write(report: CheckReport, out: TextIO) -> None:
    """Writes a list with one object per remark."""
    issues = [
        _issue(report, remark, fingerprint)
        for remark, fingerprint in zip(report.remarks, fingerprints(report), strict=True)
    ]
    json.dump(issues, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _issue(report: CheckReport, remark: Remark, fingerprint: str) -> dict[str, object]:
    return {
        "description": report.titled(remark.subject, report.full_message(remark)),
        "check_name": f"plan-tracker/{remark.rule}",
        "fingerprint": fingerprint,
        "severity": _SEVERITY[remark.gravity],
        "location": {
            "path": remark.file,
            "lines": {"begin": remark.place.line if remark.place else 1},  # GitLab demands a line
        },
    }
