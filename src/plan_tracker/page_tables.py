"""The tables of the page below the targets: what is left, the course so far, published figures."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from plan_tracker import figures, kinds
from plan_tracker.check_report import expected_shown, with_unit
from plan_tracker.course import Course, courses
from plan_tracker.evaluation import LAGGING, Evaluation, Result, Status
from plan_tracker.exact import plain, shortest
from plan_tracker.language import Language
from plan_tracker.outlook import outlook
from plan_tracker.report import TONE, Tone
from plan_tracker.wording import page as phrases
from plan_tracker.wording import words

ALL_DIGITS = 15


class OutlookLine(NamedTuple):
    """What one target must still bring; `covered` is the share of it that is committed."""

    name: str
    is_part: bool
    remaining: str
    required: str
    projected: str
    projected_tone: Tone
    covered: Fraction | None
    coverage: str
    coverage_text: str
    works: tuple[str, ...]
    uncovered: str


class CourseChart(NamedTuple):
    """The course of one target, with the texts of its axes and a sentence that says what is drawn."""

    course: Course
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


def outlook_lines(
    evaluation: Evaluation, language: Language, *, parts: bool = True
) -> tuple[OutlookLine, ...]:
    """A line for each target of which something is left, and each part that lags or has committed work."""
    return tuple(
        line
        for result in evaluation.results
        for each in (result, *(part for part in result.parts if parts and _needs_a_line(part)))
        if (line := _outlook_line(each, evaluation.plan.decimals, language))
    )


def _needs_a_line(part: Result) -> bool:
    return part.status in LAGGING or bool(part.target.committed)


def _outlook_line(result: Result, decimals: int, language: Language) -> OutlookLine | None:
    ahead, target = outlook(result), result.target
    if ahead.remaining is None or result.status is Status.DONE:
        return None
    remaining = with_unit(shortest(ahead.remaining, ALL_DIGITS), target.unit)
    coverage = figures.percent(ahead.coverage, decimals) if ahead.coverage is not None else ""
    works = [
        f"{work.name} {with_unit(work.amount, target.unit)}" for work in target.committed if work.name
    ] or [with_unit(work.amount, target.unit) for work in target.committed]
    return OutlookLine(
        name=target.name,
        is_part=target.parent is not None,
        remaining=phrases.HEADROOM.text(language, figure=remaining) if kinds.is_cap(target) else remaining,
        required=_required(ahead.required_multiple, language),
        projected=_projected(ahead.projected, result),
        projected_tone=_projected_tone(ahead.projected, result),
        covered=ahead.coverage,
        coverage=coverage,
        coverage_text=phrases.COVERED.text(language, coverage=coverage) if coverage else "",
        works=tuple(works),
        uncovered=with_unit(shortest(ahead.uncovered, ALL_DIGITS), target.unit)
        if ahead.uncovered is not None
        else "",
    )


def _required(multiple: Fraction | None, language: Language) -> str:
    if multiple is None:
        return ""
    return phrases.TIMES.text(language, number=plain(expected_shown(multiple, Decimal(1))))


def _projected(projected: Fraction | None, result: Result) -> str:
    goal = result.target.goal
    if projected is None or goal is None:
        return ""
    return with_unit(expected_shown(projected, goal), result.target.unit)


def _projected_tone(projected: Fraction | None, result: Result) -> Tone:
    return TONE[result.status] if projected is not None and result.status in LAGGING else Tone.PLAIN


def course_charts(evaluation: Evaluation, language: Language) -> Iterator[CourseChart]:
    """A chart for each target that has several figures."""
    for course in courses(evaluation):
        target, status = course.result.target, course.result.status
        points = phrases.SEPARATOR.text(language).join(_points(course, language))
        yield CourseChart(
            course=course,
            name=target.name,
            unit=target.unit,
            status_text=words.STATUS[status].text(language),
            status=status,
            tone=TONE[status],
            text=phrases.COURSE.text(language, name=target.name, points=points),
            first=words.day_text(target.start, language),
            last=words.day_text(max(target.due, course.actuals[-1][0].day), language),
            low=plain(shortest(course.low, ALL_DIGITS)),
            high=plain(shortest(course.high, 2)),
            goal=with_unit(target.goal, target.unit) if target.goal is not None else "",
        )


def _points(course: Course, language: Language) -> Iterator[str]:
    target = course.result.target
    for actual, _ in course.actuals:
        values = {"period": actual.period, "actual": with_unit(actual.value, target.unit)}
        share = target.pace.share(actual.day) if target.pace else None
        expected = kinds.expected(target, share) if share is not None else None
        if expected is None:
            yield phrases.COURSE_POINT.text(language, **values)
        else:
            shown = with_unit(expected_shown(expected, actual.value), target.unit)
            yield phrases.COURSE_EXPECTED.text(language, expected=shown, **values)
