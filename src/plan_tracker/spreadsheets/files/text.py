"""Text files of fields: the encoding of their bytes, and their rows once the delimiter is known."""

import codecs
import csv
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from itertools import islice
from typing import NamedTuple

from plan_tracker.problems import quoted
from plan_tracker.spreadsheets.cells import Cell
from plan_tracker.spreadsheets.files.look import MOST_CELLS
from plan_tracker.spreadsheets.sheet import NotASheet, Sheet
from plan_tracker.wording import sheets as phrases

DELIMITERS = (",", ";", "\t", "，", "|", "；")
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_NAMES = {"utf-8-sig": "UTF-8", "cp1252": "windows-1252", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
_COMMON_CHINESE = range(0xB0A1, 0xD7FA)
"""The codes of the 3,755 letters that make up nearly all Chinese text."""

_SYMBOLS = range(0xA1A1, 0xA3FF)
_HEAD = 8192
_FEW = 3
"""So many control characters may be a slip."""

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
        return [each for each in DELIMITERS if each in self.text[:_HEAD]] or [","]

    def sheet(self, delimiter: str, most: int | None = None) -> Sheet:
        """Returns the rows, at most `most`; raises NotASheet if quotation marks do not match."""
        rows: list[list[Cell]] = []
        cells = 0
        with _long_fields():
            for row in islice(self._rows(delimiter), most):
                rows.append(row)
                cells += len(row)
                if cells > MOST_CELLS:
                    raise NotASheet(
                        phrases.TOO_MANY_CELLS.fill(file=self.file), phrases.SAVE_TABLE_ALONE.fill()
                    )
        return Sheet("", rows)

    def _rows(self, delimiter: str) -> Iterator[list[Cell]]:
        text = self.text if "\0" not in self.text else self.text.replace("\0", "")
        reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
        number = 0
        try:
            for number, row in enumerate(reader, 1):
                if number == 1 and len(row) <= 2 and text[:4].lower() == _HINT:  # noqa: PLR2004 - sep=, has two
                    yield []
                    continue
                yield [cell.strip() or None for cell in row]
        except csv.Error:
            raise NotASheet(phrases.UNCLOSED.fill(row=str(number + 1)), phrases.CLOSE_QUOTE.fill()) from None


def decoded(data: bytes, name: str, encoding: str | None) -> Fields:
    """Decodes a file's text; `encoding` is what the user says it is. Raises NotASheet.

    A byte order mark decides; else it is UTF-8 if it can be, UTF-16 if it has zeros, GB18030 if that gives
    Chinese as people write it, else windows-1252.
    """
    if encoding is not None:
        return _as_told(data, name, encoding)
    for mark, codec in _MARKS.items():
        if data.startswith(mark):
            return _tried(data, [codec], name)
    if b"\0" in data[:_HEAD]:
        even, odd = data[:_HEAD:2].count(0), data[1:_HEAD:2].count(0)
        return _tried(data, ["utf-16-be" if even > odd else "utf-16-le"], name)
    return _tried(data, ["utf-8", "gb18030" if _is_chinese(data) else "cp1252"], name)


def _as_told(data: bytes, name: str, encoding: str) -> Fields:
    try:
        text = data.decode(encoding)
    except (LookupError, ValueError) as error:
        if isinstance(error, UnicodeDecodeError):
            values = {"file": name, "encoding": encoding, "byte": str(error.start + 1)}
            raise NotASheet(phrases.NOT_ENCODED_SO.fill(**values), phrases.OTHER_ENCODING.fill()) from None
        raise NotASheet(
            phrases.NO_SUCH_ENCODING.fill(encoding=quoted(encoding)), phrases.ENCODINGS.fill()
        ) from None
    return Fields(text.removeprefix("\ufeff"), encoding, name)


def _tried(data: bytes, encodings: list[str], name: str) -> Fields:
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_binary(text):
            break
        return Fields(text, _NAMES.get(encoding, encoding.upper()), name)
    raise NotASheet(phrases.NO_TEXT.fill(file=name), phrases.SAVE_AS_UTF8.fill())


def _is_chinese(data: bytes) -> bool:
    """Tells whether bytes that are not UTF-8 are GB18030: at least half of the non-ASCII is common letters.

    Accented letters of western text become rare Chinese ones, mostly of an accent and an ASCII letter.
    """
    try:
        letters = [letter for letter in data.decode("gb18030") if letter > "\x7f"]
    except UnicodeDecodeError:
        return False
    codes = [int.from_bytes(letter.encode("gb18030"), "big") for letter in letters[:_HEAD]]
    return 2 * sum(code in _COMMON_CHINESE or code in _SYMBOLS for code in codes) >= len(codes)


def _is_binary(text: str) -> bool:
    """Tells whether a text has control characters that no table has."""
    head = text[:_HEAD]
    odd = sum(letter < " " and letter not in "\t\r\n\f" for letter in head)
    return odd > _FEW and odd * 100 > len(head)


@contextmanager
def _long_fields() -> Iterator[None]:
    """Lets fields be longer than 131,072 letters, and leaves the limit of the host program as it was."""
    old = csv.field_size_limit((1 << 31) - 1)
    try:
        yield
    finally:
        csv.field_size_limit(old)
