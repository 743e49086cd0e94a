"""What a workbook is made of: sheets of typed fields, each with the digits that people should see."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from plan_tracker.language import Phrase
from plan_tracker.wording.tones import Tone


class Number(NamedTuple):
    """An exact number, how many of its decimals are shown, and the sign before it if it is a bound."""

    value: Fraction
    decimals: int
    bound: str = ""


class Share(NamedTuple):
    """An exact share, the decimals with which its percentage is shown, its tone, and the sign of a bound."""

    value: Fraction
    decimals: int
    tone: Tone = Tone.PLAIN
    bound: str = ""


class Points(NamedTuple):
    """A difference in percentage points, how many of its decimals are shown, and the sign of a bound."""

    value: Fraction
    decimals: int
    bound: str = ""


class Text(NamedTuple):
    """A text, its tone, and how many steps it is indented below another."""

    text: str
    tone: Tone = Tone.PLAIN
    indent: int = 0


Field: TypeAlias = Number | Share | Points | Text | date | None


class Sheet(NamedTuple):
    """A table with its headings; its columns are numbered from 0.

    `bars` are the numbers of the columns where bars are drawn behind shares, `leads` of those where they are
    drawn behind points, `names` is the number of the column with the names.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Field, ...], ...]
    bars: tuple[int, ...] = ()
    leads: tuple[int, ...] = ()
    names: int = 0


class Book(NamedTuple):
    """A workbook; on the sheet of rules stand the `rules` first, pairs of a word and its meaning."""

    title: str
    as_of: str
    day: date
    sheets: tuple[Sheet, Sheet]
    rules: tuple[tuple[str, str], ...]
    rules_sheet: Sheet


class SheetColumn(NamedTuple):
    """A column of a sheet: the key of its field in each row, its heading, and whether bars are drawn in it.

    A column that is empty in all rows is left out, unless it is there `always`.
    """

    key: str
    heading: Phrase
    always: bool = False
    bars: bool = False
    leads: bool = False


Fields: TypeAlias = dict[str, Field]
"""A row of a sheet by the keys of its columns."""
