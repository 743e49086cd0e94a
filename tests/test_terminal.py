"""`status` as it stands in terminals of many widths, in two languages, in ASCII, and in a pipe."""

import sys

import pytest

from plan_tracker.language import Language
from program import EXAMPLES, Run, Write
from snapshot import same_as_snapshot

WIDTHS = (200, 120, 100, 80, 60, 40)
ENDS = """
[targets.a]
name = "A"
goal = 4
actual = { H1 = 1 }
owner = "X"
[targets.b]
name = "B"
goal = 4
actual = { H1 = 1 }
owner = "X"
"""


def as_terminal(patch: pytest.MonkeyPatch, width: int) -> None:
    """Standard output is a terminal of that width."""
    patch.setattr(sys.stdout, "isatty", lambda: True)
    patch.setenv("COLUMNS", str(width))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("plan", [path.stem for path in EXAMPLES])
def test_every_width(run: Run, monkeypatch: pytest.MonkeyPatch, plan: str, language: Language) -> None:
    file = next(path for path in EXAMPLES if path.stem == plan)
    shown = []
    for width in WIDTHS:
        as_terminal(monkeypatch, width)
        out = run("status", "-f", str(file), "--lang", language.value, "--color", "never").out
        shown.append(f"{'=' * width}\n{out}")
    assert same_as_snapshot(f"status/{plan}.{language.value}.txt", "\n".join(shown))


def test_ascii_and_a_pipe(run: Run) -> None:
    call = ("status", "-f", str(EXAMPLES[0]), "--lang", "zh")
    assert same_as_snapshot("status/targets.pipe.txt", run(*call).out)
    assert same_as_snapshot("status/targets.ascii.txt", run(*call, "--ascii").out)


def test_a_due_date_is_shown_only_where_it_is_not_the_end_of_the_plan(run: Run, plan: Write) -> None:
    assert "due" not in run("status", "-f", plan(ENDS)).out
    other = run("status", "-f", plan(ENDS + "due = 2024-09-30\n")).out
    assert other.count("2024-09-30") == 1
    assert "2024-12-31" not in other


def test_an_owner_is_not_repeated_under_its_heading(run: Run, plan: Write) -> None:
    lines = run("status", "-f", plan(ENDS), "--group-by", "owner").out.splitlines()
    assert [line for line in lines if line.startswith("X")] == [
        "X",
        "X · 2 behind · lagging: A, B · mean completion 25.0% (of 2)",
    ]


def test_further_lines_of_a_name_are_set_in_and_balanced(
    run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_terminal(monkeypatch, 40)
    names = '\nname = "蒙西托克托外送风光项目并网工程"\ngoal = 4\nactual = { H1 = 1 }\ngroup = '
    out = run(
        "status", "-f", plan(f'[targets.a]{names}"甲"\n[targets.b]{names}"乙"\n'), "--color", "never"
    ).out
    lines = [line[:20].strip() for line in out.splitlines()]
    assert "蒙西托克托外送风" in " ".join(lines)
    assert "  光项目并网工程" in out.splitlines()
