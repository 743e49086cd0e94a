"""A terminal shows that something goes on, once that has taken over a second."""

import os
import subprocess
import sys

import pytest

from plan_tracker.cli.meter import Meter

pty = pytest.importorskip("pty", reason="terminals of this kind are of POSIX")


WAITING = "select([0], [], [], {})"
BUSY = "end = time.monotonic() + {}\n    while time.monotonic() < end and not select([0], [], [], 0)[0]: pass"


COUNTING = "for each in meter(range(2)): time.sleep(2) if each else select([0], [], [], {})"


def shown(seconds: float, *, wait: str = WAITING, until: str = "") -> str:
    """What stands on a terminal after so many seconds of waiting, or counting, or until something is seen."""
    code = (
        f"import time\nfrom select import select\nfrom {Meter.__module__} import Meter\n"
        f"with Meter(2) as meter:\n    {wait.format(seconds)}\n"
    )
    master, terminal = pty.openpty()
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stderr=terminal)  # noqa: S603 - our own code
    assert process.stdin
    os.close(terminal)
    seen = b""
    while True:
        try:
            piece = os.read(master, 4096)
        except OSError:  # as Linux says that nobody holds the other end any more
            break
        if not piece:
            break
        seen += piece
        if until and until.encode() in seen:
            process.stdin.close()
    process.stdin.close()
    assert process.wait() == 0
    os.close(master)
    return seen.decode(errors="replace")


@pytest.mark.parametrize("wait", [WAITING, BUSY])
def test_a_sign_is_shown_though_nobody_calls_it(wait: str) -> None:
    assert "━" in shown(20, wait=wait, until="━")


def test_of_few_items_each_moves_the_bar() -> None:
    assert "50%" in shown(20, wait=COUNTING, until="0%")


def test_what_is_soon_done_shows_nothing() -> None:
    assert shown(0.1) == ""
