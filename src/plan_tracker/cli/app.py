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
from plan_tracker.language import Language, Phrase

P = ParamSpec("P")

CRASH = Phrase(
    "internal error, please report it: {error}\n(nothing was judged; this is no verdict on the plan)",
    "内部错误，请报告：{error}\n（未作任何评判）",
)

ABOUT = "Says how much of each goal of a yearly plan is done, whether that is on pace, and what is behind."

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""Why the system takes no more output."""

COMMANDS = (
    *("status", "show", "outlook", "check", "audit", "export", "init", "validate", "schema", "compare"),
    *("import", "record"),
)
"""In the order of the help; each stands in a module of its name."""


def application(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The application with these commands: one that is not asked for need not be loaded."""
    app = typer.Typer(
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
        help=ABOUT,
    )
    app.callback()(_root)
    for name in names:
        function = "import_table" if name == "import" else name
        command = getattr(import_module(f"plan_tracker.cli.{function}"), function)
        # -1.5 is a value: what looks like an unknown option is left to `record`, which refuses what is none
        settings = {"ignore_unknown_options": True} if name == "record" else None
        app.command(name, context_settings=settings)(_guarded(command))
    return app


def _version(*, value: bool) -> None:
    if value:
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
        _prepare_streams()
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
        raise typer.Exit(code or 0)

    return run


def tell_crash(error: Exception) -> int:
    """Tells of an error that nobody foresaw, or that the output has no room; the exit code."""
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        from plan_tracker.cli.output import CANNOT_WRITE

        message = CANNOT_WRITE.fill(file="<stdout>", reason=error.strerror or str(error))
        return _tell_usage(UsageFailure(message, None, spoken(None) or Language.EN))
    sys.stderr.write(CRASH.en.format(error=f"{type(error).__name__}: {error}") + "\n")
    return CRASHED


def _prepare_streams() -> None:
    """A pipe gets UTF-8, a terminal what it can show; what was closed from the start swallows all."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as it was: to the end
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _tell_problems(failure: Failure) -> int:
    from plan_tracker.formats.problem_text import write_problems

    write_problems(failure.problems, failure.language, sys.stderr, color=colored_errors())
    return UNJUDGED


def _tell_usage(failure: UsageFailure) -> int:
    from plan_tracker.formats.problem_text import usage_text

    sys.stderr.write(usage_text(failure.message, failure.hint, failure.language, color=colored_errors()))
    return UNJUDGED
