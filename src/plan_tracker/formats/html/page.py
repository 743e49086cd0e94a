"""The page: one self-contained HTML file with inline charts, no script and no address outside itself."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from fractions import Fraction
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple, TextIO

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.language import Language
from plan_tracker.numbers import plain, shortest
from plan_tracker.questions.course import Point
from plan_tracker.reports.page import Page, page
from plan_tracker.reports.page_tables import CourseChart, audit_lines, course_charts, outlook_lines
from plan_tracker.wording.tones import Tone

ONE = Fraction(1)
WIDEST = Fraction(3, 2)
"""Bars reach up to one and a half times the goal; what is beyond is cut there, its figure says how much."""

LANGUAGE_TAG = {Language.EN: "en", Language.ZH: "zh-CN"}
LEFT, TOP, WIDTH, HEIGHT = 8, 18, 304, 108
"""Where the plot of a course lies in its picture of 320 x 150."""
SIGNS = {Tone.GOOD: "on_pace", Tone.WARNING: "not_reported", Tone.BAD: "missed", Tone.QUIET: "no_goal"}
"""The sign beside the verdict on a stated figure."""

FEW = 6
"""So many dots at most are labelled, each with its period; of more, only the last is."""


class Share(NamedTuple):
    """One piece of the bar of statuses."""

    tone: Tone
    start: Fraction
    size: Fraction


def write(evaluation: Evaluation, language: Language, out: TextIO, *, parts: bool = True) -> None:
    """The whole page in one language."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    folder = files(__package__)
    style = _compact(folder.joinpath("page.css").read_text(encoding="utf-8"))
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"along": along, "share": _percent}
    ahead = outlook_lines(evaluation, language, parts=parts)
    template = environment.from_string(folder.joinpath("page.html.jinja").read_text(encoding="utf-8"))
    content = page(evaluation, language, parts=parts)
    out.write(
        template.render(
            lang=LANGUAGE_TAG[language],
            page=content,
            t=content.labels,
            outlook=ahead,
            covers=any(line.works for line in ahead),
            charts=[_drawn(chart) for chart in course_charts(evaluation, language)],
            audit=audit_lines(evaluation, language),
            signs=SIGNS,
            shares=list(_shares(content)),
            scale=_scale(content),
            style=Markup(style),  # noqa: S704 - the package's own style sheet
            style_hash=b64encode(sha256(style.encode()).digest()).decode(),
        )
        + "\n"
    )


def along(value: Fraction, scale: Fraction) -> str:
    """How far a share reaches in a bar whose full length stands for `scale`, cut to the bar."""
    return _percent(min(max(Fraction(value) / scale, Fraction(0)), ONE))


def _percent(value: Fraction) -> str:
    return f"{_number(value * 100)}%"


def _number(value: Fraction) -> str:
    return plain(shortest(value, 2))


def _scale(content: Page) -> Fraction:
    """What the full length of every bar stands for: 1, or the highest rate if that is more, up to a limit."""
    rates = [line.bar.rate for group in content.groups for line in group.lines if line.bar]
    return min(max([ONE, *rates]), WIDEST)


def _shares(content: Page) -> Iterator[Share]:
    total, start = sum(count.number for count in content.counts), 0
    for count in content.counts:
        yield Share(count.tone, Fraction(start, total), Fraction(count.number, total))
        start += count.number


def _drawn(chart: CourseChart) -> dict[str, object]:
    course = chart.course
    points = [point for _, point in course.actuals]
    labelled = course.actuals if len(course.actuals) <= FEW else course.actuals[-1:]
    names = {actual.day: actual.period for actual, _ in labelled}
    begin = [course.expected[0]] if course.expected and course.expected[0].x < points[0].x else []
    goal = None if course.goal is None else _y(course.goal)
    falls = course.goal is not None and course.goal < Fraction(
        1, 2
    )  # its text stands where the course does not
    return {
        **chart._asdict(),
        "actual": _path([*begin, *points]),
        "expected": _path(course.expected),
        "dots": [
            {
                "x": _x(point.x),
                "y": _number(_y(point.y)),
                "label": names.get(actual.day, ""),
                "anchor": "end" if point.x > Fraction(19, 20) else "middle",
            }
            for actual, point in course.actuals
        ],
        "goal_y": None if goal is None else _number(goal),
        "goal_text_y": None if goal is None else _number(goal - 5),
        "goal_text_x": LEFT if falls else LEFT + WIDTH,
        "goal_anchor": "start" if falls else "end",
    }


def _path(points: Iterable[Point]) -> str:
    return "".join(
        f"{'L' if number else 'M'}{_x(point.x)} {_number(_y(point.y))}" for number, point in enumerate(points)
    )


def _x(share: Fraction) -> str:
    return _number(LEFT + share * WIDTH)


def _y(share: Fraction) -> Fraction:
    return TOP + (1 - share) * HEIGHT


def _compact(style: str) -> str:
    """A style sheet without the spaces that stand at line ends and beginnings."""
    return "".join(f"{line.strip()}\n" for line in style.splitlines() if line.strip())
