"""Whole outputs as files that a person can open: a test compares, or writes them where it is asked to.

`UPDATE_SNAPSHOTS=1 pytest` writes what the program says now; read the difference before it is committed.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "snapshots"


def same_as_snapshot(name: str, text: str) -> bool:
    """Tells whether a text is the one that was read and approved."""
    file = FOLDER / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    assert file.exists(), f"there is no snapshot {name} yet: UPDATE_SNAPSHOTS=1 writes it"
    assert text == file.read_bytes().decode("utf-8")
    return True
