"""Where the system's own encoding is code page 936, as on a Chinese Windows: tried anywhere."""

import json
import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from kit.forks import PROGRAM, Forks
from kit.program import EXAMPLE
from plan_tracker.cli import main

COMMANDS = [
    ["status"],
    ["status", "--format", "json"],
    ["show", "projects"],
    ["outlook"],
    ["audit"],
    ["check", "--format", "github"],
    ["check", "--output", "junit=out.xml", "--output", "markdown=out.md", "--output", "sarif=out.json"],
    ["export", "-o", "out.csv", "--excel"],
    ["export", "-o", "out.html"],
    ["export", "-o", "out.xlsx"],
    ["validate"],
    ["schema"],
    ["compare", "targets.toml"],
    ["record", "projects", "H2", "300"],
]


@pytest.fixture(autouse=True)
def _plan() -> None:
    Path("targets.toml").write_bytes(EXAMPLE.read_bytes())


def test_no_file_is_opened_in_the_encoding_of_the_system() -> None:
    """One process runs all commands: what it takes is its interpreter, which tells of every such file."""
    code = (
        "import json, sys\nfrom plan_tracker.cli import main\n"
        "codes = [main(call) for call in json.loads(sys.argv[1])]\nsys.exit(json.dumps(codes))"
    )
    strict = ["-X", "warn_default_encoding", "-W", "error::EncodingWarning"]
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, *strict, "-c", code, json.dumps(COMMANDS)], capture_output=True, check=False
    )
    assert b"EncodingWarning" not in done.stderr
    assert b"internal error" not in done.stderr
    codes = json.loads(done.stderr.splitlines()[-1])
    assert len(codes) == len(COMMANDS)
    assert set(codes) <= {0, 1}


GBK = """
sys.stdout = open(1, "w", encoding="gbk", closefd=False)
sys.stderr = open(2, "w", encoding="gbk", closefd=False)
"""
"""The streams that an interpreter makes of $PYTHONIOENCODING."""


@pytest.mark.parametrize("call", [["status"], ["check"], ["show", "projects"], ["outlook"]], ids=" ".join)
def test_a_pipe_gets_utf_8_whatever_the_code_page(call: list[str], forks: Forks) -> None:
    wanted = forks.run(PROGRAM, *call)
    assert forks.run(GBK + PROGRAM, *call) == wanted
    assert "引进亿元以上项目" in wanted.out


def test_a_pipe_gets_utf_8_whatever_the_interpreter_makes_of_it() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "plan_tracker", "status"],
        env=os.environ | {"PYTHONUTF8": "0", "PYTHONIOENCODING": "gbk"},
        capture_output=True,
        check=True,
    )
    assert "引进亿元以上项目" in done.stdout.decode("utf-8")


class Terminal(TextIOWrapper):
    """A terminal of code page 936, or another."""

    def __init__(self, encoding: str = "gbk") -> None:
        super().__init__(BytesIO(), encoding=encoding)

    def isatty(self) -> bool:
        return True

    def shown(self) -> str:
        self.flush()
        assert isinstance(self.buffer, BytesIO)
        return self.buffer.getvalue().decode(self.encoding)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_a_terminal_without_them_gets_signs_in_letters_that_it_has(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = """[plan]
title = "P ✓"
year = 2024
[targets.cap]
name = "C"
goal = 10
direction = "at_most"
actual = { H1 = 2 }
[targets.sum]
name = "S"
goal = 10
parts.a = { goal = 5, actual = { H1 = 3 } }
parts.b = { goal = 5 }
"""
    Path("targets.toml").write_text(text, encoding="utf-8")
    out = Terminal(encoding)
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["status", "--as-of", "H1"]) == 0
    shown = out.shown()
    assert "P ?" in shown
    figures = shown.replace("≤", "<=").replace("≥", ">=")
    assert ("<=10" in figures, ">=3" in figures, ">=30.0%" in figures) == (True, True, True)
    assert shown.count("?") == 1


@pytest.mark.parametrize(
    "call", [["status"], ["check"], ["show", "projects"], ["outlook"], ["--help"]], ids=" ".join
)
@pytest.mark.parametrize("name", ["引进亿元以上项目", "Ünïcode ✓ 👩‍👩‍👧"])
def test_a_terminal_gets_what_it_can_show(
    call: list[str], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = EXAMPLE.read_text(encoding="utf-8").replace("引进亿元以上项目", name)
    Path("targets.toml").write_text(text, encoding="utf-8")
    out, errors = Terminal(), Terminal()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", errors)
    monkeypatch.setenv("COLUMNS", "120")
    code = main(call)
    assert code in (0, 1)
    shown = out.shown()
    assert errors.shown() == ""
    if call != ["--help"]:
        assert "截至" in shown
        assert (name in shown) is name.isalpha()
