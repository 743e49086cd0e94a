"""Every command that writes a file does it alike: whole or not at all, never over what it reads."""

import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import pytest

from kit.forks import PROGRAM, Forks
from kit.program import MAIN, Outcome, Run, Write

PLAN = """\
[plan]
title = "P"
year = 2024
as_of = 2024-06-30
[targets.a]
name = "A"
goal = 400
actual = { H1 = 190 }
"""
TABLE = "name,goal,H1\nA,400,190\n"
Link: TypeAlias = Callable[[Path, Path], None]
LINKS: dict[str, Link] = {
    "itself": lambda _, __: None,
    "a link to it": lambda link, file: link.symlink_to(file),
    "another name of it": lambda link, file: link.hardlink_to(file),
}
OVER_THE_PLAN: dict[str, Callable[[str, str], list[str]]] = {
    "export": lambda plan, out: ["export", "-f", plan, "--format", "csv", "-o", out],
    "export of a workbook": lambda plan, out: ["export", "-f", plan, "--format", "xlsx", "-o", out],
    "check": lambda plan, out: ["check", "-f", plan, "-o", f"junit={out}"],
    "check, second output": lambda plan, out: ["check", "-f", plan, "-o", "json=x.json", "-o", f"json={out}"],
    "schema": lambda _, out: ["schema", "-o", out],
}
"""Calls that would write over the plan."""


def arguments(command: str, out: str) -> list[str]:
    """A call that writes a new file, or over an old one, from `plan.toml` or `table.csv` here."""
    return {
        "export": ["export", "-f", "plan.toml", "--format", "json", "-o", out],
        "check": ["check", "-f", "plan.toml", "-o", f"json={out}"],
        "schema": ["schema", "-o", out],
        "import": ["import", "table.csv", "--year", "2024", "-o", out, "--force"],
        "init": ["init", "-f", out, "--force"],
        "record": ["record", "-f", out, "a", "FY", "395"],
        "add": ["add", "-f", out, "B"],
    }[command]


COMMANDS = ("export", "check", "schema", "import", "init", "record", "add")
MAKERS = ("export", "check", "schema", "import", "init")
"""Those that can make a new file."""
WRITINGS = [(command, False) for command in COMMANDS] + [(command, True) for command in MAKERS]
"""Each command over an old file, and where there is none."""


@pytest.fixture(autouse=True)
def _inputs() -> None:
    Path("plan.toml").write_text(PLAN)
    Path("table.csv").write_text(TABLE)


def old_text(command: str) -> str:
    return PLAN if command in {"record", "add"} else "old\n"


def told(outcome: Outcome) -> str:
    """What a command that failed says, without what it noted before."""
    assert (outcome.code, outcome.out) == (2, "")
    return outcome.err[outcome.err.index("error: ") :]


@pytest.mark.parametrize("way", LINKS)
@pytest.mark.parametrize("command", OVER_THE_PLAN)
def test_no_output_is_written_over_the_plan(command: str, way: str, run: Run) -> None:
    plan = Path("plan.toml")
    out = plan if way == "itself" else Path("other.xml")
    LINKS[way](out, plan.absolute())
    outcome = run(*OVER_THE_PLAN[command](str(plan), str(out)))
    assert (outcome.code, outcome.out) == (2, "")
    assert f"{out} is " in outcome.err
    assert "so it is not overwritten\n" in outcome.err
    assert plan.read_text() == out.read_text() == PLAN
    assert not Path("x.json").exists()


@pytest.mark.parametrize(
    "text",
    [
        *('["plan"]\n', "\ufeff[plan]\n", "# my plan\n\n  [ plan ]\n", "[targets.a]\n"),
        *('plan.title = "T"\nplan.year = 2024\n', '\ufeffplan = { title = "T" }\n', '"plan" . year = 2024\n'),
    ],
)
def test_no_output_is_written_over_a_plan_that_is_not_read(text: str, run: Run) -> None:
    other = Path("other.csv")
    other.write_text(text, encoding="utf-8")
    assert run("export", "-f", "plan.toml", "-o", "other.csv").code == 2
    assert other.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("text", ["plan = what we mean to do\n", "# Notes\n\nplan.\n", "plan.a,1\n"])
def test_a_text_that_only_speaks_of_a_plan_is_written_over(text: str, run: Run) -> None:
    Path("other.csv").write_text(text)
    assert run("export", "-f", "plan.toml", "-o", "other.csv").code == 0
    assert Path("other.csv").read_text().startswith("id,")


def test_a_broken_plan_is_not_written_over_by_what_is_said_of_it(run: Run) -> None:
    broken = PLAN.replace("400", "four hundred").replace("[plan]", "[ plan ]")
    Path("plan.toml").write_text(broken)
    assert run("check", "-f", "plan.toml", "-o", "json=plan.toml").code == 2
    assert Path("plan.toml").read_text() == broken


@pytest.mark.parametrize("way", LINKS)
def test_a_table_is_not_written_over_by_the_plan_made_of_it(way: str, run: Run) -> None:
    table = Path("table.csv")
    out = table if way == "itself" else Path("other.toml")
    LINKS[way](out, table.absolute())
    outcome = run("import", "table.csv", "--year", "2024", "-o", str(out), "--force")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"error: {out} is the input, so it is not overwritten\n" in outcome.err
    assert table.read_text() == out.read_text() == TABLE


def test_the_summary_of_a_step_is_not_added_to_the_plan(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "plan.toml")
    outcome = run("check", "-f", "plan.toml", "--format", "github")
    assert "plan.toml is the input" in outcome.err
    assert Path("plan.toml").read_text() == PLAN


@pytest.mark.parametrize("command", MAKERS)
def test_a_dash_is_no_file_and_no_standard_output(command: str, run: Run) -> None:
    Path("plan.toml").write_text(PLAN, encoding="utf-8")
    Path("table.csv").write_text(TABLE, encoding="utf-8")
    done = run(*arguments(command, "-"))
    assert (done.code, done.out, Path("-").exists()) == (2, "", False)
    makes_plan = command in {"import", "init"}
    hint = (
        "write to another file"
        if makes_plan
        else "leave the name of the file out, and data go to standard output"
    )
    assert done.err.endswith(f"error: `-` does not mean standard output here\nhint: {hint}\n")


def test_two_outputs_do_not_share_a_file(run: Run) -> None:
    outcome = run("check", "-f", "plan.toml", "-o", "json=out", "-o", "junit=./out")
    assert (outcome.code, outcome.err) == (2, "error: out is named for two outputs\n")
    assert not Path("out").exists()
    assert run("check", "-f", "plan.toml", "-o", f"json={os.devnull}", "-o", f"junit={os.devnull}").code == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_links_stay_links_and_the_mode_stays(command: str, run: Run) -> None:
    Path("real").mkdir()
    file, link = Path("real", "file.json"), Path("link.json")
    file.write_text(old_text(command))
    file.chmod(0o640)
    link.symlink_to(Path("real", "file.json"))
    assert run(*arguments(command, "link.json")).code in (0, 1)
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") != old_text(command)
    assert file.stat().st_mode & 0o777 == 0o640
    assert {each.name for each in Path("real").iterdir()} <= {"file.json", ".file.json.lock"}


@pytest.mark.parametrize("command", ["record", "add"])
def test_a_plan_with_two_names_is_changed_under_one_and_the_other_is_told(command: str, run: Run) -> None:
    Path("plan.toml").write_text(PLAN, encoding="utf-8")
    Path("other.toml").hardlink_to("plan.toml")
    told = "warning: plan.toml has another name on this disk (a hard link), and under that one "
    assert told not in run(*arguments(command, "plan.toml"), "--dry-run").err
    assert told in run(*arguments(command, "plan.toml")).err
    assert Path("other.toml").read_text(encoding="utf-8") == PLAN
    assert Path("plan.toml").read_text(encoding="utf-8") != PLAN
    assert "hard link" not in run("record", "-f", "plan.toml", "a", "M09", "301").err


@pytest.mark.parametrize("command", MAKERS)
def test_a_new_file_has_the_usual_mode_and_may_be_reached_by_a_link_to_nothing(
    command: str, run: Run
) -> None:
    before = os.umask(0o027)
    try:
        Path("link.json").symlink_to("new.json")
        assert run(*arguments(command, "link.json")).code in (0, 1)
    finally:
        os.umask(before)
    assert Path("link.json").is_symlink()
    assert Path("new.json").stat().st_mode & 0o777 == 0o640


@contextmanager
def full_disk() -> Iterator[None]:
    """No file grows beyond fifty bytes."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is one of POSIX")
@pytest.mark.parametrize(("command", "is_new"), WRITINGS)
def test_on_a_full_disk_the_old_file_stays(command: str, is_new: bool, run: Run) -> None:
    Path("there").mkdir()
    if not is_new:
        Path("there", "file").write_text(old_text(command))
    with full_disk():
        outcome = run(*arguments(command, "there/file"))
    assert told(outcome) == "error: there/file cannot be written: File too large; nothing was changed\n"
    left = {each.name: each.read_text() for each in Path("there").iterdir() if each.name != ".file.lock"}
    assert left == ({} if is_new else {"file": old_text(command)})


DEATHS = {
    "in the middle of the writing": "os.write = lambda f, data, do=os.write: (do(f, data[:20]), os._exit(9))",
    "before it reaches the disk": "os.fsync = lambda f: os._exit(9)",
    "before it is put in place": "os.replace = os.link = lambda *a, **k: os._exit(9)",
}


@pytest.mark.parametrize("moment", DEATHS)
@pytest.mark.parametrize(("command", "is_new"), WRITINGS)
def test_a_process_that_dies_leaves_the_old_file_or_none(
    command: str, is_new: bool, moment: str, forks: Forks
) -> None:
    if not is_new:
        Path("file").write_text(old_text(command))
    assert forks.run(f"{DEATHS[moment]}\n{MAIN}", *arguments(command, "file")).code == 9
    assert not Path("file").exists() if is_new else Path("file").read_text() == old_text(command)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_that_another_program_holds_open_is_told(
    command: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace such a file; here the refusal is made, as no other system does it."""

    def held(*_: object) -> None:
        raise PermissionError(13, "The process cannot access the file")

    Path("file").write_text(old_text(command))
    monkeypatch.setattr(os, "replace", held)
    assert told(run(*arguments(command, "file"))) == (
        "error: file cannot be written: The process cannot access the file; nothing was changed\n"
        "hint: if it is open in another program, such as Excel, close it there and try again\n"
    )
    assert Path("file").read_text() == old_text(command)
    assert not list(Path.cwd().glob(".*.new"))


@pytest.mark.parametrize("command", ["init", "import"])
def test_a_new_plan_needs_no_hard_links(command: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refused)
    assert run(*arguments(command, "new.toml")).code == 0
    assert Path("new.toml").read_text(encoding="utf-8").startswith("# ")


# --- what is no file


@pytest.mark.parametrize("command", MAKERS)
def test_a_device_is_written_to(command: str, run: Run) -> None:
    assert run(*arguments(command, os.devnull)).code in (0, 1)
    assert not Path(os.devnull).is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", MAKERS)
def test_a_full_device_is_told(command: str, run: Run) -> None:
    outcome = run(*arguments(command, "/dev/full"))
    assert told(outcome) == "error: /dev/full cannot be written: No space left on device\n"


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no such name for standard output")
@pytest.mark.parametrize("way", ["a pipe", "a file"])
@pytest.mark.parametrize("command", MAKERS)
def test_standard_output_has_a_name(command: str, way: str, forks: Forks) -> None:
    Path("link").symlink_to("/dev/stdout")
    call = arguments(command, "link")
    if way == "a pipe":
        reader, writer = os.pipe()
        with ThreadPoolExecutor() as beside, os.fdopen(reader, "rb") as pipe:
            got = beside.submit(pipe.read)
            code = forks.run(PROGRAM, *call, stdout=writer).code
            os.close(writer)
            text = got.result().decode()
    else:
        with Path("out").open("wb") as out:
            out.write(b"before\n")
            out.flush()
            code = forks.run(PROGRAM, *call, stdout=out.fileno()).code
        assert Path("out").read_bytes().startswith(b"before\n")
        text = Path("out").read_text(encoding="utf-8").removeprefix("before\n")
    assert code in (0, 1)
    if command in ("export", "schema"):
        assert json.loads(text)
    else:
        assert text.startswith(("{", "# "))
    assert command == "check" or "plan-tracker status\n" not in text[-60:]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
@pytest.mark.parametrize("command", MAKERS)
def test_a_named_pipe_is_written_to(command: str, run: Run) -> None:
    os.mkfifo("pipe")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(Path("pipe").read_bytes()))
    reader.start()
    assert run(*arguments(command, "pipe")).code in (0, 1)
    reader.join()
    assert len(got[0]) > 100
    assert Path("pipe").is_fifo()


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no such names for pipes")
def test_a_verdict_stays_when_the_reader_of_another_output_leaves(run: Run) -> None:
    Path("p.toml").write_text('[plan]\ntitle = "T"\nyear = 2024\n[targets.a]\nname = "A"\ngoal = 2\n')
    reader, writer = os.pipe()
    os.close(reader)
    outputs = ("-o", f"json=/dev/fd/{writer}", "-o", "markdown=after.md")
    code = run("check", "-f", "p.toml", "--as-of", "FY", *outputs).code
    os.close(writer)
    assert (code, Path("after.md").exists()) == (1, True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_named_pipe_is_no_plan_to_record_into(run: Run) -> None:
    os.mkfifo("pipe")
    outcome = run("record", "-f", "pipe", "a", "FY", "1")
    assert (outcome.code, outcome.err) == (2, "error: pipe is not a regular file; nothing was written\n")


def test_a_figure_that_is_written_is_no_failure_though_nothing_can_be_printed(
    plan: Write, forks: Forks
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no such device")
    file = plan('[targets.a]\nname = "A"\ngoal = 2\n')
    with Path("/dev/full").open("w") as full:
        number, call = full.fileno(), ("record", "-f", file, "a", "FY", "1")
        assert forks.run(PROGRAM, *call, stdout=number, stderr=number).code == 0
    assert "actual = { FY = 1 }" in Path(file).read_text(encoding="utf-8")


@pytest.mark.parametrize("mode", [0o1777, 0o2775, 0o700])
def test_a_folder_is_no_plan_to_record_into(run: Run, mode: int) -> None:
    Path("folder").mkdir()
    Path("folder").chmod(mode)
    outcome = run("record", "-f", "folder", "a", "FY", "1")
    assert (outcome.code, outcome.err.splitlines()[0]) == (2, "error: folder is a folder")


def test_a_plan_keeps_the_bits_of_its_mode_that_are_no_rights(run: Run, plan: Write) -> None:
    file = Path(plan('[targets.a]\nname = "A"\ngoal = 2\n'))
    for mode in (0o2664, 0o1644, 0o444 if os.geteuid() == 0 else 0o644):  # root may write what is read-only
        file.chmod(mode)
        assert run("record", "-f", str(file), "a", "FY", str(mode)).code in (0, 2)
        assert run("record", "-f", str(file), "a", "FY", str(mode), "--revise").code == 0
        assert file.stat().st_mode & 0o7777 == mode


# --- the world against it


@pytest.mark.parametrize("command", MAKERS)
def test_a_loop_of_links_is_told_and_stays(command: str, run: Run) -> None:
    Path("a").symlink_to("b")
    Path("b").symlink_to("a")
    assert told(run(*arguments(command, "a"))) == (
        "error: a cannot be written: Too many levels of symbolic links; nothing was changed\n"
    )
    assert Path("a").readlink() == Path("b")


@pytest.mark.parametrize("command", MAKERS)
def test_a_folder_is_no_file(command: str, run: Run) -> None:
    Path("there").mkdir()
    outcome = run(*arguments(command, "there"))
    assert told(outcome) == (
        "error: there cannot be written: Is a directory; nothing was changed\n"
        "hint: that is a folder: name a file in it\n"
    )


@pytest.mark.parametrize("command", MAKERS)
def test_a_folder_that_is_not_there_is_told(command: str, run: Run) -> None:
    outcome = run(*arguments(command, "no/file"))
    assert told(outcome) == (
        "error: no/file cannot be written: No such file or directory; nothing was changed\n"
        "hint: its folder is not there: make that first\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a working folder")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_working_folder_that_is_gone_is_told(command: str, forks: Forks) -> None:
    gone = "os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone')"
    plan, table = str(Path("plan.toml").absolute()), str(Path("table.csv").absolute())
    call = [{"plan.toml": plan, "table.csv": table}.get(each, each) for each in arguments(command, "file")]
    assert "No such file or directory" in told(forks.run(f"{gone}\n{MAIN}", *call))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", ["record", "init", "import"])
def test_what_is_written_stays_so_though_the_answer_cannot_be_printed(command: str, forks: Forks) -> None:
    Path("file").write_text(old_text(command))
    with Path("/dev/full").open("w") as full:
        done = forks.run(PROGRAM, *arguments(command, "file"), stdout=full.fileno())
    assert done.code == 0
    assert done.err.splitlines()[-1] == (
        "warning: file is written, but the answer could not be printed: No space left on device"
    )
    assert Path("file").read_text(encoding="utf-8") != old_text(command)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("figure", [("H1", "190"), ("FY", "1", "--dry-run")])
def test_where_nothing_is_written_an_answer_that_cannot_be_printed_is_an_error(
    figure: tuple[str, ...], forks: Forks
) -> None:
    with Path("/dev/full").open("w") as full:
        done = forks.run(PROGRAM, "record", "-f", "plan.toml", "a", *figure, stdout=full.fileno())
    assert done.code == 2
    assert "error: standard output cannot be written" in done.err
    assert Path("plan.toml").read_text() == PLAN
