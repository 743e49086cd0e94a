"""The page: one self-contained HTML file with inline charts, a small script, no address outside itself.

Everything on it can be read without the script, which filters, sorts, and unpacks the data.
"""

import gzip
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple, TextIO

from plan_tracker.formats.width import cut, width
from plan_tracker.language import Language
from plan_tracker.numbers import plain, shortest
from plan_tracker.reports.meter import Meter
from plan_tracker.reports.page.courses import CourseChart, Spot
from plan_tracker.reports.page.page import Page
from plan_tracker.wording.tones import Tone

if TYPE_CHECKING:
    from markupsafe import Markup

_ONE, _HALF = Fraction(1), Fraction(1, 2)
_WIDEST = Fraction(3, 2)
"""Bars are cut at one and a half times the goal; the figure beside them tells how far they would reach."""

_LANGUAGE_TAG = {Language.EN: "en", Language.ZH: "zh-CN"}
_LEFT, _TOP, _WIDTH, _HEIGHT, _PICTURE = 8, 18, 304, 108, 320
"""Where the plot of a course lies in its picture of 320 x 150."""
_SIGNS = {Tone.GOOD: "on_pace", Tone.WARNING: "not_reported", Tone.BAD: "missed", Tone.QUIET: "no_goal"}
"""The sign beside the verdict on a stated figure."""

_FEW = 6
"""A chart with no more dots than that has a label at each that has room; one with more only at the last."""

_CELL, _GAP = 7, 4
"""How wide a terminal cell of a label is in the picture, and what is free between two labels."""


_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_WORDS = re.compile(f"{_RIGHT_TO_LEFT}+(?:[^,;:()]?{_RIGHT_TO_LEFT}+)*")
"""Words that are written from right to left: figures beside them move where they are not kept apart."""
_DATES = re.compile(r"\b\d{4}-\d\d-\d\d\b", re.ASCII)
"""Days, which a browser would break at a hyphen where there is little room."""


class Share(NamedTuple):
    """One piece of the bar of statuses."""

    tone: Tone
    start: Fraction
    size: Fraction


def write(report: Page, out: TextIO, *, data: str, meter: Meter = iter) -> None:
    """Writes the whole page, with `data`, the same figures as a CSV file, to be taken from it."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    folder = files(__package__)
    style, script = (
        _compact(folder.joinpath(name).read_text(encoding="utf-8")) for name in ("page.css", "page.js")
    )
    style += _variables(report)
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {
        "along": _along,
        "share": _percent,
        "counted": meter,
        "apart": _marking(_WORDS, r"<bdi>\g<0></bdi>"),
        "dated": _marking(_DATES, r'<span class="date">\g<0></span>'),
    }
    template = environment.from_string(folder.joinpath("page.html.jinja").read_text(encoding="utf-8"))
    out.write(
        template.render(
            lang=_LANGUAGE_TAG[report.language],
            page=report,
            t=report.labels,
            own=_own_anchors(report),
            covers=any(line.works for line in report.outlook.lines),
            charts=[_drawn(chart) for chart in report.charts.lines],
            signs=_SIGNS,
            shares=list(_shares(report)),
            scale=_scale(report),
            data=b64encode(gzip.compress(data.encode(), mtime=0)).decode(),
            style=Markup(style),  # noqa: S704 - the package's own style sheet
            style_hash=_hash(style),
            script=Markup(script),  # noqa: S704 - the package's own script
            script_hash=_hash(script),
        )
        + "\n"
    )


def _own_anchors(report: Page) -> Callable[[str], str]:
    """Returns the function that names the page's own anchors: never as a target, whose anchor is its id."""
    taken = {line.id for group in report.groups for line in (*group.lines, *group.folded)}
    return lambda name: f":{name}" if name in taken else name


def _variables(report: Page) -> str:
    """Names the columns for a narrow screen, where no row of headings is seen, and where the goal stands."""
    columns = {"goal": "goal", "actual": "actual", "lead": "lead", "growth": "year_on_year"}
    names = "".join(f'--{name}: "{report.labels[key]}"; ' for name, key in columns.items())
    return f":root {{ {names}--whole: {_along(_ONE, _scale(report))} }}\n"


def _marking(pattern: re.Pattern[str], marked: str) -> "Callable[[str], Markup]":
    """Returns the filter that marks what a pattern finds in a text, which it escapes."""
    from markupsafe import Markup, escape

    return lambda text: Markup(pattern.sub(marked, str(escape(text))))  # noqa: S704 - escaped


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _along(value: Fraction, scale: Fraction) -> str:
    """Returns where a share ends in a bar whose full length stands for `scale`, as a CSS percentage."""
    return _percent(min(max(Fraction(value) / scale, Fraction(0)), _ONE))


def _percent(value: Fraction) -> str:
    return f"{_number(value * 100)}%"


def _number(value: Fraction) -> str:
    return plain(shortest(value, 2))


def _scale(report: Page) -> Fraction:
    """Returns the share that the full length of every bar stands for: the highest rate, from 1 to _WIDEST."""
    lines = (line for group in report.groups for line in (*group.lines, *group.folded))
    rates = [line.bar.rate for line in lines if line.bar]
    return min(max([_ONE, *rates]), _WIDEST)


def _shares(report: Page) -> Iterator[Share]:
    total, start = sum(count.number for count in report.counts), 0
    for count in report.counts:
        yield Share(count.tone, Fraction(start, total), Fraction(count.number, total))
        start += count.number


def _drawn(chart: CourseChart) -> dict[str, object]:
    figures, corners = chart.figures, chart.corners
    begin = corners[:1] if corners and corners[0].x < figures[0].x else ()
    goal = None if chart.height is None else _y(chart.height)
    falls = chart.height is not None and chart.height < _HALF  # the goal's text goes where the course is not
    return {
        **chart._asdict(),
        "goal": cut(chart.goal, _WIDTH // _CELL),  # behind its figure, where its unit is longer than the line
        "actual": _path([*begin, *figures]),
        "expected": _path(corners),
        "dots": [
            {"x": _x(figure.x), "y": _number(_y(figure.y)), "label": label, "anchor": anchor}
            for figure, (label, anchor) in zip(figures, _labels(figures), strict=True)
        ],
        "zero_y": None if chart.zero is None else _number(_y(chart.zero)),
        "goal_y": None if goal is None else _number(goal),
        "goal_text_y": None if goal is None else _number(goal - 5),
        "goal_text_x": _LEFT if falls else _LEFT + _WIDTH,
        "goal_anchor": "start" if falls else "end",
    }


def _labels(figures: Sequence[Spot]) -> list[tuple[str, str]]:
    """Returns the label of each dot and its anchor; empty where there is no room before the next one."""
    labels: list[tuple[str, str]] = []
    room = Fraction(_PICTURE)
    for figure in reversed(figures):
        at, size = _LEFT + figure.x * _WIDTH, width(figure.period) * _CELL
        if figure.x > Fraction(19, 20) or at + Fraction(size, 2) > _PICTURE:
            anchor, begin = "end", at - size
        elif at < Fraction(size, 2):
            anchor, begin = "start", at
        else:
            anchor, begin = "middle", at - Fraction(size, 2)
        if begin + size > room or (labels and len(figures) > _FEW):
            labels.append(("", anchor))
        else:
            labels.append((figure.period, anchor))
            room = begin - _GAP
    return labels[::-1]


def _path(spots: Iterable[Spot]) -> str:
    return "".join(
        f"{'L' if number else 'M'}{_x(spot.x)} {_number(_y(spot.y))}" for number, spot in enumerate(spots)
    )


def _x(share: Fraction) -> str:
    return _number(_LEFT + share * _WIDTH)


def _y(share: Fraction) -> Fraction:
    return _TOP + (1 - share) * _HEIGHT


def _compact(text: str) -> str:
    """Returns a style sheet or script without indents and empty lines."""
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())
