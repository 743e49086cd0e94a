"""The git repository around a plan: how it calls a file, and what the file was in a revision."""

import os
import shutil
import subprocess
from pathlib import Path

from plan_tracker.language import Message, Phrase
from plan_tracker.problems import printable

NO_GIT = Phrase("git is not installed", "未安装 git")
NO_REPOSITORY = Phrase(
    "{folder} is in no git repository, so there is no revision `{revision}`",
    "{folder} 不在 git 仓库中，没有版本 `{revision}`",
)
NO_REVISION = Phrase(
    "`{revision}` is neither a file nor a revision of this repository",
    "`{revision}` 既不是文件，也不是本仓库的版本",
)
FETCH = Phrase(
    "in CI the history is often not fetched: actions/checkout needs fetch-depth: 0, GitLab GIT_DEPTH: 0",
    "CI 常常不取历史：actions/checkout 需要 fetch-depth: 0，GitLab 需要 GIT_DEPTH: 0",
)
NOT_IN_REVISION = Phrase("there is no {file} in `{revision}`", "`{revision}` 中没有 {file}")
DASH = Phrase("`{text}` begins with `-`", "`{text}` 以 `-` 开头")
REFUSED = Phrase("git refuses: {reason}", "git 拒绝：{reason}")


class RepositoryError(Exception):
    """What was asked for is not to be had from git."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__()
        self.message, self.hint = message, hint


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


def content(path: Path, revision: str) -> bytes:
    """A file as it was in a revision; raises RepositoryError.

    A link is followed as it stands now. Nothing that begins with `-` reaches git, which could take it for
    an option.
    """
    for text in (os.fspath(path), revision):
        if text.startswith("-"):
            raise RepositoryError(DASH.fill(text=printable(text)))
    file = path.resolve()
    shown = printable(revision)
    folder = next((each for each in file.parents if each.is_dir()), file.parent)
    inside = _git(folder, "rev-parse", "--is-inside-work-tree")
    if inside.returncode != 0:
        if root(file) is None:
            place = printable(os.fspath(folder))
            raise RepositoryError(NO_REPOSITORY.fill(folder=place, revision=shown))
        raise RepositoryError(REFUSED.fill(reason=_reason(inside)))
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = found.stdout.decode("ascii", errors="replace").split()[-1:]
    if found.returncode != 0 or not commit:
        raise RepositoryError(NO_REVISION.fill(revision=shown), FETCH.fill())
    name = file.relative_to(folder).as_posix()
    blob = _git(folder, "cat-file", "blob", f"{commit[0]}:./{name}")
    if blob.returncode != 0:
        raise RepositoryError(NOT_IN_REVISION.fill(file=printable(os.fspath(path)), revision=shown))
    return blob.stdout


def _git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """Runs git as a program, with no shell between."""
    program = shutil.which("git")
    if program is None:
        raise RepositoryError(NO_GIT.fill())
    command = [program, "-C", os.fspath(folder), *arguments]
    return subprocess.run(  # noqa: S603 - the arguments are fixed but for a checked revision and path
        command, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )


def _reason(done: "subprocess.CompletedProcess[bytes]") -> str:
    lines = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
    return printable(lines[0].removeprefix("fatal: ")) if lines else str(done.returncode)
