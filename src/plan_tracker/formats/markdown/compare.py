"""What changed as Markdown, fit for a comment on a pull request: one row per change, the gravest first."""

from collections.abc import Iterator
from typing import TextIO

from plan_tracker.formats.markdown.escaping import escape_comment, line, rule
from plan_tracker.reports.compare import CompareReport, Line
from plan_tracker.wording import compare as phrases
from plan_tracker.wording import words

LIMIT = 60_000
"""GitHub refuses a comment of more than 65,536 characters."""


def write(report: CompareReport, out: TextIO) -> None:
    """Title, versions, counts and a table; rows beyond the limit are counted, not shown."""
    texts = [report.versions, report.counts, report.nothing]
    out.write(f"## {escape_comment(report.title)}\n")
    out.writelines(f"\n{escape_comment(text)}\n" for text in texts if text)
    if report.refused:
        out.write(f"\n**{escape_comment(report.refused)}**\n")
    rows = list(_rows(report))
    if not rows:
        return
    headings = (words.COLUMN["name"], phrases.CHANGE, phrases.BEFORE, phrases.AFTER, words.COLUMN["owner"])
    out.write("\n" + line(phrase.text(report.language) for phrase in headings) + rule(len(headings)))
    written = 0
    for number, row in enumerate(rows):
        written += len(row)
        if written > LIMIT:
            more = phrases.MORE.text(report.language, number=str(len(rows) - number))
            out.write(f"\n{escape_comment(more)}\n")
            return
        out.write(row)


def _rows(report: CompareReport) -> Iterator[str]:
    for change in report.settings:
        yield _row("", change, "")
    for entry in report.entries:
        name = f"{entry.name} ({entry.id})" if entry.is_part else entry.name
        for number, change in enumerate(entry.lines):
            yield _row(name, change, entry.owner) if number == 0 else _row("", change, "")


def _row(name: str, change: Line, owner: str) -> str:
    what = escape_comment(change.what)
    before_and_after = escape_comment(change.before), escape_comment(change.after)
    loud = f"**{what}**" if change.loud else what
    return line([escape_comment(name), loud, *before_and_after, escape_comment(owner)])
