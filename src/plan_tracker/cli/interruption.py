"""Ctrl-C as the program takes it: it ends with 130 and one line, whatever was going on."""

import _signal  # type: ignore[import-not-found]  # `signal` loads enum first: three milliseconds of tracebacks
import os
import sys

INTERRUPTED = 130
"""The exit code, as of all programs that a shell sees end by ctrl-C."""


class Interruption:
    """Whether ctrl-C came: within `with` it raises KeyboardInterrupt, elsewhere it waits to be asked for.

    Elsewhere modules are loaded and arguments read, which takes a moment; raised there, it would come out as
    whatever other error the code around makes of it. Who asks twice while a command ends is obeyed at once.
    """

    def __init__(self) -> None:
        self.came = False
        self._raises = False

    def listen(self) -> None:
        """Takes ctrl-C from Python, for the whole process; what was started to ignore it goes on to."""
        if _signal.getsignal(_signal.SIGINT) == _signal.default_int_handler:
            _signal.signal(_signal.SIGINT, self._note)
            sys.unraisablehook = _silent_on_interruption

    def __enter__(self) -> None:
        """From here on ctrl-C raises KeyboardInterrupt, at once where it came before."""
        self._raises = True
        if self.came:
            raise KeyboardInterrupt

    def __exit__(self, *_: object) -> None:
        """From here on ctrl-C is noted only."""
        self._raises = False

    def _note(self, _number: int, _frame: object) -> None:
        again, self.came = self.came, True
        if self._raises and again:
            tell()
            os._exit(INTERRUPTED)
        if self._raises:
            raise KeyboardInterrupt


interruption = Interruption()
"""That of this process."""


def tell() -> None:
    """Says on standard error that the program was interrupted."""
    from contextlib import suppress

    from plan_tracker.cli.speech import speaking
    from plan_tracker.wording.usage import INTERRUPTED as WORDS

    with suppress(OSError, ValueError):
        below_the_sign = "\n" if sys.stderr.isatty() else ""  # the terminal has written ^C
        sys.stderr.write(f"{below_the_sign}{WORDS.text(speaking())}\n")
        sys.stderr.flush()


def _silent_on_interruption(unraisable: "sys.UnraisableHookArgs") -> None:
    """Python would print a traceback for what was raised where nobody can catch it."""
    if not isinstance(unraisable.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(unraisable)
