"""The workbook as a file: its tables, its first sheet, and its pages when LibreOffice prints them."""

import csv
import re
import shutil
import subprocess
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from kit.office import converted
from kit.program import EXAMPLE, EXAMPLES, Run, Write

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
"""openpyxl does not know data bars."""


@pytest.fixture
def book(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "plan.xlsx"
    assert run("export", "-f", str(EXAMPLE), "-o", str(path), "--lang", "en").code == 0
    return path


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_tables_are_objects_with_names_of_their_own_and_headings_that_are_there_once(
    example: Path, language: str, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "plan.xlsx"
    run("export", "-f", str(example), "-o", str(path), "--lang", language)
    tables = {
        table.name: (sheet, table)
        for sheet in openpyxl.load_workbook(path)
        for table in sheet.tables.values()
    }
    assert {"progress", "outlook", "rules"} <= set(tables)
    for name, (sheet, table) in tables.items():
        assert re.fullmatch(r"[a-z]{4,}", name)
        heads, *rows = sheet[table.ref]
        texts = [cell.value for cell in heads]
        assert texts == table.column_names
        assert len({str(text).lower() for text in texts}) == len(texts)
        assert len(rows) >= 1


def test_the_first_sheet_sums_up_and_names_what_needs_attention(book: Path) -> None:
    sheet = openpyxl.load_workbook(book).worksheets[0]
    assert sheet.title == "Summary"
    lines = [row[0].value for row in sheet.iter_rows(max_row=4)]
    assert lines[0] == "呼和浩特市2024年国民经济和社会发展计划"
    assert "25 of 38 targets could be judged; 8 of them are behind, slipping or missed." in lines
    counts = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=6, max_row=12) if row[1].value}
    assert counts == {"status": "number", "done": 9, "on pace": 8, "behind": 8, "not due": 1, "no goal": 12}
    heads, *rows = sheet[sheet.tables["attention"].ref]
    ids = [dict(zip([cell.value for cell in heads], row, strict=True))["id"].value for row in rows]
    assert ids == [
        *("listed-built", "household-coal", "energy-reviews", "boilers"),
        *("baotou", "shelterbelt", "funds", "projects"),
    ]


def test_ids_stand_on_every_sheet_parts_too(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    run("export", "-f", str(EXAMPLES[2]), "-o", str(path), "--lang", "en")
    for sheet in openpyxl.load_workbook(path):
        for table in sheet.tables.values():
            heads, *rows = sheet[table.ref]
            at = [cell.value for cell in heads].index("id")
            ids = [str(row[at].value) for row in rows]
            assert any(each.startswith("projects/") for each in ids), sheet.title


def test_thousands_are_separated(book: Path) -> None:
    sheet = openpyxl.load_workbook(book)["Progress"]
    heads = [cell.value for cell in sheet[1]]
    forms = {row[heads.index("id")].value: row[heads.index("goal")].number_format for row in sheet}
    assert forms["key-projects"] == "#,##0"
    assert forms["farmland"] == "#,##0.00"


def test_a_goal_not_to_be_exceeded_shows_a_sign_and_stays_a_number(
    run: Run, plan: Write, tmp_path: Path
) -> None:
    limits = (("cap", "1850", ""), ("ceiling", "5.5", 'kind = "level"\nunit = "%"\n'))
    text = "".join(
        f'[targets.{name}]\nname = "X"\n{keys}direction = "at_most"\ngoal = {goal}\nactual = {{ H1 = 1 }}\n'
        "adjusted = { 2024-05-01 = 900.25 }\n"
        for name, goal, keys in limits
    )
    path = tmp_path / "plan.xlsx"
    file = plan(f"{text}[targets.total]\nname = 'X'\ngoal = 4\n")
    run("export", "-f", file, "--history", "-o", str(path), "--lang", "en")
    book = openpyxl.load_workbook(path)
    for name, headings in (
        ("Progress", ("goal", "original goal")),
        ("Outlook", ("goal",)),
        ("History", ("goal",)),
    ):
        sheet = book[name]
        heads, *rows = next(sheet[table.ref] for table in sheet.tables.values())
        known = [cell.value for cell in heads]
        for row in rows:
            for heading in headings:
                cell, target = row[known.index(heading)], row[known.index("id")].value
                if cell.value is not None:
                    assert isinstance(cell.value, int | float)
                    assert cell.number_format.startswith('"≤"#,##0') is (target != "total"), (name, target)
    heads, first, *_ = book["Progress"][book["Progress"].tables["progress"].ref]
    known = [cell.value for cell in heads]
    shown = {heading: first[known.index(heading)] for heading in ("goal", "original goal")}
    assert (shown["goal"].value, shown["goal"].number_format) == (900.25, '"≤"#,##0.00')
    assert (shown["original goal"].value, shown["original goal"].number_format) == (1850, '"≤"#,##0')


def test_the_sign_of_a_limit_stands_before_the_minus_of_a_goal_below_zero(
    run: Run, plan: Write, tmp_path: Path
) -> None:
    path = tmp_path / "plan.xlsx"
    level = 'kind = "level"\ndirection = "at_most"\nunit = "%"\ngoal = -3.5\nactual = { H1 = -3.2 }'
    run("export", "-f", plan(f"[targets.energy]\nname = 'X'\n{level}\n"), "-o", str(path), "--lang", "en")
    sheet = openpyxl.load_workbook(path)["Progress"]
    heads, row = sheet[sheet.tables["progress"].ref]
    goal = row[[cell.value for cell in heads].index("goal")]
    assert (goal.value, goal.number_format) == (-3.5, '"≤"#,##0.0;"≤"-#,##0.0')


def test_charts_are_drawn_from_the_cells(book: Path) -> None:
    with ZipFile(book) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if "/charts/chart" in name]
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert len(charts) == 2
    assert all("<c:f>Summary!$" in chart for chart in charts)
    assert 'descr="Completion and pace of what needs attention most"' in drawing


def test_a_history_is_drawn_over_its_days(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    assert run("export", "-f", str(EXAMPLES[1]), "-o", str(path), "--lang", "en").code == 0
    book = openpyxl.load_workbook(path)
    heads, *rows = book["History"][book["History"].tables["history"].ref]
    at = [[cell.value for cell in heads].index(key) for key in ("id", "as of", "actual", "status")]
    shown = [[row[n].value for n in at] for row in rows]
    history = csv.DictReader(StringIO(run("export", "-f", str(EXAMPLES[1]), "--history").out))
    assert [[each[0], each[1].date().isoformat(), each[2]] for each in shown] == [
        [row["id"], row["as_of"], float(row["actual"]) if row["actual"] else None] for row in history
    ]
    with ZipFile(path) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if "/charts/chart" in name]
    assert sum("<c:scatterChart>" in chart and "History!$" in chart for chart in charts) == 1


def test_a_plan_on_which_nothing_can_be_said_has_a_workbook(run: Run, plan: Write, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    assert run("export", "-f", plan('[targets.a]\nname = "a"\n'), "-o", str(path), "--lang", "en").code == 0
    assert openpyxl.load_workbook(path).sheetnames == ["Summary", "Progress", "Rules"]


@pytest.mark.parametrize("title", ["&" * 150, "计划😀" * 120, "A & B"])
def test_the_head_of_a_page_has_the_day_and_as_much_of_the_title_as_a_workbook_holds(
    run: Run, tmp_path: Path, title: str
) -> None:
    file, path = tmp_path / "plan.toml", tmp_path / "plan.xlsx"
    text = (
        f'[plan]\ntitle = "{title}"\nyear = 2024\n[targets.a]\nname = "A"\ngoal = 4\nactual = {{ H1 = 1 }}\n'
    )
    file.write_text(text, encoding="utf-8")
    done = run("export", "-f", str(file), "-o", str(path), "--lang", "en")
    assert (done.code, done.err) == (0, "")
    with ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    (head,) = re.findall("<oddHeader[^>]*>&amp;L(.*)</oddHeader>", sheet)
    shown = head.replace("&amp;", "&")
    assert shown.replace("&&", "&").endswith("  as of 2024-06-30 (H1)")
    assert title.startswith(shown.replace("&&", "&").removesuffix("  as of 2024-06-30 (H1)"))
    assert 200 < len(shown.encode("utf-16-le")) // 2 <= 253 or title == "A & B"


def test_no_format_has_more_decimals_than_spreadsheets_allow(run: Run, tmp_path: Path) -> None:
    """Half the year is 91 of 183 days; the figure lacks the 183rd of a unit of its last digit."""
    goal = next(each for each in range(10**30 - 1, 0, -1) if each * 91 % 183 == 1)
    actual = (goal * 91 - 1) // 183
    file, path = tmp_path / "plan.toml", tmp_path / "plan.xlsx"
    figures = [f"{each // 10**15}.{each % 10**15:015d}" for each in (goal, actual)]
    text = '[plan]\ntitle = "P"\nyear = 2024\ncalendar = "days"\n[targets.a]\nname = "A"\n'
    file.write_text(f"{text}goal = {figures[0]}\nactual = {{ H1 = {figures[1]} }}\n", encoding="utf-8")
    assert run("export", "-f", str(file), "-o", str(path), "--lang", "en").code == 0
    with ZipFile(path) as archive:
        styles = archive.read("xl/styles.xml").decode()
    assert max(len(zeros) for zeros in re.findall(r"\.(0+)", styles)) == 30


def test_no_row_is_taller_than_spreadsheets_have_them(run: Run, plan: Write, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    file = plan(f'[targets.a]\nname = "{"长" * 2000}"\ngoal = 9\nactual = {{ H1 = 1 }}\n')
    assert run("export", "-f", file, "-o", str(path), "--lang", "en").code == 0
    tall = [
        row.height or 0 for sheet in openpyxl.load_workbook(path) for row in sheet.row_dimensions.values()
    ]
    assert 400 < max(tall) <= 409


def test_a_note_that_is_not_printed_leaves_no_page_empty(run: Run, plan: Write, tmp_path: Path) -> None:
    path, note = tmp_path / "plan.xlsx", "长" * 500
    file = plan(f'[targets.a]\nname = "A"\ngoal = 9\nactual = {{ H1 = 1 }}\nnote = "{note}"\n')
    assert run("export", "-f", file, "-o", str(path), "--lang", "en").code == 0
    sheet = openpyxl.load_workbook(path)["Progress"]
    assert sheet.row_dimensions[2].height == 45
    assert note in [cell.value for cell in sheet[2]]


def test_charts_stand_whole_on_the_first_printed_page(run: Run, plan: Write, tmp_path: Path) -> None:
    """A page of A4 across is 6.97 inches high between its margins: at 96 pixels each 33 rows of 20."""
    path = tmp_path / "plan.xlsx"
    file = plan('[targets.a]\nname = "A"\ngoal = 100\nactual = { Q1 = 5, H1 = 9 }\n')
    assert run("export", "-f", file, "-o", str(path), "--lang", "en").code == 0
    with ZipFile(path) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    below = [int(row) for row in re.findall(r"<xdr:to>.*?<xdr:row>(\d+)</xdr:row>", drawing, re.DOTALL)]
    assert len(below) == 3
    sheet = openpyxl.load_workbook(path).worksheets[0]
    (page,) = sheet.row_breaks.brk
    assert max(below) < page.id <= 33
    assert sheet.cell(page.id + 1, 1).value == "What needs attention"


def test_a_heading_is_not_wrapped_inside_a_word_and_words_stand_at_the_right_among_figures(
    run: Run, plan: Write, tmp_path: Path
) -> None:
    path = tmp_path / "plan.xlsx"
    file = plan(
        '[targets.a]\nname = "A"\ngoal = 100\nactual = { H1 = 40 }\n'
        '[targets.b]\nname = "B"\nunit = "km"\nkind = "level"\ngoal = 5\nactual = { H1 = 6 }\n'
    )
    assert run("export", "-f", file, "-o", str(path), "--lang", "zh").code == 0
    sheet = openpyxl.load_workbook(path)["进度"]
    (lead,) = (cell for cell in sheet[1] if cell.value == "超前/滞后（百分点）")
    assert (
        sheet.column_dimensions[lead.column_letter].width >= 19
    )  # in letters, of which Chinese ones take two
    column = [sheet.cell(row, lead.column) for row in (2, 3)]
    assert [cell.value for cell in column] == [-10, "+1 km"]
    assert [cell.alignment.horizontal for cell in (lead, column[1])] == ["right", "right"]


HEADS = {"en": "target", "zh": "指标"}


def test_libreoffice_prints_pages_that_can_be_read(run: Run, tmp_path: Path) -> None:
    """On A4 across; what is written on a page is at least 5.5 points high; headings stand on every page."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed (Debian: poppler-utils)")
    books = {tmp_path / f"{each.stem}-{lang}.xlsx": (each, lang) for each in EXAMPLES for lang in HEADS}
    for path, (example, language) in books.items():
        run("export", "-f", str(example), "-o", str(path), "--lang", language)
    for printed, (_, language) in zip(converted([*books], "pdf"), books.values(), strict=True):
        boxes = subprocess.run(  # noqa: S603 - the program found
            [reader, "-bbox", str(printed), "-"], check=True, capture_output=True, text=True
        ).stdout
        pages = boxes.split("<page ")[1:]
        assert 4 <= len(pages) <= 12, printed
        for page in pages:
            assert page.startswith('width="841.'), printed
            heights = [
                float(bottom) - float(top)
                for top, bottom in re.findall(r'<word [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)"', page)
            ]
            assert min(heights) > 5.5, printed
        assert sum(f">{HEADS[language]}<" in page for page in pages) >= len(pages) - 1, printed
        assert "########" not in boxes, printed


def test_parts_are_named_with_their_target_where_it_does_not_stand_above(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    run("export", "-f", str(EXAMPLES[2]), "-o", str(path), "--lang", "zh")
    sheet = openpyxl.load_workbook(path)["概况"]
    heads, *rows = sheet[sheet.tables["attention"].ref]
    at = [[cell.value for cell in heads].index(key) for key in ("标识", "指标")]
    names = {row[at[0]].value: row[at[1]].value for row in rows}
    assert names["projects/清水河县"] == "引进亿元以上项目（清水河县）"


def test_an_axis_begins_at_nothing_unless_a_rate_lies_below(run: Run, plan: Write, tmp_path: Path) -> None:
    path, lag = tmp_path / "plan.xlsx", "goal = 9\nactual = { H1 = 4 }\n"
    below = 'kind = "level"\nbaseline = 5\ngoal = 9\nactual = { H1 = 4 }\n'  # a quarter of the way back
    for body, count in ((lag, 1), (below, 0)):
        run("export", "-f", plan(f'[targets.a]\nname = "a"\n{body}'), "-o", str(path), "--lang", "en")
        with ZipFile(path) as archive:
            charts = [archive.read(name).decode() for name in archive.namelist() if "/charts/chart" in name]
        assert sum('<c:min val="0"/>' in chart for chart in charts) == count


def test_rates_below_nothing_leave_the_days_of_a_chart_at_its_foot(
    run: Run, plan: Write, tmp_path: Path
) -> None:
    path = tmp_path / "plan.xlsx"
    body = 'kind = "level"\nbaseline = 5\ngoal = 9\nactual = { Q1 = 4, H1 = 6 }\n'
    run("export", "-f", plan(f'[targets.a]\nname = "a"\n{body}'), "-o", str(path), "--lang", "en")
    with ZipFile(path) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if "/charts/chart" in name]
    (days,) = [chart.partition("<c:valAx>")[2] for chart in charts if "<c:scatterChart>" in chart]
    axis = days.partition("</c:valAx>")[0]
    assert '<c:numFmt formatCode="yyyy-mm"' in axis
    assert '<c:tickLblPos val="low"/>' in axis
    assert '<c:majorUnit val="62"/>' in axis  # 366 days
