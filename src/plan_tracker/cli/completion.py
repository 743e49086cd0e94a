"""Shell completion: the ids of the plan at hand. Whatever goes wrong, there is just nothing to complete."""

import os
from pathlib import Path

import typer


def target_ids(context: typer.Context, incomplete: str) -> list[str]:
    """The ids that begin as the word does; parts too, once a slash is typed.

    Reads no more than the TOML: an invalid plan still has ids, and a key press should not wait.
    """
    try:
        return _ids(context.params.get("file"), incomplete)
    except Exception:  # noqa: BLE001 - a shell must not see a traceback between two key presses
        return []


def _ids(file: str | None, incomplete: str) -> list[str]:
    import tomli

    from plan_tracker.reading.plan_file import find

    path = find(file, os.environ, Path.cwd())
    targets = tomli.loads(path.read_bytes().decode("utf-8-sig"))["targets"]
    parent, slash, _ = incomplete.partition("/")
    ids = [f"{parent}/{part}" for part in targets[parent]["parts"]] if slash else list(targets)
    return [known for known in ids if known.startswith(incomplete)]
