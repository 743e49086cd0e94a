"""The words of a figure in prose: those around it up to the next comma or figure, and the times they name."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from plan_tracker.questions.document.completion import STEP
from plan_tracker.questions.document.prose import Number, Prose
from plan_tracker.questions.document.times import NOW, WHOLE_YEAR, Time, times_in

_REACH = 60
"""How many letters behind a figure are looked at."""

_BOUND = re.compile(r"(?<!\d),|,(?!\d{3})|[;、。!?\n|]|\d")
_LAST_BOUND = re.compile(rf".*(?:{_BOUND.pattern})", re.DOTALL)
_BOUND_BEHIND = re.compile(rf"{_BOUND.pattern}|\(")
"""Brackets behind a figure have another one, such as that of last year; before it they have its own words."""

_LISTED = re.compile(r"(?:\d[\d.]*%(?:[、和与及]|,? and ))+$")
"""Percentages before one of a list, of which all have the words of the first: 分别增长9.6%、5.6%."""

_BETWEEN = re.compile(r"(\bbetween [a-z]{3,9}) and (?=[a-z])")
_AT_ONCE = re.compile(r"(?:同期)?的?[约近]? ?$")
"""What stands between a figure and the time that it is of, though another figure is compared with it."""


_DONE = re.compile(r"已|实际|累计|现(?=[建完有])|\b(?:already|so far|done)\b")
_ONLY_DONE = re.compile(rf"(?:{STEP}|实现|达到?|了)+")
_BEFORE_A_DAY = re.compile("份?[末底]?[之以]?前")
_MEANT_BY = re.compile("(?:预计|力争|计划|确保|争取|拟|将)[于在到至]?$")
"""That a figure was reached, though it stands behind a time that is still ahead: 年底前完工，已开工227个."""


class Words(NamedTuple):
    """The words of a figure: before it, behind it, on to the next one; `lead` is the sentence before it.

    `times` are those that may be its own, the nearest first: what its words name, then what the sentence
    begins with, or a part of it up to a semicolon. A time elsewhere, or one with which something is compared
    (比去年), is that of other figures; only that it is the plan's year holds on.
    """

    lead: str
    before: str
    behind: str
    further: str
    times: tuple[Time, ...]


def words_of(prose: Prose, number: Number, years: range) -> Words:
    """Returns the words of a number; `years` are those of the plan."""
    lead = in_small_letters(prose.text[prose.sentence(number.start).start : number.start]).rstrip("£$€¥")
    after = in_small_letters(prose.clause_after(number.end, _REACH))
    times, times_behind = times_in(lead, years), times_in(after, years)
    marked = _without(times, lead)
    if listed := _LISTED.search(marked):
        lead, marked = lead[: listed.start()], marked[: listed.start()]
    own = last.end() if (last := _LAST_BOUND.match(marked)) else 0
    ends = [*_BOUND_BEHIND.finditer(_without(times_behind, after))]
    behind = ends[0].start() if ends else len(after)
    figure = next((at for at, each in enumerate(ends) if each[0].isdigit()), None)
    further = len(after) if figure is None else ends[max(0, figure - 1)].start()
    its_own = [
        each
        for each in times
        if each.start >= own and (not each.is_compared or _AT_ONCE.match(lead, each.end))
    ]
    is_done = _DONE.search(lead[own:] + after[:behind]) or _ONLY_DONE.fullmatch(lead[own:])
    earlier = [
        each if _opens(marked, each) or each.months == NOW else each._replace(months=None)
        for each in times
        if each.start < own and not each.is_compared and (each.is_of_plan or _opens(marked, each))
        if not (is_done and _is_ahead(lead, each))
    ]
    return Words(
        lead=lead,
        before=lead[own:],
        behind=after[:behind],
        further=after[:further],
        times=(
            *reversed(its_own),
            *(each for each in times_behind if each.start < behind and not each.is_compared),
            *reversed(earlier),
        ),
    )


def in_small_letters(text: str) -> str:
    """Returns a text in small letters with one kind of dash, also between two months."""
    text = text.lower().replace("—", "-").replace("–", "-").replace("―", "-").replace("~", "-")
    return _BETWEEN.sub(r"\1  -  ", text) if " and " in text else text


def _opens(marked: str, time: Time) -> bool:
    """Tells whether no comma or figure stands before a time in its sentence, or in its part of one."""
    start = marked.rfind(";", 0, time.start) + 1
    return not (_BOUND.search(marked, 0, time.start) and _BOUND.search(marked, start, time.start))


def _is_ahead(lead: str, time: Time) -> bool:
    """Tells whether a time is the end of the year, or one before which something is to be done."""
    is_end = time.months is not None and time.months.last == WHOLE_YEAR.last
    told = _BEFORE_A_DAY.match(lead, time.end) or _MEANT_BY.search(lead, 0, time.start)
    return is_end or told is not None


def _without(times: Iterable[Time], text: str) -> str:
    """Returns a text with letters in the place of its times, whose digits are no figures."""
    for each in times:
        text = f"{text[: each.start]}{'年' * (each.end - each.start)}{text[each.end :]}"
    return text
