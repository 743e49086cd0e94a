"""How a target stood then and stands now: actual and what was added, rate, lead, status."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, NamedTuple

from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.numbers import plain
from plan_tracker.questions.compare.comparison import Change, Comparison
from plan_tracker.questions.compare.moves import StatusMove
from plan_tracker.reports.cells import EMPTY, Cell, Column, PlainRow, columns_of
from plan_tracker.reports.compare.changes import figure, named
from plan_tracker.reports.figures import KNOWN, Bound, Figure, apart, signed
from plan_tracker.reports.texts import bound_of, id_text, in_points_or_unit, lead_bound, margin_text
from plan_tracker.wording import compare as phrases
from plan_tracker.wording import words
from plan_tracker.wording.statuses import STATUSES, status_text
from plan_tracker.wording.tones import Tone


class StandingCells(NamedTuple):
    """One target then and now, `a → b`, or a single text where nothing moved; a cell for each column."""

    name: Cell
    actual: Annotated[Cell, Column(rank=6)]
    added: Annotated[Cell, Column(heading=phrases.SINCE, right=True, rank=4)]
    rate: Annotated[Cell, Column(heading=words.RATE, rank=5)]
    lead: Annotated[Cell, Column(heading=words.COLUMN["lead_pp"], rank=3)]
    status: Cell
    owner: Annotated[Cell, Column(rank=2)]
    id: Annotated[Cell, Column(rank=1, on_paper=False)]


STANDING_COLUMNS = columns_of(StandingCells)


def standing(comparison: Comparison, language: Language) -> tuple[PlainRow, ...]:
    """Makes a row for each target of both versions in which anything moved, the worse ones first."""
    rows = [_cells(change, comparison, language) for change in comparison.changes]
    return tuple(map(PlainRow, sorted(filter(None, rows), key=lambda cells: not cells.status.loud)))


class _Pair(NamedTuple):
    """A figure then and now; both texts are empty where it does not apply."""

    before: str
    after: str

    @property
    def text(self) -> str:
        return self.after if self.before == self.after else f"{self.before} → {self.after}"


def _cells(change: Change, comparison: Comparison, language: Language) -> StandingCells | None:
    """Makes the cells of a target, or None if nothing moved or only one version has it."""
    old, new = change.old, change.new
    if old is None or new is None:
        return None
    actual = lead = _Pair(before="", after="")
    if comparison.same_year:  # else neither can be compared
        actual = _Pair(*(figure(each.actual, each.target, language) for each in (old, new)))
        lead = _leads(old, new, comparison.new.plan.decimals, language)
    rate = _rates(old, new, comparison.new.plan.decimals, language)
    status = _Pair(*(status_text(each.status, language) for each in (old, new)))
    if all(pair.before == pair.after for pair in (actual, rate, lead, status)):
        return None
    target, tone = change.target, STATUSES[new.status].tone
    return StandingCells(
        name=Cell(named(target, language)),
        actual=Cell(actual.text),
        added=Cell(in_points_or_unit(signed(change.added), target.unit, language)) if change.added else EMPTY,
        rate=Cell(rate.text),
        lead=Cell(lead.text, _tone(change.lead)),
        status=Cell(status.text, tone, loud=change.status is StatusMove.WORSE),
        owner=Cell(target.owner),
        id=Cell(id_text(target)),
    )


def _rates(old: Result, new: Result, decimals: int, language: Language) -> _Pair:
    """Returns both rates, printed so that they compare with each other, their paces and 100% exactly."""
    latest = _rate(new)
    marks = [
        (rate, mark)
        for result in (old, new)
        if (rate := _rate(result))
        for mark in (_share(Fraction(1)), _share(result.pace), latest)
        if mark
    ]
    digits, none = apart(marks, decimals), phrases.NONE.text(language) if marks else ""
    return _Pair(*(f"{_text(rate, digits)}%" if (rate := _rate(each)) else none for each in (old, new)))


def _rate(result: Result) -> Figure | None:
    return _share(result.completion_rate, bound_of(result.actual))


def _leads(old: Result, new: Result, decimals: int, language: Language) -> _Pair:
    """Returns both leads in percentage points (the heading has the unit), or margins of levels to be held.

    They are printed so that they compare with each other, 0 and the tolerances of their plans exactly.
    """
    latest = _lead(new)
    marks = [
        (lead, mark)
        for result in (old, new)
        if (lead := _lead(result))
        for mark in (_share(Fraction(0)), _share(-result.tolerance), latest)
        if mark
    ]
    digits = apart(marks, decimals)
    before, after = (
        _text(lead, digits, signed) if (lead := _lead(each)) else margin_text(each) for each in (old, new)
    )
    none = phrases.NONE.text(language) if before or after else ""
    return _Pair(before=before or none, after=after or none)


def _lead(result: Result) -> Figure | None:
    return _share(result.lead, lead_bound(result.target, result.actual))


def _share(share: Fraction | None, bound: Bound = KNOWN) -> Figure | None:
    """Returns a share as a figure in percent; None where there is none."""
    return None if share is None else Figure(share * 100, bound)


def _text(figure: Figure, digits: int, written: Callable[[Decimal], str] = plain) -> str:
    return f"{figure.bound.sign}{written(figure.shown(digits))}"


def _tone(moved: Fraction | None) -> Tone:
    if not moved:
        return Tone.PLAIN
    return Tone.GOOD if moved > 0 else Tone.WARNING
