"""`check` at its thresholds: on both sides and at equality, by option and in `[check]`."""

import json
import re
from pathlib import Path

import pytest

from kit.program import Run, Write

PROJECTS = """
[targets.projects]
name = "Projects"
owner = "Office"
goal = 400
actual = { H1 = 190 }
"""  # 47.5% at a pace of 50%: behind by 2.5 points


def with_actual(value: str) -> str:
    return PROJECTS.replace("190", value)


@pytest.mark.parametrize(("actual", "code"), [("190", 1), ("199.999", 1), ("200", 0), ("400", 0)])
def test_a_target_behind_pace_fails_and_one_at_pace_does_not(
    run: Run, plan: Write, actual: str, code: int
) -> None:
    assert run("check", "-f", plan(with_actual(actual))).code == code


@pytest.mark.parametrize(("lag", "code"), [("2.4pp", 1), ("2.5pp", 0), ("3pp", 0)])
def test_max_lag_lets_a_lag_of_exactly_so_much_pass(run: Run, plan: Write, lag: str, code: int) -> None:
    by_option = run("check", "-f", plan(PROJECTS), "--max-lag", lag)
    in_file = run("check", "-f", plan(f'{PROJECTS}[check]\nmax_lag = "{lag}"\n'))
    assert (by_option.code, in_file.code) == (code, code)
    assert by_option.out == in_file.out
    assert ("FAIL" if code else "WARN") in by_option.out


CAP_SO_FAR = """
counting = "per_period"
reporting = "half-year"
[targets.energy]
name = "Energy"
unit = "t"
direction = "at_most"
goal = 100
actual = { ACTUAL }
[check]
max_lag = "5pp"
"""


def test_max_lag_excuses_nothing_that_is_missed(run: Run, plan: Write) -> None:
    missed = plan('[targets.a]\nname = "A"\ngoal = 100\ndue = 2024-06-30\nactual = { H1 = 99 }\n')
    assert run("check", "-f", missed, "--max-lag", "5pp").code == 1


def test_max_lag_does_not_excuse_a_cap_of_which_figures_are_missing(run: Run, plan: Write) -> None:
    # 53 of 100 at a pace of 50% are 3 points; with what Q1 used it may be any lag
    def checked(actual: str) -> tuple[int, str]:
        done = run("check", "-f", plan(CAP_SO_FAR.replace("ACTUAL", actual)))
        return done.code, done.out

    assert checked("Q1 = 0, Q2 = 53")[0] == 0
    code, out = checked("Q2 = 53")
    assert code == 1
    sentence = "behind by ≥3.0 pp: at most 50 t (50.0%) by 2024-06-30, found ≥53 t (≥53.0%)"
    assert f"FAIL energy Energy: {sentence}" in out


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        (
            'direction = "at_most"\nactual = { Q2 = 103 }',
            "missed: at most 100 t allowed, found ≥103 t by 2024-06-30, which exceeds the cap by ≥3 t",
        ),
        (
            "actual = { Q2 = 55 }",
            "completion ≥55.0% is ≤5.0 pp below the minimum of 60.0%: found ≥55 t of 100 t",
        ),
    ],
    ids=["cap", "minimum"],
)
def test_what_lacks_a_figure_is_told_as_a_bound(run: Run, plan: Write, keys: str, sentence: str) -> None:
    text = f'counting = "per_period"\n[targets.x]\nname = "X"\nunit = "t"\ngoal = 100\n{keys}\n'
    assert sentence in run("check", "-f", plan(text), "--min-completion", "60%").out


@pytest.mark.parametrize(("least", "code"), [("47.5%", 0), ("47.4%", 0), ("47.51%", 1), ("100%", 1)])
def test_min_completion_is_kept_at_equality(run: Run, plan: Write, least: str, code: int) -> None:
    alone = ("--fail-on", "missed")
    by_option = run("check", "-f", plan(PROJECTS), *alone, "--min-completion", least)
    in_file = run("check", "-f", plan(f'{PROJECTS}[check]\nmin_completion = "{least}"\n'), *alone)
    assert (by_option.code, in_file.code) == (code, code)


def test_min_completion_spares_what_is_done_or_a_cap_or_a_level_to_hold(run: Run, plan: Write) -> None:
    text = """
[targets.done]
name = "Done"
goal = 10
actual = { H1 = 10 }
[targets.cap]
name = "Cap"
goal = 100
direction = "at_most"
actual = { H1 = 1 }
[targets.hold]
name = "Hold"
kind = "level"
goal = 90
actual = { H1 = 95 }
[targets.keep]
name = "Keep"
kind = "level"
baseline = 90
goal = 90
actual = { H1 = 95 }
"""
    assert run("check", "-f", plan(text), "--min-completion", "100%").code == 0
    stale = plan("[targets.stale]\nname = 'Stale'\ngoal = 100\nactual = { Q1 = 1 }\n")
    assert run("check", "-f", stale, "--min-completion", "100%", "--fail-on", "behind").code == 0


@pytest.mark.parametrize(
    ("level", "code", "word"), [("fail", 1, "FAIL"), ("warn", 0, "WARN"), ("off", 0, "nothing failed")]
)
def test_a_targets_own_level_beats_all(run: Run, plan: Write, level: str, code: int, word: str) -> None:
    done = run("check", "-f", plan(f'{PROJECTS}check = "{level}"\n'), "--min-completion", "99%")
    assert done.code == code
    assert word in done.out


@pytest.mark.parametrize(
    ("words", "code"), [("behind", 1), ("missed,not_reported", 0), ("missed, behind", 1), ("", 0)]
)
def test_fail_on_names_what_fails(run: Run, plan: Write, words: str, code: int) -> None:
    listed = ", ".join(f'"{word.strip()}"' for word in words.split(",") if word)
    assert run("check", "-f", plan(PROJECTS), "--fail-on", words).code == code
    assert run("check", "-f", plan(f"{PROJECTS}[check]\nfail_on = [{listed}]\n")).code == code


@pytest.mark.parametrize("nothing", ["", " ", "，,"])
def test_an_option_that_switches_the_check_off_is_told(run: Run, plan: Write, nothing: str) -> None:
    """`--fail-on "$UNSET"` in a pipeline must not pass in silence."""
    done = run("check", "-f", plan(PROJECTS), "--fail-on", nothing)
    assert done.code == 0
    assert done.err.startswith("warning: --fail-on names nothing, so nothing can fail;")
    assert run("check", "-f", plan(PROJECTS), "--fail-on", nothing, "--strict").code == 2
    least = run("check", "-f", plan(PROJECTS), "--fail-on", nothing, "--min-completion", "50%")
    assert (least.code, least.err) == (1, "")  # 47.5% is less


@pytest.mark.parametrize(("least", "code"), [("50%", 1), ("40%", 0)])
def test_what_the_plan_sets_as_a_minimum_still_fails_where_no_word_does(
    run: Run, plan: Write, least: str, code: int
) -> None:
    file = plan(f'{PROJECTS}[check]\nmin_completion = "{least}"\n')
    told = "warning: --fail-on names nothing, so only a rate below the minimum fails;"
    for given in ([file], [file, "--strict"], [str(Path(file).parent)]):  # 47.5% is reached
        done = run("check", "-f", *given, "--fail-on", "")
        assert done.code == code
        assert told in done.err


@pytest.mark.parametrize(
    ("given", "words", "rest"),
    [
        (["--warn-on", "not_reported,slipping"], "not_reported", "behind,missed,allocation,silent"),
        (["--warn-on", "未报送"], "not_reported", "behind,missed,allocation,silent"),
        (["--fail-on", "behind", "--warn-on", "behind"], "behind", '""'),
    ],
)
def test_what_fails_cannot_be_asked_only_to_warn(
    run: Run, plan: Write, given: list[str], words: str, rest: str
) -> None:
    done = run("check", "-f", plan(PROJECTS), *given)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"error: --warn-on names what fails anyway: {words}\nhint: name what is to fail: --fail-on {rest}\n"
    )


@pytest.mark.parametrize(
    ("given", "rules"),
    [
        (["--fail-on", "slipping,behind"], ""),  # what only warned before now fails
        (["--fail-on", "missed", "--warn-on", "behind"], ""),
        (["--warn-on", "behind"], 'fail_on = ["missed"]'),
        (["--warn-on", ""], 'warn_on = ["not_due"]'),
    ],
)
def test_words_that_either_fail_or_warn_are_taken(
    run: Run, plan: Write, given: list[str], rules: str
) -> None:
    done = run("check", "-f", plan(f"{PROJECTS}[check]\n{rules}\n"), *given)
    assert (done.code, done.err) == (1 if "slipping,behind" in given or not given[1] else 0, "")


def test_a_plan_may_fail_on_nothing(run: Run, plan: Write) -> None:
    assert run("check", "-f", plan(f"{PROJECTS}[check]\nfail_on = []\n")).code == 0


def test_an_option_overrides_its_own_key_only(run: Run, plan: Write) -> None:
    text = f'{PROJECTS}[check]\nfail_on = ["missed"]\nmin_completion = "50%"\n'
    assert run("check", "-f", plan(text)).code == 1
    assert run("check", "-f", plan(text), "--min-completion", "40%").code == 0


def test_warn_on_warns_and_does_not_fail(run: Run, plan: Write) -> None:
    done = run("check", "-f", plan(PROJECTS), "--fail-on", "missed", "--warn-on", "behind")
    assert done.code == 0
    assert done.out.startswith("WARN projects Projects: behind by 2.5 pp")


def test_slipping_warns_by_default(run: Run, plan: Write) -> None:
    text = '[plan]\ntitle = "P"\nyear = 2024\nas_of = 2024-06-30\ntolerance = "2.5pp"\n' + PROJECTS
    done = run("check", "-f", plan(text))
    assert (done.code, done.out.split()[0]) == (0, "WARN")


def test_parts_that_do_not_cover_the_goal_fail_the_allocation(run: Run, plan: Write) -> None:
    text = """
[targets.roads]
name = "Roads"
unit = "km"
goal = 100
actual = { H1 = 60 }
[targets.roads.parts.North]
goal = 60
actual = { H1 = 35 }
[targets.roads.parts.South]
goal = 39.5
actual = { H1 = 25 }
"""
    done = run("check", "-f", plan(text))
    assert done.code == 1
    assert "the parts' goals add up to 99.5 km, not to 100 km: nobody answers for 0.5 km" in done.out
    assert run("check", "-f", plan(text.replace("39.5", "40"))).code == 0
    lenient = run("check", "-f", plan(text.replace("unit", 'check = "warn"\nunit', 1)))
    assert (lenient.code, "WARN roads Roads: the parts' goals" in lenient.out) == (0, True)
    assert run("check", "-f", plan(text), "--fail-on", "behind").code == 0


def test_a_lagging_part_fails_though_the_total_is_on_pace(run: Run, plan: Write) -> None:
    text = """
[targets.roads]
name = "Roads"
goal = 100
[targets.roads.parts.North]
goal = 50
actual = { H1 = 40 }
[targets.roads.parts.South]
goal = 50
actual = { H1 = 20 }
"""
    done = run("check", "-f", plan(text))
    assert done.code == 1
    assert done.out.splitlines()[0] == (
        "FAIL roads/South South: behind by 10.0 pp: expected 25 (50.0%) by 2024-06-30, found 20 (40.0%)"
    )
    assert "plan.toml:12:22" in done.out


def test_nothing_judged_warns_and_is_an_error_only_when_strict(run: Run, plan: Write) -> None:
    text = '[targets.a]\nname = "A"\nactual = { H1 = 1 }\n'
    lax, strict = run("check", "-f", plan(text)), run("check", "-f", plan(text), "--strict")
    assert (lax.code, strict.code) == (0, 2)
    assert lax.err == ("warning: nothing could be judged: no target has a goal that is due and reported\n")
    (finding,) = json.loads(run("check", "-f", plan(text), "--format", "json").out)["findings"]
    assert {key: finding[key] for key in ("id", "name", "rule", "gravity")} == {
        "id": None,
        "name": "Plan",
        "rule": "nothing-judged",
        "gravity": "warn",
    }


def test_a_plan_of_which_nothing_was_judged_is_not_said_to_pass(run: Run, plan: Write) -> None:
    path = plan('[targets.a]\nname = "A"\nactual = { H1 = 1 }\n')
    assert run("check", "-f", path).out.splitlines()[0] == "nothing failed"
    in_chinese = run("check", "-f", path, "--lang", "zh")
    assert in_chinese.out.splitlines()[0] == "没有不通过的指标"
    assert "共1项，已评价0项" in in_chinese.out


def test_failures_come_first_each_with_what_was_expected_and_found(run: Run, plan: Write) -> None:
    text = """
[targets.slow]
name = "Slow"
goal = 100
actual = { H1 = 40 }
check = "warn"
[targets.late]
name = "Late"
unit = "km"
owner = "Roads Office"
goal = 8
due = 2024-04-30
actual = { 2024-04-30 = 7.5, H1 = 7.5 }
[targets.silent]
name = "Silent"
goal = 5
[targets.cap]
name = "Energy"
unit = "GWh"
goal = 10
direction = "at_most"
actual = { H1 = 5.5 }
[targets.burst]
name = "Burst"
goal = 10
direction = "at_most"
actual = { H1 = 11 }
"""
    done = run("check", "-f", plan(text))
    assert done.code == 1
    assert re.sub(r"--> .*[\\/]", "--> ", done.out).splitlines() == [
        "FAIL late Late: missed: 8 km due by 2024-04-30, found 7.5 km on 2024-06-30, 0.5 km short",
        "  --> plan.toml:11:10  owner: Roads Office",
        "FAIL silent Silent: not reported: a figure for 2024-06-30 was due, but there is none",
        "  --> plan.toml:18:10",
        ("FAIL cap Energy: behind by 5.0 pp: at most 5 GWh (50.0%) by 2024-06-30, found 5.5 GWh (55.0%)"),
        "  --> plan.toml:21:10",
        ("FAIL burst Burst: missed: at most 10 allowed, found 11 by 2024-06-30, which exceeds the cap by 1"),
        "  --> plan.toml:27:10",
        "WARN slow Slow: behind by 10.0 pp: expected 50 (50.0%) by 2024-06-30, found 40 (40.0%)",
        "  --> plan.toml:6:10",
        "4 failed, 1 warned; 4 of 5 judged, as of 2024-06-30 (H1)",
    ]


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--fail-on", "behnd", "`behnd` is not one of: done, on_pace"),
        ("--max-lag", "5%", "`5%` is not in percentage points"),
        ("--max-lag", "-1pp", "`-1pp` is not in percentage points"),
        ("--min-completion", "0.45", "`0.45` is not a percentage"),
        ("--as-of", "H3", "`H3` is not a valid day"),
    ],
)
def test_an_option_that_means_nothing_is_refused_before_anything_is_judged(
    run: Run, plan: Write, option: str, value: str, message: str
) -> None:
    done = run("check", "-f", plan(PROJECTS), option, value)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: {message}")


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [
        ("--min-completion", "0.45", "write --min-completion 45%"),
        ("--min-completion", "0,455", "write --min-completion 45.5%"),
        ("--min-completion", "45", "write --min-completion 45%"),
        ("--min-completion", "-0.45", "write --min-completion …%"),
        ("--max-lag", "0.05", "write --max-lag …pp"),  # as it stands, or 5pp: the stricter is not sure
    ],
)
def test_a_threshold_without_its_sign_is_told_with_it(
    run: Run, plan: Write, option: str, value: str, hint: str
) -> None:
    assert run("check", "-f", plan(PROJECTS), f"{option}={value}").err.endswith(f"hint: {hint}\n")


def test_a_target_whose_id_is_its_name_is_named_once(run: Run, plan: Write) -> None:
    told = run(
        "check",
        "-f",
        plan('[targets."锅炉"]\nname = "锅炉"\ngoal = 36\nactual = { H1 = 9 }\n'),
        "--lang",
        "zh",
    )
    assert told.out.startswith("不通过 锅炉：滞后25.0个百分点")


MISSED_AT_THE_END = """
[targets.gdp]
name = "增速"
unit = "%"
kind = "level"
goal = 5.5
actual = { FY = 5.4 }
[targets.sales]
name = "销售"
unit = "亿元"
goal = 420
actual = { FY = 419.9 }
[targets.energy]
name = "能耗"
unit = "吨"
direction = "at_most"
goal = 1850
actual = { FY = 1862 }
"""


def test_a_level_is_not_completed_and_a_day_is_not_told_twice(run: Run, plan: Write) -> None:
    out = run("check", "-f", plan(MISSED_AT_THE_END), "--as-of", "FY", "--lang", "zh").out
    assert "未完成：应于2024年12月31日前达到5.5%，实际为5.4%，差0.1个百分点" in out
    assert "未完成：应于2024年12月31日前完成420亿元，实际完成419.9亿元，差0.1亿元" in out
    assert "应控制在1850吨以内，截至2024年12月31日实际已达1862吨，突破控制目标，超出12吨" in out
    out = run("check", "-f", plan(MISSED_AT_THE_END), "--as-of", "FY", "--lang", "en").out
    assert "missed: 5.5% to be reached by 2024-12-31, found 5.4%, 0.1 pp short" in out


def test_hundreds_of_targets_are_all_told_and_in_the_order_of_the_file(run: Run, plan: Write) -> None:
    ids = [f"t{number:03}" for number in range(250)]
    file = plan("".join(f'[targets.{each}]\nname = "N"\ngoal = 10\nactual = {{ H1 = 1 }}\n' for each in ids))

    assert [*dict.fromkeys(re.findall(r"t\d{3}", run("check", "-f", file).out))] == ids
    assert [line.split(",")[0] for line in run("export", "-f", file).out.splitlines()[1:]] == ids
