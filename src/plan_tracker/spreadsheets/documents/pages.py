"""Reads Word documents and PDFs in a separate process, so that no file can end or stop this one."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from plan_tracker.problems import printable
from plan_tracker.questions.document.source import Document, Part, Run
from plan_tracker.spreadsheets import apart
from plan_tracker.spreadsheets.apart import Reader, events
from plan_tracker.spreadsheets.documents import printing
from plan_tracker.spreadsheets.files.kinds import FileKind
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.wording import documents as phrases

READER = Reader(printing.__name__, most_bytes=2 << 30, patience=60)
"""The seconds are for one page, or for a whole Word document up to its first line."""

_LONGEST_REASON = 200
_FEW_PAGES = 3
"""How many pages a text must have for one line to be the header or footer of its pages."""

_LONG, _MANY, _RAGGED = 12, 6, 2
"""Lines end at an edge if _MANY that are _LONG (in letters) break off, with lengths at most _RAGGED apart."""

_ENDS = tuple("。！？；：…”）.!?;:)|")


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
        _take_running_heads_away(lines, runs)
    wrapped = kind is FileKind.PDF or _are_wrapped(lines)
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


def _take_running_heads_away(lines: list[str], pages: Sequence[Run]) -> None:
    """Blanks the first and last lines of pages where at least half of the pages have the same line."""
    bounds = [*(page.line - 1 for page in pages), len(lines)]
    edges: list[int] = []
    for first, end in pairwise(bounds):
        filled = [at for at in range(first, end) if lines[at].strip()]
        edges += {*filled[:1], *filled[-1:]}
    often = Counter(lines[at].strip() for at in edges)
    for at in edges:
        if len(pages) >= _FEW_PAGES and 2 * often[lines[at].strip()] >= len(pages):
            lines[at] = ""


def _are_wrapped(lines: Sequence[str]) -> bool:
    """Tells whether most long lines end within a sentence, at one length: at the edge of a page."""
    long = [line for line in lines if len(line) >= _LONG and not line.startswith(("|", "#"))]
    open_ended = [len(line) for line in long if not line.endswith(_ENDS)]
    if len(open_ended) < _MANY or 2 * len(open_ended) <= len(long):
        return False
    ((usual, _),) = Counter(open_ended).most_common(1)
    return 2 * sum(abs(length - usual) <= _RAGGED for length in open_ended) > len(open_ended)
