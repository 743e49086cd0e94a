"""Tables of typed keys, checked by Pydantic's engine without its models.

Classes of BaseModel would say the same, but making them costs as much as a third of a whole run; checking a
target is a third cheaper, too. What Pydantic does beside checking (JSON Schema, in `schema.py`) it does with
the same declarations.
"""

import sys
from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from types import ModuleType, NoneType, UnionType
from typing import Annotated, Any, ClassVar, NamedTuple, Self, Union, get_args, get_origin, get_type_hints

_TYPES_OF_SCHEMAS = "pydantic_core.core_schema"


def _load_engine() -> None:
    """Loads pydantic_core without what it needs for annotations only, which takes 20 ms, a seventh of a run.

    Whoever asks for these types later gets them.
    """
    left_out: set[str] = set()

    def anything(name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        left_out.add(name)
        return Any

    def itself(name: str) -> object:
        if name in left_out:
            return getattr(import_module(_TYPES_OF_SCHEMAS), name)
        raise AttributeError(name)

    stand_in = ModuleType(_TYPES_OF_SCHEMAS)
    vars(stand_in)["__getattr__"] = anything
    sys.modules[_TYPES_OF_SCHEMAS] = stand_in
    try:
        engine = vars(import_module("pydantic_core"))
    finally:
        del sys.modules[_TYPES_OF_SCHEMAS]
    for name in left_out:
        del engine[name]
    engine["__getattr__"] = itself


if "pydantic_core" not in sys.modules:
    _load_engine()

from pydantic_core import ErrorDetails, PydanticCustomError, SchemaValidator, ValidationError  # noqa: E402

__all__ = ["ErrorDetails", "PydanticCustomError", "SchemaValidator", "ValidationError"]

Core = dict[str, Any]
"""A core schema, as `pydantic_core.core_schema` describes it."""


class Field(NamedTuple):
    """What a key of a table is for, in the annotation of the key."""

    description: str


class Checked:
    """How values of a type are checked, in the annotation of the type: for the engine and as JSON Schema."""

    def __init__(self, core: Core, json: dict[str, Any]) -> None:
        self.core, self.json = core, json

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> Core:
        """For Pydantic, where it makes a JSON Schema."""
        return self.core

    def __get_pydantic_json_schema__(self, _core: object, _handler: object) -> dict[str, Any]:
        """For Pydantic, where it makes a JSON Schema."""
        return dict(self.json)


def by_function(function: Callable[[object], object], json: dict[str, Any]) -> Checked:
    """What a function makes of a value; it raises PydanticCustomError for what is none."""
    return Checked({"type": "function-plain", "function": {"type": "no-info", "function": function}}, json)


def mapping(keys: Checked, values: Checked) -> Checked:
    """A table whose keys are free."""
    names = {key: value for key, value in keys.json.items() if key != "type"}
    core = _dict(keys.core, values.core)
    return Checked(core, {"type": "object", "propertyNames": names, "additionalProperties": values.json})


def listing(items: Checked) -> Checked:
    """A list."""
    return Checked(
        {"type": "list", "items_schema": items.core, "strict": True}, {"type": "array", "items": items.json}
    )


def either(single: Checked, several: Checked, form: type) -> Checked:
    """One value, or several in a form (dict or list): only the one that it looks like tells what is wrong."""
    core = {
        "type": "tagged-union",
        "choices": {"single": single.core, form.__name__: several.core},
        "discriminator": lambda value: form.__name__ if isinstance(value, form) else "single",
    }
    return Checked(core, {"oneOf": [single.json, several.json]})


class Table:
    """A table of known keys: unknown ones are faults, values are not converted.

    A key that is not given has the value of the class; one without such a value must be given.
    """

    types: ClassVar[dict[str, Any]]
    """Each key with the type of its value; those of a base class come first."""

    def __init_subclass__(cls) -> None:
        """Reads the annotations once."""
        hints = get_type_hints(cls, include_extras=True)
        cls.types = {key: hint for key, hint in hints.items() if get_origin(hint) is not ClassVar}

    @classmethod
    def of(cls, values: dict[str, Any]) -> Self:
        """The table with these values, which are known to be right."""
        table = cls.__new__(cls)
        table.__dict__ = values
        return table

    @classmethod
    def default(cls, key: str) -> object:
        """The value of a key that is not given, or `...` where it must be given."""
        owner = next(each for each in cls.__mro__ if key in each.__annotations__)
        return vars(owner).get(key, ...)


def validator(table: type[Table]) -> SchemaValidator:
    """What makes a table of a parsed document; it raises ValidationError with all that is wrong."""
    return SchemaValidator(_table(table))


def _table(table: type[Table]) -> Core:
    function = {"type": "no-info", "function": table.of}
    return {"type": "function-after", "schema": _keys(table), "function": function}


def _keys(table: type[Table]) -> Core:
    fields = {
        key: {
            "type": "typed-dict-field",
            "schema": core_of(hint),
            "required": table.default(key) is ...,
        }
        for key, hint in table.types.items()
    }
    return {"type": "typed-dict", "fields": fields, "extra_behavior": "forbid"}


def core_of(hint: object) -> Core:
    """The check of a type; None is never a value in a file, so `| None` says no more than a default."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return next((each.core for each in args if isinstance(each, Checked)), None) or core_of(args[0])
    if origin in (Union, UnionType):
        (given,) = (arg for arg in args if arg is not NoneType)
        return core_of(given)
    if origin is dict:
        return _dict(core_of(args[0]), core_of(args[1]))
    if hint is bool:
        return {"type": "bool", "strict": True}
    if isinstance(hint, type) and issubclass(hint, Table):
        return _table(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"type": "enum", "cls": hint, "members": list(hint), "sub_type": "str", "strict": False}
    raise TypeError(hint)


def _dict(keys: Core, values: Core) -> Core:
    return {"type": "dict", "keys_schema": keys, "values_schema": values, "strict": True}
