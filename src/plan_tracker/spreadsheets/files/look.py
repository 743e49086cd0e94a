"""Looks into an .xlsx before it is read: whether that is safe, and what python-calamine does not tell.

Tried were python-calamine, openpyxl and a reader of our own over 10,000 rows of nine columns. openpyxl
tells formats and errors but takes seven times as long, hides merged and hidden cells where it is fast, cannot
tell a formula without a value from a blank cell, and has been quiet since 2024. calamine reads all four kinds
of workbooks, dates and shared texts right, but gives percent cells as plain numbers, and error cells and
formulas without a value as blank ones; a cell far away makes it ask for terabytes and abort. So calamine
reads the values, in a process of its own (`workbook`), and here Expat passes once over the XML of a sheet
for the rest: formats, errors, empty formulas, hidden rows, and how far the cells reach.
"""

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import NamedTuple
from xml.etree import ElementTree as ET
from xml.parsers import expat

from plan_tracker.problems import printable
from plan_tracker.spreadsheets.files.formats import NumberFormat, Style, indents_of, raised_in, styles_of
from plan_tracker.spreadsheets.files.kinds import DAMAGE
from plan_tracker.spreadsheets.files.printing import MOST_CELLS
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.sheet import column_of, letter_of
from plan_tracker.wording import files as phrases

_ROWS, _COLUMNS = 1 << 20, 1 << 14
"""How many rows and columns a sheet has at most."""

_MOST_BYTES = 1 << 26
_SHARED_TEXTS = "xl/sharedStrings.xml"
_LONGEST_REFERENCE = len("XFD1048576")
_TRUE, _TEXTS = frozenset({"1", "true"}), frozenset({"s", "str", "b", "inlineStr"})
_CHUNK = 1 << 18
_REFERENCE = re.compile(r"([A-Za-z]{1,3})([1-9]\d{0,6})", re.ASCII)
"""The address of a cell: AB12."""

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass
class Marks:
    """The special cells of a sheet, by (row, column) from 0."""

    styles: dict[tuple[int, int], NumberFormat] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    """Error cells with their error; formulas without a value with an empty text."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    indents: dict[tuple[int, int], int] = field(default_factory=dict)
    raised: dict[str, str] = field(default_factory=dict)
    """Texts of the workbook with raised digits, 177.5¹, by what they are without their looks: 177.51."""


class _Part(NamedTuple):
    """The path of a sheet within the workbook, and whether the sheet is visible."""

    path: str
    visible: bool


class _Outline(NamedTuple):
    """What a workbook says of all its sheets: each by its name, and the number formats and indents of styles.

    Formulas are `uncalculated` where a program wrote the workbook that does not calculate.
    """

    parts: dict[str, _Part]
    styles: list[NumberFormat]
    indents: list[int]
    uncalculated: bool
    raised: dict[str, str]


def marks_in(data: bytes, name: str, wanted: str | None) -> dict[str, Marks]:
    """Returns the special cells of the wanted sheet, else of each visible one, by the sheet's name.

    Raises NotRead where reading the workbook would do harm. `name` is that of the file.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            outline = _outline(archive)
            return {
                sheet: _marks(archive, part, _Scan(name, outline))
                for sheet, (part, visible) in outline.parts.items()
                if (visible if wanted is None else sheet == wanted)
            }
    except DAMAGE:
        raise NotRead(phrases.DAMAGED.fill(file=name), phrases.OPEN_AND_SAVE.fill()) from None


def _marks(archive: zipfile.ZipFile, part: str, scan: "_Scan") -> Marks:
    with archive.open(part) as content:
        while chunk := content.read(_CHUNK):
            scan.feed(chunk)
    return scan.marks()


def _xml(archive: zipfile.ZipFile, part: str) -> ET.Element:
    with archive.open(part) as content:
        data = content.read(_MOST_BYTES)
    if b"<!DOCTYPE" in data or "<!DOCTYPE".encode("utf-16-le") in data:
        raise ValueError(part)  # no workbook has one; it may hold entities that grow without end
    return ET.fromstring(data)  # noqa: S314 - as the line above says


def _related(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Returns the parts that a part refers to, by id: the last word of their type, and their path."""
    folder, name = dirname(part), part.rpartition("/")[2]
    relations = join(folder, "_rels", f"{name}.rels")
    if relations not in archive.namelist():
        return {}
    return {
        each.get("Id", ""): (
            each.get("Type", "").rpartition("/")[2],
            normpath(join("/", folder, each.get("Target", ""))).lstrip("/"),
        )
        for each in _xml(archive, relations)
    }


def _outline(archive: zipfile.ZipFile) -> _Outline:
    """Reads what a workbook says of all its sheets."""
    roots = _related(archive, "").values()
    workbook = next((part for kind, part in roots if kind == "officeDocument"), "xl/workbook.xml")
    related = _related(archive, workbook)
    parts: dict[str, _Part] = {}
    uncalculated = False
    for each in _xml(archive, workbook).iter():
        tag = each.tag.rpartition("}")[2]
        if tag == "sheet":
            kind, part = related.get(each.get(_RELATION) or each.get(_STRICT_RELATION) or "", ("", ""))
            if kind == "worksheet":
                parts[each.get("name", "")] = _Part(part, each.get("state", "visible") == "visible")
        elif tag == "calcPr":
            uncalculated = each.get("fullCalcOnLoad") in _TRUE
    styles = next((part for kind, part in related.values() if kind == "styles"), None)
    known = _xml(archive, styles) if styles else ET.Element("styleSheet")
    return _Outline(
        parts=parts,
        styles=styles_of(known),
        indents=indents_of(known),
        uncalculated=uncalculated,
        raised=_raised(archive),
    )


def _raised(archive: zipfile.ZipFile) -> dict[str, str]:
    """Returns the shared texts in which digits are raised: marks of footnotes, the 2 of m²."""
    if _SHARED_TEXTS not in archive.namelist():
        return {}
    with archive.open(_SHARED_TEXTS) as content:
        data = content.read(_MOST_BYTES)
    if b"superscript" not in data or len(data) == _MOST_BYTES:
        return {}
    return raised_in(_xml(archive, _SHARED_TEXTS))


class _Scan:
    """Reads the XML of a sheet once and keeps what is special.

    Cells without a reference stand right of the one before, rows without a number below the one before.
    References are parsed only where they matter: there is one in each cell.
    """

    def __init__(self, name: str, outline: _Outline) -> None:
        self._name, self._uncalculated = name, outline.uncalculated
        styles, indents = enumerate(outline.styles), enumerate(outline.indents)
        self._styled = {str(number): style for number, style in styles if style is not Style.PLAIN}
        self._indented = {str(number): indent for number, indent in indents if indent}
        self._row = self._column = self._last_row = self._last_column = -1
        self._reference = self._furthest = ""
        self._kind: str | None = None
        self._is_special = False
        self._value: list[str] = []
        self._marks = Marks(raised=outline.raised)
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._first
        self._parser.StartDoctypeDeclHandler = self._refuse

    def feed(self, chunk: bytes) -> None:
        """Reads a piece of the XML; raises NotRead, ExpatError or ValueError."""
        self._parser.Parse(chunk, False)

    def marks(self) -> Marks:
        """Returns what was found, once all is read."""
        self._parser.Parse(b"", True)
        self._end_row()
        rows, columns = self._last_row + 1, self._last_column + 1
        if rows * columns > MOST_CELLS:
            values = {"file": self._name, "rows": f"{rows:,}", "columns": f"{columns:,}"}
            raise NotRead(phrases.REACHES_TOO_FAR.fill(**values), phrases.SAVE_TABLE_ALONE.fill())
        return self._marks

    def _first(self, tag: str, _: dict[str, str]) -> None:
        """Takes from the outermost element the prefix of all others, if they have one."""
        prefix = tag[: tag.rfind(":") + 1]
        self._c, self._v, self._f, self._r, self._col = (
            f"{prefix}{name}" for name in ("c", "v", "f", "row", "col")
        )
        self._contents = frozenset({self._v, f"{prefix}is"})
        self._parser.StartElementHandler = self._start

    def _start(self, tag: str, given: dict[str, str]) -> None:
        if tag == self._c:
            self._begin_cell(given)
        elif tag in self._contents:
            reference, furthest = self._reference, self._furthest
            if len(reference) > len(furthest) or (len(reference) == len(furthest) and reference > furthest):
                self._furthest = reference
            if self._is_special:
                self._parser.CharacterDataHandler = self._value.append
        elif tag == self._f:
            self._begin_special()
        elif tag == self._r:
            self._end_row()
            self._row = self._number(given["r"]) if "r" in given else self._row + 1
            self._column = -1
            if given.get("hidden") in _TRUE:
                self._marks.hidden_rows.add(self._row)
        elif tag == self._col and given.get("hidden") in _TRUE:
            self._marks.hidden_columns.update(range(int(given["min"]) - 1, min(int(given["max"]), _COLUMNS)))

    def _begin_cell(self, given: dict[str, str]) -> None:
        self._column += 1
        reference = given.get("r") or f"{letter_of(self._column)}{self._row + 1}"
        if len(reference) > _LONGEST_REFERENCE:
            raise self._bad(reference)
        kind = given.get("t")
        self._reference, self._kind, self._is_special = reference, kind, False
        if kind == "e":
            self._begin_special()
        if "s" in given:
            if (style := self._styled.get(given["s"])) is not None:
                self._marks.styles[self._place()] = style
            if kind in _TEXTS and (indent := self._indented.get(given["s"])) is not None:
                self._marks.indents[self._place()] = indent

    def _begin_special(self) -> None:
        """Listens to the ends of elements, too: that costs a third more, and few cells are special."""
        self._is_special = True
        self._parser.EndElementHandler = self._end

    def _end(self, tag: str) -> None:
        if tag == self._v:
            self._parser.CharacterDataHandler = None
        elif tag == self._c:
            self._parser.EndElementHandler = self._parser.CharacterDataHandler = None
            self._keep_special()

    def _end_row(self) -> None:
        if self._furthest:
            self._reference, self._furthest = self._furthest, ""
            row, column = self._place()
            self._last_row, self._last_column = max(self._last_row, row), max(self._last_column, column)

    def _keep_special(self) -> None:
        value = "".join(self._value)
        self._value.clear()
        if self._kind == "e":
            self._marks.errors[self._place()] = value or "#"
        elif self._kind not in _TEXTS and (not value or (self._uncalculated and value == "0")):
            self._marks.errors[self._place()] = ""

    def _place(self) -> tuple[int, int]:
        """Returns row and column of the current cell, from 0."""
        match = _REFERENCE.fullmatch(self._reference)
        row, column = (int(match[2]) - 1, column_of(match[1])) if match else (_ROWS, _COLUMNS)
        if row >= _ROWS or column >= _COLUMNS:
            raise self._bad(self._reference)
        self._column = column
        return row, column

    def _number(self, text: str) -> int:
        if not text.isdecimal() or len(text) > len(str(_ROWS)) or not 0 < int(text) <= _ROWS:
            raise self._bad(text)
        return int(text) - 1

    def _bad(self, reference: str) -> NotRead:
        values = {"file": self._name, "reference": printable(reference[:40])}
        return NotRead(phrases.BAD_REFERENCE.fill(**values), phrases.OPEN_AND_SAVE.fill())

    def _refuse(self, *_: object) -> None:
        raise ValueError("a document type")
