"""How `init` and `import` write a new plan file, and name the command to go on with."""

from collections.abc import Iterable
from pathlib import Path

from plan_tracker.editing.saving import create
from plan_tracker.language import Message
from plan_tracker.problems import NotDone, printable
from plan_tracker.reading.plan_file import means_several
from plan_tracker.reading.text import file_option
from plan_tracker.spreadsheets.files.kinds import ENDINGS, FileKind
from plan_tracker.wording import writing as phrases


def write_plan(path: Path, text: str, hint: Message, *, force: bool, inputs: Iterable[Path] = ()) -> None:
    """Writes a new plan file; raises NotDone, with a hint, if there is one already, or for another name."""
    if ENDINGS.get(path.suffix.lower(), FileKind.TEXT) is not FileKind.TEXT:
        named = phrases.NAME_TOML.fill(name=printable(path.with_suffix(".toml")))
        raise NotDone(phrases.NO_PLAN_NAME.fill(file=printable(path)), named)
    if means_several(path) and not path.is_dir():
        raise NotDone(phrases.SEVERAL_FILES.fill(file=printable(path)), phrases.NAME_ONE.fill())
    if not create(path, text, force=force, inputs=inputs):
        raise NotDone(phrases.EXISTS.fill(file=printable(path)), hint)


def status_command(path: Path | None) -> str:
    """Returns the command that judges a plan, as a shell takes it."""
    return f"plan-tracker status{file_option(path) if path else ''}"
