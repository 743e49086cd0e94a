"""The sheet on the outlook: a row for each target and part that has a goal, and for targets of such parts."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.questions.outlook import outlook
from plan_tracker.reports.sheets import Fields, SheetColumn
from plan_tracker.reports.workbook import fields

COLUMNS = (
    SheetColumn(key="name", always=True),
    SheetColumn(key="unit"),
    SheetColumn(key="remaining", always=True),
    SheetColumn(key="shortfall"),
    SheetColumn(key="per_month_required"),
    SheetColumn(key="per_month_so_far"),
    SheetColumn(key="lead_days"),
    SheetColumn(key="reached_on"),
    SheetColumn(key="coverage", bars=True),
    SheetColumn(key="uncovered"),
    SheetColumn(key="status", always=True),
    SheetColumn(key="owner"),
    SheetColumn(key="goal", always=True, printed=False),
    SheetColumn(key="actual", always=True, printed=False),
    SheetColumn(key="required_multiple", printed=False),
    SheetColumn(key="projected", printed=False),
    SheetColumn(key="projected_low", printed=False),
    SheetColumn(key="projected_high", printed=False),
    SheetColumn(key="committed", printed=False),
    SheetColumn(key="id", printed=False),
    SheetColumn(key="plan", printed=False),
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
            "required_multiple": fields.computed(ahead.required_multiple, Decimal(1)),
            "projected": fields.projected(result, ahead, language),
            "committed": fields.exact(ahead.committed),
            "coverage": fields.coverage(ahead.coverage, decimals, language),
            "uncovered": fields.exact(ahead.uncovered),
        }
