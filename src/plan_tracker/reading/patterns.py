"""What a pattern of plans means on disk: `counties/*.toml`, `**/plan.toml`."""

import glob
import os
from collections.abc import Iterator
from pathlib import Path


def is_toml(name: str) -> bool:
    """Tells whether a file is called as TOML files are, in letters of any size."""
    return name.lower().endswith(".toml")


def base_of(given: Path) -> Path:
    """Returns the folder that paths of plans count from: the one given, or that before the pattern.

    What exists under its own name is no pattern, whatever brackets the name has.
    """
    base = Path()
    for part in given.parts:
        if glob.has_magic(part) and not (base / part).exists():
            break
        base /= part
    return base


def matching(folder: Path, pattern: str) -> list[Path]:
    """Returns the TOML files behind a pattern that counts from a folder."""
    base, rest = _split(folder, pattern)
    found = {base / name for name in _names(base, rest) if is_toml(name)}
    return sorted((path for path in found if not path.is_dir()), key=in_order)


def closed_before(folder: Path, pattern: str) -> list[Path]:
    """Returns the folders that a pattern leads to and that may not be looked into: they seem to be empty."""
    base, rest = _split(folder, pattern)
    above = [os.fspath(each) for each in Path(rest).parents if each.name]
    found = [base, *(base / name for name in sorted({name for each in above for name in _names(base, each)}))]
    return [each for each in found if each.is_dir() and not os.access(each, os.R_OK | os.X_OK)]


def in_order(path: Path) -> tuple[bool, tuple[str, ...]]:
    """Sorts files before links: what a plan collects counts from the place of the file itself."""
    return path.is_symlink(), path.parts


def _split(folder: Path, pattern: str) -> tuple[Path, str]:
    """Moves what is no pattern from its beginning to the folder that it counts from."""
    whole = folder / pattern
    base = base_of(whole)
    if base == whole:
        base = base.parent
    return base, os.path.relpath(whole, base)


def _names(folder: Path, pattern: str) -> Iterator[str]:
    """Yields what a pattern means below a folder; `**` follows no links, which may lead in a circle."""
    parts = Path(pattern).parts
    at = parts.index("**") if "**" in parts else len(parts)
    before = os.fspath(Path(*parts[:at]))
    tops = glob.glob(before, root_dir=folder)  # noqa: PTH207 - that passes hidden ones over
    if at == len(parts):
        yield from tops
        return
    rest = os.fspath(Path(*parts[at + 1 :] or ["*"]))
    for top in tops if at else [""]:
        for within, folders, _ in os.walk(folder / top):
            folders[:] = [name for name in folders if not name.startswith(".")]
            below = Path(os.path.relpath(within, folder))
            yield from (os.fspath(below / name) for name in _names(Path(within), rest))
