"""Many plans on disk: those in a folder or behind a pattern, and those that one plan collects."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from errno import EACCES
from fractions import Fraction
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plan_tracker.judging.collecting import Joined, named_apart
from plan_tracker.language import Language
from plan_tracker.problems import LocatedProblem, Place, PlanError, Problem, printable, reason_of
from plan_tracker.problems import Path as KeyPath
from plan_tracker.reading.faults import files as file_faults
from plan_tracker.reading.faults import hints
from plan_tracker.reading.patterns import base_of, closed_before, in_order, is_toml, matching
from plan_tracker.reading.plan_file import PlanFile, load_member
from plan_tracker.reading.text import read_text

if TYPE_CHECKING:
    from plan_tracker.plan.model import Member, Plan
    from plan_tracker.reading.places import Places

Watch = Callable[[Sequence[Path]], Iterable[Path]]
"""Lets the paths of plans pass as they are read, so that somebody can see how far it is."""


class Unread(NamedTuple):
    """A plan that cannot be judged, by its path below the folder, and why; `file` is its name for people."""

    path: str
    problems: tuple[LocatedProblem, ...]
    file: str


class PlanFolder(NamedTuple):
    """Several plans, and the one that collects them, or for a folder the terms on which sums are judged.

    `files` were read, each by its path below the folder. `file` is the collecting plan's, None for a folder.
    """

    path: Path
    files: Mapping[str, Path]
    plan: "Plan"
    file: PlanFile | None
    joined: tuple["Joined", ...]
    unread: tuple[Unread, ...]
    warnings: tuple[LocatedProblem, ...]
    notes: tuple[LocatedProblem, ...]

    @property
    def name(self) -> str:
        """Its name for people."""
        return printable(self.path)

    @property
    def collecting(self) -> "Plan | None":
        """The plan that collects the others; None for a folder."""
        return self.plan if self.file else None

    @property
    def plans(self) -> "list[Plan]":
        """The plans, with those that they collect."""
        return [
            plan for each in self.joined for plan in (each.plan, *(under.plan for under in each.collected))
        ]

    @property
    def inputs(self) -> list[Path]:
        """All files that were read, which nothing may be written over."""
        return [*([self.file.path] if self.file else []), *self.files.values()]

    def place(self, path: KeyPath, member: "Member | None" = None) -> Place:
        """Finds where a key stands, in a member's plan or the collecting plan; a folder has no lines."""
        if member is not None:
            return _places(self.files[member.path]).place(path)
        return self.file.place(path) if self.file else Place(file=self.name, line=1, column=1, end=1, text="")


def load_folder(given: Path, watch: Watch = iter) -> PlanFolder:
    """Reads all plans in a folder and below it, or of a pattern; raises PlanError if there is none.

    A plan that another one collects stands below that one only, and what it collects itself nowhere: that is
    in its own figures.
    """
    base = base_of(given)
    shelf = _Shelf(base)
    found = shelf.read(watch(shelf.behind(base, os.path.relpath(given, base))))
    groups = {path: shelf.collected_by(path, plan) for path, plan in found.items() if plan.collect}
    below: set[str] = set()
    for path in list(groups):
        if any(path in files for other, files in groups.items() if other != path):
            below.update(groups.pop(path))  # one level deep: it is collected itself
    taken = {path for files in groups.values() for path in files} | (below - groups.keys())
    own = [path for path in found if path not in taken]
    if not own:
        raise _nothing(given, shelf.unread)
    frame = _frame(given, [found[path] for path in own])
    return shelf.folder(given, frame, None, [shelf.joined(path, groups.get(path, ())) for path in own])


def load_collected(file: PlanFile, watch: Watch = iter) -> PlanFolder:
    """Returns the plans that a plan collects, and the plan; raises PlanError where there is none."""
    base = file.path.parent
    shelf = _Shelf(base)
    own = shelf.below(file.path)
    paths = [path for path in shelf.behind(base, file.plan.collect) if shelf.below(path) != own]
    found = shelf.read(watch(paths))
    if not found:
        raise _nothing(base / file.plan.collect, shelf.unread, file)
    return shelf.folder(file.path, file.plan, file, [shelf.joined(path, ()) for path in found])


class _Shelf:
    """Reads plans, each of them once; keeps what cannot be read, and what is doubtful.

    A plan goes by its path below `base`, the first of them if it has several.
    """

    def __init__(self, base: Path) -> None:
        self._base = base
        self._known: dict[str, Plan | None] = {}
        self._asked_for: dict[str, frozenset[str]] = {}
        self._first: dict[object, str] = {}
        self._others: set[str] = set()
        self.files: dict[str, Path] = {}
        self.unread: list[Unread] = []
        self.warnings: list[LocatedProblem] = []
        self.notes: list[LocatedProblem] = []

    def behind(self, base: Path, given: str) -> list[Path]:
        """Returns the TOML files in a folder, or behind a pattern, in order."""
        if (base / given).is_dir():
            return self._inside(base / given)
        for folder in closed_before(base, given):
            self._closed(PermissionError(EACCES, os.strerror(EACCES), os.fspath(folder)))
        return matching(base, given)

    def _inside(self, folder: Path) -> list[Path]:
        """Returns the TOML files in a folder and in those below it that are not hidden."""
        found: list[Path] = []
        for within, folders, names in os.walk(folder, onerror=self._closed):
            folders[:] = [name for name in folders if not name.startswith(".")]
            found += [Path(within, n) for n in names if is_toml(n) and not n.startswith(".")]
        return sorted(found, key=in_order)

    def _closed(self, error: OSError) -> None:
        """Keeps a folder that may not be looked into: there may be plans in it."""
        name = printable(str(error.filename))
        values = {"file": name, "reason": reason_of(error)}
        problem = file_faults.UNREADABLE.at_path((), hints.CHECK_RIGHTS.fill(), **values)
        below = printable(self.below(Path(error.filename)))
        self.unread.append(Unread(path=below, problems=(LocatedProblem(problem, None),), file=name))

    def read(self, paths: Iterable[Path]) -> "dict[str, Plan]":
        """Returns the plans among some files, without those that cannot be judged."""
        found: dict[str, Plan] = {}
        for path in paths:
            below = self.below(path)
            if below not in self._known:
                self._known[below] = self._plan(path, below)
            plan = self._known[below]
            if plan is not None:
                found[below] = plan
        return found

    def _plan(self, path: Path, below: str) -> "Plan | None":
        self.files[printable(below)] = path
        try:
            file = load_member(path, printable(below))
        except PlanError as error:
            name = printable(path)
            self.unread.append(Unread(path=printable(below), problems=error.problems, file=name))
            return None
        if file is None:
            return None
        self.warnings += file.warnings
        self.notes += file.notes
        return file.plan

    def collected_by(self, path: str, plan: "Plan") -> tuple[str, ...]:
        """Returns the plans that a plan collects, itself excepted."""
        files = self.behind((self._base / path).parent, plan.collect)
        self._asked_for[path] = frozenset(printable(self.below(file)) for file in files)
        return tuple(each for each in self.read(files) if each != path)

    def below(self, path: Path) -> str:
        """Returns the first path by which a file was found; warns once of each other one."""
        own = Path(os.path.relpath(path, self._base)).as_posix()
        first = self._first.setdefault(_identity(path), own)
        if first != own and own not in self._others:
            self._others.add(own)
            problem = file_faults.SAME_FILE.at_path((), file=printable(own), other=printable(first))
            self.warnings.append(LocatedProblem(problem, None))
        return first

    def joined(self, path: str, collected: Iterable[str]) -> Joined:
        """Returns a plan as one of several, with those that it collects."""
        asked = self._asked_for.get(path, frozenset())
        return Joined(
            plan=self._named[path],
            collected=tuple([self.joined(each, ()) for each in collected]),
            unread=tuple([each.path for each in self.unread if each.path in asked]),
        )

    def folder(self, path: Path, plan: "Plan", file: PlanFile | None, joined: Iterable[Joined]) -> PlanFolder:
        """Returns plans of the shelf as a folder, with all that was read for them."""
        return PlanFolder(
            path=path,
            files=self.files,
            plan=plan,
            file=file,
            joined=tuple(joined),
            unread=tuple(self.unread),
            warnings=(*self.warnings, *self._copies()),
            notes=tuple(self.notes),
        )

    def _copies(self) -> Iterator[LocatedProblem]:
        """Yields a warning for each plan that another one has the title, all goals and first figures of."""
        first: dict[object, str] = {}
        for path, plan in self._known.items():
            if plan and any(target.actuals for target in plan.targets):
                told = ((target.id, target.first_goal, target.actuals[:1]) for target in plan.targets)
                other = first.setdefault((plan.title, plan.time, *told), path)
                if other != path:
                    problem = file_faults.COPY.at_path((), file=printable(path), other=printable(other))
                    yield LocatedProblem(problem, None)

    @cached_property
    def _named(self) -> "dict[str, Plan]":
        known = {path: plan for path, plan in self._known.items() if plan}
        return dict(zip(known, named_apart([*known.values()]), strict=True))


def _identity(path: Path) -> object:
    """Returns what all names of a file have in common."""
    try:
        found = path.stat()
    except OSError:  # it leads nowhere
        return path
    return (found.st_dev, found.st_ino) if found.st_ino else os.path.realpath(path)  # some drives number none


def _frame(given: Path, plans: "list[Plan]") -> "Plan":
    """Returns what holds for the sums of a folder's plans: its name, the commonest time, else defaults."""
    from plan_tracker.plan.model import CheckRules, Plan
    from plan_tracker.plan.periods import Reporting

    times = Counter(plan.time for plan in plans)
    languages = {plan.language for plan in plans}
    return Plan(
        title=printable(os.path.basename(os.path.abspath(base_of(given)))),  # noqa: PTH100, PTH119 - a name as typed
        time=times.most_common(1)[0][0],
        language=languages.pop() if len(languages) == 1 else Language.EN,
        as_of=None,
        reporting=Reporting.HALF_YEAR,
        tolerance=Fraction(0),
        decimals=1,
        check=CheckRules(fail_on=frozenset(), warn_on=frozenset(), max_lag=None, min_completion=None),
        feeds=(),
        targets=(),
    )


def _nothing(given: Path, unread: Sequence[Unread], collecting: PlanFile | None = None) -> PlanError:
    """Returns why there is no plan to judge: none that can be read, or none at all."""
    if unread:
        return PlanError(tuple(problem for each in unread for problem in each.problems))
    name = printable(given)
    path = ("plan", "collect") if collecting else ()
    problem: Problem = file_faults.NO_PLAN_IN.at_path(path, hints.WRITE_PLANS.fill(), file=name)
    return PlanError((LocatedProblem(problem, collecting.place(path) if collecting else None),))


@lru_cache(maxsize=16)  # findings of one plan stand together
def _places(path: Path) -> "Places":
    from plan_tracker.reading.places import Places

    return Places(printable(path), read_text(path))
