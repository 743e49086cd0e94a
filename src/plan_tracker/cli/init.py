"""`plan-tracker init`: writes a commented starter plan."""

import os
from pathlib import Path
from typing import Annotated

import typer

from plan_tracker.cli import options
from plan_tracker.cli.output import answering
from plan_tracker.cli.repository import root
from plan_tracker.cli.session import today
from plan_tracker.cli.speech import speaking
from plan_tracker.cli.telling import note
from plan_tracker.problems import NotDone, in_shell, printable
from plan_tracker.reading.text import DEFAULT_NAME
from plan_tracker.wording import following
from plan_tracker.wording import starter as phrases

_LOCKS = ".*.toml.lock"
"""The line for `.gitignore`: the locks of all plans."""


def init(
    file: Annotated[Path, typer.Option("-f", "--file", metavar="FILE")] = Path(DEFAULT_NAME),
    *,
    year: options.Year = None,
    old: Annotated[Path | None, typer.Option("--from", metavar="OLD")] = None,
    growth: Annotated[str | None, typer.Option("--growth", metavar="PERCENT")] = None,
    force: options.Force = False,
    lang: options.Lang = None,  # noqa: ARG001 - heard before the command runs
) -> None:
    """Write a commented starter plan, or next year's plan from this one."""
    if old is not None:
        from plan_tracker.cli.next_year import tell, write_next_year

        if year is not None:
            raise NotDone(following.YEAR_FOLLOWS.fill())
        written = write_next_year(old, growth, file, force=force)
        _tell_lock(file)
        tell(written)
    elif growth is not None:
        raise NotDone(following.ONLY_WITH_FROM.fill())
    else:
        _write_starter(file, year, force=force)


def _write_starter(file: Path, year: int | None, *, force: bool) -> None:
    """Writes the starter plan, and tells of it."""
    from plan_tracker.cli.new_plan import status_command, write_plan
    from plan_tracker.editing.starter import starter

    text = starter(year or today().year, today(), speaking())
    write_plan(file, text, phrases.FORCE.fill(), force=force)
    _tell_lock(file)
    written = phrases.WRITTEN.fill(file=printable(file), command=status_command(file))
    with answering(file) as out:
        out.write(written.text(speaking()) + "\n")


def _tell_lock(file: Path) -> None:
    """Offers the line that keeps the lock of the plan out of git, where that is missing."""
    if not _locks_are_ignored(file):
        note(phrases.IGNORE_LOCK.fill(line=_LOCKS, file=in_shell(file.parent / ".gitignore")))


def _locks_are_ignored(file: Path) -> bool:
    """Tells whether git leaves the plan's lock out: no repository, or a `.gitignore` that names it."""
    full = Path(os.path.abspath(file))  # noqa: PTH100 - a link is called by its own name
    top = root(full)
    if top is None:
        return True
    known = {_LOCKS, f".{full.name}.lock"}
    folders = (folder for folder in full.parents if folder.is_relative_to(top))
    return any(known & _lines(folder / ".gitignore") for folder in folders)


def _lines(file: Path) -> set[str]:
    try:
        return set(file.read_text(encoding="utf-8", errors="replace").split())
    except OSError:
        return set()
