"""The one rule for figures typed by hand, in a table or in a database: what number a text means.

After a figure its target's own unit may stand; what its commas mean `commas` tells.
"""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from plan_tracker.language import Message
from plan_tracker.numbers import DIGITS, fits, plain, short, trimmed
from plan_tracker.plan.units import converted, without_numerals
from plan_tracker.problems import LONGEST_QUOTED
from plan_tracker.spreadsheets.cells import FOOTNOTE, Broken, Cell, Percent, hundredfold, shown, text_of
from plan_tracker.spreadsheets.commas import GROUPED_DIGITS, NUMBER, Commas, doubt_of, in_half_width
from plan_tracker.spreadsheets.refusal import NoNumber
from plan_tracker.spreadsheets.units import in_scale, is_unit, money_behind, power, power_alone, same_unit
from plan_tracker.wording import figures as phrases
from plan_tracker.wording.tables import ABOUT, EXPECTED, NO_FIGURE

_MOST_DIGITS = 17
"""How many significant digits a double has; a figure with more does not come from a spreadsheet."""

_MANY = Context(prec=999)
_PLAIN = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_DASHES = re.compile(r"(?:[-–—―－]+|[/／]+|…+|\.{3,}|⋯+)?")
_GROUPED_OTHERWISE = re.compile(
    r"[+-]?(?:[1-9]\d{0,2}(?:(?P<by>[ '’])\d{3}(?:(?P=by)\d{3})*)|[1-9]\d?(?:,\d\d)+,\d{3})(?:\.\d+)?",
    re.ASCII,
)
"""Digits in groups as in 1 234, 1'234 and 12,34,567; a blank may also stand between two numbers."""

_NEGATIVE = re.compile(r"[(（] ?(\d[\d.]*) ?[)）]", re.ASCII)
"""A number below 0 as accounts write it, which may also be a number in brackets."""

_EXPONENT = re.compile(r"[eE][+-]?\d+", re.ASCII)
_POWER_OF_TEN = re.compile("10[⁰¹²³⁴-⁹]+")
_FULL_STOP = re.compile(r"[。·](\d+)", re.ASCII)
_SCALE = re.compile(r"×(10+)", re.ASCII)
"""Behind what a workbook shows of a number in another size."""

_EXPECTED = re.compile(rf"[\s(（[]*(?:{'|'.join(map(re.escape, EXPECTED))})[\s:：]*", re.IGNORECASE)
_STOPS = "。；;，、 "
_SAYS_MORE = re.compile(r"[%％年月季]|.*[/／]")
"""Behind a number that alone would be another: 12月底前完成, 3场/季度, 100%全覆盖."""

_ERROR = re.compile(r"#[A-Z0-9/!?]+[!?]?|Err:\d+")

BOUNDS = ("≥", "≤")
"""What exported workbooks show before figures that lack some parts or periods."""


class Figure(NamedTuple):
    """A figure with the digits to be written; `rounded` says that the table had more of them."""

    number: Decimal
    rounded: bool = False


def is_no_figure(cell: Cell) -> bool:
    """Tells whether a cell says that there is no figure: it is blank or holds `-`, `—`, `/`, `…` or 未报."""
    if not isinstance(cell, str):
        return cell is None
    text = cell.strip()
    return _DASHES.fullmatch(text) is not None or text.casefold() in NO_FIGURE


def figure_of(cell: Cell, unit: str, *, given: str = "", commas: Commas | None = None) -> Figure | NoNumber:
    """Returns the figure in a cell, for a target with this unit, or why there is none.

    `given` is the unit that the table says its figures have, empty where it says none; figures in another
    size of the unit are converted. `commas` is what a table shows about its commas; its figures of 16 or 17
    digits are cut to 15. Without them the figure stands alone, and keeps its digits.
    """
    written = _written(cell, commas or Commas())
    if isinstance(written, NoNumber):
        return written
    number, behind = written
    if behind and not same_unit(behind, unit):
        return _behind(number, behind, cell, unit)
    by = power(given, unit) if given and not behind else 0
    if by is None:
        return _other_unit(given, unit)
    rounding = commas is not None
    figure = _settled(number, cell, rounding=rounding)
    if not by or isinstance(figure, NoNumber):
        return figure
    again = _settled(short(converted(figure.number, by)), cell, rounding=rounding)
    return again if isinstance(again, NoNumber) else again._replace(rounded=figure.rounded or again.rounded)


def _written(cell: Cell, commas: Commas) -> tuple[Decimal, str] | NoNumber:
    """Returns the number in a cell and the text behind it, or why there is no number."""
    match cell:
        case float():  # nearly every figure of a workbook
            return Decimal(text_of(cell)), ""
        case Broken(error):
            if error:
                return NoNumber(phrases.ERROR_CELL.fill(text=error))
            return NoNumber(phrases.NO_VALUE.fill(), phrases.CALCULATE.fill())
        case bool() | None:
            return _no_number(cell)
        case date():
            return NoNumber(phrases.A_DATE.fill(text=shown(cell)), phrases.FORMAT_AS_NUMBER.fill())
        case str():
            return _written_in_text(cell, commas)
        case Percent():
            return hundredfold(cell), "%"
        case int() | Decimal():
            return Decimal(cell), ""


def _written_in_text(cell: str, commas: Commas) -> tuple[Decimal, str] | NoNumber:
    text = money_behind(in_half_width(cell))
    match = NUMBER.match(text)
    if match is None:
        return _without_number(cell, text)
    if _GROUPED_OTHERWISE.fullmatch(text):
        return _meant(cell, re.sub(r"[ '’,+]", "", text))
    sign, digits, behind = "-" if match[1] == "-" else "", match[2], text[match.end() :].strip()
    is_plain = _PLAIN.fullmatch(digits) is not None
    unit = behind if is_unit(behind) else ""
    if (commas.decimal or not is_plain) and (doubt := doubt_of(digits, cell, commas, sign=sign, unit=unit)):
        return doubt
    if not is_plain and not GROUPED_DIGITS.fullmatch(digits):
        return _no_number(cell)
    number = Decimal(digits.replace(",", ""))
    return -number if sign and number else number, behind if len(digits) <= LONGEST_QUOTED else ""


def _no_number(cell: Cell, hint: Message | None = None) -> NoNumber:
    return NoNumber(phrases.NO_NUMBER.fill(text=shown(cell)), hint)


def _meant(cell: Cell, figure: str) -> NoNumber:
    """Tells that a text is no number, and which one it probably means."""
    return _no_number(cell, phrases.WRITE_FIGURE.fill(figure=figure))


def _without_number(cell: str, text: str) -> NoNumber:
    """Tells why a text that does not begin with a number is no figure."""
    if bracketed := _NEGATIVE.fullmatch(text):
        return _meant(cell, f"-{bracketed[1]}")
    if (before := _EXPECTED.match(text)) and NUMBER.match(text, before.end()):
        return _expected(cell)
    phrase = phrases.ERROR_CELL if _ERROR.fullmatch(text) else phrases.NO_NUMBER
    return NoNumber(phrase.fill(text=shown(cell)))


def _expected(cell: Cell) -> NoNumber:
    return NoNumber(phrases.EXPECTED.fill(text=shown(cell)), phrases.WRITE_REACHED.fill())


def _other_unit(given: str, unit: str) -> NoNumber:
    """Tells that the table says another unit than the target's."""
    fault = phrases.OTHER_UNIT if unit else phrases.NO_UNIT_IN_PLAN
    hint = phrases.WRITE_IN_UNIT if unit and same_unit(given, "%") else phrases.SAY_UNIT
    return NoNumber(fault.fill(given=given, unit=unit), hint.fill(unit=unit or given))


def _with_scale(behind: str, unit: str) -> str:
    """Returns what stands behind a figure, a scale alone with the unit: 亿元 for 亿, of a target in 万元."""
    bare = without_numerals(unit)
    scaled = in_scale(behind, bare)
    return behind if scaled == bare else scaled


def _behind(number: Decimal, behind: str, cell: Cell, unit: str) -> NoNumber:
    """Tells why the text after the figure in a cell is not the target's unit."""
    text = shown(cell)
    if (by := power(_with_scale(behind, unit), unit)) is not None:
        other = phrases.WRITE_FIGURE.fill(figure=f"{plain(trimmed(converted(number, by)))}{unit}")
        return NoNumber(phrases.UNIT_BEHIND.fill(text=text, unit=unit), other)
    if behind in "%％" and not unit:
        return NoNumber(phrases.PERCENT_WITHOUT_UNIT.fill(text=text), phrases.ADD_UNIT.fill(unit="%"))
    if no_unit := _no_unit(number, behind, cell, unit):
        return no_unit
    if unit:
        return NoNumber(phrases.UNIT_BEHIND.fill(text=text, unit=unit), phrases.WRITE_IN_UNIT.fill(unit=unit))
    if (by := power_alone(behind)) is not None:
        return _meant(cell, plain(trimmed(converted(number, by))))
    return _no_number(cell, phrases.WRITE_OUT.fill())


def _no_unit(number: Decimal, behind: str, cell: Cell, unit: str) -> NoNumber | None:
    """Tells what is wrong with a figure before a text that cannot be a unit; of other texts nothing."""
    if _EXPONENT.fullmatch(behind) or _POWER_OF_TEN.fullmatch(f"{plain(number)}{behind}"):
        return _no_number(cell, phrases.WRITE_DIGITS.fill())
    if _EXPECTED.search(behind):
        return _expected(cell)
    if stop := _FULL_STOP.fullmatch(behind):
        return _meant(cell, f"{plain(number)}.{stop[1]}")
    if scale := _SCALE.fullmatch(behind):
        held = plain(trimmed(number * int(scale[1])))
        return NoNumber(phrases.SCALED.fill(text=plain(number), held=held), phrases.SHOW_AS_HELD.fill())
    if (bare := behind.rstrip(_STOPS)) != behind and (not bare or same_unit(bare, unit)):
        return _meant(cell, f"{plain(number)}{bare}")
    if FOOTNOTE.fullmatch(behind):
        return _meant(cell, plain(number))
    is_range = any(letter.isdigit() for letter in behind) and not is_unit(behind)
    is_about = behind.lstrip("%％ ").startswith(ABOUT) or behind.casefold().endswith(ABOUT)
    if is_range or is_about or (not unit and _SAYS_MORE.match(behind)):
        return _no_number(cell)  # text such as "some 300" or "5 to 6"
    return None


def _settled(number: Decimal, cell: Cell, *, rounding: bool) -> Figure | NoNumber:
    """Returns the figure with as many digits as a plan holds, or the error that it has too many."""
    if number and len(str(number)) <= DIGITS and fits(number):  # the usual case
        return Figure(short(number) if isinstance(cell, Decimal) else number)
    if not number.is_finite():
        return _no_number(cell)
    if len(number.as_tuple().digits) > LONGEST_QUOTED:
        return _too_many(cell)
    if not isinstance(cell, str):
        number = short(number)
    if not rounding:
        return Figure(number) if fits(number) else _too_many(cell)
    if count_significant(number) > _MOST_DIGITS:
        return NoNumber(phrases.TOO_MANY_DIGITS.fill(text=shown(cell)), phrases.DIGITS_OF_TABLES.fill())
    kept = number
    if count_significant(number) > DIGITS or not fits(number):
        last = max(number.adjusted() + 1 - DIGITS, -DIGITS)
        kept = short(number.quantize(Decimal(1).scaleb(last), ROUND_HALF_UP, _MANY))
    return Figure(kept, kept != number) if fits(kept) else _too_many(cell)


def _too_many(cell: Cell) -> NoNumber:
    return NoNumber(phrases.TOO_MANY_DIGITS.fill(text=shown(cell)), phrases.DIGITS_ALLOWED.fill())


def count_significant(number: Decimal) -> int:
    """Counts the digits of a number without zeros before them and zeros at its end."""
    return len(number.normalize(_MANY).as_tuple().digits)
