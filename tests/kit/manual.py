"""A manual followed as its reader would: its files written, its commands called, what they print compared.

Every fenced block of a manual that is followed is one of these; the line above it may hold a mark:

- `console`: commands after `$ `, each with what it prints; a line `…` stands for lines left out;
- any other below `<!-- file: NAME -->`: a file; a table for a name in `.xlsx` becomes a workbook;
- any other below `<!-- with: HEAD -->`: the plan `targets.toml`, that file before it;
- any other below `<!-- append: NAME -->`: what is added to a file;
- `diff` below `<!-- edit: NAME -->`: lines that are changed in a file;
- below a mark that is given as run elsewhere: the test that gives it runs the block.
"""

import csv
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Collection, Iterator
from contextlib import redirect_stderr
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

import xlsxwriter

from kit.program import Run

FENCE = re.compile(r"^(?:<!-- ([^>]+) -->\n)?```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
GIT = {
    **{f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


class Block(NamedTuple):
    """A fenced block: the mark above it, its language, its text, and where that begins in the manual."""

    mark: str
    language: str
    text: str
    begin: int


class Step(NamedTuple):
    """A command and what the manual says that it prints."""

    command: str
    shown: str
    begin: int


def blocks(manual: str) -> list[Block]:
    """Returns the fenced blocks of a manual, in its order."""
    return [
        Block(mark=match[1] or "", language=match[2], text=match[3], begin=match.start(3))
        for match in FENCE.finditer(manual)
    ]


def steps(block: Block) -> Iterator[Step]:
    """Yields the commands of a console."""
    for match in re.finditer(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE):
        yield Step(command=match[1], shown=match[2], begin=block.begin + match.start(2))


def agrees(shown: str, printed: str) -> bool:
    """Tells whether a manual shows what was printed, but for lines that it leaves out with `…`."""
    lines = (
        r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line.rstrip()) + r"[ ]*\n"
        for line in shown.splitlines()
    )
    return re.fullmatch("".join(lines), printed) is not None


def shown_again(shown: str, printed: str) -> str:
    """Returns what a manual shows of an output that has changed: all, or the lines most like the old ones."""
    if "…\n" not in shown:
        return printed
    lines, chosen, at = printed.splitlines(), list[str](), 0
    for line in shown.splitlines():
        like = get_close_matches(line, lines[at:], n=1, cutoff=0.5)
        if line == "…" or not like:
            continue
        place = lines.index(like[0], at)
        chosen += ["…"] * (place > at) + like
        at = place + 1
    return "\n".join([*chosen, *["…"] * (at < len(lines)), ""])


class Session:
    """A reader who works in the current folder."""

    def __init__(self, run: Run) -> None:
        self._run, self._code, self._printed = run, 0, ""

    def put(self, block: Block) -> None:
        """Writes, continues or changes a file."""
        what, _, name = block.mark.partition(": ")
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        match what:
            case "file" if name.endswith(".xlsx"):
                write_workbook(path, list(csv.reader(block.text.splitlines())))
            case "file":
                path.write_text(block.text, encoding="utf-8")
            case "with":
                head = path.read_text(encoding="utf-8")
                Path("targets.toml").write_text(f"{head}\n{block.text}", encoding="utf-8")
            case "append":
                path.write_text(path.read_text(encoding="utf-8") + block.text, encoding="utf-8")
            case "edit":
                text = path.read_text(encoding="utf-8")
                old, new = (_side(block.text, sign) for sign in "-+")
                assert text.count(old) == 1, f"{name} holds {text.count(old)} times:\n{old}"
                path.write_text(text.replace(old, new), encoding="utf-8")
            case _:
                raise AssertionError(f"nobody runs this block: {block}")

    def call(self, command: str) -> str:
        """Runs a command and returns what it prints on both streams; after a failure, of `echo $?` too."""
        words = shlex.split(command, comments=True)
        if words == ["echo", "$?"]:
            printed, self._code = f"{self._code}\n", 0
            return printed
        assert self._code == 0, f"exit code {self._code} before {command}:\n{self._printed}"
        match words:
            case ["plan-tracker", *arguments]:
                with redirect_stderr(sys.stdout):  # as both come in a terminal, one after the other
                    done = self._run(*arguments)
                self._code, self._printed = done.code, done.out
                return done.out
            case ["git", *_]:
                return subprocess.run(  # noqa: S603 - our own manual
                    words, check=True, capture_output=True, encoding="utf-8", env=os.environ | GIT
                ).stdout
            case ["cat", name]:
                return Path(name).read_text(encoding="utf-8")
            case ["cp", old, new]:
                Path(new).write_bytes(Path(old).read_bytes())
                return ""
            case _:
                raise AssertionError(f"no manual may ask for: {command}")


def follow(manual: Path, run: Run, elsewhere: Collection[str] = ()) -> None:
    """Does all that a manual shows, in its order; `UPDATE_SNAPSHOTS=1` writes into it what is printed now."""
    text = manual.read_text(encoding="utf-8")
    session, now = Session(run), text
    for block in blocks(text):
        if block.mark in elsewhere and block.mark:
            continue
        if block.language != "console":
            session.put(block)
            continue
        for step in steps(block):
            printed = session.call(step.command)
            if agrees(step.shown, printed):
                continue
            assert os.environ.get("UPDATE_SNAPSHOTS"), _difference(manual.name, step, printed)
            place = len(now) - (len(text) - step.begin)
            now = now[:place] + shown_again(step.shown, printed) + now[place + len(step.shown) :]
    if now != text:
        manual.write_text(now, encoding="utf-8")


def _difference(name: str, step: Step, printed: str) -> str:
    return f"{name}: $ {step.command}\n--- shown\n{step.shown}--- printed\n{printed}"


def _side(diff: str, sign: str) -> str:
    return "".join(line[1:] for line in diff.splitlines(keepends=True) if line[0] in (" ", sign))


def write_workbook(path: Path, rows: list[list[str]]) -> None:
    """Writes a workbook as offices keep them: what looks like a number is one."""
    with xlsxwriter.Workbook(path, {"strings_to_numbers": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
