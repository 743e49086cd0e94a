"""Prints a Word document or a PDF as values: for the process that reads files apart.

Each is a list: `["pages", number]`, `["run", part, number]` before lines that belong to a table, a page, or
paragraphs counted from `number` on, and `["line", text]`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

_MOST_LETTERS = 100_000_000
"""How many letters a report has at most."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}rPr", f"{_W}pPr", f"{_W}rt", _FALLBACK})
"""Elements with deleted text, or with a substitute for programs that cannot show something."""

_LETTERS = {f"{_W}tab": "\t", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}
_HEADING = re.compile(r"(?:heading|标题|title|subtitle)\b.*", re.IGNORECASE)
_BODY_TEXT = 9
"""The outline level of text that is not a heading."""

_NOTES = {"footnotes": "footnote", "endnotes": "footnote", "header": "header", "footer": "footer"}
_OTHER_FORMS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
"""Radicals and other forms of letters, which some PDFs have in the place of the usual ones."""


class _TooMuchTextError(Exception):
    """More text than a report has."""


class _Printer:
    """Prints a document by `write`, its lines as long as it has not too much text."""

    def __init__(self, write: Callable[[object], None]) -> None:
        self.write, self._left = write, _MOST_LETTERS

    def line(self, text: str) -> None:
        """Prints one line of text."""
        self._left -= len(text)
        if self._left < 0:
            raise _TooMuchTextError
        self.write(["line", text])


def print_file(data: bytes, write: Callable[[object], None], kind: str) -> None:
    """Prints a Word document, or a PDF if the kind says so."""
    (_print_pdf if kind == "pdf" else _print_word)(BytesIO(data), _Printer(write))


# --- PDF


def _print_pdf(data: BytesIO, out: _Printer) -> None:
    """Prints the text of each page."""
    from pypdf import PdfReader

    reader = PdfReader(data)
    if reader.is_encrypted and not reader.decrypt(""):
        raise PermissionError
    pages = len(reader.pages)
    out.write(["pages", pages])
    for number in range(pages):
        out.write(["run", "page", number + 1])
        text = reader.pages[number].extract_text()
        for line in _OTHER_FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text).splitlines():
            out.line(line)


# --- Word


def _print_word(data: BytesIO, out: _Printer) -> None:
    """Prints paragraphs and tables in their order, then notes, headers and footers."""
    from docx import Document
    from docx.oxml.parser import parse_xml

    document = Document(data)
    printer = _WordPrinter(out, _headings_of(document.part._styles_part.element))  # noqa: SLF001 - has no public name
    printer.print_part(document.element.body, "paragraph")
    for relation in document.part.rels.values():
        part = _NOTES.get(relation.reltype.rpartition("/")[2])
        if part and not relation.is_external:
            printer.print_part(parse_xml(relation.target_part.blob), part)


def _headings_of(styles: Any) -> frozenset[str]:  # noqa: ANN401 - an element of XML
    """Returns the ids of the styles of headings: by name, by outline level, or by the style they build on."""
    found, based = set[str](), dict[str, str]()
    for style in styles.iter(f"{_W}style"):
        key = style.get(f"{_W}styleId", "")
        based[key] = _value_of(style, "basedOn") or ""
        if _HEADING.fullmatch(_value_of(style, "name") or "") or _is_outlined(style):
            found.add(key)

    def is_heading(key: str) -> bool:
        seen = set[str]()
        while key not in found and key in based and key not in seen:
            seen.add(key)
            key = based[key]
        return key in found

    return frozenset(filter(is_heading, based))


def _is_outlined(element: Any) -> bool:  # noqa: ANN401 - an element of XML
    """Tells whether a paragraph or a style has a level in the outline."""
    level = _value_of(element, "pPr", "outlineLvl")
    return level is not None and level.isdigit() and int(level) < _BODY_TEXT


def _value_of(element: Any, *path: str) -> str | None:  # noqa: ANN401 - an element of XML
    """Returns the value of an element below another."""
    for name in path:
        element = None if element is None else element.find(f"{_W}{name}")
    return None if element is None else str(element.get(f"{_W}val", ""))


class _WordPrinter:
    """Prints the parts of a Word document."""

    def __init__(self, out: _Printer, headings: frozenset[str]) -> None:
        self._out, self._headings = out, headings
        self._numbers: dict[str, int] = {}
        self._open = ""

    def print_part(self, container: Any, part: str) -> None:  # noqa: ANN401 - an element of XML
        """Prints what a part holds."""
        for block in _blocks(container):
            if block.tag == f"{_W}tbl":
                self._print_table(block)
            else:
                self._print_paragraph(block, part)

    def _print_paragraph(self, paragraph: Any, part: str) -> None:  # noqa: ANN401 - an element of XML
        if text := _text_of(paragraph).strip():
            number = self._numbers[part] = self._numbers.get(part, 0) + 1
            if self._open != part:
                self._out.write(["run", part, number])
                self._open = part
            is_heading = _value_of(paragraph, "pPr", "pStyle") in self._headings or _is_outlined(paragraph)
            self._out.line(f"# {text}" if is_heading else text)
        for box in _boxes_of(paragraph):
            self.print_part(box, part)

    def _print_table(self, table: Any) -> None:  # noqa: ANN401 - an element of XML
        number = self._numbers["table"] = self._numbers.get("table", 0) + 1
        self._out.write(["run", "table", number])
        self._open = ""
        inner: list[Any] = []
        above: list[str] = []
        for row in _within(table, "tr"):
            if row.find(f"{_W}trPr/{_W}del") is not None:
                continue
            above = self._cells(row, above, inner)
            self._out.line(f"| {' | '.join(above)} |")
        for each in inner:
            self._print_table(each)

    def _cells(self, row: Any, above: list[str], inner: list[Any]) -> list[str]:  # noqa: ANN401 - as above
        """Returns the texts of a row; a merged cell's text stands in all columns and rows that it covers."""
        texts = [""] * _number_of(row, "trPr", "gridBefore", least=0)
        for cell in _within(row, "tc"):
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merged is not None and merged.get(f"{_W}val", "continue") != "restart"
            at = len(texts)
            found = [block for block in _blocks(cell) if block.tag == f"{_W}p"]
            inner += [block for block in _blocks(cell) if block.tag == f"{_W}tbl"]
            text = " ".join(filter(None, (_text_of(each).strip() for each in found))).replace("|", "¦")
            text = (above[at] if at < len(above) else "") if goes_on else text
            texts += [text] * _number_of(cell, "tcPr", "gridSpan", least=1)
        return texts


def _number_of(element: Any, *path: str, least: int) -> int:  # noqa: ANN401 - an element of XML
    """Returns a count that an element has, at most 63: tables of Word have no more columns."""
    text = _value_of(element, *path) or ""
    return min(63, max(least, int(text))) if text.isdigit() else least


def _blocks(container: Any) -> Iterator[Any]:  # noqa: ANN401 - elements of XML
    """Yields paragraphs and tables in their order, also those within frames and tracked changes."""
    for child in container:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from _blocks(child)


def _within(container: Any, name: str) -> Iterator[Any]:  # noqa: ANN401 - elements of XML
    """Yields the rows of a table, or the cells of a row, but not those of tables within."""
    for child in container:
        if child.tag == f"{_W}{name}":
            yield child
        elif isinstance(child.tag, str) and child.tag not in (*_SKIPPED, f"{_W}p", f"{_W}tbl", f"{_W}tc"):
            yield from _within(child, name)


def _text_of(element: Any) -> str:  # noqa: ANN401 - an element of XML
    """Returns a paragraph's text with all tracked changes accepted, without text boxes in it."""
    texts: list[str] = []
    for child in element:
        if child.tag in (f"{_W}t", f"{_M}t"):
            texts.append(child.text or "")
        elif child.tag in _LETTERS:
            texts.append(_LETTERS[child.tag])
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED and child.tag != f"{_W}txbxContent":
            texts.append(_text_of(child))
    return "".join(texts)


def _boxes_of(element: Any) -> Iterator[Any]:  # noqa: ANN401 - elements of XML
    """Yields the text boxes anchored to a paragraph, once each."""
    for child in element:
        if child.tag == f"{_W}txbxContent":
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from _boxes_of(child)
