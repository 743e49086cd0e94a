"""What a text says of a figure: which time it is of, and whether it is what was reached, or something else.

The words of a figure are those around it up to the next comma or the next figure; in a table they are the
heading of its column. A figure is what was reached unless its words say otherwise: that it is a goal or
expected, is still missing, is a change, or is a part of the whole. The name of the target says nothing of
this and is taken out first. Its time is what its own words name, else that with which its sentence begins.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from plan_tracker.plan.model import Kind
from plan_tracker.plan.periods import PlanTime
from plan_tracker.questions.document.completion import SHARE, STEP
from plan_tracker.questions.document.names import Name, leans
from plan_tracker.questions.document.prose import Number, Prose
from plan_tracker.questions.document.sought import Sought
from plan_tracker.questions.document.times import NOW, WHOLE_YEAR, YEAR, Months, times_in
from plan_tracker.questions.document.words import Words, in_small_letters, words_of

_MEANT = re.compile(
    r"预计|预测|(?<![于超])预期|力争|争取(?=完成|实现|达到|到|在|\d|年|全年)|确保(?!了)|拟(?!定|上市)|有望|(?<![主重需])要(?=完成|实现|达到)"
    r"|将(?:要|会|于|在|再|完成|实现|达到|新增|新建|开工|建成|\n)|(?<![按照入])计划(?=完成|实现|达到|在|于|[\d上下])"
    r"|\b(?:will|shall|should|aims?|aim(?:ing|ed)|plan(?:s|ned|ning)? to|to be|hopes?|intends?"
    r"|(?<!as )(?<!than )(?<!of the )(?<!of a )(?<!against the )(?<!against a )"
    r"(?:planned|expect(?:s|ed)?|forecast|estimated?|projected))\b"
)
"""Words that somebody means to reach a figure, or expects it."""

_GOAL = re.compile(
    r"目标|任务|(?<![项类一该])指标(?![值数])|预算|(?<![按照入])计划"
    r"|\b(?:goal|target|quota|budget|(?<!on )plan|ceiling)s?\b"
)
_REACHED = re.compile(
    r"完成|实现|实际|执行|已|累计|达|超|占|率|进度"
    r"|\b(?:met|reach|achiev|complet|exceed|fulfil|actual|outturn|done|progress|came to|total)"
)
_WAS_REACHED = re.compile(
    r"(?:全部|全面|均|已|如期)[^,]{0,4}(?:完|达|实现|成|清零|工|投|到位|落|办结|整改|交付)"
    r"|\b(?:was|were|(?<!will )(?<!to )ha(?:s|ve|d) been)\b(?! (?:to be|not|short|behind|still|outstanding"
    r"|missing|left|planned|expected|forecast|projected|estimated|due|budgeted))"
)
_ITS_SHARE = re.compile(r"[^,;、。()\d]{0,8}的(?:\d|基[础数])")
_WHOLE = re.compile(r"\d(?: [a-z]+)? (?:out )?of (?:the |its )?$")
"""Words of goals, of what is reached though a goal is named, and around the whole of which a share is told:
完成年度任务目标, the goal was reached, 15 of the 16."""

_LEFT = re.compile(
    r"[还尚仍约]差|差距|缺口|缺额|短缺|欠(?!发达)|剩余(?!劳动力)|剩下|余下|其余|[尚仅]余|尚有|还[有剩]|[还仍尚]需|未(?=[完开建达到实解启动办整落替竣投\n])"
    r"|\b(?:remain(?:s|ing)?|left|leav(?:es|ing)|outstanding|shortfall|further|still|missing|gap|backlog"
    r"|lack(?:s|ing)?)\b"
)
_LEFT_BEHIND = re.compile(
    r"(?:未(?=[完开建达到实解启动办整落替竣投\n])|没有)(?![^,]{0,6}(?:目标|任务|过半|序时|进度|预期))|有待|缺口"
    r"|\b(?:remain(?:s|ing)?|outstanding|to go|missing|short of|behind)\b"
)
"""Words that a figure is still missing."""

_CHANGED = re.compile(
    r"(?:(?:同比|环比|增长|增加|增收|减收|短收|净增|下降|降低|减少|上升|提高|提升|回落|回升|收窄|扩大|高出)[^,;:、。()\d到至为达]{0,6}"
    r"|增[速幅][为达是]?|(?<!新)增|(?<!至)少|(?<![最许众很])多)[约近了超过]*$"
    r"|\b(?:up|down|grew|rose|fell|increased|decreased|declined|dropped"
    r"|(?:growth|increase|rise|decline|fall) of)(?: by)?(?: (?!to\b)\w+)? ?$"
)
_CHANGED_BEHIND = re.compile(r" ?%?\w*(?: \w+){0,3} (?:more|fewer|less|higher|lower|above|below)\b")
_COMPARED = re.compile("同比|环比|[比较]")
"""Words by how much something changed, and that it is compared."""

_FROM = re.compile(r"[由从][^,]{0,20}$|\bfrom ?$")
_TO = re.compile(r"[^,\d]{0,9}[增提升扩降减回][^,\d]?[到至]")
"""Words before and behind a figure that something started from: 从120个增加到190个."""

_PART = re.compile(r"其中|\b(?:of which|including|includes?)\b")
_DEED = re.compile(rf"已|{STEP}|进场|施工|投用|\b(?:done|finish|complet|built|laid)\w*")
"""Words that a part follows, and words that something is done, which name no part."""

_SHARE = re.compile(f"(?!^占$)(?:{SHARE})")
_PACE = re.compile(r"(?:序时|时间)进度[为达是到]*$")
_SHARE_BEHIND = re.compile(r" ?(?:%|per ?cent) of all\b")

_FALLEN = re.compile(
    r"(?:下降|降低|减少|回落|下跌|负增长|降幅"
    r"|\b(?:down|fell|decreased|declined|dropped|(?:fall|decrease|decline|drop) of)"
    r"(?: by)?)(?:[了约近]|(?P<to>[为达至]))? ?$",
)
"""Words before a figure below zero, whose sign is not written then: 进出口下降7.3%, but not 回落至5.8%."""

_GROWS = re.compile(r"^(?!.*[降减]).*(?:增速|增长|增幅|涨幅)|\bgrowth\b")
"""In the name of a target whose figure is by how much something grew: it is another where that fell."""

_NEW = re.compile(r"增|提高|提升|上升|降|减|\b(?:new|add|growth|increase|reduc|saving)")
_STATE = re.compile(r"率|比例|比重|占比|\b(?:rate|share|ratio|proportion)\b")
"""In the names of targets that count what was added, and of those whose per cents are no growth."""

_GROWTH_HEADING = re.compile(r"同比|环比|增长|增幅|增速|\b(?:growth|change|year on year|yoy)")
"""Fewer words than in a sentence: below 城区提升改造, or Up to June, stands how much of it is done."""

_FIGURE = re.compile(r"\d")
_TOTAL = re.compile(r"累计|\btotal")
"""Of a month such a figure is the running total: 6月份累计完成323亿元."""


class Context:
    """Tells what is said around the numbers of a text."""

    def __init__(self, prose: Prose, time: PlanTime, sought: Iterable[Sought]) -> None:
        """Reads a text for a plan, of which some targets are sought."""
        self._prose, self._days = prose, {(each.day, each.target.kind) for each in sought}
        self._years = range(time.start.year, time.end.year + 1)
        self._has_months = time.has_labels_of_years
        self._words = lru_cache(maxsize=1)(lambda number: words_of(prose, number, self._years))

    def is_actual(self, number: Number, sought: Sought, *, is_below_zero: bool = False) -> bool:
        """Tells whether a number may say what was reached of a target on its day.

        `is_below_zero` says that it has no sign, since its words say that something fell by it.
        """
        if not self._is_of_day(number, sought):
            return False
        name = sought.name
        if heading := self._heading(number):
            return not _is_other(name.without(heading))
        words = self._words(number)
        before, behind = name.without(words.before), name.without(words.behind)
        return not (
            _is_other(before, behind, name.without(words.further))
            or self._is_whole(number, words)
            or (not is_below_zero and _is_change(before, words.behind, sought))
            or _is_part(words, name)
        )

    def is_rate(self, number: Number) -> bool:
        """Tells whether a percentage may say how much of a target was done on one of the days."""
        months = [each for each in self._months(number) if each != WHOLE_YEAR]  # the year is what it is of
        if not self._is_of_year(number) or not any(self._fits(months, *each) for each in self._days):
            return False
        if heading := self._heading(number):
            growth = _GROWTH_HEADING.search(heading)
            return not growth or bool(_REACHED.search(_GROWTH_HEADING.sub("", heading)))
        words = self._words(number)
        return not (
            any(each.search(words.before) for each in (_MEANT, _LEFT, _CHANGED, _SHARE))
            or _LEFT_BEHIND.search(words.behind)
            or any(each.match(words.behind) for each in (_CHANGED_BEHIND, _SHARE_BEHIND))
            or (_PACE.search(words.before) and self._prose.is_percent(number))
        )

    def has_fallen(self, number: Number) -> bool:
        """Tells whether words before a number say that something fell by it, so that it is below zero."""
        return _FALLEN.search(self._words(number).before) is not None

    def _is_whole(self, number: Number, words: Words) -> bool:
        """Tells whether a number is that of which a share follows, or from which something changed."""
        text, end = self._prose.text, number.end
        return bool(
            _ITS_SHARE.match(text, end)
            or _WHOLE.search(words.lead)
            or (_FROM.search(words.before) and _TO.match(words.behind))
        )

    def _is_of_day(self, number: Number, sought: Sought) -> bool:
        """Tells whether the time of a number is, as far as it is told, one that ends on a target's day."""
        is_older = sought.target.start.year < self._years.start  # 2022年以来 is said of it, too
        return (is_older or self._is_of_year(number)) and self._fits(
            self._months(number), sought.day, sought.target.kind
        )

    def _is_of_year(self, number: Number) -> bool:
        """Tells whether no other year is said of a number than one of the plan."""
        if heading := self._heading(number):
            if years := YEAR.findall(heading):
                return any(int(year) in self._years for year in years)
            return all(each.is_of_plan is not False for each in times_in(heading, self._years))
        told = (each.is_of_plan for each in self._words(number).times)
        return next((each for each in told if each is not None), True)

    def _months(self, number: Number) -> list[Months]:
        """Returns the months that may be those of a number, the nearest first."""
        heading = self._heading(number)
        if heading:  # a column of Q2 may have running totals
            named = times_in(heading, self._years)
            return [each.months._replace(first=1) for each in named if each.months and each.months != NOW]
        words = self._words(number)
        months = [each.months for each in words.times if each.months]
        if _TOTAL.search(words.before):
            return [each._replace(first=1) if each.first == each.last > 0 else each for each in months]
        return months

    def _fits(self, months: Sequence[Months], day: date, kind: Kind) -> bool:
        """Tells whether a figure of the first of some months is one of a day; totals begin in January."""
        if not months or months[0] == NOW or not self._has_months:
            return True
        first, last = months[0]
        return last == day.month and (first == 1 or kind is Kind.LEVEL)

    def _heading(self, number: Number) -> str:
        """Returns the heading of the column in which a number stands, in small letters; empty elsewhere."""
        cell = self._prose.cell(number.start)
        return in_small_letters(cell.heading) if cell else ""


def _is_other(before: str, behind: str = "", further: str = "") -> bool:
    """Tells whether a figure is said to be meant, expected, a goal that is not reached, or still missing."""
    if _MEANT.search(before) or _LEFT.search(before):
        return True
    if _REACHED.search(before):
        return False
    if _WAS_REACHED.search(behind):
        return False
    if _MEANT.search(behind) or _LEFT_BEHIND.search(behind):
        return True
    return _GOAL.search(before) is not None and not _WAS_REACHED.search(further)


def _is_change(before: str, behind: str, sought: Sought) -> bool:
    """Tells whether a figure says by how much something changed, and the target does not count just that."""
    changed = _CHANGED.search(before)
    if not changed:
        return _CHANGED_BEHIND.match(behind) is not None
    name = sought.target.name.lower()
    if not sought.unit.is_of_shares:
        return not _NEW.search(name) or _COMPARED.search(before) is not None
    if _GROWS.search(name):
        fallen = _FALLEN.search(before)
        return fallen is not None and not fallen["to"]
    return _STATE.search(name) is not None and not _NEW.search(name)


def _is_part(words: Words, name: Name) -> bool:
    """Tells whether a figure is of something within the whole that is not what the target is called."""
    found = [*_PART.finditer(words.lead)]
    if not found or _FIGURE.search(words.lead, found[-1].end()):
        return False
    told = f"{words.lead[found[-1].end() :]}\n{words.behind}"
    rest = _DEED.sub(" ", told)
    if "分别" in told and name.found_in(told) == len(name):
        return False  # 其中城镇新增就业、农村转移就业分别完成3.43万人、36.81万人
    return not (leans(rest, name) and (rest != told or name.found_in(told)))
