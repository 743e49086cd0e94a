"""What `check` found as JUnit XML: one test per target, with the file and line where it stands.

It follows Jenkins' `junit-10.xsd`, except for `file` and `line` of a test: that schema does not know them,
but readers find the place by them. Many readers take a `time` for granted: no target takes any. GitLab shows
the class name as the suite, takes tests of the same name for one, and may ignore the message of a failure. So
names contain the id, and the sentence is in the body too. A test cannot warn: a warning is output of a test
that passes.
"""

import re
from typing import TextIO
from xml.etree import ElementTree as ET

from plan_tracker.problems import Place
from plan_tracker.reports.check import Case, CheckReport
from plan_tracker.reports.remarks import Gravity, Remark

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Letters that XML may not hold."""

_SUITE, _TIME = "plan-tracker", "0"


def write(report: CheckReport, out: TextIO) -> None:
    """Writes one suite with one test per target and part, or per problem of a plan that cannot be judged."""
    suite = ET.Element(
        "testsuite", name=_clean(report.title or report.file), time=_TIME, file=_clean(report.file)
    )
    cases = tuple(report.cases())
    tested = {(case.file or report.file, case.id) for case in cases}
    by_id: dict[tuple[str, str], list[Remark]] = {}
    for remark in report.remarks:
        by_id.setdefault((remark.file, remark.id), []).append(remark)
    for case in cases:
        _add_case(suite, report, case, by_id.get((case.file or report.file, case.id), []))
    loose = [
        remark
        for remark in report.remarks
        if (remark.file, remark.id) not in tested or remark.gravity is Gravity.INVALID
    ]
    for number, remark in enumerate(loose, start=1):
        _add_problem(suite, report, remark, number)
    totals = {
        "tests": str(len(suite)),
        "failures": str(len(suite.findall("testcase/failure"))),
        "errors": str(len(suite.findall("testcase/error"))),
    }
    suite.attrib |= totals | {"skipped": str(len(suite.findall("testcase/skipped")))}
    suites = ET.Element("testsuites", {"name": _SUITE, "time": _TIME} | totals)
    suites.append(suite)
    ET.indent(suites)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(ET.tostring(suites, encoding="unicode") + "\n")


def _add_case(suite: ET.Element, report: CheckReport, case: Case, remarks: list[Remark]) -> None:
    group = case.group or report.title
    name = " ".join(filter(None, dict.fromkeys((case.file, case.id, case.name))))  # a name may be the id
    element = _test(suite, case.file or report.file, name, group, case.place)
    failures = [remark for remark in remarks if remark.gravity is not Gravity.WARN]
    if failures:
        message = _clean(report.full_message(failures[0]))
        failure = ET.SubElement(element, "failure", type=failures[0].rule, message=message)
        failure.text = _body(report, remarks)
    elif case.skipped and not remarks:
        ET.SubElement(element, "skipped", message=_clean(case.note))
    else:
        ET.SubElement(element, "system-out").text = _body(report, remarks) or _clean(case.note)


def _add_problem(suite: ET.Element, report: CheckReport, remark: Remark, number: int) -> None:
    name = f"{_where(remark)} {remark.rule} #{number}"
    element = _test(suite, remark.file, name, remark.file, remark.place)
    if remark.gravity is Gravity.WARN:
        ET.SubElement(element, "skipped", message=_clean(remark.message))
        return
    kind = "failure" if remark.gravity is Gravity.FAIL else "error"
    error = ET.SubElement(element, kind, type=_clean(remark.rule), message=_clean(remark.message))
    error.text = _body(report, [remark])


def _test(suite: ET.Element, file: str, name: str, classname: str, place: Place | None) -> ET.Element:
    found = {"name": _clean(name), "classname": _clean(classname), "time": _TIME, "file": _clean(file)}
    if place:
        found["line"] = str(place.line)
    return ET.SubElement(suite, "testcase", found)


def _body(report: CheckReport, remarks: list[Remark]) -> str:
    lines = [f"{report.full_message(remark)}\n  --> {_where(remark)}\n" for remark in remarks]
    return _clean("".join(lines))


def _where(remark: Remark) -> str:
    place = remark.place
    return f"{remark.file}:{place.line}:{place.column}" if place else remark.file


def _clean(text: str) -> str:
    """Replaces the characters that XML 1.0 forbids."""
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
