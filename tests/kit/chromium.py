"""A real browser for the tests of the page: Chromium without a screen, driven through Selenium.

Without Chromium and its driver these tests are skipped; where $PLAN_TRACKER_BROWSER_TESTS is set, as in CI,
they fail instead.
"""

import base64
import json
import os
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kit.program import EXAMPLES, Run

if TYPE_CHECKING:
    from selenium.webdriver import Chrome
    from selenium.webdriver.support.ui import WebDriverWait

DEMAND = "PLAN_TRACKER_BROWSER_TESTS"
SWITCHES = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
PHONE, TABLET, DESK = 390, 768, 1280
CONTRASTS = """
const paint = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
const painted = new Map();  // to paint takes longer than all else, and a page has few colours
const rgb = colour => {
  if (!painted.has(colour)) {
    paint.clearRect(0, 0, 1, 1); paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1);
    painted.set(colour, [...paint.getImageData(0, 0, 1, 1).data]);
  }
  return painted.get(colour);
};
const light = colour => {
  const linear = v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const [r, g, b] = rgb(colour).map(v => linear(v / 255));
  return .2126 * r + .7152 * g + .0722 * b;
};
const behind = element => {
  for (let each = element; each; each = each.parentElement) {
    const colour = getComputedStyle(each).backgroundColor;
    if (rgb(colour)[3] === 255) return colour;
  }
  return 'white';
};
const poor = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement, style = getComputedStyle(element);
  if (!walker.currentNode.textContent.trim() || element.closest('title')) continue;
  if (!element.checkVisibility()) continue;
  const ink = element.closest('svg') ? style.fill : style.color;
  const [low, high] = [light(ink), light(behind(element))].sort((a, b) => a - b);
  const ratio = (high + .05) / (low + .05);
  if (ratio < 4.5) poor.push([walker.currentNode.textContent.trim(), ink, behind(element), ratio]);
}
return poor;
"""


class Browser:
    """One window that shows pages from disk."""

    def __init__(self, driver: "Chrome") -> None:
        self.driver = driver

    def open(self, path: Path, *, width: int = DESK, scheme: str = "light", media: str = "") -> None:
        """Loads a page and shows it as `show` does."""
        self.show(width=width, scheme=scheme, media=media)
        self._log("browser")
        self._log("performance")
        self.driver.get(path.as_uri())

    def show(self, *, width: int = DESK, scheme: str = "light", media: str = "") -> None:
        """Shows what is loaded on so many pixels, in light or dark, as on a screen or as `media` says."""
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},  # what scrolls is there at once
        ]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401 - what JavaScript gives
        """Returns the value of a piece of JavaScript."""
        return self.driver.execute_script(script, *arguments)

    def wait(self) -> "WebDriverWait[Chrome]":
        """Returns what waits until something is true, and looks 50 times a second."""
        from selenium.webdriver.support.ui import WebDriverWait

        return WebDriverWait(self.driver, 5, poll_frequency=0.02)

    def complaints(self) -> list[str]:
        """Returns what the console says."""
        return [entry["message"] for entry in self._log("browser")]

    def requests(self) -> list[str]:
        """Returns the addresses that were asked for since the page was opened."""
        events = [json.loads(entry["message"])["message"] for entry in self._log("performance")]
        asked = [event for event in events if event["method"] == "Network.requestWillBeSent"]
        return [event["params"]["request"]["url"] for event in asked]

    def _log(self, kind: str) -> list[dict[str, Any]]:
        """Returns what was noted since the last time."""
        return list(self.driver.get_log(kind))  # type: ignore[no-untyped-call]  # Selenium leaves it untyped

    def printed(self) -> bytes:
        """Returns the page as PDF, on the paper that it asks for."""
        options = {"preferCSSPageSize": True, "printBackground": False}
        return base64.b64decode(self.driver.execute_cdp_cmd("Page.printToPDF", options)["data"])


def start(profile: Path) -> Iterator["Chrome"]:
    """Starts the browser, which ends when the iterator goes on; skips the test if there is none.

    To import Selenium takes half a second of every run of tests that needs no browser.
    """
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver_program = shutil.which("chromedriver")
    if program is None or driver_program is None:
        reason = "Chromium and its driver are not installed (Debian: chromium, chromium-driver)"
        if os.environ.get(DEMAND):
            pytest.fail(reason)
        pytest.skip(reason)
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for switch in (*SWITCHES, f"--user-data-dir={profile}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    speaks = {**os.environ, "LC_ALL": "C.UTF-8"}  # without one it keeps no file with a Chinese name
    driver = webdriver.Chrome(options=options, service=Service(driver_program, env=speaks))
    yield driver
    driver.quit()


class Pages:
    """Writes pages into a folder; a page of an example, which does not change, is written once.

    `kept` is a folder that all tests share.
    """

    def __init__(self, run: Run, folder: Path, kept: Path) -> None:
        self._run, self._folder, self._kept = run, folder, kept

    def __call__(self, plan: str | Path, *options: str) -> Path:
        """Writes the page of a plan and returns its path."""
        path = self._folder / "page.html"
        if plan in EXAMPLES:
            path = self._kept / "-".join([Path(plan).stem, *options, "page.html"])
            if path.exists():
                return path
        assert self._run("export", "-f", str(plan), "-o", str(path), *options).code == 0
        return path


def poor_contrasts(browser: Browser) -> list[object]:
    """Returns each text that is seen too weakly: the text, its colour, the one behind it, and their ratio."""
    return list(browser.run(CONTRASTS))


def axe(browser: Browser, *, contrast: bool) -> list[str]:
    """Returns what axe-core finds wrong with the page: each rule and its first place.

    To look at the contrast of every text takes three times as long as all other rules together.
    """
    if not browser.run("return 'axe' in window"):
        script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
        browser.run(script)
    options = {"resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": contrast}}}
    done = "axe.run(arguments[0]).then(found => arguments[1](found.violations));"
    found = browser.driver.execute_async_script(done, options)
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]
