"""The text of a plan file: its bytes, why they cannot be read, and the language that the text asks for."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from plan_tracker.language import Language
from plan_tracker.problems import LocatedProblem, Place, PlanError, Problem, in_shell, printable, reason_of
from plan_tracker.reading.faults import files as file_faults
from plan_tracker.reading.faults import hints

DEFAULT_NAME = "targets.toml"
PATTERN = re.compile(r"[*?]|\[[^]]+\]")
"""What makes a name one for several files."""

_MOST_BYTES = 256 << 20
"""How many bytes a plan has at most; a device or a pipe may have no end at all."""

_FEW_BYTES = 1 << 16
"""How many bytes nearly all plans have at most."""

_LETTERS = 8192
"""How many letters that are not ASCII are looked at to tell what text is."""

_ROWS, _CELLS = frozenset((*range(0xA1, 0xA4), *range(0xB0, 0xD8))), range(0xA1, 0xFF)
"""Where GB18030 has the 3,755 letters that make up nearly all Chinese text, and its punctuation."""

_TABLES = frozenset({".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".et", ".ods"})
_OTHERS = frozenset({".json", ".yaml", ".yml", ".html", ".htm", ".docx", ".doc", ".wps", ".pdf"})
"""Ends of names that promise no plan; what can be read as one is one, whatever its name."""

_LANGUAGE_LINE = re.compile(
    r"""^[ \t]*["']?(?:language|语言)["']?[ \t]*[=＝:：][ \t]*["'“]?([\w-]+)""", re.MULTILINE
)
"""A line that says the language of the plan, though the file may be no TOML."""


def read_text(path: Path) -> str:
    """Reads the text of a plan file, without a byte order mark; raises PlanError if it cannot be read."""
    name = printable(path)
    try:
        with path.open("rb") as file:
            data = file.read(_FEW_BYTES)  # room is made for as many as are asked for
            if len(data) == _FEW_BYTES:
                data += file.read(_MOST_BYTES + 1 - _FEW_BYTES)
    except FileNotFoundError:
        if PATTERN.search(name):
            problem = file_faults.SEVERAL_PLANS.at_path((), hints.NAME_ONE.fill(), file=name)
            raise refusal(problem) from None
        raise refusal(file_faults.FILE_NOT_FOUND.at_path((), hints.CHECK_NAME.fill(), file=name)) from None
    except (OSError, ValueError) as error:
        if os.path.isdir(path):  # noqa: PTH112 - `Path.is_dir` may raise; on Windows a folder is "not permitted"
            plans = sorted(path.glob("*.toml"), key=lambda plan: (plan.name != DEFAULT_NAME, plan.name))
            inside = in_shell(plans[0] if plans else path / DEFAULT_NAME)
            raise refusal(
                file_faults.IS_A_FOLDER.at_path((), hints.NAME_THE_FILE.fill(file=inside), file=name)
            ) from None
        hint = hints.CHECK_RIGHTS.fill() if isinstance(error, PermissionError) else None
        raise refusal(file_faults.UNREADABLE.at_path((), hint, file=name, reason=reason_of(error))) from None
    if len(data) > _MOST_BYTES:
        raise refusal(file_faults.FILE_TOO_LARGE.at_path((), file=name, size=str(_MOST_BYTES >> 20)))
    return decoded(name, data)


def file_option(path: Path) -> str:
    """Returns how a command names a plan, with a blank before; targets.toml here is found by itself."""
    return "" if path == Path(DEFAULT_NAME) else f" -f {in_shell(path)}"


def decoded(name: str, data: bytes) -> str:
    """Returns the text of a plan; raises PlanError if it is not UTF-8."""
    if _is_utf16(data):
        raise _not_utf8(name, data, 0)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(name, data, error.start) from None


def of_another_kind(name: str) -> Problem | None:
    """Returns the problem of a file that is no plan, if its name says what else it is."""
    ending = Path(name).suffix.lower()
    if ending in _TABLES:
        return file_faults.NOT_A_PLAN_FILE.at_path(
            (), hints.IMPORT_TABLE.fill(file=in_shell(name)), file=name
        )
    if ending in _OTHERS:
        return file_faults.NOT_A_PLAN_FILE.at_path((), hints.NAME_A_PLAN.fill(), file=name)
    return None


def _is_utf16(data: bytes) -> bool:
    """Tells whether bytes begin with the mark of UTF-16, or with an ASCII letter as it is there."""
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or (len(data) > 1 and data[0:2].count(0) == 1)


def _not_utf8(name: str, data: bytes, at: int) -> PlanError:
    if other := of_another_kind(name):
        return refusal(other)
    start = data.rfind(b"\n", 0, at) + 1
    line = data[start:].split(b"\n", 1)[0].rstrip(b"\r")
    encoding = _encoding(data)
    shown = printable(line.decode(encoding if encoding.startswith("GB") else "utf-8", errors="replace"))
    column = len(data[start:at].decode("utf-8", errors="replace")) + 1
    problem = file_faults.NOT_UTF8.at_path((), hints.SAVE_AS_UTF8.fill(encoding=encoding), file=name)
    place = Place(file=name, line=data.count(b"\n", 0, at) + 1, column=column, end=column + 1, text=shown)
    meant = data.decode("utf-8" if encoding == "ANSI" else encoding, errors="replace")
    return PlanError((LocatedProblem(problem, place),), language_asked_for(None, meant))


def _encoding(data: bytes) -> str:
    if _is_utf16(data):
        return "UTF-16"
    return "GB18030" if is_chinese(data) else "ANSI"


def is_chinese(data: bytes) -> bool:
    """Tells whether bytes that are no UTF-8 are GB18030: at least half of what is not ASCII is common.

    Accented letters of western text become rare Chinese ones, mostly of an accent and an ASCII letter.
    """
    try:
        letters = [letter for letter in data.decode("gb18030") if letter > "\x7f"][:_LETTERS]
    except UnicodeDecodeError:
        return False
    return 2 * sum(map(_is_common, letters)) >= len(letters)


def _is_common(letter: str) -> bool:
    row, *cells = letter.encode("gb18030")
    return row in _ROWS and len(cells) == 1 and cells[0] in _CELLS


def refusal(problem: Problem) -> PlanError:
    """Makes the error of a file that is no plan at all, which has no place in it."""
    return PlanError((LocatedProblem(problem, None),))


def language_asked_for(document: Mapping[str, object] | None, text: str) -> Language | None:
    """Returns the language that a faulty plan asks for, if not in TOML then in a line that looks like it."""
    match document:
        case {"plan": {"language": str(word)}} | {"plan": {"语言": str(word)}}:
            return _language_meant(word)
        case None:
            line = _LANGUAGE_LINE.search(text)
            return _language_meant(line[1]) if line else None
        case _:
            return None


def _language_meant(word: str) -> Language | None:
    """Returns the language that a word means, right or not: `language = "中文"` is answered in Chinese."""
    from plan_tracker.plan.names import simplest
    from plan_tracker.reading.faults.words import CHOICES

    code = CHOICES["language"].get(simplest(word), word)
    return next((each for each in Language if each.value == code), None)
