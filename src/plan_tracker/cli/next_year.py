"""`plan-tracker init --from OLD`: the plan of the next year."""

import unicodedata
from codecs import BOM_UTF8
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from plan_tracker.cli.collection import warn_of_uncollected
from plan_tracker.cli.new_plan import write_plan
from plan_tracker.cli.output import answering
from plan_tracker.cli.speech import hear, speaking
from plan_tracker.cli.telling import note, warn
from plan_tracker.editing.following import Followed, follow
from plan_tracker.editing.years import moved_title
from plan_tracker.language import Message
from plan_tracker.numbers import percent, percent_text
from plan_tracker.problems import NotDone, in_shell, printable, quoted
from plan_tracker.reading.meant.figures import share_meant
from plan_tracker.reading.plan_file import load_parsed
from plan_tracker.reports.periods import abridged
from plan_tracker.wording import following as phrases


class Written(NamedTuple):
    """A plan that was made of another, and the names of both files."""

    followed: Followed
    old: str
    file: Path
    growth: Fraction | None


def write_next_year(old: Path, growth: str | None, file: Path, *, force: bool) -> Written:
    """Writes the plan that follows another; raises PlanError or NotDone."""
    plan_file = load_parsed(old)
    hear(plan_file.plan.language)
    grown = None if growth is None else _growth(growth)
    followed = follow(plan_file, grown)
    mark = "\ufeff" if old.read_bytes().startswith(BOM_UTF8) else ""
    other = phrases.NAME_IT.fill(file=in_shell(_named(old, followed)))
    write_plan(file, mark + followed.text, other, force=force, inputs=[old])
    return Written(followed=followed, old=plan_file.name, file=file, growth=grown)


def tell(written: Written) -> None:
    """Says what was written, and what is to be done in it."""
    followed, language = written.followed, speaking()
    with answering(written.file) as out:
        for message in _told(written):
            out.write(message.text(language) + "\n")
    for message in _notes(written):
        note(message)
    if unlabelled := followed.told.get(phrases.UNLABELLED):
        warn(phrases.UNLABELLED.fill(ids=abridged(unlabelled, language)))
    warn_of_uncollected(followed.plan, written.old)
    if paceless := followed.told.get(phrases.PACELESS):
        warn(phrases.PACELESS.fill(ids=abridged(paceless, language)))


def _growth(text: str) -> Fraction:
    """Returns the share by which goals grow; raises NotDone for none, or where nothing would be left."""
    growth = percent(unicodedata.normalize("NFKC", text))
    if growth is None or growth <= -1:
        number = share_meant(text) if growth is None else None
        hint = phrases.WRITE_MEANT.fill(number=number) if number else phrases.WRITE_GROWTH.fill()
        raise NotDone(phrases.NO_GROWTH.fill(text=quoted(text)), hint)
    return growth


def _named(old: Path, followed: Followed) -> str:
    """Returns what the new file may be called: as the old one, with the new years."""
    years, end = followed.year - followed.old_year, followed.plan.time.end.year
    stem = moved_title(old.stem, {followed.old_year, followed.year - 1, end - years}, years)
    return f"{stem if stem != old.stem else f'{old.stem}-{followed.year}'}{old.suffix}"


def _told(written: Written) -> Iterator[Message]:
    followed, file = written.followed, printable(written.file)
    targets, empty = str(len(followed.plan.targets)), str(len(followed.without_goal))
    yield phrases.WRITTEN.fill(file=file, old=written.old, year=str(followed.year), targets=targets)
    if written.growth is not None:
        phrase = phrases.GROWN if followed.without_goal else phrases.ALL_GROWN
        yield phrase.fill(growth=percent_text(written.growth), number=empty)
    elif followed.without_goal:
        yield phrases.FILL_IN.fill(number=empty)


def _notes(written: Written) -> Iterator[Message]:
    followed, language = written.followed, speaking()
    year = str(followed.old_year)
    if followed.unplaced:
        yield phrases.UNPLACED.fill(year=year, goals=abridged(followed.unplaced, language))
    if written.growth is not None and followed.grown_caps:
        ids = abridged(followed.grown_caps, language)
        yield phrases.GROWN_CAPS.fill(growth=percent_text(written.growth), ids=ids)
    for phrase in (
        *(phrases.DROPPED, phrases.RUNNING, phrases.UNFINISHED, phrases.OLD_BASELINE),
        *(phrases.UNKEPT, phrases.UNDATED),
    ):
        if targets := followed.told.get(phrase):
            yield phrase.fill(year=year, ids=abridged(targets, language))
    if followed.old_year_on:
        lines = [str(line) for line in followed.old_year_on]
        yield phrases.OLD_YEAR.fill(year=year, lines=abridged(lines, language))
