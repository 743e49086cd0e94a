"""The application: its commands, and what happens when something goes wrong in one of them."""

import errno
import functools
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any, ParamSpec

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from plan_tracker import __version__
from plan_tracker.cli.interruption import INTERRUPTED, interruption
from plan_tracker.cli.options import Color
from plan_tracker.cli.session import CRASHED, UNJUDGED
from plan_tracker.cli.speech import VARIABLE, speaking, unknown_language
from plan_tracker.cli.streams import SPELT
from plan_tracker.cli.telling import color_of_errors, tell_problems, tell_unjudged, wants_color, warn
from plan_tracker.language import Message
from plan_tracker.problems import LocatedProblem, NotDone, PlanError, Problem, printable, quoted, reason_of
from plan_tracker.wording import help as words

P = ParamSpec("P")

Misuse: type[Exception] = typer.BadParameter.__bases__[0]
"""What Typer raises for wrong usage; it has no public name of its own."""

_WITHOUT_COLORS = "_TYPER_FORCE_DISABLE_TERMINAL"
"""The variable that keeps Typer from writing colours."""

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""Why the system takes no more output."""


COMMANDS = tuple(words.COMMANDS)
"""In the order of the overview; each stands in a module of its name."""

_NOT_ASKED_FOR = {"help": False}
"""`--help` is False by default: for None, Typer 0.29 would load Pydantic with every key press."""


class SpokenCommand(TyperCommand):
    """A command whose help is in the language of the user, and of which no option loses a value."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - classes of Typer's own
        """Reads the words behind a command; refuses one that is given twice: the last would win.

        Where -1.5 is a value, the parser takes options that are none for arguments: these are refused here.
        """
        if not ctx.resilient_parsing:  # a shell only completes words
            values, left, params = self.make_parser(ctx).parse_args(args=list(args))
            if len(set(params)) < len(params):
                from plan_tracker.cli.misuse import refuse_repeated  # few runs are misused

                refuse_repeated(params, args, of=self.name)
            arguments = [values[each.name] for each in params if each.param_type_name == "argument"]
            if ctx.ignore_unknown_options and any(word[:1] == "-" for word in (*arguments, *left) if word):
                from plan_tracker.cli.misuse import refuse_unknown

                refuse_unknown(filter(None, (*arguments, *left)), ctx)
        return super().parse_args(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - as above
        """Writes the help of a command."""
        from plan_tracker.cli.help import write_command

        write_command(self, ctx, formatter)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:  # noqa: ANN401 - as above
        """Returns what a shell offers: options with what is said of them, where it shows that."""
        from plan_tracker.cli.help import said_of

        for param in self.params:
            if isinstance(param, TyperOption):
                param.help = said_of(param, self, speaking())
        return super().shell_complete(ctx, incomplete)


class SpokenGroup(TyperGroup):
    """The program as a whole: its overview is in the language of the user."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - as above
        """Writes the overview of all commands."""
        from plan_tracker.cli.help import write_overview

        write_overview(self, ctx, formatter)


def application(names: Iterable[str] = COMMANDS) -> TyperGroup:
    """Makes the application with these commands; one that is not asked for need not be loaded."""
    app = _bare()
    for name in names:
        # -1.5 is a value: what looks like an option that is none is looked at by the command itself
        settings = {"ignore_unknown_options": True} if name == "record" else None
        app.command(name, cls=SpokenCommand, context_settings=settings)(_guarded(command(name)))
    return _group(app)


def command(name: str) -> Callable[..., int | None]:
    """Returns the function of a command."""
    function = "import_table" if name == "import" else name
    found: Callable[..., int | None] = getattr(import_module(f"plan_tracker.cli.{function}"), function)
    return found


def catalogue() -> TyperGroup:
    """Makes the application for listing only: loading its commands takes longer than printing the help."""
    app = _bare()
    for name, known in words.COMMANDS.items():
        app.command(name, help=known.about.text(speaking()))(_listed)
    return _group(app)


def _listed() -> None:
    raise RuntimeError("a catalogue is only read")


def _bare() -> typer.Typer:
    app = typer.Typer(
        cls=SpokenGroup,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "default_map": _NOT_ASKED_FOR},
    )
    app.callback()(_root)
    return app


def _group(app: typer.Typer) -> TyperGroup:
    """Makes the program itself, without Typer's own options for completion: a command does that."""
    group = get_command(app)
    if not isinstance(group, TyperGroup):
        raise TypeError(group)
    group.params = [each for each in group.params if not (each.name or "").endswith("_completion")]
    return group


def _version(context: typer.Context, *, value: bool) -> None:
    if value and not context.resilient_parsing:  # a shell that only completes words must not print
        sys.stdout.write(f"plan-tracker {__version__}\n")
        sys.stdout.flush()  # while what the system refuses can still be told
        raise typer.Exit


def _root(
    *, version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False
) -> None:
    if version:
        raise typer.Exit


def _guarded(command: Callable[P, int | None]) -> Callable[P, None]:
    """Returns a command that always ends with an exit code, and never with a traceback."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        code: int | None = None
        color = kwargs.get("color")
        color_of_errors.set(color if isinstance(color, Color) else Color.AUTO)
        try:
            with interruption:
                if unknown := unknown_language():
                    _warn_of_language(unknown)
                try:
                    code = command(*args, **kwargs)
                except PlanError as error:
                    tell_unjudged(error)
                    code = UNJUDGED
                except NotDone as error:
                    code = _tell_not_done(error.message, error.hint)
                sys.stdout.flush()
        except typer.Exit:
            raise
        except KeyboardInterrupt:
            code = INTERRUPTED
        except Exception as error:  # noqa: BLE001 - a crash must never look like a verdict
            code = INTERRUPTED if interruption.came else tell_crash(error)
        raise typer.Exit(code or 0)

    return run


def _warn_of_language(text: str) -> None:
    from plan_tracker.wording.usage import NO_LANGUAGE

    warn(NO_LANGUAGE.fill(variable=VARIABLE, text=quoted(text)))


def tell_crash(error: Exception) -> int:
    """Tells of an error that nobody foresaw, or of what the system refuses; returns the exit code."""
    from plan_tracker.wording.usage import CRASH

    if isinstance(error, OSError):
        return _tell_not_done(_refusal(error))
    sys.stderr.write(CRASH.text(speaking(), error=f"{type(error).__name__}: {error}") + "\n")
    return CRASHED


def _refusal(error: OSError) -> Message:
    """Tells what the system refuses: room for the output, a file, or a folder that is gone."""
    from plan_tracker.wording.usage import SYSTEM, SYSTEM_OF_FILE
    from plan_tracker.wording.writing import OUTPUT_BROKE_OFF

    reason = reason_of(error)
    if error.errno in _NO_ROOM and error.filename is None:
        return OUTPUT_BROKE_OFF.fill(reason=reason)
    if error.filename is None:
        return SYSTEM.fill(reason=reason)
    return SYSTEM_OF_FILE.fill(file=printable(str(error.filename)), reason=reason)


def prepare_streams() -> None:
    """Gives a pipe UTF-8, a terminal what it can show, and a closed stream a place that swallows all.

    Until a command is understood, errors have colours as the environment says; Typer would colour help and
    usage errors by its own rules, for instance always in a GitHub action.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as it was: to the end
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors=SPELT)
    color_of_errors.set(Color.AUTO)
    if wants_color(Color.AUTO, sys.stdout):
        os.environ.pop(_WITHOUT_COLORS, None)
    else:
        os.environ[_WITHOUT_COLORS] = "1"


def tell_misuse(error: Exception, given: Sequence[str]) -> int:
    """Tells what is wrong with how the program was called; returns the exit code."""
    from plan_tracker.cli.misuse import meaning

    if isinstance(error, NotDone):
        return _tell_not_done(error.message, error.hint)
    if type(error).__name__ == "NoArgsIsHelpError":  # its message is the help
        sys.stdout.write(f"{error}\n")
        return UNJUDGED
    return _tell_not_done(*meaning(error, given))


def _tell_not_done(message: Message, hint: Message | None = None) -> int:
    tell_problems([LocatedProblem(Problem("usage", (), message, hint), None)])
    return UNJUDGED
