"""What `check` found as plain text: failures first, each with its sentence and its place in the file."""

from typing import TextIO

from plan_tracker.language import Language
from plan_tracker.reports.check import Checked
from plan_tracker.reports.findings import owner_text
from plan_tracker.reports.remarks import Gravity, Remark
from plan_tracker.wording import check as phrases
from plan_tracker.wording.words import labelled


def write(checked: Checked, out: TextIO) -> None:
    """Writes the failures, the warnings, or that there are none, and the totals."""
    language = checked.language
    begins = {Gravity.FAIL: phrases.FAIL.text(language), Gravity.WARN: phrases.WARN.text(language)}
    found = [f"{begins[remark.gravity]} {_text(remark, language)}" for remark in checked.remarks_for_people()]
    out.writelines(found or [f"{phrases.ALL_WELL.text(language)}\n"])
    out.write(f"{checked.totals}\n")


def _text(remark: Remark, language: Language) -> str:
    place, owner = remark.place, owner_text(remark.owner, language)
    where = f"  --> {place.file}:{place.line}:{place.column}" if place else ""
    subject = " ".join(dict.fromkeys(each for each in (remark.id, remark.name) if each))
    return f"{labelled(subject, remark.message, language)}\n{where}{f'  {owner}' if owner else ''}\n"
