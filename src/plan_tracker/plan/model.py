"""A plan as judged: every label is a day, every default is filled in, every part has what it inherits."""

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
    """On which side of the goal it is well."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Counting(StrEnum):
    """Whether a figure is the running total to date or the increment of its period."""

    TO_DATE = "to_date"
    PER_PERIOD = "per_period"


class Level(StrEnum):
    """What a failing target does to `check`."""

    FAIL = "fail"
    WARN = "warn"
    OFF = "off"


class Actual(NamedTuple):
    """The figure reached by the evening of `day`: a running total or a level.

    `missing` names the stretches of time or the parts that the figure lacks: a total with something missing
    is a bound from below. `period` is the label as written in the file. `slack` is how far the true total may
    lie from a sum, where that is not half a unit of its last digit: the roundings of its figures add up.
    """

    period: str
    day: date
    value: Decimal
    missing: tuple[str, ...] = ()
    slack: Decimal | None = None


class Commitment(NamedTuple):
    """Work promised for the rest of the target's time; the name is empty where the file gives one number."""

    name: str
    amount: Decimal


class Member(NamedTuple):
    """One of several plans that are told together: its path below their folder, and what people call it."""

    path: str
    name: str


class Target(NamedTuple):
    """One thing tracked, or one part of it (then `parent` is the id of its target).

    `actuals` are running totals (or levels) in order of their days. `pace` is None for a level to be held.
    `plan` is given where several plans are told together, and says from which of them the target comes.
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
    check: Level
    stage: str
    binding: bool | None
    source: str
    note: str
    feed: str
    parts: tuple["Target", ...] = ()
    plan: Member | None = None

    @property
    def part_name(self) -> str:
        """What it is called among the parts of a target: there one of another plan goes by its plan."""
        return self.plan.name if self.plan else self.name


class CheckRules(NamedTuple):
    """What `check` refuses: statuses (and `allocation`) that fail or warn, and two thresholds as shares."""

    fail_on: frozenset[str]
    warn_on: frozenset[str]
    max_lag: Fraction | None
    min_completion: Fraction | None


class Plan(NamedTuple):
    """A valid plan. `reporting` is how often its targets report unless they say otherwise.

    `tolerance` is a share (1/20 for "5pp"); `decimals` is for printed rates.
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
