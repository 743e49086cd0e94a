"""Reads Word documents and PDFs in a separate process, so that no file can end or stop this one."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import NamedTuple

from plan_tracker.problems import printable
from plan_tracker.questions.document.source import Document, Part, Run
from plan_tracker.spreadsheets.documents.paper import are_wrapped, take_running_heads_away
from plan_tracker.spreadsheets.files.kinds import Kind
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.wording import documents as phrases

PATIENCE = 60
"""Seconds that one page, or the whole of a Word document up to its first line, may take."""

_CHILD = Path(__file__).with_name("child.py")
_BEAT = 0.2
_LONGEST_REASON = 200


class Pages(NamedTuple):
    """A document that was read; of a PDF also the number of its pages, and the pages without text."""

    document: Document
    number: int
    without_text: tuple[int, ...]


Wait = Callable[[], None]
"""Called again and again while something takes long."""


def read_apart(data: bytes, kind: Kind, name: str, wait: Wait) -> Pages:
    """Returns the text of a Word document or a PDF; raises NotRead."""
    lines: list[str] = []
    runs: list[Run] = []
    pages, texts = 0, set[int]()
    for event in _events(data, kind, name, wait):
        match event:
            case ["pages", int(number)]:
                pages = number
            case ["run", str(part), int(number)]:
                runs.append(Run(len(lines) + 1, Part(part), number))
            case ["line", str(text)]:
                lines.append(text)
                if runs and any(letter.isalnum() for letter in text):
                    texts.add(runs[-1].number)
            case ["error", str(error), str(text)]:
                raise _refusal(error, text, name)
            case _:
                raise NotRead(phrases.GAVE_UP.fill(file=name), phrases.SAVE_AGAIN.fill())
    if not texts:
        raise _without_text(name, pages)
    without = tuple(number for number in range(1, pages + 1) if number not in texts)
    if kind is Kind.PDF:
        take_running_heads_away(lines, runs)
    wrapped = kind is Kind.PDF or are_wrapped(lines)
    document = Document("\n".join(lines), tuple(runs), are_paragraphs=not wrapped)
    return Pages(document, pages, without)


def _without_text(name: str, pages: int) -> NotRead:
    if pages:
        scanned = phrases.SCANNED.fill(file=name, pages=str(pages))
        return NotRead(scanned, phrases.READ_THE_TEXT.fill())
    return NotRead(phrases.NOTHING_PRINTED.fill(file=name), phrases.NAME_A_REPORT.fill())


def _events(data: bytes, kind: Kind, name: str, wait: Wait) -> Iterator[object]:
    """Yields what the other process prints, as it comes; ends the process if it is silent for too long."""
    command = [sys.executable, "-I", "-S", str(_CHILD), json.dumps(sys.path), kind.value]
    with subprocess.Popen(  # noqa: S603 - our own code
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        printed: Queue[bytes | None] = Queue(maxsize=10_000)
        Thread(target=_feed, args=(child, data), daemon=True).start()
        Thread(target=_listen, args=(child, printed), daemon=True).start()
        has_ended = False
        try:
            while (line := _next(printed, name, wait)) is not None:
                yield json.loads(line)
            has_ended = True
            code = child.wait(PATIENCE)
        finally:
            child.kill()
            while not has_ended and printed.get() is not None:
                pass  # what it still prints is nobody's
    if code:
        raise NotRead(phrases.GAVE_UP.fill(file=name), phrases.SAVE_AGAIN.fill())


def _next(printed: "Queue[bytes | None]", name: str, wait: Wait) -> bytes | None:
    for _ in range(int(PATIENCE / _BEAT)):
        try:
            return printed.get(timeout=_BEAT)
        except Empty:
            wait()
    slow = phrases.TOO_SLOW.fill(file=name, seconds=str(PATIENCE))
    raise NotRead(slow, phrases.SAVE_AGAIN.fill())


def _feed(child: "subprocess.Popen[bytes]", data: bytes) -> None:
    if child.stdin:
        with suppress(OSError, ValueError), child.stdin:  # it may end before it has read everything
            child.stdin.write(data)


def _listen(child: "subprocess.Popen[bytes]", printed: "Queue[bytes | None]") -> None:
    for line in child.stdout or ():
        printed.put(line)
    printed.put(None)


def _refusal(error: str, text: str, name: str) -> NotRead:
    """Makes the error that says why there is no text."""
    match error:
        case "PermissionError" | "DependencyError" | "FileNotDecryptedError" | "WrongPasswordError":
            return NotRead(phrases.LOCKED.fill(file=name), phrases.TAKE_PASSWORD_OFF.fill())
        case "MemoryError" | "TooMuchTextError" | "RecursionError" | "LimitReachedError":
            return NotRead(phrases.GAVE_UP.fill(file=name), phrases.SAVE_TEXT_ALONE.fill())
        case _:
            reason = printable(text.partition("\n")[0])[:_LONGEST_REASON] or error
            return NotRead(phrases.DAMAGED.fill(file=name, reason=reason), phrases.SAVE_AGAIN.fill())
