"""The code of `docs/python.md` and of the package's own docstring prints what is printed there."""

import re
from itertools import zip_longest
from pathlib import Path

import pytest

import plan_tracker
from kit.manual import blocks
from kit.program import EXAMPLE, ROOT

MANUAL = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
BLOCKS = [
    (code.text, told.text if told and told.language == "text" else "")
    for code, told in zip_longest(blocks(MANUAL), blocks(MANUAL)[1:])
    if code.language == "python"
]
FRAMES = ("pandas", "polars", "duckdb")
CORE = [(code, told) for code, told in BLOCKS if not any(name in code for name in FRAMES)]


def run(blocks: list[tuple[str, str]], capsys: pytest.CaptureFixture[str]) -> None:
    Path("targets.toml").write_bytes(EXAMPLE.read_bytes())
    session: dict[str, object] = {}
    for code, told in blocks:
        exec(compile(code, "python.md", "exec"), session)  # noqa: S102 - our own manual
        assert capsys.readouterr().out == told


def test_the_manual_is_run_as_one_session(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(CORE) == 7
    run(CORE, capsys)


@pytest.mark.parametrize("name", FRAMES)
def test_the_frames_of_the_manual(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip(name, reason=f"{name} is not installed, nor needed but for its lines in the manual")
    run([block for block in BLOCKS if name in block[0] or block in CORE], capsys)


def test_the_code_in_the_docstring_runs(capsys: pytest.CaptureFixture[str]) -> None:
    Path("targets.toml").write_bytes(EXAMPLE.read_bytes())
    code = re.sub(
        r"^ {4}", "", str(plan_tracker.__doc__).partition("From Python:\n\n")[2], flags=re.MULTILINE
    )
    exec(compile(code, "__init__.py", "exec"), {})  # noqa: S102 - as above
    assert "引进亿元以上项目 behind 0.475\n" in capsys.readouterr().out
