"""How a command tells: reports on a screen or into a pipe, warnings and notes on standard error; colours."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING, TextIO

from plan_tracker.cli.options import Color
from plan_tracker.cli.speech import hear, speaking
from plan_tracker.language import Message
from plan_tracker.problems import LocatedProblem, PlanError, Severity
from plan_tracker.wording.problems import LABEL

if TYPE_CHECKING:
    from plan_tracker.formats.terminal.paper import Paper
    from plan_tracker.formats.terminal.screen import Colors

color_of_errors: ContextVar[Color] = ContextVar("color_of_errors", default=Color.AUTO)
"""What the running command was asked by `--color`."""


def paper(color: Color, *, ascii_only: bool = False) -> "Paper":
    """Returns standard output as what it is: a screen with its width and colours, or a pipe."""
    return paper_of(sys.stdout, is_colored=wants_color(color, sys.stdout), ascii_only=ascii_only)


def paper_of(stream: TextIO, *, is_colored: bool, ascii_only: bool = False) -> "Paper":
    """Returns a standard stream as a screen or a pipe; a pipe may want colours too."""
    from plan_tracker.formats.terminal.bars import ASCII, UNICODE

    glyphs, width = ASCII if ascii_only else UNICODE, width_of(stream)
    if width is None and not is_colored:
        from plan_tracker.formats.terminal.pipe import Pipe

        return Pipe(stream, glyphs)
    from plan_tracker.formats.terminal.screen import Screen

    wanted: Colors = "256" if width is None or _is_dumb() else "auto"
    return Screen(stream, width=width, colors=wanted if is_colored else None, glyphs=glyphs)


def width_of(stream: TextIO) -> int | None:
    """Returns how many cells a line of a terminal has; None for a pipe or a file, where it has any number."""
    if not stream.isatty():
        return None
    from shutil import get_terminal_size

    return get_terminal_size().columns


def tell(message: Message, *, label: str = "") -> None:
    """Writes a line to standard error."""
    sys.stderr.write(f"{label}{message.text(speaking())}\n")


def warn(message: Message) -> None:
    """Writes a warning to standard error."""
    tell(message, label=LABEL[Severity.WARNING].text(speaking()))


def note(message: Message) -> None:
    """Writes something worth knowing to standard error."""
    tell(message, label=LABEL[Severity.NOTE].text(speaking()))


def tell_problems(problems: Iterable[LocatedProblem]) -> None:
    """Writes problems of plans to standard error."""
    from plan_tracker.formats.terminal.problems import write_problems

    color = wants_color(color_of_errors.get(), sys.stderr)
    write_problems(problems, speaking(), sys.stderr, color=color)


def tell_unjudged(error: PlanError) -> None:
    """Writes to standard error why a plan cannot be judged, as it asks for itself if none was read before."""
    hear(error.language)
    tell_problems(error.problems)


def wants_color(color: Color, stream: TextIO) -> bool:
    """Tells whether a stream gets colours.

    Where the option leaves it open, NO_COLOR forbids them, else FORCE_COLOR demands them, else a terminal
    gets them whose TERM is not `dumb`; an empty variable counts as unset.
    """
    is_screen = stream.isatty() and _obeys_codes(stream)  # told to, whatever the option says
    match color:
        case Color.ALWAYS:
            return True
        case Color.NEVER:
            return False
        case Color.AUTO:
            if os.environ.get("NO_COLOR"):
                return False
            return bool(os.environ.get("FORCE_COLOR")) or (is_screen and not _is_dumb())


def _is_dumb() -> bool:
    return os.environ.get("TERM") == "dumb"


def _obeys_codes(terminal: TextIO) -> bool:
    """Tells whether a terminal obeys the codes of colours; that of Windows prints them until it is told."""
    if sys.platform == "win32":
        from colorama.winterm import enable_vt_processing

        with suppress(OSError):  # what has no number is no terminal of the system
            return bool(enable_vt_processing(terminal.fileno()))
    return True
