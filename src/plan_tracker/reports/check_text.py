"""What `check` tells people: one paragraph for each finding."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.language import Language
from plan_tracker.problems import Place
from plan_tracker.questions.check import CheckOutcome, Finding, SilentPlan
from plan_tracker.reports.batches import AT_ONCE, batched
from plan_tracker.reports.findings import (
    Places,
    owner_text,
    place_of,
    sentence,
    silence_text,
    silent_plan_text,
    totals,
)


class Paragraph(NamedTuple):
    """One finding for people: which target it is about, how that stands, and who answers for it."""

    id: str
    name: str
    sentence: str
    place: Place
    owner: str


class CheckText(NamedTuple):
    """All that `check` tells people; its paragraphs are made while they are read, so only once."""

    failures: Iterable[Paragraph]
    warnings: Iterable[Paragraph]
    is_well: bool
    totals: str
    language: Language


def text_of_outcome(
    outcome: CheckOutcome, evaluation: Evaluation, places: Places, language: Language
) -> CheckText:
    """Makes what `check` tells people of a plan that was judged."""
    plan = evaluation.plan

    def paragraphs(findings: Iterable[Finding], *, fails: bool) -> Iterator[Paragraph]:
        if outcome.silence and outcome.silence.fails is fails:
            sentence, place = silence_text(outcome.silence, language), places.place(("plan",))
            yield Paragraph(id="", name=plan.title, sentence=sentence, place=place, owner="")
        for silent in outcome.silent_plans:
            if silent.fails is fails:
                yield _of_silent(silent, places, language)
        for some in batched(findings, AT_ONCE):
            yield from _paragraphs(some, evaluation, places, language)

    return CheckText(
        failures=paragraphs(outcome.failures, fails=True),
        warnings=paragraphs(outcome.warnings, fails=False),
        is_well=not outcome.tally.failed and not outcome.tally.warned,
        totals=totals(outcome.tally, evaluation, language),
        language=language,
    )


def _of_silent(silent: SilentPlan, places: Places, language: Language) -> Paragraph:
    plan = silent.plan
    return Paragraph(
        id="",
        name=plan.title,
        sentence=silent_plan_text(silent, language),
        place=places.place(("plan",), plan.member),
        owner="",
    )


def _paragraphs(
    findings: Sequence[Finding], evaluation: Evaluation, places: Places, language: Language
) -> Iterator[Paragraph]:
    sentences = [sentence(each, evaluation.plan_of(each.result.target), language) for each in findings]
    found = [place_of(each.result.target, places) for each in findings]
    for finding, said, place in zip(findings, sentences, found, strict=True):
        target = finding.result.target
        owner = owner_text(target.owner, language)
        yield Paragraph(id=target.id, name=target.name, sentence=said, place=place, owner=owner)
