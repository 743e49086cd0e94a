"""Which modules a command may load: start-up time is a feature, and imports are most of it."""

import os
import subprocess
import sys
from collections.abc import Mapping

import pytest

from kit.program import EXAMPLE
from plan_tracker import cli
from plan_tracker.cli import app
from plan_tracker.questions.compare import comparison
from plan_tracker.reading import translation
from plan_tracker.reading.schema import tables
from plan_tracker.toml import spans, syntax

RICH = frozenset({"rich.console", "rich.table", "rich.text"})
MODELS = frozenset({"pydantic", "pydantic_core", tables.__name__})
DOCUMENTS = frozenset({"jinja2", "xlsxwriter", "python_calamine", "filelock", "tomli_w"})
COMPARISON = frozenset({comparison.__name__})
MESSAGES = frozenset({translation.__name__, syntax.__name__})


def loaded_by(*arguments: str, environment: Mapping[str, str] | None = None) -> set[str]:
    script = (
        "import sys; from plan_tracker.cli import main\n"
        f"main({list(arguments)!r})\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        env=os.environ | (environment or {}),
    )
    return set(done.stderr.splitlines())


@pytest.mark.parametrize(
    ("arguments", "must_not_load"),
    [
        (["--version"], MODELS | RICH | DOCUMENTS | MESSAGES),
        (["--help"], MODELS | DOCUMENTS | MESSAGES),
        (["check"], RICH | {"rich"} | DOCUMENTS | MESSAGES | COMPARISON),
        (["export", "--format", "csv"], RICH | DOCUMENTS | MESSAGES | COMPARISON | {spans.__name__}),
        (["status", "--color", "never"], RICH | DOCUMENTS | MESSAGES | COMPARISON | {spans.__name__}),
        (["status", "--color", "always"], DOCUMENTS | MESSAGES | {spans.__name__}),
    ],
)
def test_a_command_loads_only_what_it_needs(arguments: list[str], must_not_load: frozenset[str]) -> None:
    call = arguments if arguments[0].startswith("-") else [*arguments, "-f", str(EXAMPLE)]
    loaded = loaded_by(*call)
    assert app.__name__ in loaded
    assert sorted(loaded & must_not_load) == []


def test_to_complete_the_name_of_a_command_none_is_loaded() -> None:
    variables = {
        "_PLAN_TRACKER_COMPLETE": "complete_bash",
        "COMP_WORDS": "plan-tracker st",
        "COMP_CWORD": "1",
    }
    loaded = loaded_by(environment=variables)
    assert app.__name__ in loaded
    assert sorted(loaded & (MODELS | RICH | {f"{cli.__name__}.{name}" for name in app.COMMANDS})) == []
