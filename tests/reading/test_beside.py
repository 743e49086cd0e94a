"""Beside slips that keep a plan from being TOML its other faults are told, but none that may follow."""

import pytest

from plan_tracker.reading.places import located
from plan_tracker.reading.plan_file import parse

HEAD = '[plan]\ntitle = "P"\nyear = 2024\n'
SLIP = '[targets.a]\nname = "A"\ngoal = 5%\n'


def told(text: str) -> list[tuple[str, str]]:
    _, found = parse(text)
    places = [(each.problem.code, each.place) for each in located("p.toml", text, found)]
    return [(code, f"{place.line}:{place.column}") for code, place in places if place]


def test_faults_of_other_targets_are_told_in_their_places() -> None:
    rest = '[targets.b]\nname = "B"\ngaol = 5\n[targets.c]\ngoal = "5"\nactual = { Q5 = 1 }\n'
    rest += "[check]\nmax_lag = 5\n"
    expected = [
        ("toml-bare-percent", "6:8"),
        ("unknown-key", "9:1"),
        ("missing-key", "10:10"),
        ("not-a-number", "11:8"),
        ("bad-period", "12:12"),
        ("not-points", "14:11"),
    ]
    assert told(HEAD + SLIP + rest) == expected
    assert told((HEAD + SLIP + rest).replace("\n", "\r\n")) == expected


def test_of_a_target_with_a_slip_unknown_keys_and_words_are_told_but_not_what_a_lost_line_may_explain() -> (
    None
):
    lines = 'unit = "%"\nkind = 水平值\nbaseline = 5\nduee = 5\ncheck = "none at all"\nactual = { H1 = -1 }\n'
    assert told(f'{HEAD}[targets.a]\nname = "A"\ngoal = 6\n{lines}') == [
        ("toml-unquoted-text", "8:8"),
        ("unknown-key", "10:1"),
        ("not-a-choice", "11:9"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        HEAD.replace("year =", "year") + '[targets.a]\nname = "A"\nactual = { Q5 = 1 }\n',
        f'{HEAD}[paces.冬季]\nH1 = "40%"\n[targets.a]\nname = "A"\npace = "冬季"\n',
        f'{HEAD}[targets.a]\nname = "A"\n%[targets.b]\nname = "B"\n',
        f'{HEAD}[check]\n[targets.a]\nname = "A"\n[check]\nx = 1\n',
        f'{HEAD}[targets.东区]\nname = "A"\n[targets."东区".actual]\nH1 = 5\n',
        f'{HEAD}[targets.a]\nname = "A"\nunit = "m\ngoal = 5\n',
        f'{HEAD}[targets.z]\nname = "Z"\n［targets.a］\nname = "A"\n[targets.a.adjusted]\n2024-08-30 = 6\n',
        f'{HEAD}[targets.a]\nname = "A"\nactual:\nH1 = 5\n',
        f'{HEAD}[targets.z]\nname = "Z"\ntargets.a:\n[targets.a.actual]\nH1 = 5\n',
        f'{HEAD}[targets.z]\nname = "Z"\ngoal = 5 [targets.a]\n[targets.a.actual]\nH1 = 5\n',
        HEAD.replace("[plan]", "[plan]\n[基本信息]") + '[targets.a]\nname = "A"\ngoal = 5\n',
    ],
)
def test_what_may_follow_from_the_slip_is_not_told(text: str) -> None:
    assert len(told(text)) == 1
