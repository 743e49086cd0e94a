"""The annex as a Word document: the sentences of the Markdown annex, real tables, fonts, paper, bytes."""

import gc
import json
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import process_time
from typing import TypeAlias

import pytest

from kit.office import converted
from kit.program import EXAMPLE, ROOT, Run, Write

docx = pytest.importorskip("docx", reason="the extra `documents` is not installed")
pypdf = pytest.importorskip("pypdf", reason="the extra `documents` is not installed")
qn, twips = pytest.importorskip("docx.oxml.ns").qn, pytest.importorskip("docx.shared").Twips
LANDSCAPE = pytest.importorskip("docx.enum.section").WD_ORIENTATION.LANDSCAPE

Annex: TypeAlias = Callable[..., Path]
HOSTILE = '<w:p>&amp; "a\\" ‘b’ {x} %s ]]> \\n | * # <script> 名称 🏗️'


@pytest.fixture
def annex(run: Run, tmp_path: Path) -> Annex:
    """Writes the annex of a plan and gives its path."""

    def write(plan: str, *options: str, name: str = "annex") -> Path:
        path = tmp_path / f"{name}.docx"
        done = run("export", "-f", plan, "-o", str(path), *options)
        assert (done.code, done.out) == (0, "")
        return path

    return write


def texts(path: Path) -> list[str]:
    """The paragraphs with text, and the rows of tables as Markdown has them, in their order."""
    found: list[str] = []
    for block in docx.Document(str(path)).iter_inner_content():
        if isinstance(block, docx.text.paragraph.Paragraph):
            found += [block.text] if block.text else []
        else:
            found += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("plan", ["targets.toml", "examples/parts.toml", "examples/fiscal.toml"])
def test_it_says_what_the_markdown_annex_says(annex: Annex, run: Run, plan: str, language: str) -> None:
    path = annex(str(ROOT / plan), "--lang", language)
    told = run("export", "-f", str(ROOT / plan), "--format", "markdown", "--lang", language).out
    rows = [
        " | ".join(cell.strip().removeprefix("&emsp;") for cell in line[1:-1].split("|"))
        for line in told.splitlines()
        if line.startswith("|") and "---" not in line
    ]
    sentences = [line.lstrip("# ") for line in told.splitlines() if line and not line.startswith("|")]
    found = texts(path)
    assert [text for text in found if " | " in text] == rows
    head = [text for text in found if " | " not in text]
    assert head[:2] == sentences[:2]
    assert head[2].split("  ") == sentences[2 : 2 + len(head[2].split("  "))]
    assert head[3:] == sentences[2 + len(head[2].split("  ")) :]


def test_tables_are_tables_whose_headings_are_repeated(annex: Annex) -> None:
    document = docx.Document(str(annex(str(EXAMPLE))))
    assert len(document.tables) == 9  # a table for each heading of the report
    (section,) = document.sections
    room = (section.page_width - 2 * section.left_margin) // twips(1)
    for table in document.tables:
        rows = list(table._tbl.iter(qn("w:tr")))  # noqa: SLF001 - there is no public way
        assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [
            True,
            *[False] * (len(rows) - 1),
        ]
        assert len({len(row.cells) for row in table.rows}) == 1
        grid = [int(each.get(qn("w:w"), "0")) for each in table._tbl.tblGrid]  # noqa: SLF001 - as above
        assert sum(grid) <= room


def test_fonts_are_those_of_word_for_both_scripts(annex: Annex) -> None:
    document = docx.Document(str(annex(str(EXAMPLE), "--lang", "zh")))
    fonts = {}
    for name in ("Title", "Heading 1", "Normal", "TableText"):
        (letters,) = document.styles[name].element.iter(qn("w:rFonts"))
        (language,) = document.styles[name].element.iter(qn("w:lang"))
        assert not [key for key in letters.attrib if "heme" in key]
        fonts[name] = (letters.get(qn("w:eastAsia")), letters.get(qn("w:ascii")))
        assert (language.get(qn("w:val")), language.get(qn("w:eastAsia"))) == ("en-US", "zh-CN")
    assert fonts == {
        "Title": ("黑体", "Times New Roman"),
        "Heading 1": ("黑体", "Times New Roman"),
        "Normal": ("仿宋", "Times New Roman"),
        "TableText": ("宋体", "Times New Roman"),
    }


@pytest.mark.parametrize(("plan", "lies"), [("targets.toml", False), ("examples/fiscal.toml", True)])
def test_the_paper_is_a4_and_lies_where_a_table_needs_it(annex: Annex, plan: str, lies: bool) -> None:
    (section,) = docx.Document(str(annex(str(ROOT / plan)))).sections
    sides = (round(section.page_width.mm), round(section.page_height.mm))
    assert sides == ((297, 210) if lies else (210, 297))
    assert (section.orientation is LANDSCAPE) is lies
    assert section.left_margin == section.right_margin == twips(1361)


def test_no_table_is_wider_than_the_text_however_long_its_figures_are(annex: Annex, plan: Write) -> None:
    long = "999999999999999.123456789012345"
    file = plan(
        f'[targets.a]\nname = "{"Name" * 20}"\nowner = "{"Owner" * 9}"\nunit = "{"unit" * 7}"\n'
        f"goal = {long}\nactual = {{ H1 = 499999999999999.561728394506172 }}\n"
        "last_year = { H1 = 1, FY = 3 }\n"
    )
    document = docx.Document(str(annex(file)))
    (section,), (table,) = document.sections, document.tables
    room = section.page_width - section.left_margin - section.right_margin
    widths = [column.width for column in table.columns]
    assert sum(widths) <= room
    assert min(widths) > room / 50
    assert long in [cell.text for row in table.rows for cell in row.cells]


def test_texts_are_folded_before_a_figure_is(annex: Annex, plan: Write) -> None:
    """In Times New Roman of 9.5 points 1234567.125 is ten digits and a point: 50 points, 998 twips."""
    file = plan(
        f'[targets.a]\nname = "{"Name " * 40}"\nowner = "{"Owner " * 20}"\nunit = "{"unit " * 10}"\n'
        "goal = 1234560.125\nadjusted = { 2024-05-20 = 1234567.125 }\n"
        "actual = { H1 = 617283.0625 }\nlast_year = { H1 = 1, FY = 3 }\n"
        '[targets.b]\nname = "B"\nkind = "level"\nunit = "thousand"\ngoal = 12.5\nactual = { H1 = 12.4 }\n'
    )
    (table,) = docx.Document(str(annex(file))).tables
    goal = [cell.text for cell in table.rows[1].cells].index("1234567.125")
    assert table.columns[goal].width >= twips(998 + 2 * 80)


def test_a_sign_before_a_figure_has_room_beside_it(annex: Annex, plan: Write) -> None:
    """`+` is as wide as a letter, not as a digit: +107.3% was folded before its sign of percent."""
    text = (
        '[targets.a]\nname = "A"\ngoal = 400\nactual = {{ H1 = 190 }}\nlast_year = {{ H1 = {}, FY = 390 }}\n'
    )
    widths = []
    for before, shown in ((380, "-50.0%"), (100, "+90.0%")):
        (table,) = docx.Document(str(annex(plan(text.format(before))))).tables
        assert table.rows[1].cells[-1].text == shown
        widths.append(table.columns[-1].width)
    assert widths[1] > widths[0]


def test_the_same_plan_gives_the_same_bytes(annex: Annex) -> None:
    first = annex(str(EXAMPLE)).read_bytes()
    assert annex(str(EXAMPLE)).read_bytes() == first
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "thumbnail" in name]


@pytest.mark.parametrize(("language", "tag"), [("en", "en-US"), ("zh", "zh-CN")])
def test_its_properties_are_the_plans(annex: Annex, language: str, tag: str) -> None:
    properties = docx.Document(str(annex(str(EXAMPLE), "--lang", language))).core_properties
    assert properties.title == "呼和浩特市2024年国民经济和社会发展计划"
    assert (properties.language, properties.author) == (tag, "")


def test_hostile_and_very_long_names_stay_texts(annex: Annex, plan: Write) -> None:
    name, long = HOSTILE.replace("\\", "\\\\").replace('"', '\\"'), "长" * 20_000
    file = plan(
        f'[targets.a]\nname = "{name}"\ngroup = "{name}"\ngoal = 4\nactual = {{ H1 = 1 }}\n'
        f'[targets.b]\nname = "{long}"\ngroup = "{name}2"\nowner = "{name}"\n'
        "goal = 4\nactual = { H1 = 1 }\n"
    )
    document = docx.Document(str(annex(file)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert cells.count(HOSTILE) == 2
    assert long in cells
    assert HOSTILE in [paragraph.text for paragraph in document.paragraphs]


def test_counts_mean_and_remarks_are_paragraphs_of_their_own(annex: Annex, plan: Write) -> None:
    """They ran into one line, with two blanks between."""
    body = (
        '[targets.a]\nname = "a"\ngoal = 4\nactual = { H1 = 2 }\n'
        '[targets.b]\nname = "b"\ngoal = 4\nactual = { Q1 = 4 }\n'
    )
    others = ["mean completion 75.0% (of 2)", "figures as of 2024-03-31: b"]
    counted = "2 targets: 1 done, 1 on pace."
    # the text before a single table tells it
    assert texts(annex(plan(body)))[2:5] == [*others, f"{counted} Done: b."]
    assert texts(annex(plan(f'{body}group = "B"\n')))[2:5] == [counted, *others]


def test_a_group_has_no_column_that_is_empty_in_it_and_still_fills_the_page(
    annex: Annex, run: Run, plan: Write
) -> None:
    file = plan(
        '[targets.a]\nname = "a"\ngroup = "A"\nunit = "km"\nowner = "O"\ngoal = 4\nactual = { H1 = 2 }\n'
        '[targets.b]\nname = "b"\ngroup = "B"\ngoal = 4\nactual = { H1 = 2 }\n'
    )
    path = annex(file)
    heads = ["target | goal | actual | unit | rate | lead (pp) | status | owner"]
    heads += ["target | goal | actual | rate | lead (pp) | status"]
    assert [line for line in texts(path) if line.startswith("target | ")] == heads
    told = run("export", "-f", file, "--format", "markdown").out.splitlines()
    lines = [" ".join(line.split()) for line in told if line.startswith("| target ")]
    assert lines == [f"| {head} |" for head in heads]
    first, second = docx.Document(str(path)).tables
    widths = [sum(column.width for column in table.columns) for table in (first, second)]
    assert widths[1] == pytest.approx(widths[0], rel=0.01)


def test_a_plan_without_groups_has_one_table_and_no_parts_where_none_are_wanted(
    annex: Annex, plan: Write
) -> None:
    text = "[targets.a]\nname = 'A'\ngoal = 4\nparts.x.goal = 2\nparts.x.actual.H1 = 1\n"
    assert texts(annex(plan(text), "--no-parts"))[-1].startswith("A | ")
    assert texts(annex(plan(text)))[-1].startswith("x | ")
    assert len(docx.Document(str(annex(plan(text)))).tables) == 1


def test_the_time_to_write_it_grows_with_the_number_of_targets(annex: Annex, plan: Write) -> None:
    def seconds(number: int) -> float:
        targets = (f'[targets.t{n}]\nname = "T{n}"\ngoal = 4\nactual = {{ H1 = 1 }}\n' for n in range(number))
        file = plan("".join(targets))
        gc.disable()  # it would look through whatever the other tests left
        start = process_time()
        path = annex(file)
        taken = process_time() - start
        gc.enable()
        (table,) = docx.Document(str(path)).tables
        assert len(table.rows) == number + 1
        return taken

    seconds(1)
    # were it to grow with the square, four times as many would take up to sixteen times as long
    assert seconds(2_000) < 6 * seconds(500)


def test_without_the_library_one_line_says_how_to_get_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    done = run("export", "-f", str(EXAMPLE), "-o", "annex.docx", "--lang", "en")
    assert done.code == 2
    assert 'pip install "plan-tracker[documents]"' in done.err
    assert not Path("annex.docx").exists()


# --- in an office program


OPENED = [("targets.toml", "zh", False), ("targets.toml", "en", False), ("examples/fiscal.toml", "en", True)]
"""Plans, languages, and whether their annex lies on its side."""


def test_libreoffice_opens_it_and_repeats_the_headings_of_a_table_on_each_page(
    annex: Annex, plan: Write
) -> None:
    text = "".join(
        f'[targets.t{n}]\nname = "Target {n}"\ngoal = 4\nactual = {{ H1 = 3 }}\n' for n in range(150)
    )
    long = annex(plan(text), "--lang", "en", name="long")
    files = [
        annex(str(ROOT / plan), "--lang", language, name=f"{number}")
        for number, (plan, language, _) in enumerate(OPENED)
    ]
    *printed_files, printed_long = converted([*files, long], "pdf")
    for (_, _, lies), path, printed_file in zip(OPENED, files, printed_files, strict=True):
        pages = pypdf.PdfReader(printed_file).pages
        width, height = pages[0].mediabox.width, pages[0].mediabox.height
        assert (width > height) is lies, path
        printed = "".join("".join(page.extract_text().split()) for page in pages)
        for text in texts(path):
            for part in text.split(" | "):
                assert "".join(part.split()) in printed, path
        for number, page in enumerate(pages, start=1):
            assert "".join(page.extract_text().split()).endswith(f"—{number}—"), path
    pages = pypdf.PdfReader(printed_long).pages
    assert len(pages) > 2
    assert [page.extract_text().count("actual") for page in pages] == [1] * len(pages)


def test_what_is_exported_is_read_again(annex: Annex, run: Run) -> None:
    path = annex(str(EXAMPLE))
    done = run("audit", "-f", str(EXAMPLE), "--document", str(path), "--format", "json")
    lines = [figure["line"] for figure in json.loads(done.out)["document"]["figures"]]
    assert None not in lines
