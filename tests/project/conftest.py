"""What the tests of the project share: a checkout, as CI has it."""

from pathlib import Path

import pytest

from kit.program import EXAMPLE
from kit.pull_request import commit_plan


@pytest.fixture
def folder() -> Path:
    """A checkout that holds the example plan."""
    (Path.cwd() / "targets.toml").write_bytes(EXAMPLE.read_bytes())
    return Path.cwd()


@pytest.fixture
def base(folder: Path) -> str:
    """The commit on which a pull request is based."""
    return commit_plan(folder)
