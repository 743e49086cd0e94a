"""What `check` prints: whole sentences in a pipe, sentences folded between words on a terminal."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from kit.program import EXAMPLES, Run, Write, as_terminal

PLAN = """
[targets.roads]
name = "Roads"
goal = 1000
unit = "km"
actual = { H1 = 100 }
owner = "Bureau of Transport of the whole City"
"""
PLACE = "  --> "


def test_a_sentence_is_folded_between_words_and_its_place_stays_whole(
    run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = plan(PLAN)
    as_terminal(monkeypatch, 60)
    assert run("check", "-f", file, "--lang", "en").out.splitlines() == [
        "FAIL roads Roads: behind by 40.0 pp: expected 500 km",
        "    (50.0%) by 2024-06-30, found 100 km (10.0%)",
        f"{PLACE}{file}:6:10  owner: Bureau of Transport of the whole City",
        "1 failed, 0 warned; 1 of 1 judged, as of 2024-06-30 (H1)",
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_terminal_of_any_width_is_told_what_a_pipe_is(
    example: Path, language: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = ("check", "-f", str(example), "--lang", language)
    piped = run(*call).out
    for width in (24, 40, 59, 80, 133, 1000):
        as_terminal(monkeypatch, width)
        shown = run(*call).out
        assert "".join(shown.split()) == "".join(piped.split())
        assert all(cell_len(line) <= width for line in shown.splitlines() if not line.startswith(PLACE))
    assert shown == piped
