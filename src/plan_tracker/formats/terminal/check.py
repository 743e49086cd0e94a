"""What `check` found as plain text: failures first, each with its sentence and its place in the file."""

from typing import TextIO

from plan_tracker.language import Language
from plan_tracker.reports.check_text import CheckText, Paragraph
from plan_tracker.wording import check as phrases


def write(report: CheckText, out: TextIO) -> None:
    """Writes the failures, the warnings, and the totals."""
    for label, paragraphs in ((phrases.FAIL, report.failures), (phrases.WARN, report.warnings)):
        begin = label.text(report.language)
        out.writelines(f"{begin} {_text(paragraph, report.language)}" for paragraph in paragraphs)
    if report.is_well:
        out.write(f"{phrases.ALL_WELL.text(report.language)}\n")
    out.write(f"{report.totals}\n")


def _text(paragraph: Paragraph, language: Language) -> str:
    place, owner = paragraph.place, paragraph.owner
    subject = " ".join(dict.fromkeys(each for each in (paragraph.id, paragraph.name) if each))
    return (
        f"{phrases.TITLED.text(language, title=subject, text=paragraph.sentence)}\n"
        f"  --> {place.file}:{place.line}:{place.column}{f'  {owner}' if owner else ''}\n"
    )
