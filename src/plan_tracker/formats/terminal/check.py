"""What `check` found as plain text: failures first, each with its sentence and its place in the file."""

from typing import TextIO

from plan_tracker.language import Language
from plan_tracker.reports.check import Checked
from plan_tracker.reports.findings import owner_text
from plan_tracker.reports.remarks import Gravity, Remark
from plan_tracker.wording import check as phrases
from plan_tracker.wording.words import labelled

_INDENT = "    "
"""Before the further lines of a sentence, which stand deeper than its place."""


def write(checked: Checked, out: TextIO, *, width: int | None) -> None:
    """Writes the failures, the warnings, or that there are none, and the totals.

    Sentences are folded to the width in cells, if there is one; a place stays whole, to be followed.
    """
    language = checked.language
    begins = {Gravity.FAIL: phrases.FAIL.text(language), Gravity.WARN: phrases.WARN.text(language)}
    lines = []
    for remark in checked.remarks_for_people():
        lines.append(_folded(f"{begins[remark.gravity]} {_sentence(remark, language)}", width))
        lines.append(_place(remark, language))
    lines = lines or [_folded(phrases.ALL_WELL.text(language), width)]
    lines.append(_folded(checked.totals, width))
    out.writelines(f"{line}\n" for line in lines)


def _sentence(remark: Remark, language: Language) -> str:
    subject = " ".join(dict.fromkeys(each for each in (remark.id, remark.name) if each))
    return labelled(subject, remark.message, language)


def _place(remark: Remark, language: Language) -> str:
    """Returns where in the plan it stands, and whom to ask."""
    place, owner = remark.place, owner_text(remark.owner, language)
    where = f"  --> {place.file}:{place.line}:{place.column}" if place else ""
    return f"{where}{f'  {owner}' if owner else ''}"


def _folded(text: str, width: int | None) -> str:
    if width is None:
        return text
    from plan_tracker.formats.terminal.folding import fold

    if len(fold(text, width)) == 1:
        return text
    return f"\n{_INDENT}".join(fold(text, width - len(_INDENT)))
