"""Reads a file by a library in a process of its own, so that nothing in the file can end or stop this one."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import NamedTuple

_CHILD = Path(__file__).with_name("child.py")
_BEAT = 0.2
_CHUNK, _CHUNKS = 1 << 16, 256
"""How many bytes are taken at once from the other process, and how many such pieces may wait here."""


class Reader(NamedTuple):
    """The module whose `print_file` the other process calls, and what that may cost.

    It may take `most_bytes` of memory, and print nothing for `patience` seconds.
    """

    module: str
    most_bytes: int
    patience: int


Refusal = Callable[[str, str], Exception]
"""Makes the error to raise of the name and the text of the other process's, empty where it said nothing."""

SILENT = "silent"
"""The name of the error of a process that was silent for longer than its reader may be."""


def events(reader: Reader, data: bytes, arguments: list[str], refusal: Refusal) -> Iterator[object]:
    """Yields what the other process prints, as it comes; raises a refusal where it could not go on.

    Ends that process where it is silent for too long, or where nobody asks for more.
    """
    settings = json.dumps([sys.path, reader.module, reader.most_bytes, arguments])
    command = [sys.executable, "-I", "-S", str(_CHILD), settings]
    with subprocess.Popen(  # noqa: S603 - our own code
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        printed: Queue[bytes] = Queue(_CHUNKS)
        Thread(target=_feed, args=(child, data), daemon=True).start()
        Thread(target=_listen, args=(child, printed), daemon=True).start()
        rest, has_ended = b"", False
        try:
            while chunk := _next(printed, reader.patience):
                *lines, rest = (rest + chunk).split(b"\n")
                for event in map(json.loads, lines):
                    match event:
                        case {"error": str(error), "text": str(text)}:
                            raise refusal(error, text)
                        case _:
                            yield event
            if chunk is None:
                raise refusal(SILENT, "")
            has_ended = True
            code = child.wait(reader.patience)
        finally:
            child.kill()
            while not has_ended and printed.get():
                pass  # nobody reads what it still prints
    if code or rest:
        raise refusal("", "")


def _next(printed: "Queue[bytes]", patience: int) -> bytes | None:
    """Returns what was printed next, nothing at the end; None where that takes too long."""
    for _ in range(int(patience / _BEAT)):  # in Windows ctrl-C is heard only between two beats
        with suppress(Empty):
            return printed.get(timeout=_BEAT)
    return None


def _feed(child: "subprocess.Popen[bytes]", data: bytes) -> None:
    if child.stdin:
        with suppress(OSError, ValueError), child.stdin:  # it may end before it has read everything
            child.stdin.write(data)


def _listen(child: "subprocess.Popen[bytes]", printed: "Queue[bytes]") -> None:
    """Puts what the other process prints into a queue, and nothing at its end."""
    while chunk := os.read(child.stdout.fileno(), _CHUNK) if child.stdout else b"":
        printed.put(chunk)
    printed.put(b"")
