"""Folders of plans, written from a few lines each."""

from collections.abc import Mapping
from pathlib import Path


def county(name: str, *targets: str, more: str = "") -> str:
    """Writes a plan for 2024 with targets, each `id: lines`, whose names are their ids."""
    head = f'[plan]\ntitle = "{name}"\nyear = 2024\n' + (f"{more}\n" if more else "")
    return head + "".join(_target(*target.split(": ", 1)) for target in targets)


def _target(id_: str, lines: str) -> str:
    return f'[targets.{id_}]\nname = "{id_.title()}"\n' + "\n".join(lines.split("; ")) + "\n"


def written(folder: Path, plans: Mapping[str, str]) -> str:
    """Writes plans below a folder, each by its path, and returns the folder's path."""
    for name, text in plans.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return str(folder)
