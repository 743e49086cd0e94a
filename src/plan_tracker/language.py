"""Phrases that exist in every language: a missing translation is a missing argument, which mypy finds."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import NamedTuple

_MARK = re.compile(r"\{\{|\}\}|\{(\w+(?:\|[^{}|]+\|[^{}|]+)?)\}")
"""A brace written twice, a mark {name}, or {number|target|targets}."""


class Language(StrEnum):
    """A language in which the program speaks."""

    EN = "en"
    ZH = "zh"


class Phrase(NamedTuple):
    """One sentence in each language, by its code; `{name}` is filled by `fill`, and `{{` is a brace.

    `{number|target|targets}` is the one word where the number is 1, else the other.
    """

    en: str
    zh: str

    def fill(self, **values: str) -> "Message":
        """Returns the phrase with its values, before a language is chosen."""
        return Message(self, values)

    def text(self, language: Language, **values: str) -> str:
        """Returns the phrase in one language, with its values."""
        template: str = getattr(self, language)  # takes a third of the time of a `match`
        return _for_percent(template) % (_Counted(values) if "|" in template else values)


class _Counted(dict[str, str]):
    """Values that know which of two words goes with a number."""

    def __missing__(self, mark: str) -> str:
        number, one, many = mark.split("|")
        return one if self[number] == "1" else many


@cache
def _for_percent(template: str) -> str:
    """Returns the template in the form of `%`, which fills it in half the time of `format`."""

    def written(match: re.Match[str]) -> str:
        return f"%({match[1]})s" if match[1] else match[0][0]

    return _MARK.sub(written, template.replace("%", "%%"))


class Message(NamedTuple):
    """A phrase and its values."""

    phrase: Phrase
    values: dict[str, str]

    def text(self, language: Language) -> str:
        """Returns the message in one language."""
        return self.phrase.text(language, **self.values)


COMMA, LIST = Phrase(", ", "，"), Phrase(", ", "、")
"""What stands between parts of a sentence, and between the words of a list."""


def inserted(phrase: Phrase, **inner: Phrase) -> Phrase:
    """Returns a phrase in which other phrases stand for some of its values."""
    en, zh = phrase
    for name, each in inner.items():
        en, zh = en.replace(f"{{{name}}}", each.en), zh.replace(f"{{{name}}}", each.zh)
    return Phrase(en, zh)


def literally(text: str) -> Phrase:
    """Makes a phrase of a text that is the same in every language."""
    bare = text.replace("{", "{{").replace("}", "}}")
    return Phrase(bare, bare)


def joined(pieces: list[Phrase], between: Phrase = COMMA) -> Phrase:
    """Joins phrases with commas, or another sign, between them."""
    return Phrase(between.en.join(each.en for each in pieces), between.zh.join(each.zh for each in pieces))


def listed(texts: Iterable[str]) -> Phrase:
    """Lists texts that are the same in every language."""
    return joined([literally(text) for text in texts], LIST)


def words(*lines: str) -> tuple[str, ...]:
    """Returns the words of lines in which commas and blanks separate them."""
    return tuple(word for line in lines for word in line.split(", "))
