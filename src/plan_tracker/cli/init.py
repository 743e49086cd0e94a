"""`plan-tracker init`: a commented starter plan."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from plan_tracker.cli.options import LangOption
from plan_tracker.cli.output import answering
from plan_tracker.cli.session import spoken
from plan_tracker.language import Language
from plan_tracker.problems import printable
from plan_tracker.reading.plan_file import DEFAULT_NAME


def init(
    file: Annotated[Path, typer.Option("-f", "--file", metavar="FILE", help="The file to write.")] = Path(
        DEFAULT_NAME
    ),
    *,
    year: Annotated[
        int | None, typer.Option("--year", min=1900, max=2999, help="Year of the plan; else this one.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
    lang: LangOption = None,
) -> None:
    """Write a commented starter plan into this folder."""
    from plan_tracker.cli.import_table import write_plan
    from plan_tracker.editing.starter import starter
    from plan_tracker.wording import starter as phrases

    language = spoken(lang) or Language.EN
    today = date.today()  # noqa: DTZ011 - the user's own day is meant
    text = starter(year or today.year, today, language)
    write_plan(file, text, phrases.FORCE, language, force=force)
    with answering(file, language) as out:
        out.write(phrases.WRITTEN.text(language, file=printable(str(file))) + "\n")
