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

Wait = Callable[[], None]
"""Called again and again while something takes long."""

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


class BrokeOff(Exception):  # noqa: N818 - as what the other process did
    """The other process could not go on: the name and the text of its error, empty where it said nothing."""

    def __init__(self, error: str = "", text: str = "") -> None:
        super().__init__(error)
        self.error, self.text = error, text


class TooSlow(Exception):  # noqa: N818 - as above
    """The other process was silent for longer than its reader may be."""


def events(reader: Reader, data: bytes, arguments: list[str], wait: Wait) -> Iterator[object]:
    """Yields what the other process prints, as it comes; raises BrokeOff or TooSlow.

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
            while chunk := _next(printed, reader.patience, wait):
                *lines, rest = (rest + chunk).split(b"\n")
                yield from map(_event, lines)
            has_ended = True
            code = child.wait(reader.patience)
        finally:
            child.kill()
            while not has_ended and printed.get():
                pass  # nobody reads what it still prints
    if code or rest:
        raise BrokeOff


def _event(line: bytes) -> object:
    match json.loads(line):
        case {"error": str(error), "text": str(text)}:
            raise BrokeOff(error, text)
        case event:
            return event


def _next(printed: "Queue[bytes]", patience: int, wait: Wait) -> bytes:
    for _ in range(int(patience / _BEAT)):
        try:
            return printed.get(timeout=_BEAT)
        except Empty:
            wait()
    raise TooSlow


def _feed(child: "subprocess.Popen[bytes]", data: bytes) -> None:
    if child.stdin:
        with suppress(OSError, ValueError), child.stdin:  # it may end before it has read everything
            child.stdin.write(data)


def _listen(child: "subprocess.Popen[bytes]", printed: "Queue[bytes]") -> None:
    """Puts what the other process prints into a queue, and nothing at its end."""
    while chunk := os.read(child.stdout.fileno(), _CHUNK) if child.stdout else b"":
        printed.put(chunk)
    printed.put(b"")
