"""A large plan read by several processes, each of which builds a share of its targets."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from plan_tracker.cli.crew.crew import ALONE, Crew, muster, processors
from plan_tracker.plan.model import Plan
from plan_tracker.problems import Problem
from plan_tracker.reading.plan_file import LARGE, PlanFile, loaded, read_text


class Share(NamedTuple):
    """What every process must know of what another has read: the problems, and which targets there are."""

    problems: list[Problem]
    ids: list[str]


def load_shared(path: Path) -> tuple[PlanFile, Crew]:
    """The plan in a file with this process's share of its targets, but all of its problems; and the crew.

    A small plan, or one in which anything is wrong or unusual, is read whole by this process alone.
    Raises PlanError.
    """
    text, count = read_text(path), processors()
    if len(text) < LARGE or count == 1:
        return loaded(path, text), ALONE
    from plan_tracker.reading.bulk import TooHard, plan_of

    crew = muster(count)
    share: Share | None = None
    plan: Plan | None = None
    with suppress(TooHard):
        plan, problems = plan_of(text, crew.number, crew.size)
        share = Share(problems, [target.id for target in plan.targets])
    together = crew.settle(share, _together)
    if plan and together is not None:
        return PlanFile(path, text, plan, together), crew
    crew.dismiss()
    return loaded(path, text, whole=True), ALONE


def _together(shares: list[Share | None]) -> list[Problem] | None:
    """The problems of all shares, those of the plan itself once; None where they are no parts of one plan."""
    read = [share for share in shares if share]
    ids = [id_ for share in read for id_ in share.ids]
    if len(read) < len(shares) or len(set(ids)) < len(ids):
        return None
    found = list(read[0].problems)
    for share in read[1:]:
        found += [problem for problem in share.problems if problem.path[:1] == ("targets",)]
    return found
