"""Shell completion offers the ids of the plan at hand, and never disturbs the shell."""

import os
import subprocess
import sys

import pytest

from kit.program import EXAMPLES, ROOT, Run, Write
from plan_tracker.cli.app import COMMANDS

PLAN = "[targets.projects]\nname = 'P'\nparts = { '新城区' = {}, east = {} }\n\n[targets.parks]\nname = 'Q'\n"


def completed(words: str) -> list[str]:
    """What a shell is offered for the last of the words."""
    environment = os.environ | {
        "_PLAN_TRACKER_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
        "PYTHONUTF8": "1",
    }
    code = "from plan_tracker.cli import run; run()"
    shell = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert shell.stderr == ""
    return shell.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("plan-tracker record -f {} p", ["projects", "parks"]),
        ("plan-tracker show -f {} pr", ["projects"]),
        ("plan-tracker record -f {} projects/", ["projects/新城区", "projects/east"]),
        ("plan-tracker record -f {} parks/", []),
        ("plan-tracker record -f {}.not p", []),
    ],
)
def test_ids_are_offered(plan: Write, words: str, offered: list[str]) -> None:
    assert completed(words.format(plan(PLAN))) == offered


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("plan-tracker st", ["status"]),
        ("plan-tracker i", ["init", "import"]),
        ("plan-tracker check", ["check"]),
        ("plan-tracker --ver", ["--version"]),
        ("plan-tracker check --max", ["--max-lag"]),
        ("plan-tracker status --sort l", ["lead"]),
        ("plan-tracker --version sho", ["show"]),
        ("plan-tracker nothing --max", []),
    ],
)
def test_commands_and_options_are_offered(words: str, offered: list[str]) -> None:
    assert completed(words) == offered


def test_every_command_is_offered() -> None:
    assert completed("plan-tracker ") == list(COMMANDS)


def test_the_ids_of_an_invalid_plan_are_offered_and_those_of_no_toml_are_not(plan: Write) -> None:
    assert completed(f"plan-tracker record -f {plan(PLAN + 'goal = -1')} pa") == ["parks"]
    assert completed(f"plan-tracker record -f {plan(PLAN + 'goal = = 1')} pa") == []


def test_several_plans_are_validated_in_one_call_as_pre_commit_does(run: Run, plan: Write) -> None:
    outcome = run("validate", *map(str, EXAMPLES), "--lang", "en")
    assert outcome.code == 0
    assert outcome.err.count("targets, nothing wrong") == len(EXAMPLES)
    outcome = run("validate", plan(PLAN + "goal = -1\n"), str(EXAMPLES[0]), "--lang", "en")
    assert outcome.code == 2
    assert "the goal must be above 0" in outcome.err
    assert "targets, nothing wrong" in outcome.err


def test_the_hook_for_pre_commit_calls_validate() -> None:
    hook = ROOT.joinpath(".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert "entry: plan-tracker validate\n" in hook
