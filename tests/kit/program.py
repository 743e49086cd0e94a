"""The program as tests see it: how it is called, what it did, and where the example plans are."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "targets.toml"
EXAMPLES = (EXAMPLE, *sorted((ROOT / "examples").glob("*.toml")))


class Outcome(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Outcome]
Write: TypeAlias = Callable[[str], str]
