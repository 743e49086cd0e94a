"""A large plan is worked on by several processes; nobody must be able to tell from what comes out."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kit.program import Outcome

SCRIPT = """\
import sys
from plan_tracker.cli.crew import loading as sharing
from plan_tracker.cli import run
sharing.processors = lambda: {count}
{more}
run()
"""
FAILS_IN_A_COPY = """\
from plan_tracker.reading import bulk
whole = bulk.plan_of
def plan_of(text, number, count):
    if number == 1:
        raise MemoryError
    return whole(text, number, count)
bulk.plan_of = plan_of
"""
MORE = {
    3: 'pace = "slow"\n',
    4: "due = 2024-09-30\nweight = 2.5\n",
    6: 'direction = "at_most"\ncheck = "warn"\n',
}
TARGETS = 1400
"""So many of these make a large plan."""
COMMANDS = {
    "export": ["export"],
    "export without parts": ["export", "--no-parts"],
    "check": ["check"],
    "check in English": ["check", "--lang", "en", "--max-lag", "5pp", "--min-completion", "45%"],
    "another day": ["check", "--as-of", "2024-04-01"],
    "a day that is none": ["check", "--as-of", "2024-13-01"],
    "strict": ["check", "--strict"],
    "status": ["status"],
    "status in English, in ASCII": ["status", "--lang", "en", "--ascii"],
    "status by status, without parts": ["status", "--group-by", "status", "--no-parts"],
    "status of what is behind, with all parts": ["status", "--only", "behind,missed", "--parts"],
    "a heading that stands in one share only": ["status", "--only", "done"],
    "a heading whose first targets are not shown": ["status", "--only", "not_reported"],
    "a status that no target has": ["status", "--only", "no_goal"],
    "a status that there is not": ["status", "--only", "late"],
    "status in another order": ["status", "--sort", "lead"],
    "status by owner": ["status", "--group-by", "owner"],
    "status in colours": ["status", "--color", "always"],
}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan with every kind of target; some have parts, and one of the last has the latest figure."""
    path = tmp_path_factory.mktemp("large") / "plan.toml"
    lines = ['[plan]\ntitle = "P"\nyear = 2024\nlanguage = "zh"\n\n[paces.slow]\nH1 = "35%"\n']
    for number in range(TARGETS):
        lines.append(
            f'\n[targets.t{number}]\nname = "指标{number}"\ngroup = "第{number % 7}类"\nunit = "个"\n'
        )
        lines.append(f'owner = "市第{number % 5}局"\nnote = "{"注" * 90}"\ngoal = {400 + number % 90}\n')
        lines.append(f"actual = {{ Q1 = {number % 70}, H1 = {150 + number % 100} }}\n")
        lines.append(MORE.get(number % 10, ""))
        if number % 10 == 5:
            part = f"goal = 300\nactual = {{ H1 = {150 + number % 100} }}"
            lines.append(f'[targets.t{number}.parts."东区"]\n{part}\n')
    lines += [  # in the last share, and in another order of groups
        f'\n[targets.silent{number}]\nname = "S"\ngoal = 5\ngroup = "第{6 - number % 7}类"\n'
        for number in range(70)
    ]
    lines.append(
        '\n[targets.last]\nname = "last"\ngoal = 10\nactual = { M08 = 5 }\n\n[check]\nmax_lag = "1pp"\n'
    )
    path.write_text("".join(lines), "utf-8")
    return path


def by(count: int, file: Path, *arguments: str, more: str = "") -> Outcome:
    script = SCRIPT.format(count=count, more=more)
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script, *arguments, "-f", str(file)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_two_or_three_processes_say_what_one_says(large: Path, arguments: list[str]) -> None:
    alone = by(1, large, *arguments)
    assert alone.out or alone.err
    assert by(2, large, *arguments) == alone
    assert by(3, large, *arguments) == alone


def test_they_really_work_together(large: Path) -> None:
    more = "import os; fork = os.fork; os.fork = lambda: (sys.stderr.write('copied'), fork())[1]"
    assert by(3, large, "export", more=more).err == "copied" * 2


def test_the_file_that_is_written_is_the_same(large: Path, tmp_path: Path) -> None:
    for count in (1, 2):
        assert by(count, large, "export", "-o", str(tmp_path / f"{count}.csv")) == Outcome(0, "", "")
    assert (tmp_path / "1.csv").read_bytes() == (tmp_path / "2.csv").read_bytes()


@pytest.mark.parametrize(
    "more",
    [
        '[targets.t1]\nname = "twice, in the first share and in the last"\n',
        '[targets.new]\nname = "without a goal, but with a pace"\npace = "slow"\ngaol = 5\n',
        '[targets.new]\nname = "a warning"\ngoal = 5\nactual = { Q1 = 4, H1 = 3 }\n',
        '[targets."falls"]\nname = "a fault between values"\nstart = 2024-05-01\ndue = 2024-04-01\n',
    ],
)
@pytest.mark.parametrize("strict", [[], ["--strict"]])
def test_what_is_wrong_in_one_share_is_told_as_ever(
    large: Path, tmp_path: Path, more: str, strict: list[str]
) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(large.read_text("utf-8").replace("\n[check]", f"\n{more}\n[check]"), "utf-8")
    alone = by(1, file, "check", *strict)
    assert alone.err
    assert by(2, file, "check", *strict) == alone


def test_a_copy_that_fails_is_a_crash_and_no_verdict(large: Path) -> None:
    crashed = by(2, large, "check", more=FAILS_IN_A_COPY)
    assert (crashed.code, crashed.out) == (70, "")
    assert crashed.err.startswith("internal error, please report it: CrewError")


def test_where_no_process_can_be_copied_one_does_all(large: Path) -> None:
    more = "import os\ndef fork(): raise BlockingIOError\nos.fork = fork"
    assert by(3, large, "check", more=more) == by(1, large, "check")


def test_where_a_second_copy_cannot_be_made_one_does_all(large: Path) -> None:
    more = (
        "import os; fork, calls = os.fork, []\n"
        "def once():\n    calls.append(1)\n    if len(calls) > 1: raise BlockingIOError\n    return fork()\n"
        "os.fork = once"
    )
    assert by(3, large, "check", more=more) == by(1, large, "check")


@pytest.mark.parametrize("closed", ["<&- >&-", "<&- 2>&-", "<&- >&- 2>&-", ">&-", "2>&-"])
def test_closed_streams_do_not_change_the_verdict(large: Path, closed: str) -> None:
    script = SCRIPT.format(count=2, more="")
    call = shlex.join([sys.executable, "-c", script, "check", "-f", str(large)])
    done = subprocess.run(["bash", "-c", f"{call} {closed}"], capture_output=True, check=False, timeout=120)  # noqa: S603, S607 - our own words
    assert done.returncode == 1
    assert bool(done.stdout) is ("<&- 2>" in closed or closed == "2>&-")
    assert b"rror" not in done.stderr


def test_a_copy_that_is_killed_is_a_crash_and_no_verdict(large: Path) -> None:
    more = (
        "import os, signal; from plan_tracker.cli.crew.crew import Crew; ask = Crew._ask\n"
        "def killed(crew, value):\n"
        "    crew._links[0].send(value); os.kill(os.getpid(), signal.SIGKILL)\n"
        "Crew._ask = killed"
    )
    crashed = by(2, large, "check", more=more)
    assert (crashed.code, crashed.out) == (70, "")
    assert "CrewError: a process that worked on a share of the plan has ended" in crashed.err


def test_a_parent_that_ignores_the_end_of_copies_changes_nothing(large: Path) -> None:
    more = "import signal; signal.signal(signal.SIGCHLD, signal.SIG_IGN)"
    assert by(2, large, "check", more=more) == by(1, large, "check")


def test_a_call_from_python_returns_once(large: Path, tmp_path: Path) -> None:
    returned = tmp_path / "returned"
    more = (
        "from plan_tracker.cli import main\nimport os\n"
        "code = main(sys.argv[1:])\n"
        f"open({str(returned)!r}, 'a').write(f'{{code}} ')\n"
        "os._exit(code)"
    )
    by(2, large, "check", "--max-lag", "x", more=more)
    assert returned.read_text() == "2 "


def test_a_reader_that_leaves_early_is_no_error(large: Path) -> None:
    script = SCRIPT.format(count=2, more="")
    read, write = os.pipe()
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script, "export", "-f", str(large)], stdout=write, stderr=subprocess.PIPE
    ) as process:
        os.close(write)
        os.close(read)
        _, errors = process.communicate(timeout=120)
    assert (process.returncode, errors) == (0, b"")
