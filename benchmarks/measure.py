"""Whole processes, timed in turn: what the benchmark and the comparison with peers share.

What is compared is processor time: plan-tracker is one process that never waits, so that on an idle machine
a user feels the same, and on a busy one the ratios hold. Where another process works for it, as a database
does, the time that passes is what counts.
"""

import os
import pty
import statistics
import subprocess
import sys
import tempfile
import termios
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

SLOWS_PYTHON = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
CHANGES_OUTPUT = (
    "PLAN_TRACKER_FILE",
    "PLAN_TRACKER_LANG",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "LINES",
    "CI",
)
ROWS_AND_COLUMNS = (50, 120)
RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes there, kilobytes on Linux
HEAD = 1 << 16
WRONG_USAGE = 2


@dataclass(frozen=True, slots=True)
class Command:
    """A process to be measured, and how to tell that it did its work."""

    name: str
    words: tuple[str, ...]
    exits: tuple[int, ...] = (0,)
    lines: int = 0
    """Fewer lines on standard output mean that it did not do what it was asked."""
    shows: str = ""
    """A text that the beginning of its output contains."""
    to_terminal: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], object] | None = None
    """Done before each run and not timed."""
    done: Callable[[], bool] | None = None
    """Asked after each run: did it change what it should?"""
    time_limit: float | None = None


@dataclass(slots=True)
class Sample:
    """The runs of one command; with a fault there is nothing to compare."""

    times: list[float] = field(default_factory=list)
    peaks: list[int] = field(default_factory=list)
    fault: str = ""
    waits: list[float] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """The median of the processor times: user and system, as the kernel counts them."""
        return statistics.median(self.times)

    @property
    def elapsed(self) -> float:
        """The median of the times that passed, in seconds."""
        return statistics.median(self.waits)

    @property
    def peak(self) -> float:
        """The median of the peak resident sizes, in bytes."""
        return statistics.median(self.peaks)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run of one command."""

    seconds: float
    peak: int
    exit: int
    lines: int
    head: str
    errors: str
    elapsed: float = 0


def interleave(commands: Sequence[Command], runs: int) -> dict[str, Sample]:
    """Runs each command once to warm up, then all of them in turn: a machine that drifts slows all alike."""
    samples = {command.name: Sample() for command in commands}
    for turn in range(runs + 1):
        for command in commands:
            sample = samples[command.name]
            if sample.fault:
                continue
            outcome = run(command)
            sample.fault = fault(command, outcome)
            if turn and outcome:
                sample.times.append(outcome.seconds)
                sample.peaks.append(outcome.peak)
                sample.waits.append(outcome.elapsed)
    return samples


def run(command: Command) -> Outcome | None:
    """Runs a command once, reading what it prints and keeping little of it; None if it is not installed."""
    if command.before:
        command.before()
    reader, writer = pty.openpty() if command.to_terminal else os.pipe()
    if command.to_terminal:
        termios.tcsetwinsize(reader, ROWS_AND_COLUMNS)
    timer, start = None, time.perf_counter()
    with tempfile.TemporaryFile() as errors:
        try:
            process = subprocess.Popen(
                command.words,
                stdin=subprocess.DEVNULL,
                stdout=writer,
                stderr=errors,
                env=_environment(command),
            )
        except FileNotFoundError:
            os.close(reader)
            return None
        finally:
            os.close(writer)
        if command.time_limit is not None:
            timer = threading.Timer(command.time_limit, process.kill)
            timer.start()
        lines, head = _drain(reader)
        # The kernel counts what this process held when it forked as the child's: it must stay small.
        _, status, usage = os.wait4(process.pid, 0)
        elapsed, seconds = time.perf_counter() - start, usage.ru_utime + usage.ru_stime
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = usage.ru_maxrss * RSS_UNIT
        if timer:
            timer.cancel()
        errors.seek(0)
        said = errors.read(HEAD).decode(errors="replace")
    return Outcome(seconds, peak, process.returncode, lines, head, said, elapsed)


def fault(command: Command, outcome: Outcome | None) -> str:
    """Why a run counts for nothing; empty if it did its work."""
    if outcome is None:
        return "not installed"
    if command.time_limit is not None and outcome.seconds >= command.time_limit:
        return f"over {command.time_limit:.0f} s"
    failures = (
        (outcome.exit not in command.exits, f"exit {outcome.exit}, {_last_line(outcome.errors)}"),
        (outcome.lines < command.lines, f"printed {outcome.lines} lines of {command.lines}"),
        (command.shows not in outcome.head, f"{command.shows!r} is not in the output"),
        (command.done is not None and not command.done(), "changed nothing"),
    )
    return next((f"failed: {reason}" for failed, reason in failures if failed), "")


def output(words: Sequence[str], time_limit: float | None = None) -> str | None:
    """All that a command prints; None if it is not installed, fails or takes too long."""
    try:
        done = subprocess.run(words, capture_output=True, check=True, timeout=time_limit, env=_environment())
    except (OSError, subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode()


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table whose columns are aligned, so that it can be read as it is."""
    cells = [head, *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines = [
        [
            row[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
        ]
        for row in cells
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in (lines[0], rule, *lines[1:]))


def milliseconds(seconds: float) -> str:
    """A time as the tables print it."""
    return f"{seconds * 1000:,.1f} ms" if seconds < 1 else f"{seconds * 1000:,.0f} ms"


def _drain(reader: int) -> tuple[int, str]:
    lines, head = 0, b""
    with os.fdopen(reader, "rb", buffering=0) as stream, suppress(OSError):  # a terminal ends with EIO
        while piece := stream.read(HEAD):
            lines += piece.count(b"\n")
            head += piece[: HEAD - len(head)]
    return lines, head.decode(errors="replace")


def _environment(command: Command | None = None) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key not in (*SLOWS_PYTHON, *CHANGES_OUTPUT)}
    utf8 = {"LC_ALL": "C.UTF-8"}  # hledger reads no Chinese in another locale
    return {**utf8, **kept, "TERM": "xterm-256color", **(command.environment if command else {})}


def _last_line(text: str) -> str:
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "said nothing")
