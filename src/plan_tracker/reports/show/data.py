"""All about one target for programs: its row, and what a row has no place for."""

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.questions.audit import audit
from plan_tracker.questions.explanation import Moment, explain, moments
from plan_tracker.questions.past import projected_range
from plan_tracker.reports.figures import machine_figure, machine_rate_and_pace, machine_share
from plan_tracker.reports.objects import Json, Object, audited_rows, head
from plan_tracker.reports.rows import row


def story_data(evaluation: Evaluation, result: Result) -> Object:
    """Returns a target as data: its row and its parts', rule, periods, adjustments, past, stated figures."""
    target, found = result.target, explain(evaluation, result)
    return {
        **head(evaluation),
        "target": row(result),
        "parts": [row(part) for part in result.parts],
        "note": target.note or None,
        "reporting": target.reporting.value,
        "counting": target.counting.value,
        "needed_day": result.needed_day,
        "rule": {
            "rule": found.rule.value if target.is_summed else None,
            "compared": found.compared.text if found.compared else None,
            "tolerated": found.tolerated.text if found.tolerated else None,
        },
        "periods": [_period(moment) for moment in moments(evaluation, result)],
        "committed": [{"name": work.name or None, "amount": work.amount} for work in target.committed],
        "adjusted": [
            {"day": each.day, "goal": each.goal, "note": each.note or None} for each in target.adjusted
        ],
        "dropped": target.dropped,
        "past": _past(result),
        "stated": audited_rows(each for each in audit(evaluation) if each.target.id == target.id),
    }


def _period(moment: Moment) -> Object:
    actual, rate = moment.actual, None
    pace = None if moment.pace is None else machine_share(moment.pace)
    if moment.rate is not None:
        rate, pace = machine_rate_and_pace(moment.rate, moment.pace)
    return {
        "period": moment.label or None,
        "day": moment.day,
        "actual": actual.value if actual else None,
        "missing": list(actual.missing) if actual else None,
        "expected": None
        if moment.expected is None
        else machine_figure(moment.expected, actual.value if actual else None),
        "completion_rate": rate,
        "pace": pace,
    }


def _past(result: Result) -> list[Json]:
    """Returns each earlier year: its totals, and where this year ends if it goes on like that one."""
    past, years = result.target.past, projected_range(result)
    ends = {end.year: end for end in years.ends} if years else {}
    found: list[Json] = []
    for year in past.years if past else ():
        end = ends.get(year.year)
        found.append(
            {
                "year": year.year,
                "totals": {total.period: total.value for total in year.totals},
                "share": machine_share(end.share) if end else None,
                "projected": machine_figure(end.projected, result.target.goal) if end else None,
                "reached": end.is_well if end else None,
            }
        )
    return found
