"""Units that a line above a table says for all figures: 单位：万元、个, (EUR million), Budget, EUR '000."""

import re
from collections.abc import Callable

from plan_tracker.spreadsheets.units import is_scaled, is_unit, says_scale, unit_of_phrase, without_digits
from plan_tracker.wording import tables as words

_UNIT_LINE = re.compile(
    rf"(?:^|[\s(（,，;；、])(?:{'|'.join(words.UNIT_LINE)})\s*[:：]\s*(.*?)([(（][^()（）]*[)）])?(?:[)）]|\s{{2}}|\u3000|$)",
    re.IGNORECASE,
)
_BEHIND_TITLE = re.compile(
    r"(.+)(?:[(（\[【]([^()（）\[\]【】]+)[)）\]】]|(?:,|\s+in|\s+[-–—])\s+([^()（）\[\]【】]+))",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\s+(?:unless|except|excl|incl|other|if|where|as)", re.IGNORECASE)
_THOUSAND = re.compile("1[,.' ]?000")
_BRACKETS, _OPENING = " ()（）[]【】", tuple("(（[【")
_CLAUSE_ENDS, _WORD_ENDS = re.compile(r"\s*[,;，；。]"), re.compile(r"\s*[,;，；。]|\s+")
_CLAUSES = re.compile(r"^[^:：]*[:：]|\s*[。；;，]\s*|\.\s+|\d[.、]\s*|[.。]$")
"""What divides a note into clauses: the word before its colon, too."""

_OF_FIGURES = re.compile(rf"(?:(?:{'|'.join(words.FIGURES)})\s*)*", re.IGNORECASE)
_IN_THE_TABLE = re.compile("^(?:本?表[中内]?|以上|上述|以下|各项|所有)")

_UNITS_APART = re.compile(r"[、，;；]|(?<!\d),|,(?!\d)|\s+(?:and|和|及)\s+|和|及")
"""What stands between several units; a comma within a number does not."""


def units_said(text: str, known: Callable[[str], bool] = is_unit) -> list[str] | None:
    """Returns the units in a line such as 单位：万元、个; None if a text is no such line.

    Words behind a unit do not count (万元 除注明外); without any known unit the line names somebody.
    """
    match = _UNIT_LINE.search(text)
    if match is None:
        return None
    whole = f"{match[1]}{match[2] or ''}"
    for unit in (whole, whole.strip(_BRACKETS)):
        if known(unit):
            return [without_digits(unit)]
    if match[2] and says_scale(match[2].strip(_BRACKETS)):
        return []
    said = re.split("[(（]", match[1])[0]
    units = [_without_remark(unit.strip(" 】]"), known) for unit in _UNITS_APART.split(said)]
    return [without_digits(unit) for unit in units] if any(map(known, units)) else []


def units_above(text: str, known: Callable[[str], bool] = is_unit) -> list[str]:
    """Returns the units that a text above a table says: 单位：万元, (EUR million), Budget, EUR '000."""
    said = units_said(text, known)
    unit = _title_and_unit(text, known)[1] if said is None else ""
    return said or ([unit] if unit else [])


def units_in_note(text: str, known: Callable[[str], bool]) -> list[str]:
    """Returns the units that one clause of a note below a table says: 注：1.金额单位为万元。2.快报数.

    A clause about something of its own (budget in EUR million) says nothing of the table.
    """
    clauses = (_IN_THE_TABLE.sub("", clause) for clause in _CLAUSES.split(text))
    of_figures = (
        clause
        for clause in clauses
        if units_said(clause) or _OF_FIGURES.fullmatch(_title_and_unit(clause, known)[0])
    )
    return next(filter(None, (units_above(clause, known) for clause in of_figures)), [])


def says_unknown_unit(text: str) -> bool:
    """Tells whether a text says a unit that nobody knows; 单位：州统计局 names who filled in the table."""
    match = _UNIT_LINE.search(text)
    if match is None:
        bare = text.strip()
        inner = bare.strip(_BRACKETS)
        said = unit_of_phrase(inner)
        return (said is not None or bare[:1] in _OPENING) and says_scale(inner) and not units_above(text)
    if not match[1] or units_said(text):
        return False
    return "unit" in match[0].casefold() or any(map(str.isdigit, match[1]))


def is_unit_line(text: str) -> bool:
    """Tells whether a text above a table says nothing but units."""
    title, unit = _title_and_unit(text, is_unit)
    return bool(units_said(text)) or (not title and bool(unit))


def _title_and_unit(text: str, known: Callable[[str], bool]) -> tuple[str, str]:
    """Splits a text into a title and the unit behind it, or else the unit that it is.

    A title ends only in a unit that has a scale, or one behind `in`: Budget (EUR million), Budget (in EUR),
    but not Budget (EUR).
    """
    bare = text.strip()
    inner = bare.strip(_BRACKETS)
    said = unit_of_phrase(inner)
    if said is not None or bare[:1] in _OPENING:
        whole = (said or inner).strip(_BRACKETS)
        if unit := _within(whole, known, by_words=said is not None):
            return "", without_digits(unit)
        if said and _THOUSAND.fullmatch(whole):
            return "", without_digits("thousands")
    if is_scaled(bare):
        return "", without_digits(bare)
    if match := _BEHIND_TITLE.fullmatch(bare):
        behind = match[2] or match[3]
        said = unit_of_phrase(behind)
        unit = _within(said or behind, known if said else is_scaled)
        if unit:
            return match[1].strip(" ,"), without_digits(unit)
    return bare, ""


def _within(text: str, known: Callable[[str], bool], *, by_words: bool = False) -> str:
    """Returns the unit with which a text begins: EUR, unless stated; with `by_words` also EUR as stated.

    Else that of its only clause with one: draft, in EUR. Empty where another clause says a size.
    """
    cuts = [match.start() for match in (_WORD_ENDS if by_words else _CLAUSE_ENDS).finditer(text)]
    for cut in (len(text), *reversed(cuts)):
        unit, rest = text[:cut], text[cut:]
        is_open = says_scale(unit) and not is_scaled(unit) and not _EXCEPT.match(rest)
        belongs = rest[:1].isspace() and (is_open or _belongs(rest.split(), known))
        if known(unit) and not belongs and not says_scale(rest):
            return unit
    units = [unit for each in _CLAUSE_ENDS.split(text) if known(unit := unit_of_phrase(each) or each.strip())]
    return units[0] if len(units) == 1 else ""


def _without_remark(unit: str, known: Callable[[str], bool]) -> str:
    """Returns a unit without words behind it, unless these belong to it: € million, EUR per head."""
    first, *more = unit.split() or [""]
    return first if not known(unit) and known(first) and not _belongs(more, known) else unit


def _belongs(remark: list[str], known: Callable[[str], bool]) -> bool:
    """Tells whether words behind a unit belong to it: million, per head, 2015."""
    return any(known(word) or word == "per" or any(map(str.isdigit, word)) for word in remark)


def without_unit_line(title: str) -> str:
    """Returns a title without the unit within it."""
    rest, number = _UNIT_LINE.subn("", title)
    return _title_and_unit(rest.strip(" (（") if number else title, is_unit)[0]
