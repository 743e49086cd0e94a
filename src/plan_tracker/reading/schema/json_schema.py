"""The JSON Schema of plan files, for editors: which keys there are and what each may hold."""

import json
from functools import reduce
from operator import or_
from types import UnionType
from typing import Annotated, Any, get_args, get_origin

import pydantic

from plan_tracker.reading.schema.engine import Field, Table
from plan_tracker.reading.schema.tables import FileTable

SHIPPED = "plan.schema.json"
"""The copy in this package; a test says when it is out of date."""

COMMENT = "Plan files of plan-tracker: the targets of a year, their goals and the figures reached."


def schema() -> dict[str, Any]:
    """The schema as data: Pydantic's, with what editors ask for."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:plan-tracker:plan.schema.json",
        "x-tombi-toml-version": "v1.1.0",
    }
    own = _model(FileTable).model_json_schema()
    return head | own | {"title": "plan-tracker", "description": COMMENT}


def _model(table: type[Table]) -> type[pydantic.BaseModel]:
    """The model of Pydantic that says the same as a table."""
    fields: dict[str, Any] = {}
    for key, hint in table.types.items():
        described = next((each.description for each in get_args(hint) if isinstance(each, Field)), None)
        default: Any = table.default(key)
        given: dict[str, Any] = (
            {"default_factory": dict} if isinstance(default, Table) else {"default": default}
        )
        fields[key] = (_typed(hint), pydantic.Field(description=described, **given))
    config = pydantic.ConfigDict(extra="forbid")
    return pydantic.create_model(table.__name__, __config__=config, __doc__=table.__doc__, **fields)


def _typed(hint: Any) -> Any:  # noqa: ANN401 - a type, or a form of types
    """A type with models for its tables."""
    origin, args = get_origin(hint), get_args(hint)
    if isinstance(hint, type) and issubclass(hint, Table):
        return _model(hint)
    if origin is Annotated:
        return Annotated[_typed(args[0]), *args[1:]]
    if origin is UnionType:
        return reduce(or_, map(_typed, args))
    return dict[_typed(args[0]), _typed(args[1])] if origin is dict else hint  # type: ignore[misc] # a form made at run time


def schema_text() -> str:
    """The schema as it is printed and shipped."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
