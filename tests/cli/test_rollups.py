"""Many plans at once, as a user sees them: each line of what roll-ups promise, with values worked by hand."""

import csv
import json
import os
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from kit.checkout import git
from kit.folders import county, written
from kit.program import ROOT, Run
from plan_tracker.judging.collecting import common_day, roll_up
from plan_tracker.language import Language
from plan_tracker.reading.folders import load_folder
from plan_tracker.reports.status import plans_report
from plan_tracker.reports.view import View

# Projects: 31 + 32 + 33 = 96, of which 48 are expected by the middle of the year and 17 + 14 + 11 = 42 there.
PLANS = {
    "counties/c1.toml": county("County 1", "projects: goal = 31; actual = { H1 = 17 }"),
    "counties/c2.toml": county("County 2", "projects: goal = 32; actual = { H1 = 14 }"),
    "counties/c3.toml": county("County 3", "projects: goal = 33; actual = { H1 = 11 }"),
}
SILENT = county("County 4", "projects: goal = 4", "roads: goal = 5; actual = { Q1 = 1 }")
SLIP = 'tolerance = "5pp"'
WELL = county("County 5", "projects: goal = 100; actual = { H1 = 90 }")
PROVINCE = county("Province", "projects: goal = 90", more='collect = "counties/*.toml"')


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return written(tmp_path / "all", PLANS)


def rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(out)))


def test_status_has_a_row_for_each_id_and_how_many_plans_stand_how(run: Run, folder: str) -> None:
    done = run("status", "-f", folder, "--as-of", "H1")
    assert done.code == 0
    assert "3 targets · 1 on pace · 2 behind" in done.out  # the plans' own
    assert "3 plans, 3 reported" in done.out
    (row,) = [line for line in done.out.splitlines() if line.startswith("Projects")]
    assert row.split()[:3] == ["Projects", "96", "42"]
    assert "43.8%" in row  # 42 of 96
    assert "2 behind, 1 on pace" in row


def test_rows_of_the_plans_stand_below_where_asked_for(run: Run, folder: str) -> None:
    done = run("status", "-f", folder, "--as-of", "H1", "--parts")
    assert [line.split()[1:3] for line in done.out.splitlines() if "└" in line] == [
        ["County", "1"],
        ["County", "2"],
        ["County", "3"],
    ]


def test_the_markdown_of_check_names_the_plan_of_each_target_and_what_is_due(run: Run, folder: str) -> None:
    (Path(folder) / "counties" / "c4.toml").write_text(SILENT, encoding="utf-8")
    out = run("check", "-f", folder, "--as-of", "H1", "--format", "markdown").out
    rows = [line.split(" | ")[1:3] for line in out.splitlines() if line.startswith("| **FAIL**")]
    assert ["Projects (County 3)", "16.5 (50.0%)"] in rows
    assert ["Projects (County 2)", "16 (50.0%)"] in rows
    assert ["County 4", "a figure for 2024-06-30"] in rows


@pytest.mark.parametrize("given", ["", "province.toml"])
def test_check_rounds_as_the_plan_of_each_target_says(run: Run, tmp_path: Path, given: str) -> None:
    """14 of 32 lag by 6.25 points, 11 of 33 by 16.666…"""
    decimals = {"counties/c2.toml": 0, "counties/c3.toml": 3}
    plans = {
        name: text.replace("year = 2024", f"year = 2024\ndecimals = {decimals.get(name, 1)}", 1)
        for name, text in PLANS.items()
    }
    folder = written(tmp_path / "all", plans | {"province.toml": PROVINCE})
    out = run("check", "-f", str(Path(folder) / given), "--as-of", "H1").out
    assert "behind by 6 pp" in out
    assert "behind by 16.667 pp" in out


def test_what_a_collecting_plan_allots_to_parts_of_its_own_is_checked(run: Run, tmp_path: Path) -> None:
    roads = "[targets.roads]\nname = 'Roads'\ngoal = 10\nactual = { H1 = 6 }\n"
    parts = "[targets.roads.parts]\nnorth = { goal = 3 }\nsouth = { goal = 4 }\n"
    folder = written(tmp_path / "all", PLANS | {"province.toml": f"{PROVINCE}{roads}{parts}"})
    done = run("check", "-f", f"{folder}/province.toml", "--as-of", "H1", "--format", "json")
    found = [
        (each["id"], each["plan"])
        for each in json.loads(done.out)["findings"]
        if each["rule"] == "allocation"
    ]
    assert found == [("roads", None)]


def test_a_level_that_no_plan_has_reported_has_no_bounds(run: Run, tmp_path: Path) -> None:
    level = "rate: goal = 62; kind = 'level'; unit = '%'"
    folder = written(tmp_path / "all", {f"c{n}.toml": county(f"County {n}", level) for n in (1, 2)})
    assert run("status", "-f", folder, "--as-of", "H1").code == 0
    assert json.loads(run("status", "-f", folder, "--as-of", "H1", "--format", "json").out)["levels"] == []


@pytest.mark.parametrize(
    "arguments", ["status --parts", "show projects", "export --format markdown", "export --format html"]
)
def test_a_lead_is_printed_beside_the_tolerance_of_its_own_plan(
    run: Run, tmp_path: Path, arguments: str
) -> None:
    """450 of 1000 would be 5 points behind: 449.6 is behind, and 450.4 slips."""
    plans = {
        f"c{n}.toml": county(f"C{n}", f"projects: goal = 1000; actual = {{ H1 = {n} }}", more=SLIP)
        for n in ("449.6", "450.4")
    }
    command, *others = arguments.split()
    out = run(command, *others, "-f", written(tmp_path / "all", plans), "--as-of", "H1").out
    for shown in ("-5.04", "-4.96"):
        assert out.count(shown) == 1
    machine = run("export", "-f", str(tmp_path / "all"), "--format", "csv").out
    assert [row["lead_pp"] for row in rows(machine)] == ["-5", "-5.04", "-4.96"]


def test_filters_mean_the_plans_own_targets(run: Run, folder: str) -> None:
    (Path(folder) / "counties" / "c5.toml").write_text(WELL, encoding="utf-8")
    done = run("status", "-f", folder, "--as-of", "H1", "--only", "behind")
    (row,) = [line for line in done.out.splitlines() if line.startswith("Projects")]
    assert row.split()[1:3] == ["196", "132"]
    assert ("County 2" in done.out, "County 3" in done.out, "County 1" in done.out) == (True, True, False)


def test_filters_find_the_parts_of_a_plans_target(run: Run, folder: str) -> None:
    north = "[targets.projects.parts.north]\nowner = 'Office N'\ngoal = 31\nactual = { H1 = 2 }\n"
    path = Path(folder) / "counties" / "c1.toml"  # itself on pace
    path.write_text(path.read_text(encoding="utf-8") + north, encoding="utf-8")
    for words, names in (
        (("--only", "behind"), ["County 1 (north)", "County 2", "County 3"]),
        (("--owner", "Office N"), ["County 1 (north)"]),
    ):
        out = run("status", "-f", folder, "--as-of", "H1", *words).out
        found = [line for line in out.splitlines() if line.startswith("└")]
        assert [line.removeprefix("└ ").partition("  ")[0] for line in found] == names
    assert "north" not in run("status", "-f", folder, "--as-of", "H1", "--parts").out


def test_show_says_of_a_sum_neither_weight_nor_check_nor_what_the_plans_have_not_given(
    run: Run, folder: str
) -> None:
    shown = run("show", "-f", folder, "projects").out
    assert "About" not in shown
    assert "weight" not in shown
    path = Path(folder) / "counties"
    for file in path.glob("*.toml"):
        grouped = file.read_text(encoding="utf-8").replace("projects]\n", "projects]\ngroup = 'Works'\n")
        file.write_text(grouped, encoding="utf-8")
    assert run("show", "-f", folder, "projects").out.endswith("\nAbout\n  group: Works\n")


def test_of_a_part_of_one_plan_show_names_the_plan(run: Run, folder: str) -> None:
    path = Path(folder) / "counties" / "c1.toml"
    north = "[targets.projects.parts.north]\ngoal = 31\n"
    path.write_text(path.read_text(encoding="utf-8") + north, encoding="utf-8")
    done = run("show", "-f", folder, "projects/north")
    assert (done.code, done.out) == (2, "")
    assert f"it is in counties/c1.toml: plan-tracker show projects/north -f {path}\n" in done.err
    assert run("show", "-f", str(path), "projects/north").code == 0


def test_group_by_plan_has_a_row_for_each_plan_worst_first(run: Run, folder: str) -> None:
    (Path(folder) / "counties" / "c4.toml").write_text(SILENT, encoding="utf-8")
    done = run("status", "-f", folder, "--as-of", "H1", "--group-by", "plan")
    lines = done.out.splitlines()
    assert lines[2] == "4 plans, 3 reported; nothing reported by: County 4"
    assert [line[:8] for line in lines if line.startswith("County")] == [
        "County 2",
        "County 3",
        "County 4",
        "County 1",
    ]
    chinese = run("status", "-f", folder, "--as-of", "H1", "--group-by", "计划", "--lang", "zh")
    assert "计划4份，已报送3份；未报送：County 4" in chinese.out


def test_group_by_plan_has_only_plans_with_what_is_asked_for(run: Run, folder: str) -> None:
    def plans(*words: str) -> list[str]:
        out = run("status", "-f", folder, "--as-of", "H1", "--group-by", "plan", *words).out
        return [line[:8] for line in out.splitlines() if line.startswith("County")]

    assert plans("--only", "behind") == ["County 2", "County 3"]
    assert plans("--only", "on_pace") == ["County 1"]
    assert plans("--only", "missed") == []
    assert "no target is missed" in run("status", "-f", folder, "--group-by", "plan", "--only", "missed").out


@pytest.mark.parametrize("option", [("--sort", "rate"), ("--parts",), ("--no-parts",)])
def test_group_by_plan_refuses_what_it_would_ignore(run: Run, folder: str, option: tuple[str, ...]) -> None:
    done = run("status", "-f", folder, "--as-of", "H1", "--group-by", "plan", *option)
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-2:] == [
        f"error: {option[0]} is not for a table of plans (--group-by plan)",
        "hint: leave it out: each row is a whole plan, the worst first",
    ]


def test_of_many_plans_the_worst_are_shown_and_the_others_counted(folder: str) -> None:
    found = load_folder(Path(folder))
    evaluation = roll_up(found.plan, found.joined, common_day(found.plans))
    for limit, more in ((1, "2 more rows, less urgent: --all shows them"), (3, ""), (None, "")):
        report = plans_report(evaluation, Language.EN, View(limit=limit))
        assert sum(len(section.rows) for section in report.table.sections) == (limit or 3)
        assert report.more == more


def test_an_owner_of_whom_no_plan_knows_any_is_not_there(run: Run, folder: str) -> None:
    done = run("status", "-f", folder, "--owner", "Nobody")
    assert done.code == 2
    assert done.err.endswith("error: there is no `Nobody`: no target has anything there\n")


def test_machines_get_the_sum_and_below_it_the_plans_own(run: Run, folder: str) -> None:
    found = rows(run("export", "-f", folder, "--as-of", "H1").out)
    assert [
        (row["id"], row["parent"], row["plan"], row["goal"], row["actual"], row["status"]) for row in found
    ] == [
        ("projects", "", "", "96", "42", "behind"),
        ("projects", "projects", "counties/c1.toml", "31", "17", "on_pace"),
        ("projects", "projects", "counties/c2.toml", "32", "14", "behind"),
        ("projects", "projects", "counties/c3.toml", "33", "11", "behind"),
    ]
    assert list(found[0])[-1] == "plan"
    own = rows(run("export", "-f", f"{folder}/counties/c2.toml", "--as-of", "H1").out)[0]
    assert found[2] == own | {"parent": "projects", "plan": "counties/c2.toml"}
    assert len(rows(run("export", "-f", folder, "--no-parts").out)) == 1


def test_json_tells_of_the_plans_too(run: Run, folder: str) -> None:
    (Path(folder) / "counties" / "c4.toml").write_text(SILENT, encoding="utf-8")
    found: dict[str, Any] = json.loads(run("status", "-f", folder, "--as-of", "H1", "--format", "json").out)
    assert found["summary"]["targets"] == 5
    assert [(each["title"], each["reported"]) for each in found["plans"]] == [
        ("County 2", True),
        ("County 3", True),
        ("County 4", False),
        ("County 1", True),
    ]
    assert [each["plan"] for each in found["targets"] if each["id"] == "roads"] == [None, "counties/c4.toml"]


# --- check


def test_check_refuses_who_is_behind_though_the_sum_is_on_pace(run: Run, folder: str) -> None:
    (Path(folder) / "counties" / "c5.toml").write_text(WELL, encoding="utf-8")
    found = rows(run("export", "-f", folder, "--as-of", "H1").out)
    assert (found[0]["actual"], found[0]["goal"], found[0]["status"]) == ("132", "196", "on_pace")
    done = run("check", "-f", folder, "--as-of", "H1")
    assert done.code == 1
    assert "2 failed, 0 warned; 4 of 4 judged" in done.out
    assert "counties/c2.toml:4:10" in done.out


def test_each_plan_is_checked_by_its_own_rules(run: Run, folder: str) -> None:
    path = Path(folder) / "counties" / "c3.toml"
    path.write_text(path.read_text(encoding="utf-8") + "[check]\nfail_on = []\n", encoding="utf-8")
    assert "1 failed, 0 warned" in run("check", "-f", folder, "--as-of", "H1").out
    assert "2 failed" in run("check", "-f", folder, "--as-of", "H1", "--fail-on", "behind").out


def test_a_silent_plan_that_may_be_silent_is_no_finding(run: Run, folder: str) -> None:
    lenient = SILENT + '\n[check]\nfail_on = ["behind"]\n'
    (Path(folder) / "counties" / "c4.toml").write_text(lenient, encoding="utf-8")
    done = run("check", "-f", folder, "--as-of", "H1")
    assert "2 failed, 0 warned" in done.out
    assert "c4.toml" not in done.out


def test_a_silent_plan_is_one_finding(run: Run, folder: str) -> None:
    (Path(folder) / "counties" / "c4.toml").write_text(SILENT, encoding="utf-8")
    done = run("check", "-f", folder, "--as-of", "H1", "--fail-on", "not_reported")
    assert done.code == 1
    assert "1 failed, 0 warned; 3 of 5 judged" in done.out
    assert (
        "FAIL County 4: not reported: nothing at all for 2024-06-30, for which 2 figures were due" in done.out
    )
    assert "counties/c4.toml:1:2" in done.out


def test_what_a_silent_plan_owes_are_the_figures_of_the_parts_of_a_target_not_the_target_again(
    run: Run, folder: str
) -> None:
    parted = SILENT + "[targets.projects.parts.a]\ngoal = 1\n[targets.projects.parts.b]\ngoal = 3\n"
    (Path(folder) / "counties" / "c4.toml").write_text(parted, encoding="utf-8")
    done = run("check", "-f", folder, "--as-of", "H1", "--fail-on", "not_reported")
    assert "for which 3 figures were due" in done.out  # two of the parts of projects, and that of roads


def test_a_plan_that_has_reported_something_is_not_silent_in_what_it_lacks(run: Run, folder: str) -> None:
    half = SILENT.replace("Q1", "H1")
    (Path(folder) / "counties" / "c4.toml").write_text(half, encoding="utf-8")
    done = run("check", "-f", folder, "--as-of", "H1", "--fail-on", "not_reported")
    assert "nothing at all" not in done.out
    assert "1 failed, 0 warned; 4 of 5 judged" in done.out


def test_a_cap_broken_in_a_silent_plan_is_a_finding_of_its_own(run: Run, folder: str) -> None:
    silent = county(
        "County 4", "projects: goal = 4", "fires: goal = 5; direction = 'at_most'; actual = { Q1 = 6 }"
    )
    (Path(folder) / "counties" / "c4.toml").write_text(silent, encoding="utf-8")
    done = run("check", "-f", folder, "--as-of", "H1", "--fail-on", "not_reported,missed")
    assert "FAIL fires Fires: missed" in done.out
    assert "County 4: not reported: nothing at all for 2024-06-30, for which 1 figure was due" in done.out
    assert "2 failed, 0 warned; 4 of 5 judged" in done.out


def test_a_goal_that_a_silent_plan_does_not_share_out_is_a_finding_of_its_own(run: Run, folder: str) -> None:
    silent = county("County 4", "projects: goal = 4", "streets: goal = 5; parts = { a = { goal = 4 } }")
    (Path(folder) / "counties" / "c4.toml").write_text(silent, encoding="utf-8")
    done = run("check", "-f", folder, "--as-of", "H1", "--fail-on", "not_reported,allocation")
    assert "FAIL streets Streets: the parts' goals add up to 4, not to 5" in done.out
    assert "2 failed, 0 warned" in done.out


def test_silence_long_since_is_that_of_all_plans(run: Run, tmp_path: Path) -> None:
    plans = {name: text.replace("2024", "2020") for name, text in PLANS.items()}
    done = run("check", "-f", written(tmp_path / "old", plans))
    assert "silent: figures for 2020-12-31 were due" in done.out


def test_the_silence_of_collected_plans_is_judged_by_the_plan_that_collects_them(
    run: Run, tmp_path: Path
) -> None:
    lenient = PROVINCE + '[check]\nfail_on = ["behind"]\n'
    plans = {"province.toml": lenient, "counties/c.toml": county("C", "projects: goal = 4")}
    old = {name: text.replace("2024", "2020") for name, text in plans.items()}
    folder = Path(written(tmp_path / "old", old))
    for given in (folder, folder / "province.toml"):
        assert "silent" not in run("check", "-f", str(given)).out
    assert "silent" in run("check", "-f", str(folder / "counties")).out


@pytest.mark.parametrize("form", ["github", "gitlab", "junit", "sarif", "markdown", "json", "text"])
def test_every_format_names_the_file_of_the_plan(run: Run, folder: str, form: str) -> None:
    done = run("check", "-f", folder, "--as-of", "H1", "--format", form)
    assert done.code == 1
    assert "counties/c3.toml" in done.out


# --- what cannot be added up, or not be read


@pytest.mark.parametrize("around", [False, True], ids=["no repository around", "a repository around"])
@pytest.mark.parametrize("given", ["cities", "cities/*/plan.toml", "province.toml"])
def test_plans_in_repositories_of_their_own_are_told_apart_by_their_paths(
    run: Run, tmp_path: Path, given: str, *, around: bool
) -> None:
    """Within each of them the file is called plan.toml."""
    plans = {
        "cities/one/plan.toml": county("One", "projects: goal = 10; actual = { H1 = 9 }"),
        "cities/two/plan.toml": county("Two", "projects: goal = 10; actual = { H1 = 1 }"),
        "province.toml": county("Province", "projects: goal = 20", more='collect = "cities/*/plan.toml"'),
    }
    written(tmp_path / "all", plans)
    for name in ("cities/one", "cities/two", *(["."] if around else [])):
        (tmp_path / "all" / name / ".git").mkdir()
    os.chdir(tmp_path / "all")
    done = run("check", "-f", given, "--as-of", "H1", "--format", "junit", "--fail-on", "behind")
    suites = ET.fromstring(done.out)  # noqa: S314 - our own output
    cases = {str(case.get("file")): case.find("failure") for case in suites.iter("testcase")}
    assert [file for file, failure in cases.items() if failure is not None] == ["cities/two/plan.toml"]
    assert cases.keys() - {"province.toml"} == {"cities/one/plan.toml", "cities/two/plan.toml"}
    (found,) = json.loads(
        run("check", "-f", given, "--as-of", "H1", "--format", "json", "--fail-on", "behind").out
    )["findings"]
    assert found["file"] == "cities/two/plan.toml"


def test_tests_of_one_plan_stand_together_so_that_its_file_is_looked_into_once(
    run: Run, tmp_path: Path
) -> None:
    plans = {f"{n}.toml": county(f"C{n}", "a: goal = 1", "b: goal = 2") for n in range(3)}
    done = run("check", "-f", written(tmp_path / "all", plans), "--as-of", "H1", "--format", "junit")
    files = [Path(case.get("file", "")).name for case in ET.fromstring(done.out).iter("testcase")]  # noqa: S314 - our own output
    assert files[:6] == ["0.toml", "0.toml", "1.toml", "1.toml", "2.toml", "2.toml"]


def test_a_unit_that_differs_is_a_fault_that_names_both_files_and_lines(run: Run, folder: str) -> None:
    path = Path(folder) / "counties" / "c3.toml"
    path.write_text(path.read_text(encoding="utf-8") + 'unit = "km"\n', encoding="utf-8")
    for command in ("status", "export", "outlook", "check", "validate"):
        done = run(command, "-f", folder)
        assert done.code == 2
        assert "`projects` is not added up: its unit is km here" in done.err
        assert "counties/c1.toml:4" in done.err
        assert "--> " + str(path) + ":8:1" in done.err
    found = rows(run("export", "-f", folder, "--as-of", "H1").out)
    assert (found[0]["goal"], found[0]["actual"], found[0]["status"]) == ("", "", "")
    assert [row["status"] for row in found[1:]] == ["on_pace", "behind", "behind"]  # the rest is judged


@pytest.mark.parametrize(
    ("pace", "more", "said"),
    [
        # along a curve a sixth of its share of the half-year is due by the end of January
        ("pace = 'w'", '\n[paces]\nw = {{ H1 = "{}%" }}\n', ("w (6%, 2024-01-31)", "w (5%, 2024-01-31)")),
        (
            'pace = "last_year"; last_year = {{ H1 = {}, FY = 90 }}',  # 36 and 30 of 90
            "",
            ("last_year (6.6667%, 2024-01-31)", "last_year (5.5556%, 2024-01-31)"),
        ),
        ('pace = {{ H1 = "{}%" }}', "", ("curve (6%, 2024-01-31)", "curve (5%, 2024-01-31)")),
    ],
)
def test_of_a_pace_that_differs_under_one_word_a_share_is_told(
    run: Run, tmp_path: Path, pace: str, more: str, said: tuple[str, str]
) -> None:
    plans = {
        f"{share}.toml": county(f"C{share}", f"a: goal = 9; {pace.format(share)}") + more.format(share)
        for share in (30, 36)
    }
    done = run("status", "-f", written(tmp_path / "all", plans), "--as-of", "H1")
    assert (done.code, f"its pace is {said[0]} here, but {said[1]} in " in done.err) == (2, True), done.err


def test_a_year_that_differs_is_a_fault(run: Run, folder: str) -> None:
    path = Path(folder) / "counties" / "c3.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("2024", "2023"), encoding="utf-8")
    done = run("status", "-f", folder, "--as-of", "H1")
    assert done.code == 2
    assert done.err.count("error: ") == 1
    assert "this plan's figures are not added up with any others: it runs 2023-01-01…2023-12-31" in done.err


def test_an_unreadable_plan_costs_two_and_no_other_plan(run: Run, folder: str) -> None:
    (Path(folder) / "counties" / "c9.toml").write_text("[plan\n", encoding="utf-8")
    done = run("status", "-f", folder, "--as-of", "H1")
    assert done.code == 2
    assert "4 plans, 3 reported; cannot be read: counties/c9.toml" in done.out
    assert "plans that cannot be judged: 1 (counties/c9.toml)" in done.err
    assert "c9.toml:1:" in done.err
    assert "42" in done.out
    checked = run("check", "-f", folder, "--as-of", "H1", "--format", "github")
    assert checked.code == 2
    assert "c9.toml,line=1" in checked.out


def test_a_text_that_is_written_tells_of_plans_that_cannot_be_judged(run: Run, tmp_path: Path) -> None:
    broken = {"all/c4.toml": '[plan]\ntitle = "County 4"\nyear = 2024\n'}
    folder = written(tmp_path, {"all/c5.toml": WELL} | broken)
    done = run("check", "-f", f"{folder}/all", "--as-of", "H1", "-o", "text=check.txt")
    assert done.code == 2
    text = Path("check.txt").read_text(encoding="utf-8")
    assert text.startswith("error: the plan has no targets\n --> ")
    assert text.endswith(done.out)
    skipped = run("check", "-f", f"{folder}/all", "--as-of", "H1", "-o", "text=check.txt", "--skip-broken")
    assert (skipped.code, skipped.out) == (0, Path("check.txt").read_text(encoding="utf-8"))


def test_skip_broken_judges_the_rest_and_says_so(run: Run, folder: str) -> None:
    (Path(folder) / "counties" / "c9.toml").write_text("[plan\n", encoding="utf-8")
    done = run("check", "-f", folder, "--as-of", "H1", "--skip-broken")
    assert done.code == 1
    assert "left out, without a verdict: 1 plan (counties/c9.toml)" in done.err
    assert run("status", "-f", folder, "--as-of", "H1", "--skip-broken").code == 0


@pytest.mark.parametrize("form", ["text", "github", "markdown"])
def test_what_was_not_read_is_told_beside_the_totals(run: Run, folder: str, form: str) -> None:
    """A file of the answer, or the summary of a job, comes without standard error."""
    (Path(folder) / "counties" / "c9.toml").write_text("[plan\n", encoding="utf-8")
    done = run("check", "-f", folder, "--as-of", "H1", "--skip-broken", "--format", form)
    totals = "2 failed, 0 warned; 3 of 3 judged, as of 2024-06-30 (H1)"
    assert f"{totals}; cannot be read: counties/c9.toml\n" in done.out


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("junit", '<skipped message="left out, without a verdict: `[` is never closed'),
        ("sarif", '"text": "left out, without a verdict: `[` is never closed'),
        ("gitlab", '"description": "left out, without a verdict: `[` is never closed'),
        ("github", "::left out, without a verdict: `[` is never closed"),
        ("json", '"message": "left out, without a verdict: `[` is never closed'),
        ("markdown", "left out, without a verdict: \\`\\[\\` is never closed"),
    ],
)
def test_each_format_warns_of_a_plan_that_is_left_out_in_its_own_file(
    run: Run, folder: str, form: str, told: str
) -> None:
    (Path(folder) / "counties" / "c9.toml").write_text("[plan\n", encoding="utf-8")
    done = run("check", "-f", folder, "--as-of", "H1", "--skip-broken", "--format", form)
    assert (done.code, done.out.count(told), done.out.count("left out")) == (1, 1, 1)
    assert f"{folder}/counties/c9.toml" in done.out


def test_a_plan_that_is_left_out_is_warned_of_after_what_fails(run: Run, folder: str) -> None:
    """What comes first is seen where a service shows only some."""
    written(Path(folder), {f"broken/{number}.toml": "[plan\n" for number in range(102)})
    done = run("check", "-f", folder, "--as-of", "H1", "--skip-broken", "--format", "json")
    rules = [each["rule"] for each in json.loads(done.out)["findings"]]
    assert rules == ["behind"] * 2 + ["left-out"] * 101  # of the last two only the number is told
    assert [each["gravity"] for each in json.loads(done.out)["findings"]][2:] == ["warn"] * 101


BROKEN = {"one.toml": "[plan\n", "two.toml": county("Two", "projects: gaol = 4")}


@pytest.mark.parametrize("collecting", [False, True])
def test_where_no_plan_can_be_judged_each_fault_stands_in_its_own_file(
    run: Run, tmp_path: Path, *, collecting: bool
) -> None:
    folder = written(tmp_path / "all" / "counties", BROKEN)
    if collecting:
        folder = written(tmp_path / "all", {"province.toml": PROVINCE}) + "/province.toml"
    done = run("check", "-f", folder, "--format", "github")
    assert done.code == 2
    assert [line.partition("file=")[2].split(",")[:2] for line in done.out.splitlines()[:2]] == [
        [(tmp_path / "all" / "counties" / name).as_posix(), line]
        for name, line in (("one.toml", "line=1"), ("two.toml", "line=6"))
    ]
    told = json.loads(run("check", "-f", folder, "--format", "json").out)["findings"]
    assert [Path(each["file"]).name for each in told] == ["one.toml", "two.toml"]


def test_findings_in_json_name_their_file_whatever_they_are_about(run: Run, folder: str) -> None:
    for name, text in {**BROKEN, "empty.toml": ""}.items():
        (Path(folder) / "counties" / name).write_text(text, encoding="utf-8")
    told = json.loads(run("check", "-f", folder, "--as-of", "H1", "--format", "json").out)["findings"]
    assert [(Path(each["file"]).name, each["line"]) for each in told] == [
        ("empty.toml", 1),
        ("one.toml", 1),
        ("two.toml", 6),
        ("c3.toml", 4),
        ("c2.toml", 4),
    ]


@pytest.mark.parametrize("text", ["", "\ufeff", " \n", "# it was a plan\n"])
def test_a_file_that_says_nothing_is_a_plan_that_lost_its_contents(run: Run, folder: str, text: str) -> None:
    (Path(folder) / "counties" / "c4.toml").write_text(text, encoding="utf-8")
    done = run("status", "-f", folder, "--as-of", "H1")
    assert (done.code, "4 plans, 3 reported; cannot be read: counties/c4.toml" in done.out) == (2, True)
    (Path(folder) / "counties" / "c4.toml").write_text("[tool]\nplan = 1\n", encoding="utf-8")
    assert run("status", "-f", folder, "--as-of", "H1").code == 0


# --- a plan that collects others


@pytest.fixture
def province(tmp_path: Path) -> str:
    return written(tmp_path / "all", {**PLANS, "province.toml": PROVINCE}) + "/province.toml"


def test_a_collecting_plan_has_the_others_as_parts(run: Run, province: str) -> None:
    found = rows(run("export", "-f", province, "--as-of", "H1").out)
    assert [(row["id"], row["plan"], row["goal"], row["actual"]) for row in found] == [
        ("projects", "", "90", "42"),
        ("projects", "counties/c1.toml", "31", "17"),
        ("projects", "counties/c2.toml", "32", "14"),
        ("projects", "counties/c3.toml", "33", "11"),
    ]
    done = run("status", "-f", province, "--as-of", "H1")
    assert "1 target" in done.out
    assert "46.7%" in done.out  # 42 of 90


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "In the plans 2 targets are behind, slipping, missed or not reported."),
        ("zh", "各计划中，滞后（含略有滞后、未完成）或未报送2项。"),
    ],
)
def test_its_page_counts_what_lags_in_the_plans(run: Run, province: str, language: str, said: str) -> None:
    """These were called parts of targets, 分解任务, which they are not."""
    assert said in run("export", "-f", province, "--as-of", "H1", "--format", "html", "--lang", language).out


def test_its_goal_must_be_covered_by_the_plans(run: Run, province: str) -> None:
    path = Path(province)
    path.write_text(PROVINCE.replace("goal = 90", "goal = 97"), encoding="utf-8")
    done = run("check", "-f", province, "--as-of", "H1", "--fail-on", "allocation")
    assert (done.code, "97" in done.out, "96" in done.out) == (1, True, True)
    (path.parent / "counties" / "c9.toml").write_text("[plan\n", encoding="utf-8")
    skipped = run("check", "-f", province, "--as-of", "H1", "--fail-on", "allocation", "--skip-broken")
    assert skipped.code == 0  # the plan that is lacking may cover it


def test_a_collected_sum_lacks_what_cannot_be_read(run: Run, province: str) -> None:
    (Path(province).parent / "counties" / "c9.toml").write_text("[plan\n", encoding="utf-8")
    row = rows(run("export", "-f", province, "--as-of", "H1", "--skip-broken").out)[0]
    assert (row["actual"], row["missing"], row["status"]) == ("42", "counties/c9.toml", "not_reported")


def test_a_figure_of_its_own_that_the_plans_do_not_add_up_to_is_told(run: Run, province: str) -> None:
    Path(province).write_text(PROVINCE + "actual = { H1 = 43 }\n", encoding="utf-8")
    done = run("status", "-f", province, "--as-of", "H1")
    assert (done.code, "warning: the plans' figures for `projects` add up to 42 by" in done.err) == (0, True)
    assert "province.toml:8:12" in done.err
    for arguments in (("check", "--as-of", "H1"), ("validate",)):
        assert run(*arguments, "-f", province, "--strict").code == 2


@pytest.mark.parametrize("actual", ["{ H1 = 43 }", "{ M01 = 2, M02 = 1 }"])  # beside the plans, and alone
def test_a_plan_that_collects_is_called_well_only_with_its_plans(
    run: Run, province: str, actual: str
) -> None:
    assert run("validate", "-f", province).err == f"{province}: 3 plans, 3 targets, nothing wrong\n"
    Path(province).write_text(f"{PROVINCE}actual = {actual}\n", encoding="utf-8")
    done = run("validate", "-f", province)
    assert done.code == 0
    assert done.err.startswith("warning: ")
    assert "nothing wrong" not in done.err
    assert done.err.endswith(f"{province}: 3 plans, 3 targets can be judged, with the warnings above\n")


def test_what_a_report_states_of_a_sum_is_audited(run: Run, province: str) -> None:
    for stated, code in (("46.7%", 0), ("46.6%", 0), ("46.5%", 1)):  # 42 of 90 is 46.67%
        Path(province).write_text(PROVINCE + f'stated = {{ H1 = "{stated}" }}\n', encoding="utf-8")
        done = run("audit", "-f", province)
        assert (done.code, "46.67%" in done.out, done.err) == (code, True, "")
    assert run("validate", "-f", province, "--strict").code == 0
    Path("report.txt").write_text("Projects: 42, that is 46.5% of the goal.\n", encoding="utf-8")
    read = run("audit", "-f", province, "--document", "report.txt")
    assert "2 figures looked for, 0 not found" in read.out  # none of those of the counties
    (Path(province).parent / "counties" / "c9.toml").write_text("[plan\n", encoding="utf-8")
    assert run("audit", "-f", province).code == 2


def test_ids_that_it_lacks_are_told(run: Run, province: str) -> None:
    (Path(province).parent / "counties" / "c4.toml").write_text(SILENT, encoding="utf-8")
    done = run("status", "-f", province, "--as-of", "H1")
    assert "targets of the collected plans that are not in this plan: roads (counties/c4.toml)" in done.err
    for more in ((), ("--history",)):
        found = rows(run("export", "-f", province, "--as-of", "H1", *more).out)
        assert {row["id"] for row in found} == {"projects"}


def test_what_the_collecting_plan_lacks_is_not_checked_and_its_own_targets_are_counted(
    run: Run, province: str
) -> None:
    behind = county(
        "County 4", "projects: goal = 4; actual = { H1 = 4 }", "roads: goal = 5; actual = { H1 = 0 }"
    )
    (Path(province).parent / "counties" / "c4.toml").write_text(behind, encoding="utf-8")
    done = run("check", "-f", province, "--as-of", "H1", "--fail-on", "behind")
    assert "roads" not in done.out
    assert "2 failed, 0 warned; 5 of 5 judged" in done.out  # four counties' projects, and their sum


def test_what_a_collecting_plan_does_not_allot_to_parts_of_its_own_is_found_beside_a_plan_not_read(
    run: Run, province: str
) -> None:
    own = '[targets.own]\nname = "Own"\ngoal = 100\nparts.a = { goal = 60, actual = { H1 = 60 } }\n'
    with Path(province).open("a", encoding="utf-8") as file:
        file.write(own)
    (Path(province).parent / "counties" / "c9.toml").write_text("[plan\n", encoding="utf-8")
    rules = "--fail-on", "allocation", "--skip-broken"
    done = run("check", "-f", province, "--as-of", "H1", *rules, "--format", "json")
    assert done.code == 1
    assert [each["id"] for each in json.loads(done.out)["findings"] if each["rule"] == "allocation"] == [
        "own"
    ]


def test_a_target_with_parts_of_its_own_is_said_to_collect_nothing(run: Run, province: str) -> None:
    parts = "[targets.projects.parts.x]\ngoal = 90\nactual = { H1 = 45 }\n"
    Path(province).write_text(PROVINCE + parts, encoding="utf-8")
    done = run("status", "-f", province, "--as-of", "H1")
    assert "50.0%" in done.out  # 45 of 90
    assert [row["id"] for row in rows(run("export", "-f", province, "--as-of", "H1").out)] == [
        "projects",
        "projects/x",
    ]
    assert "those of the collected plans are no part of them: projects\n" in done.err
    assert "no part of" not in run("status", "-f", str(Path(province).parent / "counties")).err


def test_a_silent_plan_is_one_finding_of_the_collecting_plan_too(run: Run, province: str) -> None:
    (Path(province).parent / "counties" / "c4.toml").write_text(SILENT, encoding="utf-8")
    done = run("check", "-f", province, "--as-of", "H1", "--fail-on", "not_reported")
    assert "1 failed, 0 warned" in done.out
    assert "FAIL County 4: not reported" in done.out


def test_a_part_of_its_own_that_has_not_reported_is_found_beside_a_silent_plan(
    run: Run, province: str
) -> None:
    (Path(province).parent / "counties" / "c4.toml").write_text(SILENT, encoding="utf-8")
    own = "[targets.laws]\nname = 'Laws'\ngoal = 2\n[targets.laws.parts.x]\ngoal = 2\n"
    Path(province).write_text(PROVINCE + own, encoding="utf-8")
    done = run("check", "-f", province, "--as-of", "H1", "--fail-on", "not_reported")
    assert done.code == 1
    assert "FAIL County 4: not reported" in done.out
    assert "FAIL laws/x x: not reported" in done.out


def test_its_own_day_is_that_of_all(run: Run, province: str) -> None:
    path = Path(province)
    path.write_text(PROVINCE.replace("year = 2024\n", "year = 2024\nas_of = 2024-03-31\n"), encoding="utf-8")
    assert {row["as_of"] for row in rows(run("export", "-f", province).out)} == {"2024-03-31"}


def test_a_folder_with_the_collecting_plan_counts_nothing_twice(run: Run, province: str) -> None:
    found = rows(run("export", "-f", str(Path(province).parent), "--as-of", "H1").out)
    assert [(row["plan"], row["goal"], row["actual"]) for row in found][:2] == [
        ("", "90", "42"),
        ("province.toml", "90", "42"),
    ]


# --- other commands


def test_check_of_a_folder_with_the_collecting_plan_finds_each_once(run: Run, province: str) -> None:
    done = run("check", "-f", str(Path(province).parent), "--as-of", "H1")
    assert done.code == 1
    assert "3 failed, 0 warned" in done.out  # 42 of 90 in all, 14 of 32 and 11 of 33
    for place in ("province.toml", "c2.toml", "c3.toml"):
        assert done.out.count(place) == 1, done.out


LEVEL = 'unit = "%"; kind = "level"; baseline = 20; goal = 100; actual = { H1 = '
UNLIKE = "not added up; 1 behind, 1 on pace"


@pytest.mark.parametrize(
    ("first", "second", "standing"),
    [
        (f"{LEVEL}60 }}", f"{LEVEL}46 }}", "46% to 60%, median 53% (of 2); 1 behind, 1 on pace"),
        ("goal = 100; actual = { H1 = 60 }", 'unit = "km"; goal = 100; actual = { H1 = 46 }', UNLIKE),
    ],
)
def test_what_is_not_added_up_is_told_by_its_plans(
    run: Run, tmp_path: Path, first: str, second: str, standing: str
) -> None:
    plans = {"1.toml": county("North", f"a: {first}"), "2.toml": county("South", f"a: {second}")}
    given = ("-f", written(tmp_path / "all", plans), "--as-of", "H1")
    shown = run("show", "a", *given).out
    assert shown.startswith(f"A (a)\nnot added up, as of 2024-06-30 (H1)\n\nPlan by plan\n  {standing}\n")
    assert ("North" in shown, "South" in shown, "goal is given" in shown) == (True, True, False)
    assert json.loads(run("show", "a", *given, "--format", "json").out)["rule"]["rule"] is None
    left = run("outlook", *given).out
    assert "without an outlook (not added up; --parts lists the plans): A" in left
    assert "no target is left" not in left
    left = run("outlook", *given, "--parts").out
    assert ("North" in left, "South" in left, "without" in left, "no goal" in left) == (
        True,
        True,
        False,
        False,
    )
    assert '["behind", "behind"]]' in run("export", *given, "--format", "html").out  # a filter's last choice


def test_a_document_counts_what_is_not_added_up(run: Run, tmp_path: Path) -> None:
    sum_, level = "a: goal = 100; actual = { H1 = 60 }", f"b: {LEVEL}60 }}"
    plans = {"1.toml": county("North", sum_, level), "2.toml": county("South", sum_, level)}
    told = run("export", "-f", written(tmp_path / "all", plans), "--as-of", "H1", "--format", "markdown").out
    assert "\n2 targets: 1 on pace, 1 not added up.\n" in told


@pytest.mark.parametrize(("targets", "below"), [(5000, 10_000), (5001, 0)])
def test_of_very_many_plans_a_document_has_the_sums_only(
    run: Run, tmp_path: Path, targets: int, below: int
) -> None:
    every = [f"t{number}: goal = 1" for number in range(targets)]
    plans = {"1.toml": county("North", *every), "2.toml": county("South", *every)}
    told = run("export", "-f", written(tmp_path / "all", plans), "--as-of", "H1", "--format", "markdown").out
    assert (told.count("\n| T"), told.count("\n| &emsp;")) == (targets, below)


def test_a_level_only_to_be_held_is_no_proof_that_nothing_is_left(run: Run, tmp_path: Path) -> None:
    level = 'unit = "%"; kind = "level"; goal = 90; actual = { H1 = 80 }'
    plan = written(tmp_path / "all", {"1.toml": county("T", f"a: {level}")}) + "/1.toml"
    for form in ("table", "markdown"):
        left = run("outlook", "-f", plan, "--as-of", "H1", "--format", form).out
        assert left.endswith(
            "without an outlook (a level to hold is judged as it stands, nothing is projected): A\n"
        )


def test_show_and_outlook_tell_of_the_sum(run: Run, folder: str) -> None:
    shown = run("show", "projects", "-f", folder, "--as-of", "H1")
    assert "goal: 96" in shown.out
    assert "County 3" in shown.out
    ahead = run("outlook", "-f", folder, "--as-of", "H1")
    assert "54" in ahead.out  # 96 - 42


@pytest.mark.parametrize("name", ["o.html", "o.xlsx", "o.md"])
def test_page_workbook_and_annex_are_written(run: Run, folder: str, name: str) -> None:
    assert run("export", "-f", folder, "--as-of", "H1", "-o", name).code == 0
    assert Path(name).stat().st_size > 100


def test_the_annex_tells_sums_from_what_single_plans_reached(run: Run, folder: str) -> None:
    told = run("export", "-f", folder, "--as-of", "H1", "--format", "markdown", "--lang", "zh").out
    assert "滞后1项。进度滞后的有：Projects完成42，完成目标任务96的43.8%" in told
    assert "各计划中，进度滞后的有：Projects（County 2）完成14，" in told
    assert "分解任务" not in told


def test_no_output_is_written_over_a_plan(run: Run, folder: str) -> None:
    path = Path(folder) / "counties" / "c1.toml"
    assert run("export", "-f", folder, "--format", "csv", "-o", str(path)).code == 2
    assert run("check", "-f", folder, "-o", f"json={path}").code == 2
    assert path.read_text(encoding="utf-8") == PLANS["counties/c1.toml"]


def test_validate_tells_of_each(run: Run, folder: str) -> None:
    done = run("validate", "-f", folder)
    assert (done.code, done.err) == (0, f"{folder}: 3 plans, 3 targets, nothing wrong\n")


def test_validate_does_not_say_that_nothing_is_wrong_where_a_plan_is_left_out(run: Run, folder: str) -> None:
    (Path(folder) / "counties" / "c9.toml").write_text("[plan\n", encoding="utf-8")
    done = run("validate", "-f", folder, "--skip-broken")
    told = f"{folder}: 3 plans, 3 targets can be judged, with the warnings above\n"
    assert (done.code, done.err.endswith(told)) == (0, True)


@pytest.mark.parametrize(
    "arguments",
    [("record", "projects", "H1", "3"), ("audit",), ("add", "New"), ("import", "t.csv")],
    ids=lambda arguments: arguments[0],
)
def test_commands_of_one_plan_refuse_several(run: Run, folder: str, arguments: tuple[str, ...]) -> None:
    Path("t.csv").write_text("name,goal\nA,1\n", encoding="utf-8")
    for given in (folder, f"{folder}/counties/*.toml"):
        assert run(*arguments, "-f" if arguments[0] != "import" else "-o", given).code == 2


# --- the example

PROVINCE_OF_THE_EXAMPLE = ROOT / "examples" / "province"


def test_the_province_of_the_example_is_as_worked_by_hand(run: Run) -> None:
    found = rows(run("export", "-f", str(PROVINCE_OF_THE_EXAMPLE / "province.toml")).out)
    sums = {row["id"]: (row["actual"], row["missing"], row["status"]) for row in found if not row["plan"]}
    assert sums == {
        "roads": ("160", "Farrowby", "on_pace"),  # 44 + 33 + 19 + 36 + 28 are more than half of 300
        "homes": ("1010", "Farrowby", "not_reported"),  # 210 + 200 + 230 + 190 + 180; 1200 were due
        "accidents": ("23", "Farrowby", "not_reported"),  # 5 + 4 + 7 + 3 + 4, of 30 by then
        "water": ("90.4", "", "on_pace"),  # its own, above 90
        "laws": ("7", "", "on_pace"),  # of 12
    }
    checked = run("check", "-f", str(PROVINCE_OF_THE_EXAMPLE / "province.toml"))
    assert (checked.code, checked.out.count("FAIL ")) == (1, 7)  # six that are behind, and Farrowby


# --- compare


def test_two_folders_are_compared_plan_by_plan(run: Run, folder: str, tmp_path: Path) -> None:
    now = {
        name: text.replace("goal = 31", "goal = 30").replace("H1 = 14", "H1 = 17")
        for name, text in PLANS.items()
    }
    later = written(tmp_path / "later", now)
    done = run("compare", folder, later, "--as-of", "H1")
    assert done.code == 0
    assert "Projects (County 1) (projects)" in done.out
    assert "Projects (County 2) (projects)" in done.out
    assert "Projects (County 3) (projects)" not in done.out
    assert "42 → 45" in done.out  # 17 + 14 + 11, then 17 + 17 + 11
    refused = run("compare", folder, "-f", later, "--as-of", "H1", "--fail-on", "goal_lowered,actual_revised")
    last = refused.out.splitlines()[-1]
    assert (refused.code, last) == (1, "failed: 2 with a lowered or loosened goal, 1 with a revised actual")


def test_what_is_no_longer_added_up_is_a_fault_and_not_a_goal_removed(
    run: Run, folder: str, tmp_path: Path
) -> None:
    unlike = PLANS | {"counties/c2.toml": PLANS["counties/c2.toml"].replace("goal", 'unit = "km"\ngoal')}
    new = written(tmp_path / "new", unlike)
    done = run("compare", folder, new, "--as-of", "H1", "--fail-on", "removed,worse,eased")
    assert (done.code, "GOAL REMOVED" in done.out) == (2, False)
    assert "Projects (County 2) (projects)" in done.out  # its own unit has changed
    assert done.err.count("`projects` is not added up: its unit is km here") == 1
    days = run("compare", "-f", new, "--as-of", "Q1..H1")
    assert (days.code, days.err.count("is not added up")) == (2, 1)


def test_two_files_that_collect_others_are_compared_with_these(
    run: Run, province: str, tmp_path: Path
) -> None:
    now = {name: text.replace("H1 = 17", "H1 = 12") for name, text in PLANS.items()}
    eased = PROVINCE + "[check]\nmax_lag = '9pp'\n"
    later = written(tmp_path / "later", {**now, "province.toml": eased}) + "/province.toml"
    done = run("compare", province, later, "--fail-on", "worse,actual_revised,eased")
    assert (done.code, done.err) == (1, "")
    assert "42 → 37" in done.out  # 17, then 12, + 14 + 11
    # county 1 has another status and figure; eased is a setting of the province
    assert "failed: 1 with a worse status, 1 with a revised actual, 1 eased" in done.out
    days = run("compare", "-f", province, "--as-of", "Q1..H1")
    assert (days.code, days.err, "none → 42" in days.out) == (0, "", True)


def test_a_plan_that_no_longer_collects_others_asks_for_less(run: Run, province: str) -> None:
    Path("alone.toml").write_text(PROVINCE.replace("collect", "# collect"), encoding="utf-8")
    done = run("compare", province, "alone.toml", "--fail-on", "eased")
    assert (done.code, OWN_COMPARED in done.out) == (1, True)
    assert "EASED ([plan] collect)  counties/*.toml  none" in done.out
    back = run("compare", "alone.toml", province, "--fail-on", "eased")
    assert (back.code, "[plan] collect changed" in back.out) == (0, True)


OWN_COMPARED = "of a plan that collects others only its own figures are compared"
OWN = "province.toml only its own figures are looked at here, not those of the plans that it collects"


def test_where_only_the_file_of_a_collecting_plan_is_looked_at_that_is_said(run: Run, province: str) -> None:
    folder = Path(province).parent
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        git(folder, *words)
    for words in (
        ["compare", "-f", province, "HEAD", "--format", "json"],
        ["record", "-f", province, "projects", "Q1", "3"],
        ["init", "--from", province, "-f", "next.toml"],
    ):
        done = run(*words)
        assert (done.code, OWN in done.err) == (0, True), words
    for form in ("table", "markdown"):
        assert OWN_COMPARED in run("compare", "-f", province, "HEAD", "--format", form).out
    other = str(folder / "counties" / "c1.toml")
    assert "looked at" not in run("record", "-f", other, "projects", "Q1", "3").err


def test_what_is_collected_two_levels_deep_is_told_to_be_left_out(
    run: Run, province: str, tmp_path: Path
) -> None:
    nation = county("Nation", "projects: goal = 90", more='collect = "all/province.toml"')
    folder = written(tmp_path, {"nation.toml": nation})
    for given in (f"{folder}/nation.toml", folder):
        done = run("status", "-f", given, "--as-of", "H1")
        assert f"warning: of all/{OWN} (counties/*.toml)" in done.err, given
    assert OWN not in run("status", "-f", str(Path(province).parent), "--as-of", "H1").err


def test_what_is_collected_two_levels_deep_is_not_counted_beside_what_collects_it(
    run: Run, tmp_path: Path
) -> None:
    """A province of 90, of which a city has 40 and each of its two districts 20, is not 130."""
    district = "projects: goal = 20; actual = { H1 = 12 }"
    plans = {
        "province.toml": county("Province", "projects: goal = 90", more='collect = "city/plan.toml"'),
        "city/plan.toml": county("City", "projects: goal = 40", more='collect = "districts"'),
        "city/districts/d1.toml": county("D1", district),
        "city/districts/d2.toml": county("D2", district),
    }
    done = run("export", "-f", written(tmp_path / "all", plans), "--as-of", "H1")
    assert [(row["plan"], row["goal"]) for row in rows(done.out)] == [
        ("", "90"),
        ("province.toml", "90"),
        ("city/plan.toml", "40"),
    ]
    assert "of city/plan.toml only its own figures are looked at here" in done.err


def test_of_two_plans_that_collect_each_other_one_collects_the_rest(run: Run, tmp_path: Path) -> None:
    one = county("One", "projects: goal = 90", more='collect = "*.toml"')
    other = county("Other", "projects: goal = 80", more='collect = "*.toml"')
    folder = written(tmp_path / "all", {"c1.toml": one, "c2.toml": other, "c3.toml": SILENT})
    table = rows(run("export", "-f", folder, "--as-of", "H1").out)
    assert [row["plan"] for row in table if row["id"] == "projects"] == ["", "c2.toml", "c1.toml", "c3.toml"]


def test_a_plan_that_cannot_be_judged_is_no_target_gone_in_silence(
    run: Run, folder: str, tmp_path: Path
) -> None:
    later = written(tmp_path / "later", PLANS | {"counties/c3.toml": "[plan\n"})
    done = run("compare", folder, later, "--as-of", "H1")
    assert done.code == 2
    assert "1 (counties/c3.toml); their targets seem to be gone or new\n" in done.err
    assert "skip-broken" not in done.err  # there is no such option here


def test_one_plan_is_not_compared_with_several(run: Run, folder: str) -> None:
    for words in ((f"{folder}/counties/c1.toml", folder), (folder, f"{folder}/counties/c1.toml")):
        done = run("compare", *words)
        assert (done.code, "one is a plan and the other means several" in done.err) == (2, True)
    done = run("compare", folder, "-f", f"{folder}/counties/c1.toml")
    assert (done.code, "one is a plan and the other means several" in done.err) == (2, True)


def test_plans_that_come_or_go_are_named_and_explain_the_goals_of_sums(run: Run, tmp_path: Path) -> None:
    north, south, east = (
        county(name, f"roads: goal = {goal}; actual = {{ H1 = 20 }}", f"{name.lower()}: goal = 1")
        for name, goal in (("North", 60), ("South", 40), ("East", 30))
    )
    before = written(tmp_path / "before", {"1.toml": north, "2.toml": south, "4.toml": south})
    now = {"1.toml": north, "3.toml": east, "4.toml": "[plan"}  # the last one cannot be judged
    after = written(tmp_path / "after", now)
    done = run("compare", before, after)
    # two are called South, so their files name them
    assert done.out.splitlines()[2:4] == ["plans added: East (3.toml)", "plans removed: 2.toml"]
    assert "GOAL LOWERED: other plans are added up  140" in done.out
    back = run("compare", after, before)
    assert "goal raised: other plans are added up  90" in back.out
    fewer = written(tmp_path / "fewer", {"1.toml": north, "2.toml": south})
    left = run(
        "compare", before, fewer, "--fail-on", "goal_lowered"
    )  # nobody lowered one, so nothing is refused
    assert ("GOAL" in left.out, "sum of goals: other plans are added up  140" in left.out, left.code) == (
        False,
        True,
        0,
    )
    came = run("compare", fewer, before, "--format", "json")
    assert '"goal": "of_other_plans"' in came.out
    lowered = written(tmp_path / "lowered", now | {"3.toml": east.replace("= 30", "= 29")})
    same = run("compare", after, lowered).out
    assert ("GOAL LOWERED" in same, "other plans" in same, "plans added" in same) == (True, False, False)


def test_the_goal_of_a_collecting_plan_is_its_own_whatever_plans_it_has(
    run: Run, province: str, tmp_path: Path
) -> None:
    fewer = {name: text for name, text in PLANS.items() if "c3" not in name}
    own = PROVINCE.replace("goal = 90", "goal = 80")
    later = written(tmp_path / "later", {**fewer, "province.toml": own}) + "/province.toml"
    done = run("compare", province, later)
    assert "plans removed: County 3 (counties/c3.toml)" in done.out
    assert ("GOAL LOWERED" in done.out, "other plans" in done.out) == (True, False)


def test_a_setting_that_is_eased_in_one_plan_is_seen(run: Run, folder: str, tmp_path: Path) -> None:
    eased = {
        name: text.replace("year = 2024", "year = 2024\ntolerance = '9pp'", 1) for name, text in PLANS.items()
    }
    later = written(tmp_path / "later", PLANS | {"counties/c2.toml": eased["counties/c2.toml"]})
    done = run("compare", folder, later, "--fail-on", "eased")
    assert done.code == 1
    assert "[plan] tolerance (counties/c2.toml)" in done.out


def test_a_goal_adjusted_between_two_days_is_not_lowered_in_the_sum(run: Run, tmp_path: Path) -> None:
    lines = "roads: goal = 40; adjusted = { 2024-05-20 = 38 }; actual = { Q1 = 9, H1 = 19 }"
    plans = written(tmp_path / "plans", {f"{n}.toml": county(f"P{n}", lines) for n in (1, 2)})
    done = run("compare", "-f", plans, "--as-of", "Q1..H1", "--fail-on", "goal_lowered,eased,removed")
    assert (done.code, "GOAL LOWERED" in done.out) == (0, False)
    rows = [line.split() for line in done.out.splitlines() if "adjusted goal in force" in line]
    assert [row[-2:] for row in rows] == [["80", "76"], ["40", "38"], ["40", "38"]]


def test_the_same_plans_on_two_days_are_not_refused_where_some_drop_a_target(
    run: Run, tmp_path: Path
) -> None:
    """The sum lost its figure of M02, or was dropped itself: it read as a figure removed, and as eased."""
    plans = {
        "1.toml": county("P1", "some: goal = 40; actual = { Q1 = 9, H1 = 19 }", "all: dropped = 2024-04-01"),
        "2.toml": county(
            "P2", "some: goal = 40; actual = { M02 = 5 }; dropped = 2024-05-01", "all: goal = 1"
        ),
    }
    plans["2.toml"] += "dropped = 2024-06-01\n"
    days = ("-f", written(tmp_path / "plans", plans), "--as-of", "Q1..H1")
    done = run("compare", *days, "--fail-on", "goal_lowered,eased,removed,actual_revised")
    assert (done.code, "removed" in done.out, "EASED" in done.out) == (0, False, False)


def test_a_plan_that_is_gone_is_removed(run: Run, folder: str, tmp_path: Path) -> None:
    fewer = {name: text for name, text in PLANS.items() if "c3" not in name}
    assert run("compare", folder, written(tmp_path / "later", fewer), "--fail-on", "removed").code == 1


def test_of_several_plans_git_gives_none(run: Run, folder: str) -> None:
    for given in (folder, f"{folder}/counties/*.toml"):
        done = run("compare", "HEAD~1", "-f", given)
        assert (
            done.code,
            f"{given} means several plans, and from git one plan at a time is read" in done.err,
        ) == (2, True)
        assert "git worktree add ../before HEAD~1" in done.err


def test_a_folder_of_a_revision_is_told_as_what_it_is(run: Run, tmp_path: Path) -> None:
    folder = written(tmp_path / "all", PLANS)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "one")
    os.chdir(tmp_path)
    done = run("compare", "HEAD:all/counties", folder)
    assert done.code == 2
    assert "all/counties means several plans, and from git one plan at a time is read" in done.err
    assert "git worktree add ../before HEAD\n" in done.err


def test_a_branch_is_no_folder_beside_one_plan(run: Run, folder: str) -> None:
    Path("targets.toml").write_text(PLANS["counties/c1.toml"], encoding="utf-8")
    done = run("compare", folder)
    assert done.code == 2  # a revision that git does not know


@pytest.mark.parametrize("arguments", [("init", "-f"), ("import", "table.csv", "--year", "2024", "-o")])
def test_no_plan_is_written_under_a_pattern(run: Run, folder: str, arguments: tuple[str, ...]) -> None:
    Path("table.csv").write_text("name,goal\nA,400\n", encoding="utf-8")
    done = run(*arguments, f"{folder}/counties/*.toml")
    assert (done.code, done.out) == (2, "")
    assert "matches several files" in done.err
    assert not (Path(folder) / "counties" / "*.toml").exists()


def test_a_total_that_falls_from_a_provinces_own_figure_to_the_sum_is_told(run: Run, tmp_path: Path) -> None:
    plans = PLANS | {"province.toml": PROVINCE + "actual = { Q1 = 43 }\n"}
    done = run("validate", "-f", written(tmp_path, plans) + "/province.toml")
    told = "the total falls: 43 by Q1, but the plans' figures for `projects` add up to 42 by 2024-06-30"
    assert told in done.err  # 17 + 14 + 11


def test_a_plan_that_owes_nothing_yet_has_not_reported(run: Run, tmp_path: Path) -> None:
    plans = {
        "1.toml": county("North", "roads: goal = 4"),
        "2.toml": county("South", "roads: goal = 4; pace = 'at_due'"),
        "3.toml": county("East", "roads: goal = 4", "homes: goal = 9; actual = { Q1 = 2 }"),
    }
    folder = written(tmp_path, plans)
    idle = "nothing due and nothing reported yet"
    for day, told in (
        ("2024-01-01", f"3 plans, 0 reported; {idle}: North, South, East"),
        ("Q1", f"3 plans, 1 reported; {idle}: North, South"),
        ("H1", f"3 plans, 0 reported; nothing reported by: North, East; {idle}: South"),
    ):
        assert told in run("status", "-f", folder, "--as-of", day).out.splitlines()


def test_the_goal_of_a_sum_is_not_refused_as_lowered_because_a_plan_left(run: Run, tmp_path: Path) -> None:
    north, south = (county(name, "roads: goal = 60; actual = { H1 = 20 }") for name in ("North", "South"))
    before = written(tmp_path / "before", {"1.toml": north, "2.toml": south})
    after = written(tmp_path / "after", {"1.toml": north})
    assert run("compare", before, after, "--fail-on", "goal_lowered").code == 0
    assert run("compare", before, after, "--fail-on", "removed").code == 1
    for name, files in {
        "eased": {"1.toml": north.replace("60", "59")},
        "renamed": {"1.toml": north, "3.toml": south.replace("60", "59")},
    }.items():
        after = written(tmp_path / name, files)
        found = run("compare", before, after, "--fail-on", "goal_lowered")
        assert found.out.endswith("failed: 1 with a lowered or loosened goal\n")


def test_the_only_figure_of_a_level_is_not_told_as_a_spread(run: Run, tmp_path: Path) -> None:
    level = "water: kind = 'level'; unit = '%'; goal = 90; actual = { H1 = 90.4 }"
    one = written(tmp_path / "one", {"1.toml": county("North", level)})
    out = run("status", "-f", one).out
    assert "90.4% (of 1); 1 on pace" in out
    assert "median" not in out


def test_the_page_of_a_folder_says_of_its_rows_that_each_is_of_all_plans(run: Run, folder: str) -> None:
    out = run("export", "-f", folder, "--format", "html", "--as-of", "H1").out
    assert "{shown} of 1 target, each of all plans together" in out
