"""What the heading of a column, or the words before a figure, say of it: a goal, another time, growth."""

import re
from collections.abc import Container

from plan_tracker.questions.document.prose import Number, Prose
from plan_tracker.questions.document.units import Unit

_OF_GOALS = re.compile(r"目标|计划|任务|\b(?:goal|target|plan)", re.IGNORECASE)
_OF_DEEDS = re.compile(r"完成|实际|进度|占|率|\b(?:actual|done|complet|reach|achiev|progress)", re.IGNORECASE)
_OF_OTHER_TIMES = re.compile(
    r"上年|去年|同期|预计|预测|\b(?:(?:last|previous|prior) year|forecast|expected|estimate)", re.IGNORECASE
)
_IN_OTHER_TIMES = re.compile(
    r"(?:(?<![比较同与于和])(?:上年|去年)(?!以来|结转)|(?:上年|去年)(?:同期)?的(?=\D{0,2}$)|预计|预测"
    r"|(?<!than )(?<!on )(?<!from )(?<!over )(?<!with )\b(?:last|previous|prior) year(?! to\b)"
    r"|\b(?:a|one) year (?:ago|earlier)(?! to\b)|\b(?:forecast|expected))[^,;:、。()\d]*$",
    re.IGNORECASE,
)
"""Words before a figure in prose of another time: 去年同期完成190个, 比去年的190个, not 比去年增加30个."""

_BEFORE = 60
"""How many letters before a figure are looked at for them."""

_OF_GROWTH = re.compile(r"同比|环比|增长|增幅|增速|\b(?:growth|change|year on year|yoy)", re.IGNORECASE)
_GROWN = re.compile(
    r"(?:(?:同比|环比|增长|增加|下降|降低|减少|上升|提高|提升|回落)[^,;:、。()\d到至为达]{0,6}"
    r"|增[速幅][为达是]?[约近]?|\b(?:up|down|grew|rose|fell|increased|decreased"
    r"|(?:growth|increase|rise|decline) of)(?: by)?(?: (?!to\b)\w+)?) ?$",
    re.IGNORECASE,
)
"""Words before a percentage in prose by which something grew: 同比增长6.2%, but not 提高到47.5%."""

_CHANGED = re.compile(
    r"(?:同比|环比|[比较](?:上年|去年|上月|上季|年初)[^,;:、。()\d]{0,4})"
    r"净?(?:增|多|少|减|下降|上升|提高|降低|提升|回落)[^,;:、。()\d到至为达]{0,4}$"
    r"|\b(?:up|down|grew|rose|fell|increased|decreased)(?: by)? ?$",
    re.IGNORECASE,
)
"""Words before an amount by which something changed."""

_FROM, _LAST_YEAR = (
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bfrom ?$",
        r"[^,;.()\d]{0,30}\b(?:(?:last|the (?:previous|prior)) year|a year (?:ago|earlier))",
    )
)
"""Words around a figure from which something changed: up from 90 km last year."""

_AIMED = re.compile(
    r"(?:(?:目标|任务|指标|预算|计划)(?:任务|总|数|值|量|[是为:(=])*"
    r"|(?<![按入照])(?:计划|力争|拟)[^,;:、。()\d已内的]{2,6}"
    r"|\b(?:goal|target|quota|budget|plan(?= (?:of|is|was)))(?: (?:of|is|was|for [a-z ]{1,20}))*:? ?"
    r"|\d(?: [a-z]+)? (?:out )?of (?:the |its )?)$",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"(?:完成|实现)[^,;、。()\d]*$|\b(?:met|reach|achiev|complet|exceed|fulfil)[^,;.\d]*$", re.IGNORECASE
)
_ITS_SHARE = re.compile(r"[^,;、。()\d]{0,8}的\d")
_DEED = re.compile(r"(?:完成|实际|已|累计|达|为)[^,;:、。()\d]*$|[ -~]{3}$|^[ -~]*$")
"""Words before the figure of a goal, of one that is reached, behind one of which a share is told, and before
what is done: 年度目标16个,已完成15个; in English these stand behind it, too."""

_FALLEN = re.compile(
    r"(?:下降|降低|减少|回落|下跌|负增长|降幅"
    r"|\b(?:down|fell|decreased|declined|dropped|(?:fall|decrease|decline|drop) of)"
    r"(?: by)?)(?:[了约近]|(?P<to>[为达至]))? ?$",
    re.IGNORECASE,
)
"""Words before a figure below zero, whose sign is not written then: 进出口下降7.3%, but not 回落至5.8%."""

_GROWS = re.compile(r"^(?!.*[降减]).*(?:增速|增长|增幅|涨幅)|\bgrowth\b", re.IGNORECASE)
"""In the name of a target whose figure is by how much something grew: it is another where that fell."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d| ?年? ?=)", re.ASCII)
"""A year, but not that of 2020=100."""


class Context:
    """Tells what is said around the numbers of a text; `years` are those of the plan."""

    def __init__(self, prose: Prose, years: Container[int]) -> None:
        self._prose, self._years = prose, years

    def is_elsewhere(self, number: Number) -> bool:
        """Tells whether a number stands in a column of goals, of another year, or of what is expected."""
        heading = self._heading(number)
        is_goal = _OF_GOALS.search(heading) and not _OF_DEEDS.search(heading)
        return bool(is_goal or self._is_of_another_time(number, heading))

    def is_no_actual(self, number: Number, unit: Unit) -> bool:
        """Tells whether a number is of another time, or a goal or a change beside what was done."""
        if self.is_elsewhere(number):
            return True
        is_other = self._is_goal(number) or (not unit.is_of_shares and _CHANGED.search(self._before(number)))
        return (
            bool(is_other)
            and not self._heading(number)
            and any(
                each.start != number.start and unit.scale_at(self._prose, each) and self._is_deed(each)
                for each in self._prose.figures_in(self._prose.clause(number.start))
            )
        )

    def _is_goal(self, number: Number) -> bool:
        """Tells whether words before a number say that it is a goal, and not that this is reached."""
        before = self._before(number)
        aimed = _AIMED.search(before)
        if aimed and _REACHED.search(before[: aimed.start()]):
            return _ITS_SHARE.match(self._prose.text, number.end) is not None
        return aimed is not None

    def _is_deed(self, number: Number) -> bool:
        """Tells whether words before a number may say that so much was done."""
        return not self._is_goal(number) and _DEED.search(self._before(number)) is not None

    def is_no_rate(self, number: Number) -> bool:
        """Tells whether a percentage is of another time, or says by how much something has grown."""
        heading = self._heading(number)
        if not heading and _GROWN.search(self._before(number)):
            return True
        is_growth = _OF_GROWTH.search(heading) and not _OF_DEEDS.search(_OF_GROWTH.sub("", heading))
        return bool(is_growth or self._is_of_another_time(number, heading))

    def has_fallen(self, number: Number) -> bool:
        """Tells whether words before a number say that something fell by it, so that it is below zero."""
        return _FALLEN.search(self._before(number)) is not None

    def contradicts_growth(self, name: str, number: Number) -> bool:
        """Tells whether something fell by a number, though the target of this name says how much it grew."""
        fallen = _FALLEN.search(self._before(number)) if _GROWS.search(name) else None
        return fallen is not None and not fallen["to"]

    def _is_of_another_time(self, number: Number, heading: str) -> bool:
        """Tells whether the heading of a column, or the words before a figure, name another time."""
        years = [int(year) for year in _YEAR.findall(heading)]
        if _OF_OTHER_TIMES.search(heading) or (years and not any(year in self._years for year in years)):
            return True
        if heading:
            return False
        before = self._before(number)
        if _FROM.search(before) and _LAST_YEAR.match(self._prose.text, number.end):
            return True
        return _IN_OTHER_TIMES.search(before) is not None

    def _before(self, number: Number) -> str:
        """Returns the text right before a number."""
        return self._prose.text[max(0, number.start - _BEFORE) : number.start]

    def _heading(self, number: Number) -> str:
        """Returns the heading of the column in which a number stands; empty elsewhere."""
        cell = self._prose.cell(number.start)
        return cell.heading if cell else ""
