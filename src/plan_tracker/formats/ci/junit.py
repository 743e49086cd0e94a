"""What `check` found as JUnit XML, within the rules of Jenkins' `junit-10.xsd`: one test per target.

GitLab shows the class name as the suite, takes tests of the same name for one, and may ignore the message of
a failure: so names hold the id, and the sentence stands in the body too. A test cannot warn: a warning is
output of a test that passes.
"""

import re
from typing import TextIO
from xml.etree import ElementTree as ET

from plan_tracker.reports.check import Case, CheckReport, Gravity, Remark, full_message

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SUITE = "plan-tracker"


def write(report: CheckReport, out: TextIO) -> None:
    """Writes one suite with one test per target and part, or per problem of a plan that cannot be judged."""
    suite = ET.Element("testsuite", name=_clean(report.title or report.file))
    ids = {case.id for case in report.cases}
    by_id: dict[str, list[Remark]] = {}
    for remark in report.remarks:
        by_id.setdefault(remark.id, []).append(remark)
    for case in report.cases:
        _add_case(suite, report, case, by_id.get(case.id, []))
    loose = [remark for remark in report.remarks if remark.id not in ids or remark.gravity is Gravity.INVALID]
    for number, remark in enumerate(loose, start=1):
        _add_problem(suite, report, remark, number)
    counts = {
        "tests": len(suite),
        "failures": len(suite.findall("testcase/failure")),
        "errors": len(suite.findall("testcase/error")),
    }
    for key, count in counts.items():
        suite.set(key, str(count))
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    suites = ET.Element("testsuites", {"name": SUITE} | {key: str(count) for key, count in counts.items()})
    suites.append(suite)
    ET.indent(suites)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(ET.tostring(suites, encoding="unicode") + "\n")


def _add_case(suite: ET.Element, report: CheckReport, case: Case, remarks: list[Remark]) -> None:
    group = case.group or report.title
    element = ET.SubElement(suite, "testcase", name=_clean(f"{case.id} {case.name}"), classname=_clean(group))
    failures = [remark for remark in remarks if remark.gravity is not Gravity.WARN]
    if failures:
        message = _clean(full_message(failures[0], report.language))
        failure = ET.SubElement(element, "failure", type=failures[0].rule, message=message)
        failure.text = _body(report, remarks)
    elif case.skipped and not remarks:
        ET.SubElement(element, "skipped", message=_clean(case.note))
    else:
        ET.SubElement(element, "system-out").text = _body(report, remarks) or _clean(case.note)


def _add_problem(suite: ET.Element, report: CheckReport, remark: Remark, number: int) -> None:
    name = _clean(f"{_where(report, remark)} {remark.rule} #{number}")
    if remark.gravity is Gravity.WARN:
        element = ET.SubElement(suite, "testcase", name=name, classname=_clean(report.file))
        ET.SubElement(element, "skipped", message=_clean(remark.message))
        return
    element = ET.SubElement(suite, "testcase", name=name, classname=_clean(report.file))
    error = ET.SubElement(element, "error", type=_clean(remark.rule), message=_clean(remark.message))
    error.text = _body(report, [remark])


def _body(report: CheckReport, remarks: list[Remark]) -> str:
    lines = [
        f"{full_message(remark, report.language)}\n  --> {_where(report, remark)}\n" for remark in remarks
    ]
    return _clean("".join(lines))


def _where(report: CheckReport, remark: Remark) -> str:
    place = remark.place
    return f"{report.file}:{place.line}:{place.column}" if place else report.file


def _clean(text: str) -> str:
    """Replaces the characters that XML 1.0 forbids."""
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
