"""A reader who leaves is no error; in the log of a runner no text of a plan is a command, by its rules."""

import csv
import errno
import json
import os
import re
from contextlib import nullcontext
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.program import Outcome, Run, Write
from plan_tracker.cli.streams import SafeStream

NAMES = [
    "::error::x",
    "\u3000::add-mask::x",
    "a##[stop-commands]x",
    "##[##[error]x",
    "::::",
    "a##vso[task.complete]x",
]
PLAN = "".join(
    f"""
[targets.t{number}]
name = {json.dumps(name, ensure_ascii=False)}
group = {json.dumps(name, ensure_ascii=False)}
owner = {json.dumps(name, ensure_ascii=False)}
unit = {json.dumps(name, ensure_ascii=False)}
source = {json.dumps(name, ensure_ascii=False)}
goal = 10
actual = {{ H1 = 1 }}
stated = {{ H1 = "11%" }}
[targets.t{number}.parts.{json.dumps(name, ensure_ascii=False)}]
goal = 3
actual = {{ H1 = 1 }}
"""
    for number, name in enumerate(NAMES)
)


def commands(text: str) -> list[str]:
    """The lines that a runner obeys: it trims blanks, and looks for `##[` or `##vso[` anywhere."""
    return [
        line
        for line in re.split(r"[\r\n]", text)
        if line.lstrip().startswith("::") or "##[" in line or "##vso[" in line.lower()
    ]


@pytest.fixture(params=["GITHUB_ACTIONS", "TF_BUILD"])
def log(run: Run, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `plan-tracker` where GitHub Actions keeps the log, or Azure Pipelines."""
    monkeypatch.setenv(request.param, "true")

    def call(*arguments: str) -> Outcome:
        return run(*arguments)

    return call


@given(
    st.lists(st.text(st.sampled_from(":#[ \t\r\n\u3000a")) | st.sampled_from(["##v", "##vso", "so[", "Vso"]))
)
def test_no_piece_nor_pieces_together_are_a_command(texts: list[str]) -> None:
    out = StringIO(newline="")
    stream = SafeStream(out, in_log=True)
    stream.writelines(texts)
    written = out.getvalue()
    assert commands(written) == []
    assert written.replace(" ", "") == "".join(texts).replace(" ", "")
    if not commands("".join(texts)):
        assert written == "".join(texts)


@pytest.mark.parametrize(
    "call",
    [
        ["status"],
        ["status", "--group-by", "owner", "--color", "always"],
        ["status", "--format", "markdown"],
        ["status", "--format", "json"],
        ["show", "t0"],
        ["show", "t2"],
        ["outlook"],
        ["outlook", "--format", "markdown"],
        ["check"],
        *(["check", "--format", form] for form in ("json", "gitlab", "junit", "markdown", "badge")),
        ["audit"],
        ["audit", "--format", "markdown"],
        ["compare", "old.toml"],
        ["compare", "old.toml", "--format", "markdown"],
        ["export", "--format", "markdown"],
        ["export", "--format", "html"],
        ["record", "t0", "H2", "2", "--dry-run"],
    ],
    ids=" ".join,
)
def test_no_name_of_a_plan_is_a_command(log: Run, plan: Write, call: list[str]) -> None:
    file = plan(PLAN)
    Path("old.toml").write_text(
        Path(file).read_text(encoding="utf-8").replace("= 10", "= 11"), encoding="utf-8"
    )
    done = log(call[0], *call[1:], "-f", file)
    assert done.code in (0, 1)
    assert any(word in done.out for word in ("error", "stop-commands", "failed"))
    assert commands(done.out + done.err) == []


def test_the_commands_for_github_are_our_own(log: Run, plan: Write) -> None:
    done = log("check", "-f", plan(PLAN), "--format", "github")
    found = commands(done.out)
    assert found
    assert all(re.match(r"::(error|warning) file=[^:]*::", line) for line in found)
    assert "##[" not in done.out
    assert commands(done.err) == []


@pytest.mark.parametrize(
    "call",
    [
        ["status", "-f", "::error::x"],
        ["status", "-f", "a##[error]x"],
        ["::error::x"],
        ["status", "--##[error]x"],
        ["status", "\n::error::x"],
        ["show", "##[error]x"],
        ["status", "--only", "##[error]x"],
        ["check", "--fail-on", "\n::error::x"],
        ["compare", "##[error]x"],
    ],
)
def test_what_was_typed_is_no_command(log: Run, plan: Write, call: list[str]) -> None:
    Path("targets.toml").write_text(Path(plan(PLAN)).read_text(encoding="utf-8"), encoding="utf-8")
    done = log(*call)
    assert done.code == 2
    assert commands(done.out + done.err) == []


@pytest.mark.parametrize("line", ['goal = "##[stop-commands]x"', "::error::x = 1", 'x##[error] = "a'])
def test_a_quoted_line_of_a_plan_is_no_command(log: Run, plan: Write, line: str) -> None:
    done = log("check", "-f", plan(f'[targets.a]\nname = "A"\n{line}\n'), "--format", "github")
    assert done.code == 2
    assert len(commands(done.out)) == done.out.count("::error file=") > 0
    assert "##[" not in done.out + done.err
    assert commands(done.err) == []


def test_data_for_programs_are_what_they_are(log: Run, plan: Write) -> None:
    file = plan(PLAN)
    rows = csv.DictReader(StringIO(log("export", "-f", file, "--no-parts").out))
    assert [row["name"] for row in rows] == NAMES
    found = json.loads(log("status", "-f", file, "--format", "json", "--no-parts").out)
    assert [target["name"] for target in found["targets"]] == NAMES


def test_elsewhere_a_text_stays_as_it_is(run: Run, plan: Write) -> None:
    done = run("show", "t0", "-f", plan(PLAN))
    assert done.out.startswith("::error::x (t0)\n")


@pytest.mark.parametrize(
    ("system", "number", "is_told"),
    [
        ("posix", errno.EPIPE, False),
        ("nt", errno.EPIPE, False),
        ("nt", errno.EINVAL, False),  # so Windows says it
        ("posix", errno.EINVAL, True),
        ("nt", errno.ENOSPC, True),
    ],
)
def test_a_reader_who_leaves_is_no_error_and_all_else_is(
    monkeypatch: pytest.MonkeyPatch, system: str, number: int, is_told: bool
) -> None:
    class Pipe(StringIO):
        def write(self, _: str) -> int:
            raise OSError(number, os.strerror(number))

        def flush(self) -> None:
            raise OSError(number, os.strerror(number))

    stream = SafeStream(Pipe(), in_log=False)
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(os, "name", system)
        for step in (lambda: stream.write("text"), stream.flush):
            with pytest.raises(OSError, match=re.escape(os.strerror(number))) if is_told else nullcontext():
                step()
