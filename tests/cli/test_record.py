"""`record` on real files: what it says, what it keeps, and what happens when the world is against it."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

import pytest

from kit.forks import Forks
from kit.program import Run, Write
from plan_tracker.editing.saving import update
from plan_tracker.editing.writing import NotWritten
from plan_tracker.reading.plan_file import PlanFile, load

HEAD = '[plan]\ntitle = "P"\nyear = 2024\n\n'
ONE = HEAD + "[targets.projects]\nname = 'P'\ngoal = 400\nactual = { H1 = 190 } # half\n"
FOUR = ONE + "".join(
    f"\n[targets.{name}]\nname = '{name}'\ngoal = 10\nactual = {{ H1 = {actual} }}\n"
    for name, actual in (("roads", 5), ("trees", 11), ("wells", 3))
)


def bits_bind() -> bool:
    """Whether a read-only folder really is: root with its privileges writes anywhere."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "folder")
        folder.mkdir(mode=0o555)
        return not os.access(folder, os.W_OK)


NOBODY_BINDS_ROOT = pytest.mark.skipif(not bits_bind(), reason="permission bits do not bind this user")


def archived(folder: Path) -> tuple[Path, Path]:
    """Writes a plan into a folder of its own, whose bits may change; returns that folder and the plan."""
    archive = folder / "archive"
    archive.mkdir()
    file = archive / "plan.toml"
    file.write_text(ONE)
    return archive, file


def test_it_says_what_the_figure_means(run: Run, plan: Write) -> None:
    file = plan(ONE)
    outcome = run("record", "-f", file, "projects", "H1", "210", "--revise")
    assert outcome.code == 0
    assert outcome.out == (
        f"{file}: projects H1 = 210 (was 190)\nprojects: 210 of 400, 52.5%, on pace (was behind)\n"
    )
    assert outcome.err == ""
    assert Path(file).read_text(encoding="utf-8") == ONE.replace("190", "210")


def test_it_says_what_the_figure_means_in_chinese(run: Run, plan: Write) -> None:
    file = plan(ONE)
    outcome = run("record", "-f", file, "--lang", "zh", "projects", "H1", "210", "--revise")
    assert outcome.out == (
        f"{file}：projects H1 = 210（原为190）\n"
        "projects：目标400，已完成210，完成率52.5%，达到进度（原为滞后）\n"
    )


def test_it_names_the_targets_that_the_new_period_leaves_unreported(run: Run, plan: Write) -> None:
    outcome = run("record", "-f", plan(FOUR), "projects", "H2", "400")
    assert outcome.out.endswith("projects: 400 of 400, 100.0%, done (was behind)\n")
    assert outcome.err == (
        "warning: now not reported, as they have no figure for 2024-12-31: roads, wells\n"
        "warning: 1 of 3 reported for H2; complete as of H1\n"
    )


def test_it_says_that_a_fixed_day_hides_the_new_figure(run: Run, plan: Write) -> None:
    file = plan(ONE.replace("year = 2024", "year = 2024\nas_of = 2024-06-30"))
    outcome = run("record", "-f", file, "projects", "M09", "300")
    assert outcome.out.endswith("projects: 300 of 400, 75.0%, on pace (was behind)\n")
    assert outcome.err == (
        "warning: the plan fixes `as_of` at 2024-06-30: until that is changed, `status` ignores this figure\n"
    )


def test_a_figure_for_a_day_that_is_still_to_come_is_doubted(run: Run, plan: Write) -> None:
    file = plan(ONE.replace("2024", "2999"))
    told = "2999-12-31 is still to come: what is reached so far belongs to a period that is over"
    assert f"warning: {told}\n" in run("record", "-f", file, "projects", "FY", "300").err
    today = date.today()  # noqa: DTZ011 - as the program
    file = plan(f'[plan]\ntitle = "P"\nyear = {today.year}\n[targets.a]\nname = "A"\ngoal = 9\n')
    assert "still to come" not in run("record", "-f", file, "a", today.isoformat(), "3").err


def test_an_older_figure_is_judged_on_its_own_day(run: Run, plan: Write) -> None:
    outcome = run("record", "-f", plan(ONE), "projects", "Q1", "100")
    assert outcome.out.endswith("projects: 100 of 400, 25.0%, on pace (was not due)\n")
    assert outcome.err == "warning: this is the state on 2024-03-31; `status` judges as of 2024-06-30\n"


def test_a_part_is_told_with_its_target(run: Run, plan: Write) -> None:
    text = (
        HEAD + "[targets.p]\nname = 'P'\ngoal = 9\nparts = { '东区' = { goal = 5 }, west = { goal = 4 } }\n"
    )
    outcome = run("record", "-f", plan(text), "p/东区", "H1", "3")
    assert outcome.out.endswith(
        "p/东区: 3 of 5, 60.0%, on pace (was not due)\np: ≥3 of 9, ≥33.3%, not reported (was not due)\n"
    )
    assert outcome.err == (
        "warning: now not reported, as they have no figure for 2024-06-30: p/west\n"
        "warning: 0 of 1 reported for H1\n"
    )


ALLOWED = f"""{HEAD}[targets.cap]
name = "C"
unit = "起"
direction = "at_most"
goal = 24
[targets.ceiling]
name = "U"
unit = "%"
kind = "level"
direction = "at_most"
goal = 5.5
[targets.falling]
name = "F"
unit = "微克"
kind = "level"
baseline = 40
goal = 30
[targets.floor]
name = "G"
unit = "%"
kind = "level"
goal = 5.5
"""


@pytest.mark.parametrize(
    ("target", "figure", "said"),
    [
        (
            "cap",
            "13",
            ("13 of the cap of 24起, 54.2% used, behind", "控制目标24起，实际13起，占控制目标的54.2%，滞后"),
        ),
        (
            "cap",
            "30",
            (
                "30 of the cap of 24起, 125.0% used, exceeds the cap, missed",
                "控制目标24起，实际30起，占控制目标的125.0%，突破控制目标，未完成",
            ),
        ),
        ("ceiling", "5.6", ("5.6%, goal at most 5.5%, behind", "目标5.5%以内，目前5.6%，滞后")),
        (
            "falling",
            "35",
            (
                "35微克, goal at most 30微克, 50.0%, on pace",
                "目标30微克以内，目前35微克，完成率50.0%，达到进度",
            ),
        ),
        ("floor", "5.3", ("5.3%, goal 5.5%, behind", "目标5.5%，目前5.3%，滞后")),
    ],
)
def test_a_cap_is_used_and_a_level_is_no_sum(
    run: Run, plan: Write, target: str, figure: str, said: tuple[str, str]
) -> None:
    for language, text in zip(("en", "zh"), said, strict=True):
        out = run("record", "-f", plan(ALLOWED), "--lang", language, target, "H1", figure).out
        assert text in out.splitlines()[1]


def test_a_negative_figure_is_a_value_and_no_option(run: Run, plan: Write) -> None:
    text = HEAD + "[targets.t]\nname = 'T'\nunit = '℃'\nkind = 'level'\ngoal = -2\n"
    file = plan(text)
    assert run("record", "-f", file, "t", "H1", "-1.5").code == 0
    assert "goal = -2\nactual = { H1 = -1.5 }\n" in Path(file).read_text(encoding="utf-8")


CHINESE = """[plan]
title = "P"
year = 2024
language = "zh"
[targets.signed]
name = "引进亿元以上项目"
unit = "个"
goal = 400
[targets.funds]
name = "到位资金"
unit = "亿元"
goal = 700
parts = { "新城区" = { goal = 300 }, "老城区" = { goal = 400 } }
[targets.share]
name = "占比"
unit = "%"
kind = "level"
goal = 60
[targets.visits]
name = "接待"
goal = 100
counting = "per_period"
[targets.funds-abroad]
name = "到位外资"
unit = "万美元"
goal = 9
parts = { "老城区" = { goal = 9 } }
"""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("引进亿元以上项目", "9月", "205"), "signed M09 = 205"),
        (("引进 亿元以上项目", "三季度", "２０５个"), "signed Q3 = 205"),
        (("signed", "2024年上半年", "1,058.3"), "signed H1 = 1058.3"),
        (("signed", "1-10月", "+7"), "signed M10 = 7"),
        (("到位资金/新城区", "前三季度", "45.0亿元"), "funds/新城区 Q3 = 45.0"),
        (("新城区", "10月", "45"), "funds/新城区 M10 = 45"),
        (("占比", "全年", "55.50%"), "share FY = 55.50"),
        (("share", "2024年6月30日", "-1.5"), "share 2024-06-30 = -1.5"),
        (("接待", "二季度", "30"), "visits Q2 = 30"),
        (("signed", "上半年", "100000"), "signed H1 = 100000"),
    ],
)
def test_targets_periods_and_figures_are_taken_as_people_say_them(
    run: Run, plan: Write, arguments: tuple[str, ...], told: str
) -> None:
    file = plan(CHINESE)
    outcome = run("record", "-f", file, *arguments)
    assert outcome.code == 0, outcome.err
    assert outcome.out.splitlines()[0] == f"{file}：{told}"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("老城区", "10月", "45"), "提示：请写明标识\n"),
        (("signed", "10月", "45亿元"), "错误：`45亿元` 的单位与该指标的单位个不符\n"),
        (("funds", "10月", "45000万元"), "提示：请写 4.5亿元\n"),
        (("share", "10月", "0.5个百分点"), "错误：`0.5个百分点` 的单位与该指标的单位%不符\n"),
        (("接待", "1-10月", "45"), "提示：此处应填当期数，而 `1-10月` 是累计期：请写 10月\n"),
        (("signed", "十三月", "45"), "错误：`十三月` 不是本计划的报告期\n"),
    ],
)
def test_what_may_be_several_things_is_refused(
    run: Run, plan: Write, arguments: tuple[str, ...], words: str
) -> None:
    outcome = run("record", "-f", plan(CHINESE), *arguments)
    assert outcome.code == 2
    assert words in outcome.err


def test_the_figure_of_a_day_is_one_under_whatever_label(run: Run, plan: Write) -> None:
    file = plan(ONE)
    assert run("record", "-f", file, "projects", "上半年", "190").out.startswith("projects H1 is 190 already")
    assert run("record", "-f", file, "projects", "Q2", "210", "--revise").code == 0
    assert Path(file).read_text(encoding="utf-8") == ONE.replace("190", "210")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("projects", "H1", "210"), "error: projects has 190 for H1 already; it was not replaced by 210\n"),
        (("projects", "Q2", "210"), "error: projects has 190 for H1 already; it was not replaced by 210\n"),
        (("projects", "H3", "210"), "error: `H3` is not a period of this plan\n"),
        (
            ("projects", "2-9月", "210"),
            "hint: figures here are running totals since the plan's start: write Q3\n",
        ),
        (("projekts", "H1", "210"), "plan.toml\nhint: did you mean `projects`?\n"),
        (("projects", "FY", "1,550"), "hint: write 1550 or 1.550\n"),
        (("projects", "FY", "395个"), "error: `395个` is not a number\nhint: write 395\n"),
        (("projects", "FY", "1" * 100_000), "has too many digits\n"),
        (("projects", "FY", "0.1234567890123456"), "has too many digits\n"),
        (("projects", "FY", "-1"), "error: `FY` must not be negative\n"),
        (("projects", "FY", "5", "--revize"), "no option `--revize`\nhint: did you mean `--revise`?"),
        (("projects", "--revize", "FY", "5"), "no option `--revize`\nhint: did you mean `--revise`?"),
        (
            ("projects", "FY", "--", "5", "--revise"),
            "no option `--revise`\nhint: write --revise before `--`",
        ),
        (("--lnag", "en", "projects", "FY", "5"), "no option `--lnag`\nhint: did you mean `--lang`?"),
        (("projects", "FY"), "error: say which figure: record ID PERIOD VALUE\n"),
    ],
)
def test_what_is_refused_leaves_the_file_alone(
    run: Run, plan: Write, arguments: tuple[str, ...], words: str
) -> None:
    file = plan(ONE)
    outcome = run("record", "-f", file, *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err
    assert Path(file).read_text(encoding="utf-8") == ONE


def test_a_dry_run_shows_the_difference_and_writes_nothing(run: Run, plan: Write) -> None:
    file = plan(ONE)
    outcome = run("record", "-f", file, "projects", "FY", "395", "--dry-run")
    assert outcome.out.splitlines()[:7] == [
        f"--- {file}",
        f"+++ {file}",
        "@@ -6,3 +6,3 @@",
        " name = 'P'",
        " goal = 400",
        "-actual = { H1 = 190 } # half",
        "+actual = { H1 = 190, FY = 395 } # half",
    ]
    assert "nothing was written" in outcome.err
    assert Path(file).read_text(encoding="utf-8") == ONE
    assert sorted(path.name for path in Path(file).parent.iterdir()) == ["folder", "plan.toml"]


def test_byte_order_mark_line_ends_mode_and_symlink_stay(run: Run, tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "link.toml"
    before = b"\xef\xbb\xbf" + ONE.replace("\n", "\r\n").encode().removesuffix(b"\r\n")
    real.write_bytes(before)
    real.chmod(0o640)
    link.symlink_to("real.toml")
    assert run("record", "-f", str(link), "projects", "FY", "395").code == 0
    assert real.read_bytes() == before.replace(b"190 }", b"190, FY = 395 }")
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".real.toml.lock",
        "folder",
        "link.toml",
        "real.toml",
    ]


def test_eight_at_once_lose_none_of_their_forty_figures(tmp_path: Path, forks: Forks) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(HEAD + "".join(f"[targets.t{n}]\nname = 'T' # {n}\ngoal = 999\n" for n in range(40)))
    five = """
        import sys
        from plan_tracker.cli import main
        file, first = sys.argv[1:]
        sys.exit(max(main(["record", "-f", file, f"t{n}", "H1", f"{n}"]) for n in range(int(first), 40, 8)))
    """
    command = [forks.python, "-c", dedent(five), str(file)]
    running = [
        subprocess.Popen([*command, str(n)], stdout=subprocess.DEVNULL)  # noqa: S603 - our own
        for n in range(8)
    ]
    assert [process.wait() for process in running] == [0] * 8
    assert {target.id: target.actuals[0].value for target in load(file).targets} == {
        f"t{n}": n for n in range(40)
    }
    assert file.read_text().count("name = 'T' # ") == 40


class Edited(NamedTuple):
    text: str


def test_what_an_editor_saves_meanwhile_is_not_lost(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(ONE)

    def change(plan_file: PlanFile) -> Edited:
        if "# edited" not in plan_file.text:
            file.write_text(ONE + "# edited\n")  # an editor knows no lock
        return Edited(plan_file.text.replace("190", "210"))

    update(file, change)
    assert file.read_text() == ONE.replace("190", "210") + "# edited\n"


def test_a_file_that_never_rests_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(ONE)

    def change(plan_file: PlanFile) -> Edited:
        file.write_text(plan_file.text + "# edited\n")
        return Edited("lost")

    with pytest.raises(NotWritten, match="again and again"):
        update(file, change)
    assert file.read_text() == ONE + "# edited\n" * 5


DEATHS = {
    "before anything is written": (
        "os.open = lambda *a, do=os.open, **k: die() if '.new' in str(a) else do(*a, **k)"
    ),
    "in the middle of the writing": "os.write = lambda f, data, do=os.write: (do(f, data[:20]), die())",
    "before it reaches the disk": "os.fsync = lambda f: die()",
    "before it takes the old one's place": "os.replace = lambda *a: die()",
    "right after it took the old one's place": "os.replace = lambda *a, do=os.replace: (do(*a), die())",
}


@pytest.mark.parametrize("moment", DEATHS)
def test_a_process_that_dies_leaves_the_old_file_or_the_new(
    moment: str, tmp_path: Path, forks: Forks
) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(ONE)
    new = ONE.replace("190 }", "190, FY = 395 }")
    command = "sys.exit(main(['record', '-f', sys.argv[1], 'projects', 'FY', '395']))"
    dying = f"die = lambda: os._exit(9)\n{DEATHS[moment]}\n{command}"
    assert forks.run(dying, str(file)).code == 9
    assert file.read_text() == (new if moment.startswith("right after") else ONE)

    assert forks.run(command, str(file)).code == 0
    assert file.read_text() == new
    assert sorted(path.name for path in tmp_path.iterdir()) == [".plan.toml.lock", "folder", "plan.toml"]


def test_a_process_killed_at_any_moment_leaves_a_whole_file(tmp_path: Path, forks: Forks) -> None:
    endless = """
        import os, sys
        from plan_tracker.cli import main
        print(os.getpid(), flush=True)
        number = 0
        while True:
            main(["record", "-f", sys.argv[1], "projects", "H1", str(number), "--revise"])
            number += 1
    """
    command = [forks.python, "-c", dedent(endless)]
    for moment in range(8):
        file = tmp_path / f"{moment}.toml"
        file.write_text(ONE)
        with subprocess.Popen([*command, str(file)], stdout=subprocess.PIPE) as process:  # noqa: S603 - our own
            assert process.stdout is not None
            writing = int(process.stdout.readline())
            process.stdout.readline()
            time.sleep(0.003 * moment)
            os.kill(writing, signal.SIGKILL)
        before, _, after = file.read_text().partition("H1 = ")
        number, _, rest = after.partition(" }")
        assert (before, rest) == (ONE.partition("H1 = ")[0], ONE.partition(" }")[2])
        assert number.isdigit()


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is one of POSIX")
def test_a_full_disk_loses_nothing(tmp_path: Path, forks: Forks) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(ONE)
    full = """
        import resource, sys
        from plan_tracker.cli import main
        resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50))
        sys.exit(main(["record", "-f", sys.argv[1], "projects", "FY", "395"]))
    """
    done = subprocess.run([forks.python, "-c", dedent(full), str(file)], capture_output=True, check=False)  # noqa: S603 - our own
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"error: {file} cannot be written: File too large; nothing was changed\n"
    assert file.read_text() == ONE
    assert sorted(path.name for path in tmp_path.iterdir()) == [".plan.toml.lock", "folder", "plan.toml"]


@NOBODY_BINDS_ROOT
def test_a_read_only_folder_loses_nothing(run: Run, tmp_path: Path) -> None:
    folder, file = archived(tmp_path)
    folder.chmod(0o555)
    outcome = run("record", "-f", str(file), "projects", "FY", "395")
    folder.chmod(0o755)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"error: {file} cannot be written: Permission denied; nothing was changed\n" in outcome.err
    assert [path.name for path in folder.iterdir()] == ["plan.toml"]


def test_a_plan_that_may_not_be_looked_at_is_told_as_by_every_command(run: Run) -> None:
    file = f"{'x' * 300}.toml"  # fails as in a folder of somebody else, for root too
    outcome = run("record", "-f", file, "projects", "FY", "395")
    assert outcome == run("status", "-f", file)
    assert (outcome.code, outcome.err) == (2, f"error: {file} cannot be read: File name too long\n")


@NOBODY_BINDS_ROOT
def test_a_plan_in_a_folder_of_somebody_else_is_told_with_what_to_do(run: Run, tmp_path: Path) -> None:
    folder, file = archived(tmp_path)
    folder.chmod(0)
    outcome = run("record", "-f", str(file), "projects", "FY", "395")
    folder.chmod(0o755)
    assert outcome.err == (
        f"error: {file} cannot be read: Permission denied\nhint: check the permissions of the file; "
        "if it is open in another program, such as Excel, close it there\n"
    )


@NOBODY_BINDS_ROOT
def test_a_read_only_file_is_meant_to_stay(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(ONE)
    file.chmod(0o444)
    outcome = run("record", "-f", str(file), "projects", "FY", "395")
    assert (outcome.code, outcome.err) == (2, f"error: {file} is read-only; nothing was changed\n")


@pytest.mark.parametrize(
    "name",
    [
        "'; DROP TABLE targets; --",
        "<script>alert(1)</script>",
        "$(touch x) `id` %s %n {0} {name}",
        "../../etc/passwd",
        "表ポあA鷗ŒéB逍Üßªąñ丂㐀𠀀",
        "👩‍👩‍👧‍👦 ☁️",
        "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤",
        "الكل في المجمو عة",
        "{ H1 = 1 } # no comment",
        "[targets.x]",
        '"""',
        "\\\\u0041\\",
        "=cmd|' /C calc'!A0",
        "[bold red]x[/]",
        "-1.5 --help",
        "NULL undefined nan Infinity 1e999",
    ],
)
def test_hostile_names_of_parts_are_only_names(run: Run, plan: Write, name: str) -> None:
    import tomli_w

    text = HEAD + tomli_w.dumps({"targets": {"p": {"name": name, "goal": 9, "parts": {name: {"goal": 9}}}}})
    file = plan(text)
    outcome = run("record", "-f", file, f"p/{name}", "H1", "3.0")
    assert outcome.code == 0, outcome.err
    assert load(file).targets[0].parts[0].actuals[0].value == 3
    assert Path(file).read_text(encoding="utf-8").replace("\nactual = { H1 = 3.0 }", "", 1) == text


@pytest.mark.parametrize("period", ["2023年7月", "2023-M07", "2023-07-31", "2023年"])
def test_a_figure_of_an_earlier_year_belongs_in_past(run: Run, plan: Write, period: str) -> None:
    outcome = run("record", "-f", plan(ONE), "projects", period, "3")
    assert outcome.code == 2
    assert (
        "hint: the plan is for 2024: figures of earlier years go in `past`;"
        " if the task began earlier, give the target its own `start`\n"
    ) in outcome.err


def test_what_is_no_figure_by_hand_has_a_hint(run: Run, plan: Write) -> None:
    assert (
        "hint: write digits with at most one point"
        in run("record", "-f", plan(ONE), "projects", "Q3", "x").err
    )


RATIO = HEAD + (
    "language = 'zh'\n[targets.r]\nname = 'R'\nunit = '%'\nkind = 'level'\ngoal = 5.5\n"
    "[targets.t]\nname = 'T'\nunit = '亿元'\ngoal = 680\nparts = { 'a' = { goal = 16 } }\n"
)


@pytest.mark.parametrize(
    ("target", "figure", "doubt"),
    [
        ("t", "50460", "警告：t：超过目标值的十倍，请核对单位\n"),
        ("t", "6800.01", "警告：t：超过目标值的十倍，请核对单位\n"),
        ("t", "6800", ""),
        ("t/a", "161", "警告：t/a：超过目标值的十倍，请核对单位\n"),
        ("r", "55.1", "警告：r：超过目标值的十倍，请核对单位\n"),
        ("r", "0.052", "警告：r：单位为百分比，而数据是0.052，是否应为5.2？\n"),
        ("r", "0.0275", "警告：r：单位为百分比，而数据是0.0275，是否应为2.75？\n"),
        ("r", "0.0274", ""),
        ("r", "0.4", ""),
        ("t", "0.5", ""),
    ],
)
def test_a_figure_that_looks_wrong_is_written_and_warned_of(
    run: Run, plan: Write, target: str, figure: str, doubt: str
) -> None:
    file = plan(RATIO.replace("\n\n", "\n", 1))
    outcome = run("record", "-f", file, target, "H1", figure)
    assert outcome.code == 0
    assert f"actual = {{ H1 = {figure} }}" in Path(file).read_text(encoding="utf-8")
    told = "".join(f"{line}\n" for line in outcome.err.splitlines() if "请核对" in line or "是否应为" in line)
    assert told == doubt


def test_a_total_that_falls_is_told_how_to_put_it_right(run: Run, plan: Write) -> None:
    outcome = run("record", "-f", plan(ONE), "projects", "Q3", "180")
    assert outcome.code == 0
    assert "warning: the running total falls from 190 (H1) to 180\n" in outcome.err
    assert (
        "to correct a wrong figure, use `record` with --revise; if each figure covers its own" in outcome.err
    )
