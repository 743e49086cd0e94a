"""Headings are found where a scan of the whole text finds them."""

from itertools import permutations

import pytest
from hypothesis import given

from kit import plan_texts
from kit.program import EXAMPLES
from plan_tracker.problems import Path, Place
from plan_tracker.toml.headings import Headings, headings, stretch_of
from plan_tracker.toml.spans import Layout, Lines, scan

LONG_TEXTS = (
    '[targets.a]\nnote = """\n[targets.b]\n"""\n[targets.c]\n',
    "[targets.a]\nnote = '''\n[targets.b]\n'''\n[targets.b]\nnote = '''x'''\n[targets.c]\n",
    '[targets.a] # """\n[targets.b]\nnote = \'a """ b\'\n[targets.c]\nnote = "a \'\'\' b"\n[targets.d]',
    '[targets.a]\nnote = """a\\"""\n[targets.b]\n"""\n[targets.c]\nnote = """\\\n  x"""\n[targets.d]',
)
TEXTS = (
    "",
    "[a]\n[targets]\n",
    "[targets.a]",
    '[targets.a]\n[targets.b]\nc = 1\n  [targets . "d e"]\n[targets.b.parts."g h"]\n[targets.b.parts.i]',
    '[plan]\r\n[targets."目标"]\r\n[targets."\\u00e9"]\r\n[targets."a]b"]\r\n[targets.z] # [targets.y]\r\n',
    """["targets".'t0']\n['targets'."t\\"1"]\n[ "\\u0074argets" . t2 . 'p' ]\n""",
    "\t[targets.a.parts.x]\n[targets.a]\n[targets.b]\n[targets.a.parts.y]\n",
    "x = [\n[1, 2],\n[1],\n['targets']\n]\n[targets.a]\ny = [\n  [\n  ]\n]\n[targets.b]\n",
    *LONG_TEXTS,
    *(example.read_text(encoding="utf-8") for example in EXAMPLES),
)


def scanned(text: str) -> dict[Path, Place]:
    lines = Lines(text)
    return {
        path: lines.place("f", span.key)
        for path, span in scan(text).items()
        if span.layout is Layout.HEADER and len(path) > 1
    }


def assert_found(text: str) -> None:
    expected, found = scanned(text), Headings(text)
    assert {heading.path: found.place("f", heading.path) for heading in headings(text)} == expected
    for heading in headings(text):
        assert heading.line == expected[heading.path].line
        assert text[: heading.start].count("\n") + 1 == heading.line


@pytest.mark.parametrize("text", TEXTS)
def test_headings_stand_where_a_full_scan_finds_them(text: str) -> None:
    assert_found(text)


@given(plan_texts.cases())
def test_headings_of_any_plan_stand_where_a_full_scan_finds_them(case: plan_texts.Case) -> None:
    assert_found(case.text)


def test_headings_are_found_whichever_is_asked_for_first() -> None:
    text = "[targets.a]\nb = 1\n\n[targets.c]\n[targets.a.parts.d]\ne = 2\n[targets.f]"
    lines = {"a": 1, "c": 4, "a.parts.d": 5, "f": 7}  # counted by hand
    for order in permutations(lines):
        found = Headings(text)
        for heading in order:
            place = found.place("file", ("targets", *heading.split(".")))
            assert place is not None
            assert (place.line, place.text) == (lines[heading], f"[targets.{heading}]")
        assert found.place("file", ("targets", "g")) is None


def test_a_line_that_looks_like_a_heading_within_a_text_is_none() -> None:
    assert [heading.path[1] for heading in headings(LONG_TEXTS[0])] == ["a", "c"]


def test_a_target_stands_in_one_stretch_or_in_none() -> None:
    text = (
        "[plan]\n[targets.a]\nx = 1\n[targets.a.parts.p]\n[check]\n"
        "[targets.'b']\n[targets.c]\n[targets.b.parts.q]\n"
    )
    assert stretch_of(text, "a") == (text.index("[targets.a]"), text.index("[targets.'b']"))
    assert stretch_of(text, "b") is None
    assert stretch_of(text, "c") == (text.index("[targets.c]"), text.index("[targets.b.parts.q]"))
    assert stretch_of(text, "d") is None
    assert stretch_of("[targets.a]\n", "a") == (0, 12)
    assert stretch_of("[targets]\nb.x = 1\n[targets.b.parts.q]\n", "b") is None
