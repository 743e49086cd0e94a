"""The two versions of a plan that `compare` is asked for: files, git revisions, or the plan as it is now."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plan_tracker.cli.session import plan_path
from plan_tracker.cli.speech import hear
from plan_tracker.problems import NotDone, PlanError, in_shell, printable
from plan_tracker.wording import compare as phrases
from plan_tracker.wording import usage

if TYPE_CHECKING:
    from plan_tracker.reading.folders import PlanFolder
    from plan_tracker.reading.plan_file import PlanFile

_GIT_PREFIX = "git:"


class Version(NamedTuple):
    """One version of a plan, and its name for people; one `from_git` has nothing beside it."""

    name: str
    file: "PlanFile | PlanFolder"
    from_git: bool = False


class Versions:
    """Finds the versions that words name; reads the newer first, as it says in which language to speak."""

    def __init__(self, old: str | None, new: str | None, file: str | None) -> None:
        self._old, self._new, self._file = old, new, file

    def both(self, *, two_days: bool) -> tuple[Version, Version]:
        """Returns OLD and NEW. If two days are compared, either may be left out: then one plan is both."""
        old, new = self._old, self._new
        if "" in {old, new} or (old is None and not two_days):
            raise NotDone(phrases.NO_OLD.fill(), phrases.SAY_OLD.fill())
        if new is None and two_days and old is not None and is_file(old) and not self._finds_plan():
            new = old
        after = self._read(new)
        hear(after.file.plan.language)
        before = after if old in {None, new} else self._read(old)  # a pipe is read only once
        self._refuse_third(before, after)
        if any(each.from_git or not each.file.plan.collect for each in (before, after)):
            return before, after
        after = self._with_collected(after)
        return (after if old is None else self._with_collected(before)), after

    def _refuse_third(self, before: Version, after: Version) -> None:
        """Refuses the plan of `-f` beside two others: it would have no part in the comparison."""
        if None in {self._file, self._old, self._new} or before.from_git or after.from_git:
            return
        third = phrases.A_THIRD.fill(file=printable(self._file or ""), old=before.name, new=after.name)
        raise NotDone(third, phrases.COMPARE_TWO.fill())

    def _with_collected(self, version: Version) -> Version:
        """Adds the plans that a plan collects."""
        from plan_tracker.cli.collection import read_collected
        from plan_tracker.reading.plan_file import PlanFile

        if not isinstance(version.file, PlanFile):
            return version
        return version._replace(file=read_collected(version.file))

    def _read(self, word: str | None) -> Version:
        """Reads the version that a word names: a file, a folder, else a revision; without a word the plan."""
        from plan_tracker.cli.repository import RepositoryError
        from plan_tracker.reading.folders import load_folder
        from plan_tracker.reading.plan_file import load_file, means_several

        try:
            if word is None or is_file(word) or self._is_folder(word):
                path = self._plan() if word is None else Path(word)
                file = load_folder(path) if means_several(path) else load_file(path)
                return Version(printable(path if word is None else word), file)
            return self._of_revision(word.removeprefix(_GIT_PREFIX))
        except RepositoryError:
            if word is not None and not word.startswith(("-", _GIT_PREFIX)) and means_several(Path(word)):
                other = printable(self._plan())
                both = phrases.ONE_AND_SEVERAL.fill(old=printable(word), new=other)
                raise NotDone(both, phrases.COMPARE_ALIKE.fill()) from None
            raise

    def _is_folder(self, word: str) -> bool:
        """Tells whether a word means several plans; beside one plan it may well be a branch."""
        from plan_tracker.reading.plan_file import means_several

        if word.startswith(("-", _GIT_PREFIX)) or not means_several(Path(word)):
            return False
        return self._new is not None or (self._finds_plan() and means_several(self._plan()))

    def _of_revision(self, word: str) -> Version:
        """Reads `REV`, which means the plan as it was then, or `REV:NAME`."""
        from plan_tracker.cli.repository import content, content_of, split
        from plan_tracker.reading.plan_file import VARIABLE, load_version, means_several

        revision, name = split(word)
        if name:
            given = self._file or os.environ.get(VARIABLE)
            folder = (Path(given).parent if given else Path()).absolute()
            file = load_version(word, content_of(name, revision, folder))
            return Version(printable(word), file, from_git=True)
        path = self._asked_about()
        if means_several(path):
            raise NotDone(
                usage.SEVERAL_FROM_GIT.fill(file=printable(path)),
                usage.CHECK_OUT.fill(revision=in_shell(revision)),
            )
        called = f"{revision}:{path.as_posix()}"
        return Version(printable(revision), load_version(called, content(path, revision)), from_git=True)

    def _asked_about(self) -> Path:
        """Returns the file whose revision is wanted: the one named for NEW, else for OLD, else the plan."""
        if self._new is not None and is_file(self._new):
            return Path(self._new)
        if self._new is not None and self._old is not None and self._file is None and is_file(self._old):
            return Path(self._old)
        return self._plan()

    def _plan(self) -> Path:
        return plan_path(self._file)

    def _finds_plan(self) -> bool:
        try:
            self._plan()
        except PlanError:
            return False
        return True


def is_file(word: str) -> bool:
    """Tells whether a word names a file or a pipe; one that begins with `-` or `git:` never does."""
    if word.startswith(("-", _GIT_PREFIX)):
        return False
    try:
        return Path(word).exists() and not Path(word).is_dir()
    except OSError:  # a name too long, or a folder that may not be searched
        return False
