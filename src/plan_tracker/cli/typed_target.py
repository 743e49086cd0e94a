"""A target as a person types it for `add`, in the words and numbers that tables may have too."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from plan_tracker.cli.session import hint_for_day, word_of
from plan_tracker.editing.adding import Added
from plan_tracker.editing.adding import add as write
from plan_tracker.language import Message
from plan_tracker.plan.ids import Ids, id_made_of
from plan_tracker.plan.model import Direction, Kind, Plan
from plan_tracker.plan.names import Names, spelt_as
from plan_tracker.plan.period_words import Day, Label, Months
from plan_tracker.plan.spoken import period_of, says_last_day
from plan_tracker.plan.units import is_share
from plan_tracker.problems import LocatedProblem, NotDone, PlanError, Problem, quoted
from plan_tracker.reading.faults.hints import did_you_mean
from plan_tracker.reading.meant.periods import day_meant
from plan_tracker.reading.plan_file import ParsedFile
from plan_tracker.spreadsheets.goals import goal_of
from plan_tracker.spreadsheets.importing.values import value_of
from plan_tracker.spreadsheets.numbers import figure_of
from plan_tracker.spreadsheets.refusal import NoNumber
from plan_tracker.wording import adding as phrases
from plan_tracker.wording import importing, usage
from plan_tracker.wording.recording import DIGITS_ONLY
from plan_tracker.wording.vocabulary import SETTINGS


class TypedTarget(NamedTuple):
    """What a person says of a target, as typed; None for what was not said."""

    name: str
    id: str | None
    goal: str | None
    unit: str | None
    group: str | None
    owner: str | None
    kind: str | None
    direction: str | None
    baseline: str | None
    start: str | None
    due: str | None
    weight: str | None


class TargetWriter:
    """Adds a target to a plan as a person wishes; its `id` is known after the first try."""

    def __init__(self, typed: TypedTarget) -> None:
        self._typed = typed
        self._faults: list[LocatedProblem] = []
        self.id = ""

    def __call__(self, plan_file: ParsedFile) -> Added:
        """Returns the plan with the target; raises PlanError with all faults, NotValid or NotWritten."""
        plan, self._faults = plan_file.plan, []
        self.id = self._id(plan)
        table = self._table(plan)
        if self._faults:
            raise PlanError(tuple(self._faults))
        return write(plan_file, self.id, table)

    def _id(self, plan: Plan) -> str:
        """Returns the id given, else one made of the name; it is a fault if it or the name is taken."""
        names, taken = Names(plan), {target.id for target in plan.targets}
        wanted = id_made_of(self._typed.name) if self._typed.id is None else self._typed.id.strip()
        if known := names.named(self._typed.name):
            values = {"id": known[0].id, "name": quoted(known[0].name)}
            self._fault(phrases.NAME_TAKEN.fill(**values), phrases.GIVE_OTHER_NAME.fill(**values))
        if wanted in taken and not (known and self._typed.id is None):
            other = Ids(taken).made_of(wanted)
            self._fault(phrases.ID_TAKEN.fill(id=quoted(wanted)), phrases.GIVE_OTHER_ID.fill(id=other))
        return wanted

    def _table(self, plan: Plan) -> dict[str, object]:
        """Returns the target's table, without what is not understood."""
        typed = self._typed
        goal, unit, limit = self._goal()
        given: dict[str, object] = {
            "name": typed.name,
            "group": _as_known(typed.group, (target.group for target in plan.targets)),
            "owner": _as_known(typed.owner, (target.owner for target in plan.targets)),
            "unit": unit or None,
            "kind": self._kind(unit, has_goal=typed.goal is not None),
            "direction": self._direction(limit),
            "baseline": self._figure("baseline", typed.baseline, unit),
            "goal": goal,
            "start": self._day("start", typed.start, plan),
            "due": self._day("due", typed.due, plan),
            "weight": self._figure("weight", typed.weight, ""),
        }
        if given["direction"] == Direction.AT_LEAST.value and typed.baseline is None:
            given["direction"] = None  # the default
        return {key: value for key, value in given.items() if value is not None}

    # --- what was typed

    def _goal(self) -> tuple[Decimal | None, str, str | None]:
        """Returns the goal, the unit of the target, and the direction that the goal says."""
        unit = (self._typed.unit or "").strip()
        if self._typed.goal is None:
            return None, unit, None
        goal = goal_of(self._typed.goal, unit, "", None)
        if isinstance(goal, NoNumber):
            self._fault_of("goal", goal.message, goal.hint)
            return None, unit, None
        return goal.figure.number, goal.unit, goal.direction.value if goal.direction else None

    def _figure(self, field: str, text: str | None, unit: str) -> Decimal | None:
        """Returns the figure typed behind an option."""
        figure = None if text is None else figure_of(text, unit)
        if isinstance(figure, NoNumber):
            hint = None if field == "weight" else figure.hint  # a weight has no unit to be given
            self._fault_of(field, figure.message, hint or DIGITS_ONLY.fill())
            return None
        return figure.number if figure else None

    def _kind(self, unit: str, *, has_goal: bool) -> str | None:
        """Returns the kind if it is said; it is a fault if it must be said but is not."""
        said = self._choice("kind", self._typed.kind)
        if self._typed.kind is None and self._typed.baseline is not None:
            return Kind.LEVEL.value
        if self._typed.kind is None and has_goal and is_share(unit):
            self._fault(phrases.NEEDS_KIND.fill(unit=unit), phrases.SAY_KIND.fill())
        return None if said == Kind.CUMULATIVE.value and not is_share(unit) else said

    def _direction(self, limit: str | None) -> str | None:
        """Returns the direction said by the option or the goal; it is a fault if they contradict."""
        said = self._choice("direction", self._typed.direction)
        if said and limit and said != limit:
            values = {"text": quoted(self._typed.goal or ""), "word": quoted(self._typed.direction or "")}
            self._fault(importing.TWO_DIRECTIONS.fill(**values), importing.CORRECT_ONE.fill())
        return said or limit

    def _choice(self, field: str, text: str | None) -> str | None:
        """Returns the code of a word typed behind an option."""
        try:
            return None if text is None else word_of(text, SETTINGS[field])
        except NotDone as error:
            self._fault_of(field, error.message, error.hint)
            return None

    def _day(self, field: str, text: str | None, plan: Plan) -> date | None:
        """Returns the first day for a start, the last for a due date, in the words that tables may have."""
        if text is None:
            return None
        spoken_of = value_of(field, text)
        period = period_of(spoken_of, plan.time) if isinstance(spoken_of, Day | Label | Months) else None
        if period is None:
            is_end = field == "start" and says_last_day(text)  # end of Q3: its day is known in a plan only
            meant = day_meant(text, plan.time, is_start=True) if is_end else None
            hint = did_you_mean(str(meant)) if meant else hint_for_day(text, plan.time, phrases.WRITE_DAY)
            self._fault_of(field, usage.NO_DAY.fill(text=quoted(text)), hint)
            return None
        return period.first if field == "start" and period.first else period.last

    def _fault(self, message: Message, hint: Message | None) -> None:
        problem = Problem(code="usage", path=(), message=message, hint=hint)
        self._faults.append(LocatedProblem(problem, None))

    def _fault_of(self, option: str, message: Message, hint: Message | None) -> None:
        self._fault(phrases.of_option(option, message.phrase).fill(**message.values), hint)


def _as_known(text: str | None, known: Iterable[str]) -> str | None:
    """Returns a word as the plan spells it already, if only blanks, capitals or width of letters differ."""
    if text is None or not text.strip():
        return None
    return spelt_as(text, known) or text.strip()
