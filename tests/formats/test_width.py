import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kit.program import Run, Write
from plan_tracker.formats.width import padded, width

JOINER = "\u200d"


def test_letters_are_as_wide_together_as_each_by_itself_unless_something_joins_them() -> None:
    ranges = (range(0x20, 0x3400), range(0x4E00, 0x5000), range(0xFF00, 0xFFF0), range(0x1F000, 0x1FB00))
    letters = [chr(each) for some in ranges for each in some if each != ord(JOINER)]
    for start in range(0, len(letters), 100):
        text = "".join(letters[start : start + 100])
        assert width(text) == cell_len(text)


LETTERS = ["a", " ", "é", "e\u0301", "中", "，", "（", "≥", "❤️", "👩‍👩‍👧", "👍🏽", "क्षे"]


@given(st.lists(st.sampled_from(LETTERS)).map("".join))
def test_a_text_is_as_wide_as_rich_says_and_is_filled_up_to_a_width(text: str) -> None:
    assert width(text) == cell_len(text)
    for right in (False, True):
        (filled,) = padded([text], 60, right=right)
        assert filled.strip(" ") == text.strip(" ")
        assert cell_len(filled) == max(60, cell_len(text))


@pytest.mark.parametrize(
    "command", ["status", "status --format markdown", "outlook", "export --format markdown"]
)
def test_beside_a_name_of_very_many_letters_the_other_rows_stay_short(
    run: Run, plan: Write, command: str
) -> None:
    names = ["x" * 20_000, *(f"n{number}" for number in range(100))]
    targets = (
        f"[targets.t{i}]\nname = '{name}'\ngoal = 4\nactual = {{ H1 = 1 }}\n" for i, name in enumerate(names)
    )
    done = run(*command.split(), "-f", plan("".join(targets)))
    assert names[0] in done.out
    short = [row for row in done.out.splitlines() if "n99" in row and names[0] not in row]
    assert short
    assert all(len(row) < 500 for row in short)
