"""The changes of the plan and of its targets: a row each, with before, after, and how loud it is."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, NamedTuple

from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language, Phrase
from plan_tracker.plan.model import Actual, Direction, Target
from plan_tracker.plan.periods import PlanTime
from plan_tracker.problems import quoted
from plan_tracker.questions.compare.figures import ActualChange, ActualMove
from plan_tracker.questions.compare.moves import GoalMove
from plan_tracker.questions.compare.settings import Setting
from plan_tracker.questions.compare.terms import TermChange
from plan_tracker.reports.cells import Cell, Column, columns_of
from plan_tracker.reports.compare.terms import told_term
from plan_tracker.reports.texts import figure_text, limited, with_unit
from plan_tracker.wording import compare as phrases
from plan_tracker.wording import show, words
from plan_tracker.wording.periods import period_text
from plan_tracker.wording.statuses import STATUSES, status_text
from plan_tracker.wording.tones import Tone
from plan_tracker.wording.vocabulary import FINDING


class ChangeCells(NamedTuple):
    """One thing that was changed, a cell for each column."""

    change: Annotated[Cell, Column(heading=phrases.CHANGE)]
    before: Annotated[Cell, Column(heading=phrases.BEFORE)]
    after: Annotated[Cell, Column(heading=phrases.AFTER)]


class ChangeRow(NamedTuple):
    """One thing that was changed."""

    cells: ChangeCells
    depth: int = 0

    @property
    def is_loud(self) -> bool:
        """Whether the row must not be overlooked."""
        return self.cells.change.loud

    def retold(self, change: str) -> "ChangeRow":
        """Returns the row with other words for what was changed."""
        cells = self.cells
        return self._replace(cells=cells._replace(change=cells.change._replace(text=change)))


CHANGE_COLUMNS = columns_of(ChangeCells)


def _row(
    *, change: str, before: str = "", after: str = "", tone: Tone = Tone.PLAIN, loud: bool = False
) -> ChangeRow:
    return ChangeRow(ChangeCells(Cell(change, tone, loud=loud), Cell(before, tone), Cell(after, tone)))


def removed_row(old: Result, language: Language) -> ChangeRow:
    """Makes a row for a target that was removed: how it stood."""
    what = phrases.REMOVED.text(language)
    return _row(change=what, before=_standing(old, language), tone=Tone.BAD, loud=True)


def added_row(new: Result, language: Language) -> ChangeRow:
    """Makes a row for a target that was added: how it stands."""
    what = phrases.ADDED.text(language)
    return _row(change=what, after=_standing(new, language), tone=STATUSES[new.status].tone)


def goal_row(move: GoalMove, old: Target, new: Target, language: Language) -> ChangeRow:
    """Makes a row for a goal that moved: the goal before and after, each in its own unit."""
    told, tone = _goal_in_force if move is GoalMove.IN_FORCE else _goal, _TONE_OF_GOAL.get(move, Tone.PLAIN)
    return _row(
        change=_goal_phrase(move, old, new).text(language),
        before=told(old, language),
        after=told(new, language),
        tone=tone,
        loud=tone is Tone.BAD,
    )


def of_other_plans(row: ChangeRow, language: Language) -> ChangeRow:
    """Says of a goal that it is the sum of those of other plans than before."""
    return row.retold(phrases.OF_OTHER_PLANS.text(language, change=row.cells.change.text))


def status_row(old: Status, new: Status, language: Language) -> ChangeRow:
    """Makes a row for a status that became worse."""
    return _row(
        change=phrases.WORSE.text(language),
        before=status_text(old, language),
        after=status_text(new, language),
        tone=STATUSES[new].tone,
        loud=True,
    )


def figure_rows(
    changes: Iterable[ActualChange], old: Result, new: Result, time: PlanTime, language: Language
) -> Iterator[ChangeRow]:
    """Yields rows for reported figures: those corrected or taken away, then new ones outside the usual order.

    New figures between the old actual and the new one have no row: the growth of the actual tells them.
    """
    then, now = old.measured_on or date.min, new.measured_on or date.min
    for each in sorted(changes, key=lambda each: each.move is ActualMove.NEW):
        if each.move is not ActualMove.NEW or not then < each.day <= now:
            yield _figure_row(each, old.target, new.target, time, language)


def term_row(term: TermChange, old: Target, new: Target, time: PlanTime, language: Language) -> ChangeRow:
    """Makes a row for a changed term; it is loud if the term asks for less now."""
    return _settled(*told_term(term, old, new, time, language), language, eased=term.eased)


def setting_row(setting: Setting, language: Language) -> ChangeRow:
    """Makes a row for a changed setting of the plan; findings are called as the reader may type them."""
    what = f"[{setting.table}] {setting.key}"
    before, after = (_setting_text(setting.key, value, language) for value in (setting.old, setting.new))
    return _settled(what, before, after, language, eased=setting.eased)


def _setting_text(key: str, value: str, language: Language) -> str:
    if not value:
        return phrases.NONE.text(language)
    if key not in {"fail_on", "warn_on"}:
        return quoted(value)
    return words.LIST.text(language).join(FINDING.written(each, language) for each in value.split(", "))


def _settled(what: str, before: str, after: str, language: Language, *, eased: bool) -> ChangeRow:
    change = (phrases.EASED if eased else phrases.TERM).text(language, term=what)
    tone = Tone.BAD if eased else Tone.PLAIN
    return _row(change=change, before=before, after=after, tone=tone, loud=eased)


_TONE_OF_GOAL = {
    GoalMove.RAISED: Tone.GOOD,
    GoalMove.LOWERED: Tone.BAD,
    GoalMove.INCOMPARABLE: Tone.BAD,
}


def _goal_phrase(move: GoalMove, old: Target, new: Target) -> Phrase:
    ceiling = new.direction is Direction.AT_MOST
    match move:
        case GoalMove.LOWERED:
            loosened = phrases.GOAL_LOOSENED if ceiling else phrases.GOAL_LOWERED
            return phrases.GOAL_GONE if new.goal is None else loosened
        case GoalMove.RAISED:
            tightened = phrases.GOAL_TIGHTENED if ceiling else phrases.GOAL_RAISED
            return phrases.GOAL_GIVEN if old.goal is None else tightened
        case GoalMove.INCOMPARABLE:
            return phrases.GOAL_INCOMPARABLE
        case GoalMove.IN_FORCE:
            return phrases.GOAL_IN_FORCE
        case GoalMove.OF_OTHER_PLANS:
            return phrases.GOAL_OF_SUM


def _goal(target: Target, language: Language) -> str:
    """Writes the first goal, and each goal that replaces it, with the day from which it holds."""
    if target.first_goal is None:
        return phrases.NONE.text(language)
    goals = [limited(with_unit(target.first_goal, target.unit), target)]
    for each in target.adjusted:
        shown = limited(with_unit(each.goal, target.unit), target)
        goals.append(show.ADJUSTED_TO.text(language, goal=shown, day=words.day_text(each.day, language)))
    return words.COMMA.text(language).join(goals)


def _goal_in_force(target: Target, language: Language) -> str:
    goal = target.goal
    return phrases.NONE.text(language) if goal is None else limited(with_unit(goal, target.unit), target)


def _figure_row(
    change: ActualChange, old: Target, new: Target, time: PlanTime, language: Language
) -> ChangeRow:
    is_new, shown = change.move is ActualMove.NEW, change.new or change.old
    period = period_text(shown.period, time, language, new.counting) if shown else ""
    return _row(
        change=phrases.ACTUAL[change.move].text(language, period=period),
        before="" if is_new else figure(change.old, old, language),
        after=figure(change.new, new, language),
        tone=Tone.PLAIN if is_new else Tone.WARNING,
        loud=change.move is ActualMove.REMOVED,
    )


def titled(target: Target, language: Language) -> str:
    """Names a target by its name and its id, and one of several plans by its plan too."""
    name = target.name
    if target.plan:
        name = words.bracketed(name, target.plan.name, language)
    return show.titled(name, target.id, language)


def named(target: Target, language: Language) -> str:
    """Names a target by its name alone, but a part, or one of several plans, by its id too."""
    return titled(target, language) if target.is_below else target.name


def figure(actual: Actual | None, target: Target, language: Language) -> str:
    """Writes a figure in its version's unit; a sum that lacks something is shown as a bound."""
    return figure_text(actual, target.unit) or phrases.NONE.text(language)


def _standing(result: Result, language: Language) -> str:
    """Tells how a target that only one version has stands there: goal, actual, status."""
    target = result.target
    texts = []
    if target.goal is not None:
        texts.append((words.COLUMN["goal"], _goal(target, language)))
    if result.actual:
        texts.append((words.COLUMN["actual"], figure(result.actual, target, language)))
    told = [words.FIGURE.text(language, what=what.text(language), figure=text) for what, text in texts]
    return words.COMMA.text(language).join([*told, status_text(result.status, language)])
