"""Writes a folder of plans, one for each of so many counties: `python benchmarks/counties.py 2844 plans`.

All have the targets of the plan of 40 that `generate.py` makes; every hundredth county has reported nothing.
"""

import argparse
import re
from pathlib import Path

from generate import plan

TARGETS, SILENT = 40, 100


def write(folder: Path, counties: int) -> None:
    """Writes the plans below the folder, a thousand in each of its folders."""
    title, rest = "某市", "".join(plan(TARGETS))
    silent = re.sub(r"^(?:actual|stated) = .*\n", "", rest, flags=re.MULTILINE)
    for number in range(counties):
        inside = folder / f"{number // 1000:02}"
        inside.mkdir(parents=True, exist_ok=True)
        text = silent if number % SILENT == SILENT - 1 else rest
        name = f"第{number:04}县"
        (inside / f"{number:04}.toml").write_text(text.replace(title, name, 1), encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counties", type=int)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    write(given.folder, given.counties)
