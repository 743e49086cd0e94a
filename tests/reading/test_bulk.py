"""Reading a large plan line by line must say what reading it whole says, or nothing."""

from itertools import chain
from pathlib import Path

import pytest
import tomli_w
from hypothesis import example, given
from hypothesis import strategies as st

from kit import plan_texts
from kit.program import EXAMPLES
from kit.some_plans import Document, documents
from plan_tracker.plan.model import Plan, Target
from plan_tracker.plan.pace import Pace
from plan_tracker.plan.periods import PlanTime
from plan_tracker.problems import Problem, Severity
from plan_tracker.reading import bulk
from plan_tracker.reading.bulk import TooHard, plan_of
from plan_tracker.reading.plan_file import parse

HEAD = '[plan]\ntitle = "P"\nyear = 2024\n'
PROJECTS = '[targets.projects]\nname = "Projects"\ngoal = 400\nactual = { H1 = 190 }\n'
BOILERS = '[targets.boilers]\nname = "Boilers"\ngoal = 36\ndue = 2024-09-30\nactual = { H1 = 21 }\n'


def told(value: object) -> object:
    """A plan as plain values: what has no equality of its own by what it consists of."""
    match value:
        case Pace():
            return value.rule, value.start, value.due, value.clock
        case PlanTime():
            return value.start, value.end, value.calendar
        case tuple():
            return type(value), [told(each) for each in value]
        case _:
            return repr(value)  # Decimal("1.50") is not Decimal("1.5") here: figures are shown as typed


def in_bulk(text: str, count: int = 1) -> tuple[list[Target], list[Plan], list[Problem]] | None:
    """The targets of all shares, their plans and problems; None where the text is too hard."""
    try:
        shares = [plan_of(text, number, count) for number in range(count)]
    except TooHard:
        return None
    targets = list(chain.from_iterable(plan.targets for plan, _ in shares))
    return targets, [plan for plan, _ in shares], list(chain.from_iterable(found for _, found in shares))


def assert_alike(text: str) -> bool:
    """Whether a text could be read in bulk; if so, it says the same as the whole."""
    plan, problems = parse(text)
    found = in_bulk(text)
    if found is None:
        return False
    targets, (own,), own_problems = found
    assert plan is not None
    assert [told(each) for each in targets] == [told(each) for each in plan.targets]
    assert told(own._replace(targets=())) == told(plan._replace(targets=()))
    assert own_problems == problems
    return True


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_are_read_alike(file: Path) -> None:
    assert_alike(file.read_text("utf-8"))


def test_the_example_of_the_report_is_read_line_by_line() -> None:
    assert assert_alike(EXAMPLES[0].read_text("utf-8"))


BAD_PLANS = sorted((Path(__file__).parents[1] / "bad_plans").glob("*.toml"))


@pytest.mark.parametrize("file", BAD_PLANS, ids=lambda path: path.stem)
def test_a_plan_with_an_error_is_left_to_the_reader_of_the_whole(file: Path) -> None:
    text = file.read_bytes().decode("utf-8", "replace")
    _, problems = parse(text)
    if any(problem.severity is Severity.ERROR for problem in problems):
        assert in_bulk(text) is None
    else:
        assert_alike(text)


A_PART = "[targets.projects.parts.a]\ngoal = 400\n"
HARD = {
    "a heading within a text": '[targets.x]\nname = "X"\nnote = """\n[targets.boilers]\n"""\n',
    "a target twice": PROJECTS + BOILERS + PROJECTS,
    "a part after another target": PROJECTS + BOILERS + "[targets.projects.parts.east]\ngoal = 400\n",
    "a second table of all targets": PROJECTS + "[targets]\n" + BOILERS,
    "a table between targets": PROJECTS + "[check]\nmax_lag = '5pp'\n" + BOILERS,
    "a table of the plan twice": PROJECTS + BOILERS + '[plan]\ntitle = "Q"\n',
    "a first target whose id is escaped": '[targets."\\u0061"]\nname = "A"\n' + PROJECTS,
    "an unknown key behind the targets": PROJECTS + BOILERS + '[check]\nmax_lug = "5pp"\n',
    "a key twice": PROJECTS + "goal = 500\n" + BOILERS,
    "a key twice, once dotted": PROJECTS + "actual.Q1 = 5\n" + BOILERS,
    "a label twice": BOILERS + PROJECTS.replace("H1 = 190", "H1 = 190, H1 = 191"),
    "no name": BOILERS.replace('name = "Boilers"\n', "") + PROJECTS,
    "a name that is a number": BOILERS.replace('"Boilers"', "5") + PROJECTS,
    "a blank name": BOILERS.replace('"Boilers"', '"  "') + PROJECTS,
    "a goal that is a text": BOILERS.replace("36", '"36"') + PROJECTS,
    "an unknown key": BOILERS + "gaol = 5\n" + PROJECTS,
    "a control character": BOILERS.replace("Boilers", "B\u009biler") + PROJECTS,
    "a bidi character": BOILERS.replace("Boilers", "B\u202eiler") + PROJECTS,
    "an id that no target may have": PROJECTS + '[targets."a b"]\nname = "A"\n',
    "an id that no TOML may have": PROJECTS + '[targets."a\x01b"]\nname = "A"\n',
    "a carriage return alone": PROJECTS.replace("goal", "\rgoal"),
    "a part twice": PROJECTS + "[targets.projects.parts.a]\n[targets.projects.parts.a]\n" + BOILERS,
    "a part within braces and as a table": PROJECTS + "parts = { b = { goal = 1 } }\n" + A_PART + BOILERS,
    "a part of no target": PROJECTS + A_PART.replace("projects", "other") + BOILERS,
    "a part with a weight": PROJECTS + A_PART + "weight = 2\n" + BOILERS,
    "a part whose key is blank": PROJECTS + A_PART.replace("parts.a", 'parts." "') + BOILERS,
    "committed work twice": PROJECTS + "committed = 5\n[targets.projects.committed]\na = 5\n" + BOILERS,
    "the same work twice": PROJECTS + '[targets.projects.committed]\na = 5\n"a" = 5\n' + BOILERS,
    "work that is no number": PROJECTS + '[targets.projects.committed]\na = "5"\n' + BOILERS,
    "something behind a heading": PROJECTS + '[targets.x] y = 1\nname = "X"\n',
    "a carriage return too many": PROJECTS.replace("400\n", "400\r\r\n"),
    "an empty first target": f"[targets.x]\n{PROJECTS}{BOILERS}",
    "an empty first target with a part": f"[targets.x]\n[targets.x.parts.a]\n{PROJECTS}{BOILERS}",
    "a comment behind the first heading": f'[targets.x] # x\nname = "X"\n{PROJECTS}{BOILERS}',
    "a blank in the first heading": f'[targets.x ]\nname = "X"\n{PROJECTS}{BOILERS}',
    "a part before the first target": A_PART + PROJECTS + BOILERS,
    "an unfinished text": PROJECTS + '[targets.x]\nname = "X\n' + BOILERS,
    "a leading zero": PROJECTS.replace("190", "0190"),
    "sixteen digits": PROJECTS.replace("190", "1234567890123456"),
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_what_is_wrong_or_unusual_is_left_to_the_reader_of_the_whole(text: str) -> None:
    assert in_bulk(HEAD + text) is None


SIMPLE = {
    "two targets": PROJECTS + BOILERS,
    "comments": f"# the first\n{PROJECTS}# the second 第二\n{BOILERS}# the end\n",
    "an indented comment": PROJECTS + "  # so far\n" + BOILERS,
    "a comment behind a value": PROJECTS.replace("400", "400  # as promised") + BOILERS,
    "a comment that looks like a heading": PROJECTS + "#[targets.projects]\n" + BOILERS,
    "tables after the targets": PROJECTS + BOILERS + '[check]\nmax_lag = "5pp"\n[paces.slow]\nH1 = "5%"\n',
    "parts": PROJECTS + A_PART + '[targets.projects.parts."新城区"]\nowner = "O"\nactual.H1 = 1\n' + BOILERS,
    "parts with a comment and a committed table": PROJECTS
    + A_PART
    + "# none yet\n[targets.projects.parts.b.committed]\nx = 5\n"
    + BOILERS,
    "parts as tables of the target": PROJECTS + "[targets.projects.parts]\na = { goal = 400 }\n" + BOILERS,
    "committed work": PROJECTS + '[targets.projects.committed]\n"政府" = 5\n' + BOILERS,
    "work with a comment": PROJECTS + "[targets.projects.committed]\na = 5 # by law\n" + BOILERS,
    "no committed work": PROJECTS + "[targets.projects.committed]\n" + BOILERS,
    "a quoted id": PROJECTS + '[targets."引进项目"]\nname = "引进项目"\ngoal = 1.50\n',
    "a text of several lines": BOILERS + 'note = """\none\ntwo"""\n' + PROJECTS,
    "a list of several lines": BOILERS + 'stated.H1 = [\n"58.3%",\n]\n' + PROJECTS,
    "an ideographic space": BOILERS.replace("Boilers", "锅炉\u3000替代") + PROJECTS,
    "joined emoji": BOILERS.replace("Boilers", "👩\u200d🌾") + PROJECTS,
    "indented": PROJECTS.replace("\n", "\n  ").rstrip(" ") + BOILERS,
    "no blanks": PROJECTS.replace(" ", "") + BOILERS,
    "a warning": PROJECTS.replace("{ H1", "{ Q1 = 200, H1") + BOILERS,
    "no line end at the end": (PROJECTS + BOILERS).rstrip("\n"),
}


@pytest.mark.parametrize("text", SIMPLE.values(), ids=SIMPLE)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_what_is_right_and_usual_is_read_line_by_line(text: str, line_end: str) -> None:
    assert assert_alike((HEAD + text).replace("\n", line_end))


def test_a_text_that_begins_before_the_targets_and_ends_behind_them_is_left_to_the_other() -> None:
    text = f'[plan]\nyear = 2024\ntitle = """\\\n{PROJECTS}{BOILERS}[x] \\\n"""\n'
    assert parse(text)[0] is None
    assert in_bulk(text) is None


@given(documents())
def test_a_plan_of_any_kind_is_read_alike(found: tuple[Document, object]) -> None:
    document, _ = found
    targets = document["targets"]
    tables = "".join(
        f"[targets.{key}]\n" + tomli_w.dumps({"name": "T"} | target) for key, target in targets.items()
    )
    text = tomli_w.dumps({key: value for key, value in document.items() if key != "targets"}) + tables
    assert_alike(text)


@given(plan_texts.cases())
def test_a_plan_in_any_layout_is_read_alike(case: plan_texts.Case) -> None:
    assert_alike(case.text)


LINES = st.tuples(
    st.sampled_from(["name", "goal", "actual", "unit", "kind", "due", "note", "last_year", "weight", "gaol"]),
    st.sampled_from([" = ", "=", "  = "]),
    st.one_of(
        st.text(max_size=6).map(lambda text: f'"{text}"'),
        st.from_regex(r"-?[0-9]{1,17}(\.[0-9]{0,17})?", fullmatch=True),
        st.from_regex(r"\{ [HQ][1-3] = [0-9.]{1,4}(, [HQ][1-3] = [0-9]{1,3}){0,2} \}", fullmatch=True),
        st.sampled_from(["2024-09-30", '"level"', "nan", "inf", "1_000", "0x1f", "1e3", '"""a"""', "'a'"]),
    ),
).map("".join)


@given(LINES)
@example('name = "a\x7fb"')
@example('name = "\ud7ff\ue000\ufdd0"')
@example("goal = 1.50")
def test_a_plain_line_says_what_tomli_and_the_model_say(line: str) -> None:
    plain = bulk._plain(line)  # noqa: SLF001 - the one place where TOML is not left to tomli
    if plain is not None:
        assert repr(plain) == repr(bulk._said(line))  # noqa: SLF001 - as above


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_shares_are_the_whole_in_its_order(count: int) -> None:
    text = HEAD + "".join(
        f'[targets.t{n}]\nname = "T{n}"\ngoal = {n}\n# {"x" * (n % 40)}\n' for n in range(1, 60)
    )
    found = in_bulk(text, count)
    assert found is not None
    assert [target.id for target in found[0]] == [f"t{n}" for n in range(1, 60)]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_no_share_begins_within_a_target(count: int) -> None:
    text = HEAD + "".join(
        f'[targets.t{n}]\nname = "T{n}"\ngoal = {n}\n[targets.t{n}.parts.east]\ngoal = 1\n'
        f'[targets.t{n}.parts."西"]\nactual = {{ H1 = 0 }}\n[targets.t{n}.committed]\na = 1\n'
        for n in range(1, 30)
    )
    whole, _ = parse(text)
    found = in_bulk(text, count)
    assert whole is not None
    assert found is not None
    assert [told(target) for target in found[0]] == [told(target) for target in whole.targets]


def test_a_list_of_texts_before_the_targets_is_no_heading() -> None:
    assert assert_alike(f'{HEAD}[check]\nfail_on = ["missed"]\n{PROJECTS}')


def test_a_share_without_targets_is_too_hard() -> None:
    assert in_bulk(HEAD + PROJECTS, 2) is None
