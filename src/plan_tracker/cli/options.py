"""The options that several commands share, each declared once."""

from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from plan_tracker.cli.suggestions import days
from plan_tracker.language import Language


class Color(StrEnum):
    """When output is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class TableFormat(StrEnum):
    """How a command that shows a table writes it."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


FileOption: TypeAlias = Annotated[str | None, typer.Option("-f", "--file", metavar="FILE")]
SkipBrokenOption: TypeAlias = Annotated[bool, typer.Option("--skip-broken")]
AsOfOption: TypeAlias = Annotated[str | None, typer.Option("--as-of", metavar="DAY", autocompletion=days)]
LangOption: TypeAlias = Annotated[Language | None, typer.Option("--lang")]
ColorOption: TypeAlias = Annotated[Color, typer.Option("--color")]
StrictOption: TypeAlias = Annotated[bool, typer.Option("--strict")]
NoPartsOption: TypeAlias = Annotated[bool, typer.Option("--no-parts")]
PartsOption: TypeAlias = Annotated[bool | None, typer.Option("--parts/--no-parts")]
AsciiOption: TypeAlias = Annotated[bool, typer.Option("--ascii")]
