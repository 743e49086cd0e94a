from itertools import permutations

import pytest

from kit.program import EXAMPLE
from plan_tracker.toml.landmarks import Landmarks
from plan_tracker.toml.spans import Lines, scan


@pytest.mark.parametrize(
    "text",
    [
        (
            '[targets.a]\n[targets.b]\nc = 1\n  [targets . "d e"]\n[targets.f]\n[targets.b.parts."g h"]\n'
            "[targets.b.parts.i]"
        ),
        (
            '[plan]\r\n[targets."目标"]\r\n[targets."\\u00e9"]\r\n[targets."a]b"]\r\n'
            "[targets.z] # [targets.y]\r\n"
        ),
        EXAMPLE.read_text(encoding="utf-8"),
    ],
)
def test_landmarks_stand_where_a_full_scan_finds_them(text: str) -> None:
    spans, lines, landmarks = scan(text), Lines(text), Landmarks(text)
    found = {path: place for path in spans if (place := landmarks.place("f", path))}
    assert len(found) > 1
    assert found == {path: lines.place("f", spans[path].key) for path in found}


def test_headings_are_found_whichever_is_asked_for_first() -> None:
    text = "[targets.a]\nb = 1\n\n[targets.c]\n[targets.a.parts.d]\ne = 2\n[targets.f]"
    lines = {"a": 1, "c": 4, "a.parts.d": 5, "f": 7}  # counted by hand
    for order in permutations(lines):
        landmarks = Landmarks(text)
        for heading in order:
            place = landmarks.place("file", ("targets", *heading.split(".")))
            assert place is not None
            assert (place.line, place.text) == (lines[heading], f"[targets.{heading}]")
        assert landmarks.place("file", ("targets", "g")) is None


def test_a_heading_with_escapes_is_not_mistaken_for_another() -> None:
    text = '[plan]\n[targets."a\\tb"]\n'
    assert Landmarks(text).place("f", ("targets", "a\tb")) is None
    assert Landmarks(text).place("f", ("targets", "a\\tb")) is None


def test_landmarks_are_not_looked_for_where_a_long_text_could_hold_one() -> None:
    text = '[targets.b]\nc = """\n[targets.d]\n"""\n'
    assert Landmarks(f"\n{text}").place("f", ("targets", "d")) is None
