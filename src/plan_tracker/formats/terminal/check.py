"""What `check` found as plain text: failures first, each with its sentence and its place in the file."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TextIO

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.language import Language, Phrase
from plan_tracker.questions.check import CheckOutcome, Finding, Tally
from plan_tracker.reports.findings import Places, owner_text, path_of, sentence, totals
from plan_tracker.wording import check as phrases


class Paragraphs(NamedTuple):
    """What is said of the findings in a plan, or in a share of its targets."""

    failures: str
    warnings: str
    tally: Tally


def paragraphs(
    outcome: CheckOutcome, evaluation: Evaluation, places: Places, language: Language
) -> Paragraphs:
    """One paragraph per finding."""

    def text(label: Phrase, findings: Iterable[Finding]) -> str:
        begin, decimals = label.text(language), evaluation.plan.decimals
        return "".join([f"{begin} {_paragraph(each, decimals, places, language)}" for each in findings])

    failures, warnings = text(phrases.FAIL, outcome.failures), text(phrases.WARN, outcome.warnings)
    return Paragraphs(failures, warnings, outcome.tally)


def tally_of(shares: Iterable[Paragraphs]) -> Tally:
    """The numbers of all shares together."""
    return Tally(*map(sum, zip(*(share.tally for share in shares), strict=True)))


def write(shares: Sequence[Paragraphs], evaluation: Evaluation, language: Language, out: TextIO) -> None:
    """The failures, the warnings, and the totals."""
    tally = tally_of(shares)
    out.writelines(share.failures for share in shares)
    out.writelines(share.warnings for share in shares)
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
