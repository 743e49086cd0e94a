"""LibreOffice without a window: turns files into what a reader of the tests knows, many at one start.

Without it these tests are skipped; where $PLAN_TRACKER_OFFICE_TESTS is set, as in CI, they fail instead.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

DEMAND = "PLAN_TRACKER_OFFICE_TESTS"


def converted(files: Sequence[Path], form: str, *switches: str) -> list[Path]:
    """Turns files of one folder into another form beside them: to start takes longer than to convert."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        reason = "LibreOffice is not installed (Debian: libreoffice-calc, libreoffice-writer)"
        if os.environ.get(DEMAND):
            pytest.fail(reason)
        pytest.skip(reason)
    folder = files[0].parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, "--headless", profile, *switches, "--convert-to", form, "--outdir", str(folder)]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, timeout=180, check=False)  # noqa: S603 - the program found
    assert done.returncode == 0, done.stderr
    return [file.with_suffix(f".{form}") for file in files]
