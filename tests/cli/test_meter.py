"""A terminal shows that something goes on, once that has taken over a second."""

import os
import subprocess

import pytest

from kit.forks import Forks
from plan_tracker.cli import meter

pty = pytest.importorskip("pty", reason="terminals of this kind are of POSIX")


WAITING = "select([0], [], [], {})"
BUSY = "end = time.monotonic() + {}\n    while time.monotonic() < end and not select([0], [], [], 0)[0]: pass"


COUNTING = "for each in shows(range(2)): select([0], [], [], {})[0] and os.read(0, 1)"


def shown(
    forks: Forks,
    seconds: float,
    *until: str,
    wait: str = WAITING,
    patience: float = meter._PATIENCE,  # noqa: SLF001 - a bar that comes sooner is the same
) -> str:
    """What stands on a terminal after so many seconds of waiting, or counting, or until something is seen.

    For each text that is seen the program gets a byte.
    """
    code = (
        f"import os, time\nfrom select import select\nfrom {meter.__package__} import meter\n"
        f"meter._PATIENCE = {patience}\nwith meter.Meter(2) as shows:\n    {wait.format(seconds)}\n"
    )
    master, terminal = pty.openpty()
    process = subprocess.Popen([forks.python, "-c", code], stdin=subprocess.PIPE, stderr=terminal)  # noqa: S603 - our own code
    assert process.stdin
    os.close(terminal)
    seen, awaited = b"", list(until)
    while True:
        try:
            piece = os.read(master, 4096)
        except OSError:  # as Linux says that nobody holds the other end any more
            break
        if not piece:
            break
        seen += piece
        if awaited and awaited[0].encode() in seen:
            del awaited[0]
            os.write(process.stdin.fileno(), b".")
    process.stdin.close()
    assert process.wait() == 0
    os.close(master)
    return seen.decode(errors="replace")


def test_a_sign_is_shown_though_nobody_calls_it(forks: Forks) -> None:
    assert "━" in shown(forks, 20, "━")


def test_a_sign_is_shown_though_the_program_is_busy(forks: Forks) -> None:
    assert "━" in shown(forks, 20, "━", wait=BUSY, patience=0.1)


def test_of_few_items_each_moves_the_bar(forks: Forks) -> None:
    assert "50%" in shown(forks, 20, "0%", "50%", wait=COUNTING, patience=0.1)


def test_what_is_soon_done_shows_nothing(forks: Forks) -> None:
    assert shown(forks, 0.1) == ""
