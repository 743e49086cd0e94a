"""What a dispatch meeting is told: sentences of `show`, the table of `outlook`, and of its earlier years."""

import json

import pytest

from kit.judged import target
from kit.program import Run, Write
from plan_tracker.language import Language
from plan_tracker.reports.meeting import sentences

PAST = """past.2021 = { H1 = 180, FY = 380 }
past.2022 = { H1 = 170, FY = 390 }
past.2023 = { H1 = 205, FY = 412 }
"""
CAP, CEILING = 'direction = "at_most"\n', 'kind = "level"\ndirection = "at_most"\nunit = "%"\n'


def told(keys: str, language: Language, as_of: str = "2024-06-30") -> list[str]:
    return list(sentences(target(keys, as_of)[1], 1, language))


@pytest.mark.parametrize(
    ("keys", "en", "zh"),
    [
        (
            'unit = "亿元"\ngoal = 1550\nactual = { H1 = 759.13 }',
            "15.87亿元 short of what is expected.",
            "欠15.87亿元。",
        ),
        (f"{CEILING}goal = 3\nactual = {{ H1 = 3.4 }}", "0.4 pp above the ceiling.", "超出控制目标0.4个百分点。"),
        (f"{CEILING}goal = 3\nbaseline = 3\nactual = {{ H1 = 3.4 }}", "0.4 pp above the ceiling.", "超出控制目标0.4个百分点。"),
        (f"{CEILING}goal = 3\nactual = {{ H1 = 3 }}", "Within the goal.", "控制在目标以内。"),
        (f'{CAP}unit = "人"\ngoal = 40\nactual = {{ H1 = 23 }}', "3人 more than the pace allows.", "超出序时控制数3人。"),
        (f'{CAP}unit = "人"\ngoal = 40\nactual = {{ H1 = 43 }}', "Exceeds the cap by 3人.", "突破控制目标，超出3人。"),
        (f"{CAP}goal = 40\nactual = {{ H1 = 20 }}", "Within the goal.", "控制在目标以内。"),
        ('kind = "level"\nunit = "%"\ngoal = 75\nactual = { H1 = 70 }', "5 pp short of what is expected.", "欠5个百分点。"),
        (f"{CEILING}goal = 15\nbaseline = 18\nactual = {{ H1 = 17 }}", "0.5 pp more than the pace allows.", "超出序时控制数0.5个百分点。"),
        (f"{CEILING}goal = 15\nbaseline = 18\ndue = 2024-06-30\nactual = {{ H1 = 17 }}", "2 pp above the ceiling.", "超出控制目标2个百分点。"),
        # from the goal with all digits, as beside it; from what a pace expects with two decimals (78.415 less 66.82)
        (f"{CEILING}goal = 5.1\nactual = {{ H1 = 5.2345 }}", "0.1345 pp above the ceiling.", "超出控制目标0.1345个百分点。"),
        (f"{CAP}goal = 900\nactual = {{ H1 = 950.4567 }}", "Exceeds the cap by 50.4567.", "突破控制目标，超出50.4567。"),
        ("goal = 100\ndue = 2024-06-30\nactual = { H1 = 99.8765 }", "0.1235 short of what is expected.", "欠0.1235。"),
        ("goal = 156.83\nactual = { H1 = 66.82 }", "11.6 short of what is expected.", "欠11.6。"),
        # never printed as 0 unless it is
        ("goal = 400\nactual = { H1 = 199.9999 }", "0.0001 short of what is expected.", "欠0.0001。"),
    ],
)  # fmt: skip
def test_the_first_sentence_is_what_is_short(keys: str, en: str, zh: str) -> None:
    assert (told(keys, Language.EN)[0], told(keys, Language.ZH)[0]) == (en, zh)


def test_a_target_behind_in_all_sentences() -> None:
    keys = f'unit = "km"\ngoal = 400\nactual = {{ H1 = 190 }}\n{PAST}'
    assert told(keys, Language.EN) == [
        "10 km short of what is expected.",
        "31.7 km per month so far, 35.0 km needed per month until 2024-12-31.",
        "Where it should have been on 2024-06-21: 9 days behind.",
        "At this speed the goal is reached on 2025-01-20.",
        "7.3% less than in the same period of last year.",  # 190/205 - 1
        # 401.1, 435.9 and 381.9, of whole things the lower whole number
        (
            "If the rest of the year goes as in earlier years, it ends at 381 km to 435 km: the goal is reached in 2 of 3 "
            "(2021: 401 km, 2022: 435 km, 2023: 381 km)."
        ),
        (
            "For earlier years the same method would have projected: 2021 361 km to 412 km, result 380 km; "
            "2022 341 km to 358 km, result 390 km; 2023 432 km to 470 km, result 412 km."
        ),
    ]


def test_a_target_ahead_in_chinese() -> None:
    keys = 'unit = "亿元"\ngoal = 1550\nactual = { H1 = 871 }\nlast_year = { H1 = 820 }'
    assert told(keys, Language.ZH) == [
        "月均已完成145.2亿元，至2024年12月31日月均需完成113.2亿元。",
        "相当于2024年7月23日的进度，超前23天。",  # 871/1550 of 12 months are 6.743: 23.04 July
        "按此速度，预计2024年11月21日达标。",  # 1550/871 of six months are 10.677: 20.3 November
        "同比增长6.2%。",
    ]


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ("goal = 400\nactual = { H1 = 200 }", "与序时进度持平。"),
        ("goal = 400\nactual = { H1 = 0 }", "按此速度，不能按期达标。"),
        ("actual = { H1 = 5 }\nlast_year = { H1 = 5 }", "同比持平。"),
        ("goal = 400\nactual = { H1 = 399 }", "相当于2024年12月30日的进度，超前183天。"),
        ("goal = 36\ndue = 2024-06-30\nactual = { H1 = 30 }", "月均已完成5.0。"),
    ],
)
def test_a_sentence_for_each_case(keys: str, sentence: str) -> None:
    assert sentence in told(keys, Language.ZH)


def test_a_lag_of_one_day_is_told_in_the_singular() -> None:
    keys = "goal = 366\nactual = { H1 = 181 }\n"
    (_, result) = target(keys, plan='calendar = "days"')
    assert "Where it should have been on 2024-06-29: 1 day behind." in list(sentences(result, 1, Language.EN))


def test_growth_is_not_shown_as_none_unless_there_is_none() -> None:
    keys = "actual = { H1 = 100001 }\nlast_year = { H1 = 100000 }"
    assert told(keys, Language.EN) == ["0.001% more than in the same period of last year."]


def test_months_that_differ_are_not_shown_alike() -> None:
    keys = "goal = 400\nactual = { H1 = 199.99 }"
    assert "33.33 per month so far, 33.34 needed per month until 2024-12-31." in told(keys, Language.EN)


# --- the table


def heads(run: Run, path: str, language: str, width: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = run("outlook", "-f", path, "--lang", language, "--format", "markdown").out
    return [
        cell.strip() for cell in next(line for line in out.splitlines() if line.startswith("|")).split("|")
    ]


def test_the_table_leads_with_what_a_meeting_needs(
    run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = plan('[targets.a]\nname = "A"\nunit = "km"\ngoal = 400\ncommitted = 9\nactual = { H1 = 190 }\n')
    assert heads(run, path, "en", 80, monkeypatch)[1:10] == [
        *("target", "remaining", "unit", "needed per month", "per month so far", "lead (days)", "reached on"),
        *("coverage", "uncovered"),
    ]
    assert heads(run, path, "zh", 80, monkeypatch)[1:10] == [
        *("指标", "剩余任务", "单位", "月均需完成", "月均已完成", "超前/滞后（天）", "预计达标日期"),
        *("承诺覆盖率", "缺口"),
    ]


def test_a_goal_that_is_reached_too_late_to_tell_says_so(run: Run, plan: Write) -> None:
    path = plan('[targets.a]\nname = "A"\ngoal = 400\nactual = { H1 = 1 }\n')
    assert "after the due date" in run("outlook", "-f", path).out
    assert "超过时限" in run("outlook", "-f", path, "--lang", "zh").out


def test_what_is_changed_later_is_told_in_the_head(run: Run, plan: Write) -> None:
    text = (
        '[targets.a]\nname = "A"\ngoal = 400\nadjusted = { 2024-08-30 = 380 }\nactual = { H1 = 190 }\n'
        '[targets.b]\nname = "B"\ngoal = 4\ndropped = 2024-09-01\n[targets.c]\nname = "C"\ngoal = 4\n'
        "dropped = 2024-09-01\n"
    )
    for command in ("outlook", "status"):
        out = run(command, "-f", plan(text)).out
        assert "after 2024-06-30: 1 goal adjusted, 2 targets dropped\n" in out
        assert (
            "2024年6月30日之后：目标调整1项，取消指标2项"
            in run(command, "-f", plan(text), "--lang", "zh").out
        )
    assert "after" not in run("status", "-f", plan(text), "--as-of", "2024-09-01").out


def test_only_dropped_shows_what_is_given_up(run: Run, plan: Write) -> None:
    path = plan(
        '[targets.a]\nname = "A"\ngoal = 4\ndropped = 2024-06-01\n[targets.b]\nname = "B"\ngoal = 4\n'
    )
    for word, language in (("dropped", "en"), ("已取消", "zh")):
        out = run("status", "--only", word, "-f", path, "--lang", language).out
        assert [line.split()[0] for line in out.splitlines() if line.startswith(("A ", "B "))] == ["A"]
    assert run("check", "--fail-on", "dropped", "-f", path).code == 2


def test_a_table_has_the_original_goal_where_one_is_adjusted(run: Run, plan: Write) -> None:
    path = plan(
        '[targets.a]\nname = "A"\ngoal = 400\nadjusted = { 2024-08-30 = 380 }\nactual = { H1 = 190 }\n'
    )
    then, now = (run("status", "-f", path, "--as-of", day).out for day in ("2024-08-29", "2024-08-30"))
    assert "original goal" not in then
    assert "A        380            400     190  50.0%" in now


def test_the_original_goal_of_a_limit_is_marked_as_one(run: Run, plan: Write) -> None:
    keys = 'kind = "level"\nbaseline = 80\ngoal = 60\nadjusted = { 2024-05-01 = 70 }\nactual = { H1 = 74 }\n'
    out = run("status", "-f", plan(f'[targets.a]\nname = "A"\n{keys}')).out
    assert "≤70            ≤60" in out


# --- earlier years


def test_earlier_years_are_told_beside_what_they_came_to(run: Run, plan: Write) -> None:
    path = plan(f'[targets.a]\nname = "A"\nunit = "km"\ngoal = 400\nactual = {{ H1 = 190 }}\n{PAST}')
    lines = [line.split() for line in run("outlook", "--past", "-f", path).out.splitlines()]
    assert lines[3:7] == [
        ["A", "190", "km", "381", "435", "380", "a"],
        ["└", "2021", "180", "361", "412", "360", "380", "within"],
        ["└", "2022", "170", "341", "358", "340", "390", "above"],
        ["└", "2023", "205", "432", "470", "410", "412", "below"],
    ]
    assert " ".join(lines[7]) == "1 of 3 earlier years ended within the range projected from the others"
    found = json.loads(run("outlook", "--past", "-f", path, "--format", "json").out)["past"]
    assert [(each["year"], each["projected_low"], each["range"]) for each in found] == [
        (2021, 361.756098, "within"),
        (2022, 341.658537, "above"),
        (2023, 432.777778, "below"),
    ]
    assert "|  361 | 412 |" in run("outlook", "--past", "-f", path, "--format", "markdown").out


def test_an_end_that_is_just_missed_is_not_shown_as_it(run: Run, plan: Write) -> None:
    """By 2022 and 2023, 2021 would have come to 200 2/3 at least: 200 is below that, and not 200."""
    years = "2021 = { H1 = 100, FY = 200 }, 2022 = { H1 = 150, FY = 301 }, 2023 = { H1 = 100, FY = 300 }"
    path = plan(f'[targets.a]\nname = "A"\ngoal = 400\nactual = {{ H1 = 190 }}\npast = {{ {years} }}\n')
    lines = [line.split() for line in run("outlook", "--past", "-f", path).out.splitlines()]
    assert lines[4] == ["└", "2021", "100", "200.67", "300", "200", "200", "below"]


def test_without_earlier_years_that_is_said(run: Run, plan: Write) -> None:
    path = plan('[targets.a]\nname = "A"\ngoal = 400\nactual = { H1 = 190 }\n')
    out = run("outlook", "--past", "-f", path).out.splitlines()
    assert len(out) == 2
    assert out[1].startswith("no target has earlier years to project from")
