"""The command line: one module per command, thin; clock, environment and terminal are read here only."""

import os
import sys

TYPE_CHECKING = False  # nothing is loaded with this room, so that ctrl-C is heard before all that takes time
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from typer.core import TyperGroup


def main(arguments: "Sequence[str] | None" = None) -> int:
    """Runs one command and returns its exit code.

    That is 0 for success, 1 refused, 2 cannot be judged, 70 a crash, 130 interrupted by ctrl-C.
    """
    from plan_tracker.cli.interruption import INTERRUPTED, interruption, tell

    code = _main(arguments)
    if interruption.came or code == INTERRUPTED:
        tell()
        return INTERRUPTED
    return code


def _main(arguments: "Sequence[str] | None") -> int:
    """Runs one command as `main` does, except that ctrl-C is not told yet."""
    from contextlib import suppress

    from plan_tracker.cli.app import Misuse, prepare_streams, tell_crash, tell_misuse
    from plan_tracker.cli.arguments import behind_the_command, words_to_complete
    from plan_tracker.cli.session import UNJUDGED
    from plan_tracker.cli.speech import begin
    from plan_tracker.cli.streams import safe_streams
    from plan_tracker.problems import NotDone

    prepare_streams()
    typed = sys.argv[1:] if arguments is None else list(arguments)
    completed = None if typed else words_to_complete()
    begin(completed or typed)
    given = behind_the_command(typed)
    app = _app_for(completed or given, is_completed=bool(completed))
    with safe_streams():
        try:
            code = app.main(args=given, prog_name="plan-tracker", standalone_mode=False)
        except SystemExit as ending:
            return ending.code if isinstance(ending.code, int) else 0 if ending.code is None else 2
        except (Misuse, NotDone) as error:
            return tell_misuse(error, given)
        except OSError as error:  # from help or version, which are no commands
            with suppress(OSError):  # standard error may be full as well
                return tell_crash(error)
            return UNJUDGED
    return code if isinstance(code, int) else 0


def _app_for(words: "list[str]", *, is_completed: bool) -> "TyperGroup":
    """Makes the program for a call with the commands it needs: all others would cost a tenth of a run."""
    from plan_tracker.cli.app import COMMANDS, application, catalogue

    match words:
        case [name, *_] if name in COMMANDS:
            return application([name])
        case [] | ["--help" | "-h" | "--version", *_]:
            return catalogue()
        case [_] if is_completed:
            return catalogue()
        case _:
            return application()


def run() -> "NoReturn":
    """Runs the `plan-tracker` program: one command, then the process ends."""
    try:
        from plan_tracker.cli.interruption import interruption
    except KeyboardInterrupt:  # it came before anybody listened; before that, ctrl-C is the interpreter's
        from plan_tracker.cli.interruption import interruption

        interruption.came = True
    interruption.listen()
    import gc
    from contextlib import suppress

    gc.disable()  # before the heavy imports: a run makes little garbage and ends soon
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plugins reads every package
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)  # nothing is open any more; Python would take a fifteenth of a run to forget all it knows
