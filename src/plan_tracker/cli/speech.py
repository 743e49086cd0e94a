"""The language that a command speaks: as asked for, else as its plan says, else as the machine does."""

import os
from collections.abc import Sequence
from contextvars import ContextVar
from itertools import pairwise

from plan_tracker.language import Language

VARIABLE = "PLAN_TRACKER_LANG"
_OPTION = "--lang"

_asked: ContextVar[Language | None] = ContextVar("_asked", default=None)
"""What the command line that runs now says by `--lang`, wherever it stands there; no command asks again."""

_heard: ContextVar[Language | None] = ContextVar("_heard", default=None)
"""The language of the plan or table that the running command has read."""


def begin(words: Sequence[str]) -> None:
    """Lets a command line speak as it asks for, whatever another one in this process spoke before."""
    _asked.set(_asked_in(words))
    hear_anew()


def hear(language: Language | None) -> None:
    """Lets a command speak as the plan says that it read, unless it read one before."""
    _heard.set(_heard.get() or language)


def hear_anew(language: Language | None = None) -> None:
    """Lets a command speak in the language of the file that comes next; None until that file says one."""
    _heard.set(language)


def _asked_in(words: Sequence[str]) -> Language | None:
    """Returns the language that a command line asks for by its last `--lang`, before it is understood."""
    found = None
    for word, following in pairwise((*words, "")):
        name, _, value = word.partition("=")
        if name == _OPTION:
            found = _language(value or following)
    return found


def spoken() -> Language | None:
    """Returns the language asked for by option or environment, or None."""
    return _asked.get() or _language(os.environ.get(VARIABLE, ""))


def unknown_language() -> str:
    """Returns what the environment asks for if it is no language, else an empty text."""
    text = os.environ.get(VARIABLE, "").strip()
    return "" if _language(text) else text


def speaking() -> Language:
    """Returns the language of what the running command tells, once it has heard what its plan says."""
    return spoken() or _heard.get() or _language(_locale()) or Language.EN


def _language(text: str) -> Language | None:
    return next((each for each in Language if text.strip().lower().startswith(each.value)), None)


def _locale() -> str:
    """Returns the name of the locale as gettext finds it, such as zh_CN.UTF-8; LANGUAGE comes first."""
    name = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    if name and name.partition(".")[0] not in ("C", "POSIX"):
        return os.environ.get("LANGUAGE") or name
    return name or _windows()


def _windows() -> str:
    """Returns the language of Windows, which sets no variables: Chinese (Simplified)_China."""
    if os.name != "nt":
        return ""
    from locale import getlocale

    name = getlocale()[0] or ""
    return "zh" if name.startswith("Chinese") else name
