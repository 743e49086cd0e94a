"""The sheet on the outlook: a row for each target and part that has a goal, and for targets of such parts."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.numbers import decimals_of
from plan_tracker.questions.outlook import outlook
from plan_tracker.reports import figures
from plan_tracker.reports.sheets import Fields, SheetColumn
from plan_tracker.reports.workbook import fields
from plan_tracker.wording import words

COLUMNS = (
    SheetColumn(key="name", heading=words.COLUMN["name"], always=True),
    SheetColumn(key="unit", heading=words.COLUMN["unit"]),
    SheetColumn(key="remaining", heading=words.COLUMN["remaining"], always=True),
    SheetColumn(key="shortfall", heading=words.COLUMN["shortfall"]),
    SheetColumn(key="per_month_required", heading=words.COLUMN["per_month_required"]),
    SheetColumn(key="per_month_so_far", heading=words.COLUMN["per_month_so_far"]),
    SheetColumn(key="lead_days", heading=words.COLUMN["lead_days"]),
    SheetColumn(key="reached_on", heading=words.COLUMN["reached_on"]),
    SheetColumn(key="coverage", heading=words.COLUMN["coverage"], bars=True),
    SheetColumn(key="uncovered", heading=words.COLUMN["uncovered"]),
    SheetColumn(key="status", heading=words.COLUMN["status"], always=True),
    SheetColumn(key="owner", heading=words.COLUMN["owner"]),
    SheetColumn(key="goal", heading=words.COLUMN["goal"], always=True, printed=False),
    SheetColumn(key="actual", heading=words.COLUMN["actual"], always=True, printed=False),
    SheetColumn(key="required_multiple", heading=words.COLUMN["required_multiple"], printed=False),
    SheetColumn(key="projected", heading=words.COLUMN["projected"], printed=False),
    SheetColumn(key="projected_low", heading=words.COLUMN["projected_low"], printed=False),
    SheetColumn(key="projected_high", heading=words.COLUMN["projected_high"], printed=False),
    SheetColumn(key="committed", heading=words.COLUMN["committed"], printed=False),
    SheetColumn(key="id", heading=words.COLUMN["id"], printed=False),
    SheetColumn(key="plan", heading=words.COLUMN["plan"], printed=False),
)


def outlooks(results: Iterable[Result], decimals: int, language: Language) -> Iterator[Fields]:
    """Yields a row for each target and part that has a goal, and for each target one of whose parts has."""
    for result in results:
        ahead = outlook(result)
        if result.target.goal is None and all(part.target.goal is None for part in result.parts):
            continue
        coverage = ahead.coverage
        digits = 0 if coverage is None else decimals_of(figures.rate_and_pace(coverage, None, decimals)[0])
        yield {
            **fields.of_target(result, language),
            **fields.meeting(result, decimals, language),
            "remaining": fields.exact(ahead.remaining),
            "required_multiple": fields.computed(ahead.required_multiple, Decimal(1)),
            "projected": fields.projected(result, ahead, language),
            "committed": fields.exact(ahead.committed),
            "coverage": fields.coverage(coverage, digits, language),
            "uncovered": fields.exact(ahead.uncovered),
        }
