"""Finds the headings of a table: below titles and a line with the unit, in one to three rows."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from plan_tracker.plan.names import simplified
from plan_tracker.plan.period_words import YEAR
from plan_tracker.spreadsheets.cells import is_number
from plan_tracker.spreadsheets.numbering import without_number
from plan_tracker.spreadsheets.tables.grid import Grid
from plan_tracker.spreadsheets.tables.headings import Meaning, own_meaning, rest_of
from plan_tracker.spreadsheets.units import in_words, is_scaled, is_unit, says_scale, without_digits
from plan_tracker.wording import tables as words
from plan_tracker.wording.headings import ANOTHER_TIME, ONLY_A_YEAR

_SEARCHED = 60
"""In how many first rows headings are looked for."""

_MOST = 3
"""How many rows, one below the other, may make up the headings."""

_UNIT_LINE = re.compile(
    rf"(?:^|[\s(（])(?:{'|'.join(words.UNIT_LINE)})\s*[:：]\s*(.*?)([(（][^()（）]*[)）])?(?:[)）]|\s{{2}}|\u3000|$)",
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
_IN_BRACKETS = re.compile(r"\([^()]*\)$")
_LONGEST_TOTAL, _TOTALS = 20, tuple(words.TOTALS)
_OF_WHICH = re.compile(rf"\s*[#＃]?\s*(?:{'|'.join(words.OF_WHICH)})[\s:：,，、]*", re.IGNORECASE)
_DASH = re.compile(r"^[-–—•·●○]\s*(?=[^\d\s])")
_UNITS_APART = re.compile(r"[、，;；]|(?<!\d),|,(?!\d)|\s+(?:and|和|及)\s+|和|及")
_NOTE_WORDS = "|".join(sorted(words.NOTES, key=len, reverse=True))
_CONTINUED = "|".join(map(re.escape, words.CONTINUED))
_NOTE = re.compile(
    rf"\s*(?:(?:{_NOTE_WORDS})\s*(?:[(（][^()（）]*[)）]\s*)?(?:\d*\s*[:：]|\d+\s*[.．、)）])|[*※＊]"
    rf"|[(（]?(?:{_CONTINUED})[)）]?\s*$)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:附件|附表|表|annex|appendix|table)\s*[\d一二三四五六七八九十-]*\s*[:：]?", re.IGNORECASE
)
_YEAR = re.compile(YEAR)


_OF_PARTS = frozenset({ANOTHER_TIME, ONLY_A_YEAR})


class Block(NamedTuple):
    """The rows of the headings, from `top` to before `bottom`, and the texts over each column from the top.

    `names` is the column of names, if not its heading but its contents tell so.
    """

    top: int
    bottom: int
    texts: dict[int, tuple[str, ...]]
    names: int | None = None


def is_note(text: str) -> bool:
    """Tells whether a text begins as notes do: 注：, Source: or an asterisk."""
    return _NOTE.match(text) is not None


def is_label(text: str) -> bool:
    """Tells whether a line above a table only numbers it: 附件1, 表2, Annex 3."""
    return _LABEL.fullmatch(text.strip()) is not None


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


def says_unknown_unit(text: str) -> bool:
    """Tells whether a text says a unit that nobody knows; 单位：州统计局 names who filled in the table."""
    match = _UNIT_LINE.search(text)
    if match is None:
        bare = text.strip()
        inner = bare.strip(_BRACKETS)
        said = in_words(inner)
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
    said = in_words(inner)
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
        said = in_words(behind)
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
    units = [unit for each in _CLAUSE_ENDS.split(text) if known(unit := in_words(each) or each.strip())]
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


def blocks(grid: Grid, is_name: Callable[[str], bool]) -> Iterator[Block]:
    """Yields where headings may stand, from the top: around each row with a heading of names or ids."""
    for row in range(min(grid.height, _SEARCHED)):
        columns = [column for column in grid.filled(row) if is_name(grid.text(row, column))]
        if columns and not grid.is_across(row, grid.filled(row)):
            yield _around(grid, row, columns)


def above(grid: Grid, row: int, column: int) -> Block:
    """Returns the headings right above a row; `column` has the names."""
    bottom = row
    while bottom and (not grid.filled(bottom - 1) or is_total(grid.text(bottom - 1, column))):
        bottom -= 1
    top = bottom
    while top and bottom - top < _MOST and _is_heading(grid, top - 1):
        top -= 1
    return Block(top=top, bottom=bottom, texts=_texts(grid, top, bottom), names=column)


def _around(grid: Grid, row: int, columns: list[int]) -> Block:
    """Returns the headings that belong to a row of headings, with the rows above and below it."""
    areas = [area for column in columns if (area := grid.area(row, column))]
    top = min([row, *(area.top for area in areas)])
    bottom = max([row, *(area.bottom for area in areas)]) + 1
    while bottom - top < _MOST and bottom < grid.height and _continues(grid, bottom, columns):
        bottom += 1
    while bottom - top < _MOST and top and _heads(grid, top - 1, columns):
        top -= 1
    return Block(top=top, bottom=bottom, texts=_texts(grid, top, bottom))


def _continues(grid: Grid, row: int, columns: list[int]) -> bool:
    """Tells whether a row below headings belongs to them: it names nothing, and says what headings say."""
    if any(grid.cell(row, column) is not None for column in columns) or not _is_heading(grid, row):
        return False
    texts = [grid.text(row, column) for column in grid.filled(row)]
    return any(map(_says_something, texts)) or all(is_unit(text.strip("()（）")) for text in texts)


def _says_something(text: str) -> bool:
    """Tells whether a heading means something, or is part of one: 绝对值, 增长（%）, 2025年."""
    meaning = own_meaning(text)
    return isinstance(meaning, Meaning) or meaning.reason.phrase in _OF_PARTS or not rest_of(text)


def _heads(grid: Grid, row: int, columns: list[int]) -> bool:
    """Tells whether a row above headings belongs to them: it spans several, and is not over the name."""
    filled = grid.filled(row)
    if any(grid.cell(row, column) is not None for column in columns) or not _is_heading(grid, row):
        return False
    if len(filled) == 1 and is_unit_line(grid.text(row, filled[0])):
        return False
    is_over_several = any((area := grid.area(row, column)) and area.right > area.left for column in filled)
    return is_over_several or len(filled) > 1 or filled[0] < grid.width - 1


def _is_heading(grid: Grid, row: int) -> bool:
    """Tells whether a row may be a heading: all its texts are none of title, unit line and note."""
    filled = grid.filled(row)
    texts = [grid.text(row, column) for column in filled]
    return bool(filled) and not (
        any(
            is_number(grid.cell(row, column)) and not _YEAR.fullmatch(grid.text(row, column))
            for column in filled
        )
        or any(units_said(text) is not None or is_note(text) for text in texts)
        or (filled[0] == 0 and (len(filled) == 1 or (len(set(texts)) == 1 and grid.is_across(row, filled))))
    )


def is_total(name: str) -> bool:
    """Tells whether a row of this name adds up other rows, or repeats a part of one."""
    if is_of_which(name):
        return True
    bare = simplified(name).rstrip(":") if len(name) <= _LONGEST_TOTAL else ""
    return bare.startswith(_TOTALS) and _IN_BRACKETS.sub("", bare) in words.TOTALS


def is_of_which(name: str) -> bool:
    """Tells whether a name begins with 其中：, so that its row is a part of one above."""
    return _OF_WHICH.match(name) is not None


def without_of_which(name: str) -> str:
    """Returns a name without 其中： and a number behind it: a row above is the whole."""
    return without_number(name[match.end() :]) if (match := _OF_WHICH.match(name)) else name


def bare_name(name: str) -> str:
    """Returns the name of a part without a dash or 其中： before it; empty for a row that only says 其中."""
    return without_of_which(_DASH.sub("", name))


def is_dashed(name: str) -> bool:
    """Tells whether a name stands behind a dash or a dot, as those below another do."""
    return _DASH.match(name) is not None


def _texts(grid: Grid, top: int, bottom: int) -> dict[int, tuple[str, ...]]:
    """Returns the texts over each column from the top; a text over several columns counts for each."""
    texts: dict[int, list[str]] = {}
    for row in reversed(range(top, bottom)):
        over, is_merged = "", any(area.top == row and area.right > area.left for area in grid.sheet.merged)
        for column in range(grid.width):
            text, area = grid.text(row, column), grid.area(row, column)
            below = texts.get(column)
            if not text and area is None and below and over and not is_merged:
                text = over  # a text file keeps of merged cells only the first one
            elif text:
                over = text if below else ""
            elif not below:
                over = ""
            is_again = area is not None and area.top < row
            if text and not is_again:
                texts.setdefault(column, []).insert(0, text)
    return {column: tuple(found) for column, found in sorted(texts.items())}
