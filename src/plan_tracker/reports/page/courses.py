"""The charts of the page: what was reached from period to period, beside what was expected."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.plan import kinds
from plan_tracker.plan.periods import PlanTime
from plan_tracker.questions.course import Course, course_of, has_course
from plan_tracker.reports.arrangement import badness
from plan_tracker.reports.page.tables import Listing, listing
from plan_tracker.reports.texts import expected_text, with_unit
from plan_tracker.wording import page as phrases
from plan_tracker.wording import words
from plan_tracker.wording.periods import period_text
from plan_tracker.wording.statuses import STATUSES, status_text
from plan_tracker.wording.tones import Tone


class Spot(NamedTuple):
    """A place in a chart, as shares of its width and height; for a figure also its period."""

    x: Fraction
    y: Fraction
    period: str = ""


class CourseChart(NamedTuple):
    """A chart of one target: its figures, the corners of its expected course, and the texts around it.

    `height` is where the goal stands, as a share of the chart's height, and `zero` where 0 does, if it is on
    the chart; `text` tells what the chart shows.
    """

    figures: tuple[Spot, ...]
    corners: tuple[Spot, ...]
    height: Fraction | None
    zero: Fraction | None
    name: str
    status_text: str
    status: Status
    tone: Tone
    text: str
    first: str
    last: str
    goal: str


def course_charts(evaluation: Evaluation, language: Language, *, most: int | None) -> Listing[CourseChart]:
    """Makes a chart for each target with several figures; of many, only for the worst `most`."""
    several = [result for result in evaluation.results if has_course(result, evaluation)]
    if most is not None:
        several.sort(key=badness)
    found = (course_of(result, evaluation) for result in several[:most])
    charts = (_chart(course, evaluation.plan.time, language) for course in found)
    return listing(charts, len(several), phrases.WORST_IN_FILE, language)


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
        zero=course.zero,
        name=target.name,
        status_text=status_text(status, language),
        status=status,
        tone=STATUSES[status].tone,
        text=phrases.COURSE.text(language, name=target.name, points=points),
        first=words.day_text(target.start, language),
        last=words.day_text(max(target.due, course.actuals[-1][0].day), language),
        goal=with_unit(target.goal, target.unit),
    )


def _points(course: Course, time: PlanTime, language: Language) -> Iterator[str]:
    target = course.result.target
    phrase = phrases.COURSE_OF_LEVEL if kinds.is_level(target) else phrases.COURSE_EXPECTED
    if target.direction is kinds.AT_MOST:
        phrase = phrases.COURSE_AT_MOST
    for actual, _ in course.actuals:
        period = period_text(actual.period, time, language)
        values = {"period": period, "actual": with_unit(actual.value, target.unit)}
        share = kinds.share_asked(target, actual.day)
        expected = kinds.expected(target, share) if share is not None else None
        if expected is None:
            yield phrases.COURSE_POINT.text(language, **values)
        else:
            yield phrase.text(language, expected=expected_text(expected, actual, target), **values)
