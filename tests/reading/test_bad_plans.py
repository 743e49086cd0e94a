"""Each broken plan in `bad_plans/` says in its first line what is wrong with it, and where."""

from pathlib import Path

import pytest

from kit.program import Run
from plan_tracker.problems import PlanError, Severity
from plan_tracker.reading import faults
from plan_tracker.reading.faults import feeds, files, paces, sums
from plan_tracker.reading.faults.kind import Fault
from plan_tracker.reading.plan_file import load_file

FOLDER = Path(__file__).parents[1] / "bad_plans"
PLANS = sorted(FOLDER.glob("*.toml"))
TOLD_ELSEWHERE = {
    *(
        "file-not-found",
        "no-plan-here",
        "is-a-folder",
        "unreadable",
        "not-utf8",
        "file-empty",
        "file-too-large",
        *("not-a-plan-file", "no-plan-in", "several-plans", "plans-differ", "same-file", "copy"),
        "no-ordinary-file",
    )
}
"""Faults of files and of several plans: `test_files.py` and `test_folders.py` beside this one have them."""
ONLY_IF_PYDANTIC_LEARNS_MORE = {"not-valid"}


def expected(plan: Path) -> list[str]:
    first = plan.read_text(encoding="utf-8").splitlines()[0]
    return [each.strip() for each in first.removeprefix("#").split(",")]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_a_broken_plan_is_refused_with_all_its_faults_in_their_places(plan: Path) -> None:
    with pytest.raises(PlanError) as refusal:
        load_file(plan)
    assert [
        f"{each.problem.code} {each.place.line}:{each.place.column}"
        for each in refusal.value.problems
        if each.place
    ] == expected(plan)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_the_message_names_the_fault_the_line_and_what_to_do(
    run: Run, plan: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(FOLDER)
    done = run("status", "-f", plan.name, "--lang", language)
    assert (done.code, done.out) == (2, "")
    assert done.err == plan.with_suffix(f".{language}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_every_problem_says_what_to_do(plan: Path) -> None:
    with pytest.raises(PlanError) as refusal:
        load_file(plan)
    assert [each.problem.code for each in refusal.value.problems if each.problem.hint is None] == []


def test_every_fault_has_a_broken_plan() -> None:
    known = {
        fault.code
        for module in (faults, feeds, files, paces, sums)
        for fault in vars(module).values()
        if isinstance(fault, Fault) and fault.severity is Severity.ERROR
    }
    shown = {each.split()[0] for plan in PLANS for each in expected(plan)}
    assert known - TOLD_ELSEWHERE - ONLY_IF_PYDANTIC_LEARNS_MORE <= shown
