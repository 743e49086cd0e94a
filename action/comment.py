"""Tells in a pull request what the check found and what the request changes, in one comment kept up to date.

Run by `action.yml` in the checked repository, of which nothing is executed: no program that lies in it, no
setting of git that a folder of it brings along. If there can be no comment its cause is told; nothing fails.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

MARK = "<!-- plan-tracker -->"
AUTHOR = "github-actions[bot]"
"""Who writes with `github.token`: a comment of anybody else is left alone, though it bears the mark."""

LIMIT = 65_536
"""How many characters GitHub takes in a comment; those beyond U+FFFF count twice here, to be safe."""

PATIENCE = 120
"""Seconds to wait for an answer."""

LEFT_OUT = (
    "\n… {number} lines are left out, for a comment holds no more · 因评论篇幅所限，另有{number}行未列出\n"
)
NO_CHECK = "The plan could not be checked: the log of the job says why · 计划未能检查，原因见作业日志\n"


class Answer(NamedTuple):
    """What a program said, and why it failed: empty if it did not."""

    out: str
    fault: str = ""


def main() -> None:
    """Writes the comment; all it needs is in the environment."""
    given = os.environ
    plan, temp = given["PLAN"], Path(given["RUNNER_TEMP"])
    own_mark = f"<!-- {quote(plan).replace('--', '-%2D')} -->"
    checked = temp / "plan-tracker-check.md"
    found = checked.read_text(encoding="utf-8") if checked.exists() else ""
    file = temp / "plan-tracker-comment.md"
    text = comment(found or NO_CHECK, changes(plan, given["BASE"]), own_mark)
    file.write_text(text, encoding="utf-8", newline="")
    if fault := publish(f"repos/{given['GITHUB_REPOSITORY']}", given["NUMBER"], file, own_mark):
        print("::warning::no comment on the pull request: " + on_one_line(fault).replace("%", "%25"))


def comment(found: str, changed: str, own_mark: str) -> str:
    """The text of the comment, as long as GitHub takes; lines beyond that are counted, not shown.

    What one part does not need the other may have. The last line tells the comments of several plans apart.
    """
    gap = "\n" if changed else ""
    room = LIMIT - size(f"{MARK}\n{gap}{own_mark}\n") - 2 * size(LEFT_OUT.format(number=10**9))
    changed = cut(changed, max(room // 2, room - size(found)))
    found = cut(found, room - size(changed))
    return f"{MARK}\n{found}{gap}{changed}{own_mark}\n"


def cut(text: str, room: int) -> str:
    """The first lines of a text that fit, and how many do not."""
    lines = text.splitlines(keepends=True)
    for number, line in enumerate(lines):
        room -= size(line)
        if room < 0:
            return "".join(lines[:number]) + LEFT_OUT.format(number=len(lines) - number)
    return text


def size(text: str) -> int:
    """How many characters GitHub takes a text for, at most."""
    return len(text.encode("utf-16-le")) // 2


def changes(plan: str, base: str) -> str:
    """What `compare` tells since the base of the pull request; empty if it cannot."""
    git = ("git", "-C", os.fspath(Path(plan).parent))
    if run(*git, "cat-file", "-e", f"{base}^{{commit}}").fault:
        fetched = run(*git, "fetch", "--quiet", "--depth=1", "--no-recurse-submodules", "origin", base)
        if fetched.fault:
            print(f"the base of the pull request cannot be fetched: {on_one_line(fetched.fault)}")
    day, language = os.environ["AS_OF"], os.environ["SPOKEN"]
    options = [*([f"--as-of={day}"] if day else []), *([f"--lang={language}"] if language else [])]
    compare = (sys.executable, "-I", "-m", "plan_tracker", "compare")
    told = run(*compare, f"git:{base}", f"--file={plan}", *options, "--format=markdown")
    if told.fault:
        print(f"no word about changes: {on_one_line(told.fault)}")
    return told.out


def publish(repository: str, number: str, file: Path, own_mark: str) -> str:
    """Changes the action's own comment of this plan, or writes one; what failed, or empty."""
    comments = f"{repository}/issues/{number}/comments"
    marked = f'startswith("{MARK}") and (rtrimstr("\\n") | endswith("{own_mark}"))'
    own = f'.[] | select(.user.login == "{AUTHOR}" and (.body | {marked})) | .id'
    earlier = gh(f"{comments}?per_page=100", "--paginate", "--jq", own)
    if earlier.fault:
        return earlier.fault
    text = ("--silent", "--field", f"body=@{file}")
    if ids := earlier.out.split():
        changed = gh("--method", "PATCH", f"{repository}/issues/comments/{ids[0]}", *text)
        if "(HTTP 404)" not in changed.fault:  # else somebody has deleted it meanwhile
            return changed.fault
    return gh("--method", "POST", comments, *text).fault


def gh(*words: str) -> Answer:
    """Asks the GitHub of this runner, and no other; a fault is told as what it is."""
    token = os.environ["GH_TOKEN"]
    host = urlsplit(os.environ.get("GITHUB_SERVER_URL", "")).hostname or "github.com"
    answer = run("gh", "api", *words, GH_HOST=host, GH_TOKEN=token, GH_ENTERPRISE_TOKEN=token)
    return answer._replace(fault=meaning(answer.fault)) if answer.fault else answer


def meaning(fault: str) -> str:
    """What an answer of GitHub comes to, followed by its own words."""
    status, words = re.search(r"\(HTTP (\d{3})\)", fault), fault.lower()
    match status[1] if status else "":
        case "401":
            reason = "GitHub does not know the token"
        case "403" | "429" if "rate limit" in words:
            reason = "GitHub has had too many requests; try again later"
        case "403" if "locked" in words:
            reason = "its conversation is locked"
        case "403":
            reason = "the job needs the permission `pull-requests: write`, and from a fork it never has it"
        case "404":
            reason = "the pull request is not found, or the token may not see it"
        case "422" if "too long" in words:
            reason = "the text is too long"
        case "422":
            reason = "GitHub does not take the text"
        case code if code.startswith("5"):
            reason = "GitHub has a fault of its own; try again later"
        case "" if re.search(r"connect|dial|resolve|lookup|time ?out|no answer|network|tls|eof\b", words):
            reason = "GitHub cannot be reached"
        case _:
            return fault
    return f"{reason} ({fault})"


def run(name: str, *words: str, **variables: str) -> Answer:
    """Runs a program that does not lie in the checked repository, with further variables."""
    folders = programs(os.environ["PATH"])
    program = name if Path(name).is_absolute() else which(name, folders)
    if program is None:
        return Answer("", f"{name} is not installed on this runner")
    environment = safe(os.environ) | {"PATH": os.pathsep.join(folders)} | variables
    try:
        done = subprocess.run(
            [program, *words],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Answer("", f"no answer of {name} within {PATIENCE} seconds")
    said = done.stderr.decode("utf-8", errors="replace").strip()
    if done.returncode:
        return Answer("", said or f"{name} ended with {done.returncode}")
    return Answer(done.stdout.decode("utf-8", errors="replace"))


def programs(path: str) -> list[str]:
    """The folders of PATH that it names in full and that are no part of the checked repository."""
    here = Path.cwd().resolve()
    folders = (Path(each) for each in path.split(os.pathsep))
    return [
        os.fspath(each) for each in folders if each.is_absolute() and not each.resolve().is_relative_to(here)
    ]


def which(name: str, folders: list[str]) -> str | None:
    """The program of this name in one of these folders; Windows would look into the one at hand first."""
    file = f"{name}.exe" if os.name == "nt" else name
    found = (shutil.which(Path(folder) / file) for folder in folders)
    return next((program for program in found if program), None)


def safe(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without the token and what makes Python, git or a shell run a file of a folder.

    A folder may look like a bare repository and bring settings along that name programs: git is told to take
    only the repository around it.
    """
    unsafe = ("PYTHON", "PIP_", "GIT_", "GH_", "BASH_")
    kept = {key: value for key, value in environment.items() if not key.upper().startswith(unsafe)}
    settings = {"safe.bareRepository": "explicit", "core.fsmonitor": "false"}
    kept |= {"GIT_TERMINAL_PROMPT": "0", "GIT_CONFIG_COUNT": str(len(settings))}
    for number, (key, value) in enumerate(settings.items()):
        kept |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return kept


def on_one_line(text: str) -> str:
    """Text on one line of the log, in which nothing is a command."""
    return " ".join(text.split()).replace("##[", "## [")[:1000]


if __name__ == "__main__":
    main()
