"""Whole outputs as files that a person can open; `UPDATE_SNAPSHOTS=1 pytest` writes them anew, to be read."""

import os

from program import ROOT

FOLDER = ROOT / "tests" / "snapshots"


def assert_same(name: str, text: str) -> None:
    path = FOLDER / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8", newline="")
    assert text == path.read_bytes().decode("utf-8"), f"differs from {path.name}"
