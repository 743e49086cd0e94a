"""How the program takes ctrl-C: it ends with 130 and one line, whatever was going on."""

import _signal  # type: ignore[import-not-found]  # `signal` loads enum first: three milliseconds of tracebacks
import os
import sys

INTERRUPTED = 130
"""The exit code, as of all programs that a shell sees end by ctrl-C."""


class Interruption:
    """Takes ctrl-C: within `with` it raises KeyboardInterrupt, elsewhere it is only noted.

    Elsewhere modules are loaded and arguments read, which takes a moment. An exception raised there would
    come out as whatever other error the code around makes of it. A second ctrl-C while a command ends is
    obeyed at once.
    """

    def __init__(self) -> None:
        self.came = False
        self._raises = False

    def listen(self) -> None:
        """Takes ctrl-C over from Python for the whole process, unless it was started to ignore it."""
        if _signal.getsignal(_signal.SIGINT) == _signal.default_int_handler:
            _signal.signal(_signal.SIGINT, self._note)
            sys.unraisablehook = _silent_on_interruption

    def __enter__(self) -> None:
        """Lets ctrl-C raise KeyboardInterrupt from here on, and at once if it came before."""
        self._raises = True
        if self.came:
            raise KeyboardInterrupt

    def __exit__(self, *_: object) -> None:
        """Lets ctrl-C only be noted from here on."""
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
    """Prints no traceback for an interruption that was raised where nobody can catch it."""
    if not isinstance(unraisable.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(unraisable)
