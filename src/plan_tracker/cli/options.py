"""The options that several commands share, each declared once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from plan_tracker.cli.suggestions import days, said
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


File: TypeAlias = Annotated[str | None, typer.Option("-f", "--file", metavar="FILE")]
SkipBroken: TypeAlias = Annotated[bool, typer.Option("--skip-broken")]
AsOf: TypeAlias = Annotated[str | None, typer.Option("--as-of", metavar="DAY", autocompletion=days)]
Lang: TypeAlias = Annotated[Language | None, typer.Option("--lang")]
Colored: TypeAlias = Annotated[Color, typer.Option("--color")]
Strict: TypeAlias = Annotated[bool, typer.Option("--strict")]
NoParts: TypeAlias = Annotated[bool, typer.Option("--no-parts")]
Parts: TypeAlias = Annotated[bool | None, typer.Option("--parts/--no-parts")]
Ascii: TypeAlias = Annotated[bool, typer.Option("--ascii")]
Form: TypeAlias = Annotated[TableFormat, typer.Option("--format")]
Text: TypeAlias = Annotated[str | None, typer.Option()]
Group: TypeAlias = Annotated[str | None, typer.Option(autocompletion=said("group"))]
Owner: TypeAlias = Annotated[str | None, typer.Option(autocompletion=said("owner"))]
Output: TypeAlias = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE")]
DryRun: TypeAlias = Annotated[bool, typer.Option("--dry-run")]
Force: TypeAlias = Annotated[bool, typer.Option("--force")]
Year: TypeAlias = Annotated[int | None, typer.Option(min=1900, max=2999)]
