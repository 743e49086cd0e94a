"""Processes of their own for tests: forks of one that has loaded the program already.

Such a process can die, find its streams closed, or say something at its end as any other. To start one takes
a sixth of a second of the processor, nearly all to load modules; a fork takes a tenth of that.
"""

import marshal
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from textwrap import dedent

from kit.program import HEAD, Outcome
from plan_tracker.cli import run

PROGRAM = f"from {run.__module__} import run\nrun()"
"""The installed program."""

_SERVER = """
import contextlib, ctypes, gc, importlib, marshal, os, pkgutil
import runpy, selectors, signal, socket, sys, threading
first = set(sys.modules)
import jq, plan_tracker
for module in pkgutil.walk_packages(plan_tracker.__path__, "plan_tracker."):
    if module.name != "plan_tracker.__main__":
        importlib.import_module(module.name)
gc.collect()
gc.freeze()
door, woken, waking = socket.socket(fileno=int(sys.argv[1])), *socket.socketpair()
waking.setblocking(False)
signal.set_wakeup_fd(waking.fileno())
signal.signal(signal.SIGCHLD, lambda *_: None)
awaited, child = selectors.DefaultSelector(), 1
for each in (door, woken, sys.stdin):
    awaited.register(each, selectors.EVENT_READ)
asking = {}
while child:
    ready = {key.fileobj for key, _ in awaited.select()}
    if sys.stdin in ready:
        os._exit(0)
    if woken in ready:
        woken.recv(4096)
        while asking and (ended := os.waitpid(-1, os.WNOHANG))[0]:
            with contextlib.suppress(OSError), asking.pop(ended[0]) as line:  # who asked may be gone
                line.sendall(b"%d" % os.waitstatus_to_exitcode(ended[1]))
    if door in ready:
        line, _ = door.accept()
        if child := os.fork():
            asking[child] = line
signal.set_wakeup_fd(-1)
signal.signal(signal.SIGCHLD, signal.SIG_DFL)
message, given, _, _ = socket.recv_fds(line, 1, 3)
for number, each in enumerate(given):
    os.dup2(each, number)
    os.close(each)
with line.makefile("rb") as file:
    arguments, folder, environment = marshal.load(file)
for each in (awaited, door, woken, waking, line, *asking.values()):
    each.close()
sys.stdin, sys.stdout = open(0, closefd=False), open(1, "w", closefd=False)
sys.stderr = open(2, "w", buffering=1, errors="backslashreplace", closefd=False)
os.chdir(folder)
os.environ.clear()
os.environb.update(environment)
sys.executable, *sys.argv = arguments
while sys.argv[0] in ("-I", "-P"):
    del sys.argv[0]
try:
    match sys.argv[0]:
        case "-c":
            exec(sys.argv.pop(1), {"__name__": "__main__"})
        case "-m":
            del sys.argv[0]
            runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
        case "-":
            exec(sys.stdin.read(), {"__name__": "__main__"})
            sys.stdout.flush()
            os._exit(0)  # Python would take as long again to end, and scripts of steps say nothing then
        case path:
            runpy.run_path(path, run_name="__main__")
            sys.stdout.flush()
            os._exit(0)
finally:  # to take them down one by one takes as long as to load them
    loaded = {name: sys.modules.pop(name) for name in set(sys.modules) - first}
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(loaded))
"""


_INTERPRETER = """#!{executable} -IS
import marshal, posix, sys, _socket
line = _socket.socket(_socket.AF_UNIX)
line.connect({door!r})
streams = b"".join(number.to_bytes(4, sys.byteorder) for number in range(3))
line.sendmsg([b"."], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, streams)])
line.sendall(marshal.dumps((sys.argv, posix.getcwd(), posix.environ)))
code = int(line.recv(16))
if code < 0:
    posix.kill(posix.getpid(), -code)
posix._exit(code)
"""
"""Asks for a fork with its own arguments, folder, environment and streams, and ends as that has ended."""


class Forks:
    """Starts forks; where the system has none, whole processes.

    `python` runs in the place of an interpreter, for scripts: it knows -c, -m, a file, and -.
    """

    def __init__(self, python: str, door: str | None) -> None:
        self.python, self._door = python, door

    def run(self, code: str, *arguments: str, stdin: int = -1, stdout: int = -1, stderr: int = -1) -> Outcome:
        """Runs code in which `main` is that of plan-tracker.

        Returns what it wrote to those of its streams that are not given.
        """
        with TemporaryFile() as out, TemporaryFile() as err, Path(os.devnull).open("rb") as nothing:
            files = (nothing, out, err)
            given = [
                file.fileno() if number < 0 else number
                for number, file in zip((stdin, stdout, stderr), files, strict=True)
            ]
            ended = self._ended(["-P", "-c", HEAD + dedent(code), *arguments], given)
            out.seek(0)
            err.seek(0)
            return Outcome(ended, out.read().decode(), err.read().decode())

    def _ended(self, arguments: Sequence[str], given: Sequence[int]) -> int:
        """Runs Python with these streams; returns its exit code, or minus the signal that ended it."""
        if self._door is None:
            stdin, stdout, stderr = given
            command = [self.python, *arguments]
            return subprocess.run(command, check=False, stdin=stdin, stdout=stdout, stderr=stderr).returncode  # noqa: S603 - our own code
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(self._door)
            socket.send_fds(line, [b"."], [*given])
            asked = [sys.executable, *arguments], str(Path.cwd()), dict(os.environb)
            line.sendall(marshal.dumps(asked))
            answer = line.recv(16)
        assert answer, "the process to fork has ended"
        return int(answer)


def start() -> Iterator[Forks]:
    """Loads the program once, in a process that ends when the iterator goes on."""
    if not hasattr(os, "fork"):
        yield Forks(sys.executable, None)
        return
    with TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as door:
        door.bind(f"{folder}/door")
        door.listen()
        python = Path(folder, "python")
        python.write_text(
            _INTERPRETER.format(executable=sys.executable, door=f"{folder}/door"), encoding="utf-8"
        )
        python.chmod(0o755)
        command = [sys.executable, "-P", "-c", _SERVER, str(door.fileno())]
        process = subprocess.Popen(command, pass_fds=[door.fileno()], stdin=subprocess.PIPE)  # noqa: S603 - our own code
        door.close()  # if that process dies, nobody waits at it
        yield Forks(str(python), f"{folder}/door")
        process.communicate()
