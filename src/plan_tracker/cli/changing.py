"""How every command changes a plan file: it reads, changes and saves under the lock, or tells why not."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TextIO, TypeVar

from plan_tracker.cli.output import answering
from plan_tracker.cli.session import kept, plan_path
from plan_tracker.cli.speech import hear
from plan_tracker.cli.telling import tell, tell_problems, warn
from plan_tracker.problems import PlanError, printable
from plan_tracker.wording import recording
from plan_tracker.wording import writing as phrases

if TYPE_CHECKING:
    from plan_tracker.editing.adding import Added
    from plan_tracker.editing.recording import Recorded
    from plan_tracker.reading.plan_file import ParsedFile

T = TypeVar("T", bound="Recorded | Added")


class Changed(NamedTuple, Generic[T]):
    """A plan file before and after a change, which was written unless `dry_run`."""

    path: Path
    old: "ParsedFile"
    new: T
    dry_run: bool

    @contextmanager
    def telling(self) -> Iterator[TextIO]:
        """Gives the stream on which to tell of the change; it stays written even if that fails.

        Before that it warns of what is doubtful in the new plan, and shows the lines that a dry run changes.
        """
        from plan_tracker.reading.places import located

        is_as_before = self.dry_run or self.new.text == self.old.text
        with nullcontext(sys.stdout) if is_as_before else answering(self.path) as out:
            if told := located(self.old.name, self.new.text, self.new.problems):
                tell_problems(told)
            if self.dry_run:
                from plan_tracker.editing.difference import difference

                lines = difference(self.old.text, self.new.text, self.old.name)
                out.writelines(f"{printable(line)}\n" for line in lines)
            yield out
            if self.dry_run:
                tell(recording.WOULD.fill())


def change_plan(file: str | None, change: "Callable[[ParsedFile], T]", *, dry_run: bool) -> Changed[T]:
    """Changes the plan of a command; raises PlanError or NotDone, and then nothing is written."""
    from plan_tracker.editing.recording import NotValid
    from plan_tracker.editing.saving import update
    from plan_tracker.editing.writing import NotWritten
    from plan_tracker.reading.places import located
    from plan_tracker.reading.plan_file import load_parsed

    read: list[ParsedFile] = []

    def changed(plan_file: "ParsedFile") -> T:
        read[:] = [plan_file]
        hear(plan_file.plan.language)
        return change(plan_file)

    path = plan_path(file)
    has_names = _has_names(path)
    try:
        new = changed(load_parsed(path)) if dry_run else update(path, changed)
    except NotValid as error:
        raise PlanError(located(read[0].name, error.text, error.problems)) from None
    except NotWritten:
        if not read and path.is_file():  # as where another program holds its lock
            with suppress(PlanError):
                hear(load_parsed(path).plan.language)
        raise
    if has_names and not dry_run and new.text != read[0].text:
        warn(phrases.OTHER_NAMES.fill(file=read[0].name))
    return kept(Changed(path=path, old=read[0], new=new, dry_run=dry_run))


def _has_names(path: Path) -> bool:
    """Tells whether a file has several names (hard links): only the given one will lead to the new text."""
    with suppress(OSError, ValueError):  # which is told where it is read
        return path.stat().st_nlink > 1
    return False
