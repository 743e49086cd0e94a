"""What `check` found as SARIF 2.1.0, which code scanning of GitHub and many viewers show beside the plan."""

import json
import re
from typing import TextIO
from urllib.parse import quote

from plan_tracker import __version__
from plan_tracker.formats.ci.identity import fingerprints
from plan_tracker.reports.check import CheckReport
from plan_tracker.reports.remarks import Gravity, Remark

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "primaryLocationLineHash"
"""The name under which GitHub keeps a finding; what it would make itself changes with every new figure."""

_LEVEL = {Gravity.INVALID: "error", Gravity.FAIL: "error", Gravity.WARN: "warning"}
_BRACES = str.maketrans({"{": "{{", "}": "}}"})
_DRIVE = re.compile(r"[A-Za-z]:/")


def write(report: CheckReport, out: TextIO) -> None:
    """Writes one run: a rule for each that was broken, and a result for each remark."""
    rules: dict[str, Remark] = {}
    for remark in report.remarks:  # the worst come first
        rules.setdefault(remark.rule, remark)
    position = {rule: number for number, rule in enumerate(rules)}
    prints = zip(report.remarks, fingerprints(report), strict=True)
    run = {
        "tool": {
            "driver": {
                "name": "plan-tracker",
                "version": __version__,
                "rules": [_rule(report, remark) for remark in rules.values()],
            }
        },
        "language": report.language.value,
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": all(each.gravity is not Gravity.INVALID for each in report.remarks)}
        ],
        "results": [_result(report, each, position[each.rule], found) for each, found in prints],
    }
    json.dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _rule(report: CheckReport, remark: Remark) -> dict[str, object]:
    return {
        "id": remark.rule,
        "shortDescription": {"text": report.rule_text(remark)},
        "help": {"text": report.rule_help(remark)},
        "defaultConfiguration": {"level": _LEVEL[remark.gravity]},
    }


def _result(report: CheckReport, remark: Remark, rule: int, fingerprint: str) -> dict[str, object]:
    return {
        "ruleId": remark.rule,
        "ruleIndex": rule,
        "level": _LEVEL[remark.gravity],
        "message": {"text": _message(report, remark)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(remark.file)},
                    "region": _region(remark),
                }
            }
        ],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }


def _message(report: CheckReport, remark: Remark) -> str:
    """Returns the sentence of a remark, escaped so that no brace is an argument and no bracket a link."""
    text = report.titled(remark.subject, report.full_message(remark))
    return text.translate(_BRACES).replace("](", "] (")


def _region(remark: Remark) -> dict[str, int]:
    place = remark.place
    if place is None:
        return {"startLine": 1}  # GitHub demands a line
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.line,
        "endColumn": place.end,
    }


def _uri(file: str) -> str:
    """Returns a path of the repository as a relative address; an absolute one, outside of it, as it is."""
    if _DRIVE.match(file):
        return f"file:///{quote(file, safe='/:')}"
    return f"file://{quote(file)}" if file.startswith("/") else quote(file)
