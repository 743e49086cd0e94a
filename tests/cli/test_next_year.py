"""`init --from`: next year's plan as a user makes it, what is told of it, and what is refused."""

from pathlib import Path

import pytest

from kit.program import EXAMPLE, Run, Write

OLD = """\
[plan]
title = "Plan 2024"
year = 2024

# of the office
[targets.projects]
name = "Projects"
goal = 400
actual = { H1 = 190, FY = 410 }

[targets.jobs]
name = "Jobs, as in 2024"
goal = 30
actual = { H1 = 12 }

[targets.rate]
name = "Rate"
unit = "%"
kind = "level"
goal = 5.5

[targets.bridge]
name = "Bridge"
goal = 3
due = 2026-06-30

[targets.gone]
name = "Gone"
dropped = 2024-03-01
"""


@pytest.fixture
def _old() -> None:
    Path("plan-2024.toml").write_text(OLD, encoding="utf-8", newline="")
    Path(".gitignore").write_text(".*.toml.lock\n", encoding="utf-8")


@pytest.mark.usefixtures("_old")
def test_next_years_plan_is_written_and_what_to_do_in_it_is_told(run: Run) -> None:
    done = run("init", "--from", "plan-2024.toml")
    assert done.code == 0
    assert done.out == (
        "targets.toml written: the plan for 2025, made from plan-2024.toml, with 4 targets\n"
        "3 goals to fill in: look for `# goal =`, followed by the old goal\n"
    )
    assert done.err == (
        "note: dropped, so left out: gone\n"
        "note: tasks over several years, goal, dates and figures kept: bridge\n"
        "note: without a figure for the whole of 2024: jobs; add it under `past` when it is known\n"
        "note: 2024 is still mentioned: line 12\n"
    )
    assert Path("plan-2024.toml").read_text(encoding="utf-8") == OLD
    text = Path("targets.toml").read_text(encoding="utf-8")
    assert text.splitlines()[11] == 'name = "Jobs, as in 2024"'
    assert run("validate", "--strict").code == 0
    assert [row.split(",")[0] for row in run("export").out.splitlines()[1:]] == [
        *("projects", "jobs", "rate", "bridge")
    ]


@pytest.mark.usefixtures("_old")
def test_a_goal_is_filled_in_by_taking_the_mark_of_the_comment_away(run: Run) -> None:
    assert run("init", "--from", "plan-2024.toml").code == 0
    text = Path("targets.toml").read_text(encoding="utf-8")
    assert "# goal =    # 2024: 400\n" in text
    Path("targets.toml").write_text(text.replace("# goal =    # 2024: 400", "goal = 450   # 2024: 400"))
    assert "190" in run("show", "projects", "--as-of", "H1").out
    assert run("record", "projects", "H1", "209").code == 0
    assert "year_on_year" in run("export").out.splitlines()[0]
    assert ",0.1," in next(line for line in run("export").out.splitlines() if line.startswith("projects"))


@pytest.mark.usefixtures("_old")
@pytest.mark.parametrize(
    ("growth", "goal"), [("8%", "432"), ("８％", "432"), ("-3%", "388"), ("0.1 %", "401")]
)
def test_goals_grow(run: Run, growth: str, goal: str) -> None:
    done = run("init", "--from", "plan-2024.toml", "--growth", growth, "--lang", "zh", "-f", "next.toml")
    assert done.code == 0
    assert "另有1项待填写" in done.out
    assert f"\ngoal = {goal}\n" in Path("next.toml").read_text(encoding="utf-8")


REFUSED = [
    (["--growth", "8"], "`8` is not a growth percentage\nhint: write --growth 8%\n"),
    (["--growth", "-100%"], "`-100%` is not a growth percentage\nhint: write --growth 8%, or --growth -3%\n"),
    (["--growth", "much"], "`much` is not a growth percentage\n"),
    (["--year", "2026"], "--year cannot be used with --from"),
    (["-f", "plan-2024.toml"], "plan-2024.toml is the input, so it is not overwritten"),
    (["-f", "plan-2024.toml", "--force"], "plan-2024.toml is the input, so it is not overwritten"),
    (["-f", "other.toml"], "other.toml exists already\nhint: name another file: -f plan-2025.toml, or"),
    (["-f", "no/such/folder.toml"], "no/such/folder.toml cannot be written"),
]


@pytest.mark.usefixtures("_old")
@pytest.mark.parametrize(("more", "words"), REFUSED)
def test_what_cannot_be_is_refused_and_nothing_is_written(run: Run, more: list[str], words: str) -> None:
    Path("other.toml").write_text("mine", encoding="utf-8")
    done = run("init", "--from", "plan-2024.toml", *more)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert not Path("targets.toml").exists()
    assert Path("other.toml").read_text(encoding="utf-8") == "mine"
    assert Path("plan-2024.toml").read_text(encoding="utf-8") == OLD


@pytest.mark.parametrize(
    ("name", "time", "other"),
    [
        ("2021-2025", "start = 2021-01-01\nend = 2025-12-31", "2026-2030"),
        ("plan-2024-25", "start = 2024-04-01\nend = 2025-03-31", "plan-2025-26"),
        ("2024-2025", "start = 2024-04-01\nend = 2025-03-31", "2025-2026"),
        ("plan", "start = 2021-01-01\nend = 2025-12-31", "plan-2026"),
    ],
)
def test_the_name_that_a_hint_gives_has_all_years_of_the_new_plan(
    run: Run, name: str, time: str, other: str
) -> None:
    old = f'[plan]\ntitle = "T"\n{time}\n[targets.a]\nname = "A"\ngoal = 4\n'
    Path(f"{name}.toml").write_text(old, encoding="utf-8")
    Path("targets.toml").write_text("mine", encoding="utf-8")
    assert f"name another file: -f {other}.toml, or" in run("init", "--from", f"{name}.toml").err


def test_an_old_plan_that_cannot_be_read_or_judged_is_told(run: Run) -> None:
    assert "there is no file gone.toml" in run("init", "--from", "gone.toml").err
    Path("bad.toml").write_text(
        '[plan]\ntitle = "T"\nyear = 2024\n[targets.a]\nnam = "A"\n', encoding="utf-8"
    )
    done = run("init", "--from", "bad.toml")
    assert done.code == 2
    assert "did you mean `name`?" in done.err
    assert "--growth needs the plan to start from" in run("init", "--growth", "8%").err
    Path("bad.toml").write_text(
        OLD[: OLD.index("# of")] + OLD[OLD.index("[targets.gone]") :], encoding="utf-8"
    )
    done = run("init", "--from", "bad.toml")
    assert (done.code, "every target of bad.toml was dropped" in done.err) == (2, True)
    assert not Path("targets.toml").exists()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_the_mark_of_the_old_file_stay(run: Run, mark: bytes) -> None:
    Path("old.toml").write_bytes(mark + EXAMPLE.read_bytes().replace(b"\n", b"\r\n"))
    assert run("init", "--from", "old.toml").code == 0
    new = Path("targets.toml").read_bytes()
    assert new.startswith(mark + b"#")
    assert new.count(b"\n") == new.count(b"\r\n")
    assert run("validate", "--strict").code == 0
    assert run("status").code == 0
    assert run("check").code == 0
    assert run("init", "--from", "old.toml", "--force").code == 0
    assert Path("targets.toml").read_bytes() == new, "made anew it has its mark once"


def test_where_every_goal_has_grown_nothing_is_said_to_be_filled_in(run: Run, plan: Write) -> None:
    old = plan('[plan]\ntitle = "P 2024"\nyear = 2024\n[targets.a]\nname = "A"\ngoal = 400\n')
    told = run("init", "--from", old, "--growth", "8%", "-f", "next.toml")
    assert told.code == 0
    assert "goals of running totals are last year's goals (not its actuals) changed by 8%\n" in told.out
    assert "filled in" not in told.out


def test_goals_in_braces_which_have_no_line_to_fill_in_are_told_with_last_years_figure(
    run: Run, plan: Write
) -> None:
    old = plan(
        '[plan]\ntitle = "P 2025"\nyear = 2025\n[targets.a]\nname = "A"\ngoal = 30\n'
        "[targets.a.parts]\nnorth = { goal = 10 }\nsouth = { goal = 20.50 }\n"
    )
    done = run("init", "--from", str(old), "-f", "next.toml")
    assert done.out.endswith("3 goals to fill in: look for `# goal =`, followed by the old goal\n")
    assert (
        "note: without such a line, as these goals of 2025 stood in braces: a/north 10, a/south 20.50\n"
        in done.err
    )


@pytest.mark.parametrize(
    ("growth", "hint"),
    [
        ("5", "write --growth 5%"),
        ("5,5%", "write --growth 5.5%"),
        ("-3", "write --growth -3%"),
        ("0.05", "write --growth 8%, or --growth -3%"),
        ("much", "write --growth 8%, or --growth -3%"),
    ],
)
@pytest.mark.usefixtures("_old")
def test_a_growth_without_its_sign_is_told_with_its_own_number(run: Run, growth: str, hint: str) -> None:
    done = run("init", "--from", "plan-2024.toml", "--growth", growth)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(f"hint: {hint}\n")


def test_caps_that_grow_are_named(run: Run, plan: Write) -> None:
    old = plan(
        '[plan]\ntitle = "P 2024"\nyear = 2024\n[targets.a]\nname = "A"\ngoal = 400\n'
        '[targets.energy]\nname = "E"\ngoal = 50\ndirection = "at_most"\n'
        '[targets.none]\nname = "N"\ngoal = 0\ndirection = "at_most"\n'
        '[targets.long]\nname = "L"\ngoal = 9\ndirection = "at_most"\ndue = 2025-06-30\n'
    )
    told = run("init", "--from", old, "--growth", "8%", "-f", "next.toml")
    assert (
        "note: these caps were also changed by 8%, which is seldom intended; please check: energy\n"
        in told.err
    )
    told = run("init", "--from", old, "--growth", "8%", "--lang", "zh", "-f", "again.toml")
    assert "按上年目标值（非完成值）和增幅8%推算" in told.out
    assert "以下控制目标也已按增幅8%推算，而控制目标一般不随之增长，请逐项核对：energy\n" in told.err
    assert "caps grow" not in run("init", "--from", old, "-f", "plain.toml").err


def test_increments_that_the_next_year_has_no_labels_for_are_told(run: Run) -> None:
    text = (
        '[plan]\ntitle = "P"\nstart = 2024-04-01\nend = 2025-03-31\n[targets.a]\nname = "A"\ngoal = 9\n'
        'due = 2026-03-31\ncounting = "per_period"\nactual = { H1 = 2, H2 = 3 }\n'
    )
    Path("old.toml").write_text(text, encoding="utf-8")
    done = run("init", "--from", "old.toml", "-f", "new.toml")
    assert done.code == 0
    assert "left out, as this year's labels mean the next one in the new plan: a; write the total" in done.err
    assert "actual" not in Path("new.toml").read_text(encoding="utf-8")


def test_of_many_ids_the_first_are_named_and_the_rest_counted(run: Run) -> None:
    dropped = "".join(
        f'[targets.t{number}]\nname = "T{number}"\ngoal = 4\ndropped = 2024-03-01\n' for number in range(14)
    )
    Path("old.toml").write_text(
        f'[plan]\ntitle = "2024"\nyear = 2024\n[targets.a]\nname = "A"\ngoal = 4\n{dropped}', encoding="utf-8"
    )
    named = [f"t{number}" for number in range(12)]
    for language, told in (
        ("en", f"note: dropped, so left out: {', '.join(named)} and 2 more"),
        ("zh", f"说明：已取消，未沿用：{'、'.join(named)}，另有2个"),
    ):
        done = run("init", "--from", "old.toml", "-f", f"{language}.toml", "--lang", language)
        assert told in done.err.splitlines()
