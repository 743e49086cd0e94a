"""What `export` writes for people: files, workbooks, CSV for Excel, the annex."""

import csv
import json
from datetime import date, datetime
from fractions import Fraction
from io import StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from kit.judged import every
from kit.office import converted
from kit.program import EXAMPLE, EXAMPLES, Run, Write
from plan_tracker import evaluate, load
from plan_tracker.formats import json as json_format
from plan_tracker.language import Language
from plan_tracker.questions.outlook import outlook
from plan_tracker.reports.rows import COLUMNS
from plan_tracker.wording import words
from plan_tracker.wording.statuses import STATUSES

UTF8 = "--infilter=CSV:44,34,76,1"
"""LibreOffice proposes to a person the encoding of the mark; without a person it must be told."""

HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@A1",
    "＝1+1",
    "[red]x",
    "a|b",
    "</script>",
    "https://example.org",
    "_x0041_",
    "👩‍🌾",
    "'=1",
]
PLAN = "".join(
    f'[targets.t{number}]\nname = "{name}"\ngoal = 10\nactual = {{ H1 = {number} }}\nnote = "{name}"\n'
    for number, name in enumerate(HOSTILE)
)


def _sheets(path: Path) -> dict[str, list[dict[str, Any]]]:
    book = CalamineWorkbook.from_path(path)
    found = {}
    for name in book.sheet_names[1:3]:
        heading, *rows = book.get_sheet_by_name(name).to_python()
        found[name] = [dict(zip(map(str, heading), row, strict=True)) for row in rows]
    return found


# --- the workbook


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_workbook_holds_the_figures_of_the_evaluation(example: Path, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "progress.xlsx"
    assert run("export", "-f", str(example), "-o", str(path), "--lang", "en") == (0, "", "")
    sheets = _sheets(path)
    assert list(sheets) == ["Progress", "Outlook"]
    results = every(evaluate(load(example)))
    assert len(sheets["Progress"]) == len(results)
    for row, result in zip(sheets["Progress"], results, strict=True):
        target = result.target
        assert row["target"] == target.name
        assert row["status"] == STATUSES[result.status].name.en
        assert row["due"] == target.due
        expected = {
            "goal": target.goal,
            "actual": result.actual.value if result.actual else None,
            "completion rate": result.completion_rate,
            "pace": result.pace,
            "lead (pp)": None if result.lead is None else result.lead * 100,
        }
        if result.margin is not None:  # of a level to be held, with a unit that is not points
            between = " " if target.unit.isascii() else ""
            in_points = target.unit == "%"
            assert row["lead (pp)"] == (
                float(result.margin) if in_points else f"{result.margin}{between}{target.unit}"
            )
            del expected["lead (pp)"]
        for heading, value in expected.items():
            assert row[heading] == ("" if value is None else float(value)), (target.id, heading)
    ahead = [outlook(result) for result in results if result.target.goal is not None]
    for row, figures in zip(sheets["Outlook"], ahead, strict=True):
        assert row["remaining"] == ("" if figures.remaining is None else float(figures.remaining))
        if "coverage" in row:
            covered = figures.coverage is not None and figures.coverage > 1
            shown = "" if figures.coverage is None else float(figures.coverage)
            assert row["coverage"] == ("covered" if covered else shown)


def test_the_last_sheet_says_the_rules(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "progress.xlsx"
    run("export", "-f", str(EXAMPLE), "-o", str(path))
    book = CalamineWorkbook.from_path(path)
    assert book.sheet_names == ["概况", "进度", "后续任务", "评价规则"]
    cells = [cell for row in book.get_sheet_by_name("评价规则").to_python() for cell in row]
    assert {"燃煤锅炉替代", date(2024, 9, 30), "按时间均衡", "到期一次完成", "滞后"} <= set(cells)


def test_texts_of_a_workbook_stay_texts(run: Run, plan: Write, tmp_path: Path) -> None:
    path = tmp_path / "progress.xlsx"
    run("export", "-f", plan(PLAN), "-o", str(path))
    assert [row["target"] for row in _sheets(path)["Progress"]] == HOSTILE
    with ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
        rels = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".rels")]
    assert not any("<f>" in text or "<hyperlink" in text for text in parts.values())
    assert not any('TargetMode="External"' in text for text in rels)


def test_a_workbook_has_frozen_heading_filter_and_bars(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "progress.xlsx"
    run("export", "-f", str(EXAMPLE), "-o", str(path))
    with ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
        table = archive.read("xl/tables/table2.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
    for mark in ('state="frozen"', 'type="dataBar"'):
        assert mark in sheet
    assert "<autoFilter" in table
    for form in ("0.0%", "yyyy\\-mm\\-dd", "+0.0;-0.0;0.0"):
        assert f'formatCode="{form}"' in styles.replace("yyyy-mm-dd", "yyyy\\-mm\\-dd")


def test_a_workbook_shows_enough_digits_not_to_contradict_the_verdict(
    run: Run, plan: Write, tmp_path: Path
) -> None:
    path = tmp_path / "progress.xlsx"
    run(
        "export",
        "-f",
        plan("[targets.a]\nname = 'a'\ngoal = 400\nactual = { H1 = 399.9 }\n"),
        "-o",
        str(path),
    )
    with ZipFile(path) as archive:
        assert 'formatCode="0.00%"' in archive.read("xl/styles.xml").decode()


def test_columns_are_wide_enough_for_chinese(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "progress.xlsx"
    run("export", "-f", str(EXAMPLE), "-o", str(path))
    with ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
    widths = [float(part.split('"')[0]) for part in sheet.split('width="')[1:]]
    assert widths[1] > 2 * len("自治区清单重大项目开工建设(含建成)")


def test_the_same_plan_gives_the_same_workbook(run: Run, tmp_path: Path) -> None:
    paths = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for path in paths:
        run("export", "-f", str(EXAMPLE), "-o", str(path))
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_workbook_is_not_written_to_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    outcome = run("export", "-f", str(EXAMPLE), "--format", "xlsx", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert "-o progress.xlsx" in outcome.err


# --- CSV for Excel


def test_csv_for_excel(run: Run, plan: Write, tmp_path: Path) -> None:
    path = tmp_path / "progress.csv"
    run("export", "-f", plan(PLAN), "-o", str(path), "--excel", "--lang", "zh")
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 1 + len(HOSTILE)
    heading, *rows = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))
    assert heading == [words.COLUMN[column].text(Language.ZH) for column in COLUMNS]
    names = [row[COLUMNS.index("name")] for row in rows]
    assert names == [f"'{name}" if name[0] in "=+-@＝'" else name for name in HOSTILE]


def test_csv_for_excel_has_words_for_every_choice(run: Run, plan: Write) -> None:
    choices = 'kind = "level"\ndirection = "at_most"\ncheck = "warn"\nbinding = true\npace = "at_due"\n'
    text = f'[targets.a]\nname = "A"\ngoal = 4\nbaseline = 9\n{choices}'
    out = run("export", "-f", plan(text), "--excel", "--lang", "zh").out
    heading, row = csv.reader(StringIO(out.removeprefix("\ufeff"), newline=""))
    told = dict(zip(COLUMNS, row, strict=True))
    assert heading == [words.COLUMN[column].text(Language.ZH) for column in COLUMNS]
    asked = ("kind", "direction", "check", "binding", "pace_rule", "status")
    assert [told[key] for key in asked] == ["水平值", "不超过", "仅警告", "是", "到期一次完成", "未到期"]


RETYPED = [
    *(
        "0012",
        "3E5",
        "1e-3",
        "1-2",
        "1.5",
        "MAR1",
        "Mar-1",
        "sept2",
        "1-MARCH",
        "202406300001234567",
        "2024.6.30",
        "TRUE",
    ),
    *("false", "2024-06-30", "1_2"),
]
"""Ids that a spreadsheet would show otherwise; but for the last."""

RETYPED_TEXTS = [
    *(
        "2024/1/2",
        "1/2",
        "1 1/2",
        "1月2日",
        "2024年1月",
        "二〇二四年一月二日",
        "12:30",
        "8 AM",
        "上午8时",
        "１２",
        "٣٤",
        "5%",
    ),
    *(
        "1,234.5",
        "(12)",
        "12-",
        "￥5",
        ".5",
        "#N/A",
        "=1+1",
        "＝1+1",
        "+1",
        "-1",
        "@A1",
        "Jan 2024",
        "January 2, 2024",
    ),
    *("2024-01-02T10:00:00", "1:2:3", "12:", "-foo"),
]
KEPT = [
    "Market 5",
    "H1",
    "2024年",
    "10月",
    "亿元",
    "%",
    "1-6月",
    "5元",
    "a1",
    "12 km",
    "May",
    "1a2",
    "#1",
    "Q1 2024",
    "二〇二四年",
]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_spreadsheet_keeps_every_text_and_reads_every_figure(
    run: Run, plan: Write, tmp_path: Path, language: str
) -> None:
    texts = [*RETYPED_TEXTS, *KEPT]
    targets = [(f"t{number}", text) for number, text in enumerate(texts)] + [(each, "x") for each in RETYPED]
    path = tmp_path / "progress.csv"
    run(
        *("export", "--excel", "--lang", language, "-o", str(path), "-f"),
        plan(
            "".join(
                f"[targets.{json.dumps(identity)}]\nname = {json.dumps(text)}\ngroup = {json.dumps(text)}\n"
                f"unit = {json.dumps(text)}\nkind = 'cumulative'\nowner = {json.dumps(text)}\n"
                f"source = {json.dumps(text)}\n"
                f"goal = 7\nactual = {{ H1 = 1 }}\ncommitted = 1\nbinding = true\n"
                for identity, text in targets
            )
        ),
    )
    locale = {"en": 1033, "zh": 2052}[language]
    as_excel = (
        f"{UTF8},,{locale},false,true,false,false,false,0,false,false,true"  # special numbers, formulas
    )
    (read,) = converted([path], "xlsx", as_excel)
    heading, *rows = load_workbook(read).worksheets[0].iter_rows()
    assert [cell.value for cell in heading] == [
        words.COLUMN[column].text(Language(language)) for column in COLUMNS
    ]
    shares = {"completion_rate": 1 / 7, "pace": 0.5, "coverage": 1 / 6}
    said = {
        "en": {
            "kind": "total",
            "direction": "at least",
            "status": "behind",
            "binding": "yes",
            "pace_rule": "steady",
        },
        "zh": {
            "kind": "累计量",
            "direction": "不低于",
            "status": "滞后",
            "binding": "是",
            "pace_rule": "按时间均衡",
            "period": "上半年",
        },
    }[language]
    for (identity, text), row in zip(targets, rows, strict=True):
        cells = dict(zip(COLUMNS, row, strict=True))
        for column, expected in [
            ("id", identity),
            *((each, text) for each in ("name", "group", "owner", "unit", "source")),
        ]:
            guard = "'" if expected in {*RETYPED[:-1], *RETYPED_TEXTS} else ""
            assert (cells[column].data_type, cells[column].value) == ("s", guard + expected)
        for column, share in shares.items():
            assert cells[column].value == pytest.approx(share, abs=1e-6)
            assert "%" in cells[column].number_format
        assert {column: cells[column].value for column in said} == said
        assert [cells[column].value for column in ("goal", "actual", "committed", "weight")] == [7, 1, 1, 1]
        assert cells["due"].value == datetime(2024, 12, 31)  # noqa: DTZ001 - as a workbook has it


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_guarded_comes_back_as_it_was(run: Run, plan: Write, language: str) -> None:
    names = [*RETYPED_TEXTS, *KEPT, "'s-Hertogenbosch", "'=1", "''1-2", "'"]
    targets = "".join(
        f"[targets.{json.dumps(identity)}]\nname = {json.dumps(name)}\ngoal = 1234\nactual = {{ H1 = 1 }}\n"
        for identity, name in zip(
            [*RETYPED, *(f"t{number}" for number in range(len(names)))], names, strict=False
        )
    )
    file = plan(targets)
    assert run("export", "-f", file, "--excel", "--lang", language, "-o", "excel.csv").code == 0
    assert run("import", "excel.csv", "-o", "back.toml").code == 0
    old, new = ({each.id: each.name for each in load(each).targets} for each in (file, "back.toml"))
    assert new == old
    table = Path("excel.csv").read_bytes().replace(b",1,0.0", b",2,0.0")
    Path("filled.csv").write_bytes(table)
    done = run("record", "-f", file, "--from", "filled.csv", "--revise")
    assert done.code == 0, done.err
    assert {str(target.actuals[-1].value) for target in load(file).targets} == {"2"}


def test_numbers_of_csv_for_excel_are_not_guarded(run: Run, plan: Write) -> None:
    level = '[targets.a]\nname = "a"\nunit = "%"\nkind = "level"\ngoal = 3\nactual = { H1 = -1.5 }\n'
    out = run("export", "-f", plan(level), "--excel", "--lang", "en").out
    assert ",-1.5," in out
    assert ",-4.5," in out


def test_excel_is_a_flavour_of_csv_only(run: Run) -> None:
    outcome = run("export", "-f", str(EXAMPLE), "--format", "json", "--excel", "--lang", "en")
    assert outcome.code == 2
    assert "json" in outcome.err


def test_libreoffice_reads_csv_for_excel_rightly(run: Run, plan: Write, tmp_path: Path) -> None:
    path = tmp_path / "progress.csv"
    run("export", "-f", plan(PLAN), "-o", str(path), "--excel", "--lang", "zh")
    (read,) = converted([path], "xlsx", UTF8)
    heading, *rows = CalamineWorkbook.from_path(read).get_sheet_by_index(0).to_python()
    assert heading == [words.COLUMN[column].zh for column in COLUMNS]
    shown = [str(row[COLUMNS.index("name")]).lstrip("'") for row in rows]
    assert shown == [name.lstrip("'") for name in HOSTILE]
    assert [row[COLUMNS.index("actual")] for row in rows] == [float(n) for n in range(len(HOSTILE))]
    assert rows[1][COLUMNS.index("completion_rate")] == float(Fraction(1, 10))  # 10% is a number there


# --- the annex


def test_the_annex_says_what_lags(run: Run) -> None:
    out = run("export", "-f", str(EXAMPLE), "--format", "markdown").out
    assert "共4项指标：已完成1项，达到进度1项，滞后2项。" in out
    assert "引进亿元以上项目完成190个，完成目标任务400个的47.5%，比序时进度（50.0%）滞后2.5个百分点" in out
    assert "已完成目标任务的有：重点项目开复工。" in out
    assert "| 引进亿元以上项目 |    400 |    190 | 个   |  47.5% |                -2.5 | 滞后     |" in out


def test_the_annex_says_no_verb_twice(run: Run, plan: Write) -> None:
    file = plan('[targets.a]\nname = "合作事项完成"\nunit = "项"\ngoal = 60\nactual = { H1 = 25 }\n')
    out = run("export", "-f", file, "--format", "markdown", "--lang", "zh").out
    assert "：合作事项完成25项，完成目标任务60项的41.7%，" in out
    assert "| 合作事项完成 |" in out


STANDINGS = """
[targets.projects]
name = "项目"
unit = "个"
goal = 10
[targets.projects.parts."东区"]
goal = 4
actual = { H1 = 4, FY = 7 }
[targets.projects.parts."西区"]
goal = 6
actual = { H1 = 2, FY = 3 }
[targets.growth]
name = "增速"
unit = "%"
kind = "level"
goal = 5.5
actual = { H1 = 5.3, FY = 5.4 }
[targets.jobless]
name = "失业率"
unit = "%"
kind = "level"
direction = "at_most"
goal = 5.5
actual = { H1 = 5.6, FY = 5.5 }
[targets.places]
name = "学位"
unit = "个"
goal = 5400
due = 2024-09-30
actual = { H1 = 1620, FY = 5200 }
[targets.accidents]
name = "事故"
unit = "起"
direction = "at_most"
goal = 24
actual = { H1 = 13, FY = 24 }
[targets.energy]
name = "能耗"
unit = "吨"
direction = "at_most"
goal = 1850
actual = { H1 = 900, FY = 1862 }
[targets.urban]
name = "城镇化率"
unit = "%"
kind = "level"
baseline = 60
goal = 64
actual = { H1 = 61, FY = 63 }
"""


def annex_text(run: Run, plan: Write, period: str, language: str) -> str:
    """The sentences above the table of the plan's only group."""
    out = run(
        "export", "-f", plan(STANDINGS), "--format", "markdown", "--as-of", period, "--lang", language
    ).out
    return next(line for line in out.splitlines() if "7项指标" in line or "7 targets:" in line)


def test_the_annex_tells_targets_from_parts_and_what_lags_from_what_is_missed(run: Run, plan: Write) -> None:
    assert annex_text(run, plan, "H1", "zh") == (
        "共7项指标：达到进度2项，滞后5项。进度滞后的有：增速为5.3%，比目标值5.5%低0.2个百分点；"
        "失业率为5.6%，比控制目标5.5%高0.1个百分点；"
        "学位完成1620个，完成目标任务5400个的30.0%，比序时进度（66.7%）滞后36.7个百分点；"
        "事故已达13起，占控制目标24起的54.2%，超出序时进度（50.0%）4.2个百分点；"
        "城镇化率为61%，目标值64%，完成率25.0%，比序时进度（50.0%）滞后25.0个百分点。"
        "分解任务中，进度滞后的有：项目（西区）完成2个，完成目标任务6个的33.3%，"
        "比序时进度（50.0%）滞后16.7个百分点。分解任务中，已完成目标任务的有：项目（东区）。"
    )
    assert annex_text(run, plan, "FY", "zh") == (
        "共7项指标：已完成3项，未完成4项。未完成的有：增速为5.4%，比目标值5.5%低0.1个百分点；"
        "学位完成5200个，完成目标任务5400个的96.3%，差200个（完成时限为2024年9月30日）；"
        "能耗已达1862吨，突破控制目标1850吨，超出12吨；城镇化率为63%，比目标值64%低1个百分点。"
        "已完成目标任务的有：项目。控制在目标以内的有：失业率、事故。"
        "分解任务中，未完成的有：项目（西区）完成3个，完成目标任务6个的50.0%，差3个。"
        "分解任务中，已完成目标任务的有：项目（东区）。"
    )


def test_the_annex_says_so_in_english(run: Run, plan: Write) -> None:
    assert annex_text(run, plan, "FY", "en") == (
        "7 targets: 3 done, 4 missed. Missed: 增速 stands at 5.4%, 0.1 pp below its goal of 5.5%; "
        "学位 reached 5200个, 96.3% of its goal of 5400个 and 200个 short (due 2024-09-30); "
        "能耗 used 1862吨 and exceeds its cap of 1850吨 by 12吨; "
        "城镇化率 stands at 63%, 1 pp below its goal of 64%. Done: 项目. Kept within the goal: 失业率, 事故. "
        "Of the parts, missed: 项目 (西区) reached 3个, 50.0% of its goal of 6个 and 3个 short. "
        "Of the parts, done: 项目 (东区)."
    )
    behind = annex_text(run, plan, "H1", "en")
    assert "失业率 stands at 5.6%, 0.1 pp above its goal of 5.5%" in behind


def test_a_figure_that_may_be_higher_is_no_figure_in_the_annex(run: Run, plan: Write) -> None:
    text = """[targets.a]
name = "事故"
unit = "起"
direction = "at_most"
goal = 10
[targets.a.parts.x]
goal = 5
actual = { H1 = 7 }
[targets.a.parts.y]
goal = 5
"""
    out = run("export", "-f", plan(text), "--format", "markdown", "--no-parts", "--lang", "zh").out
    assert "事故已达≥7起，占控制目标10起的≥70.0%，超出序时进度（50.0%）≥20.0个百分点" in out
    text = text.replace("H1 = 7", "H1 = 12")
    out = run("export", "-f", plan(text), "--format", "markdown", "--no-parts", "--lang", "zh").out
    assert "事故已达≥12起，突破控制目标10起，超出≥2起" in out


def test_an_owner_is_told_what_is_missed_apart_from_what_lags(run: Run, plan: Write) -> None:
    text = STANDINGS.replace('name = "', 'owner = "局"\nname = "')
    shown = ("status", "-f", plan(text), "--group-by", "owner", "--lang", "zh", "--as-of")
    assert "局 · 达到进度2项 · 滞后5项 · 滞后：增速、失业率、学位、事故、城镇化率" in run(*shown, "H1").out
    out = run(*shown, "FY").out
    assert "未完成4项 · 未完成：增速、学位、能耗、城镇化率" in out
    assert "滞后：" not in out


def test_the_annex_never_contradicts_the_verdict(run: Run, plan: Write) -> None:
    text = "[targets.a]\nname = 'a'\ngoal = 100000\nactual = { H1 = 49999 }\n"
    out = run("export", "-f", plan(text), "--format", "markdown", "--lang", "en").out
    assert "49.999% of its goal of 100000 and 0.001 pp behind the pace of 50.000%" in out


def test_the_annex_never_contradicts_the_tolerance(run: Run, plan: Write) -> None:
    """5.04 points behind with a tolerance of 5 was "5.0 pp behind", and behind all the same."""
    head = '[plan]\ntitle = "P"\nyear = 2024\ntolerance = "5pp"\n'
    text = f"{head}[targets.a]\nname = 'a'\ngoal = 10000\nactual = {{ H1 = {{H1}} }}\n"
    for keys, actual, said in (
        ("", "4496", "5.04 pp behind the pace of 50.0%"),
        ('direction = "at_most"\n', "5504", "5.04 pp more than the pace of 50.0%"),
        ('kind = "level"\nbaseline = 0\n', "4496", "5.04 pp behind the pace of 50.0%"),
        ("", "4400", "6.0 pp behind the pace of 50.0%"),
    ):
        file = plan(text.replace("{H1}", actual) + keys)
        assert said in run("export", "-f", file, "--format", "markdown", "--lang", "en").out


def test_names_mean_nothing_to_markdown(run: Run, plan: Write) -> None:
    out = run("export", "-f", plan(PLAN), "--format", "markdown").out
    assert "a\\|b" in out
    assert "\\</script\\>" in out
    assert "\\[red\\]x" in out
    tables = [line for line in out.splitlines() if line.startswith("|")]
    assert len({line.replace("\\|", "").count("|") for line in tables}) == 1


# --- files


def test_a_failing_export_leaves_the_old_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "progress.json"
    path.write_text("old")
    monkeypatch.setattr(json_format, "encode", lambda *_: 1 / 0)
    assert run("export", "-f", str(EXAMPLE), "-o", str(path)).code == 70
    assert path.read_text() == "old"
    assert sorted(each.name for each in tmp_path.glob("*progress*")) == ["progress.json"]
