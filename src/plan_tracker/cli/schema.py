"""`plan-tracker schema`: the JSON Schema of plan files, for editors."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from plan_tracker.cli.options import LangOption
from plan_tracker.cli.session import UsageFailure, spoken
from plan_tracker.language import Language
from plan_tracker.problems import printable


def schema(
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here; else standard output.")
    ] = None,
    *,
    lang: LangOption = None,
) -> None:
    """Print the JSON Schema of plan files, with which editors complete and check them."""
    from plan_tracker.reading.schema.json_schema import schema_text
    from plan_tracker.wording.recording import CANNOT_WRITE

    if output is None:
        sys.stdout.write(schema_text())
        return
    try:
        output.write_text(schema_text(), encoding="utf-8", newline="\n")
    except OSError as error:
        values = {"file": printable(str(output)), "reason": error.strerror or str(error)}
        raise UsageFailure(CANNOT_WRITE.fill(**values), None, spoken(lang) or Language.EN) from None
