"""Prints the lowest version of each library that the package allows, as constraints for pip.

pip itself takes the newest ones only. Extras count too; a library without a lower bound is a fault.
"""

import re
import sys
import tomllib
from itertools import chain
from pathlib import Path

project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
for text in chain(project["dependencies"], *project["optional-dependencies"].values()):
    if match := re.match(r"([\w.-]+)(?:\[[\w,]*\])?>=([\w.]+)", text):
        print(f"{match[1]}=={match[2]}")
    elif not text.startswith("plan-tracker["):
        sys.exit(f"{text} has no lower bound")
