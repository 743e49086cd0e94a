"""`compare` as it is called: two versions, their days, the formats, and what is refused."""

import json
import os
import re
from pathlib import Path

import pytest

from kit.comparing import target
from kit.program import EXAMPLE, EXAMPLES, ROOT, Run
from kit.snapshot import same_as_snapshot

BEFORE, AFTER = "tests/plans/before.toml", "tests/plans/after.toml"
EVERY = "worse,goal_lowered,actual_revised,removed,eased"
HEAD = '[plan]\ntitle = "Plan"\nyear = 2024\n'
H1 = HEAD + "as_of = 2024-06-30\n"
MONTHLY = HEAD + 'reporting = "month"\n'


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def rows(text: str) -> list[list[str]]:
    """The lines of a table, in cells that are not empty."""
    return [re.split(r"  +", line.strip()) for line in text.splitlines()]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("form", "ending"), [("table", "txt"), ("json", "json"), ("markdown", "md")])
def test_each_format_says_all_that_changed(
    run: Run, monkeypatch: pytest.MonkeyPatch, form: str, ending: str, language: str
) -> None:
    monkeypatch.chdir(ROOT)
    done = run("compare", BEFORE, AFTER, "--format", form, "--lang", language, "--fail-on", EVERY)
    assert (done.code, done.err) == (1, "")
    assert same_as_snapshot(f"compare/{form}.{language}.{ending}", done.out)


def test_a_stated_lead_is_told_in_points_of_the_language(run: Run) -> None:
    head = "[plan]\ntitle = 'P'\nyear = 2024\n[targets.a]\nname = 'A'\ngoal = 400\nactual = { H1 = 220 }\n"
    Path("old.toml").write_text(head, encoding="utf-8")
    Path("new.toml").write_text(head + 'stated = { H1 = "+5.0pp" }\n', encoding="utf-8")
    assert "上半年+5.0个百分点" in run("compare", "old.toml", "new.toml", "--lang", "zh").out
    assert "H1 +5.0pp" in run("compare", "old.toml", "new.toml", "--lang", "en").out
    Path("old.toml").write_text(head + 'stated = { H1 = "+5.0个百分点" }\n', encoding="utf-8")
    (told,) = [
        line.split()
        for line in run("compare", "old.toml", "new.toml", "--lang", "en").out.splitlines()
        if "stated changed" in line
    ]
    assert told[-4:] == ["H1", "+5.0个百分点", "H1", "+5.0pp"]  # else nothing would seem to have changed


@pytest.mark.parametrize("file", EXAMPLES)
def test_a_plan_compared_with_itself_has_not_changed(run: Run, file: Path) -> None:
    done = run("compare", str(file), str(file), "--lang", "en", "--fail-on", EVERY)
    assert done.code == 0
    assert done.out.endswith("nothing changed\n")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            'stated = { H1 = "45%" }',
            'stated = { H1 = ["46%", ">40%"] }',
            "stated changed|H1 45%|H1 46%, H1 >40%",
        ),
        ('stated = { H1 = "45%" }', "", "stated changed|H1 45%|none"),
        ('source = "Part 1"', 'source = "Part 2"', "source changed|Part 1|Part 2"),
        ('note = "one"', r'note = "one\n::error::two"', "note changed|one|one ::error::two"),
        ("", f'note = "{"n" * 300}"', f"note changed|none|{'n' * 199}…"),
        ('feed = "register"', "", "feed changed|register|none"),
        (
            'pace = { Q1 = "20%" }',
            'pace = { Q1 = "20.5%" }',
            "pace rule changed|a curve of its own: 2024-03-31 20%|a curve of its own: 2024-03-31 20.5%",
        ),
        (
            'pace = { Q1 = "20.001%" }',
            'pace = { Q1 = "20.002%" }',
            "pace rule changed|a curve of its own: 2024-03-31 20.001%|a curve of its own: 2024-03-31 20.002%",
        ),
        (
            "pace = { M10 = 3 }",
            "pace = { M10 = 4 }",
            "pace rule changed|a curve of its own: 2024-10-31 30%|a curve of its own: 2024-10-31 40%",
        ),
        (
            "committed = { dam = 2, weir = 3 }",
            "committed = { weir = 4, dam = 1 }",
            "committed changed|5 km: 2 km from dam, 3 km from weir|5 km: 4 km from weir, 1 km from dam",
        ),
        (
            "committed = { dam = 2, weir = 3 }",
            "committed = 5",
            "committed changed|5 km: 2 km from dam, 3 km from weir|5 km",
        ),
        ("committed = 5", "committed = { dam = 2, weir = 4 }", "committed changed|5 km|6 km"),
        ('pace = "steady"', "last_year = { FY = 9 }", "earlier years changed|none|2023: FY 9"),
    ],
)
def test_whatever_a_target_says_in_another_way_is_told(run: Run, old: str, new: str, told: str) -> None:
    feed = '[feeds.register]\nquery = "select id, actual from t where day < :next_day"\ntime_zone = "UTC"\n'
    for name, keys in (("old.toml", old), ("new.toml", new)):
        write(name, HEAD + feed + target(f"actual = {{ H1 = 4 }}\n{keys}"))
    done = run("compare", "old.toml", "new.toml", "--fail-on", EVERY)
    assert (done.code, done.err) == (0, "")
    assert told.split("|") in rows(done.out)


def test_the_figure_of_committed_work_is_told_apart_from_its_name(run: Run) -> None:
    write("old.toml", H1 + target("committed = { '合同2' = 100, '三期' = 50 }"))
    write("new.toml", H1 + target("committed = { '合同2' = 90, '三期' = 60 }"))
    done = run("compare", "old.toml", "new.toml", "--lang", "zh", "--format", "markdown")
    for told in ("150 km，其中：合同2 100 km，三期 50 km", "150 km，其中：合同2 90 km，三期 60 km"):
        assert told in done.out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names on Windows")
@pytest.mark.parametrize("rest", [["new.toml"], ["--as-of", "Q1..H1"]])
def test_a_version_may_come_through_a_pipe(run: Run, rest: list[str]) -> None:
    write("new.toml", H1 + target("goal = 9"))
    reading, writing = os.pipe()
    os.write(writing, (H1 + target("goal = 10")).encode())
    os.close(writing)
    done = run("compare", f"/dev/fd/{reading}", *rest, "--fail-on", "goal_lowered")
    os.close(reading)
    assert (done.code, done.err) == (len(rest) % 2, "")
    assert f"/dev/fd/{reading}, from" in done.out or f"from /dev/fd/{reading} to new.toml" in done.out


@pytest.mark.parametrize("words", [[""], ["", "new.toml"], ["new.toml", ""], ["", "--as-of", "Q1..H1"]])
def test_an_empty_word_is_no_version(run: Run, words: list[str]) -> None:
    write("new.toml", H1 + target())
    done = run("compare", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: compare with what?\nhint: name a file or a git revision")


def test_what_a_feed_asks_for_is_told_where_it_changed(run: Run) -> None:
    asked = '[feeds.register]\nquery = "select id, actual from t where day < :next_day"\ntime_zone = "UTC"\n'
    for name, text in (("old.toml", asked), ("new.toml", asked.replace("from t", "from\\n  big"))):
        write(name, H1 + text + target('feed = "register"'))
    queries = (f"select id, actual from {table} where day < :next_day" for table in ("t", "big"))  # noqa: S608 - not run
    told = ["[feeds.register] query changed", *queries]
    assert told in rows(run("compare", "old.toml", "new.toml").out)
    write("new.toml", H1 + target())
    assert ["[feeds.register] time_zone changed", "UTC", "none"] in rows(
        run("compare", "old.toml", "new.toml").out
    )


@pytest.mark.parametrize("setting", ["decimals = 2", 'language = "zh"'])
def test_a_changed_setting_of_the_plan_is_told(run: Run, setting: str) -> None:
    write("old.toml", H1 + target())
    write("new.toml", H1 + setting + "\n" + target())
    done = run("compare", "old.toml", "new.toml", "--lang", "en", "--fail-on", EVERY)
    assert f"  [plan] {setting.partition(' ')[0]} changed" in done.out
    assert done.code == 0


def test_the_words_of_fail_on_are_checked(run: Run) -> None:
    done = run("compare", str(EXAMPLE), str(EXAMPLE), "--fail-on", "worst", "--lang", "en")
    assert done.code == 2
    assert done.err == (
        "error: `worst` is not one of: worse, goal_lowered, actual_revised, removed, eased\n"
        "hint: did you mean `worse`?\n"
    )


def test_what_weakens_the_check_is_refused_though_no_target_changed(run: Run) -> None:
    write("old.toml", H1 + target())
    write("new.toml", H1 + target() + '[check]\nfail_on = ["missed"]\n')
    done = run("compare", "old.toml", "new.toml", "--fail-on", "eased")
    assert done.code == 1
    eased = ["EASED ([check] fail_on)", "allocation, behind, missed, not_reported, silent", "missed"]
    assert rows(done.out)[-3:] == [eased, [""], ["failed: 1 eased"]]
    chinese = run("compare", "old.toml", "new.toml", "--lang", "zh").out
    findings = "任务分解不足、滞后、未完成、未报送、整期未报"
    assert sorted(rows(chinese)[-1][1].split("、")) == sorted(findings.split("、"))
    assert rows(chinese)[-1][2] == "未完成"
    assert run("compare", "old.toml", "new.toml", "--fail-on", "worse,removed").code == 0
    assert run("compare", "new.toml", "old.toml", "--fail-on", EVERY).code == 0


# --- the days


def test_last_month_is_last_month(run: Run) -> None:
    write("old.toml", MONTHLY + target('unit = "亿元"\ngoal = 640\nactual = { M09 = 474.5 }'))
    write(
        "targets.toml", MONTHLY + target('unit = "亿元"\ngoal = 640\nactual = { M09 = 474.5, M10 = 518.05 }')
    )
    done = run("compare", "old.toml", "--fail-on", EVERY)
    assert done.code == 0
    assert rows(done.out) == [
        ["Plan: what changed"],
        ["from old.toml, as of 2024-09-30 (M09), to targets.toml, as of 2024-10-31 (M10)"],
        ["mean completion 74.1% → 80.9%"],
        [""],
        ["target", "actual", "added since", "rate", "lead (pp)", "status", "id"],
        ["A", "474.5亿元 → 518.05亿元", "+43.55亿元", "74.1% → 80.9%", "-0.9 → -2.4", "behind", "a"],
    ]
    zh = run("compare", "old.toml", "--lang", "zh").out
    assert rows(zh)[4:] == [
        ["指标", "完成值", "增减", "完成率", "超前/滞后（百分点）", "状态", "标识"],
        ["A", "474.5亿元 → 518.05亿元", "+43.55亿元", "74.1% → 80.9%", "-0.9 → -2.4", "滞后", "a"],
    ]


def test_each_version_is_judged_as_of_its_own_day_or_both_as_of_one_or_of_two(run: Run) -> None:
    write("old.toml", H1.replace("06-30", "03-31") + target("actual = { Q1 = 2, H1 = 5 }"))
    write("new.toml", H1 + target("actual = { Q1 = 2, H1 = 5 }"))
    for options, days in (
        ((), ("2024-03-31", "2024-06-30")),
        (("--as-of", "Q1"), ("2024-03-31", "2024-03-31")),
        (("--as-of", "2024-07-15"), ("2024-07-15", "2024-07-15")),
        (("--as-of", "H1..Q3"), ("2024-06-30", "2024-09-30")),
        (("--as-of", "Q3..2024-01-31"), ("2024-09-30", "2024-01-31")),
    ):
        found = json.loads(run("compare", "old.toml", "new.toml", "--format", "json", *options).out)
        assert (found["old"]["as_of"], found["new"]["as_of"]) == days


def test_two_days_of_one_plan(run: Run) -> None:
    write("targets.toml", H1 + target("actual = { Q1 = 3, H1 = 5, Q3 = 6 }"))
    done = run("compare", "--as-of", "Q1..2024-09-30", "--fail-on", EVERY)
    assert done.code == 1
    assert done.out == (
        "Plan: what changed\n"
        "targets.toml, from 2024-03-31 (Q1) to 2024-09-30 (Q3)\n"
        "on pace 1 → 0, behind 0 → 1, mean completion 30.0% → 60.0%\n"
        "\n"
        "change          before   after\n"
        "A (a)\n"
        "  STATUS WORSE  on pace  behind\n"
        "\n"
        "target  actual       added since  rate           lead (pp)     status            id\n"
        "A       3 km → 6 km        +3 km  30.0% → 60.0%  +5.0 → -15.0  on pace → behind  a\n"
        "\n"
        "failed: 1 with a worse status\n"
    )
    without = done.out.rsplit("\n\n", 1)[0] + "\n"
    assert run("compare", "targets.toml", "--as-of", "Q1..Q3").out == without
    assert run("compare", "-f", "targets.toml", "--as-of", "Q1..Q3").out == without


def test_two_days_of_a_plan_that_is_only_named(run: Run) -> None:
    named = write("../elsewhere.toml", H1 + target("actual = { Q1 = 3, H1 = 5, Q3 = 6 }"))
    done = run("compare", named, "--as-of", "Q1..Q3")
    assert done.out.splitlines()[1] == f"{named}, from 2024-03-31 (Q1) to 2024-09-30 (Q3)"


def test_a_month_back_corrects_nothing(run: Run) -> None:
    write("targets.toml", MONTHLY + target("actual = { M09 = 7, M10 = 8 }"))
    done = run("compare", "--as-of", "M10..M09", "--fail-on", "actual_revised,removed,goal_lowered,eased")
    assert done.code == 0
    assert rows(done.out)[-1][:3] == ["A", "8 km → 7 km", "-1 km"]
    assert "revised" not in done.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "compare with what?"),
        (("--as-of", "Q1..Q9"), "`Q9` is not a valid day"),
        (("--as-of", ".."), "`` is not a valid day"),
        (("targets.toml", "--as-of", "soon"), "`soon` is not a valid day"),
        (("targets.toml", "--as-of", "soon\n" * 100), "`soon\\u000asoon"),
    ],
)
def test_what_cannot_be_compared(run: Run, arguments: tuple[str, ...], says: str) -> None:
    write("targets.toml", H1 + target())
    done = run("compare", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: {says}")
    assert max(map(len, done.err.splitlines())) < 300


def test_a_third_plan_beside_two_is_refused(run: Run) -> None:
    for name in ("old.toml", "new.toml", "third.toml"):
        write(name, H1 + target())
    done = run("compare", "old.toml", "new.toml", "-f", "third.toml", "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "error: old.toml is compared with new.toml: `-f third.toml` has no part in it\n"
        "hint: leave `-f` out, or name one version only\n"
    )
    assert run("compare", "old.toml", "-f", "third.toml").code == 0


# --- corrections, units, terms


def test_a_correction_stands_apart_from_what_is_new(run: Run) -> None:
    write("old.toml", MONTHLY + target("actual = { M08 = 6, M09 = 7 }"))
    write("targets.toml", MONTHLY + target("actual = { M08 = 6.1, M09 = 7, M10 = 9 }"))
    done = run("compare", "old.toml", "--fail-on", "actual_revised")
    assert done.code == 1
    assert ["actual for M08 revised", "6 km", "6.1 km"] in rows(done.out)
    assert rows(done.out)[-3][:3] == ["A", "7 km → 9 km", "+2 km"]
    assert "M09" not in done.out.split("\n", 2)[2]  # but in the head, which says as of when


@pytest.mark.parametrize(
    ("unit", "actual", "shown"),
    [
        ("万元", "51805", ["4.745亿元 → 51805万元", "+4355万元"]),
        ("个", "51805", ["4.745亿元 → 51805个", "79.1% → 86.3%"]),
    ],
)
def test_each_side_has_its_own_unit(run: Run, unit: str, actual: str, shown: list[str]) -> None:
    write("old.toml", MONTHLY + target('unit = "亿元"\ngoal = 6\nactual = { M09 = 4.745 }'))
    new = f'unit = "{unit}"\ngoal = 60000\nactual = {{ M10 = {actual} }}'
    write("targets.toml", MONTHLY + target(new))
    told = rows(run("compare", "old.toml").out)
    assert told[-1][1:3] == shown
    assert ["unit changed", "亿元", unit] in told


@pytest.mark.parametrize(
    ("unit", "en", "zh"),
    [
        ("%", ["92.5% → 93%", "+0.5 pp"], ["92.5% → 93%", "+0.5个百分点"]),
        ("percent", ["92.5 percent → 93 percent", "+0.5 pp"], ["92.5 percent → 93 percent", "+0.5个百分点"]),
        ("‰", ["92.5‰ → 93‰", "+0.5‰"], ["92.5‰ → 93‰", "+0.5‰"]),
        ("km", ["92.5 km → 93 km", "+0.5 km"], ["92.5 km → 93 km", "+0.5 km"]),
    ],
)
def test_a_difference_of_percentages_is_in_points(run: Run, unit: str, en: list[str], zh: list[str]) -> None:
    keys = f'kind = "level"\nunit = "{unit}"\ngoal = 95\n'
    write("old.toml", MONTHLY + target(keys + "actual = { M09 = 92.5 }"))
    write("targets.toml", MONTHLY + target(keys + "actual = { M10 = 93 }"))
    for language, shown in (("en", en), ("zh", zh)):
        assert rows(run("compare", "old.toml", "--lang", language).out)[-1][1:3] == shown


@pytest.mark.parametrize(
    ("keys", "figures", "margins"),
    [
        ('unit = "%"\ndirection = "at_most"', ("5.2", "5.6"), "+0.3 → -0.1"),
        ('unit = "%"', ("5.2", "5.6"), "-0.3 → +0.1"),
        ('unit = "μg/m³"\ndirection = "at_most"', ("5.5", "5.45"), "0 μg/m³ → +0.05 μg/m³"),
    ],
)
def test_the_lead_of_a_level_to_hold_is_its_margin_negative_where_it_is_behind(
    run: Run, keys: str, figures: tuple[str, str], margins: str
) -> None:
    level = f'kind = "level"\ngoal = 5.5\n{keys}\n'
    for name, period, figure in zip(("old.toml", "targets.toml"), ("M09", "M10"), figures, strict=True):
        write(name, MONTHLY + target(f"{level}actual = {{ {period} = {figure} }}"))
    assert margins in rows(run("compare", "old.toml").out)[-1]


def test_rates_that_moved_are_never_printed_alike(run: Run) -> None:
    write("old.toml", MONTHLY + target("goal = 100000\nactual = { M09 = 74141 }"))
    write("targets.toml", MONTHLY + target("goal = 100000\nactual = { M10 = 74144 }"))
    assert "  74.141% → 74.144%  " in run("compare", "old.toml").out
    write("targets.toml", MONTHLY + target("goal = 100000\nactual = { M10 = 99999.9 }"))
    assert "  74.1410% → 99.9999%  " in run("compare", "old.toml").out


@pytest.mark.parametrize(
    ("tolerance", "old", "new", "shown"),
    [
        ("5pp", "4400", "4496", "44.0% → 45.0%  -6.00 → -5.04"),  # behind, and not slipping
        ("5pp", "4504", "4600", "45.0% → 46.0%  -4.96 → -4.00"),  # slipping, and not at the limit
        ("4pp", "4400", "4496", "44.0% → 45.0%  -6.0 → -5.0"),
        ("5pp", "4998", "6000", "49.98% → 60.00%  -0.02 → +10.00"),
    ],
)
def test_rates_and_leads_never_contradict_the_status_beside_them(
    run: Run, tolerance: str, old: str, new: str, shown: str
) -> None:
    """5.04 points behind with a tolerance of 5 were "-5.0", and behind all the same."""
    head = f'[plan]\ntitle = "P"\nyear = 2024\ntolerance = "{tolerance}"\n'
    files = [
        write(f"{figure}.toml", head + target(f"goal = 10000\nactual = {{ H1 = {figure} }}"))
        for figure in (old, new)
    ]
    out = run("compare", *files, "--lang", "en").out
    assert f"  {shown}  " in re.sub("  +", "  ", out)


def test_a_bound_is_marked_and_nothing_is_taken_from_it(run: Run) -> None:
    parts = "[targets.a.parts.North]\ngoal = 5\nactual = {{ H1 = 3 }}\n[targets.a.parts.South]\ngoal = 5\n{}"
    write("old.toml", H1 + target("actual = none") + parts.format(""))
    write("targets.toml", H1 + target("actual = none") + parts.format("actual = { H1 = 2 }\n"))
    out = run("compare", "old.toml").out
    (whole,) = (row for row in rows(out) if row[0] == "A")
    assert whole[1:3] == ["≥3 km → 5 km", "≥30.0% → 50.0%"]
    assert "revised" not in out


AT_DUE = "at the due date"


def test_a_term_that_a_few_targets_share_is_told_for_each(run: Run) -> None:
    old = [target("actual = none", key=f"t{number}") for number in range(8)]
    write("old.toml", HEAD + "".join(old))
    eased = [text + "due = 2025-03-31\n" for text in old[:4]]
    write("targets.toml", HEAD + "".join(eased + old[4:]))
    assert run("compare", "old.toml").out.count("EASED (due)") == 4
    write("targets.toml", HEAD + "".join([*eased, old[4] + "due = 2025-03-31\n", *old[5:]]))
    assert "  EASED (due), 5 targets  2024-12-31  2025-03-31\n" in run("compare", "old.toml").out


def test_a_term_that_many_targets_share_is_told_once(run: Run) -> None:
    many = "".join(target("actual = none", key=f"t{number}") for number in range(38))
    write("old.toml", HEAD + many + target("actual = none", key="lowered"))
    new = HEAD + "pace = 'at_due'\n" + many + target("actual = none\ngoal = 9", key="lowered")
    write("targets.toml", new)
    done = run("compare", "old.toml", "--fail-on", "eased")
    assert done.code == 1
    assert rows(done.out)[3:9] == [
        ["change", "before", "after"],
        ["the plan as a whole"],
        ["EASED (pace by 2024-06-30), 39 targets", "50.0% (steady)", f"0.0% ({AT_DUE})"],
        ["A (lowered)"],
        ["GOAL LOWERED", "10 km", "9 km"],
        [""],
    ]
    assert done.out.endswith("\n\nfailed: 39 eased\n")


# --- plans of different years


def years(new: str = "actual = { H1 = 4 }") -> None:
    old = 'unit = "h"\ngoal = 20\nactual = { H1 = 12, FY = 20 }'
    write("y2023.toml", HEAD.replace("2024", "2023") + target(old) + target(key="gone"))
    write("y2024.toml", HEAD + target(new))


def test_another_year_is_compared_as_of_the_same_period_by_rate_and_status(run: Run) -> None:
    years()
    done = run("compare", "y2023.toml", "y2024.toml", "--fail-on", "worse,removed")
    assert done.code == 1
    assert done.out == (
        "Plan: what changed\n"
        "from y2023.toml, as of 2023-06-30 (H1), to y2024.toml, as of 2024-06-30 (H1)\n"
        "plans of different years: only rates and statuses are compared\n"
        "targets 2 → 1, on pace 2 → 0, behind 0 → 1, mean completion 55.0% → 40.0%\n"
        "\n"
        "change            before                            after\n"
        "A (gone)\n"
        "  TARGET REMOVED  goal 10 km, actual 5 km, on pace\n"
        "A (a)\n"
        "  STATUS WORSE    on pace                           behind\n"
        "\n"
        "target  rate           status            id\n"
        "A       60.0% → 40.0%  on pace → behind  a\n"
        "\n"
        "failed: 1 with a worse status, 1 removed\n"
    )
    found = json.loads(run("compare", "y2023.toml", "y2024.toml", "--format", "json").out)
    assert found["same_year"] is False
    moved = [(each["id"], each["added"], each["goal"], each["actuals"]) for each in found["changes"]]
    assert moved == [("a", None, None, []), ("gone", None, None, [])]


@pytest.mark.parametrize("word", ["goal_lowered", "actual_revised", "eased"])
def test_what_is_not_compared_between_years_cannot_be_refused(run: Run, word: str) -> None:
    years()
    done = run("compare", "y2023.toml", "y2024.toml", "--fail-on", f"worse,{word}")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "error: plans of different years are compared by rate and status only, "
        f"so --fail-on cannot use: {word}\n"
        "hint: between such plans --fail-on accepts: removed, worse\n"
    )


def test_days_of_two_years(run: Run) -> None:
    years("actual = { M05 = 4, H1 = 5 }")
    for options, days in (
        (("--as-of", "2024-05-15"), ("2023-05-15", "2024-05-15")),
        (("--as-of", "Q1"), ("2023-03-31", "2024-03-31")),
        (("--as-of", "FY..H1"), ("2023-12-31", "2024-06-30")),
        (("--as-of", "2023-09-30..2024-02-29"), ("2023-09-30", "2024-02-29")),
    ):
        found = json.loads(run("compare", "y2023.toml", "y2024.toml", "--format", "json", *options).out)
        assert (found["old"]["as_of"], found["new"]["as_of"]) == days
