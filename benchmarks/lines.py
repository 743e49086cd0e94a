"""The lines of the report: what each compares, and which value it must not exceed."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

import measure
from measure import Sample

LINEAR = 1.05


@dataclass(frozen=True, slots=True)
class Figures:
    """What a line of the report compares."""

    measured: str
    reference: str
    value: float


class Line(Protocol):
    """One requirement: what is measured, and which value it must not exceed."""

    @property
    def what(self) -> str:
        """What the line calls itself."""

    @property
    def limit(self) -> float:
        """The highest value that is good."""

    @property
    def needs(self) -> tuple[str, ...]:
        """The names of the commands that it compares."""

    def figures(self, samples: Mapping[str, Sample]) -> Figures:
        """Compares them."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A command costs at most so many times what its reference costs."""

    what: str
    command: str
    reference: str
    limit: float
    of: Literal["time", "memory"] = "time"

    @property
    def needs(self) -> tuple[str, ...]:
        """The command and its reference."""
        return self.command, self.reference

    def figures(self, samples: Mapping[str, Sample]) -> Figures:
        """Compares medians."""
        ours, theirs = samples[self.command], samples[self.reference]
        if self.of == "memory":
            return Figures(_megabytes(ours.peak), _megabytes(theirs.peak), ours.peak / theirs.peak)
        times = measure.milliseconds(ours.seconds), measure.milliseconds(theirs.seconds)
        return Figures(*times, ours.seconds / theirs.seconds)


@dataclass(frozen=True, slots=True)
class Growth:
    """The time above start-up grows with at most this power of the size."""

    what: str
    command: str
    sizes: tuple[str, str, str] = ("1", "1000", "100000")
    """One to take the start-up from, the small and the large."""
    times: int = 100
    """How much larger the large one is. The small one must take much longer than the start-up."""
    reference: str = ""
    """A command whose exponent is shown for comparison and not judged."""
    limit: float = LINEAR

    @property
    def needs(self) -> tuple[str, ...]:
        """The same commands at three sizes."""
        return tuple(
            f"{name} {size}" for name in (self.command, self.reference) if name for size in self.sizes
        )

    def figures(self, samples: Mapping[str, Sample]) -> Figures:
        """Computes the exponents."""
        exponents = [self._exponent(name, samples) for name in (self.command, self.reference) if name]
        shown = [f"{exponent:.3f}" for exponent in exponents]
        return Figures(shown[0], shown[1] if self.reference else "", exponents[0])

    def _exponent(self, name: str, samples: Mapping[str, Sample]) -> float:
        """Not a number where the small size does not rise above the start-up."""
        start, small, large = (samples[f"{name} {size}"].seconds for size in self.sizes)
        if min(small, large) <= start:
            return math.nan
        return math.log((large - start) / (small - start), self.times)


@dataclass(frozen=True, slots=True)
class Within:
    """A command ends within so many seconds."""

    what: str
    command: str
    limit: float

    @property
    def needs(self) -> tuple[str, ...]:
        """The command alone."""
        return (self.command,)

    def figures(self, samples: Mapping[str, Sample]) -> Figures:
        """Takes the median."""
        seconds = samples[self.command].seconds
        return Figures(measure.milliseconds(seconds), "", seconds)


def _megabytes(size: float) -> str:
    return f"{size / 1e6:,.0f} MB"
