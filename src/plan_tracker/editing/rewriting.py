"""Rewrites the text of a plan so that it says other tables; what both have stays as it is written."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plan_tracker.editing.plan_text import key, literal, parsed
from plan_tracker.problems import Path
from plan_tracker.toml.cutting import cuts, is_on_a_line
from plan_tracker.toml.spans import Layout
from plan_tracker.toml.splicing import Scanned, Splice, add_splice, apply, scanned

_ROUNDS = 20
"""How many times at most the text is scanned anew, since each pair that a table gets moves the others."""


class Manner(NamedTuple):
    """How a pair that goes is to be replaced, by its path in the old document.

    `renamed`: a new key, in the same place, with the same value.
    `instead`: a new pair in the same place, if it is a table in braces.
    `noted`: a comment with these words, if it stands on a line of its own; with the old value behind a colon.
    """

    renamed: dict[Path, str]
    instead: dict[Path, tuple[str, object]]
    noted: dict[Path, str]


def rewritten(text: str, old: Mapping[str, object], new: Mapping[str, object], manner: Manner) -> str | None:
    """Returns the text that says the new document in the old layout; None where that cannot be."""
    document = scanned(text)
    gone, splices = list[Path](), list[Splice]()
    for path in _gone(old, new, manner, ()):
        splice = _replaced(document, path, manner)
        if splice:
            splices.append(splice)
        else:
            gone.append(path)
    for path, value in _changed(old, new, manner, ()):
        at = document.spans[path].value
        splices.append(Splice(*at, _written(value, text[slice(*at)])))
    ends_open = not text.endswith("\n")
    text = apply(text, sorted([*splices, *cuts(document, gone)]))
    text = text.rstrip("\r\n") if ends_open else text
    for _ in range(_ROUNDS):
        now = parsed(text)
        if now is None or now == new:
            return text if now else None
        added = list(_missing(now, new, ()))
        if not added:
            return None
        document = scanned(text)
        text = apply(text, sorted(_addition(document, path, value) for path, value in added))
    return None


def _gone(
    old: Mapping[str, object], new: Mapping[str, object], manner: Manner, above: Path
) -> Iterator[Path]:
    """Yields the outermost paths that the new document lacks, also those with a new key."""
    for name, value in old.items():
        path, other = (*above, name), new.get(name)
        if name not in new or path in manner.renamed:
            yield path
        elif isinstance(value, dict) and isinstance(other, dict):
            yield from _gone(value, other, manner, path)
        elif isinstance(value, dict) is not isinstance(other, dict):
            yield path


def _changed(
    old: Mapping[str, object], new: Mapping[str, object], manner: Manner, above: Path
) -> Iterator[tuple[Path, object]]:
    """Yields the single values that the new document has in the place of others."""
    for name, value in old.items():
        path = (*above, name)
        other = new.get(manner.renamed.get(path, name))
        if isinstance(value, dict) and isinstance(other, dict):
            yield from _changed(value, other, manner, path)
        elif other is not None and value != other and not isinstance(value, dict | type(None)):
            yield path, other


def _missing(
    now: Mapping[str, object], new: Mapping[str, object], above: Path
) -> Iterator[tuple[Path, object]]:
    """Yields the outermost path that is missing in each target, and in each other table of the file."""
    for name, value in new.items():
        path, other = (*above, name), now.get(name)
        if name not in now:
            yield path, value
            return
        if isinstance(value, dict) and isinstance(other, dict) and value != other:
            found = _missing(other, value, path)
            if above in ((), ("targets",)):
                yield from found
            elif first := next(found, None):
                yield first
                return


def _replaced(document: Scanned, path: Path, manner: Manner) -> Splice | None:
    """Returns what takes the place of a pair that goes, None where nothing does."""
    text, span = document.text, document.spans[path]
    if name := manner.renamed.get(path):
        return Splice(*span.key, key(name))
    if (pair := manner.instead.get(path)) and span.layout is Layout.INLINE_TABLE:
        name, value = pair
        return Splice(span.key[0], span.value[1], f"{key(name)} = {literal(value)}")
    if (words := manner.noted.get(path)) and is_on_a_line(document, path):
        written = text[span.extent[0] : span.key[1]]
        before = f" {text[slice(*span.value)]}" if words.endswith(":") else ""
        return Splice(*span.extent, f"# {written} =    # {words}{before}")
    return None


def _written(value: object, before: str) -> str:
    """Writes a value as TOML; a text in the quotes of the one before."""
    mark = before[:1]
    if isinstance(value, str) and before[1:2] != mark and not {mark, "\\"} & {*value, *before[1:-1]}:
        return f"{mark}{value}{mark}"
    return literal(value)


def _addition(document: Scanned, path: Path, value: object) -> Splice:
    name = key(str(path[-1]))
    return add_splice(document, path[:-1], name, literal(value), "last")
