"""The lock beside a plan: whoever may write the plan may take it, and is told its name where he cannot."""

import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from kit.program import Run
from plan_tracker.cli import main
from plan_tracker.editing import saving

PLAN = '[plan]\ntitle = "P"\nyear = 2024\n[targets.a]\nname = "A"\ngoal = 4\n'
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no groups of files")
ROOT_ONLY = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can act as two users"
)
OFFICE, ANNA, BEN = 54321, 54322, 54323
"""A group and two of its members."""


@pytest.fixture
def _usual_umask() -> Iterator[None]:
    old = os.umask(0o022)
    yield
    os.umask(old)


def record(file: Path, period: str = "H1") -> int:
    return main(["record", "-f", str(file), "a", period, "1"])


@POSIX
@pytest.mark.usefixtures("_usual_umask")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o666])
def test_the_lock_has_the_mode_and_group_of_the_plan(tmp_path: Path, mode: int) -> None:
    file, lock = tmp_path / "plan.toml", tmp_path / ".plan.toml.lock"
    file.write_text(PLAN, encoding="utf-8")
    file.chmod(mode)
    assert record(file) == 0
    assert stat.S_IMODE(lock.stat().st_mode) == mode
    assert lock.stat().st_gid == file.stat().st_gid


@POSIX
@pytest.mark.usefixtures("_usual_umask")
def test_a_lock_follows_its_plan(tmp_path: Path) -> None:
    file, lock = tmp_path / "plan.toml", tmp_path / ".plan.toml.lock"
    file.write_text(PLAN, encoding="utf-8")
    lock.touch(0o644)
    inode = lock.stat().st_ino
    file.chmod(0o664)
    assert record(file) == 0
    assert stat.S_IMODE(lock.stat().st_mode) == 0o664
    assert lock.stat().st_ino == inode


def test_without_groups_there_is_a_lock_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "chown", raising=False)  # as on Windows
    file = tmp_path / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    assert record(file) == 0
    assert (tmp_path / ".plan.toml.lock").exists() is (sys.platform != "win32")  # there it is removed


def test_who_waits_in_vain_is_told_of_the_lock(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "PATIENCE", 0.01)
    file = tmp_path / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    with FileLock(tmp_path / ".plan.toml.lock"):
        done = run("record", "-f", str(file), "a", "H1", "1")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"error: another program is writing {file} and holds its lock .plan.toml.lock; nothing was changed\n"
        "hint: try again in a moment\n"
    )
    assert file.read_text(encoding="utf-8") == PLAN


def test_who_waits_in_vain_is_told_in_the_language_of_the_plan(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "PATIENCE", 0.01)
    file = tmp_path / "plan.toml"
    file.write_text(PLAN.replace("[plan]", '[plan]\nlanguage = "zh"'), encoding="utf-8")
    with FileLock(tmp_path / ".plan.toml.lock"):
        assert run("record", "-f", str(file), "a", "H1", "1").err.startswith("错误：另一个程序正在写入")
        file.write_text("broken", encoding="utf-8")
        assert run("record", "-f", str(file), "a", "H1", "1").err.startswith("error: another program")


def test_what_is_no_lock_is_told_by_its_name(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    (tmp_path / ".plan.toml.lock").mkdir()
    done = run("record", "-f", str(file), "a", "H1", "1")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: the lock .plan.toml.lock beside {file} cannot be taken: ")
    assert "delete it while nobody is writing" in done.err


# --- two users in one folder


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder of the office, in which all its members may write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.chown(folder, ANNA, OFFICE)
        folder.chmod(0o2775)
        yield folder


def as_user(user: int, act: Callable[[], int]) -> int:
    """What something done by a user comes to: its exit code."""
    process = os.fork()
    if process == 0:
        os.setgroups([OFFICE])
        os.setgid(user)
        os.setuid(user)
        os.umask(0o022)
        code = 99
        try:
            code = act()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


@ROOT_ONLY
def test_colleagues_take_the_lock_in_turn(shared: Path) -> None:
    file = shared / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    os.chown(file, ANNA, OFFICE)
    file.chmod(0o664)
    assert as_user(ANNA, lambda: record(file, "Q1")) == 0
    assert as_user(BEN, lambda: record(file, "H1")) == 0
    assert as_user(ANNA, lambda: record(file, "Q3")) == 0
    assert "actual = { Q1 = 1, H1 = 1, Q3 = 1 }" in file.read_text(encoding="utf-8")


@ROOT_ONLY
def test_a_lock_that_is_another_s_alone_is_told_by_its_name(
    shared: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file, lock = shared / "plan.toml", shared / ".plan.toml.lock"
    for each, mode in ((file, 0o664), (lock, 0o644)):
        each.write_text(PLAN if each is file else "", encoding="utf-8")
        os.chown(each, ANNA, OFFICE)
        each.chmod(mode)
    assert as_user(BEN, lambda: record(file)) == 2
    told = capfd.readouterr().err
    assert f"the lock .plan.toml.lock beside {file} cannot be taken: Permission denied" in told
    assert "give .plan.toml.lock the same permissions as the plan (chmod, chgrp), or delete it" in told
    assert as_user(ANNA, lambda: record(file)) == 0
    assert as_user(BEN, lambda: record(file, "Q3")) == 0
