"""Escapes text for Markdown, and writes the lines of tables."""

import re
from collections.abc import Iterable

_ESCAPES = str.maketrans(
    {letter: f"\\{letter}" for letter in "\\`*_[]<>|#~$"} | {"\n": " ", "\t": " ", "&": "&amp;"}
)
_CALLS = re.compile(r"@|:(?=//)|\bwww(?=\.)|#(?=\d)|\bGH(?=-\d)", re.IGNORECASE)
"""What a site turns into a link or a notification wherever it stands, by the letters side by side."""
_NOTHING = "<!-- -->"
_DOMAIN_DOT = re.compile(r"(?<=\w)\.(?=[^\W\d_])(?!toml(?![a-z]))")
"""The dot of a bare `example.org`, which some sites link too; plans end in `.toml`, which is no domain."""


def escape(text: str) -> str:
    """Returns text that Markdown shows letter by letter as it is, and that links and notifies nobody."""
    return _DOMAIN_DOT.sub(r"\\.", _CALLS.sub(rf"\g<0>{_NOTHING}", text.translate(_ESCAPES)))


def line(cells: Iterable[str]) -> str:
    """Returns one line of a table whose cells are escaped already."""
    return "| " + " | ".join(cells) + " |\n"


def rule(count: int) -> str:
    """Returns the line below the headings of a table with `count` columns."""
    return "|" + "|".join([" --- "] * count) + "|\n"
