"""Reads Word documents and PDFs in a separate process, so that no file can end or stop this one."""

from functools import partial
from typing import NamedTuple

from plan_tracker.problems import printable
from plan_tracker.questions.document.source import Document, Part, Run
from plan_tracker.spreadsheets import apart
from plan_tracker.spreadsheets.apart import Reader, events
from plan_tracker.spreadsheets.documents import printing
from plan_tracker.spreadsheets.documents.paper import are_wrapped, take_running_heads_away
from plan_tracker.spreadsheets.files.kinds import FileKind
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.wording import documents as phrases

READER = Reader(printing.__name__, most_bytes=2 << 30, patience=60)
"""The seconds are for one page, or for a whole Word document up to its first line."""

_LONGEST_REASON = 200


class Pages(NamedTuple):
    """A document that was read; of a PDF also the number of its pages, and the pages without text."""

    document: Document
    number: int
    without_text: tuple[int, ...]


def read_pages(data: bytes, kind: FileKind, name: str) -> Pages:
    """Returns the text of a Word document or a PDF; raises NotRead."""
    lines: list[str] = []
    runs: list[Run] = []
    pages, texts = 0, set[int]()
    refusal = partial(_refusal, name)
    for event in events(READER, data, [kind.value], refusal):
        match event:
            case ["pages", int(number)]:
                pages = number
            case ["run", str(part), int(number)]:
                runs.append(Run(line=len(lines) + 1, part=Part(part), number=number))
            case ["line", str(text)]:
                lines.append(text)
                if runs and any(letter.isalnum() for letter in text):
                    texts.add(runs[-1].number)
            case _:
                raise refusal("", "")
    if not texts:
        raise _without_text(name, pages)
    without = tuple(number for number in range(1, pages + 1) if number not in texts)
    if kind is FileKind.PDF:
        take_running_heads_away(lines, runs)
    wrapped = kind is FileKind.PDF or are_wrapped(lines)
    document = Document(text="\n".join(lines), runs=tuple(runs), are_paragraphs=not wrapped)
    return Pages(document=document, number=pages, without_text=without)


def _without_text(name: str, pages: int) -> NotRead:
    if pages:
        scanned = phrases.SCANNED.fill(file=name, pages=str(pages))
        return NotRead(scanned, phrases.READ_THE_TEXT.fill())
    return NotRead(phrases.NOTHING_PRINTED.fill(file=name), phrases.NAME_A_REPORT.fill())


def _refusal(name: str, error: str, text: str) -> NotRead:
    """Makes the error that says why there is no text."""
    match error:
        case apart.SILENT:
            slow = phrases.TOO_SLOW.fill(file=name, seconds=str(READER.patience))
            return NotRead(slow, phrases.SAVE_AGAIN.fill())
        case "":
            return NotRead(phrases.GAVE_UP.fill(file=name), phrases.SAVE_AGAIN.fill())
        case "PermissionError" | "DependencyError" | "FileNotDecryptedError" | "WrongPasswordError":
            return NotRead(phrases.LOCKED.fill(file=name), phrases.TAKE_PASSWORD_OFF.fill())
        case "MemoryError" | "TooMuchTextError" | "RecursionError" | "LimitReachedError":
            return NotRead(phrases.GAVE_UP.fill(file=name), phrases.SAVE_TEXT_ALONE.fill())
        case _:
            reason = printable(text.partition("\n")[0])[:_LONGEST_REASON] or error
            return NotRead(phrases.DAMAGED.fill(file=name, reason=reason), phrases.SAVE_AGAIN.fill())
