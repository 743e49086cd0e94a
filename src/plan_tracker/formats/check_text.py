"""What `check` found as plain text: failures first, each with its sentence and its place in the file."""

from typing import TextIO

from plan_tracker.check import CheckOutcome
from plan_tracker.check_report import owner_text, sentence, totals
from plan_tracker.evaluation import Evaluation
from plan_tracker.language import Language
from plan_tracker.remarks import Places, path_of
from plan_tracker.wording import check as phrases


def write(
    outcome: CheckOutcome, evaluation: Evaluation, places: Places, language: Language, out: TextIO
) -> None:
    """One paragraph per finding, then the totals."""
    decimals = evaluation.plan.decimals
    for finding in outcome.findings:
        target = finding.result.target
        label = (phrases.FAIL if finding.fails else phrases.WARN).text(language)
        place = places.place(path_of(target.id, target.parent))
        out.write(f"{label} {target.id} {target.name}: {sentence(finding, decimals, language)}\n")
        owner = owner_text(finding.result, language)
        out.write(f"  --> {place.file}:{place.line}:{place.column}{f'  {owner}' if owner else ''}\n")
    if not outcome.findings:
        out.write(phrases.ALL_WELL.text(language) + "\n")
    out.write(totals(outcome, evaluation, language) + "\n")
