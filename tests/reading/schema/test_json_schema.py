"""The JSON Schema: every key is described, the shipped copy is current, and a real editor's tool obeys it."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomli

from kit.program import EXAMPLES, Run
from plan_tracker.language import Language
from plan_tracker.reading.schema import json_schema
from plan_tracker.reading.schema.json_schema import SHIPPED, schema, schema_text
from plan_tracker.reading.schema.tables import (
    AdjustmentTable,
    CheckTable,
    FeedTable,
    FileTable,
    PartTable,
    PlanTable,
    PullTable,
    TargetTable,
)
from plan_tracker.wording.schema import KEYS, described

GOOD = """#:schema ./plan.schema.json
[plan]
title = "P"
year = 2024
as_of = 2024-06-30
tolerance = "5pp"

[paces]
frost = { Q1 = "5%", H1 = "40%" }

[feeds.register]
query = '''
select id, actual from sums where day <= :last_day'''
time_zone = "America/Port-au-Prince"
[feeds.register.pulled]
H1 = { at = 2024-07-05T08:12:03+08:00, figures = 1, query_digest = "1ed0a1db", figures_digest = "9c41d2e0" }

[targets.projects]
name = "引进项目"
feed = "register"
goal = 400
due = 2024-09-30
pace = "frost"
actual = { H1 = 190, 2024-08-31 = 200.50 }
stated = { H1 = ["47.5%", ">40%"] }
committed = { "新开工" = 3 }
parts = {
    "新城区" = { goal = 400 }, # braces on several lines
}
"""
BAD = {
    "a key that there is not": ("goal = 400", "gaol = 400"),
    "a number in quotes": ("goal = 400", 'goal = "400"'),
    "a word that there is not": ("goal = 400", 'goal = 400\nkind = "sum"'),
    "a share that is none": ('"40%"', '"40"'),
    "a title missing": ('title = "P"\n', ""),
    "a name missing": ('name = "引进项目"\n', ""),
    "a time zone that is none": ("America/Port-au-Prince", "UTC+8"),
    "a moment without its offset": ("08:12:03+08:00", "08:12:03"),
    "an unknown key of a part": ("{ goal = 400 }", "{ goal = 400, weight = 2 }"),
}


def objects(node: object) -> Iterator[dict[str, Any]]:
    match node:
        case dict():
            if isinstance(node.get("properties"), dict):
                yield node
            for inner in node.values():
                yield from objects(inner)
        case list():
            for inner in node:
                yield from objects(inner)
        case _:
            pass


FOLDER = Path(json_schema.__file__).parent
SCHEMAS = {language: schema(described(language), language) for language in Language}
CHINESE = re.compile("[\u4e00-\u9fff]")


def nodes(node: object) -> Iterator[dict[str, Any]]:
    match node:
        case dict():
            yield node
            for inner in node.values():
                yield from nodes(inner)
        case list():
            for inner in node:
                yield from nodes(inner)
        case _:
            pass


@pytest.mark.parametrize("language", Language)
def test_every_key_and_every_word_has_a_description_of_its_own(language: Language) -> None:
    found = [
        (name, value.get("description", ""))
        for node in objects(SCHEMAS[language])
        for name, value in node["properties"].items()
        if "$ref" not in value or "description" in value
    ]
    assert [name for name, said in found if said[-1:] not in (".", "…", "。")] == []
    tables = (FileTable, PlanTable, TargetTable, PartTable, CheckTable, FeedTable, PullTable)
    assert {name for name, _ in found} >= {name for table in tables for name in table.model_fields}
    assert all(bool(CHINESE.search(said)) == (language is Language.ZH) for _, said in found)
    for node in nodes(SCHEMAS[language]):
        if "enum" in node:
            said = node["enumDescriptions"]
            assert len(set(said)) == len(node["enum"])
            assert all(bool(CHINESE.search(each)) == (language is Language.ZH) for each in said)


def test_a_target_and_a_part_are_told_apart() -> None:
    target, part = (SCHEMAS[Language.EN]["$defs"][name]["properties"] for name in ("target", "part"))
    assert target["owner"]["description"] == "Who answers for the target."
    assert part["owner"]["description"] != target["owner"]["description"]


def test_no_words_of_the_schema_are_left_over() -> None:
    tables = {
        "file": FileTable.model_fields,
        "plan": PlanTable.model_fields,
        "target": TargetTable.model_fields,
        "part": PartTable.model_fields,
        "check": CheckTable.model_fields,
        "adjustment": AdjustmentTable.model_fields,
        "feed": FeedTable.model_fields,
        "pull": PullTable.model_fields,
    }
    known = {f"{name}.{key}" for name, table in tables.items() for key in table}
    assert set(KEYS) <= known
    assert known <= set(KEYS), "give them words in wording/schema.py"


@pytest.mark.parametrize("language", Language)
def test_no_key_is_any_of_several_schemas_or_null(language: Language) -> None:
    assert "null" not in json.dumps(SCHEMAS[language])
    every = [pair for node in objects(SCHEMAS[language]) for pair in node["properties"].items()]
    united = {key for key, each in every if "anyOf" in each}
    assert united == {"as_of"}  # a day or a label: TOML has a type for days, JSON has none


@pytest.mark.parametrize("key", ["actual", "stated", "last_year", "pace"])
def test_the_labels_of_periods_can_be_completed(key: str) -> None:
    labels = SCHEMAS[Language.EN]["$defs"]["target"]["properties"][key]["properties"]
    assert list(labels) == [
        *("H1", "H2", "Q1", "Q2", "Q3", "Q4"),
        *(f"M{month:02}" for month in range(1, 13)),
        "FY",
    ]


@pytest.mark.parametrize("language", Language)
def test_the_shipped_copies_are_current(language: Language) -> None:
    shipped = FOLDER / SHIPPED[language]
    call = f"plan-tracker schema --lang {language} -o {shipped}"
    text = schema_text(described(language), language)
    assert shipped.read_text(encoding="utf-8") == text, f"run: {call}"


@pytest.mark.parametrize("language", Language)
def test_it_is_printed_or_written_in_the_language_that_is_asked_for(run: Run, language: Language) -> None:
    assert json.loads(run("schema", "--lang", language).out) == SCHEMAS[language]
    assert run("schema", "--lang", language, "-o", "plan.schema.json").code == 0
    assert json.loads(Path("plan.schema.json").read_text(encoding="utf-8")) == SCHEMAS[language]
    assert run("schema", "-o", "no/folder.json").code == 2


def as_json(value: object) -> object:
    """What a TOML tool hands to a validator: days as texts."""
    match value:
        case dict():
            return {key: as_json(each) for key, each in value.items()}
        case list():
            return list(map(as_json, value))
        case date():
            return value.isoformat()
        case _:
            return value


def faults(text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(SCHEMAS[Language.EN])
    return [error.message for error in validator.iter_errors(as_json(tomli.loads(text)))]


def test_the_schema_is_one() -> None:
    for each in SCHEMAS.values():
        jsonschema.Draft202012Validator.check_schema(each)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_a_validator_accepts_the_examples(example: Path) -> None:
    assert faults(example.read_text(encoding="utf-8")) == []


def test_a_validator_accepts_a_good_plan_and_says_one_thing_of_each_bad_one() -> None:
    assert faults(GOOD) == []
    for name, (right, wrong) in BAD.items():
        if name != "a moment without its offset":  # the format of a moment is an annotation there
            assert len(faults(GOOD.replace(right, wrong, 1))) == 1, name


def taplo(folder: Path, text: str) -> int:
    program = shutil.which("taplo", path=str(Path(sys.executable).parent)) or shutil.which("taplo")
    if program is None:
        pytest.skip("taplo is not installed")
    path = FOLDER / SHIPPED[Language.ZH]
    file = folder / "targets.toml"
    file.write_text(text, encoding="utf-8")
    command = [program, "lint", "--no-auto-config", "--schema", path.as_uri(), str(file)]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode  # noqa: S603 - a linter


ON_ONE_LINE = GOOD.replace(", # braces on several lines\n", " ").replace('{\n    "新', '{ "新')
"""Taplo knows TOML 1.0 only."""


def test_the_linter_of_a_common_editor_accepts_a_good_plan(tmp_path: Path) -> None:
    assert taplo(tmp_path, ON_ONE_LINE) == 0


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_the_linter_of_a_common_editor_accepts_the_examples(tmp_path: Path, example: Path) -> None:
    assert taplo(tmp_path, example.read_text(encoding="utf-8")) == 0


@pytest.mark.parametrize("fault", [name for name in BAD if "moment" not in name])  # taplo knows no formats
def test_the_linter_of_a_common_editor_refuses_a_bad_plan(tmp_path: Path, fault: str) -> None:
    assert taplo(tmp_path, ON_ONE_LINE.replace(*BAD[fault], 1)) != 0


def tombi(folder: Path, text: str) -> int:
    program = shutil.which("tombi", path=str(Path(sys.executable).parent)) or shutil.which("tombi")
    if program is None:
        pytest.skip("tombi is not installed")
    shutil.copy(FOLDER / SHIPPED[Language.EN], folder)
    file = folder / "targets.toml"
    file.write_text(text, encoding="utf-8")
    command = [program, "lint", "--offline", str(file)]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode  # noqa: S603 - a linter


def test_a_toml_language_tool_accepts_a_good_plan(tmp_path: Path) -> None:
    assert tombi(tmp_path, GOOD) == 0


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_a_toml_language_tool_accepts_the_examples(tmp_path: Path, example: Path) -> None:
    assert tombi(tmp_path, "#:schema ./plan.schema.json\n" + example.read_text(encoding="utf-8")) == 0


@pytest.mark.parametrize("fault", BAD)
def test_a_toml_language_tool_refuses_a_bad_plan(tmp_path: Path, fault: str) -> None:
    assert GOOD.count(BAD[fault][0]) >= 1
    assert tombi(tmp_path, GOOD.replace(*BAD[fault], 1)) == 1
