"""`audit` as a command: its exit codes, its forms, and a report's text beside it."""

import json
from pathlib import Path

import pytest

from kit.program import EXAMPLE, Run, Write

JOBS = '[targets.jobs]\nname = "New jobs"\nunit = "10,000"\ngoal = 6\nactual = { H1 = 3.43 }\n'


def test_the_example_plan_passes(run: Run) -> None:
    done = run("audit", "-f", str(EXAMPLE), "--lang", "en")
    assert done.code == 0
    verdicts = [line.split()[-1] for line in done.out.splitlines()[3:10]]
    assert verdicts == ["exact", "holds", "exact", "rounded", "exact", "rounded", "rounded"]
    assert done.out.endswith("7 stated figures: 0 failed, 0 not checkable\n")


@pytest.mark.parametrize(
    ("stated", "code"),
    [('"57.17%"', 0), ('"57.16%"', 0), ('"57.2%"', 0), ('"58%"', 1), ('">57%"', 0), ('">58%"', 1)],
)
def test_a_mismatch_or_a_false_claim_is_refused(run: Run, plan: Write, stated: str, code: int) -> None:
    file = plan(f"{JOBS}stated = {{ H1 = {stated} }}\n")
    assert run("audit", "-f", file).code == code


def test_a_part_is_named_with_its_target_in_each_table(run: Run, plan: Write, tmp_path: Path) -> None:
    whole = 'parts.north = {{ goal = 4, actual = {{ H1 = {actual} }}, stated = {{ H1 = "25%" }} }}\n'
    file = plan(
        f'[targets.roads]\nname = "Roads"\n{whole.format(actual=1)}'
        f'[targets.homes]\nname = "Homes"\n{whole.format(actual=2)}'
    )
    report = tmp_path / "report.txt"
    report.write_text("Nothing was reported.\n", encoding="utf-8")
    out = run("audit", "-f", file, "--document", str(report)).out
    assert [line.split("  ")[0] for line in out.splitlines() if "north" in line] == [
        "Roads (north)",
        "Homes (north)",
        *["Roads (north)"] * 2,
        *["Homes (north)"] * 2,
    ]


def test_the_text_of_a_report_is_searched_and_what_is_missing_refused_only_if_strict(
    run: Run, plan: Write, tmp_path: Path
) -> None:
    report = tmp_path / "report.txt"
    report.write_text("# Report\n\nThere were 3.4310,000 things. New jobs came to 7.\n", encoding="utf-8")
    call = ("audit", "-f", plan(JOBS), "--document", str(report))
    lax, strict = run(*call), run(*call, "--strict")
    assert (lax.code, strict.code) == (0, 1)
    assert "not found" in lax.out


def test_a_report_that_is_not_there_is_refused(run: Run, plan: Write) -> None:
    done = run("audit", "-f", plan(JOBS), "--document", "gone.txt")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: there is no file gone.txt")


def test_the_audit_as_json_has_exact_figures(run: Run, plan: Write) -> None:
    done = run("audit", "-f", plan(f'{JOBS}stated = {{ H1 = "57.17%" }}\n'), "--format", "json")
    found = json.loads(done.out)
    assert found["document"] is None
    assert found["stated"][0]["verdict"] == "rounded"
    assert found["stated"][0]["completion_rate"] == pytest.approx(0.571667)
    assert '"completion_rate": 0.571667' in done.out


def test_the_audit_as_markdown_is_a_table(run: Run, plan: Write) -> None:
    done = run("audit", "-f", plan(f'{JOBS}stated = {{ H1 = "57.17%" }}\n'), "--format", "markdown")
    assert done.out.splitlines()[4].startswith("| target   | period |")
    assert "| New jobs | H1     |" in done.out


def test_stated_points_are_written_in_the_words_of_the_language(
    run: Run, plan: Write, tmp_path: Path
) -> None:
    lines = '[plan]\ntitle = "P"\nyear = 2024\n[targets.a]\nname = "甲"\ngoal = 400\nactual = { H1 = 190 }\n'
    report = tmp_path / "report.txt"
    report.write_text("甲190，完成47.5%，低于序时进度2.5个百分点。\n", encoding="utf-8")
    for typed in ("-2.5pp", "-2.5 个百分点"):
        file = plan(f'{lines}stated = {{ H1 = "{typed}" }}\n')
        told = run("audit", "-f", file, "--document", str(report), "--lang", "zh").out
        assert ("-2.5个百分点" in told, "pp" in told) == (True, False)
        assert "-2.5pp" in run("audit", "-f", file, "--lang", "en").out
        assert "-2.5个百分点（相符）" in run("show", "a", "-f", file, "--lang", "zh").out
        assert f'"{typed}"' in run("audit", "-f", file, "--format", "json", "--lang", "zh").out
