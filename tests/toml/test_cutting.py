"""What is taken out of a TOML text is gone, and every other letter stays."""

import pytest
import tomli

from plan_tracker.problems import Path
from plan_tracker.toml.cutting import cuts, is_on_a_line
from plan_tracker.toml.splicing import apply, scanned

A: Path = ("t", "a")
CUT = [
    # pairs on lines of their own, with what stands behind them
    ("[t]\na = 1 # a\nb = 2\n", "[t]\nb = 2\n"),
    ("[t]\nb = 2\n# c\na = 1", "[t]\nb = 2\n# c"),
    ("[t]\nb = 2\na = [\n 1, # x\n]\n# c\n", "[t]\nb = 2\n# c\n"),
    ("[t]\na.x = 1\nb = 2\na.y = 2\n", "[t]\nb = 2\n"),
    ("t.a = 1\nt.b = 2\n", "t.b = 2\n"),
    # sections, with the comments that stand with them
    ("[t]\nb = 1\n\n# of a\n[t.a]\nx = 1 # x\n# y = 2\n\n# of u\n[u]\n", "[t]\nb = 1\n\n# of u\n[u]\n"),
    ("[t]\nb = 1\n\n# above all\n\n[t.a]\n[u]\n", "[t]\nb = 1\n\n# above all\n\n[u]\n"),
    ("[t]\nb = 1\n\n[t.a]\nx = 1\n", "[t]\nb = 1\n"),
    ("[t]\nb = 1 # b \n\n[t.a]\nx = 1", "[t]\nb = 1 # b "),
    ("[t.a.x]\ny = 1\n[u]\n[t.a]\nz = 1\n[t.b]\n", "[u]\n[t.b]\n"),
    ("[t]\nb = '''\n# no comment'''\n[t.a]\n", "[t]\nb = '''\n# no comment'''\n"),
    ("# first\n[t.a]\nx = 1\n\n[t.b]\n", "[t.b]\n"),
    ("[t]\nb = 1\n[t.a]\nx = 1\n\n[u]\n", "[t]\nb = 1\n\n[u]\n"),
    ("[t]\nb = 1\n\n[t.a]\nx = 1\n[t.a.y]\n\n[u]\n", "[t]\nb = 1\n\n[u]\n"),
    ("[t]\nb = 1\n[t.a]\nx = 1\n\n", "[t]\nb = 1\n"),
    # braces, with the comma that is left over
    ("t = { a = 1, b = 2 }\n", "t = { b = 2 }\n"),
    ("t = { b = 2, a = 1 }\n", "t = { b = 2 }\n"),
    ("t = {b=2,a=1,c=3}\n", "t = {b=2,c=3}\n"),
    ("t = { a = 1 }\n", "t = {  }\n"),
    ("t = { a = { b = 1 }, b = { a = 1 } }\n", "t = { b = { a = 1 } }\n"),
    ("t = { a.x = 1, b = 2, a.y = 3 }\n", "t = { b = 2 }\n"),
    ("t = {\n  b = 2, # b\n  a = 1, # a\n}\n", "t = {\n  b = 2, # b\n   # a\n}\n"),
    ("t = {\n  a = 1,\n  b = 2\n}\n", "t = {\n  b = 2\n}\n"),
]


@pytest.mark.parametrize(("before", "after"), CUT)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_path_is_taken_out_in_any_layout(before: str, after: str, newline: str) -> None:
    text, expected = before.replace("\n", newline), after.replace("\n", newline)
    assert apply(text, cuts(scanned(text), [A])) == expected
    document = tomli.loads(text)
    del document["t"]["a"]
    assert tomli.loads(expected) == document


def test_several_paths_of_a_table_in_braces_are_taken_out_at_once() -> None:
    text = "t = { a = 1, b = 2, c = 3, d = 4 }\n"
    for gone, left in (("ab", "{ c = 3, d = 4 }"), ("cd", "{ a = 1, b = 2 }"), ("ac", "{ b = 2, d = 4 }")):
        assert apply(text, cuts(scanned(text), [("t", key) for key in gone])) == f"t = {left}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[t]\na = 1\n", True),
        ("t.a = { x = 1 }\n", True),
        ("t = { a = 1 }\n", False),
        ("[t]\na = [\n]\n", False),
        ("[t.a]\n", False),
        ("[t]\na.b = 1\n", False),
    ],
)
def test_only_a_pair_on_one_line_can_become_a_comment(text: str, *, expected: bool) -> None:
    assert is_on_a_line(scanned(text), A) is expected
