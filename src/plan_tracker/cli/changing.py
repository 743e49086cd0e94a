"""How every command changes a plan file: it reads, changes and saves under the lock, or tells why not."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TextIO, TypeVar

from plan_tracker.cli.output import answering
from plan_tracker.cli.session import Failure, UsageFailure, failing_unread, kept, plan_path
from plan_tracker.cli.speech import speaking, spoken
from plan_tracker.cli.telling import tell_problems, warn
from plan_tracker.language import Language
from plan_tracker.problems import NotDone, printable
from plan_tracker.wording import writing as phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plan_tracker.editing.saving import HasText
    from plan_tracker.problems import Problem
    from plan_tracker.reading.plan_file import ParsedFile

T = TypeVar("T", bound="HasText")


class Changed(NamedTuple, Generic[T]):
    """A plan file before and after a change, which was written unless `dry_run`."""

    path: Path
    old: "ParsedFile"
    new: T
    language: Language
    dry_run: bool

    def out(self) -> AbstractContextManager[TextIO]:
        """Returns where the answer is printed; what was written stays true even if printing fails."""
        if self.dry_run or self.new.text == self.old.text:
            return nullcontext(sys.stdout)
        return answering(self.path, self.language)

    def warn(self, problems: "Iterable[Problem]") -> None:
        """Warns of what is doubtful in the new plan, with its place."""
        from plan_tracker.reading.places import located

        if told := located(self.old.name, self.new.text, tuple(problems)):
            tell_problems(told, self.language)

    def difference(self) -> str:
        """Returns the lines that change, as `diff -u` shows them."""
        from plan_tracker.editing.difference import difference

        lines = difference(self.old.text, self.new.text, self.old.name)
        return "".join(f"{printable(line)}\n" for line in lines)


def change_plan(file: str | None, change: "Callable[[ParsedFile], T]", *, dry_run: bool) -> Changed[T]:
    """Changes the plan of a command; raises Failure or UsageFailure, and then nothing is written."""
    from plan_tracker.editing.recording import NotValid
    from plan_tracker.editing.saving import update
    from plan_tracker.reading.places import located
    from plan_tracker.reading.plan_file import load_parsed

    read: list[ParsedFile] = []

    def changed(plan_file: "ParsedFile") -> T:
        read[:] = [plan_file]
        return change(plan_file)

    def language() -> Language:
        return spoken() or (read[0].plan.language if read else speaking())

    path = plan_path(file)
    has_names = _has_names(path)
    try:
        with failing_unread():
            new = changed(load_parsed(path)) if dry_run else update(path, changed)
    except NotValid as error:
        raise Failure(located(read[0].name, error.text, error.problems), language()) from None
    except NotDone as error:
        raise UsageFailure(error.message, error.hint, language()) from None
    if has_names and not dry_run and new.text != read[0].text:
        warn(phrases.OTHER_NAMES.fill(file=read[0].name), language())
    return kept(Changed(path=path, old=read[0], new=new, language=language(), dry_run=dry_run))


def _has_names(path: Path) -> bool:
    """Tells whether a file has several names, of which only the given one will lead to the new text."""
    with suppress(OSError, ValueError):  # which is told where it is read
        return path.stat().st_nlink > 1
    return False
