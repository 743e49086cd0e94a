"""Escapes text for Markdown, and writes the lines of tables."""

from collections.abc import Iterable

_ESCAPES = str.maketrans(
    {letter: f"\\{letter}" for letter in "\\`*_[]<>|#~$"} | {"\n": " ", "\t": " ", "&": "&amp;"}
)
MENTION = "@<!-- -->"
"""An @ that notifies nobody: sites look for @name, and the comment stands between the two."""


def escape(text: str) -> str:
    """Returns text that Markdown shows letter by letter as it is."""
    return text.translate(_ESCAPES)


def escape_comment(text: str) -> str:
    """Returns text for a comment on a website, which also notifies nobody by an @."""
    return escape(text).replace("@", MENTION)


def line(cells: Iterable[str]) -> str:
    """Returns one line of a table whose cells are escaped already."""
    return "| " + " | ".join(cells) + " |\n"


def rule(count: int) -> str:
    """Returns the line below the headings of a table with so many columns."""
    return "|" + "|".join([" --- "] * count) + "|\n"
