"""Processes of their own for tests: forks of one that has loaded the program already.

Such a process can die, find its streams closed, or say something at its end as any other. To start one takes
a sixth of a second of the processor, nearly all to load modules; a fork takes a tenth of that.
"""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from textwrap import dedent

from kit.program import HEAD, Outcome
from plan_tracker.cli import run

PROGRAM = f"from {run.__module__} import run\nrun()"
"""The installed program."""

_SERVER = """
import importlib, json, os, pkgutil, socket, sys
import plan_tracker
for module in pkgutil.walk_packages(plan_tracker.__path__, "plan_tracker."):
    if module.name != "plan_tracker.__main__":
        importlib.import_module(module.name)
line = socket.socket(fileno=int(sys.argv[1]))
child = 1
while child:
    message, given, _, _ = socket.recv_fds(line, 1, 4)
    if not message:
        os._exit(0)
    child = os.fork()
    if child:
        for each in given:
            os.close(each)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        line.sendall(f"{code}\\n".encode())
line.close()
for number, each in enumerate(given[:3]):
    os.dup2(each, number)
    os.close(each)
with open(given[3], encoding="utf-8") as file:
    asked = json.load(file)
sys.stdin, sys.stdout = open(0, closefd=False), open(1, "w", closefd=False)
sys.stderr = open(2, "w", buffering=1, errors="backslashreplace", closefd=False)
os.chdir(asked["folder"])
os.environ.clear()
os.environ.update(asked["environment"])
sys.argv = ["-c", *asked["arguments"]]
exec(asked["code"], {"__name__": "__main__"})
"""


class Forks:
    """Starts forks, one after the other; where the system has none, whole processes."""

    def __init__(self, line: socket.socket | None) -> None:
        self._line = line

    def run(
        self,
        code: str,
        *arguments: str,
        stdin: int = -1,
        stdout: int = -1,
        stderr: int = -1,
    ) -> Outcome:
        """Runs code as `child` does; returns what it wrote to those of its streams that are not given."""
        with TemporaryFile() as out, TemporaryFile() as err, Path(os.devnull).open("rb") as nothing:
            files = (nothing, out, err)
            given = [
                file.fileno() if number < 0 else number
                for number, file in zip((stdin, stdout, stderr), files, strict=True)
            ]
            ended = self._ended(HEAD + dedent(code), arguments, given)
            out.seek(0)
            err.seek(0)
            return Outcome(ended, out.read().decode(), err.read().decode())

    def _ended(self, code: str, arguments: Sequence[str], given: list[int]) -> int:
        """Runs the code with these streams; returns its exit code, or minus the signal that ended it."""
        if self._line is None:
            command = [sys.executable, "-P", "-c", code, *arguments]
            stdin, stdout, stderr = given
            return subprocess.run(command, check=False, stdin=stdin, stdout=stdout, stderr=stderr).returncode  # noqa: S603 - our own code
        asked = {
            "code": code,
            "arguments": arguments,
            "folder": str(Path.cwd()),
            "environment": dict(os.environ),
        }
        with TemporaryFile("w", encoding="utf-8") as request:
            json.dump(asked, request)
            request.seek(0)
            socket.send_fds(self._line, [b"."], [*given, request.fileno()])
        answer = b""
        while not answer.endswith(b"\n"):
            answer += (piece := self._line.recv(16))
            assert piece, "the process to fork has ended"
        return int(answer)


def start() -> Iterator[Forks]:
    """Loads the program once, in a process that ends when the iterator goes on."""
    if not hasattr(os, "fork"):
        yield Forks(None)
        return
    ours, its = socket.socketpair()
    with ours, its:
        command = [sys.executable, "-P", "-c", _SERVER, str(its.fileno())]
        process = subprocess.Popen(command, pass_fds=[its.fileno()], stdin=subprocess.DEVNULL)  # noqa: S603 - our own code
        its.close()
        yield Forks(ours)
        ours.close()
        process.wait()
