"""The command line: one module per command, thin; clock, environment and terminal are read here only."""

import sys
from collections.abc import Sequence

from plan_tracker.cli.app import app


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code: 0 all well, 1 refused, 2 cannot be judged, 70 a crash."""
    try:
        app(args=None if arguments is None else list(arguments), prog_name="plan-tracker")
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else 0 if ending.code is None else 2
    return 0


def run() -> None:
    """The entry point of the `plan-tracker` program."""
    sys.exit(main())
