"""The manual of many plans does what it shows, in the folder of the example."""

from pathlib import Path
from shutil import copytree

import pytest

from kit.manual import follow
from kit.program import ROOT, Run


@pytest.mark.parametrize("name", ["rollups.md", "rollups.zh.md"])
def test_the_manual_of_many_plans_is_followed_in_the_example(run: Run, name: str) -> None:
    copytree(ROOT / "examples" / "province", Path(), dirs_exist_ok=True)
    follow(ROOT / "docs" / name, run)
