"""What `check` found as workflow commands of GitHub Actions, which it shows on the very line of the plan.

GitHub shows the first ten errors and the first ten warnings of a step: the worst come first.
"""

from typing import TextIO

from plan_tracker.reports.check import CheckReport
from plan_tracker.reports.remarks import Gravity, Remark

_COMMAND = {Gravity.INVALID: "error", Gravity.FAIL: "error", Gravity.WARN: "warning"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
_OLD_COMMAND, _BROKEN = "##[", "## ["
"""The runner still looks for commands of the old form anywhere in a line, and knows no escape for them."""


def write(report: CheckReport, out: TextIO) -> None:
    """Writes one command per remark, then the totals as a line of the log."""
    out.writelines(_command(report, remark) for remark in report.remarks)
    out.write(report.titled(report.heading, report.totals) + "\n")


def _command(report: CheckReport, remark: Remark) -> str:
    title = report.titled(remark.subject, report.rule_text(remark))
    properties = {"file": remark.file}
    if place := remark.place:
        properties |= {"line": str(place.line), "endLine": str(place.line)}
        properties |= {"col": str(place.column), "endColumn": str(place.end)}
    properties["title"] = title
    listed = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    message = report.full_message(remark).translate(_DATA)
    return f"::{_COMMAND[remark.gravity]} {listed}::{message}\n".replace(_OLD_COMMAND, _BROKEN)
