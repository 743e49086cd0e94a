"""Shell completion: what may be typed next, by the plan at hand, in either language.

If anything goes wrong, nothing is completed.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from string import ascii_letters, digits
from typing import Any, TypeAlias

import typer

from plan_tracker.cli.speech import speaking, spoken
from plan_tracker.language import Language

_Words: TypeAlias = Callable[[typer.Context, str], list[str]]


_PLAIN = frozenset(ascii_letters + digits + "@%+=:,./-_~")


def _quietly(words: _Words) -> _Words:
    """Returns the words that need no quotes in a shell, or none if a plan, or git, cannot be read."""

    def found(context: typer.Context, incomplete: str) -> list[str]:
        try:
            return list(filter(_is_plain, dict.fromkeys(words(context, incomplete))))
        except Exception:  # noqa: BLE001 - a shell must not see a traceback between two key presses
            return []

    return found


def _is_plain(word: str) -> bool:
    """Tells whether a shell takes a word as it is: in a name that somebody else chose `$(x)` is a command."""
    plain = all(letter in _PLAIN for letter in word if letter.isascii())
    return plain and word.isprintable() and word[:1] not in ("", "~")


@_quietly
def target_ids(context: typer.Context, incomplete: str) -> list[str]:
    """Returns the ids, also the names if one is begun, and those of parts after a slash."""
    targets = _plan(context)["targets"]
    head, slash, _ = incomplete.partition("/")
    if not slash:
        return [*targets, *(_names(targets) if incomplete else ())]
    wholes = [each for id_, each in targets.items() if head in (id_, each.get("name"))]
    parts = wholes[0]["parts"]
    return [f"{head}/{word}" for word in (*parts, *_names(parts))]


def said(key: str) -> _Words:
    """Completes what targets and their parts say for a key, such as their owners."""

    @_quietly
    def words(context: typer.Context, _incomplete: str) -> list[str]:
        targets = _tables(_plan(context)["targets"])
        parts = (part for target in targets for part in _tables(target.get("parts", {})))
        return [str(each[key]) for each in (*targets, *parts) if key in each]

    return words


@_quietly
def feeds(context: typer.Context, _incomplete: str) -> list[str]:
    """Returns the names of the plan's feeds."""
    return [*_plan(context)["feeds"]]


@_quietly
def periods(context: typer.Context, incomplete: str) -> list[str]:
    """Returns the labels of the plan's periods, and their Chinese names."""
    from plan_tracker.plan.model import Counting
    from plan_tracker.plan.periods import LABELS, PlanTime, Reporting, calendar_year
    from plan_tracker.wording.periods import period_text

    plan = _plan(context)["plan"]
    time = calendar_year(plan["year"]) if "year" in plan else PlanTime(plan["start"], plan["end"])
    if not time.has_labels:
        reporting = Reporting(plan.get("reporting", Reporting.HALF_YEAR))
        return [day.isoformat() for day in time.reporting_dates(reporting)]
    labels = ["H1", "H2", *LABELS]  # these two come first; each is offered once
    called = [period_text(label, time, Language.ZH, counting) for counting in Counting for label in labels]
    is_chinese = (spoken() or plan.get("language")) == Language.ZH
    return [*called, *labels] if is_chinese else [*labels, *(called if incomplete else ())]


@_quietly
def days(context: typer.Context, incomplete: str) -> list[str]:
    """Returns the periods of the plan, and today; the second of two days once the first is typed."""
    from plan_tracker.wording.periods import TODAY

    first, between, last = incomplete.rpartition("..")
    words = [*periods(context, last), *(word for word in TODAY if word.startswith(last) and last)]
    return [f"{first}{between}{word}" for word in words]


def coded(vocabulary: str, *, several: bool = False) -> _Words:
    """Completes the words of a vocabulary of `wording/vocabulary`; if `several`, with commas between."""

    @_quietly
    def words(_context: typer.Context, incomplete: str) -> list[str]:
        from plan_tracker.wording import vocabulary as known

        codes = getattr(known, vocabulary)
        typed = max(incomplete.rfind(comma) for comma in known.COMMAS) + 1 if several else 0
        before, last = incomplete[:typed], incomplete[typed:]
        language = speaking()
        every: Iterable[str] = (codes.written(code, language) for code in codes.printed)
        if last:
            every = (each for code, phrase in codes.printed.items() for each in (code, phrase.zh))
        return [before + each for each in every if each not in known.split(before)]

    return words


@_quietly
def outputs(_context: typer.Context, _incomplete: str) -> list[str]:
    """Returns the formats in which `check` writes files, each with its `=`."""
    from plan_tracker.cli.check_outputs import CheckFormat

    return [f"{form}=" for form in CheckFormat]


@_quietly
def versions(_context: typer.Context, incomplete: str) -> list[str]:
    """Returns the revisions of the repository, then the plans in this folder."""
    from plan_tracker.cli.repository import revisions

    prefix = "git:" if incomplete.startswith("git:") else ""
    return [*(prefix + each for each in revisions(Path.cwd())), *map(str, sorted(Path().glob("*.toml")))]


# --- the plan at hand


def _plan(context: typer.Context) -> Mapping[str, Any]:
    """Returns the document of the plan: even an invalid one has ids, and a key press should not wait."""
    import tomli

    from plan_tracker.cli.session import plan_path

    given: Any = context
    file = None
    while given is not None and file is None:
        file, given = given.params.get("file"), given.parent
    return tomli.loads(plan_path(file).read_bytes().decode("utf-8-sig"))


def _names(tables: Mapping[str, Any]) -> list[str]:
    return [str(each["name"]) for each in _tables(tables) if "name" in each]


def _tables(tables: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Returns the tables of targets or parts; what else an invalid plan has in their place is left out."""
    return [each for each in tables.values() if isinstance(each, dict)]
