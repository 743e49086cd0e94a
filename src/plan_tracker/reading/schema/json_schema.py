"""The JSON Schema of plan files, for editors: which keys there are and what each may hold."""

import json
from typing import Any

from plan_tracker.reading.schema.tables import FileTable

SHIPPED = "plan.schema.json"
"""The copy beside this module; a test says when it is out of date."""

_COMMENT = "Plan files of plan-tracker: the targets of a year, their goals and the figures reached."


def schema() -> dict[str, Any]:
    """The schema as data: Pydantic's, with what editors ask for."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:plan-tracker:plan.schema.json",
        "x-tombi-toml-version": "v1.1.0",
    }
    return head | FileTable.model_json_schema() | {"title": "plan-tracker", "description": _COMMENT}


def schema_text() -> str:
    """The schema as it is printed and shipped."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
