"""The program as tests see it: how it is called, what it did, and where the example plans are."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest

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


def as_terminal(patch: pytest.MonkeyPatch, width: int) -> None:
    """Makes standard output a terminal of that width."""
    patch.setattr(sys.stdout, "isatty", lambda: True)
    patch.setenv("COLUMNS", str(width))


HEAD = f"import os, sys\nfrom {main.__module__} import main\n"
MAIN = "sys.exit(main(sys.argv[1:]))"
"""The program itself, for `Forks.run`."""

_CALLS = f"""import json, sys
from {main.__module__} import main
codes = []
for call in json.loads(sys.argv[1]):
    codes.append(main(call))
    for stream in (sys.stdout, sys.stderr):
        print(end=chr(0), file=stream)
print(json.dumps(codes))
"""


def in_one_process(calls: Sequence[Sequence[str]], **environment: str) -> list[Outcome]:
    """Runs the program once for each call, in one process that has loaded it in this environment."""
    command = [sys.executable, "-P", "-c", _CALLS, json.dumps(calls)]  # -P: no modules from the folder
    done = subprocess.run(  # noqa: S603 - our own
        command, capture_output=True, encoding="utf-8", check=True, env=os.environ | environment
    )
    (*outs, codes), (*errs, _) = (text.split("\0") for text in (done.stdout, done.stderr))
    return [Outcome(*each) for each in zip(json.loads(codes), outs, errs, strict=True)]
