"""What `check` found as Markdown, for a job's summary or a comment on a pull request; worst first."""

from sys import maxsize
from typing import TextIO

from plan_tracker.formats.markdown.escaping import escape, line, rule
from plan_tracker.reports.check import CheckReport
from plan_tracker.reports.remarks import Gravity, Remark
from plan_tracker.wording import check as phrases
from plan_tracker.wording import words

_VERDICT = {Gravity.INVALID: phrases.INVALID, Gravity.FAIL: phrases.FAIL, Gravity.WARN: phrases.WARN}
_RESERVE = 200
"""Bytes kept free for the line that says how many rows are left out."""


def write(report: CheckReport, out: TextIO, room: int = maxsize) -> None:
    """Writes title, totals and a table; rows that do not fit into `room` bytes are counted instead."""
    title = report.titled(report.title, report.heading)
    head = f"## {escape(title)}\n\n{escape(report.totals)}\n"
    are_named = any(remark.name for remark in report.remarks)  # not where nothing but problems is told
    rows = [_row(report, remark, are_named=are_named) for remark in report.remarks]
    if rows:
        head += "\n" + _headings(report, are_named=are_named)
    left = room - _RESERVE - _size(head)
    if left < 0:
        return
    out.write(head)
    for number, row in enumerate(rows):
        left -= _size(row)
        if left < 0:
            more = words.MORE.text(report.language, number=str(len(rows) - number))
            out.write(f"\n{escape(more)}\n")
            return
        out.write(row)


def _headings(report: CheckReport, *, are_named: bool) -> str:
    if are_named:
        columns = [phrases.VERDICT, words.COLUMN["name"], phrases.EXPECTED, phrases.FOUND]
        columns += [phrases.GAP, words.COLUMN["owner"], phrases.PLACE]
    else:
        columns = [phrases.VERDICT, phrases.PLACE, phrases.PROBLEM]
    return line(phrase.text(report.language) for phrase in columns) + rule(len(columns))


def _row(report: CheckReport, remark: Remark, *, are_named: bool) -> str:
    language, place = report.language, remark.place
    where = f"{remark.file}:{place.line}" if place else remark.file
    verdict = f"**{_VERDICT[remark.gravity].text(language)}**"
    if not are_named:
        return line([verdict, escape(where), escape(remark.message)])
    name = remark.subject if remark.is_part else report.name_in_plan(remark)
    if not remark.expected and not remark.found:
        cells = [name, remark.message, "", "", remark.owner, where]
        return line([verdict, *map(escape, cells)])
    cells = [name, remark.expected, remark.found, remark.gap, remark.owner, where]
    word = escape(report.rule_text(remark))
    return line([f"{verdict} {word}", *map(escape, cells)])


def _size(text: str) -> int:
    return len(text.encode())
