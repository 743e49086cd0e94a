"""The tables of the page below the targets: what is left, the course so far, published figures."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation, Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.numbers import DIGITS, plain, shortest
from plan_tracker.plan import kinds
from plan_tracker.plan.periods import PlanTime
from plan_tracker.questions.audit import Finding, audit
from plan_tracker.questions.course import Course, courses
from plan_tracker.questions.outlook import is_open, outlook, worst_first
from plan_tracker.reports import outlook as outlook_report
from plan_tracker.reports.audit import finding_cells
from plan_tracker.reports.projection import projected_text
from plan_tracker.reports.texts import expected_shown, full_name, with_unit
from plan_tracker.wording import page as phrases
from plan_tracker.wording import words
from plan_tracker.wording.periods import period_text
from plan_tracker.wording.statuses import STATUSES
from plan_tracker.wording.tones import Tone


class OutlookLine(NamedTuple):
    """What is left of one target; `covered` is the share of it that is committed."""

    name: str
    is_part: bool
    remaining: str
    required_multiple: str
    projected: str
    tone: Tone
    covered: Fraction | None
    coverage: str
    coverage_text: str
    works: tuple[str, ...]
    uncovered: str


class AuditLine(NamedTuple):
    """A stated figure, the figure that the data give, and the verdict on it."""

    name: str
    period: str
    stated: str
    computed: str
    verdict: str
    tone: Tone
    remark: str


class Spot(NamedTuple):
    """A place in a chart, as shares of its width and height; for a figure also its period."""

    x: Fraction
    y: Fraction
    period: str = ""


class CourseChart(NamedTuple):
    """A chart of one target: its figures, the corners of its expected course, and the texts around it.

    `height` is where the goal stands, as a share of the chart's height; `text` tells what the chart shows.
    """

    figures: tuple[Spot, ...]
    corners: tuple[Spot, ...]
    height: Fraction | None
    name: str
    unit: str
    status_text: str
    status: Status
    tone: Tone
    text: str
    first: str
    last: str
    low: str
    high: str
    goal: str


def audit_lines(evaluation: Evaluation, language: Language) -> tuple[AuditLine, ...]:
    """Makes a line for each stated figure up to the as-of day."""
    return tuple(_audit_line(finding, evaluation, language) for finding in audit(evaluation))


def _audit_line(finding: Finding, evaluation: Evaluation, language: Language) -> AuditLine:
    cells = finding_cells(finding, evaluation.plan.time, language)
    return AuditLine(
        name=full_name(finding.target, evaluation.plan, language),
        period=cells.period.text,
        stated=finding.stated.text,
        computed=cells.computed.text,
        verdict=cells.verdict.text,
        tone=cells.verdict.tone,
        remark=cells.note.text,
    )


def outlook_lines(
    evaluation: Evaluation, language: Language, *, parts: bool = True
) -> tuple[OutlookLine, ...]:
    """Makes a line for each open target, the worst first, and for parts that lag or have committed work."""
    decimals = evaluation.plan.decimals
    return tuple(
        _outlook_line(each, decimals, language)
        for result in worst_first(evaluation.results)
        for each in (result, *(part for part in result.parts if parts and _needs_a_line(part)))
        if is_open(each) and outlook(each).remaining is not None
    )


def _needs_a_line(part: Result) -> bool:
    return part.status.lagging or bool(part.target.committed)


def _outlook_line(result: Result, decimals: int, language: Language) -> OutlookLine:
    ahead, target, cells = outlook(result), result.target, outlook_report.cells(result, decimals, language)
    remaining = _in_unit(ahead.remaining, target.unit)
    coverage = cells.coverage.text
    return OutlookLine(
        name=target.name,
        is_part=target.parent is not None,
        remaining=phrases.HEADROOM.text(language, figure=remaining) if kinds.is_cap(target) else remaining,
        required_multiple=cells.required_multiple.text,
        projected=projected_text(result, ahead, language, target.unit),
        tone=STATUSES[result.status].tone if result.status.lagging else Tone.PLAIN,
        covered=ahead.coverage,
        coverage=coverage,
        coverage_text=_coverage_text(ahead.coverage, coverage, language),
        works=tuple(
            f"{work.name} {with_unit(work.amount, target.unit)}".lstrip() for work in target.committed
        ),
        uncovered=_in_unit(ahead.uncovered, target.unit),
    )


def _coverage_text(coverage: Fraction | None, shown: str, language: Language) -> str:
    if coverage is None:
        return ""
    if coverage > 1:
        return phrases.COVERED_IN_FULL.text(language)
    return phrases.COVERED.text(language, coverage=shown)


def _in_unit(number: Fraction | None, unit: str) -> str:
    return "" if number is None else with_unit(shortest(number, DIGITS), unit)


def course_charts(evaluation: Evaluation, language: Language) -> tuple[CourseChart, ...]:
    """Makes a chart for each target that has several figures."""
    return tuple(_chart(course, evaluation.plan.time, language) for course in courses(evaluation))


def _chart(course: Course, time: PlanTime, language: Language) -> CourseChart:
    target, status = course.result.target, course.result.status
    points = words.SEMICOLON.text(language).join(_points(course, time, language))
    return CourseChart(
        figures=tuple(
            Spot(point.x, point.y, period_text(actual.period, time, language))
            for actual, point in course.actuals
        ),
        corners=tuple(Spot(point.x, point.y) for point in course.expected),
        height=course.goal,
        name=target.name,
        unit=target.unit,
        status_text=STATUSES[status].name.text(language),
        status=status,
        tone=STATUSES[status].tone,
        text=phrases.COURSE.text(language, name=target.name, points=points),
        first=words.day_text(target.start, language),
        last=words.day_text(max(target.due, course.actuals[-1][0].day), language),
        low=plain(shortest(course.low, DIGITS)),
        high=plain(shortest(course.high, 2)),
        goal=with_unit(target.goal, target.unit) if target.goal is not None else "",
    )


def _points(course: Course, time: PlanTime, language: Language) -> Iterator[str]:
    target = course.result.target
    for actual, _ in course.actuals:
        period = period_text(actual.period, time, language)
        values = {"period": period, "actual": with_unit(actual.value, target.unit)}
        share = kinds.share_asked(target, actual.day)
        expected = kinds.expected(target, share) if share is not None else None
        if expected is None:
            yield phrases.COURSE_POINT.text(language, **values)
        else:
            shown = with_unit(expected_shown(expected, actual.value), target.unit)
            yield phrases.COURSE_EXPECTED.text(language, expected=shown, **values)
