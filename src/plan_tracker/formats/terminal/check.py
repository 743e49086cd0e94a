"""What `check` found as plain text: failures first, each with its sentence and its place in the file."""

from typing import TextIO

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.language import Language
from plan_tracker.questions.check import CheckOutcome, Finding
from plan_tracker.reports.findings import Places, owner_text, path_of, sentence, totals
from plan_tracker.wording import check as phrases


def write(
    outcome: CheckOutcome, evaluation: Evaluation, places: Places, language: Language, out: TextIO
) -> None:
    """The failures, the warnings, and the totals."""
    decimals = evaluation.plan.decimals
    for label, findings in ((phrases.FAIL, outcome.failures), (phrases.WARN, outcome.warnings)):
        begin = label.text(language)
        out.writelines(f"{begin} {_paragraph(each, decimals, places, language)}" for each in findings)
    tally = outcome.tally
    if not tally.failed and not tally.warned:
        out.write(phrases.ALL_WELL.text(language) + "\n")
    out.write(totals(tally, evaluation, language) + "\n")


def _paragraph(finding: Finding, decimals: int, places: Places, language: Language) -> str:
    target = finding.result.target
    place = places.place(path_of(target.id, target.parent))
    owner = owner_text(target.owner, language)
    return (
        f"{target.id} {target.name}: {sentence(finding, decimals, language)}\n"
        f"  --> {place.file}:{place.line}:{place.column}{f'  {owner}' if owner else ''}\n"
    )
