"""Nothing of the checked repository runs in a step of the action, or the gate could be forged."""

import subprocess
import sys
from pathlib import Path

import pytest

from kit.checkout import assert_nothing_ran, check, set_traps
from kit.program import EXAMPLE
from kit.pull_request import Request, lower_a_goal
from kit.runner import CHECK, EVENT, INSTALL, PYTHON, Runner

pytestmark = pytest.mark.skipif(
    sys.platform == "win32",
    reason="the traps are scripts of a POSIX shell; the workflow `plan` runs the action",
)


@pytest.fixture(autouse=True)
def _each_interpreter_starts_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a checkout makes run at the start of one is looked for here."""
    monkeypatch.setitem(EVENT, PYTHON, sys.executable)


BACKEND = """
import zipfile

def get_requires_for_build_wheel(config_settings=None):
    return []

def build_wheel(folder, config_settings=None, metadata_directory=None):
    name = "plan_tracker-1-py3-none-any.whl"
    with zipfile.ZipFile(f"{folder}/{name}", "w") as wheel:
        wheel.writestr("plan_tracker/__init__.py", "")
        program = "print('the program of the action')\\nraise SystemExit(1)\\n"
        wheel.writestr("plan_tracker/__main__.py", program)
        base = "plan_tracker-1.dist-info/"
        wheel.writestr(base + "METADATA", "Metadata-Version: 2.1\\nName: plan-tracker\\nVersion: 1\\n")
        lines = "Wheel-Version: 1.0", "Generator: t", "Root-Is-Purelib: true", "Tag: py3-none-any"
        wheel.writestr(base + "WHEEL", "\\n".join(lines))
        wheel.writestr(base + "RECORD", "")
    return name
"""


def test_the_program_is_installed_from_the_action_and_nothing_of_the_repository_runs(folder: Path) -> None:
    action = folder.parent / "the action"  # stands for this project, whose libraries would need a network
    action.mkdir()
    (action / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "own"\nbackend-path = ["."]\n'
        '[project]\nname = "plan-tracker"\nversion = "1"\n',
        encoding="utf-8",
    )
    (action / "own.py").write_text(BACKEND, encoding="utf-8")
    runner = Runner(folder, *set_traps(folder))
    installed = runner.run(INSTALL, {"github.action_path": str(action)})
    assert (installed.code, installed.log) == (0, "")
    python = Path(installed.outputs["python"])
    assert python == folder.parent / "runner" / "plan-tracker" / "bin" / "python"
    checked = runner.run(CHECK, {"steps.install.outputs.python": str(python)})
    assert (checked.code, checked.log) == (1, "the program of the action\n")
    assert_nothing_ran(folder)


def test_the_check_is_not_forged_by_the_repository(folder: Path) -> None:
    done = Runner(folder, *set_traps(folder)).run(CHECK)
    assert done.code == 1
    assert done.outputs == {"status": "failed", "completion": "0.712186", "behind-count": "8"}
    assert_nothing_ran(folder)


def test_the_traps_do_run_where_nobody_takes_care(folder: Path) -> None:
    variables, path = set_traps(folder)
    told = folder.parent / "pwned"
    careless = '"$INTERPRETER" -m plan_tracker check; git status; "$INTERPRETER" -c "import json"'
    for kept in ({}, {"PYTHONPATH": variables["PYTHONPATH"]}, {"BASH_ENV": variables["BASH_ENV"]}):
        Runner(folder, kept, path).run_script(f"set +e\n{careless}", {"INTERPRETER": sys.executable})
    names = set(told.read_text(encoding="utf-8").split())
    assert {"json", "sitecustomize", "git"} <= {Path(name).name for name in names}
    assert any(name in names for name in ("plan_tracker", "__main__"))


def test_nothing_of_the_repository_runs_for_the_comment(folder: Path, base: str) -> None:
    lower_a_goal(folder)
    request = Request(folder, *set_traps(folder))
    check(folder)
    done = request.comment(base)
    assert (done.code, done.log) == (0, "")
    assert "300个" in request.bodies()[0]
    assert_nothing_ran(folder)


def test_a_folder_that_looks_like_a_repository_runs_nothing(folder: Path, base: str) -> None:
    del base
    told = folder.parent / "pwned"
    evil = folder / "plans"
    for each in ("objects", "refs"):
        (evil / each).mkdir(parents=True)
    (evil / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    (evil / "git.sh").write_text(f"#!/bin/sh\necho > '{told}'\n", encoding="utf-8")
    (evil / "git.sh").chmod(0o755)
    (evil / "config").write_text(
        "[core]\nrepositoryformatversion = 1\nbare = false\nworktree = .\n"
        "[extensions]\npartialClone = origin\n"
        f'[remote "origin"]\nurl = ext::{evil}/git.sh\npromisor = true\n[protocol "ext"]\nallow = always\n',
        encoding="utf-8",
    )
    (evil / "targets.toml").write_bytes(EXAMPLE.read_bytes())
    subprocess.run(["git", "-C", "plans", "fetch", "origin"], cwd=folder, check=False, capture_output=True)  # noqa: S607 - wherever it is
    assert told.exists()  # git itself would run it
    told.unlink()
    request = Request(folder)
    check(folder, file="plans/targets.toml")
    request.comment("1" * 40, file="plans/targets.toml")
    assert not told.exists()
