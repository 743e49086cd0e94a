"""The JSON Schema of plan files, for editors: which keys there are and what each may hold.

Pydantic makes it; then each key takes its types at once (`anyOf` makes editors say "not valid under any of
the schemas"), a missing key is no null, and the labels of periods are keys that an editor can complete.
"""

import json
from collections.abc import Mapping
from typing import Any, TypeAlias

from plan_tracker.language import Language
from plan_tracker.reading.schema.tables import FileTable

_Node: TypeAlias = dict[str, Any]

SHIPPED = {Language.EN: "plan.schema.json", Language.ZH: "plan.schema.zh.json"}
"""The copies beside this module; a test says when they are out of date."""

_TABLES = {
    "PlanTable": "plan",
    "TargetTable": "target",
    "PartTable": "part",
    "AdjustmentTable": "adjustment",
    "CheckTable": "check",
    "FeedTable": "feed",
    "PullTable": "pull",
}
_OF_PERIODS = frozenset({"actual", "stated", "last_year", "past", "pace", "pulled"})
_KEEP = "$defs"


def schema(said: Mapping[str, str], language: Language) -> _Node:
    """Returns the schema as data: Pydantic's, with what editors ask for."""
    made = FileTable.model_json_schema()
    definitions: dict[str, _Node] = made.pop(_KEEP)
    enums = {name: node for name, node in definitions.items() if name not in _TABLES}
    tables = {
        _TABLES[name]: _table(_TABLES[name], node, said, enums)
        for name, node in definitions.items()
        if name in _TABLES
    }
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:plan-tracker:{SHIPPED[language]}",
        "title": "plan-tracker",
        "description": said[""],
        "x-tombi-toml-version": "v1.1.0",
    }
    body = _table("file", made, said, enums)
    whole = {**head, **{key: body[key] for key in body if key not in head}, _KEEP: tables}
    found: _Node = _inlined(whole, {f"#/{_KEEP}/{name}": table for name, table in tables.items()})
    return found


def schema_text(said: Mapping[str, str], language: Language) -> str:
    """Returns the schema as it is printed and shipped."""
    return json.dumps(schema(said, language), ensure_ascii=False, indent=2) + "\n"


def _table(name: str, node: _Node, said: Mapping[str, str], enums: Mapping[str, _Node]) -> _Node:
    """Returns a table with a description for itself and each of its keys."""
    properties = {key: _key(name, key, each, said, enums) for key, each in node["properties"].items()}
    rest = {key: value for key, value in node.items() if key not in {"title", "description", "properties"}}
    described = {"description": said[name]} if name in said else {}
    return {**described, **rest, "properties": properties}


def _key(table: str, key: str, node: _Node, said: Mapping[str, str], enums: Mapping[str, _Node]) -> _Node:
    plain = _plain(node, enums)
    for inner in (plain, plain.get("items", {})):
        if isinstance(inner, dict) and "enum" in inner:
            group = "judgement" if inner is not plain else key
            meanings = [said[f"word.{group}.{word}"] for word in inner["enum"]]
            inner["enumDescriptions"] = meanings
            inner["x-taplo"] = {"docs": {"enumValues": meanings}}
    of_periods = plain["additionalProperties"] if key == "past" else plain
    if key in _OF_PERIODS and "additionalProperties" in of_periods:
        figure = of_periods["additionalProperties"]
        labels = {
            name.removeprefix("period."): text for name, text in said.items() if name.startswith("period.")
        }
        of_periods["properties"] = {
            label: {"$ref": figure["$ref"]} if "$ref" in figure else {**figure, "description": text}
            for label, text in labels.items()
        }
    return {"description": said[f"{table}.{key}"], **plain}


def _plain(node: Any, enums: Mapping[str, _Node]) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Returns a node without null, unions, titles and empty defaults; enums stand where they are used."""
    if isinstance(node, list):
        return [_plain(each, enums) for each in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        if name in enums:
            rest = {key: value for key, value in node.items() if key != "$ref"}
            return _plain({**enums[name], **rest}, enums)
        return {"$ref": f"#/{_KEEP}/{_TABLES[name]}"}
    if "anyOf" in node:
        branches = [_plain(each, enums) for each in node["anyOf"] if each.get("type") != "null"]
        rest = {key: value for key, value in node.items() if key != "anyOf"}
        return {**_joined(branches), **_plain(rest, enums)}
    dropped = {"title", "description"} | ({"default"} if node.get("default", ...) in (None, {}) else set())
    return {key: _plain(value, enums) for key, value in node.items() if key not in dropped}


def _joined(branches: list[_Node]) -> _Node:
    """Returns one node for several: what holds for texts, numbers and tables does not disturb each other."""
    if len(branches) == 1:
        return branches[0]
    if any("$ref" in branch for branch in branches):
        return {"anyOf": branches}  # a reference cannot be joined with what stands beside it
    joined: _Node = {"type": list(dict.fromkeys(branch["type"] for branch in branches))}
    if len(joined["type"]) == 1:  # a day or a label: TOML has a type for days, JSON has none
        return {"anyOf": branches}
    for branch in branches:
        joined |= {key: value for key, value in branch.items() if key != "type"}
    return joined


def _inlined(node: Any, tables: Mapping[str, _Node]) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Returns a node in which a table that stands beside another type is written out."""
    if isinstance(node, list):
        return [_inlined(each, tables) for each in node]
    if not isinstance(node, dict):
        return node
    if any("$ref" in each for each in node.get("anyOf", ())):
        branches = [tables[each["$ref"]] if "$ref" in each else each for each in node["anyOf"]]
        rest = {key: value for key, value in node.items() if key != "anyOf"}
        bare = [{key: each[key] for key in each if key != "description"} for each in branches]
        return {**_joined(bare), **rest}
    return {key: _inlined(value, tables) for key, value in node.items()}
