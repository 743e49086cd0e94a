"""`action.yml`: what its inputs do, step by step as a runner runs them."""

import re
from pathlib import Path

import pytest
import yaml

from kit.checkout import HOSTILE, check
from kit.program import ROOT
from kit.runner import ACTION, INSTALL, Runner


def test_inputs_and_outputs_are_those_of_the_manual() -> None:
    thresholds = ["fail-on", "warn-on", "max-lag", "min-completion", "strict"]
    assert list(ACTION["inputs"]) == ["file", "as-of", "lang", *thresholds, "comment"]
    assert set(ACTION["outputs"]) == {"completion", "behind-count", "status"}
    manual = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in manual for name in ACTION["inputs"])
    assert all(f"outputs.{name} " in manual for name in ACTION["outputs"])


def test_no_expression_is_pasted_into_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]
        assert all(re.fullmatch(r"\$\{\{ [\w.-]+ \}\}|", value) for value in step["env"].values())


def test_the_workflows_use_the_action_and_the_tests_of_this_repository() -> None:
    workflows = ROOT / ".github" / "workflows"
    plan = yaml.safe_load((workflows / "plan.yml").read_text(encoding="utf-8"))
    used = next(step for step in plan["jobs"]["plan"]["steps"] if step.get("uses") == "./")
    assert set(used["with"]) <= set(ACTION["inputs"])


def test_a_plan_that_slips_fails_with_notes_on_its_lines_and_a_summary(folder: Path) -> None:
    done = check(folder, file="targets.toml")
    assert done.code == 1
    assert done.outputs == {"status": "failed", "completion": "0.712186", "behind-count": "8"}
    assert done.log.count("::error file=targets.toml,line=") == 8
    assert done.summary.count("| **不通过** ") == 8
    assert "\x1b" not in done.log


def test_a_plan_that_holds_passes_as_the_workflow_of_this_repository_asks(folder: Path) -> None:
    done = check(folder, file="targets.toml", fail_on="missed")
    assert done.code == 0
    assert done.outputs == {"status": "passed", "completion": "0.712186", "behind-count": "8"}


def test_each_input_reaches_the_check(folder: Path) -> None:
    low = check(folder, fail_on="missed", min_completion="10%")
    assert (low.code, low.log.count("::error")) == (1, 1)
    assert check(folder, warn_on="behind", fail_on="missed").log.count("::warning") == 8
    lax = check(folder, max_lag="100pp")
    assert (lax.code, lax.log.count("::warning")) == (0, 8)
    assert "does not pass" in check(folder, lang="en").log
    early = check(folder, as_of="Q1")
    assert (early.code, early.outputs["behind-count"]) == (0, "0")


def test_strict_takes_warnings_for_errors(folder: Path) -> None:
    text = '[plan]\ntitle = "P"\nyear = 2024\nas_of = 2024-06-30\n[targets.a]\nname = "A"\ngoal = 4\n'
    (folder / "targets.toml").write_text(text + "actual = { Q1 = 3, H1 = 2 }\n", encoding="utf-8")
    assert check(folder).outputs["status"] == "passed"
    assert check(folder, strict="false").code == 0
    strict = check(folder, strict="true")
    assert (strict.code, strict.outputs["status"]) == (2, "invalid")
    assert strict.log.startswith("::error file=targets.toml,line=")
    odd = check(folder, strict="yes")
    assert (odd.code, odd.outputs["status"]) == (2, "invalid")
    assert odd.log == "::error::strict is true or false\n"


@pytest.mark.parametrize("text", ["[plan]\n", None])
def test_a_plan_that_cannot_be_judged_is_no_slip(folder: Path, text: str | None) -> None:
    (folder / "targets.toml").unlink()
    if text:
        (folder / "targets.toml").write_text(text, encoding="utf-8")
    done = check(folder, file="targets.toml")
    assert done.code == 2
    assert done.outputs == {"status": "invalid", "completion": "", "behind-count": ""}
    assert done.log.startswith("::error file=targets.toml,")
    assert done.summary


def test_a_plan_without_a_mean_has_none(folder: Path) -> None:
    text = '[plan]\ntitle = "P"\nyear = 2024\nas_of = 2024-06-30\n[targets.a]\nname = "A"\n'
    (folder / "targets.toml").write_text(text, encoding="utf-8")
    done = check(folder, file="targets.toml")
    assert (done.code, done.outputs) == (0, {"status": "passed", "completion": "", "behind-count": "0"})


def test_figures_of_an_earlier_check_are_not_taken_for_those_of_this_one(folder: Path) -> None:
    assert check(folder).outputs["behind-count"] == "8"
    done = check(folder, max_lag="much")
    assert done.outputs == {"status": "invalid", "completion": "", "behind-count": ""}


@pytest.mark.parametrize(
    ("name", "value"),
    [("file", value) for value in HOSTILE]
    + [(name, HOSTILE[number]) for number, name in enumerate(["as_of", "lang", "max_lag", "min_completion"])]
    + [(name, HOSTILE[-1]) for name in ("as_of", "lang", "fail_on", "warn_on", "max_lag", "min_completion")],
)
def test_inputs_that_try_to_be_commands_are_only_inputs(folder: Path, name: str, value: str) -> None:
    before = sorted(folder.iterdir())
    done = check(folder, **({"file": "targets.toml"} | {name: value}))
    assert (done.code, done.outputs["status"]) == (2, "invalid")
    assert sorted(folder.iterdir()) == before
    assert not re.search(r"^pwned", done.log, re.MULTILINE)


def test_an_old_python_is_told(folder: Path) -> None:
    tools = folder.parent / "tools"
    tools.mkdir()
    (tools / "python3").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (tools / "python3").chmod(0o755)
    done = Runner(folder, path=f"{tools}:").run(INSTALL)
    assert done.code == 2
    assert done.log.startswith("::error::plan-tracker needs Python 3.11 or newer")
