"""The application: its commands, and what becomes of whatever goes wrong in one of them."""

import errno
import functools
import os
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, ParamSpec

import typer

from plan_tracker import __version__
from plan_tracker.cli.options import Color
from plan_tracker.cli.session import (
    CRASHED,
    UNJUDGED,
    Failure,
    UsageFailure,
    color_of_errors,
    colored_errors,
    spoken,
)
from plan_tracker.language import Language, Message
from plan_tracker.problems import printable

P = ParamSpec("P")

ABOUT = "Says how much of each goal of a yearly plan is done, whether that is on pace, and what is behind."

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""Why the system takes no more output."""

COMMANDS = {
    "status": "Show every target: goal, actual, completion rate with the pace marked, lead and status.",
    "show": (
        "Tell the whole story of one target: figures, the rule behind its status, periods, outlook, parts."
    ),
    "outlook": (
        "Show what every open target still needs, worst first: remaining, required multiple, coverage."
    ),
    "check": "Fail (exit code 1) if a target is behind, missed or not reported, or what [check] says.",
    "audit": "Compare each stated figure with the data; exit code 1 on a mismatch or a false claim.",
    "export": "Write progress as CSV, JSON, XLSX, Markdown or an HTML page, to standard output or a file.",
    "init": "Write a commented starter plan to this folder.",
    "validate": "Say every problem of the plan file, on standard error; exit code 2 if it cannot be judged.",
    "schema": "Print the JSON Schema of plan files, with which editors complete and check them.",
    "compare": (
        "Show what changed since another version: goals, actuals, statuses; exit code 1 if --fail-on says so."
    ),
    "import": "Make a plan of a table with columns such as name, unit, goal, actual, due, owner and group.",
    "record": "Write one actual into the plan file, or many from a table; every other byte of it stays.",
}
"""In the order of the help; each stands in a module of its name, and its docstring says the same."""


def application(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The application with these commands: one that is not asked for need not be loaded."""
    app = _bare()
    for name in names:
        # -1.5 is a value: what looks like an unknown option is left to `record`, which refuses what is none
        settings = {"ignore_unknown_options": True} if name == "record" else None
        app.command(name, context_settings=settings)(_guarded(command(name)))
    return app


def command(name: str) -> Callable[..., int | None]:
    """The function of a command."""
    function = "import_table" if name == "import" else name
    found: Callable[..., int | None] = getattr(import_module(f"plan_tracker.cli.{function}"), function)
    return found


def catalogue() -> typer.Typer:
    """The application as it is only listed, without its commands: a quarter of the time of `--help`."""
    app = _bare()
    for name, about in COMMANDS.items():
        app.command(name, help=about)(_listed)
    return app


def _listed() -> None:
    raise RuntimeError("a catalogue is only read")


def _bare() -> typer.Typer:
    app = typer.Typer(
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
        help=ABOUT,
    )
    app.callback()(_root)
    return app


def _version(context: typer.Context, *, value: bool) -> None:
    if value and not context.resilient_parsing:  # that is a shell which only asks how words may go on
        sys.stdout.write(f"plan-tracker {__version__}\n")
        raise typer.Exit


def _root(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    if version:
        raise typer.Exit


def _guarded(command: Callable[P, int | None]) -> Callable[P, None]:
    """A command that ends with an exit code whatever happens, and never with a traceback."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        code: int | None = None
        process = os.getpid()
        color = kwargs.get("color")
        color_of_errors.set(color if isinstance(color, Color) else Color.AUTO)
        try:
            try:
                code = command(*args, **kwargs)
            except Failure as failure:
                code = _tell_problems(failure)
            except UsageFailure as failure:
                code = _tell_usage(failure)
            sys.stdout.flush()
        except typer.Exit:
            raise
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on: no error
        except Exception as error:  # noqa: BLE001 - a crash must never look like a verdict
            code = tell_crash(error)
        finally:
            if os.getpid() != process:
                os._exit(0)  # a copy that worked on a share ends here at the latest: there is one caller
        raise typer.Exit(code or 0)

    return run


def tell_crash(error: Exception) -> int:
    """Tells of an error that nobody foresaw, or of what the system refuses; the exit code."""
    from plan_tracker.wording.usage import CRASH

    if isinstance(error, OSError):
        return _tell_usage(UsageFailure(_refusal(error), None, spoken(None) or Language.EN))
    sys.stderr.write(CRASH.en.format(error=f"{type(error).__name__}: {error}") + "\n")
    return CRASHED


def _refusal(error: OSError) -> Message:
    """What the system refuses: room for the output, a file, or a folder that is gone."""
    from plan_tracker.wording.usage import SYSTEM, SYSTEM_OF_FILE
    from plan_tracker.wording.writing import BROKE_OFF

    reason = error.strerror or str(error)
    if error.errno in NO_ROOM and error.filename is None:
        return BROKE_OFF.fill(file="<stdout>", reason=reason)
    if error.filename is None:
        return SYSTEM.fill(reason=reason)
    return SYSTEM_OF_FILE.fill(file=printable(str(error.filename)), reason=reason)


def prepare_streams() -> None:
    """A pipe gets UTF-8, a terminal what it can show; what was closed from the start swallows all."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as it was: to the end
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _tell_problems(failure: Failure) -> int:
    from plan_tracker.formats.terminal.problems import write_problems

    write_problems(failure.problems, failure.language, sys.stderr, color=colored_errors())
    return UNJUDGED


def _tell_usage(failure: UsageFailure) -> int:
    from plan_tracker.formats.terminal.problems import usage_text

    sys.stderr.write(usage_text(failure.message, failure.hint, failure.language, color=colored_errors()))
    return UNJUDGED
