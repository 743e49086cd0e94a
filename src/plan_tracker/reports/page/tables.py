"""The tables of the page below the targets: what is left, and figures as published."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.language import Language, Phrase
from plan_tracker.plan.model import Target
from plan_tracker.questions.audit import audit
from plan_tracker.questions.outlook import outlook, worst_first
from plan_tracker.reports import outlook as outlook_report
from plan_tracker.reports.audit import AuditedCells, audited_cells
from plan_tracker.reports.projection import committed_total, projected_text, remaining_text, works_of
from plan_tracker.reports.texts import exact_text, joined
from plan_tracker.wording import page as phrases
from plan_tracker.wording.statuses import STATUSES
from plan_tracker.wording.tones import Tone
from plan_tracker.wording.words import COLUMN, FIGURE

L = TypeVar("L")


class Listing(NamedTuple, Generic[L]):
    """Lines of a list, and the text that tells how many of all they are; empty if none is left out."""

    lines: tuple[L, ...]
    left_out: str


def listing(lines: Iterable[L], total: int, phrase: Phrase, language: Language) -> Listing[L]:
    """Makes a list of some of `total` lines; the phrase tells where the others are."""
    shown = tuple(lines)
    is_whole = len(shown) == total
    left_out = "" if is_whole else phrase.text(language, shown=str(len(shown)), total=str(total))
    return Listing(shown, left_out)


class OutlookLine(NamedTuple):
    """What is left of one target; `covered` is the share of it that is committed."""

    name: str
    is_part: bool
    remaining: str
    per_month: str
    so_far: str
    days: str
    projected: str
    tone: Tone
    covered: Fraction | None
    coverage: str
    coverage_text: str
    works: tuple[str, ...]
    uncovered: str


def audit_lines(
    evaluation: Evaluation, names: Mapping[str, str], language: Language, *, most: int | None
) -> Listing[AuditedCells]:
    """Makes the cells of each stated figure up to the as-of day; at most `most`, refused ones first."""
    found = audit(evaluation)
    kept = found if most is None else sorted(found, key=lambda audited: not audited.fails)[:most]
    time = evaluation.plan.time
    cells = (audited_cells(each, names, time, language) for each in kept)
    return listing(cells, len(found), phrases.WORST_IN_AUDIT, language)


def outlook_lines(
    evaluation: Evaluation, language: Language, *, parts: bool, most: int | None
) -> Listing[OutlookLine]:
    """Makes a line for each open target, the worst first, and for parts that lag or have committed work.

    A target has a line wherever one of its parts has. Only the first `most` are made.
    """
    decimals = evaluation.plan.decimals
    found = [
        (each, each is not result)
        for result in worst_first(evaluation.results)
        for each in outlook_report.lines_of(result, filter(_needs_a_line, result.parts if parts else ()))
    ]
    lines = (_outlook_line(each, decimals, language, is_part=is_part) for each, is_part in found[:most])
    return listing(lines, len(found), phrases.WORST_IN_FILE, language)


def _needs_a_line(part: Result) -> bool:
    return part.status.lagging or bool(part.target.committed)


def _outlook_line(result: Result, decimals: int, language: Language, *, is_part: bool) -> OutlookLine:
    ahead, target, cells = outlook(result), result.target, outlook_report.cells(result, decimals, language)
    coverage, unit = cells.coverage.text, target.unit
    required, so_far = cells.per_month_required.text, cells.per_month_so_far.text
    return OutlookLine(
        name=target.part_name,
        is_part=is_part,
        remaining=remaining_text(ahead, target, language, unit),
        per_month=joined(required, unit) if required else "",
        so_far=phrases.SO_FAR.text(language, figure=joined(so_far, unit)) if so_far else "",
        days=cells.lead_days.text,
        projected=projected_text(result, ahead, language, unit),
        tone=STATUSES[result.status].tone if result.status.lagging else Tone.PLAIN,
        covered=ahead.coverage,
        coverage=coverage,
        coverage_text=_coverage_text(ahead.coverage, coverage, language),
        works=_works(target, language),
        uncovered=exact_text(ahead.uncovered, unit),
    )


def _works(target: Target, language: Language) -> tuple[str, ...]:
    """Returns the pieces of committed work with their amounts, or the one number that is given for all."""
    if not target.committed:
        return ()
    what, total = COLUMN["committed"].text(language), committed_total(target)
    return tuple(works_of(target, language)) or (FIGURE.text(language, what=what, figure=total),)


def _coverage_text(coverage: Fraction | None, shown: str, language: Language) -> str:
    if coverage is None:
        return ""
    if coverage > 1:
        return phrases.COVERED_IN_FULL.text(language)
    return phrases.COVERED.text(language, coverage=shown)
