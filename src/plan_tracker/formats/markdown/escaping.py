"""Markdown: text in which no letter means anything to it, and the lines of a table."""

from collections.abc import Iterable

_ESCAPES = str.maketrans(
    {letter: f"\\{letter}" for letter in "\\`*_[]<>|#~$"} | {"\n": " ", "\t": " ", "&": "&amp;"}
)
MENTION = "@<!-- -->"
"""An @ that calls nobody: sites that turn @name into a notification look at the letters side by side."""


def escape(text: str) -> str:
    """Text in which no letter means anything to Markdown."""
    return text.translate(_ESCAPES)


def escape_comment(text: str) -> str:
    """Text for a comment on a website: no letter means anything, and nobody is called by an @."""
    return escape(text).replace("@", MENTION)


def line(cells: Iterable[str]) -> str:
    """One line of a table; the cells are escaped already."""
    return "| " + " | ".join(cells) + " |\n"


def rule(count: int) -> str:
    """The line below the headings of a table."""
    return "|" + "|".join([" --- "] * count) + "|\n"
