"""Text files of fields: the encoding of their bytes, and their rows once the delimiter is known."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import StringIO
from itertools import islice
from typing import NamedTuple

from plan_tracker.spreadsheets.cells import Cell
from plan_tracker.spreadsheets.files.decoding import decoded, decoded_as
from plan_tracker.spreadsheets.files.printing import MOST_CELLS
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.sheet import Sheet, indents_in
from plan_tracker.wording import files as phrases

_DELIMITERS = (",", ";", "\t", "，", "|", "；")
_HEAD = 8192
_HINT = "sep="
"""The first line by which some programs tell Excel the delimiter."""


class Fields(NamedTuple):
    """The text of a table whose delimiter is not known yet."""

    text: str
    encoding: str
    file: str

    def delimiters(self) -> list[str]:
        """Returns the delimiters that may divide this text; only one if the first line names it."""
        if self.text[:5].lower().startswith(_HINT) and self.text[5:6] in {"\r", "\n"}:
            return [self.text[4]]
        return [each for each in _DELIMITERS if each in self.text[:_HEAD]] or [","]

    def sheet(self, delimiter: str, most: int | None = None) -> Sheet:
        """Returns the rows, at most `most`; raises NotRead if quotation marks do not match."""
        return _sheet(self, delimiter, most)


def fields_of(data: bytes, name: str, encoding: str | None) -> Fields:
    """Returns the text of a table; `encoding` is what the user says it is. Raises NotRead."""
    found = decoded(data) if encoding is None else decoded_as(data, encoding, name)
    if found is None:
        raise NotRead(phrases.NO_TEXT.fill(file=name), phrases.SAVE_AS_UTF8.fill())
    return Fields(text=found.text, encoding=found.encoding, file=name)


@lru_cache(maxsize=8)  # a table is looked for more than once, and divided in each way that may be meant
def _sheet(fields: Fields, delimiter: str, most: int | None) -> Sheet:
    rows: list[list[Cell]] = []
    indents: dict[tuple[int, int], int] = {}
    cells = 0
    with _long_fields():
        for row in islice(_rows(fields.text, delimiter), most):
            bare = [cell.strip() for cell in row]
            if bare != row:
                indents |= indents_in(len(rows), row)
            rows.append([cell or None for cell in bare])
            cells += len(row)
            if cells > MOST_CELLS:
                raise NotRead(phrases.TOO_MANY_CELLS.fill(file=fields.file), phrases.SAVE_TABLE_ALONE.fill())
    return Sheet(name="", rows=rows, indents=indents, delimiter=delimiter)


def _rows(given: str, delimiter: str) -> Iterator[list[str]]:
    text = given if "\0" not in given else given.replace("\0", "")
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, row in enumerate(reader, 1):
            if number == 1 and len(row) <= 2 and text[:4].lower() == _HINT:  # noqa: PLR2004 - sep=, has two
                yield []
                continue
            yield row
    except csv.Error:
        raise NotRead(phrases.UNCLOSED.fill(row=str(number + 1)), phrases.CLOSE_QUOTE.fill()) from None


@contextmanager
def _long_fields() -> Iterator[None]:
    """Lets fields be longer than 131,072 letters, and leaves the limit of the host program as it was."""
    old = csv.field_size_limit((1 << 31) - 1)
    try:
        yield
    finally:
        csv.field_size_limit(old)
