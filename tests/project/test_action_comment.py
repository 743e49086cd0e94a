"""The comment of the action: its own, up to date, never too long, its faults told as what they are."""

import os
import re
import runpy
import sys
from pathlib import Path

import pytest

from kit.checkout import HOSTILE, check, git
from kit.program import EXAMPLE, ROOT
from kit.pull_request import Request, lower_a_goal
from kit.runner import COMMENT, Runner

pytestmark = pytest.mark.skipif(
    sys.platform == "win32",
    reason="`gh` is a script of a POSIX shell here; the workflow `plan` runs the action",
)


SCRIPT = runpy.run_path(str(ROOT / "action" / "comment.py"))
"""What the script defines."""


def test_a_comment_tells_the_check_and_what_changed(folder: Path, base: str) -> None:
    request = Request(folder)
    lower_a_goal(folder)
    check(folder)
    done = request.comment(base)
    assert (done.code, done.log) == (0, "")
    (body,) = request.bodies()
    assert request.state()["requests"][-1] == ["POST", "repos/owner/repo/issues/7/comments"]
    assert body.startswith("<!-- plan-tracker -->\n## ")
    assert body.endswith("\n<!-- targets.toml -->\n")
    assert "| **不通过** " in body
    assert re.search(r"\| 引进亿元以上项目 \| .*400个 \| 300个 \|", body)
    assert (request.state()["token"], request.state()["host"]) == ("t0ken", "github.com")


def test_the_comment_is_kept_up_to_date_and_not_doubled(folder: Path, base: str) -> None:
    request = Request(folder)
    others = {"user": {"login": "somebody"}, "body": "first"}
    request.set(comments=[{"id": number, **others} for number in range(5)])
    for _ in range(3):
        assert request.comment(base).log == ""
    assert request.bodies()[:5] == ["first"] * 5
    assert len(request.bodies()) == 6
    assert [method for method, _ in request.state()["requests"]] == [
        "GET",
        "POST",
        "GET",
        "PATCH",
        "GET",
        "PATCH",
    ]


def test_the_comments_of_others_are_left_alone_whatever_their_marks(folder: Path, base: str) -> None:
    request = Request(folder)
    body = "<!-- plan-tracker -->\nall is well\n<!-- targets.toml -->\n"
    authors = ({"login": "mallory"}, {"login": "github-actions"}, None)
    forged = [{"id": number, "user": author, "body": body} for number, author in enumerate(authors)]
    request.set(comments=forged)
    assert request.comment(base).log == ""
    assert request.state()["comments"][:-1] == forged


def test_two_plans_have_two_comments(folder: Path, base: str) -> None:
    request = Request(folder)
    (folder / "a -- b>.toml").write_bytes(EXAMPLE.read_bytes())
    for _ in range(2):
        for name in ("targets.toml", "a -- b>.toml"):
            assert request.comment(base, file=name).code == 0
    assert [body.splitlines()[-1] for body in request.bodies()] == [
        "<!-- targets.toml -->",
        "<!-- a%20-%2D%20b%3E.toml -->",
    ]


def test_a_comment_that_was_deleted_meanwhile_is_written_anew(folder: Path, base: str) -> None:
    request = Request(folder)
    request.comment(base)
    request.set(faults={"PATCH": "gh: Not Found (HTTP 404)"})
    assert request.comment(base).log == ""
    assert request.state()["requests"][-1][0] == "POST"


NO_PERMISSION = (
    "gh: Resource not accessible by integration (HTTP 403)",
    "needs the permission `pull-requests: write`",
)
TWO_LINES = (
    "gh: Validation Failed (HTTP 422)\nBody is too long (maximum is 65536 characters)",
    "text is too long",
)
NO_WORDS = ("something else 50% ##[error]", "no comment on the pull request: something else 50%25 ## [error]")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        NO_PERMISSION,
        ("gh: Unable to create comment because issue is locked. (HTTP 403)", "conversation is locked"),
        ("gh: API rate limit exceeded for installation (HTTP 403)", "too many requests"),
        ("gh: You have exceeded a secondary rate limit (HTTP 429)", "too many requests"),
        ("gh: Not Found (HTTP 404)", "the pull request is not found"),
        ("gh: Bad credentials (HTTP 401)", "does not know the token"),
        TWO_LINES,
        ("gh: Validation Failed (HTTP 422)", "does not take the text"),
        ("gh: Server Error (HTTP 502)", "a fault of its own"),
        ("error connecting to api.github.com\ncheck your internet connection", "cannot be reached"),
        ("dial tcp: lookup api.github.com: no such host", "cannot be reached"),
        ("something else 50%", "something else 50%"),
    ],
)
def test_what_failed_is_told_as_what_it_is(fault: str, told: str) -> None:
    said = SCRIPT["meaning"](fault)
    assert told in said
    assert fault in said


def test_whatever_failed_is_one_warning_of_the_log(folder: Path, base: str) -> None:
    request = Request(folder)
    for method, (fault, told) in (("GET", NO_PERMISSION), ("POST", TWO_LINES), ("POST", NO_WORDS)):
        request.set(faults={method: fault})
        done = request.comment(base)
        assert done.code == 0
        assert done.log.startswith("::warning::no comment on the pull request: ")
        assert told in done.log
        assert done.log.count("\n") == 1
        assert fault.partition("\n")[0].partition("%")[0] in done.log
    assert request.bodies() == []


def test_a_runner_without_gh_is_told(folder: Path, base: str) -> None:
    folders = os.environ["PATH"].split(":")
    path = ":".join(each for each in folders if not (Path(each) / "gh").exists())
    done = Runner(folder, {"PATH": path}).run(COMMENT, {"github.event.pull_request.base.sha": base})
    assert (done.code, done.log) == (
        0,
        "::warning::no comment on the pull request: gh is not installed on this runner\n",
    )


@pytest.mark.parametrize("letter", ["a", "长", "😀"])
@pytest.mark.parametrize(("found", "changed"), [(900, 900), (900, 0), (900, 1), (1, 900), (0, 900)])
def test_a_text_is_cut_by_lines_to_what_github_takes(letter: str, found: int, changed: int) -> None:
    line = letter * 90 + "\n"
    body = SCRIPT["comment"](line * found, line * changed, "<!-- x -->")
    size = len(body.encode("utf-16-le")) // 2
    assert 65_536 - 600 < size <= 65_536 or (size < 65_536 and "left out" not in body)
    left_out = [int(number) for number in re.findall(r"\n… (\d+) lines are left out", body)]
    assert body.count(line) + sum(left_out) == found + changed
    assert found != changed or max(left_out) - min(left_out) <= 2  # half of the room for each


@pytest.mark.parametrize("changed", [True, False])
def test_a_comment_is_never_longer_than_github_takes_and_says_what_is_cut(
    folder: Path, base: str, *, changed: bool
) -> None:
    head = '[plan]\ntitle = "P"\nyear = 2024\nas_of = 2024-06-30\n'
    many = "".join(
        f'[targets.t{number}]\nname = "{"😀" * 90}"\ngoal = 10\nactual = {{ H1 = 1 }}\n'
        for number in range(400)
    )
    (folder / "targets.toml").write_text(head + many, encoding="utf-8")
    if changed:
        git(folder, "commit", "-qam", "two")
        base = git(folder, "rev-parse", "HEAD")
        (folder / "targets.toml").write_text(head + many.replace("goal = 10", "goal = 9"), encoding="utf-8")
    request = Request(folder)
    check(folder)
    assert request.comment(base).log == ""
    (body,) = request.bodies()
    assert 55_000 < len(body.encode("utf-16-le")) // 2 <= 65_536
    assert body.endswith("\n<!-- targets.toml -->\n")
    said = [int(number) for number in re.findall(r"\n… (\d+) lines are left out", body)]
    assert len(said) == 2
    checked = (folder.parent / "runner" / "plan-tracker-check.md").read_text(encoding="utf-8")
    shown = body.split("\n… ")[0].removeprefix("<!-- plan-tracker -->\n").count("\n")
    assert said[0] == checked.count("\n") - shown


def test_one_name_longer_than_a_comment_is_cut_too(folder: Path, base: str) -> None:
    text = f'[plan]\ntitle = "{"x" * 70_000}"\nyear = 2024\n[targets.a]\nname = "A"\ngoal = 1\n'
    (folder / "targets.toml").write_text(text, encoding="utf-8")
    request = Request(folder)
    check(folder)
    assert request.comment(base).log == ""
    (body,) = request.bodies()
    assert len(body) <= 65_536
    assert "lines are left out" in body


def test_a_plan_that_is_new_or_broken_is_still_commented_on(folder: Path, base: str) -> None:
    (folder / "new.toml").write_text("[plan]\n", encoding="utf-8")
    request = Request(folder)
    check(folder, file="new.toml")
    done = request.comment(base, file="new.toml")
    assert done.code == 0
    assert done.log.startswith("no word about changes: error: ")
    assert "| **ERROR** | new.toml:1 |" in request.bodies()[0]


def test_a_check_that_said_nothing_is_told(folder: Path, base: str) -> None:
    request = Request(folder)
    check(folder, max_lag="much")
    request.comment(base)
    assert "The plan could not be checked" in request.bodies()[0]


def test_the_day_and_the_language_reach_the_comment(folder: Path, base: str) -> None:
    lower_a_goal(folder)
    request = Request(folder)
    inputs = {"as_of": "Q1", "lang": "en"}
    check(folder, **inputs)
    assert request.comment(base, **inputs).log == ""
    assert "as of 2024-03-31 (Q1)" in request.bodies()[0]


def test_a_base_that_is_not_there_is_fetched_and_a_full_history_stays_full(folder: Path, base: str) -> None:
    lower_a_goal(folder)
    git(folder, "commit", "-qam", "two")
    shallow = folder.parent / "shallow"
    git(folder, "clone", "-q", "--depth=1", f"file://{folder}", str(shallow))
    git(folder, "config", "uploadpack.allowAnySHA1InWant", "true")
    request = Request(shallow)
    assert request.comment(base).log == ""
    assert "300个" in request.bodies()[0]
    request.runner.folder = folder
    assert request.comment(base).log == ""
    assert not (folder / ".git" / "shallow").exists()


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_file_name_is_no_command_in_the_comment_either(folder: Path, base: str, value: str) -> None:
    before = sorted(folder.iterdir())
    request = Request(folder)
    done = request.comment(base, file=value)
    assert done.code == 0
    assert sorted(folder.iterdir()) == before
    assert len(request.bodies()) == 1
    assert "\nstatus=passed" not in done.log
