"""What the README shows works as it says."""

import re
import shlex
from pathlib import Path
from shutil import copytree

import pytest

from kit.checkout import git
from kit.manual import blocks, write_workbook
from kit.program import EXAMPLE, ROOT, Run
from plan_tracker.cli.app import COMMANDS as COMMANDS_OF_ALL
from plan_tracker.judging.evaluation import evaluate
from plan_tracker.reading.plan_file import load

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = [(block.language, block.text) for block in blocks(README)]
READMES = ("README.md", "README.zh.md")
COMMANDS = [
    command
    for name in READMES
    for command in re.findall(r"`(plan-tracker [^`]+)`", (ROOT / name).read_text(encoding="utf-8"))
    if command != "plan-tracker record --feed register H1"  # run with a database by the tests of feeds
]
INVESTING = """
[targets.investing]
name = "投资"
[targets.investing.parts.north]
goal = 10
"""


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_in_the_readme(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    names = set(COMMANDS_OF_ALL)
    missing = {name for name in names if f"`plan-tracker {name}" not in text}
    assert not missing
    assert len(names) > 8


@pytest.fixture(scope="module")
def _laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    example = EXAMPLE.read_text(encoding="utf-8")
    copytree(ROOT / "examples" / "province", folder / "examples" / "province")
    git(folder, "init", "-q", "--template=")
    for text in (example, example + INVESTING):
        (folder / "targets.toml").write_text(text, encoding="utf-8")
        git(folder, "add", "targets.toml")
        git(folder, "commit", "-qm", "a month")
    for name in ("上月.toml", "targets-2024.toml", "2024.toml"):
        (folder / name).write_text(example, encoding="utf-8")
    for name in ("goals.xlsx", "目标.xlsx"):
        write_workbook(folder / name, [["指标", "2024年目标"], ["新建学校", "12"]])
    write_workbook(folder / "actuals.xlsx", [["name", "1-10月累计"], ["north", "9"]])
    (folder / "september.csv").write_text("指标,1-9月累计\n引进亿元以上项目,310\n", encoding="utf-8")
    return folder


@pytest.fixture
def _desk(_laid_out: Path) -> None:
    """A folder with the example in git, earlier plans beside it, and tables as they come in."""
    copytree(_laid_out, Path.cwd(), dirs_exist_ok=True)


@pytest.mark.usefixtures("_desk")
@pytest.mark.parametrize("command", dict.fromkeys(COMMANDS))
def test_a_command_of_a_readme_runs(run: Run, command: str) -> None:
    if re.search(r"\b(init|import)\b", command):
        Path("targets.toml").unlink()
    outcome = run(*shlex.split(command)[1:])
    assert outcome.code == (1 if re.search(r"\bcheck\b", command) else 0), outcome.err


def test_the_plan_of_the_readme_gives_the_verdicts_it_tells() -> None:
    text = next(block for language, block in BLOCKS if language == "toml" and "[plan]" in block)
    Path("targets.toml").write_text(text, encoding="utf-8")
    results = evaluate(load("targets.toml")).results
    assert [(each.target.id, each.status) for each in results] == [
        ("projects", "behind"),
        ("boilers", "behind"),
    ]


def test_the_table_of_the_readme_is_recorded_into_its_plan(run: Run) -> None:
    plan = next(block for language, block in BLOCKS if language == "toml" and "[plan]" in block)
    Path("targets.toml").write_text(plan, encoding="utf-8")
    table = next(block for language, block in BLOCKS if language == "csv")
    Path("september.csv").write_text(table, encoding="utf-8")
    outcome = run("record", "--from", "september.csv")
    assert outcome.code == 0, outcome.err
    actuals = {
        each.id: {actual.period: actual.value for actual in each.actuals}
        for each in load("targets.toml").targets
    }
    assert actuals == {"projects": {"H1": 190, "M09": 310}, "boilers": {"H1": 21, "M09": 30}}


def test_the_python_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    Path("targets.toml").write_bytes(EXAMPLE.read_bytes())
    code = next(block for language, block in BLOCKS if language == "python")
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own README
    assert "引进亿元以上项目 behind 0.475\n" in capsys.readouterr().out


def test_the_table_of_the_readme_is_what_status_prints(run: Run) -> None:
    shown = next(block for _, block in BLOCKS if block.startswith("target "))
    printed = run("status", "-f", str(ROOT / "examples" / "fiscal.toml"), "--lang", "en").out
    for line in shown.splitlines()[1:]:
        name, status = line[:26].strip(), line.split()[-1]
        assert re.search(rf"^  {re.escape(name)} .*\b{status}\b", printed, re.MULTILINE)


def test_the_fault_of_the_readme_is_what_a_misspelt_key_gives(run: Run) -> None:
    shown = next(block for _, block in BLOCKS if block.startswith("error: "))
    Path("targets.toml").write_text(
        '[plan]\ntitle = "P"\nyear = 2024\n\n[targets.a]\nname = "A"\ngaol = 400\n', encoding="utf-8"
    )
    assert run("validate").err == shown
