"""A terminal shows that something goes on, once that has taken over a second."""

import os
import subprocess
import sys

import pytest

from plan_tracker.cli.meter import Waiting

pty = pytest.importorskip("pty", reason="terminals of this kind are of POSIX")


def shown(seconds: float, *, busy: bool = False) -> str:
    """What stands on a terminal after so many seconds of waiting, or of counting."""
    wait = f"end = time.monotonic() + {seconds}\n    while time.monotonic() < end: pass" if busy else ""
    code = (
        f"import time\nfrom {Waiting.__module__} import Waiting\n"
        f"with Waiting():\n    {wait or f'time.sleep({seconds})'}\n"
    )
    master, terminal = pty.openpty()
    process = subprocess.Popen([sys.executable, "-c", code], stderr=terminal)  # noqa: S603 - our own code
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
    assert process.wait() == 0
    os.close(master)
    return seen.decode(errors="replace")


@pytest.mark.parametrize("busy", [False, True])
def test_a_sign_is_shown_though_nobody_calls_it(busy: bool) -> None:
    assert "━" in shown(2.0, busy=busy)


def test_what_is_soon_done_shows_nothing() -> None:
    assert shown(0.1) == ""
