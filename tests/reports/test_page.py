"""What the page says of targets that are not to be completed, and whose its lines are."""

import re
from pathlib import Path

import pytest

from kit.judged import judged
from kit.program import Run, Write
from plan_tracker.reports.attention import needing_attention

CAP = '[targets.cap]\nname = "C"\nunit = "u"\ngoal = 10\ndirection = "at_most"\n'


@pytest.mark.parametrize(
    ("used", "en", "zh"),
    [("4", "headroom 6 u", "余量6 u"), ("12", "over by 2 u", "超出2 u")],
)
def test_what_is_left_of_a_cap_is_headroom_or_exceeded(
    run: Run, plan: Write, used: str, en: str, zh: str
) -> None:
    file = plan(f"{CAP}actual = {{ H1 = {used} }}\n")
    for language, said in (("en", en), ("zh", zh)):
        assert f">{said}<" in run("export", "-f", file, "--format", "html", "--lang", language).out


def test_a_limit_is_marked_as_in_tables(run: Run, plan: Write) -> None:
    shown = run("export", "-f", plan(f"{CAP}actual = {{ H1 = 4 }}\n"), "--format", "html").out
    assert ">≤10 u<" in shown


@pytest.mark.parametrize(
    ("keys", "en", "zh"),
    [
        ('kind = "level"\nbaseline = 71\ngoal = 78', "4.9 pp", "4.9个百分点"),
        ('kind = "cumulative"\ngoal = 78', "4.9%", "4.9%"),
    ],
)
def test_what_is_left_between_levels_in_percent_is_points(
    run: Run, plan: Write, keys: str, en: str, zh: str
) -> None:
    file = plan(f'[targets.a]\nname = "A"\nunit = "%"\n{keys}\nactual = {{ H1 = 73.1 }}\n')
    for language, said in (("en", en), ("zh", zh)):
        assert f">{said}<" in run("export", "-f", file, "--format", "html", "--lang", language).out


def test_a_course_says_of_each_kind_what_was_asked(run: Run, plan: Write) -> None:
    file = plan(
        f"{CAP}actual = {{ Q1 = 2, H1 = 6 }}\n"
        '[targets.total]\nname = "T"\nunit = "u"\ngoal = 10\nactual = { Q1 = 2, H1 = 6 }\n'
        '[targets.level]\nname = "L"\nunit = "u"\nkind = "level"\nbaseline = 10\ngoal = 20\n'
        "actual = { Q1 = 12, H1 = 16 }\n"
        '[targets.fall]\nname = "F"\nunit = "u"\nkind = "level"\nbaseline = 20\ngoal = 10\n'
        "actual = { Q1 = 18, H1 = 16 }\n"
        '[targets.hold]\nname = "H"\nunit = "u"\nkind = "level"\ngoal = 30\nactual = { Q1 = 33, H1 = 31 }\n'
    )
    out = run("export", "-f", file, "--format", "html", "--lang", "zh").out
    for said in ("应控制在5 u以内", "应完成5 u", "应达到15 u", "应控制在15 u以内"):
        assert f"上半年 {'6' if '15' not in said else '16'} u（{said}）" in out
    out = run("export", "-f", file, "--format", "html", "--lang", "en").out
    for said in (
        "6 u, expected at most 5 u",
        "6 u, expected 5 u",
        "16 u, expected to reach 15 u",
        "16 u, expected at most 15 u",
    ):
        assert f"H1 {said}" in out
    assert "Q1 33 u; H1 31 u" in out  # what is only to be held has no course to follow


def test_a_day_of_dropping_is_told_from_that_day_on(run: Run, plan: Write) -> None:
    file = plan(f"{CAP}actual = {{ H1 = 4 }}\ndropped = 2024-08-01\n")
    before, after = (
        run("export", "-f", file, "--format", "html", "--as-of", day, "--lang", "en").out
        for day in ("2024-06-30", "2024-08-01")
    )
    said = 'dropped on <span class="date">2024-08-01</span>'
    assert (said in before, said in after) == (False, True)


def test_a_note_is_told_apart_from_the_source_of_the_figures(run: Run, plan: Write) -> None:
    file = plan(f'{CAP}source = "Part 1"\nnote = "Counted by hand"\n')
    out = run("export", "-f", file, "--format", "html").out
    assert '<span class="muted">Part 1</span> <span class="note">Counted by hand</span>' in out


@pytest.mark.parametrize(
    ("language", "page", "annex"),
    [
        ("en", ">late · due <span", "Done: A (late), B."),
        ("zh", ">逾期完成 · 2024年6月30日前完成<", "已完成目标任务的有：A（逾期完成）、B。"),
    ],
)
def test_what_was_done_only_after_its_due_date_is_said_to_be_late(
    run: Run, plan: Write, language: str, page: str, annex: str
) -> None:
    late = 'name = "A"\ngoal = 9\ndue = 2024-06-30\nactual = { H1 = 8, Q3 = 9 }'
    file = plan(f'[targets.a]\n{late}\n[targets.b]\nname = "B"\ngoal = 9\nactual = {{ Q3 = 9 }}\n')
    for form, said in (("html", page), ("markdown", annex)):
        assert said in run("export", "-f", file, "--as-of", "Q3", "--format", form, "--lang", language).out


@pytest.mark.parametrize(
    ("committed", "en", "zh"),
    [
        ("20", ">committed 20 km<", ">已承诺20 km<"),
        ('{ "2 roads" = 20, B = 5 }', ">20 km from 2 roads · 5 km from B<", ">2 roads 20 km · B 5 km<"),
    ],
)
def test_committed_work_is_told_as_in_show_and_compare(
    run: Run, plan: Write, committed: str, en: str, zh: str
) -> None:
    body = 'name = "A"\nunit = "km"\ngoal = 90\nactual = { H1 = 40 }'
    file = plan(f"[targets.a]\n{body}\ncommitted = {committed}\n")
    for language, said in (("en", en), ("zh", zh)):
        assert said in run("export", "-f", file, "--format", "html", "--lang", language).out


@pytest.mark.parametrize(
    ("figures", "en", "zh"),
    [
        ("", "0 of 2 targets could be judged.", "共2项指标，目前均无法评价。"),
        (
            "actual = { H1 = 9 }",
            "1 of 2 targets could be judged; none of them is behind, slipping or missed.",
            "共2项指标，其中可评价1项，均不存在滞后或未完成的情况。",
        ),
    ],
)
def test_nothing_is_said_of_how_targets_stand_that_were_not_judged(
    run: Run, plan: Write, figures: str, en: str, zh: str
) -> None:
    file = plan(f'[targets.a]\nname = "A"\ngoal = 9\n{figures}\n[targets.b]\nname = "B"\ngoal = 9\n')
    for language, said in (("en", en), ("zh", zh)):
        call = ("export", "-f", file, "--format", "html", "--as-of", "H1", "--lang", language)
        assert said in run(*call).out


def test_a_level_far_over_its_ceiling_stands_before_a_total_that_hardly_lags() -> None:
    evaluation = judged(
        '[targets.roads]\nname = "R"\ngoal = 1000\nactual = { H1 = 499 }\n'  # 0.1 points behind
        '[targets.dust]\nname = "D"\nkind = "level"\ndirection = "at_most"\ngoal = 30\nactual = { H1 = 33 }\n'
        '[targets.mains]\nname = "M"\ngoal = 100\nactual = { H1 = 20 }\n'  # 30 points behind
    )
    found = needing_attention(evaluation.results, lambda result: result)  # the ceiling is exceeded by a tenth
    assert [result.target.id for result in found] == ["mains", "dust", "roads"]


def test_a_part_that_missed_its_goal_is_counted_as_that(run: Run, plan: Write) -> None:
    parts = "parts.x = { goal = 5, actual = { H1 = 4 } }\nparts.y = { goal = 5, actual = { H1 = 6 } }\n"
    file = plan('[targets.a]\nname = "A"\ngoal = 10\ndue = 2024-06-30\nactual = { H1 = 10 }\n' + parts)
    for language, said in (
        ("en", "1 part of targets is behind, slipping, missed or not reported."),
        ("zh", "分解任务中，滞后（含略有滞后、未完成）或未报送1项。"),
    ):
        assert said in run("export", "-f", file, "--format", "html", "--lang", language).out


def outlook_lines(page: str) -> list[str]:
    """The names of the lines on what is left, parts behind a dash."""
    found = re.findall(r'<tr role="row"( class="part")?>\n<th [^>]*class="c-name">(.*)</th>', page)
    return [f"{'- ' if part else ''}{name}" for part, name in found]


def test_a_part_stands_below_its_own_target_also_where_that_lacks_figures(run: Run, plan: Write) -> None:
    file = plan(
        '[targets.other]\nname = "Other"\ngoal = 10\nactual = { H1 = 1 }\n'
        '[targets.whole]\nname = "Whole"\ngoal = 10\n'
        "parts.north = { goal = 5, actual = { H1 = 1 } }\nparts.south = { goal = 5 }\n"
    )
    out = run("export", "-f", file, "--format", "html").out
    assert outlook_lines(out) == ["Other", "Whole", "- north"]


def test_of_several_plans_each_line_names_its_plan_and_no_status_is_an_empty_badge(
    run: Run, tmp_path: Path
) -> None:
    for name, actual, rate in (("North", 4, 5), ("South", 9, 6)):
        (tmp_path / f"{name}.toml").write_text(
            f'[plan]\ntitle = "{name}"\nyear = 2024\n[targets.a]\nname = "A"\ngoal = 10\n'
            f'actual = {{ H1 = {actual} }}\n[targets.b]\nname = "B"\nunit = "%"\nkind = "level"\n'
            f"goal = 5\nactual = {{ H1 = {rate} }}\n"
        )
    out = run("export", "-f", str(tmp_path), "--format", "html").out
    assert outlook_lines(out) == ["A", "- North"]
    assert "</svg></span>" not in out


@pytest.mark.parametrize(
    ("language", "said"), [("en", "owner: South office"), ("zh", "责任单位：South office")]
)
def test_the_owner_of_a_part_is_called_that(run: Run, plan: Write, language: str, said: str) -> None:
    file = plan('[targets.a]\nname = "A"\ngoal = 9\n[targets.a.parts.south]\nowner = "South office"\n')
    line = run("export", "-f", file, "--format", "html", "--lang", language).out.split(">south<")[-1]
    assert said in line


def test_the_original_goal_of_a_part_is_told(run: Run, plan: Write) -> None:
    part = "[targets.a.parts.south]\ngoal = 9\nadjusted = { 2024-05-20 = 7 }\nactual = { H1 = 3 }\n"
    file = plan(f'[targets.a]\nname = "A"\nunit = "km"\ngoal = 9\n{part}')
    page = run("export", "-f", file, "--format", "html").out
    assert page.count("goal adjusted from 9 km") == 1
