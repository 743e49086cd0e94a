"""A difference tells the change and nothing else: it makes the new plan of the old one."""

import pytest

from plan_tracker.editing.difference import difference

HEAD = '[plan]\ntitle = "P"\nyear = 2024\n'


def target(name: str, *actuals: str) -> str:
    table = f'\n[targets.{name}]\nname = "{name}"\nunit = "km"\ngoal = 10\n'
    return table + "".join(f"actual.{each}\n" for each in actuals)


def patched(old: str, told: list[str]) -> str:
    """The old text with each piece of a difference put where it says."""
    lines, made, at = old.split("\n")[:-1], list[str](), 0
    for line in told[2:]:
        match line[0]:
            case "@":
                begin, _, length = line.split()[1].removeprefix("-").partition(",")
                start = int(begin) - (length != "0")
                made += lines[at:start]
                at = start
            case " ":
                assert lines[at] == line[1:]
                made.append(lines[at])
                at += 1
            case "-":
                assert lines[at] == line[1:]
                at += 1
            case _:
                made.append(line[1:])
    return "".join(f"{line}\n" for line in (*made, *lines[at:]))


A, B = target("a", "H1 = 1"), target("b", "H1 = 1")
CHANGES = {
    "a comment with a line separator, which ends no line": (
        HEAD + A + "# one\u2028two\n" + B,
        HEAD + A + "# one\u2028two\n" + target("b", "H1 = 1", "Q3 = 2"),
    ),
    "a figure more": (HEAD + A + B, HEAD + A + target("b", "H1 = 1", "Q3 = 2")),
    "another figure": (HEAD + A + B, HEAD + target("a", "H1 = 2") + B),
    "the first line": (HEAD + A, f"# new\n{HEAD}{A}"),
    "the last line": (HEAD + A + B, HEAD + A + target("b")),
    "a target more between": (HEAD + A + B, HEAD + A + target("c") + B),
    "a target more at the end": (HEAD + A, HEAD + A + B),
    "a target less": (HEAD + A + B, HEAD + B),
    "targets in another order": (HEAD + A + B, HEAD + B + A),
    "of nothing": ("", HEAD),
    "a list with brackets": (f"{HEAD}x = [\n[1.5],\n]\n{A}", f"{HEAD}x = [\n[1.5],\n[2],\n]\n{A}"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_the_difference_makes_the_new_plan_of_the_old_one(what: str) -> None:
    old, new = CHANGES[what]
    assert patched(old, list(difference(old, new, "p.toml"))) == new
    assert patched(new, list(difference(new, old, "p.toml"))) == old


def test_a_figure_more_is_told_where_it_stands() -> None:
    old, new = CHANGES["a figure more"]
    told = ["--- p.toml", "+++ p.toml", "@@ -14,2 +14,3 @@", " goal = 10", " actual.H1 = 1", "+actual.Q3 = 2"]
    assert list(difference(old, new, "p.toml")) == told


def test_equal_plans_have_no_difference() -> None:
    assert list(difference(HEAD + A, HEAD + A, "p.toml")) == []


def test_each_of_thousands_of_changes_alike_is_told_in_its_own_table() -> None:
    """Tables of one length, all changed: `difflib` by itself takes minutes for them."""
    names = [f"t{number}" for number in range(6_000)]
    old = HEAD + "".join(target(name, "H1 = 1") for name in names)
    new = HEAD + "".join(target(name, "H1 = 1", "Q3 = 2") for name in names)
    told = list(difference(old, new, "p.toml"))
    assert [line for line in told[2:] if line[0] in "+-"] == ["+actual.Q3 = 2"] * len(names)
    assert patched(old, told) == new
