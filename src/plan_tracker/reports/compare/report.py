"""A comparison as neutral lines: the gravest change first, then how each target stood and stands."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.collecting import Rollup
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.plan.model import Member
from plan_tracker.plan.periods import PlanTime
from plan_tracker.questions.compare.comparison import Change, Comparison, Refusal, refusals, refused
from plan_tracker.questions.compare.moves import StatusMove
from plan_tracker.reports import figures
from plan_tracker.reports.cells import PlainRow, Section, Table, plain_table
from plan_tracker.reports.compare.changes import (
    CHANGE_COLUMNS,
    ChangeRow,
    added_row,
    figure_rows,
    goal_row,
    named,
    of_other_plans,
    removed_row,
    setting_row,
    status_row,
    term_row,
    titled,
)
from plan_tracker.reports.compare.standing import STANDING_COLUMNS, standing
from plan_tracker.reports.periods import abridged
from plan_tracker.reports.texts import as_of_text, day_and_period
from plan_tracker.wording import compare as phrases
from plan_tracker.wording import show, words
from plan_tracker.wording.statuses import status_text

_FEW = 3
"""If a term changed alike for more targets than this, and for over half of all, it is told once."""


class Changed(NamedTuple):
    """One target or part, or the plan as a whole, and what was done to it.

    The `title` of a target has its id, and so has the `name` of a part.
    """

    name: str
    title: str
    owner: str
    rows: tuple[ChangeRow, ...]


class CompareReport(NamedTuple):
    """Everything that `compare` says, the gravest first.

    The `entries` begin with what demands less of all or of many targets now, and end with what else changed
    for them. `standing` tells how each target stood and stands.
    `refused` names what was found of the kinds to be refused; it is empty if nothing was.
    """

    title: str
    versions: str
    remarks: tuple[str, ...]
    counts: str
    entries: tuple[Changed, ...]
    standing: Table[PlainRow]
    refused: str
    nothing: str
    language: Language

    @property
    def changes(self) -> Table[ChangeRow]:
        """What was done to the plan and to each target."""
        sections = tuple(Section(each.rows, heading=each.title) for each in self.entries)
        return Table(columns=CHANGE_COLUMNS, sections=sections, language=self.language)


_GRAVEST = (
    Refusal.GOAL_LOWERED,
    Refusal.REMOVED,
    Refusal.EASED,
    Refusal.WORSE,
    Refusal.ACTUAL_REVISED,
)
"""What `compare` may refuse, the gravest first."""


def compare_report(
    comparison: Comparison, versions: tuple[str, str], fail_on: frozenset[Refusal], language: Language
) -> CompareReport:
    """Makes the report in one language; `versions` are the names of the old and the new version."""
    entries, moved = _entries(comparison, language), standing(comparison, language)
    return CompareReport(
        title=phrases.HEADING.text(language, title=comparison.new.plan.title),
        versions=_versions(comparison, *versions, language),
        remarks=tuple(_remarks(comparison, language)),
        counts=_counts(comparison, language),
        entries=entries,
        standing=plain_table(STANDING_COLUMNS, moved, language),
        refused=_refused(comparison, fail_on, language),
        nothing="" if entries or moved else phrases.NOTHING.text(language),
        language=language,
    )


def _remarks(comparison: Comparison, language: Language) -> Iterator[str]:
    """Yields what is not compared, and which of several plans only one version has."""
    if not comparison.same_year:
        yield phrases.OTHER_YEAR.text(language)
    old, new = comparison.old, comparison.new
    if any(each.plan.collect and not isinstance(each, Rollup) for each in (old, new)):
        yield phrases.OWN_FIGURES.text(language)
    if isinstance(old, Rollup) and isinstance(new, Rollup):
        for phrase, having, others in (
            (phrases.PLANS_ADDED, new, old),
            (phrases.PLANS_REMOVED, old, new),
        ):
            known = {*others.unread, *(member.path for member in others.plans)}
            names = [_called(each, language) for each in having.plans if each.path not in known]
            if names:
                yield phrase.text(language, names=abridged(names, language))


def _called(member: Member, language: Language) -> str:
    """Names a plan with its file, as one of the same title may stand in another file now."""
    return show.titled(member.name, member.path, language)


def _entries(comparison: Comparison, language: Language) -> tuple[Changed, ...]:
    """Returns an entry for each target to which anything was done, the gravest first.

    What was done to the plan, or to many targets alike, stands before them where it is loud, else behind.
    """
    terms = [list(_term_rows(change, comparison.new.plan.time, language)) for change in comparison.changes]
    times = Counter(row for rows in terms for row in rows)
    most = max(_FEW, len(comparison.new.results) // 2)
    shared = {row: number for row, number in times.items() if number > most}
    own = [[row for row in rows if row not in shared] for rows in terms]
    left = sorted(zip(comparison.changes, own, strict=True), key=_rank)
    time = comparison.new.plan.time
    settled = [setting_row(setting, language) for setting in comparison.settings]
    settled += [_shared(row, number, language) for row, number in shared.items()]
    whole = phrases.WHOLE.text(language)
    eased, others = (
        Changed(name=whole, title=whole, owner="", rows=tuple(row for row in settled if row.is_loud is loud))
        for loud in (True, False)
    )
    entries = (eased, *(_entry(change, rows, time, language) for change, rows in left), others)
    return tuple(entry for entry in entries if entry.rows)


def _shared(row: ChangeRow, number: int, language: Language) -> ChangeRow:
    """Makes a row that says for how many targets it holds."""
    return row.retold(phrases.SHARED.text(language, what=row.cells.change.text, number=str(number)))


def _rank(left: tuple[Change, list[ChangeRow]]) -> int:
    """Ranks a change, the gravest lowest; an easing that many targets share does not count."""
    change, terms = left
    found = refusals(change)
    if not any(row.is_loud for row in terms):
        found -= {Refusal.EASED}
    return next((number for number, each in enumerate(_GRAVEST) if each in found), len(_GRAVEST))


def _entry(change: Change, terms: list[ChangeRow], time: PlanTime, language: Language) -> Changed:
    target = change.target
    rows = tuple(sorted(_rows(change, terms, time, language), key=lambda row: not row.is_loud))
    return Changed(
        name=named(target, language), title=titled(target, language), owner=target.owner, rows=rows
    )


def _rows(change: Change, terms: list[ChangeRow], time: PlanTime, language: Language) -> Iterator[ChangeRow]:
    """Yields the rows of one target; `terms` are those of its changed terms."""
    old, new = change.old, change.new
    if old and new:
        if change.goal:
            row = goal_row(change.goal, old.target, new.target, language)
            yield of_other_plans(row, language) if change.of_other_plans else row
        yield from (row for row in terms if row.is_loud)
        if change.status is StatusMove.WORSE:
            yield status_row(old.status, new.status, language)
        yield from figure_rows(change.actuals, old, new, time, language)
        yield from (row for row in terms if not row.is_loud)
    elif new:
        yield added_row(new, language)
    elif old:
        yield removed_row(old, language)


def _term_rows(change: Change, time: PlanTime, language: Language) -> Iterator[ChangeRow]:
    if change.old and change.new:
        old, new = change.old.target, change.new.target
        yield from (term_row(term, old, new, time, language) for term in change.terms)


def _versions(comparison: Comparison, old: str, new: str, language: Language) -> str:
    if comparison.old.as_of == comparison.new.as_of:
        as_of = as_of_text(comparison.new, language)
        return phrases.VERSIONS.text(language, old=old, new=new, as_of=as_of)
    if old == new:
        first, last = (day_and_period(each, language) for each in (comparison.old, comparison.new))
        return phrases.DAYS.text(language, version=new, old=first, new=last)
    then, now = (as_of_text(each, language) for each in (comparison.old, comparison.new))
    return phrases.VERSIONS_AND_DAYS.text(language, old=old, old_as_of=then, new=new, new_as_of=now)


def _counts(comparison: Comparison, language: Language) -> str:
    texts, (were, are) = [], (len(each.counted) for each in (comparison.old, comparison.new))
    if were != are:  # one behind less may be one that was taken out
        texts.append(phrases.TARGETS.text(language, old=str(were), new=str(are)))
    for status in Status:
        old, new = comparison.old.by_status[status], comparison.new.by_status[status]
        if old != new:
            name = status_text(status, language)
            texts.append(phrases.COUNT.text(language, status=name, old=str(old), new=str(new)))
    before, after = comparison.old.mean_completion.value, comparison.new.mean_completion.value
    if before != after:
        texts.append(_means(before, after, comparison.new.plan.decimals, language))
    return words.COMMA.text(language).join(texts)


def _means(before: Fraction | None, after: Fraction | None, decimals: int, language: Language) -> str:
    none = phrases.NONE.text(language)
    if before is None or after is None:
        old, new = (none if mean is None else figures.percent(mean, decimals) for mean in (before, after))
    else:
        old, new = figures.percents(before, after, decimals)
    return phrases.MEAN.text(language, old=old, new=new)


def _refused(comparison: Comparison, fail_on: frozenset[Refusal], language: Language) -> str:
    reasons = [
        phrases.REFUSED[refusal].text(language, number=str(count))
        for refusal, count in refused(comparison, fail_on).items()
    ]
    return phrases.REFUSAL.text(language, reasons=words.COMMA.text(language).join(reasons)) if reasons else ""
