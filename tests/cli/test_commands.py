"""`status`, `export` and `validate` as a user calls them."""

import csv
import errno
import io
import json
import os
import shlex
import subprocess
import sys
from io import StringIO
from pathlib import Path
from types import ModuleType

import pytest
from rich.cells import cell_len

from kit.forks import PROGRAM, Forks
from kit.program import EXAMPLE, EXAMPLES, ROOT, Outcome, Run, Write, in_one_process
from plan_tracker.cli.app import COMMANDS
from plan_tracker.cli.options import Color
from plan_tracker.cli.telling import wants_color
from plan_tracker.judging import evaluation
from plan_tracker.judging.evaluation import evaluate
from plan_tracker.problems import in_shell
from plan_tracker.reading.plan_file import load
from plan_tracker.reports.rows import COLUMNS
from plan_tracker.wording.help import COMMANDS as HELP

PROJECTS = '[targets.projects]\nname = "Projects"\ngoal = 400\nactual = { H1 = 190 }\n'
RED = "\x1b[1;31m" if os.name == "nt" else "\x1b[1;38;5;196m"
"""How a terminal gets what is behind: that of Windows, where TERM says nothing, in one of 16 colours."""

HOSTILE = ["[red]x[/red]", "[/oops]", "=1+1", "</script><script>", "a|b", "a,b:c%d", "𠮷野家👨‍👩‍👧", "x" * 90]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [24, 40, 60, 80, 100, 120, 200])
@pytest.mark.parametrize("plan_file", EXAMPLES, ids=lambda path: path.stem)
def test_no_line_of_the_table_is_wider_than_the_terminal_and_no_column_is_empty(
    run: Run, plan_file: Path, width: int, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(width))
    done = run("status", "-f", str(plan_file), "--lang", language, "--color", "never")
    assert done.code == 0
    assert max(cell_len(line) for line in done.out.splitlines()) <= width
    assert all(result.target.name[:2] in done.out for result in evaluate(load(plan_file)).results)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_printed_as_it_is(run: Run, plan: Write, name: str) -> None:
    file = plan(
        f"[targets.a]\nname = {json.dumps(name, ensure_ascii=False)}\ngoal = 4\nactual = {{ H1 = 1 }}\n"
    )
    for call in (["status"], ["status", "--color", "always"], ["check"], ["export"], ["show", "a"]):
        done = run(call[0], "-f", file, *call[1:])
        assert done.code in (0, 1)
        assert name[:30] in done.out or name[:30].replace('"', '""') in done.out


def test_a_pipe_gets_plain_text_with_all_columns(run: Run) -> None:
    done = run("status", "-f", str(EXAMPLE), "--lang", "en")
    assert "\x1b" not in done.out
    assert done.out.splitlines()[0].endswith("as of 2024-06-30 (H1)")
    assert done.out.splitlines()[1] == (
        "38 targets · 9 done · 8 on pace · 8 behind · 1 not due · 12 no goal · mean completion 71.2% (of 25)"
    )
    row = next(line for line in done.out.splitlines() if "projects" in line and "400" in line)
    assert row.split() == [
        *("引进亿元以上项目", "400", "190", "个", "47.5%", "█████████▌┃·········", "-2.5"),
        *("behind", "projects"),
    ]


def test_colour_comes_only_where_it_is_wanted(run: Run, plan: Write) -> None:
    file = plan(PROJECTS)
    assert RED in run("status", "-f", file, "--color", "always").out
    assert "\x1b" not in run("status", "-f", file, "--color", "never").out
    assert "\x1b" not in run("status", "-f", file).out


def test_an_option_for_colours_holds_for_one_call_only(run: Run) -> None:
    assert "\x1b" in run("status", "-f", "gone.toml", "--color", "always").err
    assert "\x1b" not in run("status", "--nonsense").err


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, True),  # as force-color.org has it: whatever the value
        ({"FORCE_COLOR": ""}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ],
)
def test_the_environment_decides_on_colours_unless_an_option_does(
    run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], coloured: bool
) -> None:
    file = plan(PROJECTS)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    done, failed = run("status", "-f", file), run("status", "-f", "gone.toml")
    assert ("\x1b" in done.out, "\x1b" in failed.err) == (coloured, coloured)
    assert "\x1b" in run("status", "-f", file, "--color", "always").out
    assert "\x1b" not in run("status", "-f", file, "--color", "never").out


def test_a_terminal_gets_no_colours_where_they_are_not_wanted(
    run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    call = ("status", "-f", plan(PROJECTS))
    assert RED in run(*call).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run(*call).out
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in run(*call).out
    assert "\x1b" not in run("status", "--help").out
    assert "\x1b" not in run("status", "-f", "gone.toml").err
    assert "\x1b" in run(*call, "--color", "always").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in run(*call).out
    assert "\x1b" in run("status", "--help").out


@pytest.mark.parametrize("obeys", [True, False])
def test_the_terminal_of_windows_gets_colours_once_it_was_told_to_obey_their_codes(
    monkeypatch: pytest.MonkeyPatch, obeys: bool
) -> None:
    told: list[int] = []
    winterm = ModuleType("colorama.winterm")

    def enable_vt_processing(number: int) -> bool:
        told.append(number)
        return obeys

    vars(winterm)["enable_vt_processing"] = enable_vt_processing
    for variable in ("TERM", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    with Path("terminal").open("w", encoding="utf-8") as terminal, monkeypatch.context() as windows:
        windows.setitem(sys.modules, "colorama", ModuleType("colorama"))
        windows.setitem(sys.modules, winterm.__name__, winterm)
        windows.setattr(sys, "platform", "win32")
        assert not wants_color(Color.AUTO, terminal)
        assert not told  # that is a file
        windows.setattr(terminal, "isatty", lambda: True)
        assert wants_color(Color.AUTO, terminal) is obeys
        assert wants_color(Color.ALWAYS, terminal)
        assert not wants_color(Color.NEVER, terminal)
        assert told == [terminal.fileno()] * 3


@pytest.mark.parametrize("command", ["status", "outlook"])
def test_a_row_in_a_pipe_is_found_by_its_id(run: Run, plan: Write, command: str) -> None:
    id_, owner = "a-very-long-id-of-a-target-that-somebody-looks-for", "市发展和改革委员会固定资产投资处"
    name = "名" * 60
    file = plan(
        f'[targets.{id_}]\nname = "{name}"\nowner = "{owner}"\ngoal = 4\nunit = "个"\nactual = {{ H1 = 1 }}\n'
    )
    (row,) = [line for line in run(command, "-f", file).out.splitlines() if id_ in line]
    assert row.startswith(name)
    assert owner in row
    assert "behind" in row


def test_ascii_draws_bars_without_blocks(run: Run, plan: Write) -> None:
    out = run("status", "-f", plan(PROJECTS), "--ascii").out
    assert "#########.|........." in out
    assert out.isascii()


def test_only_sort_and_group_choose_what_is_shown(run: Run) -> None:
    call = ("status", "-f", str(EXAMPLE), "--lang", "en", "--format", "json")
    behind = json.loads(run(*call, "--only", "behind", "--sort", "lead").out)
    assert [target["id"] for target in behind["targets"]] == [
        *("listed-built", "household-coal", "energy-reviews", "boilers", "baotou"),
        *("shelterbelt", "funds", "projects"),
    ]
    assert behind["summary"]["targets"] == 38
    by_status = run("status", "-f", str(EXAMPLE), "--lang", "en", "--group-by", "status").out
    heads = [line for line in by_status.splitlines() if line in {"done", "on pace", "behind", "no goal"}]
    assert sorted(heads) == ["behind", "done", "no goal", "on pace"]


def test_where_no_target_has_the_status_asked_for_the_table_says_so(run: Run, plan: Write) -> None:
    call = ("status", "-f", plan(PROJECTS), "--only", "missed,done")
    assert run(*call).out.splitlines()[-1] == "no target is done or missed"
    assert run(*call, "--format", "markdown").out.splitlines()[-1] == "no target is done or missed"
    assert run(*call, "--lang", "zh").out.splitlines()[-1] == "没有已完成或未完成的指标"


def test_a_status_that_does_not_exist_is_refused(run: Run, plan: Write) -> None:
    done = run("status", "-f", plan(PROJECTS), "--only", "behnd")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: `behnd` is not one of: done, on_pace")


def test_csv_has_the_columns_of_the_contract_and_the_evaluations_figures(run: Run) -> None:
    done = run("export", "-f", str(EXAMPLE))
    rows = list(csv.DictReader(StringIO(done.out, newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert "\r" not in done.out
    boilers = next(row for row in rows if row["id"] == "boilers")
    assert {key: boilers[key] for key in ("goal", "actual", "completion_rate", "pace", "expected")} == {
        "goal": "36",
        "actual": "21",
        "completion_rate": "0.583333",
        "pace": "0.666667",
        "expected": "24",
    }
    assert {key: boilers[key] for key in ("lead_pp", "status", "due", "remaining", "projected")} == {
        "lead_pp": "-8.3333",
        "status": "behind",
        "due": "2024-09-30",
        "remaining": "15",
        "projected": "31.5",
    }
    investment = next(row for row in rows if row["id"] == "investment")
    assert [investment[key] for key in ("remaining", "committed", "coverage", "uncovered")] == [
        *("679", "560", "0.824742", "119")
    ]
    gdp = next(row for row in rows if row["id"] == "gdp")
    assert (gdp["goal"], gdp["completion_rate"], gdp["status"]) == ("", "", "no_goal")


def test_json_has_the_shape_of_the_contract(run: Run) -> None:
    found = json.loads(run("export", "-f", str(EXAMPLE), "--format", "json").out)
    assert list(found) == ["schema_version", "plan", "as_of", "summary", "targets"]
    assert found["schema_version"] == 1
    assert found["plan"] == {
        "title": "呼和浩特市2024年国民经济和社会发展计划",
        "start": "2024-01-01",
        "end": "2024-12-31",
    }
    assert found["summary"]["by_status"] == {
        "done": 9,
        "on_pace": 8,
        "slipping": 0,
        "behind": 8,
        "missed": 0,
        "not_reported": 0,
        "not_due": 1,
        "no_goal": 12,
        "dropped": 0,
    }
    assert len(found["targets"]) == 38
    assert all(tuple(target) == COLUMNS for target in found["targets"])


def test_digits_are_exported_as_typed(run: Run, plan: Write) -> None:
    file = plan('[targets.a]\nname = "A"\ngoal = 200.00\nactual = { H1 = 96.50 }\n')
    assert '"actual": 96.50,' in run("export", "-f", file, "--format", "json").out
    assert ",96.50,0.4825,0.5,100," in run("export", "-f", file).out


def test_parts_follow_their_target_unless_they_are_left_out(run: Run) -> None:
    file = str(ROOT / "examples" / "parts.toml")
    ids = [row["id"] for row in csv.DictReader(StringIO(run("export", "-f", file).out))]
    assert ids[:3] == ["projects", "projects/新城区", "projects/回民区"]
    without = [row["id"] for row in csv.DictReader(StringIO(run("export", "-f", file, "--no-parts").out))]
    assert without == ["projects", "funds", "jobs", "boilers"]


@pytest.mark.parametrize(
    ("name", "start"), [("p.csv", "id,parent,"), ("p.json", "{\n"), ("p.md", "# 呼和浩特")]
)
def test_the_ending_of_the_file_says_the_format(run: Run, name: str, start: str) -> None:
    done = run("export", "-f", str(EXAMPLE), "-o", name)
    assert (done.code, done.out) == (0, "")
    assert Path(name).read_text(encoding="utf-8").startswith(start)


def test_an_unknown_ending_or_a_folder_that_is_not_there_is_refused(run: Run) -> None:
    unknown = run("export", "-f", str(EXAMPLE), "-o", "p.doc", "--lang", "en")
    missing = run("export", "-f", str(EXAMPLE), "-o", "no/such/p.csv", "--lang", "en")
    assert (unknown.code, missing.code) == (2, 2)
    assert unknown.err.startswith("error: no format is known for p.doc")
    for name in ("", "."):  # as where a variable of the shell is empty
        folder = run("export", "-f", str(EXAMPLE), "-o", name, "--lang", "en")
        assert "hint: that is a folder: name a file in it" in folder.err
    assert missing.err.startswith("error: ")
    assert list(Path().glob("*.*")) == [Path(".git")]


def test_warnings_are_shown_and_refused_only_if_strict(run: Run, plan: Write) -> None:
    file = plan('[targets.a]\nname = "A"\ngoal = 9\nactual = { Q1 = 5, H1 = 4 }\n')
    lax, strict = run("validate", "-f", file), run("validate", "-f", file, "--strict")
    assert (lax.code, strict.code) == (0, 2)
    assert lax.err.startswith("warning: the running total falls from 5 (Q1) to 4\n")
    assert "plan.toml:8:" in lax.err


def test_as_of_reproduces_an_old_status(run: Run, plan: Write) -> None:
    file = plan('[targets.a]\nname = "A"\ngoal = 100\nactual = { Q1 = 30, H1 = 40 }\n')
    for day, status in (("Q1", "on_pace"), ("2024-03-31", "on_pace"), ("H1", "behind")):
        found = json.loads(run("status", "-f", file, "--format", "json", "--as-of", day).out)
        assert found["targets"][0]["status"] == status


def test_a_plan_nobody_reports_on_is_noticed_but_not_where_the_day_is_given(run: Run, plan: Write) -> None:
    file = plan('[plan]\ntitle = "P"\nyear = 2020\n' + PROJECTS)
    assert run("status", "-f", file).err == (
        "warning: 2020-12-31 was a reporting date, and nothing at all is reported for it yet\n"
    )
    assert run("status", "-f", file, "--as-of", "H1").err == ""
    assert run("export", "-f", file).err == ""


def test_a_day_in_the_future_is_noticed(run: Run, plan: Write) -> None:
    done = run("status", "-f", plan(PROJECTS), "--as-of", "2999-01-01")
    assert done.err == "warning: the plan is judged as of 2999-01-01, which is in the future\n"


@pytest.mark.parametrize("command", ["status", "check"])
def test_a_plan_that_has_not_begun_is_no_warning(run: Run, plan: Write, command: str) -> None:
    next_plan = '[plan]\ntitle = "P"\nyear = 2990\n[targets.a]\nname = "A"\ngoal = 4\n'
    done = run(command, "-f", plan(next_plan))
    assert "in the future" not in done.err
    assert "2989-12-31" in done.out


def test_of_two_languages_that_are_asked_for_the_last_one_is_spoken(run: Run) -> None:
    for words in (("--lang", "en", "status", "--lang=zh"), ("status", "--lang", "en", "--lang", "zh")):
        assert run(*words, "-f", "no.toml").err.startswith("错误：找不到文件 no.toml")
        assert run(*words, "--no-such-option").err.startswith("错误：")


def test_the_language_is_asked_for_by_option_environment_and_plan(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = ("status", "-f", str(EXAMPLE))
    assert "滞后8项" in run(*call).out
    assert "8 behind" in run(*call, "--lang", "en").out
    monkeypatch.setenv("PLAN_TRACKER_LANG", "en")
    assert "8 behind" in run(*call).out
    assert "滞后8项" in run(*call, "--lang", "zh").out


def spoken_in(language: str, file: Path, goal: str) -> str:
    """Writes a plan in a language with this goal; returns the name of its file."""
    plan = f'[plan]\ntitle = "P"\nyear = 2024\nlanguage = "{language}"\n'
    file.write_text(f'{plan}[targets.a]\nname = "A"\ngoal = {goal}\n', encoding="utf-8")
    return str(file)


def test_each_of_several_plans_is_told_of_in_its_own_language(run: Run, tmp_path: Path) -> None:
    files = [
        spoken_in(language, tmp_path / f"{number}.toml", goal)
        for number, (language, goal) in enumerate([("zh", "4"), ("en", "x"), ("zh", "x"), ("en", "4")])
    ]
    told = run("validate", *files).err.splitlines()
    words = ("项指标，没有问题", "error: ", "错误：", "1 target, nothing wrong")
    places = [next(at for at, line in enumerate(told) if word in line) for word in words]
    assert places == sorted(places)


def test_two_versions_are_told_of_in_the_language_of_the_newer_one(run: Run, tmp_path: Path) -> None:
    broken = spoken_in("en", tmp_path / "broken.toml", "x")
    valid = spoken_in("zh", tmp_path / "valid.toml", "4")
    assert run("compare", broken, valid).err.startswith("错误：")
    assert run("compare", valid, broken).err.startswith("error: ")


@pytest.mark.parametrize("call", [["nonsense"], ["status", "--nonsense"], ["status", "--lang", "fr"]])
def test_wrong_usage_has_exit_code_2(run: Run, call: list[str]) -> None:
    done = run(*call)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err


def program(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "plan_tracker", *arguments],
        capture_output=True,
        check=False,
        env=os.environ | environment,
    )


def test_a_pipe_gets_utf8_whatever_the_locale() -> None:
    done = program("export", "-f", str(EXAMPLE), LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "引进亿元以上项目" in done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX")
def test_a_reader_that_closes_the_pipe_early_is_no_error(plan: Write, forks: Forks) -> None:
    many = "".join(f'[targets.t{n}]\nname = "{"N" * 200}"\ngoal = 1\n' for n in range(900))
    command = f'"{sys.executable}" -m plan_tracker export -f "{plan(many)}"'
    done = subprocess.run(  # noqa: S602 - a pipe is what is tested
        f"{{ {command}; echo $? >&2; }} | head -n 1", shell=True, capture_output=True, text=True, check=True
    )
    assert done.stderr == "0\n"
    assert done.stdout.startswith("id,parent,name")
    assert unread(forks, "status", "-f", plan(many), "--color", "always") == (0, "")


def unread(forks: Forks, *arguments: str, errors_too: bool = False) -> tuple[int, str]:
    """The exit code of a command that nobody reads any more, and what it writes to standard error."""
    reader, writer = os.pipe()
    os.close(reader)
    done = forks.run(PROGRAM, *arguments, stdout=writer, stderr=writer if errors_too else -1)
    os.close(writer)
    return done.code, done.err


@pytest.mark.parametrize("number", [1, 300])
def test_a_reader_that_leaves_early_changes_no_verdict(plan: Write, number: int, forks: Forks) -> None:
    many = "".join(
        f'[targets.t{n}]\nname = "{"N" * 200}"\ngoal = 9\nactual = {{ H1 = 1 }}\nstated = {{ H1 = "50%" }}\n'
        for n in range(number)
    )
    file = plan(many)
    for arguments in (("check", "-f", file, "--as-of", "H1"), ("audit", "-f", file)):
        assert unread(forks, *arguments) == (1, "")


def test_a_plan_that_cannot_be_judged_stays_so_when_the_reader_leaves(plan: Write, forks: Forks) -> None:
    assert unread(forks, "check", "--format", "json", "-f", plan("[targets.a]"))[0] == 2


def test_who_reads_neither_stream_to_its_end_changes_no_exit_code(
    plan: Write, tmp_path: Path, forks: Forks
) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    behind, broken = folder / "behind.toml", folder / "broken.toml"
    behind.write_bytes(Path(plan(PROJECTS)).read_bytes())
    broken.write_text("[plan", encoding="utf-8")
    neither = {
        ("check", "-f", str(behind)): 1,
        ("check", "-f", str(broken)): 2,
        ("check", "-f", str(behind), "--max-lag", "soon"): 2,
        ("tell",): 2,
        ("status", "--tell"): 2,
    }
    assert {words: unread(forks, *words, errors_too=True)[0] for words in neither} == neither
    with_words = {
        ("status", "-f", str(folder), "--as-of", "H1"): 2,
        ("export", "-f", str(folder), "--format", "xlsx"): 2,
    }
    assert {words: unread(forks, *words)[0] for words in with_words} == with_words
    for words in (("--help",), ("status", "--help"), ("--version",)):
        assert unread(forks, *words) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX closes them")
@pytest.mark.parametrize(
    ("closed", "plan_file", "code"), [(">&-", str(EXAMPLE), 0), ("2>&-", "gone.toml", 2)]
)
def test_closed_streams_are_no_crash(closed: str, plan_file: str, code: int) -> None:
    command = f'"{sys.executable}" -m plan_tracker status -f "{plan_file}" {closed}'
    assert subprocess.run(command, shell=True, check=False).returncode == code  # noqa: S602 - a pipe of a shell is what is tested


@pytest.mark.parametrize("command", ["status", "outlook", "check", "audit", "export", "validate"])
def test_colour_is_an_option_of_every_reading_command_and_holds_for_its_errors(
    run: Run, command: str
) -> None:
    plain, coloured = (run(command, "-f", "gone.toml", "--color", word) for word in ("never", "always"))
    assert (plain.code, coloured.code) == (2, 2)
    assert "\x1b" not in plain.err
    assert coloured.err.startswith("\x1b[31;1merror: \x1b[0m")


def test_strict_calls_a_warning_an_error(run: Run, plan: Write) -> None:
    file = plan('[targets.a]\nname = "A"\ngoal = 9\nactual = { Q1 = 2, H1 = 1 }\n')
    lax, strict = (run("validate", "-f", file, *more) for more in ((), ("--strict",)))
    assert (lax.code, lax.err.split()[0]) == (0, "warning:")
    assert (strict.code, strict.err.split()[0]) == (2, "error:")


@pytest.fixture(scope="module")
def helped() -> dict[str, Outcome]:
    """The help of each command where a GitHub action asks for it."""
    calls = [(name, "--help") for name in COMMANDS]
    return dict(zip(COMMANDS, in_one_process(calls, GITHUB_ACTIONS="true", CI="true"), strict=True))


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_the_same_in_a_pipe_wherever_it_runs(name: str, helped: dict[str, Outcome]) -> None:
    """No letter of it is taken for markup, and a GitHub action changes nothing."""
    code, out, err = helped[name]
    assert (code, err) == (0, "")
    assert HELP[name].about.en in out
    assert "\x1b" not in out
    assert max(map(cell_len, out.splitlines())) <= 80


def test_help_is_coloured_where_that_is_asked_for() -> None:
    assert b"\x1b[" in program("--help", FORCE_COLOR="1").stdout
    assert b"\x1b[" not in program("--help", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert b"\x1b[" not in program("nonsense", GITHUB_ACTIONS="true").stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("interpreter", ["a fork", "unbuffered"])
@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["status"], ["check"], ["export"]])
def test_an_output_without_room_is_told(arguments: list[str], interpreter: str, forks: Forks) -> None:
    call = arguments if arguments[0].startswith("-") else [*arguments, "-f", str(EXAMPLE)]
    python = [forks.python] if interpreter == "a fork" else [sys.executable, "-u"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(  # noqa: S603 - our own interpreter
            [*python, "-m", "plan_tracker", *call],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            encoding="utf-8",
        )
    message = {
        True: "error: standard output cannot be written: No space left on device\n",
        False: "错误：标准输出无法写入：No space left on device\n",  # as the plan says
    }[arguments[0].startswith("-")]
    assert (done.returncode, done.stderr) == (2, message)


@pytest.mark.skipif(sys.platform == "win32", reason="closes streams as a POSIX shell does")
@pytest.mark.parametrize("closed", [">&-", "2>&-"])
@pytest.mark.parametrize(("arguments", "code"), [("--help", 0), ("--version", 0), ("nonsense", 2)])
def test_closed_streams_are_no_error(closed: str, arguments: str, code: int) -> None:
    call = f"{shlex.quote(sys.executable)} -m plan_tracker {arguments} {closed}"
    done = subprocess.run(["bash", "-c", call], capture_output=True, check=False)  # noqa: S603, S607 - our own words
    assert (done.returncode, b"Traceback" in done.stderr) == (code, False)


def test_a_crash_is_no_verdict(run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(evaluation, "evaluate", broken)
    done = run("check", "-f", plan(PROJECTS))
    assert (done.code, done.out) == (70, "")
    assert done.err.startswith("internal error, please report it: RuntimeError: boom")


@pytest.mark.parametrize(
    "call",
    [
        *("status --only {}", "status --owner {}", "status --as-of {}", "show {}", "record {} H1 3"),
        *(
            "record a {} 3",
            "record a H1 {}",
            "record --feed {} H1",
            "check --max-lag {}",
            "check --fail-on {}",
        ),
        *("compare {}", "add X --due {}", "add X --goal {}", "export --format {}", "{}", "status --{}"),
    ],
)
def test_no_message_quotes_a_long_word_whole(run: Run, plan: Write, call: str) -> None:
    plan('[targets.a]\nname = "A"\n')
    done = run(*call.replace("{}", "滞" * 5000).split())
    assert (done.code, done.out) == (2, "")
    assert 0 < len(done.err) < 1500


@pytest.mark.parametrize(
    "call",
    ["record --from it's.csv H1", "import it's.csv", "audit --document it's.csv", "init --from it's.csv"],
)
def test_a_file_that_may_not_be_read_is_told_as_such(
    run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    plan('[targets.a]\nname = "A"\n')
    file = Path("it's.csv")
    file.write_text("id,actual\na,1\n", encoding="utf-8")
    file.chmod(0)
    if os.access(file, os.R_OK):  # root may read everything
        monkeypatch.setattr(os, "access", lambda *_: False)
    told = "error: it's.csv cannot be read: Permission denied\nhint: check the permissions of the file; "
    assert run(*call.split()) == (
        2,
        "",
        f"{told}if it is open in another program, such as Excel, close it there\n",
    )


@pytest.mark.parametrize(
    ("call", "what"),
    [
        ("status -f it's.csv", "read"),
        ("record --from it's.csv H1", "read"),
        ("import it's.csv", "read"),
        ("audit --document it's.csv", "read"),
        ("export -o it's.csv", "written"),
    ],
)
def test_a_file_that_excel_holds_open_is_told_to_be_closed_there(
    run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch, call: str, what: str
) -> None:
    file = plan('[targets.a]\nname = "A"\n')
    Path("it's.csv").write_text("id,name,goal,actual\na,A,3,1\n", encoding="utf-8")
    opened = io.open

    def held(file: object, *args: object, **more: object) -> object:
        if str(file) == "it's.csv":  # as Windows answers, where Excel shares a file with nobody
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), file)
        return opened(file, *args, **more)  # type: ignore[call-overload]

    monkeypatch.setenv("PLAN_TRACKER_FILE", file)
    monkeypatch.setattr(io, "open", held)
    done = run(*call.split())
    assert done.code == 2
    assert f"it's.csv cannot be {what}: Permission denied" in done.err
    assert "if it is open in another program, such as Excel, close it there" in done.err


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX")
@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("my plan", "'my plan{}'"),
        ("计划2024", "计划2024{}"),
        ("it's", "'it'\"'\"'s{}'"),
        ("$(touch x)", "'$(touch x){}'"),
        ("a&b;c", "'a&b;c{}'"),
        ("50%-2", "50%-2{}"),
    ],
)
def test_a_command_in_a_hint_can_be_pasted_into_a_shell(run: Run, name: str, typed: str) -> None:
    folder = Path(name)
    folder.mkdir()
    (folder / "targets.toml").write_text("", encoding="utf-8")
    inside, plan, page = (typed.format(end) for end in ("/targets.toml", ".toml", ".html"))
    hints = [
        (["record", "-f", name, "a", "H1", "3"], f"name the plan file in the folder: -f {inside}"),
        (["status", f"{name}.toml"], f"name a plan with -f: plan-tracker status -f {plan}"),
        (["export", f"{name}.html"], f"name a file to write with -o: plan-tracker export -o {page}"),
        ([f"{name}.toml"], f"name a plan with -f: plan-tracker status -f {plan}"),
    ]
    for call, hint in hints:
        done = run(*call)
        assert (done.code, done.err.splitlines()[-1]) == (2, f"hint: {hint}")


def test_a_file_where_none_is_expected_is_told_the_option_that_takes_it(run: Run) -> None:
    for name in ("report.docx", "june.xlsx", "plan.toml"):
        Path(name).write_text("", encoding="utf-8")
    hints = [
        (
            ["audit", "report.docx"],
            "name a report with --document: plan-tracker audit --document report.docx",
        ),
        (["audit", "plan.toml"], "name a plan with -f: plan-tracker audit -f plan.toml"),
        (["--lang", "en", "audit", "en.toml"], "name a plan with -f: plan-tracker audit -f en.toml"),
        (["audit", "projects"], "see plan-tracker audit --help"),
        (
            ["audit", "a b.docx", "c"],
            f"name a report with --document: plan-tracker audit --document {in_shell('a b.docx')}",
        ),
        (["import", "june.xlsx", "p.toml"], "name a file to write with -o: plan-tracker import -o p.toml"),
        (["record", "june.xlsx"], "name the table: record --from TABLE PERIOD"),
        (["record", "june.xlsx", "H1"], "name the table: record --from TABLE PERIOD"),
        (["record", "june"], "for instance: plan-tracker record projects H1 210"),
        (["record", "plan.toml"], "for instance: plan-tracker record projects H1 210"),
        (["audit", "H1"], "see plan-tracker audit --help"),
        (["audit", "."], "name a plan with -f: plan-tracker audit -f ."),
        (["schema", "plan.toml"], "see plan-tracker schema --help"),
    ]
    for call, hint in hints:
        done = run(*call, "--lang", "en")
        assert (done.code, done.err.splitlines()[-1]) == (2, f"hint: {hint}")


def test_an_empty_name_is_no_file_and_no_search(run: Run) -> None:
    result = run("status", "-f", "")
    assert (result.code, result.out) == (2, "")
    assert 'there is no file ""' in result.err


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_the_outlook_tells_of_which_day_older_figures_are(run: Run, plan: Write, form: str) -> None:
    """As of 15 September the speed of 30 June has a goal reached in July, which nobody has reported."""
    text = """
[targets.old]
name = "Old"
goal = 100
actual = { H1 = 95 }
[targets.new]
name = "New"
goal = 100
actual = { 2024-09-15 = 40 }
"""
    done = run("outlook", "-f", plan(text), "--as-of", "2024-09-15", "--format", form)
    assert "2024-07-10" in done.out
    assert "figures as of 2024-06-30: Old\n" in done.out
