"""The sheet on the outlook: a row for each target and part that has a goal, and for targets of such parts."""

from collections.abc import Iterable, Iterator

from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.questions.outlook import outlook
from plan_tracker.reports.sheets import Columns, Fields
from plan_tracker.reports.workbook import fields
from plan_tracker.wording.words import OUTLOOK

COLUMNS = Columns(
    table="outlook",
    name=OUTLOOK,
    printed=(
        *("name", "unit", "remaining", "shortfall", "per_month_required", "per_month_so_far"),
        *("lead_days", "reached_on", "coverage", "uncovered", "status", "owner"),
    ),
    beside=(
        *("goal", "actual", "required_multiple", "projected", "projected_low", "projected_high"),
        *("committed", "id", "plan"),
    ),
    always=frozenset({"name", "remaining", "status", "goal", "actual"}),
)


def outlooks(results: Iterable[Result], decimals: int, language: Language) -> Iterator[Fields]:
    """Yields a row for each target and part that has a goal, and for each target one of whose parts has."""
    for result in results:
        ahead = outlook(result)
        if result.target.goal is None and all(part.target.goal is None for part in result.parts):
            continue
        yield {
            **fields.of_target(result, language),
            **fields.meeting(result, decimals, language),
            "remaining": fields.exact(ahead.remaining),
            "required_multiple": fields.multiple(ahead.required_multiple),
            "projected": fields.projected(result, ahead, language),
            "committed": fields.exact(ahead.committed),
            "coverage": fields.coverage(ahead.coverage, decimals, language),
            "uncovered": fields.exact(ahead.uncovered),
        }
