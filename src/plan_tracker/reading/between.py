"""What does not fit between plans: what cannot be added up, and sums that belie a plan's own figure."""

from typing import TYPE_CHECKING

from plan_tracker.judging.wholes import TIME
from plan_tracker.problems import TOLD_AT_ONCE, LocatedProblem, Path
from plan_tracker.reading import faults
from plan_tracker.reading.faults import hints
from plan_tracker.reading.faults.sums import plans_disagree

if TYPE_CHECKING:
    from plan_tracker.judging.collecting import Rollup
    from plan_tracker.reading.folders import PlanFolder


def differences(folder: "PlanFolder", rollup: "Rollup") -> tuple[LocatedProblem, ...]:
    """Returns why targets are not added up, each with its place and that of what it differs from."""
    found: dict[object, LocatedProblem] = {}
    for each in rollup.differences:
        is_year = each.key == TIME
        same = (each.member, each.first) if is_year else each
        if same in found:
            continue
        path: Path = ("plan",) if is_year else ("targets", each.id, each.key)
        is_told = len(found) < TOLD_AT_ONCE
        first = folder.place(path, each.first) if is_told else None
        where = f"{first.file}:{first.line}" if first else ""
        values = {"said": each.said, "other": each.otherwise, "where": where}
        if is_year:
            problem = faults.YEARS_DIFFER.at_path(path, **values)
        else:
            problem = faults.PLANS_DIFFER.at_path(
                path, hints.MAKE_ALIKE.fill(), id=each.id, key=each.key, **values
            )
        found[same] = LocatedProblem(problem, folder.place(path, each.member) if is_told else None)
    return tuple(found.values())


def disagreements(folder: "PlanFolder", rollup: "Rollup") -> tuple[LocatedProblem, ...]:
    """Returns which figures of collecting plans are not what the plans that they collect add up to."""
    found = [(plans_disagree(each.id, each.own, each.total), each.member) for each in rollup.disagreements]
    return tuple(
        LocatedProblem(problem, folder.place(problem.path, member) if number < TOLD_AT_ONCE else None)
        for number, (problem, member) in enumerate(found)
    )
