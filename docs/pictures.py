"""Makes the pictures of the README, as Chromium shows them: the page and the terminal.

Run: python docs/pictures.py. It wants Chromium and a font with Chinese letters (Debian: fonts-noto-cjk).
"""

import os
import shutil
import subprocess
import sys
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parent.parent
PAGE, CITY_PAGE = ROOT / "docs" / "page.png", ROOT / "docs" / "page.zh.png"
TERMINAL = ROOT / "docs" / "terminal.png"
FISCAL, CITY = ROOT / "examples" / "fiscal.toml", ROOT / "targets.toml"
WIDTH, HEIGHT, CITY_HEIGHT = 1060, 1290, 870
COLUMNS = 100
CELL, MARGIN = (8, 19), 16
LOOK = f"""
body {{ margin: 0; background: #fff }}
pre {{ margin: {MARGIN}px; color: #1f2328 }}
pre {{ font: 13px/{CELL[1]}px 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace }}
i {{ display: inline-block; height: {CELL[1]}px; vertical-align: top }}
i {{ font-style: normal; text-decoration: inherit }}
"""
LIGHT = TerminalTheme((255, 255, 255), (31, 35, 40), [(31, 35, 40)] * 8)
MAIN = "from plan_tracker.cli import main; main()"
AS_TERMINAL = f"import sys; sys.stdout.isatty = lambda: True; {MAIN}"
SWITCHES = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def draw_page(picture: Path = PAGE, plan: Path = FISCAL, height: int = HEIGHT) -> None:
    """The upper part of the page of a plan."""
    with TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        _plan_tracker("export", "-f", str(plan), "-o", str(page))
        _photograph(page, picture, (WIDTH, height))


def draw_terminal(picture: Path = TERMINAL) -> None:
    """The status of an example plan in colour, in a terminal of 100 columns."""
    shown = "$ plan-tracker status\n" + _plan_tracker(
        "status", "-f", str(CITY), "--color", "always", width=COLUMNS
    )
    lines = [_line(line) for line in Text.from_ansi(shown).split()]
    size = (COLUMNS * CELL[0] + 2 * MARGIN, len(lines) * CELL[1] + 2 * MARGIN)
    drawn = "\n".join(lines)
    with TemporaryDirectory() as folder:
        page = Path(folder) / "terminal.html"
        page.write_text(f"<meta charset=utf-8><style>{LOOK}</style><pre>{drawn}</pre>", encoding="utf-8")
        _photograph(page, picture, size, "--force-device-scale-factor=1.5")


def _line(text: Text) -> str:
    """A line whose letters stand in the cells of a terminal, whatever the fonts."""
    console, found = Console(width=COLUMNS, color_system="truecolor"), []
    for piece in text.render(console):
        style = piece.style.get_html_style(LIGHT) if piece.style else ""
        letters = "".join(
            f'<i style="width:{cell_len(letter) * CELL[0]}px">{escape(letter)}</i>' for letter in piece.text
        )
        found.append(f'<span style="{style}">{letters}</span>')
    return "".join(found)


def _plan_tracker(*arguments: str, width: int = 0) -> str:
    """What the program prints, in a terminal of that width or in a pipe."""
    program = [sys.executable, "-c", AS_TERMINAL if width else MAIN]
    environment = os.environ | {"COLUMNS": str(width), "PYTHONIOENCODING": "utf-8", "TERM": "xterm-256color"}
    done = subprocess.run(  # noqa: S603 - ourselves
        [*program, *arguments], check=True, stdout=subprocess.PIPE, encoding="utf-8", env=environment
    )
    return done.stdout


def _photograph(page: Path, picture: Path, size: tuple[int, int], *switches: str) -> None:
    """A page as a picture of so many pixels."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("Chromium is not installed")
    with TemporaryDirectory() as profile:
        view = [
            f"--window-size={size[0]},{size[1]}",
            f"--user-data-dir={profile}",
            f"--screenshot={picture}",
        ]
        subprocess.run(  # noqa: S603 - the browser that was found
            [browser, *SWITCHES, *switches, *view, page.as_uri()], check=True, capture_output=True
        )


if __name__ == "__main__":
    draw_page()
    draw_page(CITY_PAGE, CITY, CITY_HEIGHT)
    draw_terminal()
