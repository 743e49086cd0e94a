"""Reports of every kind are read, by what they are; what is no report is refused, with what to do."""

import json
import zipfile
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest

from kit.forks import Forks
from kit.pdf import pdf
from kit.program import MAIN, Run, Write
from kit.reports import WELLS
from kit.word import add, paragraph, row, saved, table, with_notes, word
from kit.workbooks import zipped
from plan_tracker.language import Language
from plan_tracker.questions.document.source import Document, Part, Place
from plan_tracker.spreadsheets import apart
from plan_tracker.spreadsheets.documents import pages
from plan_tracker.spreadsheets.documents.opening import open_document
from plan_tracker.spreadsheets.refusal import NotRead

docx = pytest.importorskip("docx", reason="the extra `documents` is not installed")
pypdf = pytest.importorskip("pypdf", reason="the extra `documents` is not installed")

SENTENCE = "维修机井740眼，完成年度任务的74.1%。"


def opened(folder: Path, content: bytes, name: str = "report.txt") -> Document:
    path = folder / name
    path.write_bytes(content)
    return open_document(path).document


def refused(folder: Path, content: bytes, name: str = "report.txt") -> tuple[str, str]:
    path = folder / name
    path.write_bytes(content)
    with pytest.raises(NotRead) as failure:
        open_document(path)
    message, hint = failure.value.message, failure.value.hint
    assert message.text(Language.ZH) != message.text(Language.EN)
    return message.text(Language.EN).replace(str(path), "FILE"), hint.text(Language.EN) if hint else ""


def printed_here(reader: apart.Reader, data: bytes, arguments: list[str], *_: object) -> object:
    """What the process that reads a file prints: that it is one is tested with files that it refuses."""
    lines: list[object] = []
    import_module(reader.module).print_file(data, lines.append, *arguments)
    return json.loads(json.dumps(lines))


@pytest.fixture
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "events", printed_here)


IN_THIS_PROCESS = pytest.mark.usefixtures("_in_this_process")


# --- text


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", ["UTF-16"]),
        ("utf-16-le", ["UTF-16"]),
        ("utf-16-be", ["UTF-16"]),
        ("gb18030", ["GB18030"]),
        ("gbk", ["GB18030"]),
    ],
)
def test_text_is_read_in_the_encoding_that_it_has(tmp_path: Path, encoding: str, told: list[str]) -> None:
    path = tmp_path / "report.md"
    path.write_bytes(f"# 报告\n\n{SENTENCE}\n".encode(encoding))
    read = open_document(path)
    assert read.document.text == f"# 报告\n\n{SENTENCE}\n"
    assert [each.values["encoding"] for each in read.notes] == told


@pytest.mark.parametrize(
    "sentence", ["Cafés rénovés : 740, soit 74,1 %.", "Straßen: 740 km – 74,1 % (größer)"]
)
def test_where_the_bytes_fit_no_chinese_text_they_are_windows_1252(tmp_path: Path, sentence: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(sentence.encode("cp1252"))
    read = open_document(path)
    assert read.document.text == sentence
    assert [each.values["encoding"] for each in read.notes] == ["windows-1252"]


# --- Word


def test_paragraphs_and_tables_stand_in_their_order(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        word("第一段", table(row("指标", "完成"), row("机井", "740")), "", "第二段", table(row("桥", "3"))),
    )
    assert document.text.split("\n") == [
        "第一段",
        "| 指标 | 完成 |",
        "| 机井 | 740 |",
        "第二段",
        "| 桥 | 3 |",
    ]
    assert [document.place(line) for line in range(1, 6)] == [
        Place(Part.PARAGRAPH, 1),
        Place(Part.TABLE, 1, 1),
        Place(Part.TABLE, 1, 2),
        Place(Part.PARAGRAPH, 2),
        Place(Part.TABLE, 2, 1),
    ]
    assert document.are_paragraphs


@IN_THIS_PROCESS
def test_merged_cells_hold_for_all_that_they_cover(tmp_path: Path) -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    first, more = (f"<w:tcPr><w:vMerge{value}/></w:tcPr>" for value in (' w:val="restart"', ""))
    document = opened(
        tmp_path,
        word(
            table(
                row(first + paragraph("指标"), wide + paragraph("上半年"), "全年"),
                row(more + paragraph(""), "目标", "完成", "目标"),
                row("机井", "800", "740", "1000"),
            )
        ),
    )
    assert document.text.split("\n") == [
        "| 指标 | 上半年 | 上半年 | 全年 |",
        "| 指标 | 目标 | 完成 | 目标 |",
        "| 机井 | 800 | 740 | 1000 |",
    ]


@IN_THIS_PROCESS
def test_a_column_merged_over_thousands_of_rows_takes_no_time(tmp_path: Path) -> None:
    first, more = (f"<w:tcPr><w:vMerge{value}/></w:tcPr>" for value in (' w:val="restart"', ""))
    rows = [row(first + paragraph("机井"), "1")] + [row(more + paragraph(""), "2")] * 5000
    assert opened(tmp_path, word(table(*rows))).text.split("\n")[-1] == "| 机井 | 2 |"


@IN_THIS_PROCESS
def test_tables_within_cells_follow_their_table(tmp_path: Path) -> None:
    inner = table(row("机井", "740眼"))
    document = opened(tmp_path, word(table(row("农业", inner + paragraph("见表")), row("工业", "无")), "完"))
    assert document.text.split("\n") == ["| 农业 | 见表 |", "| 工业 | 无 |", "| 机井 | 740眼 |", "完"]
    assert document.place(3) == Place(Part.TABLE, 2, 1)


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:ins><w:r><w:t>74</w:t></w:r></w:ins><w:r><w:t>0眼</w:t></w:r>", "740眼"),
        ("<w:del><w:r><w:delText>73</w:delText></w:r></w:del><w:r><w:t>740眼</w:t></w:r>", "740眼"),
        ("<w:moveFrom><w:r><w:t>别处</w:t></w:r></w:moveFrom><w:r><w:t>740眼</w:t></w:r>", "740眼"),
        ("<w:hyperlink><w:r><w:t>740眼</w:t></w:r></w:hyperlink>", "740眼"),
        ("<w:sdt><w:sdtContent><w:r><w:t>740眼</w:t></w:r></w:sdtContent></w:sdt>", "740眼"),
        ("<w:fldSimple><w:r><w:t>740眼</w:t></w:r></w:fldSimple>", "740眼"),
        ("<w:r><w:instrText>PAGE</w:instrText><w:t>740</w:t><w:br/><w:t>眼</w:t></w:r>", "740 眼"),
        ("<w:r><w:t>机井</w:t><w:tab/><w:t>740眼</w:t></w:r>", "机井\t740眼"),
    ],
)
@IN_THIS_PROCESS
def test_a_paragraph_is_read_as_it_stands_after_all_changes(tmp_path: Path, inner: str, text: str) -> None:
    assert opened(tmp_path, word(f"<w:p>{inner}</w:p>")).text == text


@IN_THIS_PROCESS
def test_what_stands_in_frames_and_boxes_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('框中740眼')}</w:txbxContent>"
    shape = (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    framed = f"<w:sdt><w:sdtContent>{paragraph('目录')}</w:sdtContent></w:sdt>"
    assert opened(tmp_path, word(framed, shape, "完")).text.split("\n") == ["目录", "框中740眼", "完"]


@IN_THIS_PROCESS
def test_headings_are_headings_by_style_and_by_outline(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("招商引资", 2)
    document.styles.add_style("本局标题", 1).base_style = document.styles["Heading 1"]
    document.add_paragraph("重点项目", style="本局标题")
    add(document, '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>就业</w:t></w:r></w:p>')
    document.add_paragraph("正文")
    lines = opened(tmp_path, saved(document)).text.split("\n")
    assert lines == ["# 招商引资", "# 重点项目", "# 就业", "正文"]


@IN_THIS_PROCESS
def test_headers_and_footers_are_read_last(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "机井740眼"
    document.sections[0].footer.paragraphs[0].text = "内部资料"
    document.add_paragraph("正文")
    read = opened(tmp_path, saved(document))
    lines = read.text.split("\n")
    assert lines[0] == "正文"
    assert {lines[1], lines[2]} == {"机井740眼", "内部资料"}
    assert read.place(lines.index("机井740眼") + 1) == Place(Part.HEADER, 1)


@IN_THIS_PROCESS
def test_footnotes_and_endnotes_are_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("正文")
    with_notes(document, "footnotes", SENTENCE, "另有机井12眼。")
    with_notes(document, "endnotes", "数据截至6月30日。")
    read = opened(tmp_path, saved(document))
    assert read.text.split("\n") == ["正文", SENTENCE, "另有机井12眼。", "数据截至6月30日。"]
    assert [read.place(line) for line in (2, 3, 4)] == [Place(Part.NOTE, number) for number in (1, 2, 3)]


@IN_THIS_PROCESS
def test_a_figure_in_a_footnote_is_found_there(run: Run, plan: Write, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("上半年各项工作进展顺利。")
    with_notes(document, "footnotes", SENTENCE)
    report = tmp_path / "report.docx"
    report.write_bytes(saved(document))
    done = run("audit", "-f", plan(WELLS), "--document", str(report), "--format", "json")
    (figure,) = json.loads(done.out)["document"]["figures"]
    assert (done.code, figure["place"]) == (0, "footnote 1")


@IN_THIS_PROCESS
def test_paragraphs_that_are_lines_of_a_page_are_joined(tmp_path: Path) -> None:
    sentence = (
        "上半年城乡建设提速，危旧桥梁改造完工8座，占全年任务的40%；维修机井740眼，完成年度任务的74.1%。" * 5
    )
    lines = [sentence[at : at + 20] for at in range(0, len(sentence), 20)]
    assert not opened(tmp_path, word(*lines)).are_paragraphs
    assert opened(tmp_path, word(*[sentence] * 10)).are_paragraphs
    assert opened(tmp_path, word("招商引资", "维修机井740眼", "修桥8座")).are_paragraphs
    items = [f"{'很' * each}长的一项，维修机井{each}眼，完成年度任务的74.1%" for each in range(20)]
    assert opened(tmp_path, word(*items)).are_paragraphs


# --- PDF


@IN_THIS_PROCESS
def test_the_pages_of_a_pdf(tmp_path: Path) -> None:
    document = opened(tmp_path, pdf(["一、机井", SENTENCE], [], ["另页"]), "report.pdf")
    assert document.place(document.text.split("\n").index(SENTENCE) + 1) == Place(Part.PAGE, 1, 2)
    assert document.place(document.text.split("\n").index("另页") + 1) == Place(Part.PAGE, 3, 1)


@IN_THIS_PROCESS
def test_pages_without_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf([SENTENCE], [], ["另页"], []))
    (told,) = open_document(path).notes
    assert "no text on 2 of 4 pages (2, 4)" in told.text(Language.EN)


@IN_THIS_PROCESS
def test_what_stands_on_every_page_cuts_no_sentence(tmp_path: Path) -> None:
    pages = [["示范市公报", f"第{each}页，维修机", str(each)] for each in range(1, 5)]
    lines = opened(tmp_path, pdf(*pages)).text.split("\n")
    assert "示范市公报" not in lines
    assert "第3页，维修机" in lines
    assert "示范市公报" in opened(tmp_path, pdf(*pages[:2])).text


@IN_THIS_PROCESS
def test_letters_in_other_forms_become_the_usual_ones(tmp_path: Path) -> None:
    assert opened(tmp_path, pdf(["⾦⼈740"])).text == "金人740"


# --- what a file is


@IN_THIS_PROCESS
def test_a_file_is_what_it_is_and_not_what_it_is_called(tmp_path: Path) -> None:
    assert opened(tmp_path, word(SENTENCE), "report.txt").text == SENTENCE
    assert opened(tmp_path, pdf([SENTENCE]), "report.docx").text == SENTENCE
    assert opened(tmp_path, SENTENCE.encode(), "report.pdf").text == SENTENCE


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        (b"", "FILE is empty", ""),
        (b"\xef\xbb\xbf \n", "FILE is empty", ""),
        (b"<!DOCTYPE html><html><body>740", "FILE is a web page", "save it as .docx"),
        ("\ufeff<!-- x --><HTML lang=zh>".encode(), "FILE is a web page", "save it as .docx"),
        ("<html><body>机井".encode("utf-16"), "FILE is a web page", "save it as .docx"),
        (b'<?xml version="1.0"?><html xmlns="x"/>', "FILE is a web page", "save it as .docx"),
        (b"MIME-Version: 1.0\n", "FILE is a web page", "save it as .docx"),
        (b'<?xml version="1.0"?><w:wordDocument/>', "FILE is an XML file", "save it as .docx"),
        (b"{\\rtf1 740}", "FILE is an RTF file", "save it as .docx"),
        (OLE + "WordDocument".encode("utf-16-le"), "FILE is an old Word file (.doc)", "as .docx"),
        (OLE + "Workbook".encode("utf-16-le"), "FILE is a workbook", "record --from"),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "FILE is protected by a password",
            "take the password",
        ),
        (OLE, "FILE is from an older office program", "save it as .docx"),
        (zipped(xl__workbook="x"), "FILE is a workbook", "record --from"),
        (zipped(ppt__slide="x"), "FILE is a presentation", "save it as .docx"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "FILE is an OpenDocument text", ".docx"),
        (zipped(a="x"), "FILE is an archive", "unpack"),
        (zipped(word__document="x"), "FILE is damaged", "save it again"),
        (word(SENTENCE)[:-200], "FILE is damaged", "save it again"),
        (b"PK\x03\x04" + bytes(50), "FILE is damaged", "save it again"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "FILE is a picture", "OCR"),
        (b"\x1f\x8b" + bytes(50), "FILE is an archive", "unpack"),
        (b"\xff\xd8\xff" + bytes(50), "FILE is a picture", "OCR"),
        (bytes(range(256)) * 20, "FILE is not text", "UTF-8"),
        (b"\x00\x01\x02\x03" * 100, "FILE is not text", "UTF-8"),
        (b"\xff\x81\x8d\xff abc", "FILE is not text", "UTF-8"),
        (pdf([]), "FILE has 1 page and no text: it is scanned", "OCR"),
        (pdf([], [], []), "FILE has 3 pages and no text: it is scanned", "OCR"),
        (b"%PDF-1.7\nnothing", "FILE is damaged", "save it again"),
        (word(""), "FILE contains no text", "name a report"),
    ],
)
def test_what_is_no_report_is_refused_with_what_to_do(
    tmp_path: Path, content: bytes, message: str, hint: str
) -> None:
    told, advice = refused(tmp_path, content)
    assert told.startswith(message)
    assert hint in advice


def test_an_encrypted_pdf(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(BytesIO(pdf([SENTENCE]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    assert refused(tmp_path, out.getvalue())[0] == "FILE is protected by a password"
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(BytesIO(pdf([SENTENCE]))))
    writer.encrypt("", "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    assert opened(tmp_path, out.getvalue()).text == SENTENCE


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    content = bytearray(word(SENTENCE))
    entry = content.index(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = ((1 << 30) + 1).to_bytes(4, "little")  # its size once unpacked
    assert refused(tmp_path, bytes(content)) == (
        "FILE unpacks to more than 1 GB and was not read",
        "save the text of the report by itself, and name that file",
    )


def test_entities_of_a_document_do_not_multiply(tmp_path: Path) -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "机井">{bomb}]>'
    whole = BytesIO(word("正文"))
    out = BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            content = old.read(each)
            if each == "word/document.xml":
                content = content.partition(b"?>")[2].replace("正文".encode(), b"&a9;")
                content = head.encode() + content
            new.writestr(each, content)
    try:
        assert len(opened(tmp_path, out.getvalue()).text) < 1000
    except NotRead as error:
        assert error.message.phrase.en.startswith("{file} ")  # noqa: PT017 - either is well


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("import os; os.abort()", "reading stopped"),
        ("import sys; sys.exit(3)", "reading stopped"),
        ("raise SystemError('panic')", "reading stopped"),
        ("print('[1]')", "reading stopped"),
        ("import json; print(json.dumps({'error': 'MemoryError', 'text': ''}))", "reading stopped"),
    ],
)
def test_whatever_a_library_does_ends_as_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, message: str
) -> None:
    _read_by(program, tmp_path, monkeypatch)
    assert message in refused(tmp_path, word(SENTENCE))[0]


@pytest.mark.parametrize("program", ["import time; time.sleep(60)", "while True: pass"])
def test_a_library_that_does_not_end_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    _read_by(program, tmp_path, monkeypatch)
    hasty = pages.READER._replace(patience=0.4)  # type: ignore[arg-type]  # nobody else has so little
    monkeypatch.setattr(pages, "READER", hasty)
    assert "more than 0.4 seconds" in refused(tmp_path, word(SENTENCE))[0]


def _read_by(program: str, folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Puts a program into the place of that which reads a document."""
    child = folder / "child.py"
    child.write_text(program, encoding="utf-8")
    patch.setattr(apart, "_CHILD", child)


# --- as a command


@pytest.mark.parametrize("name", ["report.txt", "report.docx", "report.pdf"])
def test_the_same_report_in_three_formats_gives_the_same_answer(
    run: Run, plan: Write, tmp_path: Path, name: str
) -> None:
    content = {"report.txt": SENTENCE.encode(), "report.docx": word(SENTENCE), "report.pdf": pdf([SENTENCE])}
    (tmp_path / name).write_bytes(content[name])
    done = run("audit", "-f", plan(WELLS), "--document", str(tmp_path / name), "--strict", "--lang", "zh")
    assert (done.code, done.err) == (0, "")
    place = {"report.txt": "1", "report.docx": "第1段", "report.pdf": "第1页第1行"}[name]
    assert [line.split()[-1] for line in done.out.splitlines() if line.startswith("维修机井")][-2:] == [
        place
    ] * 2


@IN_THIS_PROCESS
def test_places_for_machines(run: Run, plan: Write, tmp_path: Path) -> None:
    report = tmp_path / "report.docx"
    report.write_bytes(word("前言", table(row("指标", "完成（眼）"), row("维修机井", "740")), "完成率63%。"))
    done = run("audit", "-f", plan(WELLS), "--document", str(report), "--format", "json")
    document = json.loads(done.out)["document"]
    assert (document["figures"][0]["line"], document["figures"][0]["place"]) == (3, "table 1 row 2")
    assert document["uncovered"][0]["place"] == "paragraph 2"


@pytest.mark.parametrize("name", ["folder", "gone.txt", "report.doc"])
def test_what_cannot_be_read_ends_with_2_and_says_what_to_do(
    run: Run, plan: Write, tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder").mkdir(exist_ok=True)
    (tmp_path / "report.doc").write_bytes(OLE + "WordDocument".encode("utf-16-le"))
    done = run("audit", "-f", plan(WELLS), "--document", str(tmp_path / name))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: ")
    assert "hint: " in done.err


@pytest.mark.parametrize(("name", "package"), [("report.docx", "python-docx"), ("report.pdf", "pypdf")])
def test_without_the_libraries_one_line_says_how_to_get_them(
    plan: Write, tmp_path: Path, name: str, package: str, forks: Forks
) -> None:
    report = tmp_path / name
    report.write_bytes(word(SENTENCE) if name.endswith("docx") else pdf([SENTENCE]))
    without = "sys.modules['docx'] = sys.modules['pypdf'] = None"
    done = forks.run(f"{without}\n{MAIN}", "audit", "-f", plan(WELLS), "--document", str(report))
    assert done.code == 2
    assert f"and {package} is not installed" in done.err
    assert 'pip install "plan-tracker[documents]"' in done.err
