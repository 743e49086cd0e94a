"""A whole new file takes the place of an old one in one step."""

import os
from contextlib import nullcontext
from pathlib import Path

import pytest

from plan_tracker.editing import writing
from plan_tracker.editing.writing import NotWritten, replace


@pytest.mark.parametrize(
    ("system", "times", "is_written"), [("nt", 3, True), ("nt", 10_000, False), ("posix", 1, False)]
)
def test_on_windows_others_who_read_a_file_for_a_moment_are_waited_for(
    monkeypatch: pytest.MonkeyPatch, system: str, times: int, is_written: bool
) -> None:
    old, new = Path("old.toml"), Path("new.toml")
    old.write_text("old", encoding="utf-8")
    new.write_text("new", encoding="utf-8")
    real, left = os.replace, iter(range(times))

    def held(one: Path, other: Path) -> None:
        if next(left, None) is not None:
            raise PermissionError(13, "Access denied")
        real(one, other)

    monkeypatch.setattr(writing, "_BEAT", 0)
    with monkeypatch.context() as elsewhere, nullcontext() if is_written else pytest.raises(NotWritten):
        elsewhere.setattr(os, "name", system)
        elsewhere.setattr(os, "replace", held)
        replace(new, old, old)
    assert old.read_text(encoding="utf-8") == ("new" if is_written else "old")
