"""A pull request with its comments, on a GitHub that a program in the place of `gh` stands for."""

import json
from pathlib import Path
from typing import Any

from kit.checkout import git, values_of
from kit.program import ROOT
from kit.runner import COMMENT, EVENT, PYTHON, Ran, Runner

FAKE = ROOT / "tests" / "kit" / "fake_gh.py"


class Request:
    """One pull request, as the step that comments on it sees it."""

    def __init__(self, folder: Path, variables: dict[str, str] | None = None, path: str = "") -> None:
        tools = folder.parent / "tools"
        tools.mkdir()
        self._file = folder.parent / "github.json"
        (tools / "gh").write_text(f'#!/bin/sh\nexec "{EVENT[PYTHON]}" "{FAKE}" "$@"\n', encoding="utf-8")
        (tools / "gh").chmod(0o755)
        own = {"FAKE_GITHUB": str(self._file)}
        self.runner = Runner(folder, own | (variables or {}), f"{path}{tools}:")
        self._write({"comments": [], "faults": {}, "requests": []})

    def set(self, **state: object) -> None:
        """Changes what GitHub knows: its `comments`, and the `faults` with which it answers a method."""
        self._write(self.state() | state)

    def state(self) -> dict[str, Any]:
        """Returns what GitHub knows, and the `requests` that it got."""
        found: dict[str, Any] = json.loads(self._file.read_text(encoding="utf-8"))
        return found

    def bodies(self) -> list[str]:
        """Returns the texts of all comments."""
        return [each["body"] for each in self.state()["comments"]]

    def comment(self, base: str, **inputs: str) -> Ran:
        """Runs the step that comments, with inputs of the action."""
        return self.runner.run(COMMENT, values_of(inputs) | {"github.event.pull_request.base.sha": base})

    def _write(self, state: dict[str, Any]) -> None:
        self._file.write_text(json.dumps(state), encoding="utf-8")


def commit_plan(folder: Path) -> str:
    """Makes the commit on which a pull request is based: it has the plan of a folder."""
    (folder / ".git").rmdir()
    git(folder, "init", "-q")
    git(folder, "add", "targets.toml")
    git(folder, "commit", "-qm", "one")
    return git(folder, "rev-parse", "HEAD")


def lower_a_goal(folder: Path) -> None:
    """Changes the plan as the pull request does."""
    plan = folder / "targets.toml"
    text = plan.read_text(encoding="utf-8").replace("goal = 400\n", "goal = 300\n")
    plan.write_text(text, encoding="utf-8")
