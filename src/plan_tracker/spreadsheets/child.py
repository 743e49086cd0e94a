"""The process in which a library reads a file: run as a program of its own, never imported.

A panic, a loop or an abort of the library, or memory without end, ends this process and no other. It is told
where modules are found, the module whose `print_file` reads, how many bytes of memory that may take, and what
else the module wants to know; the file comes by standard input. What `print_file` writes is JSON, a
value on each line; an object says why it cannot go on.
"""

import json
import sys
import time
from contextlib import suppress
from datetime import date, datetime
from importlib import import_module

_BEAT = 0.1
"""Seconds after which what was printed is sent off."""


class _Out:
    """Prints values as lines of JSON; a day becomes a list with its text, what else JSON lacks a text."""

    def __init__(self) -> None:
        self._sent = 0.0
        self._written = json.JSONEncoder(separators=(",", ":"), default=_replacement).encode

    def write(self, value: object) -> None:
        """Prints one value, and sends it off if the last ones went a while ago."""
        sys.stdout.write(self._written(value) + "\n")
        if (now := time.monotonic()) - self._sent > _BEAT:
            self._sent = now
            sys.stdout.flush()


def _replacement(value: object) -> object:
    match value:
        case datetime() if (value.hour, value.minute, value.second) == (0, 0, 0):
            return [value.date().isoformat()]
        case date() if not isinstance(value, datetime):
            return [value.isoformat()]
        case _:
            return str(value)


def main(path: list[str], module: str, most_bytes: int, arguments: list[str]) -> None:
    """Reads standard input."""
    sys.path[:] = path
    with suppress(ImportError, OSError, ValueError):
        import resource  # Windows has no such module

        resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
    out = _Out()
    try:
        import_module(module).print_file(sys.stdin.buffer.read(), out.write, *arguments)
    except BaseException as error:  # noqa: BLE001 - a panic of Rust is no Exception
        out.write({"error": type(error).__name__, "text": str(error)})


if __name__ == "__main__":
    main(*json.loads(sys.argv[1]))
