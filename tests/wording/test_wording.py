"""What is said in one language says the same, with the same values, in the other."""

import importlib
import pkgutil
import re
from collections.abc import Callable
from pathlib import Path
from string import Formatter

import pytest

import plan_tracker
from kit.program import ROOT
from plan_tracker import wording
from plan_tracker.language import Language, Phrase
from plan_tracker.reading.faults.kind import Fault


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
    for module in pkgutil.walk_packages(plan_tracker.__path__, f"{plan_tracker.__name__}."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for phrase in phrases_of(value):
                found[f"{module.name}.{name}:{phrase.en}"] = phrase
    return found


PHRASES = all_phrases()


def names(template: str) -> set[str]:
    found = (name for _, name, _, _ in Formatter().parse(template) if name is not None)
    return {name.partition("|")[0] for name in found}


def those(are_wrong: Callable[[Phrase], object]) -> dict[str, Phrase]:
    """All phrases of which something is true: each a test of its own would take a hundred times as long."""
    return {name: phrase for name, phrase in PHRASES.items() if are_wrong(phrase)}


def test_both_languages_take_the_same_values() -> None:
    assert those(lambda phrase: names(phrase.en) != names(phrase.zh)) == {}


def test_english_has_no_chinese_letters_but_in_a_name_of_the_example_plan() -> None:
    chinese = re.compile("[\u4e00-\u9fff]")
    assert those(lambda phrase: chinese.search(phrase.en.replace("引进亿元以上项目", ""))) == {}


def test_each_language_keeps_its_own_punctuation() -> None:
    assert those(lambda phrase: re.search("[，。：；？！（）、]", re.sub("`[^`]*`", "", phrase.en))) == {}
    assert those(lambda phrase: re.search("[\u4e00-\u9fff][,:;?!]|[,;?!][\u4e00-\u9fff]", phrase.zh)) == {}


@pytest.mark.parametrize("language", Language)
def test_a_text_is_what_format_makes_of_it(language: Language) -> None:
    def differs(phrase: Phrase) -> bool:
        values = {name: f"<{name} 100%s {{x}}>" for name in names(phrase.en)}
        template = re.sub(r"\{\w+\|[^{}|]+\|([^{}|]+)\}", r"\1", getattr(phrase, language))  # of many
        return phrase.text(language, **values) != template.format(**values)

    assert those(differs) == {}


@pytest.mark.parametrize(
    ("number", "text"), [("0", "0 targets are"), ("1", "1 target is"), ("21", "21 targets are")]
)
def test_a_word_goes_with_its_number(number: str, text: str) -> None:
    phrase = Phrase("{n} {n|target is|targets are}", "{n}项")
    assert phrase.text(Language.EN, n=number) == text
    assert phrase.text(Language.ZH, n=number) == f"{number}项"


def test_no_count_stands_before_a_plural_that_is_always_one() -> None:
    counts = re.compile(r"\{(number|total|targets|parts|plans|figures|pages)\} (?!of)[a-z]+s\b")

    def counts_one(phrase: Phrase) -> bool:
        found = counts.search(phrase.en)
        return found is not None and found[0] not in ALWAYS_SEVERAL

    assert those(counts_one) == {}


ALWAYS_SEVERAL = {"{total} targets", "{number} times"}
"""Where there is a phrase of its own for one."""


def test_braces_and_percent_signs_mean_themselves_in_a_phrase() -> None:
    phrase = Phrase("{{{a}}} 50% {{a}} %(a)s %", "{a}")
    assert phrase.text(Language.EN, a="1") == "{1} 50% {a} %(a)s %"


def test_there_are_phrases_to_look_at() -> None:
    assert len(PHRASES) > 150


def test_a_phrase_has_a_text_for_each_language() -> None:
    assert list(Phrase._fields) == [language.value for language in Language]


WORDING = {
    name: phrase
    for name, phrase in PHRASES.items()
    if name.startswith(f"{wording.__name__}.")
    and not {"help", "parameters", "schema"} & set(name.split("."))  # there things are named in passing
}
"""Phrases but those of help, its parameters and the schema, which name things in passing."""

TWO_THINGS = {
    *("note", "说明"),  # the key of a target; the label of a message
    "status",  # a column; a change of it
    "time span",  # of the plan; of a target
    "… and {number} more",  # targets; faults
    "{place}",  # where, said as English and Chinese need it
    "verdict",  # of a stated figure; of the check
    *("error", "警告", "错误"),  # a message; a finding of the check
    "位置",  # in a report; in a plan file
    "`{text}` 不是数字",  # what is typed as a figure; what a cell holds
    "{number} {status}",  # of targets; of plans, which Chinese counts by another word
    "{number}个百分点",  # English writes a stated lead as it is typed, 5pp
    "expected",  # of a total and of a level, which Chinese does not complete but reach
    "remaining",  # work, or to a limit, which Chinese does not call work
    "expected at most",  # of a cap and of a level
    "截至{day}",  # of a plan; of a figure, which English puts behind it
    "完成率{rate}",  # in the answer of record English needs no name for it
    *("公布值", "完成率", "截至"),  # a heading is shorter in English, or longer, than what stands in a table
    *("推算低值", "推算高值", "上级指标"),  # the same
}
"""Words that stand for two things, or for one that English says in two ways."""


@pytest.mark.parametrize("language", Language)
def test_one_thing_has_one_phrase(language: Language) -> None:
    said: dict[str, set[int]] = {}
    for phrase in WORDING.values():
        text = getattr(phrase, language).strip(" .。:：").casefold()
        said.setdefault(text, set()).add(id(phrase))
    twice = {text for text, phrases in said.items() if len(phrases) > 1 and re.search(r"\w", text)}
    assert twice <= TWO_THINGS


CHOSEN = {
    "落后": "滞后",
    "评判": "评价",
    "匀速": "按时间均衡",
    "均匀推进": "按时间均衡",
    "到期之前": "到期一次完成",
    "不达标时": "不达标则不通过",
    "报送频率": "报送周期",
    "说明与": "备注",
    "展望": "后续任务",
    "上限": "控制目标",
    "无人报送": "整期未报",
    "剩余量": "剩余任务",
    "允许差距": "允许滞后幅度",
    "按期计数": "当期数",
    "余下时间": "剩余时间",
    "所需倍数": "速度倍数",
    "未给出": "默认",
    "不予通过": "不通过",
}
"""Words that were used beside another for the same thing, and that other."""

MANUALS = sorted([*ROOT.glob("*.zh.md"), *(ROOT / "docs").glob("*.zh.md")])


def test_of_two_words_for_one_thing_the_chosen_one_is_used() -> None:
    assert those(lambda phrase: [word for word in CHOSEN if word in phrase.zh]) == {}


@pytest.mark.parametrize("manual", MANUALS, ids=lambda path: path.name)
def test_a_chinese_manual_uses_the_chosen_words_too(manual: Path) -> None:
    text = manual.read_text(encoding="utf-8")
    assert [word for word in CHOSEN if word in text] == []


def test_every_phrase_stands_in_wording_but_those_of_faults_of_a_plan() -> None:
    """Reading and the syntax of TOML lie below wording: what they find is worded there.

    The signs of a list, which all rooms use, stand in `language`.
    """
    own, sources = (
        {"wording", "reading/faults", "toml/syntax", "language.py"},
        Path(plan_tracker.__file__).parent,
    )
    found = {
        file.relative_to(sources).as_posix()
        for file in sources.rglob("*.py")
        if re.search(r"\bPhrase\(\s*f?\"", file.read_text(encoding="utf-8"))
    }
    assert {name for name in found if not name.startswith(tuple(own))} == set()
    assert len(found) > 10
