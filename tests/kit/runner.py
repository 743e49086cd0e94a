"""A runner of GitHub Actions, as far as a step of shell needs one: files, variables, expressions."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, TypedDict

import yaml

from kit.program import ROOT

Step = TypedDict("Step", {"name": str, "id": str, "shell": str, "if": str, "env": dict[str, str], "run": str})


class Action(TypedDict):
    """The keys of `action.yml` that the tests read."""

    inputs: dict[str, dict[str, str]]
    outputs: dict[str, dict[str, str]]
    runs: dict[str, list[Step]]


ACTION: Action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
INSTALL, CHECK, COMMENT = ACTION["runs"]["steps"]
EVENT = {
    "github.action_path": str(ROOT),
    "github.event.pull_request.number": "7",
    "github.token": "t0ken",
    "steps.install.outputs.python": sys.executable,
}
"""What expressions stand for, unless a test says otherwise."""
PYTHON = "steps.install.outputs.python"
"""The interpreter in which the action has installed the program."""

BASH = shutil.which("bash") or "bash"
"""The runner looks for its shell by its own PATH."""


class Ran(NamedTuple):
    """What a step did; `outputs` as the runner would read them."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str


class Runner:
    """A job in a folder that holds a checkout; its own files lie beside."""

    def __init__(self, folder: Path, variables: Mapping[str, str] | None = None, path: str = "") -> None:
        self.folder, self.temp = folder, folder.parent / "runner"
        self.temp.mkdir(exist_ok=True)
        self._variables = dict(variables or {})
        self._path = path + os.environ["PATH"]

    def run(self, step: Step, values: Mapping[str, str] | None = None) -> Ran:
        """Runs a step as GitHub runs `shell: bash`; `values` are what its expressions stand for."""
        assert step["shell"] == "bash"
        known = EVENT | {f"inputs.{name}": each["default"] for name, each in ACTION["inputs"].items()}
        known |= values or {}
        given = {
            key: re.sub(r"\$\{\{ (.*?) \}\}", lambda match: known[match[1]], text)
            for key, text in step["env"].items()
        }
        return self.run_script(step["run"], given)

    def run_script(self, script: str, given: Mapping[str, str]) -> Ran:
        """Runs the script of a step with the variables of the step."""
        output, summary, file = (self.temp / name for name in ("output", "summary", "script.sh"))
        for each in (output, summary):
            each.write_text("", encoding="utf-8")
        file.write_text(script, encoding="utf-8")
        own = {
            "PATH": self._path,
            "HOME": str(self.temp),
            "GITHUB_ACTIONS": "true",
            "CI": "true",
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_REPOSITORY": "owner/repo",
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_WORKSPACE": str(self.folder),
            "RUNNER_TEMP": str(self.temp),
        }
        done = subprocess.run(  # noqa: S603 - a step of our own action
            [BASH, "--noprofile", "--norc", "-eo", "pipefail", str(file)],
            cwd=self.folder,
            env=own | self._variables | dict(given),
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
        )
        lines = output.read_text(encoding="utf-8").splitlines()
        return Ran(
            code=done.returncode,
            log=(done.stdout + done.stderr).decode(),
            outputs=dict(line.split("=", 1) for line in lines),
            summary=summary.read_text(encoding="utf-8"),
        )
