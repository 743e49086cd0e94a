from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

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
