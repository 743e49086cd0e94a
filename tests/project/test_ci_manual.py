"""Every snippet of `docs/ci.md`, run as it is printed."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from kit.checkout import check, git
from kit.manual import blocks
from kit.program import ROOT
from kit.pull_request import Request
from kit.runner import ACTION, BASH, EVENT, PYTHON, Runner
from plan_tracker.cli.app import COMMANDS
from plan_tracker.cli.check_outputs import CheckFormat

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the snippets are for a POSIX shell")

MANUAL = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
GITHUB, GITLAB, ANYWHERE, COMMITS = (block.text for block in blocks(MANUAL))
HOLDS = """[plan]
title = "P"
year = 2024
as_of = 2024-06-30
[targets.a]
name = "A"
goal = 4
actual = { H1 = 3 }
"""
SLIPS, EASIER, BROKEN = HOLDS.replace("H1 = 3", "H1 = 1"), HOLDS.replace("goal = 4", "goal = 3"), "[plan]\n"


def shell(folder: Path, script: str, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """A script run where `plan-tracker` is installed, and pip only writes down what it is to install."""
    tools = folder.parent / "tools"
    tools.mkdir(exist_ok=True)
    (tools / "pip").write_text('#!/bin/sh\necho "pip $*"\n', encoding="utf-8")
    (tools / "pip").chmod(0o755)
    (tools / "plan-tracker").unlink(missing_ok=True)
    (tools / "plan-tracker").write_text(
        f'#!/bin/sh\nexec "{EVENT[PYTHON]}" -m plan_tracker "$@"\n', encoding="utf-8"
    )
    (tools / "plan-tracker").chmod(0o755)
    return subprocess.run(  # noqa: S603 - a snippet of our own manual
        [BASH, *options, "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def put(folder: Path, *versions: str) -> None:
    """A repository with these versions of a plan, the last one not committed."""
    (folder / ".git").rmdir()
    git(folder, "init", "-q")
    for number, text in enumerate(versions):
        (folder / "targets.toml").write_text(text, encoding="utf-8")
        if number + 1 < len(versions):
            git(folder, "add", "targets.toml")
            git(folder, "commit", "--allow-empty", "-qm", str(number))


def test_the_manual_has_these_four_snippets_and_no_others() -> None:
    assert MANUAL.count("```") == 8


def test_the_hook_that_is_printed_validates_the_files_that_it_is_given(folder: Path) -> None:
    (repository,) = yaml.safe_load(COMMITS)["repos"]
    (wanted,) = repository["hooks"]
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (wanted["id"], hook["language"]) == (hook["id"], "python")
    assert re.search(wanted["files"], "plans/2024.toml")
    assert re.search(hook["files"], "2024/targets.toml")
    for name, text in (("good.toml", HOLDS), ("broken.toml", BROKEN)):
        (folder / name).write_text(text, encoding="utf-8")
    assert shell(folder, f"{hook['entry']} good.toml").returncode == 0
    assert shell(folder, f"{hook['entry']} good.toml broken.toml").returncode == 2


def test_what_is_printed_for_github_runs(folder: Path, base: str) -> None:
    (job,) = yaml.safe_load(GITHUB)["jobs"].values()
    (used,) = (step for step in job["steps"] if step.get("uses", "").startswith("OWNER/plan-tracker@"))
    assert set(used["with"]) <= set(ACTION["inputs"])
    inputs = {name.replace("-", "_"): value for name, value in used["with"].items()}
    checked = check(folder, **inputs)
    assert (checked.code, checked.outputs["status"]) == (1, "failed")
    request = Request(folder)
    assert request.comment(base, **inputs).log == ""
    assert len(request.bodies()) == 1
    last = job["steps"][-1]
    values = {f"${{{{ steps.plan.outputs.{name} }}}}": value for name, value in checked.outputs.items()}
    told = Runner(folder).run_script(last["run"], {key: values[text] for key, text in last["env"].items()})
    assert told.log == "failed, mean completion 0.712186, 8 behind\n"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (HOLDS, HOLDS, 0),
        (SLIPS, SLIPS, 1),
        (HOLDS, EASIER, 1),
        (SLIPS.replace("goal = 4", "goal = 5"), SLIPS, 1),
        (HOLDS, BROKEN, 2),
        (BROKEN, SLIPS, 2),
    ],
)
def test_what_is_printed_for_gitlab_runs(folder: Path, old: str, new: str, code: int) -> None:
    (job,) = yaml.safe_load(GITLAB).values()
    put(folder, old, new)
    script = "\n".join(job["script"])
    done = shell(
        folder,
        script,
        *("-e", "-o", "pipefail"),
        PLAN_TRACKER="git+https://example.org/plan-tracker.git@v1",
        CI_MERGE_REQUEST_DIFF_BASE_SHA=git(folder, "rev-parse", "HEAD"),
    )
    assert done.returncode == code
    assert done.stdout.startswith("pip install --quiet git+https://example.org/plan-tracker.git@v1\n")
    assert ("targets.toml" in done.stderr) is (code == 2)
    compared = git(folder, "rev-parse", "HEAD") in done.stdout
    assert compared is (code < 2)
    reports: dict[str, Any] = job["artifacts"]["reports"]
    assert isinstance(json.loads((folder / reports["codequality"]).read_text(encoding="utf-8")), list)
    assert ET.parse(folder / reports["junit"]).getroot().tag == "testsuites"  # noqa: S314 - our own


def test_without_a_merge_request_gitlab_only_checks(folder: Path) -> None:
    (job,) = yaml.safe_load(GITLAB).values()
    put(folder, HOLDS, HOLDS)
    done = shell(folder, "\n".join(job["script"]), "-e", "-o", "pipefail", PLAN_TRACKER=".")
    assert (done.returncode, done.stderr) == (0, "")
    assert git(folder, "rev-parse", "HEAD") not in done.stdout


@pytest.mark.parametrize(
    ("versions", "code", "told"),
    [
        ((HOLDS, HOLDS, HOLDS), 0, "the plan holds"),
        ((SLIPS, SLIPS, SLIPS), 1, "the plan slips"),
        ((HOLDS, HOLDS, EASIER), 1, "the plan holds"),
        ((HOLDS, HOLDS, BROKEN), 2, "the plan could not be judged"),
    ],
)
def test_what_is_printed_for_any_shell_runs(
    folder: Path, versions: tuple[str, ...], code: int, told: str
) -> None:
    put(folder, *versions)
    (folder / "empty").write_text("", encoding="utf-8")
    done = shell(folder, ANYWHERE)
    assert done.returncode == code
    assert told in done.stdout.splitlines()
    assert json.loads((folder / "badge.json").read_text(encoding="utf-8"))["schemaVersion"] == 1


def test_every_format_and_command_of_the_manual_exists() -> None:
    told = re.findall(
        r"^\| `(\w+)` \|", MANUAL.partition("| format | for |")[2].partition("\n\n")[0], re.MULTILINE
    )
    assert sorted(told) == sorted(CheckFormat)
    assert set(re.findall(r"plan-tracker (\w+)", GITLAB + ANYWHERE)) <= set(COMMANDS)
