"""Shell completion offers the ids of the plan at hand, and never disturbs the shell."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from kit.forks import Forks
from kit.program import EXAMPLES, ROOT, Run, Write
from plan_tracker.cli.app import COMMANDS

PLAN = (
    "[targets.projects]\nname = '引进项目'\nparts = { '新城区' = {}, east = { name = '东河区' } }\n"
    "[targets.parks]\nname = 'City parks'\n"
)


Completed: TypeAlias = Callable[..., list[str]]


def asked(words: str) -> dict[str, str]:
    """What bash sets to ask for the last of the words; on Windows, too, its paths have slashes."""
    return {
        "_PLAN_TRACKER_COMPLETE": "complete_bash",
        "COMP_WORDS": words.replace("\\", "/") if os.name == "nt" else words,
        "COMP_CWORD": str(words.count(" ")),
    }


@pytest.fixture
def completed(run: Run, monkeypatch: pytest.MonkeyPatch) -> Completed:
    """What a shell is offered for the last of the words."""

    def call(words: str, **variables: str) -> list[str]:
        with monkeypatch.context() as patch:
            for name, value in {**asked(words), **variables}.items():
                patch.setenv(name, value)
            done = run()
        assert (done.code, done.err) == (0, "")
        return done.out.split()

    return call


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("plan-tracker record -f {} p", ["projects", "parks"]),
        ("plan-tracker show -f {} pr", ["projects"]),
        ("plan-tracker record -f {} projects/", ["projects/新城区", "projects/east", "projects/东河区"]),
        ("plan-tracker record -f {} parks/", []),
        ("plan-tracker record -f {}.not p", []),
        ("plan-tracker show -f {} 引", ["引进项目"]),
        ("plan-tracker --lang ", ["en", "zh"]),
        ("plan-tracker --lang z", ["zh"]),
        ("plan-tracker -f {} --lang z", ["zh"]),
        ("plan-tracker -f ", []),  # the shell itself offers files
        ("plan-tracker -f plan", []),
        ("plan-tracker --lang zh st", ["status"]),
        ("plan-tracker --lang zh -f {} sho", ["show"]),
        ("plan-tracker record -f {} 引进项目/", ["引进项目/新城区", "引进项目/east", "引进项目/东河区"]),
        ("plan-tracker record --from x.csv -f {} --under pr", ["projects"]),
        ("plan-tracker -f {} show pa", ["parks"]),
    ],
)
def test_ids_are_offered(completed: Completed, plan: Write, words: str, offered: list[str]) -> None:
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
        ("plan-tracker -f x.toml sho", ["show"]),
        ("plan-tracker --lang zh -f x.toml status --on", ["--only"]),
        ("plan-tracker --lang=zh status --only 滞", ["滞后"]),
        ("plan-tracker nothing --max", []),
    ],
)
def test_commands_and_options_are_offered(completed: Completed, words: str, offered: list[str]) -> None:
    assert completed(words) == offered


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("record -f {} projects Q", ["Q1", "Q2", "Q3", "Q4"]),
        ("record -f {} projects M0", [f"M0{month}" for month in range(1, 10)]),
        ("record -f {} projects H", ["H1", "H2"]),
        ("record -f {} projects 上", ["上半年"]),
        ("record -f {} projects 下", ["下半年"]),
        ("record -f {} projects 前", ["前三季度"]),
        ("record -f {} projects 9", ["9月"]),
        ("status -f {} --as-of 一", ["一季度"]),
        ("status -f {} --as-of to", ["today"]),
        ("status -f {} --as-of 今", ["今天"]),
        ("compare -f {} --as-of H1..F", ["H1..FY"]),
        ("compare -f {} --as-of 一季度..上", ["一季度..上半年"]),
        ("status --only mis", ["missed"]),
        ("status --only 滞", ["滞后"]),
        ("status --only behind,mis", ["behind,missed"]),
        ("status --only 滞后，未完", ["滞后，未完成"]),
        ("status --only 滞后、未完", ["滞后、未完成"]),
        ("status --only 滞后、滞", []),
        ("status --only behind,beh", []),
        ("status --group-by 责", ["责任单位"]),
        ("status --sort 完", ["完成率"]),
        ("check --fail-on behind,all", ["behind,allocation"]),
        ("check --warn-on 任务", ["任务分解不足"]),
        ("compare --fail-on goal", ["goal_lowered"]),
        ("check -o ju", ["junit="]),
        ("completion z", ["zsh"]),
        ("status --lang z", ["zh"]),
    ],
)
def test_periods_days_and_words_are_offered_in_either_language(
    completed: Completed, plan: Write, words: str, offered: list[str]
) -> None:
    assert completed(f"plan-tracker {words}".format(plan(PLAN))) == offered


OWNED = """
[feeds.register]
[feeds.labour-office]
[targets.roads]
group = "民生实事"
owner = "市交通局（公路处）"
parts = { north = { owner = "北区政府" }, south = {} }
[targets.jobs]
group = "民生实事"
owner = "Labour"
[targets.trees]
group = "Green"
owner = "市林业局"
"""


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("add X -f {} --group ", ["民生实事", "Green"]),
        ("add X -f {} --group G", ["Green"]),
        ("add X -f {} --owner ", ["市交通局（公路处）", "Labour", "市林业局", "北区政府"]),
        ("add X -f {} --owner 市", ["市交通局（公路处）", "市林业局"]),
        ("add -f {} --owner 北", ["北区政府"]),
        ("record -f {} --feed ", ["register", "labour-office"]),
        ("record -f {} --feed l", ["labour-office"]),
        ("record -f {}.not --feed ", []),
        ("add X -f {}.not --owner ", []),
    ],
)
def test_groups_owners_and_feeds_of_the_plan_are_offered(
    completed: Completed, plan: Write, words: str, offered: list[str]
) -> None:
    assert completed(f"plan-tracker {words}".format(plan(OWNED))) == offered


def test_a_plan_without_owners_or_feeds_offers_none_and_a_half_written_one_what_it_has(
    completed: Completed, plan: Write
) -> None:
    assert completed(f"plan-tracker add X -f {plan(PLAN)} --owner ") == []
    assert completed(f"plan-tracker record -f {plan(PLAN)} --feed ") == []
    half_written = plan('[targets]\nx = 1\n[targets.a]\nowner = "B"\n')
    assert completed(f"plan-tracker add X -f {half_written} --owner ") == ["B"]


@pytest.mark.parametrize(
    "text",
    [
        "$(touch x)",
        "`touch x`",
        "a;touch",
        "a b",
        "a\u3000b",
        "*",
        "a|b",
        "a&b",
        "~root",
        "!!",
        "a\nb",
        "(a",
        "'",
        "\u202ea",
        "",
    ],
)
def test_what_a_shell_would_take_for_more_than_a_word_is_not_offered(
    completed: Completed, plan: Write, text: str
) -> None:
    said = json.dumps(text)
    file = plan(
        f"[targets.{said}]\nname = {said}\nowner = {said}\nparts = {{ {said} = {{}} }}\n[feeds.{said}]\n"
    )
    for words in ("show ", "record ", "add X --owner ", "record --feed "):
        command, *rest = words.split(" ")
        assert completed(f"plan-tracker {command} -f {file} {' '.join(rest)}") == []


def test_nothing_typed_yet_offers_the_words_of_the_language_that_is_spoken(
    completed: Completed, plan: Write
) -> None:
    assert completed("plan-tracker status --only ", PLAN_TRACKER_LANG="zh")[:2] == ["已完成", "达到进度"]
    assert completed("plan-tracker status --only ")[:2] == ["done", "on_pace"]
    assert completed(f"plan-tracker record -f {plan(PLAN)} projects ", PLAN_TRACKER_LANG="zh")[0] == "上半年"
    assert completed(f"plan-tracker record -f {plan(PLAN)} projects ")[0] == "H1"


def test_revisions_are_offered(completed: Completed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.org"]
    for call in (
        ["init", "-qb", "main"],
        ["commit", "-qm", "1", "--allow-empty"],
        ["tag", "v1-上半年"],
        ["tag", "v1-$(x)"],
    ):
        subprocess.run(["git", *identity, *call], check=True)  # noqa: S603, S607 - git as it is installed
    (tmp_path / "old.toml").touch()
    assert completed("plan-tracker compare HE") == ["HEAD", "HEAD~1", "HEAD~2"]
    assert completed("plan-tracker compare v") == ["v1-上半年"]
    assert completed("plan-tracker compare git:m") == ["git:main"]
    assert completed("plan-tracker compare HEAD o") == ["old.toml"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    ("words", "offered"),
    [("status --only 滞", "滞后"), ("add X -f owned.toml --owner 市交", "市交通局（公路处）")],
)
def test_the_script_of_a_shell_is_printed_and_works_there(
    run: Run, shell: str, words: str, offered: str, *, tmp_path: Path, forks: Forks
) -> None:
    (tmp_path / "owned.toml").write_text(OWNED, encoding="utf-8")
    script = run("completion", shell).out
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "script").write_text(script, encoding="utf-8")
    tool = tmp_path / "plan-tracker"
    tool.write_text(f"#!/bin/sh\nexec '{forks.python}' -m plan_tracker \"$@\"\n", encoding="utf-8")
    tool.chmod(0o755)
    ask = {
        "bash": f"source script; COMP_WORDS=(plan-tracker {words}); COMP_CWORD={len(words.split())}; "
        '_plan_tracker plan-tracker; echo "${COMPREPLY[@]}"',
        "zsh": "compdef() { :; }; _arguments() { echo $1; }; source ./script; "
        f"words=(plan-tracker {words}); CURRENT={len(words.split()) + 1}; _plan_tracker",
        "fish": f"source script; complete -C 'plan-tracker {words}'",
    }
    done = subprocess.run(  # noqa: S603 - the shell that is installed
        [program, "-c", ask[shell]],
        cwd=tmp_path,
        env={
            **os.environ,
            "PATH": f"{tmp_path}:{os.environ['PATH']}",
            "LC_ALL": "C.UTF-8",
            "HOME": str(tmp_path),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert offered in done.stdout, done.stderr


def test_every_command_is_offered_by_the_program_as_it_is_installed() -> None:
    shell = subprocess.run(
        [sys.executable, "-c", "from plan_tracker.cli import run; run()"],
        env={**os.environ, **asked("plan-tracker "), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert shell.stderr == ""
    assert shell.stdout.split() == list(COMMANDS)


def test_the_ids_of_an_invalid_plan_are_offered_and_those_of_no_toml_are_not(
    completed: Completed, plan: Write
) -> None:
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


def test_a_plan_that_is_named_by_option_is_validated_beside_others(run: Run, plan: Write) -> None:
    assert run("validate", "-f", plan("[plan]"), str(EXAMPLES[0])).code == 2


def test_the_hook_for_pre_commit_calls_validate() -> None:
    hook = ROOT.joinpath(".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert "entry: plan-tracker validate\n" in hook
