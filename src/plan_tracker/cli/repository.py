"""The git repository around a plan: how it names a file, and what the file was in a revision.

Git only reads here. Whatever the settings of the repository say, it runs none of their programs (hooks,
filters, external diffs, signature checks, file watchers), connects to nothing, and is ended if it takes too
long.
"""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from plan_tracker.language import Message
from plan_tracker.problems import NotDone, in_shell, quoted
from plan_tracker.wording import usage

SECONDS = 60
"""How long git may take for one answer: a search through a long history is slow, a broken one never ends."""
_LONGEST_WORD = 1_000

_SETTINGS = ("core.fsmonitor=false", "log.showSignature=false", "core.hooksPath=/dev/null")
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "",  # a partial clone would fetch what it lacks; this wins over its own settings
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
}
_ELSEWHERE = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE"})
"""Variables that name another repository than the one around a plan; git sets some of them for its hooks."""
_DOUBTS = ("warning: log for ", "warning: refname ")
"""What git says, in English (older versions in capitals), where a revision may be another than was meant: the
log of a branch does not go back that far, or a branch and a tag have one name."""
_UNFETCHED = b"from promisor remote"
"""What git says, since 2.39 and in English, where a partial clone lacks a folder or a file."""


class RepositoryError(NotDone):
    """Something that git cannot give."""


def root(path: Path) -> Path | None:
    """Returns the folder with `.git` that holds a file, if there is one."""
    folders = Path(os.path.abspath(path)).parents  # noqa: PTH100 - a link is called by its own name
    return next((folder for folder in folders if (folder / ".git").exists()), None)


def name_in_repository(path: Path, here: Path, asked: Path) -> str:
    """Returns a file's name in the repository around `here`, with slashes, if it lies in that one.

    Else it is the name in the repository of what was `asked` for (the file, or a folder with others, of which
    each may be a repository of its own), else its path as seen from `here`, if it is below.
    """
    full = Path(os.path.abspath(here / path))  # noqa: PTH100 - as above
    for folder in (root(here / "any"), root(here / asked / "any"), here):
        if folder is not None and full.is_relative_to(folder):
            return full.relative_to(folder).as_posix()
    return full.as_posix()


def split(word: str) -> tuple[str, str]:
    """Splits `REV:NAME` into the revision and the name, which is empty if none is given.

    A colon in braces belongs to the revision (`HEAD^{/fix: roads}`), as does one at its beginning (`:/fix`).
    """
    depth = 0
    for place, letter in enumerate(word):
        depth += (letter == "{") - (letter == "}")
        if letter == ":" and depth <= 0 and place and word[place + 1 :]:
            return word[:place], word[place + 1 :]
    return word, ""


def content(path: Path, revision: str) -> bytes:
    """Returns a file as it was in a revision; raises RepositoryError, which names the file if it was moved.

    A link is followed as it is now.
    """
    _refuse_option(os.fspath(path))
    file = Path(os.path.realpath(path))  # unlike `resolve` it stops at a loop
    folder = next((each for each in file.parents if each.is_dir()), file.parent)
    commit = _commit(folder, revision)
    name = file.relative_to(folder).as_posix()
    held = _blob(folder, revision, f"{commit}:./{name}", name_in_repository(file, folder, file))
    if held is not None:
        return held
    values = {"file": quoted(os.fspath(path)), "revision": quoted(revision)}
    raise RepositoryError(usage.NOT_IN_REVISION.fill(**values), _where_it_was(folder, name, revision, commit))


def content_of(name: str, revision: str, folder: Path) -> bytes:
    """Returns what a revision has under a name, seen from the top, or with `./` from a folder.

    Raises RepositoryError.
    """
    commit = _commit(folder, revision)
    if len(name) <= _LONGEST_WORD and "\0" not in name:
        place = f"{commit}:{name}"
        held = _blob(folder, revision, place, name)
        if held is not None:
            return held
        if _verified(folder, revision, place):
            hint = usage.CHECK_OUT.fill(revision=in_shell(revision))
            raise RepositoryError(usage.SEVERAL_FROM_GIT.fill(file=quoted(name)), hint)
    values = {"file": quoted(name), "revision": quoted(revision)}
    raise RepositoryError(usage.NOT_IN_REVISION.fill(**values))


def _blob(folder: Path, revision: str, place: str, name: str) -> bytes | None:
    """Returns the file at a place of a commit, None if there is none; `name` is how git is asked for it.

    Raises RepositoryError where a partial clone may have it and did not fetch it.
    """
    blob = _git(folder, revision, "cat-file", "blob", place, LC_ALL="C")
    if blob.returncode == 0:
        return blob.stdout
    if _UNFETCHED in blob.stderr or _is_lacking(folder, revision, place):
        values = {"file": quoted(name), "revision": quoted(revision)}
        raise RepositoryError(
            usage.NOT_FETCHED.fill(**values), usage.FETCH_IT.fill(word=in_shell(f"{revision}:{name}"))
        )
    return None


def _is_lacking(folder: Path, revision: str, place: str) -> bool:
    """Tells whether a commit has something at a place of which this clone has only the id."""
    named = _verified(folder, revision, place)
    return named is not None and _git(folder, revision, "cat-file", "-e", named).returncode != 0


def revisions(folder: Path) -> list[str]:
    """Returns the names of the latest commits, of branches and tags; empty if there is no repository."""
    listed = _texts(
        _git(folder, "", "for-each-ref", "--format=%(refname:short)%00", "refs/heads", "refs/tags")
    )
    names = [name.strip() for name in listed if name.strip()]
    return ["HEAD", "HEAD~1", "HEAD~2", *names] if names else []


def _commit(folder: Path, revision: str) -> str:
    """Returns the commit that a revision names; passes nothing to git that it could take for an option."""
    _refuse_option(revision)
    unknown = usage.NO_REVISION.fill(revision=quoted(revision))
    if not revision.isprintable() or len(revision) > _LONGEST_WORD:
        raise RepositoryError(unknown)
    inside = _git(folder, revision, "rev-parse", "--is-inside-work-tree")
    if inside.returncode != 0:
        top = root(folder / "any")
        if top is None:
            values = {"folder": quoted(os.fspath(folder)), "revision": quoted(revision)}
            raise RepositoryError(usage.NO_REPOSITORY.fill(**values))
        is_anothers = b"safe.directory" in inside.stderr
        trust = usage.TRUST.fill(folder=in_shell(top)) if is_anothers else None
        raise RepositoryError(usage.GIT_REFUSES.fill(reason=_reason(inside)), trust)
    named = _verified(folder, revision, revision)
    commit = named and _verified(
        folder, revision, f"{named}^{{commit}}"
    )  # what is sought by `:/text` ends there
    if commit is None:
        old, dots, new = revision.partition("..")
        new = new.removeprefix(".") or "HEAD"
        two = usage.TWO_REVISIONS.fill(old=in_shell(old or "HEAD"), new=in_shell(new))
        raise RepositoryError(unknown, two if dots else usage.FETCH.fill())
    return commit


def _verified(folder: Path, revision: str, name: str) -> str | None:
    """Returns the id of the object that a name stands for, or None; refuses one that git doubts."""
    ask = "rev-parse", "--verify", "--end-of-options", name
    found = _git(folder, revision, *ask, LC_ALL="C")
    told = found.stderr.decode(errors="replace").splitlines()
    doubts = [line for line in told if line.lower().startswith(_DOUBTS)]
    if found.returncode == 0 and doubts:
        reason = quoted(doubts[0].removeprefix("warning: "))
        raise RepositoryError(usage.GIT_REFUSES.fill(reason=reason), usage.SAY_COMMIT.fill())
    ids = found.stdout.decode("ascii", errors="replace").split()
    return ids[-1] if found.returncode == 0 and ids else None


def _where_it_was(folder: Path, name: str, revision: str, commit: str) -> Message | None:
    """Tells what to ask for instead of a file that a revision lacks: its name there, if git knows it."""
    for old in _old_names(folder, name, revision, commit):
        if _git(folder, revision, "cat-file", "-e", f"{commit}:{old}").returncode == 0:
            return usage.MOVED.fill(word=in_shell(f"git:{revision}:{old}"))
    return None


def _old_names(folder: Path, name: str, revision: str, commit: str) -> Iterator[str]:
    """Yields the names that a file had since, the latest first, then the one from which it was just moved."""
    follow = "log", "--follow", "--format=", "--name-only", "--no-relative", "-z", "HEAD", "--", name
    yield from _texts(_git(folder, revision, *follow))
    prefix = _git(folder, revision, "rev-parse", "--show-prefix").stdout.decode(errors="surrogateescape")
    moves = "diff-index", "--cached", "-M", "--diff-filter=R", "--name-status", "--no-relative", "-z", commit
    fields = _texts(_git(folder, revision, *moves))
    for old, new in zip(fields[1::3], fields[2::3], strict=False):
        if new == prefix.removesuffix("\n") + name:
            yield old


def _texts(done: "subprocess.CompletedProcess[bytes]") -> list[str]:
    if done.returncode != 0:
        return []
    return [text for text in done.stdout.decode(errors="surrogateescape").split("\0") if text]


def _git(
    folder: Path, revision: str, *arguments: str, **variables: str
) -> "subprocess.CompletedProcess[bytes]":
    """Runs git as a program, with no shell between; `revision` is what it is asked for."""
    program = _program()
    if program is None:
        raise RepositoryError(usage.NO_GIT.fill())
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    command = [
        os.fspath(program),
        "--no-pager",
        "--literal-pathspecs",
        *settings,
        "-C",
        os.fspath(folder),
        *arguments,
    ]
    try:
        return subprocess.run(  # noqa: S603 - the arguments are fixed but for a checked revision and path
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env=_environment(folder) | _ENVIRONMENT | variables,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        values = {"seconds": str(SECONDS), "revision": quoted(revision)}
        raise RepositoryError(usage.NO_ANSWER.fill(**values)) from None


def _environment(folder: Path) -> dict[str, str]:
    """Returns the environment, in which no other repository is named if there is one around the folder."""
    if root(folder / "any") is None:
        return dict(os.environ)
    return {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}


def _program() -> Path | None:
    """Returns the path of git, but never one in the current folder, as Windows would find it."""
    name = "git.exe" if os.name == "nt" else "git"
    files = [Path(folder, name) for folder in os.get_exec_path() if Path(folder).is_absolute()]
    # a folder of the path may be one that this user may not look into: `Path.is_file` would raise
    return next((file for file in files if os.path.isfile(file) and os.access(file, os.X_OK)), None)  # noqa: PTH113


def _refuse_option(text: str) -> None:
    if text.startswith("-"):
        raise RepositoryError(usage.DASH.fill(text=quoted(text)))


def _reason(done: "subprocess.CompletedProcess[bytes]") -> str:
    lines = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
    return quoted(lines[0].removeprefix("fatal: ")) if lines else str(done.returncode)
