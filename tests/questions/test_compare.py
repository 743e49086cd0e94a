"""`compare`: what changed between two versions of a plan or two days of one, and what of it is refused."""

import json
import subprocess
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.program import EXAMPLE, EXAMPLES, ROOT, Run
from kit.snapshot import same_as_snapshot
from kit.tables import drawn
from plan_tracker.judging.evaluation import evaluate
from plan_tracker.judging.statuses import Status
from plan_tracker.questions.compare import GoalMove, StatusMove, compare, goal_move, refusals, status_move
from plan_tracker.reading.plan_file import load_file

BEFORE, AFTER = "tests/plans/before.toml", "tests/plans/after.toml"
HEAD = '[plan]\ntitle = "Plan"\nyear = 2024\nas_of = 2024-06-30\n'


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("form", "ending"), [("table", "txt"), ("json", "json"), ("markdown", "md")])
def test_each_format_says_all_that_changed(
    run: Run, monkeypatch: pytest.MonkeyPatch, form: str, ending: str, language: str
) -> None:
    monkeypatch.chdir(ROOT)
    words = "worse,goal_lowered,actual_revised,removed"
    done = run("compare", BEFORE, AFTER, "--format", form, "--lang", language, "--fail-on", words)
    assert (done.code, done.err) == (1, "")
    assert same_as_snapshot(f"compare/{form}.{language}.{ending}", done.out)


@pytest.mark.parametrize("width", [24, 40, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    from rich.cells import cell_len

    from plan_tracker.formats.terminal import compare as comparison_text
    from plan_tracker.language import Language
    from plan_tracker.reports.compare import compare_report

    old, new = (evaluate(load_file(ROOT / name).plan) for name in (BEFORE, AFTER))
    for language in Language:
        report = compare_report(compare(old, new), ("old", "new"), frozenset(), language)
        assert max(map(cell_len, drawn(comparison_text.write, report, width).splitlines())) <= width


@pytest.mark.parametrize("file", EXAMPLES)
def test_a_plan_compared_with_itself_has_not_changed(run: Run, file: Path) -> None:
    every = "worse,goal_lowered,actual_revised,removed"
    done = run("compare", str(file), str(file), "--lang", "en", "--fail-on", every)
    assert done.code == 0
    assert done.out.endswith("nothing changed\n")


# --- the rules

LADDER = [Status.DONE, Status.ON_PACE, Status.SLIPPING, Status.BEHIND, Status.MISSED]


@pytest.mark.parametrize("old", Status)
@pytest.mark.parametrize("new", Status)
def test_better_and_worse_are_opposites_among_what_is_judged(old: Status, new: Status) -> None:
    move, back = status_move(old, new), status_move(new, old)
    assert (move is None) == (old is new)
    if old in LADDER and new in LADDER and old is not new:
        assert {move, back} == {StatusMove.BETTER, StatusMove.WORSE}
        assert (move is StatusMove.WORSE) == (LADDER.index(new) > LADDER.index(old))
    assert not (move is back is StatusMove.WORSE)
    assert not (move is back is StatusMove.BETTER)


@pytest.mark.parametrize(
    ("old", "new", "move"),
    [
        (Status.BEHIND, Status.NOT_REPORTED, StatusMove.WORSE),  # a figure that vanishes hides a laggard
        (Status.NOT_REPORTED, Status.BEHIND, StatusMove.OTHER),
        (Status.NOT_REPORTED, Status.ON_PACE, StatusMove.BETTER),
        (Status.NOT_DUE, Status.ON_PACE, StatusMove.OTHER),
        (Status.NOT_DUE, Status.BEHIND, StatusMove.WORSE),
        (Status.BEHIND, Status.NO_GOAL, StatusMove.OTHER),
    ],
)
def test_statuses_that_do_not_judge(old: Status, new: Status, move: StatusMove) -> None:
    assert status_move(old, new) is move


TOTAL, CAP = "", 'direction = "at_most"\n'
HELD, CEILING = 'kind = "level"\n', 'kind = "level"\ndirection = "at_most"\n'
RISING, FALLING = 'kind = "level"\nbaseline = 1\n', 'kind = "level"\nbaseline = 99\n'


@pytest.mark.parametrize(
    ("keys", "more"),
    [
        (TOTAL, GoalMove.RAISED),
        (CAP, GoalMove.LOWERED),
        (HELD, GoalMove.RAISED),
        (CEILING, GoalMove.LOWERED),
        (RISING, GoalMove.RAISED),
        (FALLING, GoalMove.LOWERED),
    ],
)
@settings(deadline=None)  # it reads files
@given(low=st.decimals(2, 98, places=2), gap=st.decimals("0.01", "0.5", places=2))
def test_the_easier_goal_is_the_lowered_one(
    tmp_path_factory: pytest.TempPathFactory, keys: str, more: GoalMove, low: Decimal, gap: Decimal
) -> None:
    path = tmp_path_factory.mktemp("plan") / "plan.toml"
    targets = []
    for goal in (low, low + gap):
        path.write_text(
            f'{HEAD}[targets.a]\nname = "A"\nunit = "km"\ngoal = {goal}\n{keys}', encoding="utf-8"
        )
        targets.append(load_file(path).plan.targets[0])
    less = GoalMove.LOWERED if more is GoalMove.RAISED else GoalMove.RAISED
    assert goal_move(targets[0], targets[1]) is more
    assert goal_move(targets[1], targets[0]) is less
    assert goal_move(targets[0], targets[0]) is None


def changed(tmp_path: Path, old: str, new: str) -> set[str]:
    """What could be refused between two plans."""
    plans = []
    for name, text in (("old", old), ("new", new)):
        (tmp_path / name).write_text(HEAD + text, encoding="utf-8")
        plans.append(load_file(tmp_path / name).plan)
    now = evaluate(plans[1])
    found = compare(evaluate(plans[0], now.as_of), now).changes
    return {refusal.value for change in found for refusal in refusals(change)}


A = '[targets.a]\nname = "A"\nunit = "km"\ngoal = 10\nactual = { H1 = 5 }\n'


@pytest.mark.parametrize(
    ("new", "found"),
    [
        (A, set()),
        (A.replace("10", "9"), {"goal_lowered"}),
        (A.replace("10", "11"), {"worse"}),
        (A.replace('"km"', '"m"'), {"goal_lowered"}),
        (A.replace("goal = 10\n", ""), {"goal_lowered"}),
        (A.replace("= 5", "= 6"), {"actual_revised"}),
        (A.replace("= 5", "= 5.0"), set()),
        (A.replace("H1 = 5", "2024-06-30 = 5"), set()),
        (A.replace("H1 = 5", "H1 = 5, H2 = 10"), set()),
        (A.replace("{ H1 = 5 }", "{}"), {"actual_revised", "worse"}),
        (A.replace("targets.a", "targets.b"), {"removed"}),
        (A + 'note = "n"\n', set()),
    ],
)
def test_what_can_be_refused(tmp_path: Path, new: str, found: set[str]) -> None:
    assert changed(tmp_path, A, new) == found


def test_the_words_of_fail_on_are_checked(run: Run) -> None:
    done = run("compare", str(EXAMPLE), str(EXAMPLE), "--fail-on", "worst", "--lang", "en")
    assert done.code == 2
    assert done.err == "error: `worst` is none of: worse, goal_lowered, actual_revised, removed\n"


def test_the_old_version_is_judged_as_of_the_day_of_the_new(run: Run) -> None:
    Path("old.toml").write_text(HEAD.replace("06-30", "03-31") + A, encoding="utf-8")
    Path("new.toml").write_text(HEAD + A, encoding="utf-8")
    found = json.loads(run("compare", "old.toml", "new.toml", "--format", "json").out)
    assert (found["old"]["as_of"], found["new"]["as_of"], found["changes"]) == ("2024-06-30",) * 2 + ([],)
    again = json.loads(run("compare", "old.toml", "new.toml", "--format", "json", "--as-of", "Q1").out)
    assert (again["old"]["as_of"], again["new"]["as_of"]) == ("2024-03-31", "2024-03-31")


def test_two_days_of_one_plan(run: Run) -> None:
    text = HEAD + A.replace("H1 = 5", "Q1 = 3, H1 = 5, Q3 = 6")
    Path("targets.toml").write_text(text, encoding="utf-8")
    done = run("compare", "--as-of", "Q1..2024-09-30", "--fail-on", "worse")
    assert done.code == 1
    assert done.out == (
        "Plan: what changed\n"
        "targets.toml, from 2024-03-31 (Q1) to 2024-09-30 (Q3)\n"
        "on pace 1 → 0, behind 0 → 1, mean completion 30.0% → 60.0%\n"
        "\n"
        "change                    before   after\n"
        "A (a)\n"
        "  new actual for H1       none     5 km\n"
        "  new actual for Q3       none     6 km\n"
        "  STATUS WORSE            on pace  behind\n"
        "  lead moved by -20.0 pp  +5.0pp   -15.0pp\n"
        "\n"
        "refused: 1 with a worse status\n"
    )
    assert run("compare", "targets.toml", "--as-of", "Q1..Q3").out == done.out.rsplit("\n\n", 1)[0] + "\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "compare with what?"),
        (("a.toml", "b.toml", "--as-of", "Q1..Q2"), "two days are compared in one version"),
        (("--as-of", "Q1..Q9"), "there is no day `Q9`"),
        (("--as-of", ".."), "there is no day ``"),
        (("targets.toml", "--as-of", "soon"), "there is no day `soon`"),
    ],
)
def test_what_cannot_be_compared(run: Run, arguments: tuple[str, ...], says: str) -> None:
    Path("targets.toml").write_text(HEAD + A, encoding="utf-8")
    done = run("compare", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: {says}")


# --- git

Git = Callable[..., str]


@pytest.fixture
def git(monkeypatch: pytest.MonkeyPatch) -> Git:
    """Git in the folder of the test, which becomes a repository with one commit of one plan."""
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    Path(".git").rmdir()

    def call(*arguments: str) -> str:
        identity = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false"]
        done = subprocess.run(  # noqa: S603
            ["git", *identity, *arguments],  # noqa: S607
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    call("init", "--quiet", "--initial-branch=main")
    Path("targets.toml").write_text(HEAD + A, encoding="utf-8")
    call("add", ".")
    call("commit", "--quiet", "--message=one")
    return call


def test_a_revision_is_compared_with_the_file_as_it_is(run: Run, git: Git) -> None:
    Path("targets.toml").write_text(HEAD + A.replace("10", "8"), encoding="utf-8")
    for revision in ("HEAD", "main", "git:main", git("rev-parse", "HEAD").strip(), "main@{0}"):
        done = run("compare", revision, "--fail-on", "goal_lowered")
        assert done.code == 1
        name = revision.removeprefix("git:")
        assert done.out.splitlines()[1] == f"from {name} to targets.toml, as of 2024-06-30 (H1)"
        assert "  GOAL LOWERED            10 km   8 km\n" in done.out


def test_two_revisions_are_compared_from_a_folder_below(
    run: Run, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("targets.toml").write_text(HEAD + A.replace("10", "8"), encoding="utf-8")
    git("commit", "--quiet", "--all", "--message=two")
    Path("below").mkdir()
    monkeypatch.chdir("below")
    done = run("compare", "HEAD~1", "HEAD")
    assert (done.code, done.out.splitlines()[1]) == (0, "from HEAD~1 to HEAD, as of 2024-06-30 (H1)")
    assert "GOAL LOWERED" in done.out


def test_a_word_that_is_a_file_is_the_file_unless_git_is_said(run: Run, git: Git) -> None:
    Path("main").write_text(HEAD + A.replace("10", "7"), encoding="utf-8")
    assert "GOAL LOWERED" not in run("compare", "main").out
    assert "goal raised             7 km     10 km" in run("compare", "main").out
    assert run("compare", "git:main").out.endswith("nothing changed\n")
    assert git("status", "--short") == "?? main\n"


def test_an_old_version_that_is_no_valid_plan_is_named_as_such(run: Run, git: Git) -> None:
    Path("targets.toml").write_text(HEAD + A.replace("name", "nmae"), encoding="utf-8")
    git("commit", "--quiet", "--all", "--message=two")
    Path("targets.toml").write_text(HEAD + A, encoding="utf-8")
    done = run("compare", "HEAD")
    assert (done.code, done.out) == (2, "")
    assert "--> HEAD:targets.toml:6:1" in done.err


def test_a_file_that_was_not_there_yet_and_a_revision_that_never_was(run: Run, git: Git) -> None:
    Path("other.toml").write_text(HEAD + A, encoding="utf-8")
    missing = run("compare", "HEAD", "-f", "other.toml")
    assert (missing.code, missing.err) == (2, "error: there is no other.toml in `HEAD`\n")
    unknown = run("compare", "v1.0")
    assert unknown.code == 2
    assert unknown.err.startswith("error: `v1.0` is neither a file nor a revision of this repository\nhint: ")
    assert git("status", "--short") == "?? other.toml\n"


def test_nothing_that_begins_with_a_dash_reaches_git(run: Run, git: Git) -> None:
    for arguments in (
        ("--", "-x"),
        ("git:--output=stolen",),
        ("HEAD", "git:--output=stolen"),
        ("HEAD", "--file=-x"),
        ("git:HEAD", "git:HEAD", "--file=--output=stolen"),
    ):
        done = run("compare", *arguments)
        assert done.code == 2
        assert done.out == ""
    assert "`-x` begins with `-`" in run("compare", "--", "-x").err
    assert git("status", "--short") == ""


@pytest.mark.parametrize("revision", ["$(touch x)", "HEAD; touch x", "HEAD:targets.toml", "HEAD\n--help", ""])
def test_a_hostile_revision_is_only_no_revision(run: Run, git: Git, revision: str) -> None:
    done = run("compare", f"git:{revision}")
    assert (done.code, done.out) == (2, "")
    assert "is neither a file nor a revision" in done.err
    assert git("status", "--short") == ""


def test_outside_a_repository_the_error_says_so(run: Run) -> None:
    Path(".git").rmdir()
    Path("targets.toml").write_text(HEAD + A, encoding="utf-8")
    done = run("compare", "HEAD")
    assert (done.code, done.out) == (2, "")
    assert "is in no git repository, so there is no revision `HEAD`" in done.err


def test_the_bytes_of_a_revision_are_read_as_a_file_is(run: Run, git: Git) -> None:
    text = HEAD + A.replace('"A"', '"投资"')
    Path("targets.toml").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    git("commit", "--quiet", "--all", "--message=two")
    Path("targets.toml").write_text(text, encoding="utf-8")
    assert run("compare", "HEAD").out.endswith("nothing changed\n")
    assert evaluate(load_file(Path("targets.toml")).plan).as_of == date(2024, 6, 30)


def test_a_comment_stays_within_the_limit_of_github(run: Run) -> None:
    for name, actual in (("old", 4), ("new", 5)):
        many = "".join(
            f'[targets.t{number}]\nname = "{"长" * 100}"\ngoal = 10\nactual = {{ H1 = {actual} }}\n'
            for number in range(500)
        )
        Path(f"{name}.toml").write_text(HEAD + many, encoding="utf-8")
    done = run("compare", "old.toml", "new.toml", "--format", "markdown")
    assert len(done.out) < 65_536
    assert done.out.endswith(" more, left out for want of room\n")
