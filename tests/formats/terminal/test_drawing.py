from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from plan_tracker.formats.terminal.columns import STATUS, Layout
from plan_tracker.formats.terminal.drawing import ASCII, UNICODE, Glyphs, draw, text_of
from plan_tracker.formats.terminal.fitting import wide
from plan_tracker.reports.cells import Bar, Cell
from plan_tracker.wording.tones import Tone

HEADINGS = dict.fromkeys(STATUS.columns, "a heading")
LETTERS = st.sampled_from("a b é 中，（≥ \u0301\u200d\ufe0f☺👩")
SHARES = st.none() | st.fractions(-1, 2, max_denominator=60)


class Row(NamedTuple):
    cells: Mapping[str, Cell]
    depth: int


class Block(NamedTuple):
    heading: str
    rows: Sequence[Row]


@st.composite
def rows(draw: st.DrawFn) -> Row:
    cells = {
        key: Cell(draw(st.text(LETTERS, max_size=30 if key == "name" else 6)), draw(st.sampled_from(Tone)))
        for key in STATUS.columns
    }
    rate, pace = draw(SHARES), draw(st.none() | st.fractions(0, 1, max_denominator=60))
    bar = None if rate is None else Bar(rate, pace)
    return Row(cells | {"bar": Cell("", Tone.GOOD, bar)}, draw(st.sampled_from([0, 0, 1])))


BLOCKS = st.lists(
    st.builds(Block, st.sampled_from(["", "a group"]), st.lists(rows(), min_size=1, max_size=3)),
    min_size=1,
    max_size=3,
)


LAYOUTS = (STATUS, STATUS._replace(right=frozenset({"name", "goal"})))
"""One with its first column at the left, and one with it at the right, as `audit` has it."""


@given(
    BLOCKS,
    st.integers(10, 140) | st.just(10_000),
    st.sampled_from([ASCII, UNICODE]),
    st.sampled_from(LAYOUTS),
)
def test_plain_text_is_the_text_of_the_toned_lines(
    blocks: list[Block], width: int, glyphs: Glyphs, layout: Layout
) -> None:
    drawing = draw(HEADINGS, blocks, layout, width, glyphs)
    assert list(drawing.texts()) == [text_of(line) for line in drawing.lines()]


@pytest.mark.parametrize(
    ("first", "last"), [(" ", "~"), ("\u3001", "\u3029"), ("\u4e00", "\u9fff"), ("\uff01", "\uff60")]
)
def test_letters_that_are_measured_by_their_bytes_are_as_wide_as_rich_says(first: str, last: str) -> None:
    letters = [chr(each) for each in range(ord(first), ord(last) + 1)]
    assert [wide(letter) for letter in letters] == [cell_len(letter) for letter in letters]
    assert wide("".join(letters) + "中") == cell_len("".join(letters) + "中")


@given(st.text(LETTERS))
def test_a_text_is_as_wide_as_rich_says(text: str) -> None:
    assert wide(text) == cell_len(text)
