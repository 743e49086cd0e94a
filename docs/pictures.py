"""Makes the pictures of the README: the page as Chromium shows it. Run: python docs/pictures.py."""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "page.png"
PLAN = ROOT / "examples" / "fiscal.toml"
WIDTH, HEIGHT = 1060, 1290
SWITCHES = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def draw_page(picture: Path = PAGE) -> None:
    """The upper part of the page of an example plan, down to its charts."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("Chromium is not installed")
    with TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        program = [sys.executable, "-m", "plan_tracker", "export", "-f", str(PLAN)]
        subprocess.run([*program, "-o", str(page)], check=True)  # noqa: S603 - ourselves
        view = [
            f"--window-size={WIDTH},{HEIGHT}",
            f"--user-data-dir={folder}/profile",
            f"--screenshot={picture}",
        ]
        subprocess.run(  # noqa: S603 - the browser that was found
            [browser, *SWITCHES, *view, page.as_uri()], check=True, capture_output=True
        )


if __name__ == "__main__":
    draw_page()
