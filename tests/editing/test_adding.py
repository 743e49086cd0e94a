"""Adding a target: its block stands in its group, and nothing else has changed."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from kit.plan_texts import Case, cases, thorough
from plan_tracker.editing.adding import Added, add
from plan_tracker.editing.recording import NotValid
from plan_tracker.reading.plan_file import ParsedFile, parse

HEAD = '[plan]\ntitle = "T"\nyear = 2024\n'
NEW: Mapping[str, object] = {"name": "N", "group": "G", "goal": Decimal("60.50")}
BLOCK = '[targets.new]\nname = "N"\ngroup = "G"\ngoal = 60.50\n'


def added(text: str, identity: str = "new", table: Mapping[str, object] = NEW) -> Added:
    plan, problems = parse(text)
    assert plan is not None, problems
    document = tomli.loads(text, parse_float=Decimal)
    return add(ParsedFile(Path("plan.toml"), text, plan, problems, document), identity, table)


@thorough(150)
@given(cases(), st.sampled_from(["new", "新指标", "a.c", "_-"]), st.sampled_from(["", "G", "类"]))
def test_a_target_is_added_in_any_layout_and_nothing_else_has_changed(
    case: Case, identity: str, group: str
) -> None:
    table = {"name": "新 #", **({"group": group} if group else {}), "goal": Decimal("60.50")}

    result = added(case.text, identity, table)

    old = tomli.loads(case.text, parse_float=Decimal)
    expected = {**old, "targets": {**old["targets"], identity: table}}
    assert tomli.loads(result.text, parse_float=Decimal) == expected
    start = next(
        at for at in range(len(result.text)) if at >= len(case.text) or case.text[at] != result.text[at]
    )
    assert result.text.endswith(case.text[start:])  # one piece was put in, and nothing was taken out
    assert result.text.endswith("\n") is case.text.endswith("\n")
    if '"""' not in case.text:  # a text of several lines may have line feeds of its own
        assert result.text.count("\r\n") == (result.text.count("\n") if "\r\n" in case.text else 0)
    assert '"新 #"' in "\n".join(result.text.split("\n")[result.line - 1 : result.line + 1])
    anew, problems = parse(result.text)
    assert anew is not None, problems
    assert [each._replace(pace=None, parts=()) for each in result.plan.targets] == [
        each._replace(pace=None, parts=()) for each in anew.targets
    ]


PLACED = [
    ("[targets.a]\nname = 'A'\n", f"[targets.a]\nname = 'A'\n\n{BLOCK}"),
    ("[targets.a]\nname = 'A' # n", f"[targets.a]\nname = 'A' # n\n\n{BLOCK.rstrip()}"),
    (  # behind the last target of the group, with its parts
        "[targets.a]\nname = 'A'\ngroup = 'G'\n\n[targets.a.parts.x]\ngoal = 1\n\n[targets.b]\nname = 'B'\n",
        (
            "[targets.a]\nname = 'A'\ngroup = 'G'\n\n[targets.a.parts.x]\ngoal = 1\n\n"
            f"{BLOCK}\n[targets.b]\nname = 'B'\n"
        ),
    ),
    (  # the comments right below a target are its own, those above a header are that one's
        "[targets.a]\nname = 'A'\ngroup = 'G'\n# of = 'a'\n\n# of b\n[targets.b]\nname = 'B'\n",
        f"[targets.a]\nname = 'A'\ngroup = 'G'\n# of = 'a'\n\n{BLOCK}\n# of b\n[targets.b]\nname = 'B'\n",
    ),
    (
        "[targets.a]\nname = 'A'\ngroup = 'G'\n# of b\n[targets.b]\nname = 'B'\n",
        f"[targets.a]\nname = 'A'\ngroup = 'G'\n\n{BLOCK}# of b\n[targets.b]\nname = 'B'\n",
    ),
    (  # of a new group: behind the last target, before the tables that are none
        "[targets.a]\nname = 'A'\n\n[check]\nmax_lag = '5pp'\n",
        f"[targets.a]\nname = 'A'\n\n{BLOCK}\n[check]\nmax_lag = '5pp'\n",
    ),
    (  # tables of the target that stand elsewhere stay there
        ("[targets.a]\nname = 'A'\ngroup = 'G'\n\n[targets.b]\nname = 'B'\n\n[targets.a.committed]\nw = 3\n"),
        (
            f"[targets.a]\nname = 'A'\ngroup = 'G'\n\n{BLOCK}\n[targets.b]\nname = 'B'\n\n"
            "[targets.a.committed]\nw = 3\n"
        ),
    ),
    (  # below a header that is indented
        "  [targets.a]\n  name = 'A'\n",
        "  [targets.a]\n  name = 'A'\n\n" + "".join(f"  {line}\n" for line in BLOCK.splitlines()),
    ),
    (
        "[targets]\na = { name = 'A', group = 'G' } # a\nb = { name = 'B' }\n",
        (
            "[targets]\na = { name = 'A', group = 'G' } # a\n"
            'new = { name = "N", group = "G", goal = 60.50 }\n'
            "b = { name = 'B' }\n"
        ),
    ),
    (
        "[targets]\na.name = 'A'\na.goal = 5\n",
        '[targets]\na.name = \'A\'\na.goal = 5\nnew = { name = "N", group = "G", goal = 60.50 }\n',
    ),
]


@pytest.mark.parametrize(("before", "after"), PLACED)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_target_comes_to_stand_where_a_person_would_write_it(before: str, after: str, newline: str) -> None:
    old, new = ((HEAD + text).replace("\n", newline) for text in (before, after))
    assert added(old).text == new


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        (
            "targets = { a = { name = 'A' } }\n",
            'targets = { a = { name = \'A\' }, new = { name = "N", group = "G", goal = 60.50 } }\n',
        ),
        (
            "targets.a.name = 'A'\n",
            'targets.a.name = \'A\'\ntargets.new = { name = "N", group = "G", goal = 60.50 }\n',
        ),
    ],
)
def test_targets_above_all_headers_get_one_of_their_own_kind(targets: str, expected: str) -> None:
    assert added(targets + HEAD).text == expected + HEAD


def test_ids_that_need_quotes_get_them() -> None:
    text = added(f"{HEAD}[targets.a]\nname = 'A'\n", "引进项目", {"name": "引进项目"}).text
    assert text.endswith('\n[targets."引进项目"]\nname = "引进项目"\n')
    assert '[targets."pm2.5"]' in added(f"{HEAD}[targets.a]\nname = 'A'\n", "pm2.5").text


def test_a_target_that_makes_the_plan_invalid_is_refused_with_its_problems() -> None:
    with pytest.raises(NotValid) as caught:
        added(f"{HEAD}[targets.a]\nname = 'A'\n", "a b", {"name": "N", "goal": Decimal(0), "unit": "%"})
    assert [problem.code for problem in caught.value.problems] == [
        "bad-id",
        "unit-needs-kind",
        "goal-not-positive",
    ]
    assert '[targets."a b"]' in caught.value.text


def test_the_new_plan_has_its_targets_in_the_order_of_the_file() -> None:
    text = f"{HEAD}[targets.a]\nname = 'A'\ngroup = 'G'\n\n[targets.b]\nname = 'B'\n"
    result = added(text)
    assert [(each.id, each.goal) for each in result.plan.targets] == [
        ("a", None),
        ("new", Decimal("60.50")),
        ("b", None),
    ]
    assert result.line == 8
    assert result.text.splitlines()[result.line - 1] == "[targets.new]"
