"""What is said in one language says the same, with the same values, in the other."""

import importlib
import pkgutil
import re
from string import Formatter

import pytest

import plan_tracker
from plan_tracker.language import Language, Phrase
from plan_tracker.reading.faults import Fault


def phrases_of(value: object) -> list[Phrase]:
    match value:
        case Phrase():
            return [value]
        case Fault():
            return [value.phrase]
        case dict():
            return [phrase for item in value.values() for phrase in phrases_of(item)]
        case tuple():
            return [phrase for item in value for phrase in phrases_of(item)]
        case _:
            return []


def all_phrases() -> dict[str, Phrase]:
    found: dict[str, Phrase] = {}
    for module in pkgutil.walk_packages(plan_tracker.__path__, "plan_tracker."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for phrase in phrases_of(value):
                found[f"{module.name}.{name}:{phrase.en[:30]}"] = phrase
    return found


PHRASES = all_phrases()


def names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("phrase", PHRASES.values(), ids=PHRASES.keys())
def test_both_languages_take_the_same_values(phrase: Phrase) -> None:
    assert names(phrase.en) == names(phrase.zh)


@pytest.mark.parametrize("phrase", PHRASES.values(), ids=PHRASES.keys())
def test_each_language_keeps_its_own_punctuation(phrase: Phrase) -> None:
    assert not re.search("[，。：；？！（）、]", re.sub("`[^`]*`", "", phrase.en)), phrase.en
    assert not re.search("[\u4e00-\u9fff][,:;?!]|[,;?!][\u4e00-\u9fff]", phrase.zh), phrase.zh


@pytest.mark.parametrize("phrase", PHRASES.values(), ids=PHRASES.keys())
def test_a_text_is_what_format_makes_of_it(phrase: Phrase) -> None:
    values = {name: f"<{name} 100%s {{x}}>" for name in names(phrase.en)}
    for language in Language:
        assert phrase.text(language, **values) == getattr(phrase, language).format(**values)


def test_braces_and_percent_signs_mean_themselves_in_a_phrase() -> None:
    phrase = Phrase("{{{a}}} 50% {{a}} %(a)s %", "{a}")
    assert phrase.text(Language.EN, a="1") == "{1} 50% {a} %(a)s %"


def test_there_are_phrases_to_look_at() -> None:
    assert len(PHRASES) > 150


def test_a_phrase_has_a_text_for_each_language() -> None:
    assert list(Phrase._fields) == [language.value for language in Language]
