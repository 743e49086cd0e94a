"""The JSON Schema: every key is described, the shipped copy is current, and a real editor's tool obeys it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from kit.program import EXAMPLES, ROOT, Run
from plan_tracker.reading.schema.json_schema import SHIPPED, schema, schema_text
from plan_tracker.reading.schema.tables import (
    CheckTable,
    FeedTable,
    FileTable,
    PartTable,
    PlanTable,
    PullTable,
    TargetTable,
)

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


def test_every_key_has_a_description() -> None:
    found = [
        (name, value.get("description", ""))
        for node in objects(schema())
        for name, value in node["properties"].items()
    ]
    assert [name for name, description in found if not description.endswith((".", "…"))] == []
    tables = (FileTable, PlanTable, TargetTable, PartTable, CheckTable, FeedTable, PullTable)
    assert {name for name, _ in found} == {name for table in tables for name in table.model_fields}


def test_the_shipped_copy_is_current() -> None:
    shipped = files("plan_tracker.reading.schema").joinpath(SHIPPED).read_text(encoding="utf-8")
    assert shipped == schema_text(), f"run: plan-tracker schema -o src/plan_tracker/reading/schema/{SHIPPED}"


def test_it_is_printed_or_written(run: Run) -> None:
    assert json.loads(run("schema").out) == schema()
    assert run("schema", "-o", "plan.schema.json").code == 0
    assert Path("plan.schema.json").read_text(encoding="utf-8") == schema_text()
    assert run("schema", "-o", "no/folder.json").code == 2


def tombi(folder: Path, text: str) -> int:
    program = shutil.which("tombi", path=str(Path(sys.executable).parent)) or shutil.which("tombi")
    if program is None:
        pytest.skip("tombi is not installed")
    shutil.copy(ROOT / "src" / "plan_tracker" / "reading" / "schema" / SHIPPED, folder)
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
