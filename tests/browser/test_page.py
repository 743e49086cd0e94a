"""The page as a reader meets it: in a real browser, from disk, on three widths, in the dark and on paper."""

import re
import shutil
import subprocess
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise, product
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from kit.chromium import DESK, PHONE, TABLET, Browser, Pages, axe, poor_contrasts
from kit.program import EXAMPLE, EXAMPLES, Write
from plan_tracker import evaluate, load
from plan_tracker.judging.result import Result

HOSTILE = (
    "</script><script>alert(1)</script>",
    "[red]x",
    "a|b",
    "=1+1",
    "👩‍🌾",
    "<img src=http://example.org/x>",
)
PARTS = EXAMPLES[2]

BARS = """
return [...document.querySelectorAll('.bullet')].map(bar => {
  const box = bar.getBoundingClientRect();
  const of = name => bar.querySelector('.' + name)?.getBoundingClientRect();
  const pace = of('pace');
  return {
    row: bar.closest('tr').querySelector('th').firstChild.textContent.trim(),
    whole: of('goal').left - box.left,
    filled: of('fill').width,
    pace: pace ? (pace.left + pace.right) / 2 - box.left : null,
  };
});
"""
CUT = """
return [...document.querySelectorAll('td, th, .badge, figcaption')].filter(e => e.checkVisibility()
  && !e.closest('thead') && e.scrollWidth > e.clientWidth + 1 && e.clientWidth).map(e => e.innerText);
"""

BEYOND = """
return [...document.querySelectorAll('.card')].flatMap(card => {
  const box = card.getBoundingClientRect(), style = getComputedStyle(card);
  const left = box.left + parseFloat(style.paddingLeft), right = box.right - parseFloat(style.paddingRight);
  return [...card.querySelectorAll('.badge, tbody th, td, figure text')].filter(e => {
    const part = e.getBoundingClientRect();
    return e.checkVisibility() && (part.left < left - 2 || part.right > right + 2);
  }).map(e => e.textContent);
});
"""
"""What begins or ends outside the card that holds it."""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_is_complained_of_and_nothing_leaves_the_page(
    example: Path, browser: Browser, page: Pages
) -> None:
    path = page(example)
    browser.open(path)
    assert browser.complaints() == []
    assert browser.requests() == [path.as_uri()]


def test_a_reader_sees_the_headline_and_what_is_behind(browser: Browser, page: Pages) -> None:
    browser.open(page(EXAMPLE))
    assert (
        browser.run("return document.querySelector('h1').innerText")
        == "呼和浩特市2024年国民经济和社会发展计划"
    )
    seen = browser.run("return document.querySelector('main').innerText")
    assert "共38项指标，其中可评价25项，滞后（含略有滞后、未完成）8项。" in seen
    concerns = browser.run("return [...document.querySelectorAll('.concerns li')].map(e => e.innerText)")
    assert len(concerns) == 8
    assert concerns[0].startswith("自治区清单重大项目建成")
    assert "引进亿元以上项目" in concerns[-1]
    assert "滞后2.5个百分点" in concerns[-1]


def test_the_style_is_let_through_by_the_policy(browser: Browser, page: Pages) -> None:
    browser.open(page(EXAMPLE))
    assert browser.run("return getComputedStyle(document.querySelector('.card')).borderRadius") == "8px"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_bars_are_drawn_as_long_as_the_rates(example: Path, browser: Browser, page: Pages) -> None:
    browser.open(page(example))
    drawn = [
        (result, rate)
        for result in _under_headings(evaluate(load(example)).results)
        if (rate := result.completion_rate) is not None
    ]
    scale = max([Fraction(1), *(rate for _, rate in drawn)])
    for width in (PHONE, TABLET, DESK):
        browser.show(width=width)
        bars = browser.run(BARS)
        assert [bar["row"] for bar in bars] == [result.target.name for result, _ in drawn]
        for bar, (result, rate) in zip(bars, drawn, strict=True):
            assert bar["whole"] > 90
            assert bar["filled"] / bar["whole"] == pytest.approx(
                float(min(max(rate, Fraction(0)), scale)), abs=0.01
            )
            if result.pace:
                assert bar["pace"] / bar["whole"] == pytest.approx(float(result.pace), abs=0.015)


def _under_headings(results: Iterable[Result]) -> list[Result]:
    """Targets and parts in the order of the page: headings in the order of the file."""
    groups: dict[str, list[Result]] = {}
    for result in results:
        groups.setdefault(result.target.group, []).extend([result, *result.parts])
    return [result for members in groups.values() for result in members]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_sticks_out(example: Path, language: str, browser: Browser, page: Pages) -> None:
    browser.open(page(example, "--lang", language))
    for width in (320, PHONE, TABLET, DESK):
        browser.show(width=width)
        assert browser.run("return document.documentElement.scrollWidth") <= width
        assert browser.run(CUT) == []
        assert browser.run(BEYOND) == []


def test_long_figures_leave_a_name_half_of_a_phone(browser: Browser, page: Pages, plan: Write) -> None:
    figures = 'unit = "unit_of_thirty_characters_long"\ngoal = 999999999999999\nactual = { H1 = 1 }\n'
    browser.open(page(plan(f'[targets.a]\nname = "{"Long" * 30}"\n{figures}')), width=320)
    shares = browser.run(
        "return [...document.querySelectorAll('.bars tbody th')]"
        ".map(e => e.clientWidth / e.closest('tr').clientWidth)"
    )
    assert shares == [pytest.approx(0.5, abs=0.01)]
    assert browser.run(CUT) == []


@pytest.mark.parametrize("keys", ["", "committed = 1000\nlast_year = { H1 = 4500000, FY = 9000000 }\n"])
@pytest.mark.parametrize("width", [TABLET, DESK])
def test_figures_of_ten_letters_are_not_broken(
    width: int, keys: str, browser: Browser, page: Pages, plan: Write
) -> None:
    figures = f'unit = "万元"\ngoal = 9345678.91\nactual = {{ H1 = 5234567.89 }}\n{keys}'
    browser.open(page(plan(f'[targets.a]\nname = "A"\n{figures}'), "--lang", "zh"), width=width)
    lines = browser.run("""
        const figures = '.bars td:is(:nth-child(2), :nth-child(3), :nth-child(7)), .ahead td:nth-child(2)';
        return [...document.querySelectorAll(figures)].map(cell => {
          const figure = document.createRange(), text = cell.firstChild, end = text.data.search(/万|$/);
          figure.setStart(text, 0); figure.setEnd(text, end);
          return [figure.toString(), figure.getClientRects().length];
        });
    """)
    growth = [["+16.3%", 1]] if keys else []
    assert lines == [["9345678.91", 1], ["5234567.89", 1], *growth, ["4111111.02", 1]]


def test_names_from_right_to_left_stand_before_their_group(
    browser: Browser, page: Pages, plan: Write
) -> None:
    behind = "goal = 40\nactual = { H1 = 9 }\n"
    targets = '[targets.a]\nname = "בתי ספר 12"\ngroup = "مجموعة"\n', '[targets.b]\nname = "B"\ngroup = "C"\n'
    browser.open(page(plan("".join(f"{target}{behind}" for target in targets))), width=DESK)
    name, group = (
        f"document.querySelector('.concerns {part}').getBoundingClientRect()" for part in (".name", ".muted")
    )
    assert browser.run(f"return {name}.right <= {group}.left")


def test_remarks_of_the_overview_stand_on_lines_of_their_own(
    browser: Browser, page: Pages, plan: Write
) -> None:
    figures = {"a": "actual = { H1 = 6 }", "b": "actual = { M05 = 10 }\ndue = 2024-05-31", "c": ""}
    targets = (f'[targets.{name}]\nname = "{name}"\ngoal = 10\n{keys}\n' for name, keys in figures.items())
    browser.open(page(plan("".join(targets)), "--as-of", "H1"), width=DESK)
    assert browser.run("return document.querySelector('.lead').innerText").splitlines()[1:] == [
        "1 of 2 reported for H1",
        "figures as of 2024-05-31: b",
    ]


def test_the_unit_of_a_goal_is_cut_in_a_chart_and_never_its_figure(
    browser: Browser, page: Pages, plan: Write
) -> None:
    unit = "thousand tonnes of standard coal equivalent saved in the industry of the city"
    file = plan(
        f'[targets.a]\nname = "A"\nunit = "{unit}"\ngoal = 12500.75\nactual = {{ Q1 = 9, H1 = 20 }}\n'
    )
    browser.open(page(file), width=DESK)
    assert browser.run(BEYOND) == []
    (label,) = browser.run(
        "return [...document.querySelectorAll('figure text[text-anchor=\"end\"]')]"
        ".map(e => e.textContent).filter(text => text.includes('tonnes'))"
    )
    assert label.startswith("12500.75 thousand tonnes of")
    assert label.endswith("…")


DATED = """[plan]
title = "P"
start = 2024-03-15
end = 2026-02-28
[targets.a]
name = "A"
goal = 300
actual = { 2024-03-16 = 1, 2024-09-14 = 80, 2024-12-14 = 118, 2025-03-14 = 120, 2025-06-14 = 160 }
"""
MONTHS = """[plan]
title = "P"
year = 2024
reporting = "month"
[targets.a]
name = "A"
goal = 100
actual = { M01 = 1, M02 = 2, M03 = 3, M04 = 4, M05 = 5, M06 = 6 }
"""


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("text", [DATED, MONTHS], ids=["dates", "months"])
def test_labels_of_a_chart_do_not_run_into_each_other(
    text: str, language: str, browser: Browser, page: Pages, tmp_path: Path
) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(text, encoding="utf-8")
    browser.open(page(file, "--lang", language), width=DESK)
    boxes = browser.run(
        "return [...document.querySelectorAll('figure text[y=\"139\"]')]"
        ".map(e => { const box = e.getBoundingClientRect(); return [box.left, box.right]; })"
    )
    assert len(boxes) > 1
    assert all(left[1] < right[0] for left, right in pairwise(boxes))


def test_rows_stand_in_the_order_of_the_file(browser: Browser, page: Pages) -> None:
    browser.open(page(EXAMPLE))
    rows = browser.run(
        "return [...document.querySelectorAll('.targets tbody tr')]"
        ".map(e => [e.getBoundingClientRect().top, e.querySelector('th').firstChild.textContent.trim()])"
    )
    assert [name for _, name in rows] == [target.name for target in load(EXAMPLE).targets]
    assert [top for top, _ in rows] == sorted(top for top, _ in rows)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_hostile_names_are_shown_as_text(width: int, browser: Browser, page: Pages, plan: Write) -> None:
    text = "".join(
        f"[targets.t{number}]\nname = '{name}'\nnote = '{name}'\nowner = '{name}'\ngoal = 10\n"
        f"actual = {{ Q1 = 1, H1 = {number} }}\n"
        for number, name in enumerate(HOSTILE)
    )
    path = page(plan(text))
    browser.open(path, width=width)
    names = browser.run(
        "return [...document.querySelectorAll('tbody th')].map(e => e.firstChild.textContent.trim())"
    )
    assert names[: len(HOSTILE)] == list(HOSTILE)
    assert browser.complaints() == []
    assert browser.requests() == [path.as_uri()]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_text_can_be_read(example: Path, browser: Browser, page: Pages) -> None:
    browser.open(page(example))
    for width, scheme in product((PHONE, DESK), ("light", "dark")):
        browser.show(width=width, scheme=scheme)
        assert poor_contrasts(browser) == [], f"{width} {scheme}"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_axe_finds_nothing(example: Path, browser: Browser, page: Pages) -> None:
    browser.open(page(example))
    for width in (PHONE, DESK):
        browser.show(width=width)
        assert axe(browser, contrast=False) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_reads_every_text(scheme: str, browser: Browser, page: Pages) -> None:
    browser.open(page(PARTS), scheme=scheme)
    assert axe(browser, contrast=True) == []


def test_the_keyboard_reaches_the_targets_first(browser: Browser, page: Pages) -> None:
    browser.open(page(EXAMPLE))
    browser.run("document.body.focus()")
    body = browser.driver.find_element("tag name", "body")
    body.send_keys(Keys.TAB)
    focused = browser.driver.switch_to.active_element
    assert browser.run("return arguments[0].hash", focused) == "#targets"
    assert focused.rect["x"] >= 0
    focused.send_keys(Keys.ENTER)
    assert browser.run("return location.hash") == "#targets"
    reached = browser.run("return document.querySelector('#targets').getBoundingClientRect().top")
    assert 0 <= reached < 900


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_screen_reader_meets_tables_and_named_pictures(width: int, browser: Browser, page: Pages) -> None:
    browser.open(page(EXAMPLE), width=width)
    browser.driver.execute_cdp_cmd("Accessibility.enable", {})
    nodes = browser.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    roles: dict[str, list[str]] = {}
    for node in nodes:
        if not node["ignored"]:
            name = node.get("name", {}).get("value", "")
            roles.setdefault(node["role"]["value"], []).append(name)
    assert len(roles["table"]) == 11
    assert len(roles["rowheader"]) >= 38
    assert {"main", "navigation", "banner", "contentinfo"} <= set(roles)
    pictures = roles.get("image", []) + roles.get("img", [])
    assert "完成率47.5%，序时进度50.0%" in pictures
    assert "已承诺工作量可覆盖剩余任务的82.5%" in pictures
    assert all(pictures)
    assert {"总体情况", "需要关注", "各项指标", "促消费扩投资"} <= set(roles["heading"])


def test_paper_is_white_and_without_navigation(browser: Browser, page: Pages) -> None:
    browser.open(page(EXAMPLE), scheme="dark", media="print")
    assert browser.run("return document.querySelector('nav').checkVisibility()") is False
    assert (
        browser.run("return getComputedStyle(document.querySelector('.card')).backgroundColor")
        == "rgb(255, 255, 255)"
    )
    assert browser.run("return getComputedStyle(document.querySelector('h1')).color") == "rgb(26, 36, 48)"


def test_it_is_printed_on_a4_with_headings_on_each_page(
    browser: Browser, page: Pages, tmp_path: Path
) -> None:
    browser.open(page(PARTS, "--lang", "en"))
    printed = browser.printed()
    boxes = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed))
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {(595, 842)}
    pages = _texts(printed, tmp_path)
    assert 2 <= len(pages) <= 4
    assert re.search(rf"1 ?/ ?{len(pages)}", pages[0])
    tables = [each for each in pages if re.search(r"\d%.*pace \d", each)]
    assert tables
    assert all("Completion and pace" in each for each in tables)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_38_targets_are_printed_on_four_pages_without_orphans(
    language: str, browser: Browser, page: Pages, tmp_path: Path
) -> None:
    browser.open(page(EXAMPLE, "--lang", language))
    headings = browser.run("return [...document.querySelectorAll('h2, h3, thead th')].map(e => e.innerText)")
    pages = [
        [line.strip() for line in each.splitlines() if line.strip()]
        for each in _texts(browser.printed(), tmp_path)
    ]
    assert len(pages) == 4
    for lines in pages:
        assert re.fullmatch(r"\d ?/ ?4", lines[-1])
        assert not set(re.split(r"\s{2,}", lines[-2])) & set(headings)
    assert len(pages[-1]) > 15


def _texts(printed: bytes, folder: Path) -> list[str]:
    """What stands on each page of a PDF."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed (Debian: poppler-utils)")
    path = folder / "page.pdf"
    path.write_bytes(printed)
    command = [reader, "-layout", str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - the reader found
    return text.rstrip("\f").split("\f")
