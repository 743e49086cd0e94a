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


FileOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "-f",
        "--file",
        metavar="FILE",
        help="The plan; else $PLAN_TRACKER_FILE, else targets.toml here or above.",
    ),
]
SkipBrokenOption: TypeAlias = Annotated[
    bool, typer.Option("--skip-broken", help="Of several plans leave out those that cannot be judged.")
]
AsOfOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        autocompletion=days,
        help="Judge as of 2024-08-15, H1 or today; else the plan's as_of, else its latest figure.",
    ),
]
LangOption: TypeAlias = Annotated[
    Language | None,
    typer.Option("--lang", help="Language of the output; else $PLAN_TRACKER_LANG, else the plan's."),
]
ColorOption: TypeAlias = Annotated[Color, typer.Option("--color", help="Colour: auto looks at the terminal.")]
StrictOption: TypeAlias = Annotated[bool, typer.Option("--strict", help="Take warnings for errors.")]
NoPartsOption: TypeAlias = Annotated[bool, typer.Option("--no-parts", help="Leave the parts of targets out.")]
PartsOption: TypeAlias = Annotated[
    bool | None, typer.Option("--parts/--no-parts", help="All parts, or none; else where one lags.")
]
AsciiOption: TypeAlias = Annotated[bool, typer.Option("--ascii", help="Draw with ASCII letters only.")]
