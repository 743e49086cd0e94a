"""Tells percentages of completion in a text from those of growth, shares and states."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from plan_tracker.questions.document.prose import Number, Prose

_REACH = 60
"""How many letters around a percentage may say what it is a percentage of."""

_HEDGE = (
    r"(?:[约近超过达到至为了均是已仅只的以高将突破接分别保持稳定在:() ]|不足"
    r"|about|over|nearly|almost|some|only|just|at|is|was|of|by|to|a|stands|stood|reached|reaches|than|more)*$"
)
GOAL = "(?:目标|任务|计划|预算|指标|投资额|工程量|总量)"
STEP = "(?:完成|达成|整改|办结|开工|复工|竣工|完工|建成|投产|达产|执行|到位|支付|支出|落实|兑现|交付|销号)"
_DONE = "(?:complet|finish|fulfil|achiev|deliver|accomplish)"
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]|%")

_OF_A_GOAL = (
    rf"{GOAL}[^,]{{0,8}}的{_HEDGE}"
    rf"|(?:完成|占|达到?|实现|相当于)[^,]{{0,20}}{GOAL}[^,%]{{0,6}}{_HEDGE}"
    rf"|{STEP}(?:率|比例|比率|进度|度){_HEDGE}"
    rf"|(?<!序时)(?<!时间)(?<!达到)进度{_HEDGE}"
)
_PROGRESS = (
    rf"|完成[^,0-9]{{0,15}}{_HEDGE}"
    rf"|\b(?:completion|progress|fulfil|implement|execution)\w*(?: [a-z]+){{0,3}} ?{_HEDGE}"
    rf"|\b{_DONE}\w* {_HEDGE}"
)
_BEFORE = re.compile(_OF_A_GOAL + _PROGRESS, re.IGNORECASE)
_BEFORE_WITH_STATE = re.compile(_OF_A_GOAL)
_STATE = re.compile(rf"率{_HEDGE}")
"""Many rates are states (covered, qualified); only with a step of the work or a goal they are completion."""

SHARE = rf"占比|比重|占(?![^,]{{0,20}}(?:{GOAL}|全年|年度))"
_OTHER = re.compile(
    rf"{SHARE}|增长|增加|增幅|增速|下降|降低|降幅|减少|上升|提高|提升|回落|收窄|扩大|压缩|压减|同比|环比|高于|低于|快于|慢于"
    r"|\b(?:up|down|grew|grow\w*|ris\w+|rose|fell|fall\w*|increas\w*|decreas\w*|declin\w*|higher|lower)\b",
    re.IGNORECASE,
)
"""What percentages are of shares, and of growth."""

_AFTER = re.compile(
    rf" ?(?:%|per ?cent) of (?:[a-z'’-]+ ){{0,5}}?(?:target|goal|plan|quota|task|budget|objective|program)"
    rf"|(?: ?%| ?per ?cent) (?:done|{_DONE}|implement)"
    rf"|(?: ?%| ?per ?cent) of [^,.;]{{0,40}}?(?:was|were|been) {_DONE}"
    rf"|%(?:以上|左右)?的[^,。;、0-9]{{0,15}}?{STEP}",
    re.IGNORECASE,
)
_LIST = re.compile(r" ?%(?:[、,]|,? ?and|和|及|与|以及) ?", re.IGNORECASE)
_PHRASE_END = re.compile(r"(?<!\d),|,(?!\d)|[。;!?、\n]")
"""The comma in 5,100 ends nothing."""


def completions(prose: Prose, percentages: Iterable[Number]) -> Iterator[Number]:
    """Yields the percentages that say how much of a task is done; the first of a list speaks for it."""
    last = 0
    for number in percentages:
        listed = _LIST.match(prose.text, last)
        if (listed and listed.end() == number.start) or is_completion(prose, number):
            last = number.end
            yield number


def phrase(prose: Prose, number: Number) -> str:
    """Returns the words around a percentage, up to the commas on both sides; in a table, its headings."""
    printed = prose.text[number.start : number.end]
    if cell := prose.cell(number.start):
        words = cell.words.strip()
        return f"{words} {printed}%" if words else prose.text[slice(*cell.row)].strip()
    before, after = _around(prose, number)
    return f"{before}{printed}{_PHRASE_END.split(after, maxsplit=1)[0]}".strip()


def beside(prose: Prose, number: Number) -> str:
    """Returns the words next to any number: as `phrase` does, but in a table without the number itself."""
    cell = prose.cell(number.start)
    return cell.words if cell else phrase(prose, number)


def is_completion(prose: Prose, number: Number) -> bool:
    """Tells whether a percentage says how much of a task is done."""
    if cell := prose.cell(number.start):
        return _heads_completion(cell.heading) or _heads_completion(cell.label)
    return _tell_completion(*_around(prose, number))


@lru_cache(maxsize=10_000)
def _heads_completion(heading: str) -> bool:
    """Tells whether the heading of a column or row speaks of completion."""
    words = _IN_BRACKETS.sub(" ", heading).strip()
    return not _OTHER.search(words) and _tell_completion(words, f"% {words}")


def _tell_completion(before: str, after: str) -> bool:
    """Tells whether the words around a percentage do so; growth told before is that of another figure."""
    told = (_BEFORE_WITH_STATE if _STATE.search(before) else _BEFORE).search(before)
    if told:
        return not _OTHER.search(before, told.start())
    return bool(_AFTER.match(after)) and not _OTHER.search(before)


def _around(prose: Prose, number: Number) -> tuple[str, str]:
    """Returns up to `_REACH` letters of the clause before a number, from the last comma on, and after it."""
    before = _PHRASE_END.split(prose.clause_before(number.start, _REACH))[-1]
    return before, prose.clause_after(number.end, _REACH)
