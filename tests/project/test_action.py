"""`action.yml`: its scripts as a runner runs them, and with inputs that try to be commands."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, TypedDict

import pytest
import yaml

from kit.program import EXAMPLE, ROOT
from plan_tracker.cli.app import application

Step = TypedDict("Step", {"name": str, "id": str, "shell": str, "if": str, "env": dict[str, str], "run": str})


class Action(TypedDict):
    """What of `action.yml` the tests read."""

    inputs: dict[str, dict[str, str]]
    outputs: dict[str, dict[str, str]]
    runs: dict[str, list[Step]]


ACTION: Action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]
CHECK, COMMENT = STEPS[1], STEPS[2]
HOSTILE = ["$(touch x)", '"; echo pwned; "', "`touch x`", "'; touch x #", "--help", "-x", "a\nstatus=passed"]


class Ran(NamedTuple):
    """What a step did; `outputs` as the runner would read them."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str


def run_step(folder: Path, step: Step, values: dict[str, str], path: str = "") -> Ran:
    """A step run as GitHub runs `shell: bash`; `values` are what its expressions stand for."""
    runner = folder.parent / "runner"
    runner.mkdir(exist_ok=True)
    output, summary = runner / "output", runner / "summary"
    for file in (output, summary):
        file.write_text("", encoding="utf-8")
    given = {
        key: re.sub(r"\$\{\{ (.*?) \}\}", lambda match: values.get(match[1], ""), text)
        for key, text in step["env"].items()
    }
    environment = {
        "PATH": path + os.environ["PATH"],
        "HOME": str(runner),
        "PYTHONPATH": str(ROOT / "src"),
        "GITHUB_ACTIONS": "true",
        "CI": "true",
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(summary),
        "GITHUB_REPOSITORY": "owner/repo",
        "RUNNER_TEMP": str(runner),
        **given,
    }
    script = runner / "script.sh"
    script.write_text(step["run"], encoding="utf-8")
    done = subprocess.run(  # noqa: S603
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],  # noqa: S607
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    lines = output.read_text(encoding="utf-8").splitlines()
    outputs = dict(line.split("=", 1) for line in lines)
    return Ran(done.returncode, done.stdout + done.stderr, outputs, summary.read_text(encoding="utf-8"))


def check(folder: Path, **inputs: str) -> Ran:
    values = {f"inputs.{key.replace('_', '-')}": value for key, value in inputs.items()}
    return run_step(folder, CHECK, {"steps.install.outputs.python": sys.executable} | values)


@pytest.fixture
def folder() -> Path:
    """A checkout that holds the example plan."""
    (Path.cwd() / "targets.toml").write_bytes(EXAMPLE.read_bytes())
    return Path.cwd()


def test_inputs_and_outputs_are_those_of_the_manual() -> None:
    assert list(ACTION["inputs"]) == ["file", "fail-on", "min-completion", "comment"]
    assert set(ACTION["outputs"]) == {"completion", "behind-count", "status"}
    manual = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert all(f"{name}:" in manual for name in ACTION["inputs"])
    assert all(f"outputs.{name} " in manual for name in ACTION["outputs"])


def test_no_expression_is_pasted_into_a_script() -> None:
    for step in STEPS:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]
        assert all(re.fullmatch(r"\$\{\{ [\w.-]+ \}\}", value) for value in step["env"].values())


def test_the_workflows_use_the_action_and_the_tests_of_this_repository() -> None:
    workflows = ROOT / ".github" / "workflows"
    plan = yaml.safe_load((workflows / "plan.yml").read_text(encoding="utf-8"))
    test = yaml.safe_load((workflows / "test.yml").read_text(encoding="utf-8"))
    used = next(step for step in plan["jobs"]["plan"]["steps"] if step.get("uses") == "./")
    assert set(used["with"]) <= set(ACTION["inputs"])
    assert test["jobs"]["test"]["steps"][-1]["run"] == "bash .ci/run"


def test_the_program_is_installed_from_the_path_of_the_action(folder: Path) -> None:
    tools = folder.parent / "tools"
    tools.mkdir()
    python = tools / "python3"  # stands for the interpreter, whose pip would need a network
    python.write_text(
        f'#!/bin/sh\nif [ "$1" = -c ]; then exec {sys.executable} "$@"; fi\n'
        'if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; else echo "$@"; fi\n',
        encoding="utf-8",
    )
    python.chmod(0o755)
    done = run_step(folder, STEPS[0], {"github.action_path": "/the action"}, path=f"{tools}:")
    assert done.code == 0
    assert done.log == "-m pip install --quiet --disable-pip-version-check /the action\n"
    assert done.outputs == {"python": str(folder.parent / "runner" / "plan-tracker" / "bin" / "python")}


def test_a_plan_that_slips_fails_with_notes_on_its_lines_and_a_summary(folder: Path) -> None:
    done = check(folder, file="targets.toml")
    assert done.code == 1
    assert done.outputs == {"status": "failed", "completion": "0.712186", "behind-count": "8"}
    assert done.log.count("::error file=targets.toml,line=") == 8
    assert done.summary.count("| **不通过** 滞后 |") == 8
    assert "\x1b" not in done.log


def test_a_plan_that_holds_passes_as_the_workflow_of_this_repository_asks(folder: Path) -> None:
    done = check(folder, file="targets.toml", fail_on="missed")
    assert done.code == 0
    assert done.outputs == {"status": "passed", "completion": "0.712186", "behind-count": "8"}


def test_min_completion_reaches_the_check(folder: Path) -> None:
    done = check(folder, file="targets.toml", fail_on="missed", min_completion="10%")
    assert (done.code, done.outputs["status"]) == (1, "failed")
    assert done.log.count("::error") == 1


@pytest.mark.parametrize("text", ["[plan]\n", None])
def test_a_plan_that_cannot_be_judged_is_no_slip(folder: Path, text: str | None) -> None:
    (folder / "targets.toml").unlink()
    if text:
        (folder / "targets.toml").write_text(text, encoding="utf-8")
    done = check(folder, file="targets.toml")
    assert done.code == 2
    assert done.outputs == {"status": "invalid", "completion": "", "behind-count": ""}
    assert done.log.startswith("::error file=targets.toml,")
    assert done.summary


def test_a_plan_without_a_mean_has_none(folder: Path) -> None:
    text = '[plan]\ntitle = "P"\nyear = 2024\nas_of = 2024-06-30\n[targets.a]\nname = "A"\n'
    (folder / "targets.toml").write_text(text, encoding="utf-8")
    done = check(folder, file="targets.toml")
    assert (done.code, done.outputs) == (0, {"status": "passed", "completion": "", "behind-count": "0"})


@pytest.mark.parametrize("name", ["file", "fail_on", "min_completion"])
@pytest.mark.parametrize("value", HOSTILE)
def test_inputs_that_try_to_be_commands_are_only_inputs(folder: Path, name: str, value: str) -> None:
    before = sorted(folder.iterdir())
    done = check(folder, **({"file": "targets.toml"} | {name: value}))
    assert (done.code, done.outputs["status"]) == (2, "invalid")
    assert sorted(folder.iterdir()) == before
    assert "\npwned" not in done.log
    assert not done.log.startswith("pwned")


# --- the comment

GH = """#!/bin/sh
for word in "$@"; do
  case $word in
    body=@*) cat "${word#body=@}" > "$RUNNER_TEMP/body" ;;
    *) printf '%s\\n' "$word" >> "$RUNNER_TEMP/gh" ;;
  esac
done
if [ "$2" != --silent ]; then printf '%s' "$EARLIER"; fi
"""


def comment(
    folder: Path, base: str, earlier: str = "", file: str = "targets.toml"
) -> tuple[Ran, list[str], str]:
    """The step that comments, with a `gh` that writes down what it is asked to do."""
    tools, runner = folder.parent / "tools", folder.parent / "runner"
    for each in (tools, runner):
        each.mkdir(exist_ok=True)
    (tools / "gh").write_text(GH.replace("$EARLIER", earlier), encoding="utf-8")
    (tools / "gh").chmod(0o755)
    values = {
        "steps.install.outputs.python": sys.executable,
        "inputs.file": file,
        "github.event.pull_request.base.sha": base,
        "github.event.pull_request.number": "7",
        "github.token": "t",
    }
    done = run_step(folder, COMMENT, values, path=f"{tools}:")
    asked = (runner / "gh").read_text(encoding="utf-8").splitlines()
    return done, asked, (runner / "body").read_text(encoding="utf-8")


def commit(folder: Path) -> str:
    (folder / ".git").rmdir()
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.org"]
    for arguments in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "one"]):
        subprocess.run(["git", *arguments], cwd=folder, check=True)  # noqa: S603, S607
    head = subprocess.run(
        ["git", "rev-parse", "HEAD"],  # noqa: S607
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    return head.stdout.strip()


def test_a_comment_tells_the_check_and_what_changed(folder: Path) -> None:
    base = commit(folder)
    plan = folder / "targets.toml"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("goal = 400\n", "goal = 300\n"), encoding="utf-8"
    )
    check(folder, file="targets.toml")
    done, asked, body = comment(folder, base)
    assert done.code == 0
    assert "repos/owner/repo/issues/7/comments" in asked
    assert "POST" in asked
    assert "PATCH" not in asked
    assert body.startswith("<!-- plan-tracker -->\n## ")
    assert "| **不通过** 滞后 |" in body
    assert "| 引进亿元以上项目 | **【目标值下调】** | 400个 | 300个 |" in body


def test_an_earlier_comment_is_brought_up_to_date(folder: Path) -> None:
    base = commit(folder)
    done, asked, _ = comment(folder, base, earlier="123\n456\n")
    assert done.code == 0
    assert "repos/owner/repo/issues/comments/123" in asked
    assert "PATCH" in asked
    assert "POST" not in asked


def test_a_plan_that_is_new_or_broken_is_still_commented_on(folder: Path) -> None:
    base = commit(folder)
    (folder / "new.toml").write_text("[plan]\n", encoding="utf-8")
    check(folder, file="new.toml")
    done, _, body = comment(folder, base, file="new.toml")
    assert done.code == 0
    assert "| **ERROR** | new.toml:1 |" in body


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_file_name_is_no_command_in_the_comment_either(folder: Path, value: str) -> None:
    base = commit(folder)
    before = sorted(folder.iterdir())
    done, _, body = comment(folder, base, file=value)
    assert done.code == 0
    assert sorted(folder.iterdir()) == before
    assert body == "<!-- plan-tracker -->\n"


def test_commands_of_the_manual_exist() -> None:
    manual = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    known = {command.callback.__name__ for command in application().registered_commands if command.callback}
    assert set(re.findall(r"^\s*-? ?plan-tracker (\w+)", manual, re.MULTILINE)) <= known
