"""Recording: the figure is there, and nothing else has changed."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import takewhile
from pathlib import Path

import pytest
import tomli
import tomli_w
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from kit.choices import Choices
from kit.plan_texts import Case, cases, thorough, with_figure
from kit.some_plans import FRAMES, Document, documents
from plan_tracker.editing.entries import Entry, entry_of
from plan_tracker.editing.recording import NotRecorded, NotValid, Recorded, record
from plan_tracker.judging.evaluation import Evaluation, evaluate
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.plan.model import Plan
from plan_tracker.problems import Problem
from plan_tracker.reading.plan_file import ParsedFile, parse
from plan_tracker.reports.recording import meaning, notes
from plan_tracker.wording.statuses import STATUSES

HEAD = '[plan]\ntitle = "T"\nyear = 2024\n'


def recorded(text: str, *entries: Entry, revise: bool = False) -> Recorded:
    plan, problems = parse(text)
    assert plan is not None, problems
    document = tomli.loads(text, parse_float=Decimal)
    return record(ParsedFile(Path("plan.toml"), text, plan, problems, document), entries, revise=revise)


def lines_changed(old: str, new: str) -> tuple[Sequence[str], Sequence[str]]:
    """The lines that are gone and those that came, between what both texts begin and end with."""
    before, after = old.split("\n"), new.split("\n")
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return before[start : len(before) - end], after[start : len(after) - end]


@thorough(150)
@given(cases())
def test_a_recorded_figure_is_there_and_nothing_else_has_changed(case: Case) -> None:
    result = recorded(case.text, Entry(case.target, case.part, case.period, case.figure))

    expected = with_figure(tomli.loads(case.text, parse_float=Decimal), case)
    assert tomli.loads(result.text, parse_float=Decimal) == expected
    gone, came = lines_changed(case.text, result.text)
    assert len(gone) <= 1
    assert len([line for line in came if line.strip()]) <= 3
    pairs = zip(case.text, result.text, strict=False)
    kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    assert result.text.endswith(case.text[kept:])  # one piece was put in, and nothing was taken out
    assert result.text.count("\r\n") == (result.text.count("\n") if "\r\n" in case.text else 0) or (
        '"""' in case.text  # a text of several lines may have line feeds of its own
    )
    assert f"{case.period} = {case.figure}" in result.text


@thorough(150)
@given(cases())
def test_a_revised_figure_takes_the_place_of_the_old_digits(case: Case) -> None:
    entry = Entry(case.target, case.part, case.period, case.figure)
    first = recorded(case.text, entry)

    second = recorded(first.text, entry._replace(figure="7.70"), revise=True)

    gone, came = lines_changed(first.text, second.text)
    assert (len(gone), len(came)) == (1, 1)
    assert second.changes[0].old == case.figure
    again = recorded(second.text, entry, revise=True)
    assert again.text == first.text


def entries(choices: Choices, plan: Plan) -> list[Entry]:
    """Up to four figures for targets and parts, most in their time; some fall, and some cannot be."""
    places = [place for whole in plan.targets for place in (whole, *whole.parts)]
    ends = {
        label: period.last
        for frame in FRAMES
        for label in frame.labels
        if (period := plan.time.period(label))
    }
    chosen = dict[tuple[str, str], Entry]()
    for _ in range(choices.pick(4, 1, 4, 2, 4, 3)):
        place = choices.pick(*places)
        inside = [label for label, last in ends.items() if place.start <= last <= place.due]
        label = choices.pick(*(inside if inside and choices.number(5) else ends))
        figure = choices.pick("0", "0.5", "6", "12.10", "99", "-1" if choices.number(3) == 3 else "7")
        chosen[place.id, label] = entry_of(place.id, label, figure)
    return [*chosen.values()]


def spelt(plan: Plan) -> list[object]:
    """All that a plan says: times and paces that say the same are not equal by themselves."""
    rest = plan._asdict() | {"time": (plan.time.start, plan.time.end, plan.time.calendar), "targets": ()}
    targets = [each for target in plan.targets for each in (target, *target.parts)]
    paces = [(each.pace.rule, each.pace.corners()) if each.pace else None for each in targets]
    return [rest, paces, [each._replace(pace=None, parts=()) for each in targets]]


def attempted(text: str, written: Sequence[Entry]) -> tuple[str, Plan | None, list[Problem]]:
    """The text as it is or would be, its plan where it has one, and the problems that are told."""
    try:
        result = recorded(text, *written, revise=True)
    except NotRecorded:
        reject()  # two labels that end on one day
    except NotValid as invalid:
        return invalid.text, None, invalid.problems
    return result.text, result.plan, list(result.problems)


def to_report(evaluation: Evaluation, own: set[str]) -> Iterator[str]:
    """The targets that are not reported; of those that get figures, the parts."""
    for whole in evaluation.results:
        asked = whole.parts if whole.target.id in own else (whole,)
        yield from (each.target.id for each in asked if each.status is Status.NOT_REPORTED)


@thorough(150)
@given(documents(), st.binary(min_size=24))
def test_a_plan_becomes_what_reading_it_anew_makes_of_it_and_figures_mean_what_the_whole_plans_say(
    example: tuple[Document, date], drawn: bytes
) -> None:
    """Both in one, for most of the time goes into recording."""
    text = tomli_w.dumps(example[0])
    old, known = parse(text)
    assume(old is not None)
    assert old is not None
    written = entries(Choices(drawn), old)

    changed, new, problems_told = attempted(text, written)

    anew, problems = parse(changed)
    assert (new and spelt(new)) == (anew and spelt(anew))
    assert problems_told == [problem for problem in problems if anew is None or problem not in known]

    assume(new is not None)
    assert new is not None
    ids, labels = [entry.id for entry in written], {entry.period for entry in written}
    day = max(period.last for label in labels if (period := old.time.period(label)))

    told = meaning(old, new, ids, day, Language.EN)
    notes_told = notes(old, new, ids, day, Language.EN)

    now = {each.target.id: each for whole in evaluate(new, day).results for each in (whole, *whole.parts)}
    for line in told:
        identity, _, said = line.partition(": ")
        assert said.partition(" (")[0].endswith(STATUSES[now[identity].status].name.text(Language.EN))
    own = {entry.target for entry in written}
    before, after = ([*to_report(evaluate(plan), own)] for plan in (old, new))
    fresh = [each for each in after if each not in before]
    assert [note.rpartition(": ")[2].split(", ") for note in notes_told if "as they have no" in note] == (
        [fresh] if fresh else []
    )


INSERTED = [
    (
        "[targets.a]\nname = 'A'\ngoal = 5 # g\nunit = 'x'\n",
        "[targets.a]\nname = 'A'\ngoal = 5 # g\nactual = { H1 = 3.0 }\nunit = 'x'\n",
    ),
    ("[targets.a]\nname = 'A' # n", "[targets.a]\nname = 'A' # n\nactual = { H1 = 3.0 }"),
    ("[targets.a]\nname='A'\nactual={}\n", "[targets.a]\nname='A'\nactual={ H1 = 3.0 }\n"),
    ("[targets.a]\nname='A'\nactual={Q1=1}\n", "[targets.a]\nname='A'\nactual={Q1=1, H1 = 3.0}\n"),
    ("[targets.a]\nname='A'\nactual={ Q3=9 }\n", "[targets.a]\nname='A'\nactual={ H1 = 3.0, Q3=9 }\n"),
    (
        "[targets.a]\nname='A'\nactual.Q1=1 # q\nunit='x'\n",
        "[targets.a]\nname='A'\nactual.Q1=1 # q\nactual.H1 = 3.0\nunit='x'\n",
    ),
    (
        "[targets.a]\nname='A'\n\n  [targets.a.actual]\n  Q1=1\n\n# b\n[check]\n",
        "[targets.a]\nname='A'\n\n  [targets.a.actual]\n  Q1=1\n  H1 = 3.0\n\n# b\n[check]\n",
    ),
    (
        "[targets.a]\nname='A'\n[targets.a.actual] # t\n",
        "[targets.a]\nname='A'\n[targets.a.actual] # t\nH1 = 3.0\n",
    ),
    (
        "[targets]\na = { name='A', goal=5, unit='x' }\n",
        "[targets]\na = { name='A', goal=5, actual = { H1 = 3.0 }, unit='x' }\n",
    ),
    ("[targets]\na.name='A'\na.goal=5\n", "[targets]\na.name='A'\na.goal=5\na.actual = { H1 = 3.0 }\n"),
    (
        "[targets.a]\nname='A'\nactual = {\n  Q1 = 1, # one\n}\n",
        "[targets.a]\nname='A'\nactual = {\n  Q1 = 1, # one\n  H1 = 3.0,\n}\n",
    ),
    (
        "[targets.a]\nname='A'\nactual = {\n  Q1 = 1 # one\n}\n",
        "[targets.a]\nname='A'\nactual = {\n  Q1 = 1, H1 = 3.0 # one\n}\n",
    ),
    (
        "[targets.a]\nname='A'\nactual = {\n  Q1 = 1\n}\n",
        "[targets.a]\nname='A'\nactual = {\n  Q1 = 1,\n  H1 = 3.0\n}\n",
    ),
]


@pytest.mark.parametrize(("before", "after"), INSERTED)
def test_a_new_figure_comes_to_stand_where_a_person_would_write_it(before: str, after: str) -> None:
    assert recorded(HEAD + before, entry_of("a", "H1", "3.0")).text == HEAD + after


def test_several_figures_of_one_target_go_into_one_table() -> None:
    text = HEAD + "[targets.a]\nname = 'A'\n"
    result = recorded(text, entry_of("a", "Q1", "1"), entry_of("a", "H1", "2"), entry_of("a", "FY", "3"))
    assert result.text == HEAD + "[targets.a]\nname = 'A'\nactual = { Q1 = 1, H1 = 2, FY = 3 }\n"


def test_a_part_known_only_from_its_commitments_gets_a_table() -> None:
    text = HEAD + "[targets.a]\nname = 'A'\n\n[targets.a.parts.'新城区'.committed]\nw = 3 # c\n\n# b\n"
    expected = text.replace("# c\n", "# c\n\n[targets.a.parts.'新城区']\nactual = { H1 = 30 }\n")
    assert recorded(text, entry_of("a/新城区", "H1", "30")).text == expected


SCATTERED = [
    "[targets.a]\nname = 'A'\n\n[targets.b]\nname = 'B'\n\n[targets.'a'.parts.x]\nactual = { Q1 = 1 }\n",
    "[targets.a]\nname = 'A'\n\n[targets.b]\nname = 'B'\n\n[targets.\"\\u0061\".parts.x]\nactual={Q1 = 1}\n",
    "[targets.a.parts.x]\nactual = { Q1 = 1 }\n\n[check]\n\n[targets.a]\nname = 'A'\n",
    "[targets.a]\nname = '[targets.b]'\nparts.x.actual = { Q1 = 1 }\n[targets.ab]\nname = 'AB'\n",
]


@pytest.mark.parametrize("targets", SCATTERED)
@pytest.mark.parametrize("above", ["", HEAD])
def test_a_target_is_found_wherever_its_headings_stand(targets: str, above: str) -> None:
    text = above + targets + ("" if above else HEAD)
    expected = text.replace("Q1 = 1", "Q1 = 1, H1 = 2")
    assert recorded(text, entry_of("a/x", "H1", "2")).text == expected


def test_a_target_is_found_though_its_id_reads_like_a_part_of_another() -> None:
    of_another = "[targets.a]\nname = 'A'\n[targets.a.parts.x]\ngoal = 1\n"
    text = f"{HEAD}{of_another}[targets.'a.parts']\nname = 'B'\n"
    assert recorded(text, entry_of("a.parts", "H1", "2")).text == f"{text}actual = {{ H1 = 2 }}\n"


def refused(text: str, *entries: Entry, revise: bool = False) -> list[str]:
    with pytest.raises(NotRecorded) as caught:
        recorded(HEAD + text, *entries, revise=revise)
    return [
        each.message.text(Language.EN) + (f" ({each.hint.text(Language.EN)})" if each.hint else "")
        for each in caught.value.refused
    ]


ONE = "[targets.projects]\nname = 'P'\ngoal = 400\nactual = { H1 = 190, Q3 = 250 }\n"


@pytest.mark.parametrize(
    ("identity", "period", "figure", "words"),
    [
        ("projets", "H2", "1", "there is no target `projets` (did you mean `projects`?)"),
        ("wholly", "H2", "1", "there is no target `wholly` (use one of: projects)"),
        ("projects/east", "H2", "1", "the target `projects` has no part `east`"),
        ("projects", "h2", "1", "`h2` is not a period of this plan (did you mean `H2`?)"),
        (
            "projects",
            "Q2",
            "1",
            (
                "`Q2` ends on the same day as `H1`, for which projects has 190 "
                "(to change that figure: record what was added in H1 alone as H1, with --revise)"
            ),
        ),
        (
            "projects",
            "H1",
            "210",
            (
                "projects has 190 for H1 already; it was not replaced by 210 "
                "(to change a published figure, add --revise)"
            ),
        ),
        *(
            (
                "projects",
                "H2",
                figure,
                (
                    f"`{figure}` is not a number (write digits with at most one point, "
                    "such as 190 or 96.50: at most 15 before it and 15 after it)"
                ),
            )
            for figure in ("1e3", "nan", "0x10", "1_000", "190个", "47.5%", "1234567890123456", "1,55")
        ),
    ],
)
def test_what_cannot_be_recorded_is_refused_with_a_reason(
    identity: str, period: str, figure: str, words: str
) -> None:
    assert refused(ONE, entry_of(identity, period, figure)) == [words]


def test_every_figure_that_cannot_be_recorded_is_named() -> None:
    entries = (entry_of("x", "H1", "1"), entry_of("projects", "FY", "5"), entry_of("projects", "FY", "6"))
    assert refused(ONE, *entries) == [
        "there is no target `x` (use one of: projects)",
        "projects is given twice for FY",
    ]


def test_a_figure_that_makes_the_plan_invalid_is_refused_with_its_problems() -> None:
    with pytest.raises(NotValid) as caught:
        recorded(HEAD + ONE, entry_of("projects", "FY", "-1"))
    assert [problem.code for problem in caught.value.problems] == ["negative"]
    assert "FY = -1" in caught.value.text


def test_a_falling_total_is_recorded_with_a_warning_of_its_own() -> None:
    text = HEAD + "[targets.a]\nname = 'A'\nactual = { Q1 = 9, H1 = 8 }\n" + ONE
    result = recorded(text, entry_of("projects", "FY", "200"))
    assert [(each.code, each.path) for each in result.problems] == [
        ("total-falls", ("targets", "projects", "actual", "FY"))
    ]


def test_the_same_figure_again_changes_nothing_and_needs_no_leave() -> None:
    result = recorded(HEAD + ONE, entry_of("projects", "H1", "190"))
    assert (result.text, result.changes[0].changes) == (HEAD + ONE, False)


def test_other_digits_for_the_same_number_are_a_change() -> None:
    assert refused(ONE, entry_of("projects", "H1", "190.0"))
    result = recorded(HEAD + ONE, entry_of("projects", "H1", "190.0"), revise=True)
    assert result.text == (HEAD + ONE).replace("190", "190.0")
