"""A file is what it is, not what it is called; it is looked at before it is read, and does no harm."""

import csv
import os
import subprocess
import sys
import tracemalloc
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from kit.workbooks import SPREADSHEET, text, workbook, zipped
from plan_tracker.language import Language
from plan_tracker.spreadsheets.cells import Broken, Cell, Percent
from plan_tracker.spreadsheets.files.opening import Source, open_source
from plan_tracker.spreadsheets.files.text import Fields
from plan_tracker.spreadsheets.files.workbook import Workbook
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.sheet import Area, Sheet, column_of, letter_of

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def opened(folder: Path, data: bytes, name: str = "t.xlsx", **how: str | None) -> Source:
    path = folder / name
    path.write_bytes(data)
    return open_source(path, how.get("sheet"), how.get("encoding"))


def sheets(folder: Path, data: bytes, name: str = "t.xlsx", **how: str | None) -> tuple[Sheet, ...]:
    content = opened(folder, data, name, **how).content
    assert isinstance(content, Workbook)
    return content.sheets


def rows(folder: Path, data: bytes) -> list[list[Cell]]:
    return [list(row) for row in sheets(folder, data)[0].rows]


def fields(folder: Path, data: bytes, name: str = "t.csv", **how: str | None) -> Fields:
    content = opened(folder, data, name, **how).content
    assert isinstance(content, Fields)
    return content


def refusal(folder: Path, data: bytes, name: str = "t.xlsx", **how: str | None) -> str:
    with pytest.raises(NotRead) as refused:
        opened(folder, data, name, **how)
    hint = refused.value.hint
    told = refused.value.message.text(Language.EN).replace(f"{folder}/", "")
    return f"{told}; {hint.text(Language.EN)}" if hint else told


# --- what a workbook says of its cells


def test_percent_cells_months_and_errors_are_what_people_see(tmp_path: Path) -> None:
    cells = (
        f'{text("A1", "a")}<c r="B1" s="1"><v>0.9271</v></c><c r="C1" s="2"><v>7.0000000000000007E-2</v></c>'
        '<c r="D1" s="3"><v>45565</v></c><c r="E1" s="4"><v>45536</v></c><c r="F1" s="5"><v>45536</v></c>'
        '<c r="G1" s="6"><v>92.7</v></c><c r="H1" s="7"><v>0.5</v></c><c r="I1" s="8"><v>45537</v></c>'
        '<c r="J1" t="e"><v>#DIV/0!</v></c><c r="K1" s="8"><v>45536</v></c>'
    )
    assert rows(tmp_path, workbook(f'<row r="1">{cells}</row>')) == [
        [
            *("a", Percent(Decimal("0.9271")), Percent(Decimal("0.07")), date(2024, 9, 30), "2024-09"),
            *("2024年9月", 92.7, Percent(Decimal("0.5")), date(2024, 9, 2), Broken("#DIV/0!"), "2024年9月"),
        ]
    ]


def test_a_formula_without_a_value_is_no_blank_cell(tmp_path: Path) -> None:
    cells = (
        '<c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1"><f>1+1</f><v>2</v></c><c r="D1"/>'
        '<c r="E1" t="str"><f>""</f><v></v></c><c r="F1"><f>1-1</f><v>0</v></c>'
    )
    assert rows(tmp_path, workbook(f'<row r="1">{cells}</row>')) == [
        [Broken(""), Broken(""), 2.0, None, None, 0.0]
    ]


def test_a_zero_in_a_workbook_that_was_never_calculated_is_no_value(tmp_path: Path) -> None:
    cells = (
        '<c r="A1"><f>1+1</f><v>0</v></c><c r="B1"><v>0</v></c>'
        '<c r="C1"><f>1/30</f><v>0.0333333333333333</v></c>'
    )
    assert rows(tmp_path, workbook(f'<row r="1">{cells}</row>', calculate=True)) == [
        [Broken(""), 0.0, 0.0333333333333333]
    ]


def test_cells_may_leave_their_references_out_and_tags_may_have_a_prefix(tmp_path: Path) -> None:
    assert rows(
        tmp_path,
        workbook('<row><c s="1"><v>0.5</v></c><c t="e"><v>#N/A</v></c></row><row><c><v>1</v></c></row>'),
    ) == [
        [Percent(Decimal("0.5")), Broken("#N/A")],
        [1.0, None],
    ]
    prefixed = (
        f'<x:worksheet xmlns:x="{SPREADSHEET}"><x:sheetData><x:row r="1" hidden="1">'
        '<x:c r="A1" s="1"><x:v>0.5</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    [sheet] = sheets(tmp_path, workbook(prefixed))
    assert (list(sheet.rows), sheet.hidden_rows) == ([[Percent(Decimal("0.5"))]], frozenset({0}))


def test_merged_and_hidden_cells_are_known(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("数据")
        sheet.merge_range(0, 0, 0, 3, "标题")
        sheet.write_row(1, 0, ["a", 1, 2])
        sheet.write_row(2, 0, ["b", 1, 2])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})
        book.add_worksheet("藏").hide()
        book.add_chartsheet("图")
        book.add_worksheet("空")
    content = open_source(path, None, None).content
    assert isinstance(content, Workbook)
    assert [each.name for each in content.sheets] == ["数据", "空"]
    assert content.hidden == ("藏",)
    first, empty = content.sheets
    assert first.merged == (Area(0, 0, 0, 3),)
    assert (first.hidden_rows, first.hidden_columns) == (frozenset({2}), frozenset({1}))
    assert not list(empty.rows)


def test_a_hidden_sheet_is_read_where_it_is_named(tmp_path: Path) -> None:
    data = workbook(
        {"A": '<row r="1"><c r="A1"><v>1</v></c></row>', "B": '<row r="1"><c r="A1"><v>2</v></c></row>'},
        hidden=["B"],
    )
    assert [each.name for each in sheets(tmp_path, data)] == ["A"]
    [only] = sheets(tmp_path, data, sheet="B")
    assert list(only.rows) == [[2.0]]
    assert refusal(tmp_path, data, sheet="C") == "t.xlsx has no sheet `C`; its sheets: A, B"


# --- what does harm


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        (
            '<row r="1"><c r="ZZZZZZZZ99999999999"><v>1</v></c></row>',
            "there is no cell `ZZZZZZZZ99999999999`",
        ),
        ('<row r="1"><c r="XFE1" s="1"><v>1</v></c></row>', "there is no cell `XFE1`"),
        ('<row r="1"><c r="A0"><v>1</v></c></row>', "there is no cell `A0`"),
        ('<row r="9999999999"><c><v>1</v></c></row>', "there is no cell `9999999999`"),
        (
            '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
            "its cells extend over 1,048,576 rows and 16,384 columns, more than 5 million cells",
        ),
        (
            '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="400"><c r="A400"><v>1</v></c></row>',
            "its cells extend over 400 rows and 16,384 columns",
        ),
        ('<row r="1"><c r="A1"><v>1</v></row>', "is damaged: the workbook is incomplete"),
    ],
)
def test_cells_that_cannot_be_or_lie_far_away_are_refused(tmp_path: Path, sheet: str, words: str) -> None:
    assert words in refusal(tmp_path, workbook(sheet))


def test_a_cell_far_away_that_only_has_a_format_is_nothing(tmp_path: Path) -> None:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="3"/></row>'
    assert rows(tmp_path, workbook(far)) == [[1.0]]


def test_what_unpacks_to_more_than_a_gigabyte_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    media = {"xl/media/1.bin": bytes(9), "xl/media/2.bin": bytes(9)}
    content = bytearray(workbook('<row r="1"><c r="A1"><v>1</v></c></row>', more=media))
    for name in media:
        entry = content.rindex(name.encode()) - 46  # in the directory, where sizes once unpacked stand
        content[entry + 24 : entry + 28] = (1 << 29).to_bytes(4, "little")
    assert "t.xlsx unpacks to more than 1 GB and was not read; delete what" in refusal(
        tmp_path, bytes(content)
    )


def test_what_is_larger_than_a_gigabyte_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    with path.open("wb") as big:
        big.truncate((1 << 30) + 1)  # takes no room on the disk
    tracemalloc.start()
    with pytest.raises(NotRead) as raised:
        open_source(path, None, None)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "is larger than 1 GB and was not read" in raised.value.message.text(Language.EN)
    assert most < 1 << 20


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    data = workbook('<row r="1"><c r="A1"><v>&c;</v></c></row>', doctype=bomb)
    assert "t.xlsx is damaged" in refusal(tmp_path, data)


def test_archives_and_xml_that_are_damaged_in_any_place_are_told(tmp_path: Path) -> None:
    good = workbook('<row r="1"><c r="A1"><v>1</v></c></row>')
    at = good.index(b"xl/worksheets/sheet1.xml") + 40
    assert "t.xlsx is damaged" in refusal(tmp_path, good[:at] + b"\xff\xff\xff\xff" + good[at + 4 :])
    odd = f'<worksheet xmlns="{SPREADSHEET}"><sheetData/></worksheet>'
    content = BytesIO()
    with zipfile.ZipFile(BytesIO(good)) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            data = (
                f'<?xml version="1.0" encoding="XTF-8"?>{odd}'.encode()
                if "sheet1" in name
                else old.read(name)
            )
            new.writestr(name, data)
    assert "t.xlsx is damaged" in refusal(tmp_path, content.getvalue())


def test_what_the_library_cannot_bear_ends_only_its_own_process(tmp_path: Path) -> None:
    """An .xls of noise and an .ods whose one cell is repeated over all of a sheet."""
    noise = COMPOUND + bytes(range(256)) * 40 + "Workbook".encode("utf-16-le")
    assert "t.xls cannot be read" in refusal(tmp_path, noise, "t.xls")
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="S"><table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>'
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    ods = zipped(
        mimetype=b"application/vnd.oasis.opendocument.spreadsheet",
        **{"content.xml": content.encode(), "META-INF__manifest.xml": manifest.encode()},
    )
    assert "t.ods cannot be read" in refusal(tmp_path, ods, "t.ods")


# --- what a file is


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "t.csv", "t.csv is empty"),
        (b"\xef\xbb\xbf \r\n", "t.csv", "t.csv is empty"),
        (
            b"<html><table><tr><td>1</td></tr></table>",
            "t.xls",
            "t.xls is a web page, whatever its name says; open it in",
        ),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE HTML><html>", "t.xls", "is a web page"),
        ("<html>".encode("utf-16"), "t.xls", "is a web page"),
        (b"<table border=1>", "t.xlsx", "is a web page"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "t.xls",
            "an XML file",
        ),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "t.xls", "is a web page"),
        (b"%PDF-1.7", "t.xlsx", "t.xlsx is a PDF, not a table; save the table as .xlsx or CSV"),
        (b"{\\rtf1", "t.xls", "is a text document (Word)"),
        (b"\x89PNG\r\n", "t.csv", "is a picture"),
        (b"PAR1abc", "t.csv", "is a database"),
        (
            zipped(**{"word__document.xml": b"x"}),
            "t.xlsx",
            "is a text document (Word), not a table; copy the table",
        ),
        (zipped(**{"ppt__presentation.xml": b"x"}), "t.xlsx", "is a presentation"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "t.ods", "is a text document"),
        (zipped(**{"Index__Document.iwa": b"x"}), "t.xlsx", "is an Apple Numbers file"),
        (zipped(**{"a.csv": b"x"}), "t.xlsx", "is an archive, not a table; unpack it"),
        (b"PK\x03\x04", "t.xlsx", "t.xlsx is damaged"),
        (workbook("<row/>")[:-40], "t.xlsx", "t.xlsx is damaged"),
        (
            COMPOUND + "EncryptedPackage".encode("utf-16-le"),
            "t.xlsx",
            "is protected by a password; open it, take",
        ),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "t.xls", "is a text document (Word)"),
        (
            bytes(range(128, 256)) * 9,
            "t.csv",
            "t.csv is neither text in UTF-8, UTF-16, GB18030 or windows-1252",
        ),
        (b"\x01\x02\x03\x04" * 99, "t.csv", "is neither text in"),
    ],
)
def test_what_is_no_table_is_said_with_what_to_do(tmp_path: Path, data: bytes, name: str, words: str) -> None:
    assert words in refusal(tmp_path, data, name)


def test_text_that_is_called_a_workbook_is_read_as_text_and_the_other_way_round(tmp_path: Path) -> None:
    source = opened(tmp_path, b"name,goal\nA,1\n", "t.xlsx")
    assert isinstance(source.content, Fields)
    assert "contains text, whatever its name says" in source.notes[0].text(Language.EN)
    assert source.notes[0].text(Language.ZH).endswith("t.xlsx 的扩展名与内容不符，实际为文本，已按此读取")
    source = opened(tmp_path, workbook('<row r="1"><c r="A1"><v>1</v></c></row>'), "t.csv")
    assert isinstance(source.content, Workbook)
    assert source.notes[0].text(Language.ZH).endswith("t.csv 的扩展名与内容不符，实际为 xlsx，已按此读取")
    assert "contains xlsx" in source.notes[0].text(Language.EN)


@pytest.mark.parametrize("name", ["folder", "missing.csv", "a\0b"])
def test_what_is_no_file_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir(exist_ok=True)
    with pytest.raises(NotRead):
        open_source(tmp_path / name, None, None)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of POSIX")
def test_a_pipe_that_may_wait_for_ever_is_refused_and_one_of_this_process_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotRead, match="pipe or a device"):
        open_source(tmp_path / "pipe", None, None)
    with pytest.raises(NotRead, match="pipe or a device"):
        open_source(Path("/dev/zero"), None, None)
    code = (
        f"import pathlib; from {open_source.__module__} import open_source\n"
        "print(open_source(pathlib.Path('/dev/stdin'), None, None).content)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=b"a,b\n", capture_output=True, check=True)  # noqa: S603 - our own code
    assert b"a,b" in done.stdout


# --- text


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        ("指标,目标\n", "utf-8", "UTF-8"),
        ("指标,目标\n", "utf-8-sig", "UTF-8"),
        ("指标,目标\n", "gb18030", "GB18030"),
        ("指标,目标\n", "utf-16", "UTF-16"),
        ("指标,目标\n", "utf-16-be", "UTF-16"),
        ("name,指\n", "utf-16-le", "UTF-16"),
        ("吉首市，喆镕，2021年①Ⅱ—", "gb18030", "GB18030"),
        ("Cafés ouverts,cafés\n", "cp1252", "windows-1252"),
        ("Größe,Straße,Übergänge\n", "cp1252", "windows-1252"),
        ("Änderungen,u\n", "cp1252", "windows-1252"),
        ("Écoles ouvertes,u\n", "cp1252", "windows-1252"),
        ("déjà vu,naïve,façade,œuvre — €\n", "cp1252", "windows-1252"),
        ("Año,niños,señales\n", "cp1252", "windows-1252"),
        ("plain,ASCII\n", "ascii", "UTF-8"),
    ],
)
def test_the_bytes_of_a_text_show_its_encoding(tmp_path: Path, text: str, encoding: str, said: str) -> None:
    found = fields(tmp_path, text.encode(encoding))
    assert (found.text, found.encoding) == (text, said)


def test_the_user_decides_the_encoding(tmp_path: Path) -> None:
    data = "指標,目標".encode("big5")
    assert fields(tmp_path, data, encoding="big5").text == "指標,目標"
    assert "t.csv is not utf-8: byte 1 cannot be read" in refusal(tmp_path, data, "t.csv", encoding="utf-8")
    for odd in ("klingon", "base64", "rot13", "", "a\0b"):
        assert "there is no encoding" in refusal(tmp_path, data, "t.csv", encoding=odd)
    assert "has no encoding to choose" in refusal(tmp_path, workbook("<row/>"), encoding="utf-8")
    assert "is a text file and has no sheets" in refusal(tmp_path, data, "t.csv", sheet="S")


def test_rows_keep_their_numbers_and_fields_their_commas(tmp_path: Path) -> None:
    text = fields(tmp_path, b'a;b\n\n"x;y"; 1 \n"two\nlines";"say ""so"""\n')
    assert text.sheet(";").rows == [["a", "b"], [], ["x;y", "1"], ["two\nlines", 'say "so"']]


def test_a_first_line_may_name_the_delimiter(tmp_path: Path) -> None:
    text = fields(tmp_path, b"sep=|\r\na,1|b\r\n")
    assert text.delimiters() == ["|"]
    assert text.sheet("|").rows == [[], ["a,1", "b"]]


@pytest.mark.parametrize(
    ("table", "row"),
    [('a,b\nx,1\n"y,2\nz,3\n', "3"), ('a,b\n"x"y,1\n', "2"), ('a,b\nx,"1\ny,2\nz,"3\n', "2"), ('"', "1")],
)
def test_an_unclosed_quote_is_told_with_its_row(tmp_path: Path, table: str, row: str) -> None:
    with pytest.raises(NotRead) as refused:
        fields(tmp_path, table.encode()).sheet(",")
    assert f"row {row} has a quotation mark" in refused.value.message.text(Language.EN)


def test_a_field_may_be_long_and_the_host_keeps_its_own_limit(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    [row] = fields(tmp_path, b"a," + b"x" * 500_000).sheet(",").rows
    assert len(str(row[1])) == 500_000
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(("letters", "column"), [("A", 0), ("Z", 25), ("AA", 26), ("AZ", 51), ("XFD", 16383)])
def test_columns_are_called_as_in_spreadsheets(letters: str, column: int) -> None:
    assert (letter_of(column), column_of(letters), column_of(letters.lower())) == (letters, column, column)


def test_long_sheets_come_whole_and_apart(tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, rows in (("one", 5001), ("two", 1), ("three", 2600)):
            sheet = book.add_worksheet(name)
            for row in range(rows):
                sheet.write_row(row, 1, [f"{name}{row}", row])
    content = open_source(path, None, None).content
    assert isinstance(content, Workbook)
    read = {sheet.name: sheet.rows for sheet in content.sheets}
    assert {name: len(rows) for name, rows in read.items()} == {"one": 5001, "two": 1, "three": 2600}
    assert read["one"][5000] == [None, "one5000", 5000]
    assert read["two"] == [[None, "two0", 0]]
    assert (read["three"][0][1], read["three"][2599][1]) == ("three0", "three2599")
