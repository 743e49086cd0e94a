"""Processes that go the same way through a large plan, each with its share of the targets.

They are copies of this process, made once the text of the plan is read: they take no time to start. What must
be known of all targets is exchanged; what each makes of its share is gathered by the first, and only that one
goes on. Where there is one processor, or copies cannot be made, the first one is alone and does all.
"""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import BinaryIO, NamedTuple, NoReturn, TypeVar

T = TypeVar("T")
R = TypeVar("R")
MOST = 4
"""A machine may have many processors, but others want some, too."""


class CrewError(Exception):
    """A copy ended before its work was done."""

    def __init__(self) -> None:
        super().__init__("a process that worked on a share of the plan has ended")


class Link(NamedTuple):
    """A connection to another process of the crew; `process` is 0 for the one to the first."""

    process: int
    source: BinaryIO
    sink: BinaryIO

    def send(self, value: object) -> None:
        """Sends a value."""
        import pickle  # few plans are large

        pickle.dump(value, self.sink, pickle.HIGHEST_PROTOCOL)
        self.sink.flush()

    def receive(self) -> object:
        """The next value from the other side; raises EOFError where there is no other side any more."""
        import pickle  # as above

        return pickle.load(self.source)  # noqa: S301 - from a copy of this process


class Crew:
    """The process with this `number`, from 0, among `size`."""

    def __init__(self, number: int, size: int, links: Sequence[Link]) -> None:
        self.number, self.size, self._links = number, size, links

    def exchange(self, value: T) -> list[T]:
        """What every process says here, in the order of their numbers."""
        return self.settle(value, list)

    def settle(self, value: T, decide: Callable[[list[T]], R]) -> R:
        """What the first process makes of all that is said here: the others need not hear all of it."""
        if self.number:
            return self._ask(value)  # type: ignore[return-value] # what the first process has made
        made = decide(self._hear(value))
        try:
            for link in self._links:
                link.send(made)
        except OSError:  # no BrokenPipeError: that would be the reader of the output, who may leave
            raise CrewError from None
        return made

    def gather(self, value: T) -> list[T]:
        """In the first process what every process says here; all others end."""
        if self.number:
            with suppress(OSError):  # the first process has ended, and said why
                self._links[0].send(value)
            self._end()
        values = self._hear(value)
        self._see_off()
        return values

    def dismiss(self) -> None:
        """Lets all but the first process end."""
        if self.number:
            self._end()
        self._see_off()

    def _hear(self, value: T) -> list[T]:
        from pickle import UnpicklingError  # as in Link

        try:
            return [value, *(link.receive() for link in self._links)]  # type: ignore[list-item] # all say the same
        except (EOFError, OSError, UnpicklingError):
            raise CrewError from None

    def _ask(self, value: object) -> object:
        try:
            self._links[0].send(value)
            return self._links[0].receive()
        except (EOFError, OSError):
            self._end()  # the first process has ended, and said why

    def _see_off(self) -> None:
        for link in self._links:
            link.source.close()
            link.sink.close()
            with suppress(ChildProcessError):  # where the system itself sees copies off
                os.waitpid(link.process, 0)
        self.size, self._links = 1, ()

    @staticmethod
    def _end() -> NoReturn:
        os._exit(0)


ALONE = Crew(0, 1, ())


def processors() -> int:
    """How many processes can work at the same time; 1 where they cannot be copied safely."""
    return min(MOST, len(os.sched_getaffinity(0))) if sys.platform == "linux" else 1


def muster(size: int) -> Crew:
    """This process and its copies, `size` together; each of them returns from here, with its number.

    A copy has no standard output and no standard error: only the first process speaks.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.flush()  # or a copy would have the text, too
    links: list[Link] = []
    for number in range(1, size):
        try:
            ends = [*_pipe(), *_pipe()]
            process = os.fork()
        except OSError:  # the system has no room for another
            Crew(0, len(links), links).dismiss()
            return ALONE
        below, to_copy, from_copy, above = ends
        if process == 0:
            _silence()
            for each in (to_copy, from_copy):
                os.close(each)
            return Crew(number, size, [Link(0, os.fdopen(below, "rb"), os.fdopen(above, "wb"))])
        for each in (below, above):
            os.close(each)
        links.append(Link(process, os.fdopen(from_copy, "rb"), os.fdopen(to_copy, "wb")))
    return Crew(0, size, links)


def _pipe() -> list[int]:
    """Both ends of a pipe; not in the place of a standard stream that is closed, for those are silenced."""
    from fcntl import F_DUPFD_CLOEXEC, fcntl  # not on Windows

    ends = os.pipe()
    found = [fcntl(end, F_DUPFD_CLOEXEC, 3) for end in ends]
    for end in ends:
        os.close(end)
    return found


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        with suppress(OSError):
            os.dup2(nowhere, stream)
