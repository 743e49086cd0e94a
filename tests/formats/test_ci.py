"""`check` for CI: whole outputs in every format, legal whatever a plan holds."""

import json
import re
from collections.abc import Callable
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any, TextIO
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from xmlschema import XMLSchema

from kit.program import EXAMPLE, ROOT, Outcome, Run, Write, in_one_process
from kit.snapshot import same_as_snapshot
from plan_tracker import __version__
from plan_tracker.formats.ci import github as check_github
from plan_tracker.formats.ci import gitlab as check_gitlab
from plan_tracker.formats.ci import junit as check_junit
from plan_tracker.formats.ci import sarif as check_sarif
from plan_tracker.formats.markdown import check as check_markdown
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.problems import Place
from plan_tracker.questions.check import Reason, Verdict
from plan_tracker.reports.check import Case, CheckReport
from plan_tracker.reports.remarks import Gravity, Remark
from plan_tracker.wording.check import RULE

PLANS = ROOT / "tests" / "plans"
HOSTILE, INVALID = PLANS / "hostile.toml", PLANS / "invalid.toml"
FORMATS = {
    "text": "txt",
    "json": "json",
    "github": "txt",
    "gitlab": "json",
    "junit": "xml",
    "sarif": "json",
    "markdown": "md",
    "badge": "json",
}


@pytest.fixture
def _in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.usefixtures("_in_the_repository")
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("plan", "code"), [("hostile", 1), ("invalid", 2)])
def test_each_format_says_all_of_it(run: Run, form: str, language: str, plan: str, code: int) -> None:
    file = Path("tests", "plans", f"{plan}.toml")
    done = run("check", "-f", str(file), "--format", form, "--lang", language)
    assert done.code == code
    text = done.out.replace(f'"version": "{__version__}"', '"version": "…"').replace(
        str(file), file.as_posix()
    )
    assert same_as_snapshot(f"check/{plan}.{form}.{language}.{FORMATS[form]}", text)


@pytest.mark.usefixtures("_in_the_repository")
@pytest.mark.parametrize("form", FORMATS)
def test_the_example_in_each_format(run: Run, form: str) -> None:
    done = run("check", "-f", "targets.toml", "--format", form)
    assert (done.code, done.err) == (1, "")
    text = done.out.replace(f'"version": "{__version__}"', '"version": "…"')
    assert same_as_snapshot(f"check/example.{form}.{FORMATS[form]}", text)


def test_several_outputs_come_from_one_run(run: Run, plan: Write) -> None:
    file = plan('[targets.a]\nname = "A"\ngoal = 10\nactual = { H1 = 1 }\n')
    wanted = [f"--output={form}={form}.out" for form in FORMATS]
    done = run("check", "-f", file, *wanted)
    assert done.code == 1
    assert done.out.startswith("FAIL a A: behind by 40.0 pp")
    for form in FORMATS:
        alone = run("check", "-f", file, "--format", form)
        assert Path(f"{form}.out").read_bytes().decode() == alone.out
        assert alone.code == 1


def test_an_invalid_plan_reaches_every_output_and_standard_error(run: Run, plan: Write) -> None:
    wanted = [f"--output={form}={form}.out" for form in FORMATS]
    done = run("check", "-f", plan("[targets.a]\nnmae = 1\n"), *wanted)
    assert (done.code, done.out) == (2, "")
    assert "there is no key `nmae` here" in done.err
    for form in FORMATS:
        said = Path(f"{form}.out").read_text(encoding="utf-8")
        assert "nmae" in said or form == "badge"
    assert json.loads(Path("badge.out").read_text(encoding="utf-8"))["isError"] is True


@pytest.mark.parametrize("form", FORMATS)
def test_a_missing_file_is_reported_in_the_format_without_a_line(run: Run, form: str) -> None:
    done = run("check", "-f", "gone.toml", "--format", form, "--output", f"{form}=out")
    assert done.code == 2
    assert "gone.toml" in done.err
    assert "line=" not in done.out
    assert "gone.toml" in Path("out").read_text(encoding="utf-8") or form == "badge"


@pytest.mark.parametrize("form", FORMATS)
def test_no_plan_at_all_is_reported_in_the_format(run: Run, form: str) -> None:
    done = run("check", "--format", form)
    assert (done.code, bool(done.out)) == (2, form != "text")


@pytest.mark.parametrize("text", ["junit", "pdf=x", "junit=", "=x"])
def test_an_output_that_means_nothing_is_refused(run: Run, plan: Write, text: str) -> None:
    done = run("check", "-f", plan('[targets.a]\nname = "A"\n'), "--output", text)
    assert (done.code, done.out) == (2, "")
    assert "write --output junit=plan.xml" in done.err


def test_an_output_that_cannot_be_written_is_wrong_usage_not_a_verdict(run: Run, plan: Write) -> None:
    text = '[targets.a]\nname = "A"\ngoal = 1\nactual = { H1 = 1 }\n'
    done = run("check", "-f", plan(text), "--output", "junit=no/folder/x.xml")
    assert done.code == 2
    file = Path("no", "folder", "x.xml")
    assert done.err == (
        f"error: {file} cannot be written: No such file or directory; nothing was changed\n"
        "hint: its folder is not there: make that first\n"
    )


def test_nothing_judged_is_said_in_each_format_and_fails_only_when_strict(run: Run, plan: Write) -> None:
    file = plan('[targets.a]\nname = "A"\nactual = { H1 = 1 }\n')
    lax, strict = (run("check", "-f", file, "--format", "github", *more) for more in ((), ("--strict",)))
    assert (lax.code, lax.out.split()[0]) == (0, "::warning")
    assert (strict.code, strict.out.split()[0]) == (2, "::error")
    junit = [run("check", "-f", file, "--format", "junit", *more).out for more in ((), ("--strict",))]
    assert ["<error" in each for each in junit] == [False, True]
    assert '"lightgrey"' in run("check", "-f", file, "--format", "badge").out


# --- GitHub


def test_paths_are_those_of_the_repository_wherever_the_command_runs(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("below/deep").mkdir(parents=True)
    text = '[plan]\ntitle = "P"\nyear = 2024\nas_of = "x"\n[targets.a]\nname = "A"\n'
    Path("below/targets.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir("below/deep")
    for option in ((), ("-f", "../targets.toml"), ("-f", str(Path("../targets.toml").resolve()))):
        assert "::error file=below/targets.toml,line=4," in run("check", *option, "--format", "github").out
        gitlab = json.loads(run("check", *option, "--format", "gitlab").out)
        assert gitlab[0]["location"] == {"path": "below/targets.toml", "lines": {"begin": 4}}


def test_a_log_line_is_never_a_command_that_the_plan_made_up(run: Run) -> None:
    done = run("check", "-f", str(HOSTILE), "--format", "github")
    *commands, last = done.out.splitlines()
    assert len(commands) > 1
    assert all(re.match(r"::(error|warning) file=[^:]*::[^\r\n]*$", line) for line in commands)
    assert not last.startswith("::")
    kinds = [line.split()[0] for line in commands]
    assert kinds == sorted(kinds)


def test_the_summary_of_a_job_gets_the_markdown_after_what_is_there(
    run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = Path("summary.md")
    summary.write_text("# Before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    file = plan('[targets.a]\nname = "A"\ngoal = 10\nactual = { H1 = 1 }\n')
    assert run("check", "-f", file).code == 1
    assert summary.read_text(encoding="utf-8") == "# Before\n"
    assert run("check", "-f", file, "--format", "github").code == 1
    markdown = run("check", "-f", file, "--format", "markdown").out
    assert summary.read_text(encoding="utf-8") == "# Before\n\n" + markdown


def test_a_summary_too_long_for_github_ends_with_the_number_left_out(
    run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = Path("summary.md")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    many = "".join(
        f'[targets.t{number}]\nname = "{"长" * 300}"\ngoal = 10\nactual = {{ H1 = 1 }}\n'
        for number in range(1300)
    )
    file = plan(many)
    assert run("check", "-f", file, "--format", "github").code == 1
    text = summary.read_text(encoding="utf-8")
    assert 1_000_000 < len(text.encode()) <= 1024 * 1024
    shown = text.count("**FAIL**")
    assert text.endswith(f"\n… and {1300 - shown} more, left out for lack of space\n")
    assert run("check", "-f", file, "--format", "github").code == 1
    assert len(summary.read_bytes()) <= 1024 * 1024


def test_a_summary_that_cannot_be_written_changes_no_verdict(
    run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "no/such/folder/summary.md")
    done = run(
        "check", "-f", plan('[targets.a]\nname = "A"\ngoal = 1\nactual = { H1 = 1 }\n'), "--format=github"
    )
    assert done.code == 0
    assert done.err.startswith(f"warning: {Path('no/such/folder/summary.md')} cannot be written")


# --- GitLab


def test_a_fingerprint_names_the_fault_not_its_line_or_figure(run: Run, plan: Write) -> None:
    text = '[targets.a]\nname = "A"\ngoal = 10\nactual = { H1 = 1 }\n'
    before = json.loads(run("check", "-f", plan(text), "--format", "gitlab").out)
    after = json.loads(
        run("check", "-f", plan("\n\n" + text.replace("= 1 }", "= 2 }")), "--format=gitlab").out
    )
    assert before[0]["fingerprint"] == after[0]["fingerprint"]
    assert before[0]["description"] != after[0]["description"]
    assert before[0]["location"] != after[0]["location"]


@pytest.mark.parametrize("file", [HOSTILE, INVALID, EXAMPLE])
def test_fingerprints_are_unique(run: Run, file: Path) -> None:
    found = json.loads(run("check", "-f", str(file), "--format", "gitlab").out)
    prints = [each["fingerprint"] for each in found]
    assert len(set(prints)) == len(prints) > 0
    assert {each["severity"] for each in found} <= {"info", "minor", "major", "critical", "blocker"}


# --- JUnit

SCHEMAS = ROOT / "tests" / "schemas"
XS = "{http://www.w3.org/2001/XMLSchema}"


@cache
def jenkins_schema(*attributes: str) -> XMLSchema:
    """The schema of Jenkins' xUnit plug-in, with further attributes of a test."""
    schema = ET.parse(SCHEMAS / "junit-10.xsd")  # noqa: S314 - a file of these tests
    test = schema.find(f"{XS}element[@name='testcase']/{XS}complexType")
    assert test is not None
    for name in attributes:
        ET.SubElement(test, f"{XS}attribute", name=name, type="xs:string")
    return XMLSchema(ET.tostring(schema.getroot(), encoding="unicode"))


def assert_keeps_the_rules_of_jenkins(text: str) -> ET.Element:
    """Nothing but the places of tests is foreign to Jenkins, and the counts and names are right."""
    jenkins_schema("file", "line").validate(text)
    document = ET.fromstring(text)  # noqa: S314 - the program's own output
    suite = document[0]
    cases = suite.findall("testcase")
    for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        assert int(suite.get(key, "-1")) == len(suite.findall(f"testcase/{tag}"))
    assert int(suite.get("tests", "-1")) == len(cases)
    names = [(case.get("classname"), case.get("name")) for case in cases]
    assert len(set(names)) == len(names)
    return document


@pytest.mark.parametrize("file", [HOSTILE, INVALID, EXAMPLE, Path("gone.toml")])
def test_junit_keeps_the_rules_of_jenkins(run: Run, file: Path) -> None:
    text = run("check", "-f", str(file), "--format", "junit").out
    assert_keeps_the_rules_of_jenkins(text)


def test_the_sentence_of_a_failure_is_its_message_and_in_its_body(run: Run) -> None:
    document = assert_keeps_the_rules_of_jenkins(run("check", "-f", str(EXAMPLE), "--format", "junit").out)
    failures = document.findall("testsuite/testcase/failure")
    assert len(failures) == 8
    for failure in failures:
        assert failure.get("message", "") in (failure.text or "")
        assert "targets.toml:" in (failure.text or "")


def test_a_target_whose_name_is_its_id_is_named_once(run: Run) -> None:
    text = "[plan]\ntitle = 'P'\nyear = 2024\n[targets.jobs]\nname = 'jobs'\ngoal = 4\nactual = { H1 = 1 }\n"
    Path("own.toml").write_text(text, encoding="utf-8")
    assert '<testcase name="jobs" ' in run("check", "-f", "own.toml", "--format", "junit").out


def test_without_places_junit_is_what_jenkins_takes(run: Run) -> None:
    text = run("check", "-f", str(EXAMPLE), "--format", "junit").out
    strict = jenkins_schema()
    assert not strict.is_valid(text)
    strict.validate(re.sub(r'(<testcase [^>]*?) file="[^"]*" line="\d+"', r"\1", text))


@pytest.mark.usefixtures("_in_the_repository")
def test_each_test_has_its_file_and_line_and_takes_no_time(run: Run) -> None:
    document = ET.fromstring(run("check", "-f", "targets.toml", "--format", "junit").out)  # noqa: S314 - our own output
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    cases = document.findall("testsuite/testcase")
    assert len(cases) == 38
    for case in cases:
        name = case.get("name", "").split()[0]
        assert (case.get("file"), case.get("time")) == ("targets.toml", "0")
        assert f"[targets.{name}]" in lines[int(case.get("line", "0")) - 1]
    assert {suite.get("time") for suite in document.iter() if suite.tag.startswith("testsuite")} == {"0"}


def test_a_problem_without_a_place_has_a_file_and_no_line(run: Run) -> None:
    document = ET.fromstring(run("check", "-f", "gone.toml", "--format", "junit").out)  # noqa: S314 - our own output
    (case,) = document.findall("testsuite/testcase")
    assert (case.get("file"), case.get("line")) == ("gone.toml", None)


# --- SARIF

SARIF = Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8")))


def sarif_run(text: str) -> dict[str, Any]:
    """The run of a SARIF log, of whose rules and results more is true than the schema asks."""
    log = json.loads(text)
    SARIF.validate(log)
    (found,) = log["runs"]
    rules = found["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"(file:///([A-Z]:)?)?([\w.~/-]|%[0-9A-F]{2})+", uri, re.ASCII)
        region = location["physicalLocation"]["region"]
        assert 1 <= region["startLine"] <= region.get("endLine", region["startLine"])
        assert 1 <= region.get("startColumn", 1) <= region.get("endColumn", 1)
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in found["results"]]
    assert len(set(prints)) == len(prints)
    made: dict[str, Any] = found
    return made


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("file", [HOSTILE, INVALID, EXAMPLE, Path("gone.toml"), Path("两 个#?.toml")])
def test_sarif_is_valid_whatever_the_plan(run: Run, file: Path, language: str) -> None:
    done = run("check", "-f", str(file), "--format", "sarif", "--lang", language)
    made = sarif_run(done.out)
    assert made["language"] == language
    assert made["invocations"][0]["executionSuccessful"] is (done.code != 2)
    levels = [result["level"] for result in made["results"]]
    assert levels == sorted(levels)
    assert levels


@pytest.mark.usefixtures("_in_the_repository")
def test_sarif_points_at_the_target_and_its_rule(run: Run) -> None:
    made = sarif_run(run("check", "-f", "tests/plans/hostile.toml", "--format", "sarif").out)
    (found,) = (each for each in made["results"] if "Coverage" in each["message"]["text"])
    assert (found["ruleId"], found["level"]) == ("missed", "error")
    place = found["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "tests/plans/hostile.toml"}
    line = HOSTILE.read_text(encoding="utf-8").splitlines()[place["region"]["startLine"] - 1]
    assert line[place["region"]["startColumn"] - 1 : place["region"]["endColumn"] - 1] == "coverage"
    rule = made["tool"]["driver"]["rules"][found["ruleIndex"]]
    assert rule["help"]["text"].startswith("the goal was not reached by the due date, or a cap is exceeded.")
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_every_rule_that_a_target_can_break_has_a_name_and_a_meaning() -> None:
    rules = {*Status, *(reason.value for reason in Reason if reason is not Reason.STATUS)}
    assert {str(rule) for rule in rules} <= set(RULE)


def test_sarif_and_gitlab_know_a_finding_by_the_same_fingerprint(run: Run) -> None:
    sarif = sarif_run(run("check", "-f", str(HOSTILE), "--format", "sarif").out)["results"]
    gitlab = json.loads(run("check", "-f", str(HOSTILE), "--format", "gitlab").out)
    ours = [result["partialFingerprints"]["primaryLocationLineHash"] for result in sarif]
    assert ours == [issue["fingerprint"] for issue in gitlab]


def test_a_rule_that_fails_here_and_warns_there_is_an_error_by_default(run: Run, plan: Write) -> None:
    body = "goal = 10\nactual = { H1 = 1 }\n"
    text = f'[targets.a]\nname = "A"\ncheck = "warn"\n{body}[targets.b]\nname = "B"\n{body}'
    made = sarif_run(run("check", "-f", plan(text), "--format", "sarif").out)
    assert [result["level"] for result in made["results"]] == ["error", "warning"]
    assert [rule["defaultConfiguration"]["level"] for rule in made["tool"]["driver"]["rules"]] == ["error"]


def test_no_name_is_a_link_or_an_argument_of_a_message(run: Run, plan: Write) -> None:
    text = '[targets.a]\nname = "[x](http://e.org) {0}"\ngoal = 10\nactual = { H1 = 1 }\n'
    (result,) = sarif_run(run("check", "-f", plan(text), "--format", "sarif").out)["results"]
    assert result["message"]["text"].startswith("[x] (http://e.org) {{0}} (a): behind by 40.0 pp")


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("plans/a b.toml", "plans/a%20b.toml"),
        ("计划.toml", "%E8%AE%A1%E5%88%92.toml"),
        ("a:b/c.toml", "a%3Ab/c.toml"),
        ("/srv/a#b.toml", "file:///srv/a%23b.toml"),
        ("C:/plans/a.toml", "file:///C:/plans/a.toml"),
    ],
)
def test_a_file_has_the_address_that_viewers_open(file: str, uri: str) -> None:
    made = json.loads(written(check_sarif.write, report("A", "B", file)))
    places = [result["locations"][0]["physicalLocation"] for result in made["runs"][0]["results"]]
    assert {place["artifactLocation"]["uri"] for place in places} == {uri}


# --- any text at all

ANY = st.text(st.characters(codec="utf-8"), max_size=12)


def report(text: str, other: str, file: str = "plan.toml") -> CheckReport:
    place = Place("f", 3, 5, 9, "")
    return CheckReport(
        file=file,
        language=Language.EN,
        verdict=Verdict.FAILED,
        title=text,
        totals="1 failed",
        remarks=(
            Remark(
                "behind",
                Gravity.FAIL,
                other,
                place,
                "a",
                f"a{text}",
                "5",
                "4",
                "1",
                owner=other,
                file=file,
            ),
            Remark("bad-key", Gravity.INVALID, text, id=other, file=file),
        ),
        cases=lambda: (
            Case("a", text, other, skipped=False, note="", place=place),
            Case("b", other, text, skipped=True, note=text, place=place),
        ),
        failed=1,
    )


def written(write: Callable[[CheckReport, TextIO], None], of: CheckReport) -> str:
    out = StringIO(newline="")
    write(of, out)
    return out.getvalue()


@settings(deadline=None)
@given(ANY, ANY)
def test_any_text_survives_every_format(text: str, other: str) -> None:
    made = report(text, other)
    assert_keeps_the_rules_of_jenkins(written(check_junit.write, made))
    assert len(json.loads(written(check_gitlab.write, made))) == 2
    SARIF.validate(json.loads(written(check_sarif.write, made)))
    github = written(check_github.write, made)
    assert github.count("\n") == 3
    assert "\r" not in github
    markdown = written(check_markdown.write, made)
    rows = [line for line in markdown.split("\n") if line.startswith("| **")]
    assert [len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows] == [8, 8]


# --- as a runner calls it

ANSI = re.compile("\x1b")


CODES = {
    ("--help",): 0,
    ("check", "--help"): 0,
    ("check", "--no-such-option"): 2,
    ("check", "-f", str(EXAMPLE)): 1,
    ("check", "-f", str(EXAMPLE), "--format", "github"): 1,
    ("check", "-f", str(INVALID)): 2,
    ("status", "-f", str(EXAMPLE)): 0,
}


@pytest.fixture(scope="module")
def on_a_runner() -> dict[tuple[str, ...], Outcome]:
    """What each call does on a runner of GitHub."""
    done = in_one_process([*CODES], GITHUB_ACTIONS="true", CI="true")
    return dict(zip(CODES, done, strict=True))


@pytest.mark.parametrize("arguments", CODES, ids=" ".join)
def test_on_a_runner_of_github_no_colour_codes_reach_a_pipe(
    arguments: tuple[str, ...], on_a_runner: dict[tuple[str, ...], Outcome]
) -> None:
    code, out, err = on_a_runner[arguments]
    assert code == CODES[arguments]
    assert out + err
    assert not ANSI.search(out + err)
