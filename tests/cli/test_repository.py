"""Versions of a plan from git: which is meant, what is said where there is none, and that nothing runs."""

import os
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import copytree

import pytest

from kit import checkout
from kit.comparing import target
from kit.program import Run

HEAD = '[plan]\ntitle = "Plan"\nyear = 2024\nas_of = 2024-06-30\n'
A = target()
PLACES = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")
"""Variables of git that would lead it elsewhere."""


Git = Callable[..., str]


@pytest.fixture(scope="module")
def _committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("repository")
    with pytest.MonkeyPatch.context() as patch:
        for name in PLACES:
            patch.delenv(name, raising=False)
        checkout.git(folder, "init", "--quiet", "--template=", "--initial-branch=main")
        (folder / "targets.toml").write_text(HEAD + A, encoding="utf-8")
        checkout.git(folder, "add", ".")
        checkout.git(folder, "commit", "--quiet", "--message=one")
    return folder


@pytest.fixture
def git(_committed: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Git in the folder of the test, which becomes a repository with one commit of one plan."""
    for name in PLACES:
        monkeypatch.delenv(name, raising=False)
    copytree(_committed, Path.cwd(), dirs_exist_ok=True)
    return partial(checkout.git, Path())


def test_a_revision_is_compared_with_the_file_as_it_is(run: Run, git: Git) -> None:
    Path("targets.toml").write_text(HEAD + A.replace("10", "8"), encoding="utf-8")
    git("tag", "--annotate", "--message=first", "月报")
    commit = git("rev-parse", "HEAD")
    for revision in ("HEAD", "main", "git:main", commit, "main@{0}", "月报", ":/one", "HEAD^{/o?ne}"):
        done = run("compare", revision, "--fail-on", "goal_lowered")
        assert done.code == 1
        name = revision.removeprefix("git:")
        assert done.out.splitlines()[1] == f"from {name} to targets.toml, as of 2024-06-30 (H1)"
        assert re.search("GOAL LOWERED +10 km +8 km\n", done.out)


@pytest.mark.usefixtures("git")
def test_a_repository_of_somebody_else_is_answered_with_how_to_trust_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # as git's own tests do
    done = run("compare", "HEAD")
    assert (done.code, done.out) == (2, "")
    said, hint = done.err.splitlines()
    assert said.startswith("error: git reports: ")
    assert hint == f"hint: if you trust it: git config --global --add safe.directory {Path.cwd()}"


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
    assert re.search("goal raised +7 km +10 km", run("compare", "main").out)
    assert run("compare", "git:main").out.endswith("nothing changed\n")
    assert git("status", "--short") == "?? main"


@pytest.mark.parametrize(
    ("words", "change"), [("HEAD b.toml", "raised +7 km +9"), ("b.toml HEAD", "lowered +9 km +7")]
)
def test_a_revision_beside_another_file_is_of_that_file(run: Run, git: Git, words: str, change: str) -> None:
    Path("b.toml").write_text(HEAD + A.replace("10", "7"), encoding="utf-8")
    git("add", "b.toml")
    git("commit", "--quiet", "--message=two")
    Path("b.toml").write_text(HEAD + A.replace("10", "9"), encoding="utf-8")
    assert re.search(f"(?i)goal {change} km", run("compare", *words.split()).out)


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
    assert run("compare", "git:HEAD:none.toml").err == "error: there is no none.toml in `HEAD`\n"
    unknown = run("compare", "v1.0")
    assert unknown.code == 2
    assert unknown.err.startswith("error: `v1.0` is neither a file nor a revision of this repository\nhint: ")
    assert git("status", "--short") == "?? other.toml"


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
    assert "`-x` begins with `-`, which is not allowed here" in run("compare", "--", "-x").err
    assert git("status", "--short") == ""


@pytest.mark.parametrize(
    "revision", ["$(touch x)", "HEAD; touch x", "HEAD:", ":0:targets.toml", "", "HEAD^{/x:y}"]
)
def test_a_hostile_revision_is_only_no_revision(run: Run, git: Git, revision: str) -> None:
    done = run("compare", f"git:{revision}")
    assert (done.code, done.out) == (2, "")
    assert "is neither a file nor a revision" in done.err
    assert git("status", "--short") == ""


@pytest.mark.parametrize("prefix", ["", "git:"])
@pytest.mark.parametrize(
    "word",
    [
        "x" * 100_000,
        "x" * 300_000,
        "HEAD\n--help",
        "a\r\n::error::b",
        "HEAD\0",
        "\x1b[2J",
        "\u202e",
        "\udcff",
    ],
)
def test_a_word_that_can_be_no_revision_ends_with_one_line(
    run: Run, git: Git, prefix: str, word: str
) -> None:
    for arguments in ((prefix + word,), ("HEAD", prefix + word), (f"{prefix}HEAD:{word}",)):
        done = run("compare", *arguments)
        assert (done.code, done.out) == (2, "")
        (line,) = done.err.split("\n")[:-1]
        assert line.isprintable()
        assert len(line) < 600
    assert git("status", "--short") == ""


def test_outside_a_repository_the_error_says_so(run: Run) -> None:
    Path(".git").rmdir()
    Path("targets.toml").write_text(HEAD + A, encoding="utf-8")
    done = run("compare", "HEAD")
    assert (done.code, done.out) == (2, "")
    assert "there is no file `HEAD`, and no such revision: " in done.err


def test_the_bytes_of_a_revision_are_read_as_a_file_is(run: Run, git: Git) -> None:
    text = HEAD + A.replace('"A"', '"投资"')
    Path("targets.toml").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    git("commit", "--quiet", "--all", "--message=two")
    Path("targets.toml").write_text(text, encoding="utf-8")
    assert run("compare", "HEAD").out.endswith("nothing changed\n")


# --- a plan that was moved


def test_a_plan_that_was_moved_is_named_with_its_revision(
    run: Run, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("plans").mkdir()
    git("mv", "targets.toml", "plans/2024.toml")
    git("commit", "--quiet", "--message=moved")
    Path("plans/2024.toml").write_text(HEAD + A.replace("10", "8"), encoding="utf-8")
    lost = run("compare", "HEAD~1", "-f", "plans/2024.toml")
    assert (lost.code, lost.out) == (2, "")
    assert lost.err == (
        "error: there is no plans/2024.toml in `HEAD~1`\n"
        "hint: the file had another name there: git:HEAD~1:targets.toml\n"
    )
    done = run("compare", "git:HEAD~1:targets.toml", "-f", "plans/2024.toml", "--fail-on", "goal_lowered")
    assert done.code == 1
    assert done.out.splitlines()[1] == ("from HEAD~1:targets.toml to plans/2024.toml, as of 2024-06-30 (H1)")
    assert run("compare", "git:HEAD~1:targets.toml", "git:HEAD:plans/2024.toml").out.endswith(
        "nothing changed\n"
    )
    monkeypatch.chdir("plans")
    assert "GOAL LOWERED" in run("compare", "git:HEAD~1:targets.toml", "2024.toml").out
    assert "GOAL LOWERED" in run("compare", "HEAD:./2024.toml", "2024.toml").out


def test_the_old_name_is_found_through_several_moves_and_before_the_last_is_committed(
    run: Run, git: Git
) -> None:
    text = HEAD + A + "".join(target(key=f"t{number}") for number in range(20))
    Path("targets.toml").write_text(text, encoding="utf-8")
    git("commit", "--quiet", "--all", "--message=more")
    git("mv", "targets.toml", "计划.toml")
    git("commit", "--quiet", "--message=moved")
    git("mv", "计划.toml", "plan of 2024.toml")
    Path("plan of 2024.toml").write_text(text.replace("goal = 10", "goal = 9", 1), encoding="utf-8")
    for revision, name in (("HEAD", "计划.toml"), ("HEAD~1", "targets.toml")):
        lost = run("compare", revision, "-f", "plan of 2024.toml")
        assert lost.err.endswith(f"\nhint: the file had another name there: git:{revision}:{name}\n")
        assert "GOAL LOWERED" in run("compare", f"git:{revision}:{name}", "-f", "plan of 2024.toml").out


def test_a_version_of_a_moved_plan_that_is_no_plan_is_named_as_such(run: Run, git: Git) -> None:
    Path("old.toml").write_text("x = 1\n", encoding="utf-8")
    git("add", ".")
    git("commit", "--quiet", "--message=two")
    done = run("compare", "git:HEAD:old.toml")
    assert (done.code, done.out) == (2, "")
    assert "--> HEAD:old.toml:1:1" in done.err


# --- nothing of the repository runs, and nothing is waited for without end


def hostile(folder: Path) -> tuple[Path, Path]:
    """A program that leaves a mark, and its mark."""
    mark, program = folder / "it-ran", folder / "program.sh"
    program.write_text(f"#!/bin/sh\ntouch {mark}\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    return program, mark


def test_no_program_that_a_repository_names_is_run(run: Run, git: Git, tmp_path: Path) -> None:
    program, mark = hostile(tmp_path)
    Path(".gitattributes").write_text("*.toml filter=x diff=x\n", encoding="utf-8")
    git("mv", "targets.toml", "moved.toml")
    git("add", ".")
    git("commit", "--quiet", "--message=two")
    git("mv", "moved.toml", "plan.toml")
    settings = (
        *("core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "gpg.program", "diff.external"),
        *("filter.x.clean", "filter.x.smudge", "filter.x.process", "diff.x.command", "diff.x.textconv"),
        *("core.gitProxy", "core.askPass", "credential.helper", "pager.log", "pager.rev-parse"),
    )
    for setting in settings:
        git("config", setting, str(program))
    git("config", "log.showSignature", "true")
    git("config", "core.hooksPath", str(tmp_path))
    for arguments in (("HEAD~1",), ("HEAD",), ("git:HEAD~1:targets.toml",), ("git:HEAD:moved.toml", "HEAD")):
        run("compare", *arguments, "-f", "plan.toml")
    assert run("compare", "git:HEAD~1:targets.toml", "-f", "plan.toml").code == 0
    assert not mark.exists()


def test_what_a_partial_clone_lacks_is_not_fetched(run: Run, git: Git, tmp_path: Path) -> None:
    program, mark = hostile(tmp_path)
    blob = git("rev-parse", "HEAD:targets.toml")
    Path(".git/objects", blob[:2], blob[2:]).unlink()
    git("config", "remote.origin.url", f"ext::{program}")
    git("config", "remote.origin.promisor", "true")
    git("config", "protocol.ext.allow", "always")
    git("config", "core.repositoryFormatVersion", "1")
    git("config", "extensions.partialClone", "origin")
    for word in ("HEAD", "git:HEAD:targets.toml"):
        done = run("compare", word)
        assert (done.code, done.out) == (2, "")
        assert done.err == (
            "error: this clone has not fetched targets.toml of `HEAD`\n"
            "hint: fetch it, git show HEAD:targets.toml, or clone without a filter (blob:none, tree:0)\n"
        )
    assert not mark.exists()


@pytest.mark.parametrize("filtered", ["blob:none", "tree:0"])
def test_a_file_that_a_partial_clone_lacks_is_there_once_git_has_shown_it(
    run: Run, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, filtered: str
) -> None:
    Path("below").mkdir()
    git("mv", "targets.toml", "below/targets.toml")
    git("commit", "--quiet", "--message=one")
    Path("below/targets.toml").write_text(HEAD + A.replace("10", "8"), encoding="utf-8")
    git("commit", "--quiet", "--all", "--message=two")
    git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    git("clone", "--quiet", f"--filter={filtered}", Path.cwd().as_uri(), str(clone))
    monkeypatch.chdir(clone / "below")
    done = run("compare", "HEAD~1", "--lang", "zh")
    assert (done.code, done.out) == (2, "")
    said, hint = done.err.splitlines()
    assert said == "错误：本地克隆未取得 `HEAD~1` 中的 below/targets.toml"
    assert "git show HEAD~1:below/targets.toml；" in hint
    checkout.git(Path(), "show", "HEAD~1:below/targets.toml")
    assert run("compare", "HEAD~1", "--fail-on", "goal_lowered").code == 1
    assert "there is no nope.toml in `HEAD~1`\n" in run("compare", "git:HEAD~1:nope.toml").err


def test_git_that_does_not_answer_is_not_waited_for(
    run: Run, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plan_tracker.cli import repository

    git("tag", "first")
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nsleep 20\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}:/usr/bin:/bin")
    monkeypatch.setattr(repository, "SECONDS", 0.2)
    done = run("compare", "first")
    assert (done.code, done.out) == (2, "")
    assert done.err == "error: git did not answer within 0.2 seconds when asked for `first`\n"


def test_git_is_not_taken_from_the_folder_of_the_plan(
    run: Run, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("tag", "first")
    program, mark = hostile(tmp_path)
    program.rename("git")
    monkeypatch.setenv("PATH", ".:" + os.environ["PATH"])
    assert run("compare", "first").out.endswith("nothing changed\n")
    assert not mark.exists()
    monkeypatch.setenv("PATH", ".")
    assert run("compare", "HEAD").err == "error: git is not installed\n"


def test_git_is_found_though_a_folder_before_it_may_not_be_looked_into(
    run: Run, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("tag", "first")
    monkeypatch.setenv("PATH", f"/{'x' * 300}:{os.environ['PATH']}")  # fails alike, for root too
    assert run("compare", "first").out.endswith("nothing changed\n")


def test_the_repository_is_the_one_around_the_plan_whatever_a_hook_of_git_names(
    run: Run, git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    below = Path("below")
    below.mkdir()
    (below / "targets.toml").write_text(HEAD + A.replace("10", "8"), encoding="utf-8")
    git("add", ".")
    git("commit", "--quiet", "--message=two")
    checkout.git(tmp_path, "init", "--quiet", "other")
    for name in (str(Path(".git").absolute()), ".git", str(tmp_path / "other" / ".git")):
        monkeypatch.setenv("GIT_DIR", name)
        monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
        done = run("compare", "HEAD", "-f", "below/targets.toml")
        assert (done.code, done.out.splitlines()[2:]) == (0, ["nothing changed"]), name


def test_a_revision_that_git_doubts_is_refused_with_what_git_says(run: Run, git: Git) -> None:
    by_day = "git rev-list -1 --before=2024-06-30 HEAD finds that of a day"
    hint = f"hint: name a commit: git log lists them, {by_day}"
    done = run("compare", "HEAD@{2.years.ago}")
    assert (done.code, done.out) == (2, "")
    assert re.match(r"error: git reports: log for 'HEAD' only goes back to .+\n" + hint, done.err)
    git("branch", "v1")
    git("tag", "v1")
    done = run("compare", "v1")
    assert (done.code, done.out, done.err) == (
        2,
        "",
        f"error: git reports: refname 'v1' is ambiguous.\n{hint}\n",
    )
    assert run("compare", "tags/v1").code == run("compare", "refs/heads/v1").code == 0


@pytest.mark.usefixtures("git")
@pytest.mark.parametrize(
    ("revision", "words"),
    [
        ("HEAD..main", "HEAD main"),
        ("main...HEAD", "main HEAD"),
        ("git:HEAD~1..", "HEAD~1 HEAD"),
        ("..x y", "HEAD 'x y'"),
    ],
)
def test_a_range_is_answered_with_its_two_words(run: Run, revision: str, words: str) -> None:
    done = run("compare", revision)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(f"\nhint: write two revisions as two words: compare {words}\n")
