"""A fault is told at its own key, and does not hide the faults of other values."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import tomli

from plan_tracker.language import Language
from plan_tracker.problems import Path
from plan_tracker.reading.schema.tables import (
    CheckTable,
    FeedTable,
    FileTable,
    PartTable,
    PlanTable,
    PullTable,
    TargetTable,
)
from plan_tracker.reading.validation import validate

HEAD = {"title": "P", "year": 2024}
MARKS_OF_PYDANTIC = ("[key]", "single", "several", "list", "dict", "str", "list[str]", "(one)", "is-instance")
KEYS = (*MARKS_OF_PYDANTIC, "0", "figures", "H1", "__root__", "function-plain[_number()]", "目标值")
"""What Pydantic may write into the place of an error, and other keys that are nothing here."""


def told(document: object) -> list[tuple[str, Path]]:
    assert isinstance(document, dict)
    return [(problem.code, problem.path) for problem in validate(document)[1]]


def faults(text: str) -> list[tuple[str, Path]]:
    return told(tomli.loads(text, parse_float=Decimal))


def of_target(**values: object) -> list[tuple[str, Path]]:
    return told({"plan": HEAD, "targets": {"a": {"name": "A", **values}}})


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("inner", KEYS)
def test_a_key_of_the_file_is_never_taken_for_a_mark_of_pydantic(key: str, inner: str) -> None:
    own: Path = ("targets", "a")
    assert of_target(committed={key: {inner: 1}}) == [("not-a-number", (*own, "committed", key))]
    assert of_target(pace={key: {inner: 1}}) == [("not-a-number", (*own, "pace", key))]
    assert of_target(actual={key: {inner: 1}}) == [("not-a-number", (*own, "actual", key))]
    assert of_target(last_year={key: {inner: 1}}) == [("not-a-number", (*own, "last_year", key))]
    assert of_target(stated={key: {inner: "47%"}}) == [("not-text", (*own, "stated", key))]
    assert of_target(stated={key: ["47%", {inner: 1}]}) == [("not-text", (*own, "stated", key, 1))]
    part = (*own, "parts", key)
    assert of_target(parts={key: {"stated": {inner: {"single": 1}}}}) == [
        ("not-text", (*part, "stated", inner))
    ]
    assert of_target(parts={key: {inner: {"single": 1}}}) == [("unknown-key", (*part, inner))]


@pytest.mark.parametrize("key", KEYS)
def test_no_key_of_a_curve_is_taken_for_a_mark_either(key: str) -> None:
    document = {
        "plan": {**HEAD, "pace": {key: {"dict": "5%"}}},
        "paces": {key: {key: 5}},
        "targets": {"a": {"name": "A"}},
    }
    assert told(document) == [
        ("not-a-percentage", ("plan", "pace", key)),
        ("not-a-percentage", ("paces", key, key)),
    ]


@pytest.mark.parametrize("inner", KEYS)
@pytest.mark.parametrize("name", ["committed", "actual", "stated", "pace", "last_year", "parts"])
def test_a_key_that_is_no_text_is_blamed_itself(name: str, inner: str) -> None:
    found = of_target(**{name: {" ": {inner: 1}}})
    assert ("text-blank", ("targets", "a", name, " ")) in found
    assert {path[:4] for _, path in found} == {("targets", "a", name, " ")}


def test_a_key_with_a_character_that_is_refused_is_blamed_itself() -> None:
    own: Path = ("targets", "a\u202e")
    assert told({"plan": HEAD, "targets": {"a\u202e": {"name": "A"}}}) == [("text-character", own)]


@pytest.mark.parametrize("id_", ["a\u202e", "a\x07", "", " "])
def test_an_id_that_does_not_fit_hides_no_other_fault_of_its_target(id_: str) -> None:
    target = {"name": "A", "goal": Decimal(-5), "actual": {"H1": 3, "X9": 1}, "colour": 3}
    own: Path = ("targets", id_)
    rest = [("unknown-key", (*own, "colour")), ("goal-not-positive", (*own, "goal"))]
    found = told({"plan": HEAD, "targets": {id_: target}})
    assert found[0][0] in {"text-character", "text-blank"}
    assert found[1:] == [*rest, ("bad-period", (*own, "actual", "X9"))]


@pytest.mark.parametrize(
    "title",
    ["", "title = 5\n", 'title = " "\n', 'title = { single = "x" }\n'],
    ids=["none", "5", "blank", "table"],
)
def test_a_missing_or_wrong_title_hides_nothing(title: str) -> None:
    found = faults(f"[plan]\n{title}year = 2024\nas_of = 'H3'\n[targets.a]\nname = 'A'\ngoal = -4\n")
    assert found[1:] == [("goal-not-positive", ("targets", "a", "goal")), ("bad-period", ("plan", "as_of"))]


def test_a_plan_without_its_time_is_told_with_the_faults_of_single_values() -> None:
    found = faults("[plan]\ntitle = 'P'\n[targets.a]\nname = 5\ngoal = -4\n")
    assert found == [("plan-time", ("plan",)), ("not-text", ("targets", "a", "name"))]


def test_a_faulty_year_is_not_also_told_to_be_missing() -> None:
    found = faults("[plan]\ntitle = 'P'\nyear = '2024'\n[targets.a]\nname = 'A'\n")
    assert found == [("not-a-whole-number", ("plan", "year"))]


@pytest.mark.parametrize("year", [0, -1, 1899, 3000, 9999, 10_000, 2**31, 10**16, 10**40])
def test_a_year_that_is_none_is_told_however_large(year: int) -> None:
    plan = {"title": "P", "year": year}
    assert told({"plan": plan, "targets": {"a": {"name": "A"}}}) == [("number-range", ("plan", "year"))]


def test_a_plan_of_no_targets_is_told_beside_other_faults() -> None:
    assert faults("targets = {}\nx = 1\n[plan]\ntitle = 'P'\nyear = 2024\n") == [
        ("unknown-key", ("x",)),
        ("no-targets", ("targets",)),
    ]


def test_targets_that_use_a_faulty_curve_use_no_unknown_one() -> None:
    text = (
        "[plan]\ntitle = 'P'\nyear = 2024\n[paces]\nfrost = { H1 = 40 }\n[targets.a]\nname = 'A'\ngoal = 4\n"
    )
    assert faults(f"{text}pace = 'frost'\n") == [("not-a-percentage", ("paces", "frost", "H1"))]
    assert faults(f"{text}pace = 'forst'\n")[1:] == [("unknown-pace", ("targets", "a", "pace"))]


@pytest.mark.parametrize(
    ("wrong", "hides"),
    [
        ("name = 'A'\nowner = 5", False),
        ("name = 'A'\nnote = ''", False),
        ("name = 'A'\nonwer = 'x'", False),
        ("name = 'A'\ngoal = 'x'", True),
        ("name = 'A'\ngaol = 4", True),
        ("name = 'A'\nkind = 'stock'", True),
        ("name = 'A'\nKIND = 'level'", True),
        ("name = 'A'\n'类型' = 'level'", True),
        ("name = 'A'\n'责任单位' = 'x'", False),
        ("name = 'A'\npace = 5", True),
        ("goal = 4", False),  # the name is missing
    ],
)
def test_a_value_hides_other_faults_of_its_target_only_where_they_may_follow_from_it(
    wrong: str, hides: bool
) -> None:
    """A total that is negative, or before the target's start, may be none: it follows from kind and start."""
    found = faults(
        f"[plan]\ntitle = 'P'\nyear = 2024\n[targets.a]\n{wrong}\nactual = {{ H3 = 1, H1 = -2 }}\n"
        "[targets.b]\nname = 'B'\nactual = { H3 = 1 }\n"
    )
    at = ("targets", "a", "actual")
    own = [] if hides else [("negative", (*at, "H1"))]
    assert sorted(found[1:]) == sorted(
        [*own, ("bad-period", (*at, "H3")), ("bad-period", ("targets", "b", "actual", "H3"))]
    )


@pytest.mark.parametrize(
    ("wrong", "hides"),
    [
        ("kind = 'stock'", False),
        ("reporting = 'monthly'", False),
        ("goal = 'x'", False),
        ("start = 'May'", True),
        ("'开始日期' = 2023-01-01", True),
    ],
)
def test_a_due_date_before_the_start_is_told_beside_all_but_a_faulty_start(wrong: str, hides: bool) -> None:
    found = faults(f"[plan]\ntitle = 'P'\nyear = 2024\n[targets.a]\nname = 'A'\n{wrong}\ndue = 2023-05-31\n")
    assert found[1:] == ([] if hides else [("due-too-early", ("targets", "a", "due"))])


@pytest.mark.parametrize(
    "line",
    [
        "'目标值' = 5\nadjusted = { 2024-06-01 = 7 }",
        "H1 = 2\nstated = { H1 = '40%' }",
        "'9月' = 2\nstated.M09 = '4%'",
    ],
)
def test_what_stands_under_another_key_is_not_told_to_be_missing(line: str) -> None:
    found = faults(f"[plan]\ntitle = 'P'\nyear = 2024\n[targets.a]\nname = 'A'\n{line}\n")
    assert [code for code, _ in found] == ["unknown-key"]


@pytest.mark.parametrize(
    ("wrong", "at"),
    [
        ("paces = 5\nplan.year = 2024\nplan.pace = 'forst'\nplan.title = 'P'", ("paces",)),
        ("feeds = 5\nplan.year = 2024\nplan.title = 'P'", ("feeds",)),
        ("[pace.forst]\nH1 = '40%'\n[plan]\nyear = 2024\ntitle = 'P'", ("pace",)),
        ("[plan]\nyaer = 2024\ntitle = 'P'", ("plan", "yaer")),
        ("[plan]\nend = 2024-03-31\n'开始日期' = 2024-01-01\ntitle = 'P'", ("plan", "开始日期")),
        ("[plan]\nyear = 2024\n'标题' = 'P'", ("plan", "标题")),
        ("[plan]\nyear = 2024\ncounting = 'monthly'\ntitle = 'P'", ("plan", "counting")),
        ("[plan]\nyear = 2024\n'计数' = 'per_period'\ntitle = 'P'", ("plan", "计数")),
        ("[plan]\nyear = 2024\ncollect = ['*.toml']\ntitle = 'P'", ("plan", "collect")),
        ("['计划']\nyear = 2024\ntitle = 'P'", ("计划",)),
    ],
)
def test_of_what_a_file_gets_wrong_nothing_is_told_that_follows_from_it(
    wrong: str, at: tuple[str, ...]
) -> None:
    """Each target is faulty only if what is wrong with the file is taken for what it says."""
    target = {
        "paces": "pace = 'forst'",
        "pace": "pace = 'forst'",
        "feeds": "feed = 'f'",
        "counting": "actual = { Q1 = 5, Q2 = 3 }",
        "计数": "feed = 'f'\n[targets.b]\nname = 'B'\nfeed = 'f'\ncounting = 'per_period'\n"
        "[feeds.f]\nquery = 'q'",
        "collect": "stated = { H1 = '4%' }",
    }.get(at[-1], "")
    assert [path for _, path in faults(f"{wrong}\n[targets.a]\nname = 'A'\n{target}\n")] == [at]


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"start": date(2025, 1, 1), "actual": {"H1": 5}}, ("due-too-early", ("targets", "a", "start"))),
        ({"due": date(2023, 1, 1), "actual": {"H1": 5}}, ("due-too-early", ("targets", "a", "due"))),
        ({"actual": {"H1": 5, "Q3": -2}}, ("negative", ("targets", "a", "actual", "Q3"))),
    ],
)
def test_what_follows_from_a_day_or_a_figure_that_is_wrong_is_not_told(
    values: dict[str, object], fault: tuple[str, Path]
) -> None:
    assert of_target(**values) == [fault]


def test_of_keys_without_the_heading_of_the_plan_only_that_is_told() -> None:
    assert told({**HEAD, "targets": {"a": {"name": "A"}}}) == [("missing-key", ())]


@pytest.mark.parametrize("table", ["plan", "check", "paces.winter"])
def test_of_a_target_without_its_heading_only_that_is_told(table: str) -> None:
    head = '[plan]\ntitle = "P"\nyear = 2024\n' + (f"[{table}]\n" if table != "plan" else "")
    lost = 'name = "A"\nunit = "m"\ngoal = 5\nactual = { H1 = 1 }\n'
    path: Path = (*table.split("."), "name")
    assert faults(f'{head}{lost}[targets.b]\nname = "B"\n') == [("no-id", path)]


@pytest.mark.parametrize("key", ["owner", "goal"])
def test_a_name_of_the_plan_is_no_target_without_its_heading(key: str) -> None:
    found = faults(f'[plan]\nname = "P"\nyear = 2024\n{key} = "O"\n[targets.b]\nname = "B"\n')
    assert found == [("unknown-key", ("plan", "name")), ("unknown-key", ("plan", key))]


def test_a_target_whose_heading_is_misspelt_lacks_no_name_where_its_parts_stand() -> None:
    document = {"plan": HEAD, "targts": {"a": {"name": "A"}}, "targets": {"a": {"parts": {"b": {"goal": 1}}}}}
    assert told(document) == [("unknown-key", ("targts",))]


def test_a_name_in_other_words_is_not_missing_too() -> None:
    found = faults("[plan]\ntitle = 'P'\nyear = 2024\n[targets.a]\n'指标名称' = 'A'\n[targets.b]\ngoal = 5\n")
    assert found == [("unknown-key", ("targets", "a", "指标名称")), ("missing-key", ("targets", "b"))]


def test_what_is_wrong_with_a_value_by_itself_is_told_beside_all_else() -> None:
    found = faults(
        "[plan]\ntitle = 'P'\nyear = 2024\n[targets.a]\nname = 'A'\ngoal = 'x'\ndue = 5\npace = 'forst'\n"
        "actual = { H1 = 'y', H3 = 1, 2024-06-30 = 2, Q2 = 3 }\n"
        "stated = { H1 = ['46%', 7], H4 = '4%', FY = 'z' }\n"
        "adjusted = { 2024-05-01 = {}, H5 = 5 }\nparts = { p = { goal = 'w', actual = { H6 = 1 } }, q = 4 }\n"
    )
    below = ("targets", "a")
    assert sorted(found, key=str) == sorted(
        [
            ("not-a-number", (*below, "goal")),
            ("not-a-date", (*below, "due")),
            ("not-a-number", (*below, "actual", "H1")),
            ("not-text", (*below, "stated", "H1", 1)),
            ("missing-key", (*below, "adjusted", "2024-05-01")),
            ("not-a-number", (*below, "parts", "p", "goal")),
            ("not-a-table", (*below, "parts", "q")),
            ("unknown-pace", (*below, "pace")),
            ("bad-period", (*below, "actual", "H3")),
            ("period-twice", (*below, "actual", "Q2")),
            ("bad-period", (*below, "stated", "H4")),
            ("stated-form", (*below, "stated", "FY")),
            ("adjusted-needs-date", (*below, "adjusted", "H5")),
            ("bad-period", (*below, "parts", "p", "actual", "H6")),
        ],
        key=str,
    )


def test_how_a_faulty_target_counts_is_not_held_against_others_of_its_feed() -> None:
    found = faults(
        "[plan]\ntitle = 'P'\nyear = 2024\n[feeds.f]\nquery = 'select 1'\n"
        "[targets.a]\nname = 'A'\nfeed = 'f'\ncounting = 'monthly'\n"
        "[targets.b]\nname = 'B'\nfeed = 'f'\ncounting = 'per_period'\n"
    )
    assert found == [("not-a-choice", ("targets", "a", "counting"))]


TABLES: dict[tuple[str, ...], Any] = {
    (): FileTable,
    ("plan",): PlanTable,
    ("check",): CheckTable,
    ("feeds", "f"): FeedTable,
    ("feeds", "f", "pulled", "H1"): PullTable,
    ("targets", "a"): TargetTable,
    ("targets", "a", "parts", "p"): PartTable,
}


@pytest.mark.parametrize("path", TABLES, ids=".".join)
def test_an_unknown_key_is_answered_with_the_keys_of_its_own_table(path: tuple[str, ...]) -> None:
    document: dict[str, Any] = {"plan": dict(HEAD), "targets": {"a": {"name": "A"}}}
    table = document
    for step in path:
        table = table.setdefault(step, {})
    table["zzzzzz"] = 1
    (found,) = (problem for problem in validate(document)[1] if problem.code == "unknown-key")
    assert (found.path, found.at) == ((*path, "zzzzzz"), "key")
    assert found.hint is not None
    keys = TABLES[path].model_fields
    assert found.hint.text(Language.EN) == f"keys allowed here: {', '.join(keys)}"
    assert found.hint.text(Language.ZH) == f"此处可用的键：{'、'.join(keys)}"


@pytest.mark.parametrize(
    ("header", "hint"),
    [
        ('[targets."引进亿元项目".parts."清河区"]\ngoal = 16', "是否应为 `引进亿元以上项目`？"),
        ('[targets."引进亿元项目".actual]\nH1 = 16', "是否应为 `引进亿元以上项目`？"),
        ('[targets."引进亿元项目"]\ngoal = 16', '请加 name = "…"'),
        ('[targets.roads.parts."清河区"]\ngoal = 16', '请加 name = "…"'),
    ],
)
def test_a_target_with_nothing_but_tables_is_probably_another(header: str, hint: str) -> None:
    text = '[plan]\ntitle = "P"\nyear = 2025\n[targets."引进亿元以上项目"]\nname = "引进项目"\ngoal = 120\n'
    plan, (problem,) = validate(tomli.loads(f"{text}{header}\n"))
    assert plan is None
    assert problem.hint is not None
    assert problem.hint.text(Language.ZH) == hint
