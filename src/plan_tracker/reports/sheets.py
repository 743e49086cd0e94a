"""What a workbook is made of: typed fields in sheets, each with the digits that people should see."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from plan_tracker.language import Phrase
from plan_tracker.wording.tones import Tone


class Number(NamedTuple):
    """An exact number, how many of its decimals are shown, and the sign before it if it is only a bound."""

    value: Fraction
    decimals: int
    bound: str = ""


class Share(NamedTuple):
    """An exact share to be shown in percent with so many decimals, and how it is to be taken."""

    value: Fraction
    decimals: int
    tone: Tone = Tone.PLAIN
    bound: str = ""


class Points(NamedTuple):
    """A difference of shares, in percentage points, to be shown with its sign and so many decimals."""

    value: Fraction
    decimals: int
    bound: str = ""


class Text(NamedTuple):
    """A text; `indent` for what stands below another, a tone for a verdict."""

    text: str
    tone: Tone = Tone.PLAIN
    indent: int = 0


Field: TypeAlias = Number | Share | Points | Text | date | None


class Sheet(NamedTuple):
    """A table with its headings.

    `bars` are the columns of shares that are drawn as bars too, `leads` those of points; `names` is the
    column of the names.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Field, ...], ...]
    bars: tuple[int, ...] = ()
    leads: tuple[int, ...] = ()
    names: int = 0


class Book(NamedTuple):
    """The sheets, and what stands before the table of the last one: pairs of a word and what it means."""

    title: str
    as_of: str
    day: date
    sheets: tuple[Sheet, Sheet]
    rules: tuple[tuple[str, str], ...]
    rules_sheet: Sheet


class SheetColumn(NamedTuple):
    """A column of a sheet: the key of its field in a row, and its heading.

    One that is not `always` there is left out where it is empty. `bars` are drawn behind shares, `leads`
    behind points.
    """

    key: str
    heading: Phrase
    always: bool = False
    bars: bool = False
    leads: bool = False


Fields: TypeAlias = dict[str, Field]
"""A row of a sheet by the keys of its columns."""
