"""In which encoding the bytes of a text are, whether it is a table or a report."""

import codecs
from typing import NamedTuple

from plan_tracker.problems import quoted
from plan_tracker.reading.text import is_chinese
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.wording import files as phrases

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_NAMES = {"utf-8-sig": "UTF-8", "cp1252": "windows-1252", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
GUESSED = frozenset({"GB18030", "windows-1252"})
"""Encodings that a text is only guessed to be in: the same bytes are other letters in others."""

_HEAD = 8192
_FEW = 3
"""How many control characters a text may have by a slip."""

_USUAL_CONTROLS = "\t\r\n\f\v\x1b"


class Decoded(NamedTuple):
    """A text and the encoding that its bytes are in, by its usual name."""

    text: str
    encoding: str


def decoded(data: bytes) -> Decoded | None:
    """Returns the text that bytes stand for, None where they stand for none.

    A mark says what it is; else it is UTF-8 if it can be, UTF-16 if it has zeros, GB18030 if that gives
    Chinese as people write it, else windows-1252.
    """
    for mark, codec in _MARKS.items():
        if data.startswith(mark):
            return _tried(data, codec)
    if b"\0" in data[:_HEAD]:
        even, odd = data[:_HEAD:2].count(0), data[1:_HEAD:2].count(0)
        return _tried(data, "utf-16-be" if even > odd else "utf-16-le")
    return _tried(data, "utf-8") or _tried(data, "gb18030" if is_chinese(data) else "cp1252")


def decoded_as(data: bytes, encoding: str, name: str) -> Decoded:
    """Returns the text in the encoding that the user names; raises NotRead. `name` is that of the file."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        values = {"file": name, "encoding": encoding, "byte": str(error.start + 1)}
        raise NotRead(phrases.NOT_ENCODED_SO.fill(**values), phrases.OTHER_ENCODING.fill()) from None
    except (LookupError, ValueError):
        none = phrases.NO_SUCH_ENCODING.fill(encoding=quoted(encoding))
        raise NotRead(none, phrases.ENCODINGS.fill()) from None
    return Decoded(text=text.removeprefix("\ufeff"), encoding=encoding)


def _tried(data: bytes, codec: str) -> Decoded | None:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return None if _is_binary(text) else Decoded(text=text, encoding=_NAMES.get(codec, codec.upper()))


def _is_binary(text: str) -> bool:
    """Tells whether a text has control characters as neither tables nor reports have them."""
    head = text[:_HEAD]
    odd = sum(letter < " " and letter not in _USUAL_CONTROLS for letter in head)
    return odd > _FEW and odd * 100 > len(head)
