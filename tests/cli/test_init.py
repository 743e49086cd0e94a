"""`init`: the starter plan is valid and has something to show, at any time of any year."""

from datetime import date
from pathlib import Path

import pytest

from kit.program import Run
from plan_tracker.editing.starter import starter
from plan_tracker.judging.evaluation import evaluate
from plan_tracker.language import Language
from plan_tracker.reading.plan_file import parse

AT_THE_END_OF = {
    date(2025, 2, 10): ["not_due", "not_due", "not_due", "not_due"],
    date(2025, 5, 1): ["behind", "on_pace", "on_pace", "on_pace"],
    date(2025, 6, 30): ["behind", "on_pace", "on_pace", "on_pace"],
    date(2025, 12, 30): ["behind", "on_pace", "on_pace", "on_pace"],
    date(2026, 1, 5): ["missed", "done", "done", "done"],
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("today", AT_THE_END_OF)
def test_the_starter_plan_is_valid_and_shows_a_state_of_its_time(today: date, language: Language) -> None:
    text = starter(2025, today, language)
    plan, problems = parse(text)
    assert problems == []
    assert plan is not None
    evaluation = evaluate(plan)
    assert evaluation.as_of <= today
    assert [result.status.value for result in evaluation.results] == AT_THE_END_OF[today]
    assert plan.language is language


@pytest.mark.parametrize("language", Language)
def test_it_can_be_worked_with_at_once(run: Run, language: Language) -> None:
    assert run("init", "--lang", language.value).code == 0
    assert run("validate", "--strict").code == 0
    assert run("status").code == 0
    assert run("record", "projects", "FY", "400").code == 0
    assert "goal = 400\n" in Path("targets.toml").read_text(encoding="utf-8")


def test_it_never_replaces_a_plan_without_force(run: Run) -> None:
    Path("targets.toml").write_text("mine")
    outcome = run("init")
    assert (outcome.code, outcome.out, Path("targets.toml").read_text()) == (2, "", "mine")
    assert outcome.err == "error: targets.toml exists already\nhint: replace it with --force\n"
    assert run("init", "--force", "--year", "2031").code == 0
    assert "year = 2031" in Path("targets.toml").read_text(encoding="utf-8")


def test_it_writes_where_it_is_told_and_says_where_it_cannot(run: Run) -> None:
    assert run("init", "-f", "other.toml").out.startswith("other.toml written")
    outcome = run("init", "-f", "no/such/folder.toml")
    assert outcome.code == 2
    assert "no/such/folder.toml cannot be written: No such file or directory" in outcome.err


def test_in_a_repository_it_offers_the_line_that_keeps_the_lock_out_of_git(run: Run) -> None:
    done = run("init")
    command = "echo '.*.toml.lock' >> .gitignore"
    assert done.err == f"note: `record` leaves a lock file beside the plan; keep it out of git: {command}\n"
    line, _, file = done.err.partition("echo ")[2].strip().partition(" >> ")
    Path(file).write_text(line.strip("'") + "\n", encoding="utf-8")
    assert run("init", "--force").err == ""
    assert run("init", "-f", "other.toml").err == ""
    assert run("init", "-f", "other.plan", "--lang", "zh").err == ""


@pytest.mark.parametrize("ignored", [".*.toml.lock", ".next.toml.lock", "# x\n*.pyc\n.*.toml.lock\n"])
def test_it_does_not_offer_what_a_folder_above_has(run: Run, ignored: str) -> None:
    Path("plans").mkdir()
    assert ".gitignore" in run("init", "-f", "plans/next.toml").err
    assert "plans/.gitignore" in run("init", "-f", "plans/next.toml", "--force").err
    Path(".gitignore").write_text(ignored, encoding="utf-8")
    assert run("init", "-f", "plans/next.toml", "--force").err == ""


def test_outside_of_a_repository_there_is_nothing_to_ignore(run: Run) -> None:
    Path(".git").rmdir()
    assert run("init").err == ""
