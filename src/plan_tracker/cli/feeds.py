"""What changed in a plan since its feeds gave figures, as commands tell it."""

from typing import TYPE_CHECKING

from plan_tracker.problems import LocatedProblem

if TYPE_CHECKING:
    from plan_tracker.reading.plan_file import PlanFile


def doubts_of_feeds(plan_file: "PlanFile") -> tuple[LocatedProblem, ...]:
    """Returns what changed since figures were pulled; a plan without feeds need not be read again."""
    if not plan_file.plan.feeds:
        return ()
    from plan_tracker.editing.plan_text import tables_of
    from plan_tracker.reading.places import located
    from plan_tracker.spreadsheets.feeds.pulls import doubts

    found = doubts(plan_file.plan, tables_of(plan_file.text), plan_file.path)
    return located(plan_file.name, plan_file.text, list(found))


def doubts_of_origin(plan_file: "PlanFile", feed: str) -> list[LocatedProblem]:
    """Returns the warnings that a figure of a feed was changed since the feed gave it."""
    from plan_tracker.reading.faults.feeds import FIGURE_BY_HAND

    of_feed = [each for each in doubts_of_feeds(plan_file) if each.problem.path[1] == feed]
    return [each for each in of_feed if each.problem.code == FIGURE_BY_HAND.code]
