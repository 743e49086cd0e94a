"""What a reader does with the page: filters, searches, sorts, follows a link, takes the data along."""

from pathlib import Path
from typing import NamedTuple

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from kit.chromium import DESK, PHONE, Browser, Pages, axe, poor_contrasts
from kit.program import EXAMPLE, EXAMPLES, Run, Write
from plan_tracker.cli import main

PARTS = EXAMPLES[2]
LARGE = 510
SEEN = """
const rows = [...document.querySelectorAll('.targets tbody tr')];
return rows.filter(row => row.checkVisibility()).map(row => row.id);
"""


class Found(NamedTuple):
    """The targets and parts that are seen, and what is said of them."""

    ids: list[str]
    said: str


class Reader:
    """Somebody who uses the page."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser

    def choose(self, field: str, text: str) -> Found:
        Select(self._tool(field)).select_by_visible_text(text)
        return self.found()

    def search(self, text: str) -> Found:
        field, before = self._tool("search"), self.found()
        field.send_keys(Keys.CONTROL, "a", Keys.NULL, Keys.DELETE, text)
        self.browser.wait().until(lambda _: self.found() != before)
        return self.found()

    def show_all(self) -> Found:
        self._tool("reset").click()
        return self.found()

    def found(self) -> Found:
        return Found(self.browser.run(SEEN), self._tool("shown").text)

    def _tool(self, name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - Selenium's element
        return self.browser.driver.find_element(By.CSS_SELECTOR, f'[data-tool="{name}"]')


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a plan with many targets on course, and two that are behind."""
    plan = tmp_path_factory.mktemp("large") / "plan.toml"
    targets = "".join(
        f'[targets."t{n}"]\nname = "Target {n}"\ngroup = "{"even" if n % 2 == 0 else "odd"}"\n'
        f"goal = 10\nactual = {{ H1 = {1 if n in (7, 400) else 5 + n % 3} }}\n"
        for n in range(LARGE)
    )
    plan.write_text(f'[plan]\ntitle = "Plan"\nyear = 2024\nas_of = 2024-06-30\n{targets}', encoding="utf-8")
    page = plan.with_suffix(".html")
    assert main(["export", "-f", str(plan), "-o", str(page), "--lang", "en"]) == 0
    return page


def test_targets_are_filtered_by_status_and_group(browser: Browser, page: Pages) -> None:
    browser.open(page(EXAMPLE))
    reader = Reader(browser)
    assert len(reader.found().ids) == 38
    behind = reader.choose("status", "滞后")
    assert behind.said == "显示8项，共38项指标"
    assert len(behind.ids) == 8
    both = reader.choose("group", "促消费扩投资")
    assert both.ids == ["projects", "funds"]
    headings = browser.run(
        "return [...document.querySelectorAll('h3')].filter(e => e.checkVisibility()).map(e => e.innerText)"
    )
    assert headings == ["促消费扩投资"]
    assert len(reader.show_all().ids) == 38
    assert browser.complaints() == []


def test_paper_says_how_many_targets_a_filter_left(browser: Browser, page: Pages) -> None:
    def printed() -> list[str]:
        browser.show(media="print")
        seen = "[...document.querySelectorAll('.tools *')].filter(each => each.checkVisibility())"
        texts = browser.run(f"return {seen}.map(each => each.innerText)")
        browser.show()
        return list(texts)

    browser.open(page(EXAMPLE))
    reader = Reader(browser)
    assert printed() == []
    reader.choose("status", "滞后")
    assert printed() == ["显示8项，共38项指标"]
    reader.show_all()
    assert printed() == []


def test_a_part_that_is_found_stands_below_its_target(browser: Browser, page: Pages) -> None:
    browser.open(page(PARTS))
    reader = Reader(browser)
    assert reader.search("清水河县").ids[:2] == ["projects", "projects/清水河县"]
    assert "projects/新城区" not in reader.found().ids
    owned = reader.choose("owner", "清水河县政府")
    assert owned.ids[1] == "projects/清水河县"
    nothing = reader.search("no such text")
    assert nothing == Found([], "显示0项，共4项指标")


def test_search_takes_ids_and_letters_of_any_width_and_case(
    browser: Browser, page: Pages, plan: Write
) -> None:
    text = "".join(
        f'[targets.{key}]\nname = "{name}"\ngoal = 2\n' for key, name in {"a-1": "GDP", "b": "CPI"}.items()
    )
    browser.open(page(plan(text)))
    reader = Reader(browser)
    assert reader.search("ｇｄｐ").ids == ["a-1"]
    assert reader.search("cpi").ids == ["b"]
    assert reader.search("A-1").ids == ["a-1"]


def test_targets_are_sorted_as_the_table_of_status_sorts_them(
    browser: Browser, page: Pages, run: Run
) -> None:
    browser.open(page(EXAMPLE))
    reader = Reader(browser)
    in_order = reader.found().ids
    for key, text in {"lead": "按超前/滞后，滞后最多的在前", "rate": "按完成率，低的在前"}.items():
        table = run("status", "-f", str(EXAMPLE), "--format", "json", "--sort", key).out
        expected = [line.split('"')[3] for line in table.splitlines() if line.startswith('      "id"')]
        assert reader.choose("sort", text).ids == expected
    assert reader.choose("sort", "按计划中的顺序").ids == in_order


def test_the_tools_are_reached_and_used_by_keyboard(browser: Browser, page: Pages) -> None:
    browser.open(page(EXAMPLE))
    browser.run("document.querySelector('.concerns li:last-child a').focus()")
    names = []
    for _ in range(5):
        browser.driver.switch_to.active_element.send_keys(Keys.TAB)
        names.append(browser.run("return document.activeElement.dataset.tool"))
    assert names == ["search", "status", "group", "sort", "reset"]
    status = browser.driver.find_element(By.CSS_SELECTOR, '[data-tool="status"]')
    status.send_keys("滞")
    assert len(Reader(browser).found().ids) == 8


def test_a_screen_reader_hears_labels_and_how_many_are_left(browser: Browser, page: Pages) -> None:
    browser.open(page(EXAMPLE, "--lang", "en"))
    Reader(browser).choose("status", "behind")
    browser.driver.execute_cdp_cmd("Accessibility.enable", {})
    nodes = browser.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    heard = {
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"]
    }
    assert {("search", "Choose targets"), ("searchbox", "Search"), ("combobox", "Status")} <= heard
    assert any(role == "status" for role, _ in heard)
    assert ("StaticText", "8 of 38 targets") in heard


def test_without_the_script_everything_is_read(browser: Browser, page: Pages, large: Path) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.open(page(EXAMPLE))
        assert len(browser.run(SEEN)) == 38
        assert not browser.driver.find_element(By.CSS_SELECTOR, '[data-tool="tools"]').is_displayed()
        browser.open(large)
        assert browser.run(SEEN) == ["t400", "t7"]
        for fold in browser.driver.find_elements(By.TAG_NAME, "summary"):
            fold.click()
        assert len(browser.run(SEEN)) == LARGE
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_large_page_shows_what_needs_attention_and_folds_the_rest(
    width: int, browser: Browser, large: Path
) -> None:
    browser.open(large, width=width)
    reader = Reader(browser)
    assert reader.found() == Found(["t400", "t7"], "510 of 510 targets")
    folds = browser.run("return [...document.querySelectorAll('summary')].map(e => e.innerText)")
    assert folds == ["254 more that need no attention now"] * 2
    wanted = [n for n in (*range(0, LARGE, 2), *range(1, LARGE, 2)) if "39" in str(n)]
    assert reader.search("39 target").ids == [f"t{n}" for n in wanted]
    assert reader.show_all().ids == ["t400", "t7"]
    assert axe(browser, contrast=False) == []
    assert poor_contrasts(browser) == []
    assert browser.run("return document.documentElement.scrollWidth") <= width
    assert browser.complaints() == []


def test_a_link_opens_what_hides_its_target(browser: Browser, large: Path) -> None:
    browser.open(large)
    reader = Reader(browser)
    reader.choose("status", "behind")
    browser.run("location.hash = '#t399'")
    browser.wait().until(lambda _: "t399" in reader.found().ids)
    top = browser.run("return document.querySelector('#t399').getBoundingClientRect().top")
    assert 0 <= top < 900
    assert "t400" in reader.found().ids


@pytest.mark.parametrize("options", [(), ("--no-parts",)])
def test_the_data_are_taken_from_the_page(
    options: tuple[str, ...], browser: Browser, page: Pages, run: Run, tmp_path: Path
) -> None:
    path = page(PARTS, *options)
    browser.open(path)
    folder = tmp_path / "downloads"
    behaviour = {"behavior": "allow", "downloadPath": str(folder)}
    browser.driver.execute_cdp_cmd("Browser.setDownloadBehavior", behaviour)
    link = browser.driver.find_element(By.CSS_SELECTOR, "a[download]")
    browser.wait().until(lambda _: (link.get_attribute("href") or "").startswith("blob:"))
    link.click()
    # while it is written, a browser keeps a file of its own beside it
    browser.wait().until(lambda _: [each.suffix for each in folder.glob("*")] == [".csv"])
    (taken,) = folder.iterdir()
    assert taken.read_text(encoding="utf-8") == run("export", "-f", str(PARTS), *options).out
    assert browser.complaints() == []
    assert [url for url in browser.requests() if url.startswith("http")] == []
