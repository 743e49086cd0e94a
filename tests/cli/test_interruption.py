"""Ctrl-C ends the program with 130 and one line, from its first line on and at whatever moment it comes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kit.forks import Forks
from kit.program import EXAMPLE

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows sends ctrl-C to a whole console only")

FORKING = """
import json, os, signal, sys
moments, begin = json.loads(sys.argv.pop(1)), sys.argv.pop(1)
calls, ended = None, {}
def fork(at):
    child = os.fork()
    if child:
        ended[at] = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return
    sys.setprofile(None)
    os._exit = leave
    for number, name in ((1, os.devnull), (2, f"{at}.err")):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT), number)
    os.kill(os.getpid(), signal.SIGINT)
def count(frame, event, _argument):
    global calls
    if event == "call":
        entry = frame.f_code.co_name == "run" and frame.f_globals["__name__"] == "plan_tracker.cli"
        if calls is None and entry:
            calls = 0
        if calls is not None:
            calls += 1
            if calls in moments or calls % 9000 == 0:
                fork(calls)
def report(code):
    sys.setprofile(None)
    over = calls - 8  # what comes then only empties streams: the command has ended, with its own code
    print(json.dumps({at: ended[at] for at in ended if at < over}), file=sys.stderr, flush=True)
    leave(code)
leave, os._exit = os._exit, report
sys.setprofile(count)
if begin == "script":
    from plan_tracker.cli import run
    run()
else:
    import runpy
    runpy.run_module("plan_tracker", run_name="__main__", alter_sys=True)
"""
"""Runs the program and forks it at some calls and at each 9,000th: ctrl-C comes to the forks only.

It tells their exit codes; what they say on standard error stands in files.
"""
COUNTING = """
import os, signal, sys
at = int(sys.argv.pop(1))
calls = None
def count(frame, event, _argument):
    global calls
    if event == "call":
        entry = frame.f_code.co_name == "run" and frame.f_globals["__name__"] == "plan_tracker.cli"
        if calls is None and entry:
            calls = 0
        if calls is not None:
            calls += 1
            if calls == at:
                os.kill(os.getpid(), signal.SIGINT)
def leave(code, leave=os._exit):
    if at == 0:
        sys.setprofile(None)
        print(calls, file=sys.stderr, flush=True)
    leave(code)
os._exit = leave
sys.setprofile(count)
from plan_tracker.cli import run
run()
"""
"""Runs the program and sends it ctrl-C at the n-th call of a function, the first being its entry.

For 0 it tells how many there are.
"""


FIRST = (2, 3, 5, 10, 30)
"""Moments behind the first line of a run, before anything of its command is read.

So one command tries them for each way to begin.
"""


def moments(forks: Forks, number: int, *arguments: str) -> list[int]:
    """Some moments of a command, evenly spread over its calls: the program itself is loaded already."""
    counted = forks.run(COUNTING, "0", *arguments)
    assert counted.code in (0, 1), counted.err
    total = int(counted.err.splitlines()[-1])
    return [*range(total // number, total - total // number, total // number)]


@pytest.mark.parametrize(
    ("begin", "first", "call", "word"),
    [
        ("script", FIRST, ["status", "--color", "always"], "interrupted\n"),
        ("module", FIRST, ["status", "--lang", "zh"], "已中断\n"),
        ("script", (), ["validate", "--lang", "en"], "interrupted\n"),
        ("script", (), ["--help", "--lang", "zh"], "已中断\n"),
    ],
)
def test_at_no_moment_it_is_a_traceback_or_another_code(
    begin: str, first: tuple[int, ...], call: list[str], word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAN_TRACKER_LANG", "en")
    monkeypatch.setenv("PLAN_TRACKER_FILE", str(EXAMPLE))
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", FORKING, json.dumps(first), begin, *call], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    *before, last = done.stderr.decode().splitlines(keepends=True)
    codes = json.loads(last)
    assert len(codes) >= len(first) + 4  # `--help` on Python 3.14; others are tried at more
    assert {at: code for at, code in codes.items() if code != 130} == {}
    told = {at: Path(f"{at}.err").read_text(encoding="utf-8") for at in codes}
    whole = "".join([*before, word])  # what was told before ctrl-C came is told
    assert {at: text for at, text in told.items() if text not in (word, whole)} == {}


@pytest.mark.parametrize(
    "call",
    [
        ["export", "-o", "out.xlsx"],
        ["export", "-o", "out.html"],
        ["import", "table.csv", "--year", "2024", "-o", "out.toml"],
    ],
    ids=" ".join,
)
def test_a_file_is_there_whole_or_not_at_all(
    call: list[str], forks: Forks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAN_TRACKER_LANG", "zh")
    Path("targets.toml").write_bytes(EXAMPLE.read_bytes())
    Path("table.csv").write_text("name,unit,goal\nRoads,km,400\n")
    before = {path.name for path in Path().iterdir()}
    for at in moments(forks, 6, *call):
        for out in Path().glob("out.*"):
            out.unlink()
        done = forks.run(COUNTING, str(at), *call)
        assert (done.code, done.err.splitlines()[-1]) == (130, "已中断"), at
        assert "Traceback" not in done.err
        left = [path for path in Path().iterdir() if path.name not in before]
        assert all(path.stem == "out" and path.stat().st_size > 100 for path in left), at
    assert Path("targets.toml").read_bytes() == EXAMPLE.read_bytes()


def test_a_figure_is_written_or_not(forks: Forks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAN_TRACKER_LANG", "en")
    plan = Path("targets.toml")
    old = EXAMPLE.read_text(encoding="utf-8")
    call = ["record", "projects", "M09", "300", "-f", str(plan)]
    plan.write_text(old, encoding="utf-8")
    all_moments = moments(forks, 12, *call)
    files = {path.name for path in Path().iterdir()}
    new = plan.read_text(encoding="utf-8")
    assert "M09 = 300" in new
    for at in all_moments:
        plan.write_text(old, encoding="utf-8")
        done = forks.run(COUNTING, str(at), *call)
        assert (done.code, done.err.splitlines()[-1]) == (130, "interrupted"), at
        assert plan.read_text(encoding="utf-8") in (old, new), at
        assert {path.name for path in Path().iterdir()} == files


def test_what_was_started_to_ignore_it_goes_on() -> None:
    ignoring = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "os.execv(sys.argv[1], sys.argv[1:])"
    )
    counting = [sys.executable, "-c", COUNTING, "3000", "validate", "-f", str(EXAMPLE)]
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", ignoring, *counting], capture_output=True, check=False
    )
    assert (done.returncode, b"interrupted" in done.stderr) == (0, False)
