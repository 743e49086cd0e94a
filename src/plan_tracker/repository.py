"""The git repository around a plan: where it begins, and how it calls a file."""

import os
from pathlib import Path


def root(path: Path) -> Path | None:
    """The folder with `.git` that holds a file, if there is one."""
    folders = Path(os.path.abspath(path)).parents  # noqa: PTH100 - a link is called by its own name
    return next((folder for folder in folders if (folder / ".git").exists()), None)


def name_in_repository(path: Path, here: Path) -> str:
    """A file as its repository calls it, with slashes; outside of one as seen from `here`, if it is below."""
    full = Path(os.path.abspath(here / path))  # noqa: PTH100 - as above
    for folder in (root(full), here):
        if folder is not None and full.is_relative_to(folder):
            return full.relative_to(folder).as_posix()
    return full.as_posix()
