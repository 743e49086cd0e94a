"""A plan as it is judged: every label is a day, every default is filled in, parts have what they inherit."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.language import Language
from plan_tracker.plan.feeds import Feed
from plan_tracker.plan.pace import Pace
from plan_tracker.plan.periods import PlanTime, Reporting
from plan_tracker.plan.stated import Stated


class Kind(StrEnum):
    """What an actual is: a total that grows, or a state."""

    CUMULATIVE = "cumulative"
    LEVEL = "level"


class Direction(StrEnum):
    """The good side of the goal."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Counting(StrEnum):
    """Whether a figure is the running total to date or the increment of its period."""

    TO_DATE = "to_date"
    PER_PERIOD = "per_period"


class CheckLevel(StrEnum):
    """What a failing target does to `check`."""

    FAIL = "fail"
    WARN = "warn"
    OFF = "off"


class Actual(NamedTuple):
    """The figure reached by the evening of `day`: a running total or a level.

    `missing` names the stretches of time or the parts that the figure lacks: a total with something missing
    is a lower bound. `period` is the label as written in the file. `slack` is how far the true total may lie
    from a sum, if that is not half a unit of its last digit: the roundings of its figures add up. `own` is
    the target's own figure of that day, if it is a lower bound and the parts tell more.
    """

    period: str
    day: date
    value: Decimal
    missing: tuple[str, ...] = ()
    slack: Decimal | None = None
    own: "Actual | None" = None


class Commitment(NamedTuple):
    """Work promised for the rest of the target's time; the name is empty if the file gives one number."""

    name: str
    amount: Decimal


class Member(NamedTuple):
    """One of several plans that are judged together: its path below their folder, and its name for people."""

    path: str
    name: str


class Adjustment(NamedTuple):
    """The goal from a day on, and the reason; the note may be empty."""

    day: date
    goal: Decimal
    note: str


class PastYear(NamedTuple):
    """What an earlier year reached: running totals (or levels), by the same day of this plan's year.

    `year` is the one in which the earlier plan began.
    """

    year: int
    totals: tuple[Actual, ...]

    def by(self, day: date) -> Decimal | None:
        """Returns what was reached by the same day of that year, or None if it is not given."""
        return next((total.value for total in self.totals if total.day == day), None)


class Past(NamedTuple):
    """What earlier years reached, oldest first; their totals count from the plan's first day, `start`."""

    start: date
    years: tuple[PastYear, ...]

    def year(self, year: int) -> PastYear | None:
        """Returns the year that began in a calendar year, if it is given."""
        return next((each for each in self.years if each.year == year), None)


class Target(NamedTuple):
    """One thing tracked, or one part of it (then `parent` is the id of its target).

    `actuals` are running totals (or levels) in order of their days. `pace` is None for a level to be held.
    `plan` is set where several plans are judged together, and says which of them has the target. `goal` is
    the first goal until `in_force` puts an adjusted one in its place; then the first is the `original_goal`.
    `adjusted` is in the order of its days. `is_summed` is False for what stands for the targets of several
    plans that cannot be added up.
    """

    id: str
    parent: str | None
    name: str
    group: str
    owner: str
    unit: str
    kind: Kind
    direction: Direction
    goal: Decimal | None
    baseline: Decimal | None
    start: date
    due: date
    pace: Pace | None
    reporting: Reporting
    counting: Counting
    actuals: tuple[Actual, ...]
    committed: tuple[Commitment, ...]
    stated: tuple[Stated, ...]
    weight: Decimal
    check: CheckLevel
    stage: str
    binding: bool | None
    source: str
    note: str
    feed: str
    adjusted: tuple[Adjustment, ...] = ()
    dropped: date | None = None
    past: Past | None = None
    original_goal: Decimal | None = None
    parts: tuple["Target", ...] = ()
    plan: Member | None = None
    is_summed: bool = True

    @property
    def is_below(self) -> bool:
        """Whether it stands below another in tables: a part, or what is one of several plans' own."""
        return self.parent is not None or self.plan is not None

    @property
    def plan_path(self) -> str:
        """The path of its plan where several are judged together, else empty."""
        return self.plan.path if self.plan else ""

    @property
    def key(self) -> tuple[str, str]:
        """The path of its plan and its id, which tell it from all others."""
        return self.plan_path, self.id

    @property
    def part_name(self) -> str:
        """The name among the parts of a target; a part that is another plan's target goes by that plan."""
        return self.plan.name if self.plan and self.parent is None else self.name

    @property
    def first_goal(self) -> Decimal | None:
        """The goal before any adjustment."""
        return self.goal if self.original_goal is None else self.original_goal

    def goal_on(self, day: date) -> Decimal | None:
        """Returns the goal in force on a day."""
        goals = (each.goal for each in reversed(self.adjusted) if each.day <= day)
        return next(goals, self.first_goal)

    def in_force(self, day: date) -> "Target":
        """Returns the target and its parts with the goals in force on a day."""
        if not self.adjusted and not (self.parts and any(part.adjusted for part in self.parts)):
            return self
        is_adjusted = bool(self.adjusted) and self.adjusted[0].day <= day
        return self._replace(
            goal=self.goal_on(day),
            original_goal=self.first_goal if is_adjusted else None,
            parts=tuple(part.in_force(day) for part in self.parts),
        )

    def is_dropped(self, day: date) -> bool:
        """Tells whether the target was dropped on or before a day."""
        return self.dropped is not None and self.dropped <= day


class CheckRules(NamedTuple):
    """What `check` refuses: statuses, `allocation`, `silent` that fail or warn; two thresholds as shares."""

    fail_on: frozenset[str]
    warn_on: frozenset[str]
    max_lag: Fraction | None
    min_completion: Fraction | None


class Plan(NamedTuple):
    """A valid plan. `reporting` is how often its targets report unless they say otherwise.

    `tolerance` is a share (1/20 for "5pp"); `decimals` is for printed rates. `collect` is a pattern
    of the plans whose targets are parts of this one's, below its own folder. `member` is given where it is
    itself one of several.
    """

    title: str
    time: PlanTime
    language: Language
    as_of: date | None
    reporting: Reporting
    tolerance: Fraction
    decimals: int
    check: CheckRules
    feeds: tuple[Feed, ...]
    targets: tuple[Target, ...]
    collect: str = ""
    member: Member | None = None
