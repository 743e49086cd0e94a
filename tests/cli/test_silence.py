"""`silent` in `check`: a plan to which nobody reports any more does not pass, whatever stood there before."""

import json

import pytest

from kit.program import Run, Write

# 2020 is over, and so is every reporting date of it; the clock is the machine's own.
PLAN = '[plan]\ntitle = "Plan of 2020"\nyear = 2020\n'
OPEN = '[targets.a]\nname = "A"\ngoal = 4\n'


def test_a_plan_to_which_nobody_ever_reported_fails(run: Run, plan: Write) -> None:
    done = run("check", "-f", plan(PLAN + OPEN))
    assert done.code == 1
    assert (
        "Plan of 2020: silent: figures for 2020-12-31 were due, and nothing at all has been reported"
        in done.out
    )
    assert ":1:" in done.out
    assert "1 failed, 0 warned; 0 of 1 judged" in done.out


def test_a_plan_that_has_gone_silent_fails(run: Run, plan: Write) -> None:
    done = run("check", "-f", plan(PLAN + OPEN + "actual = { H1 = 3 }"), "--lang", "zh")
    assert done.code == 1
    assert "Plan of 2020：整期未报：应报送2020年12月31日的数据，至今一项未报" in done.out


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PLAN + OPEN + "actual = { FY = 4 }", id="all is reported"),
        pytest.param(PLAN + OPEN + "actual = { H1 = 4 }", id="all is done, so that nothing is owed"),
        pytest.param(
            PLAN + OPEN + "actual = { H1 = 2 }\ndue = 2020-06-30\ncheck = 'off'", id="nothing is due later"
        ),
        pytest.param(PLAN + '[targets.a]\nname = "A"', id="no goal"),
        pytest.param(
            PLAN + "as_of = 2020-06-30\n" + OPEN + "actual = { H1 = 3 }", id="the plan gives the day"
        ),
        pytest.param(PLAN.replace("2020", "2900") + OPEN, id="a plan that has not begun"),
    ],
)
def test_who_owes_nothing_is_not_silent(run: Run, plan: Write, text: str) -> None:
    done = run("check", "-f", plan(text))
    assert "silent" not in done.out
    assert done.code == 0


def test_a_day_that_is_asked_for_is_no_silence(run: Run, plan: Write) -> None:
    done = run("check", "-f", plan(PLAN + OPEN + "actual = { H1 = 3 }"), "--as-of", "H1")
    assert (done.code, "silent" in done.out) == (0, False)


@pytest.mark.parametrize(
    ("levels", "code", "gravity"),
    [
        pytest.param(("off", "off"), 0, None, id="nobody is to be checked"),
        pytest.param(("off", "warn"), 0, "warn", id="who lacks a figure only warns"),
        pytest.param(("warn", "fail"), 1, "fail", id="one of them fails"),
    ],
)
def test_the_check_of_a_target_goes_before_silence(
    run: Run, plan: Write, levels: tuple[str, str], code: int, gravity: str | None
) -> None:
    text = PLAN + "".join(
        f'[targets.{id_}]\nname = "A"\ngoal = 4\ncheck = "{level}"\n'
        for id_, level in zip("ab", levels, strict=True)
    )
    reported = '[targets.c]\nname = "C"\ngoal = 4\nactual = { H1 = 4 }\n'  # done, so it lacks nothing
    done = run("check", "-f", plan(text + reported), "--format", "json")
    assert done.code == code
    found = [each["gravity"] for each in json.loads(done.out)["findings"] if each["rule"] == "silent"]
    assert found == ([gravity] if gravity else [])


def test_silence_is_a_word_of_fail_on_and_warn_on(run: Run, plan: Write) -> None:
    file = plan(PLAN + OPEN + "actual = { H1 = 3 }")
    assert run("check", "-f", file, "--fail-on", "behind").code == 0
    warned = run("check", "-f", file, "--fail-on", "behind", "--warn-on", "silent")
    assert (warned.code, "WARN Plan of 2020: silent" in warned.out) == (0, True)
    own = plan(PLAN + '[check]\nfail_on = ["missed"]\n' + OPEN + "actual = { H1 = 3 }")
    assert run("check", "-f", own).code == 0


@pytest.mark.parametrize("form", ["text", "github", "gitlab", "junit", "markdown", "json"])
def test_every_format_tells_of_silence_at_the_plan(run: Run, plan: Write, form: str) -> None:
    done = run("check", "-f", plan(PLAN + OPEN), "--format", form)
    assert done.code == 1
    assert "silent" in done.out
    assert "2020-12-31" in done.out


def test_json_has_the_rule_silent(run: Run, plan: Write) -> None:
    found = json.loads(run("check", "-f", plan(PLAN + OPEN), "--format", "json").out)
    (finding,) = found["findings"]
    assert (finding["rule"], finding["id"]) == ("silent", None)
