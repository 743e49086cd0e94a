"""Which file is read, and what is said of one that cannot be."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kit.forks import PROGRAM, Forks
from kit.program import EXAMPLE, Run, Write
from plan_tracker.language import Language
from plan_tracker.problems import PlanError
from plan_tracker.reading.plan_file import find, load

PLAN = '[plan]\ntitle = "Plan"\nyear = 2024\n[targets.a]\nname = "A"\ngoal = 2\nactual = { H1 = 1 }\n'


def test_without_a_plan_here_or_above_the_user_is_told_how_to_begin(run: Run) -> None:
    done = run("status")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "error: no plan found: there is no targets.toml in this folder or above it\n"
        "hint: run `plan-tracker init` to start a plan\n"
    )


def test_a_missing_file_is_named(run: Run) -> None:
    done = run("status", "-f", "gone.toml", "--lang", "zh")
    assert (done.code, done.out) == (2, "")
    assert done.err == "错误：找不到文件 gone.toml\n提示：请检查文件名和所在文件夹\n"


def test_a_folder_is_no_plan_to_write_into(run: Run, tmp_path: Path) -> None:
    done = run("record", "-f", str(tmp_path), "a", "H1", "1")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [
        f"error: {tmp_path} is a folder",
        f"hint: name the plan file in the folder: -f {tmp_path}{os.sep}targets.toml",
    ]


def test_a_folder_is_told_as_one_also_where_the_system_says_that_it_is_not_permitted(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:  # as Windows answers
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(io, "open", refused)
    assert run("record", "-f", str(tmp_path), "a", "H1", "1").err.startswith(
        f"error: {tmp_path} is a folder\n"
    )


def test_a_file_that_cannot_be_opened_is_refused_with_the_systems_reason(run: Run, tmp_path: Path) -> None:
    loop = tmp_path / "loop.toml"
    loop.symlink_to(loop)  # root may read any file, but nobody can read this one
    done = run("status", "-f", str(loop))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: {loop} cannot be read: ")


@pytest.mark.parametrize(
    ("name", "content", "hint"),
    [
        ("t.csv", b"name,goal\nA,3\n", "to make a plan of a table: plan-tracker import t.csv"),
        ("t.XLSX", b"PK\x03\x04\xff\xfe", "to make a plan of a table: plan-tracker import t.XLSX"),
        ("t.json", b'{"plan": {}}', "name the plan's file, which ends in .toml"),
        ("t.docx", b"PK\x03\x04\xff\xfe", "name the plan's file, which ends in .toml"),
    ],
)
def test_a_file_of_another_kind_is_called_that(
    run: Run, tmp_path: Path, name: str, content: bytes, hint: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    said = f"error: {file} is not a plan: plans are TOML files\nhint: {hint.replace(name, str(file))}\n"
    for command in ("status", "check", "validate"):
        done = run(command, "-f", str(file))
        assert done.code == 2
        assert said in (done.err, done.out)


def test_a_plan_is_read_whatever_its_name_and_a_slip_in_a_text_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(PLAN, encoding="utf-8")
    (tmp_path / "plan.txt").write_text(PLAN + "goal: 3", encoding="utf-8")
    assert run("validate", "-f", str(tmp_path / "plan.csv")).code == 0
    assert "plan.txt:8:5" in run("status", "-f", str(tmp_path / "plan.txt")).err


@pytest.mark.parametrize(
    ("command", "device"),
    [("status", "/dev/zero"), ("validate", "/dev/zero"), ("check", "/dev/zero"), ("status", "/dev/full")],
)
def test_what_has_no_end_is_no_plan(run: Run, command: str, device: str) -> None:
    if not Path(device).exists():
        pytest.skip("this system has no such device")
    done = run(command, "-f", device)
    assert (done.code, done.err) == (2, f"error: {device} is larger than 256 MB: too large for a plan\n")
    assert run("record", "-f", device, "a", "H1", "1").code == 2


def test_a_pipe_without_end_is_no_plan(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes")
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["/bin/sh", "-c", "exec cat /dev/zero > pipe"], cwd=tmp_path) as endless:
        done = subprocess.run(
            [sys.executable, "-m", "plan_tracker", "status", "-f", "pipe"],
            cwd=tmp_path,
            check=False,
            capture_output=True,
            timeout=60,
        )
        endless.wait(10)
    assert done.returncode == 2
    assert b"pipe" in done.stderr


@pytest.mark.parametrize("name", ["nul\0.toml", "escape\x1b[2J.toml", "x" * 300])
def test_a_hostile_file_name_does_no_harm(run: Run, name: str) -> None:
    done = run("status", "-f", name)
    assert (done.code, done.out) == (2, "")
    assert "\x1b" not in done.err
    assert "\0" not in done.err


@pytest.mark.parametrize(
    ("data", "place", "encoding"),
    [
        (PLAN.replace("A", "计划").encode("gb18030"), "5:9", "GB18030"),
        (PLAN.encode("utf-16"), "1:1", "UTF-16"),
        (PLAN.encode("utf-16-le"), "1:1", "UTF-16"),
        (PLAN.encode("utf-16-be"), "1:1", "UTF-16"),
        (PLAN.encode() + b"# \xff\xff\xff\n", "8:3", "ANSI"),
        (PLAN.replace("A", "Réseau d'été").encode("cp1252"), "5:10", "ANSI"),
    ],
)
def test_text_that_is_not_utf8_is_refused_with_its_line(
    run: Run, tmp_path: Path, data: bytes, place: str, encoding: str
) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(data)
    done = run("status", "-f", str(path))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: {path} is not UTF-8 text\n --> {path}:{place}\n")
    assert done.err.endswith(f"hint: it looks like {encoding}: save it as UTF-8 in the editor\n")


@pytest.mark.parametrize("data", [b"", b"  \r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_no_plan(run: Run, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(data)
    done = run("validate", "-f", str(path))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: {path} is empty\nhint: run `plan-tracker init`")


def test_a_byte_order_mark_and_windows_line_ends_are_fine(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode())
    assert run("validate", "-f", str(path)).code == 0


def test_columns_count_letters_not_bytes_and_carets_stand_below_wide_ones(run: Run, plan: Write) -> None:
    done = run("status", "-f", plan('[targets.a]\nname = "甲"\nactual = { H1 = 1, 半年 = 2 }\n'))
    assert done.err.splitlines()[:3] == [
        "error: `半年` is not a period of this plan",
        done.err.splitlines()[1],
        "  |",
    ]
    assert done.err.splitlines()[1].endswith("plan.toml:7:20")
    assert done.err.splitlines()[3:5] == ["7 | actual = { H1 = 1, 半年 = 2 }", "  |                    ^^^^"]


def test_a_long_line_is_shown_around_its_fault(run: Run, plan: Write) -> None:
    done = run("status", "-f", plan(f'[targets.a]\nname = "A"\nnote = "{"长" * 500}\\u001b"\n'))
    assert (done.code, done.out) == (2, "")
    assert max(map(len, done.err.splitlines())) < 200


def test_the_plan_is_found_above_but_not_beyond_the_repository(tmp_path: Path) -> None:
    (tmp_path / "targets.toml").write_text(PLAN)
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert find(None, {}, tmp_path / "a" / "b") == Path("../../targets.toml")
    (tmp_path / "a" / ".git").mkdir()
    with pytest.raises(PlanError):
        find(None, {}, tmp_path / "a" / "b")


def test_the_option_goes_before_the_environment_and_that_before_the_search(tmp_path: Path) -> None:
    (tmp_path / "targets.toml").write_text(PLAN)
    other = tmp_path / "y.toml"
    other.write_text(PLAN)
    assert find("x.toml", {"PLAN_TRACKER_FILE": str(other)}, tmp_path) == Path("x.toml")
    assert find(None, {"PLAN_TRACKER_FILE": str(other)}, tmp_path) == other
    assert find(None, {}, tmp_path) == Path("targets.toml")


def test_a_missing_file_that_the_environment_names_is_told_with_the_variable(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAN_TRACKER_FILE", "gone.toml")
    done = run("status")
    assert done.code == 2
    assert done.err.splitlines() == [
        "error: there is no file gone.toml",
        "hint: $PLAN_TRACKER_FILE names it: correct or unset that, or name the plan with -f",
    ]
    assert "PLAN_TRACKER_FILE" not in run("status", "-f", "lost.toml").err
    assert '"file": "gone.toml"' in run("check", "--format", "json").out
    monkeypatch.setenv("PLAN_TRACKER_FILE", "counties/*.toml")
    assert "there is no file" not in run("status").err


@pytest.mark.parametrize("name", ["plan.toml/x", f"{'x' * 300}.toml"])
def test_what_cannot_be_looked_at_is_told_alike_by_whatever_name(
    run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    plan(PLAN)
    given = run("status", "-f", name).err
    monkeypatch.setenv("PLAN_TRACKER_FILE", name)
    assert run("status").err.splitlines()[0] == given.splitlines()[0]


def test_the_language_of_a_broken_plan_is_the_one_it_asks_for(run: Run, plan: Write) -> None:
    broken = plan('[plan]\ntitle = "P"\nyear = 2024\nlanguage = "zh"\n[targets.a]\ngoal = = 1\n')
    assert run("status", "-f", broken).err.startswith("错误：")
    assert run("status", "-f", broken, "--lang", "en").err.startswith("error: ")


CHINESE = '[plan]\ntitle = "计划"\nyear = 2024\nlanguage = "zh"\n[targets.a]\nname = "甲"\ngoal = "x"\n'


@pytest.mark.skipif(os.name != "posix", reason="there is no /dev/stdin")
@pytest.mark.parametrize("text", [CHINESE, CHINESE.replace('"x"', "= 1"), CHINESE.replace("name", "nmae")])
@pytest.mark.parametrize("command", ["status", "validate", "check", "export"])
def test_a_plan_from_standard_input_is_told_off_in_its_language(
    command: str, text: str, forks: Forks
) -> None:
    reader, writer = os.pipe()
    os.write(writer, text.encode())
    os.close(writer)
    done = forks.run(PROGRAM, command, "-f", "/dev/stdin", stdin=reader)
    os.close(reader)
    assert done.code == 2
    assert done.err.startswith("错误：")


@pytest.mark.parametrize("folder", ["计划\u200b", *([] if os.name == "nt" else ["a\nb", "x\ty"])])
def test_so_is_one_in_a_folder_whose_name_cannot_be_printed(run: Run, tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    path = tmp_path / folder / "plan.toml"
    path.write_text(CHINESE, encoding="utf-8")
    done = run("status", "-f", str(path))
    assert done.err.startswith("错误：`goal` 必须是数字\n --> ")
    assert f"{folder}" not in done.err


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_so_is_one_that_is_not_utf8(run: Run, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(CHINESE.encode(encoding))
    assert run("status", "-f", str(path)).err.startswith(f"错误：{path} 不是 UTF-8 编码的文本文件\n")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (CHINESE.replace('language = "zh"\n', ""), None),
        (CHINESE.replace('language = "zh"\n', "") + "note = '''\nlanguage = 'zh'\n'''\n", None),
        (CHINESE.replace('"zh"', "5"), None),
        (CHINESE.replace('"zh"', '"fr"'), None),
        ('plan = { language = "zh", title = 5 }\n', Language.ZH),
        ("plan = 5\nlanguage = 'zh'\n", None),
        ("language = 'zh'\ngoal = = 1\n", Language.ZH),
        ("goal = = 1\n", None),
    ],
)
def test_the_language_is_the_one_that_the_plan_itself_asks_for(
    plan: Write, text: str, language: Language | None
) -> None:
    path = Path(plan(""))
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PlanError) as refusal:
        load(path)
    assert refusal.value.language is language


def test_the_example_is_valid(run: Run) -> None:
    done = run("validate", "-f", str(EXAMPLE), "--lang", "en", "--strict")
    assert (done.code, done.out) == (0, "")
    assert done.err == f"{EXAMPLE}: 38 targets, nothing wrong\n"
