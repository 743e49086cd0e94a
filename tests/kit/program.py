"""The program as tests see it: how it is called, what it did, and where the example plans are."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple, TypeAlias

from plan_tracker.cli import main

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "targets.toml"
EXAMPLES = (EXAMPLE, *sorted((ROOT / "examples").glob("*.toml")))


class Outcome(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Outcome]
Write: TypeAlias = Callable[[str], str]

HEAD = f"import os, sys\nfrom {main.__module__} import main\n"
MAIN = "sys.exit(main(sys.argv[1:]))"
"""The program itself, for `child`."""


def child(code: str, *arguments: str) -> Outcome:
    """Runs Python code in a process of its own, in which `main` is that of plan-tracker."""
    command = [sys.executable, "-P", "-c", HEAD + dedent(code), *arguments]  # -P: no modules from the folder
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own
    return Outcome(done.returncode, done.stdout, done.stderr)
