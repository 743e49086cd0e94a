"""Where tomli stopped reading a text, and which brackets, quotes and statement are around that place."""

import re
from dataclasses import dataclass
from typing import NamedTuple

import tomli

from plan_tracker.toml.spans import STRING, Stretch
from plan_tracker.toml.syntax.slips import Slip

_TOKEN = re.compile(
    rf"(?P<string>{STRING.pattern})"
    r"""|(?P<quote>"{3}|'{3}|["'])|(?P<comment>\#[^\n]*+)|(?P<open>[\[{])|(?P<close>[\]}])"""
    r"|(?P<mark>[=,])|(?P<newline>\n)",
    re.DOTALL,
)
_IN_BRACKETS = re.compile(r"[^,\[\]{}\n#]*")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The statement, brackets and quote in which a place lies, as offsets; the text before it is TOML."""

    statement: int
    """Where the statement begins."""
    opened: tuple[int, ...]
    """The brackets and braces that are open, the outermost first."""
    quote: int | None
    """The quote that is open."""
    value: int
    """Where the value begins, or in brackets the key: after the last bracket, comma or equals sign."""


def _surroundings(text: str, start: int, at: int) -> Surroundings:
    """Returns the surroundings of the offset `at`; `start` is where some statement before it begins."""
    opened: list[int] = []
    values = [start]
    statement = start
    quote = None
    for token in _TOKEN.finditer(text, start, at):
        match token.lastgroup:
            case "open":
                opened.append(token.start())
                values.append(token.end())
            case "close" if opened:
                opened.pop()
                values.pop()
            case "mark":
                values[-1] = token.end()
            case "newline" if not opened:
                statement = token.end()
                values = [statement]
            case "quote":
                quote = token.start()
                break
            case _:
                pass
    while text[statement : statement + 1] in {" ", "\t"}:
        statement += 1
    return Surroundings(statement, tuple(opened), quote, values[-1])


class Found(NamedTuple):
    """A slip and the stretch of one line where it stands."""

    slip: Slip
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Stop:
    """The place where tomli stopped, its reason, and the line of that place."""

    text: str
    reason: str
    at: int
    around: Surroundings

    @property
    def in_header(self) -> bool:
        """Whether the statement is a `[header]`, also in full-width brackets."""
        return self.text[self.around.statement : self.at + 1][:1] in set("[［【")

    @property
    def is_duplicate(self) -> bool:
        """Whether something is given a second time."""
        return self.reason.startswith(("Cannot ", "Duplicate "))

    @property
    def line_start(self) -> int:
        """Where the line begins."""
        return self.text.rfind("\n", 0, self.at) + 1

    @property
    def character(self) -> str:
        """The character at the place; nothing at the end of the text."""
        return self.text[self.at : self.at + 1]

    def closing(self, bracket: int) -> str:
        """Returns what closes the bracket or brace at an offset."""
        return {"[": "]", "{": "}"}[self.text[bracket]]

    def skip_blanks(self, offset: int) -> int:
        """Returns the first offset after blanks, at most the place itself."""
        blanks = self.text[offset : self.at]
        return offset + len(blanks) - len(blanks.lstrip())

    def end_of_line(self, offset: int) -> int:
        """Returns where the line of an offset ends."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end

    def column(self, offset: int) -> int:
        """Returns the column of an offset, from 1."""
        return offset - self.text.rfind("\n", 0, offset)

    def content_end(self, offset: int) -> int:
        """Returns where the content of an offset's line ends, before a comment and blanks."""
        end = self.end_of_line(offset)
        for token in _TOKEN.finditer(self.text, offset, end):
            if token.lastgroup == "comment":
                end = token.start()
                break
        return offset + len(self.text[offset:end].rstrip())

    def item_end(self, offset: int) -> int:
        """Returns where the content of a line ends, or what begins at the offset in open brackets."""
        match = _IN_BRACKETS.match(self.text, offset) if self.around.opened else None
        return match.end() if match else self.content_end(offset)


def first_stop(text: str, start: int) -> Stop | None:
    """Returns where tomli stops, or None if it reads the text; nothing is wrong before the offset `start`.

    Raises RecursionError for brackets or keys nested too deep, and ValueError for a number too long.
    """
    try:
        # tomli makes each CRLF an LF; a lone CR before an LF of this text is not to become one with it.
        tomli.loads(text.replace("\n", "\r\n"))
    except tomli.TOMLDecodeError as error:
        return Stop(text, error.msg, error.pos, _surroundings(text, start, error.pos))
    return None


def stands_alone(line: str) -> bool:
    """Tells whether a line closes all that it opens, so that the next line does not depend on it."""
    depth = 0
    for token in _TOKEN.finditer(line):
        depth += {"open": 1, "close": -1}.get(token.lastgroup or "", 0)
        if depth < 0 or token.group() in {'"""', "'''"}:
            return False
        if token.lastgroup in {"comment", "quote"}:
            break
    return depth == 0
