"""What the tests of the project share: a checkout, as CI has it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.forks import Forks
from kit.program import EXAMPLE
from kit.pull_request import commit_plan
from kit.runner import EVENT, PYTHON


@pytest.fixture(scope="session", autouse=True)
def _steps_start_quickly(forks: Forks) -> Iterator[None]:
    """Each run of the program in a step is a fork of one that has loaded it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(EVENT, PYTHON, forks.python)
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout that holds the example plan; what stands beside it goes with it."""
    assert Path.cwd().is_relative_to(tmp_path)
    (Path.cwd() / "targets.toml").write_bytes(EXAMPLE.read_bytes())
    return Path.cwd()


@pytest.fixture(scope="session")
def _committed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("repository")
    (folder / ".git").mkdir()
    (folder / "targets.toml").write_bytes(EXAMPLE.read_bytes())
    return folder / ".git", commit_plan(folder)


@pytest.fixture
def base(folder: Path, _committed: tuple[Path, str]) -> str:
    """The commit on which a pull request is based; to copy its repository is faster than to make one."""
    repository, commit = _committed
    shutil.copytree(repository, folder / ".git", dirs_exist_ok=True)
    return commit
