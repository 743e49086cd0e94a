"""Tables on screens of every width and in pipes: nothing beyond the edge, columns under each other."""

import io
import re
from fractions import Fraction
from itertools import pairwise
from time import process_time
from typing import Annotated, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kit.choices import Choices, drawn_bytes
from kit.tables import drawn
from plan_tracker.formats.terminal.bars import ASCII, UNICODE, Glyphs, strokes
from plan_tracker.formats.terminal.folding import fold, fold_evenly
from plan_tracker.formats.terminal.layout import Layout, fitted
from plan_tracker.formats.terminal.paper import Paper
from plan_tracker.formats.terminal.pipe import Pipe
from plan_tracker.formats.terminal.screen import Screen
from plan_tracker.language import Language
from plan_tracker.reports import audit, document, outlook, past, status_rows
from plan_tracker.reports.cells import (
    EMPTY,
    Bar,
    Cell,
    Column,
    PlainRow,
    Row,
    Section,
    Table,
    columns_of,
    plain_table,
)
from plan_tracker.reports.compare import changes, standing
from plan_tracker.reports.show import tables as show
from plan_tracker.wording.tones import Tone

LETTERS = "a b é 中，（≥ ☺👩"
SHARES = st.fractions(-1, 2, max_denominator=60)
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def write(table: Table[Row], out: Paper) -> None:
    out.table(table)


def piped(table: Table[Row], glyphs: Glyphs = UNICODE) -> str:
    out = io.StringIO()
    Pipe(out, glyphs).table(table)
    return out.getvalue()


def share(choices: Choices, least: int, most: int) -> Fraction:
    part = choices.pick(60, 7, 1)
    return Fraction(least * part + choices.number((most - least) * part), part)


def row(choices: Choices) -> PlainRow:
    def cell(size: int) -> Cell:
        length = choices.number(choices.pick(min(size, 10), size))
        text = "".join(choices.pick(*LETTERS) for _ in range(length)).strip()
        return Cell(text, choices.pick(*Tone), loud=choices.maybe())

    rate, pace = (share(choices, *ends) if choices.maybe() else None for ends in ((-1, 2), (0, 1)))
    cells = status_rows.StatusCells(
        name=cell(60),
        goal=cell(6),
        original_goal=choices.pick(EMPTY, Cell("400")),
        actual=cell(6),
        unit=cell(4),
        completion_rate=cell(6),
        bar=Cell("", Tone.GOOD, None if rate is None else Bar(rate.as_integer_ratio(), pace)),
        lead=cell(6),
        status=cell(8),
        year_on_year=choices.pick(EMPTY, Cell("+1.5%")),
        plans=cell(24),
        owner=cell(40),
        due=cell(10),
        id=cell(30),
    )
    return PlainRow(cells, choices.pick(0, 0, 1))


def table_of(drawn_bytes: bytes) -> Table[PlainRow]:
    choices = Choices(drawn_bytes)
    sections = [
        Section(
            tuple(row(choices) for _ in range(1 + choices.number(2))),
            heading=choices.pick("", "a group", "第一组" * 9),
        )
        for _ in range(1 + choices.number(2))
    ]
    return Table(columns=status_rows.COLUMNS, sections=tuple(sections), language=choices.pick(*Language))


TABLES = drawn_bytes(500, 1000).map(table_of)


@given(TABLES, st.integers(24, 200), st.sampled_from([ASCII, UNICODE]))
def test_no_line_reaches_beyond_the_edge_or_ends_in_blanks_and_colours_change_no_letter(
    table: Table[PlainRow], width: int, glyphs: Glyphs
) -> None:
    """Both in one, as below: to draw tables by chance takes most of the time."""
    plain = drawn(write, table, width, glyphs=glyphs)
    for line in plain.splitlines():
        assert cell_len(line) <= width
        assert not line.endswith(" ")
    coloured = drawn(write, table, width, colors="256", glyphs=glyphs)
    assert ANSI.sub("", coloured).split() == plain.split()


@given(TABLES, st.sampled_from([ASCII, UNICODE]))
def test_in_a_pipe_each_row_is_one_line_with_colours_or_without(
    table: Table[PlainRow], glyphs: Glyphs
) -> None:
    headings = sum(bool(section.heading) for section in table.sections)
    number = sum(len(section.rows) for section in table.sections)
    lines = piped(table, glyphs).split("\n")
    assert len(lines) == 1 + headings + number + 1
    coloured = ANSI.sub("", drawn(write, table, None, colors="256", glyphs=glyphs))
    assert [line.rstrip() for line in coloured.split("\n")] == lines
    assert coloured.split() == drawn(write, table, None, glyphs=glyphs).split()


@pytest.mark.parametrize(
    "columns",
    [
        status_rows.COLUMNS,
        outlook.COLUMNS,
        past.COLUMNS,
        audit.AUDITED_COLUMNS,
        document.SIGHTING_COLUMNS,
        document.UNCOVERED_COLUMNS,
        changes.CHANGE_COLUMNS,
        standing.STANDING_COLUMNS,
        show.PERIOD_COLUMNS,
    ],
)
def test_no_two_columns_of_a_table_are_dropped_at_once(columns: tuple[Column, ...]) -> None:
    ranks = [column.rank for column in columns if column.rank]
    assert len(set(ranks)) == len(ranks)  # it is decided which goes first


# --- widths, by hand: what a terminal that knows emoji and Devanagari shows

WIDTHS = {
    "plain": 5,
    "投资": 4,
    "（H1）": 6,
    "👨‍👩‍👧": 2,
    "👩🏽‍💻": 2,
    "🏳️‍🌈": 2,
    "❤️": 2,
    "❤": 1,
    "✔️": 2,
    "1️⃣": 2,
    "👍🏽": 2,
    "🇨🇳": 2,
    "e\u0301": 1,
    "नमस्ते": 4,
    "क्षेत्र": 4,
    "한국": 4,
    "ﾊﾝ": 2,
}


def test_columns_stand_under_each_other_whatever_the_letters() -> None:
    columns = (
        Column(key="change", heading=None),
        Column(key="before", heading=None, right=True),
        Column(key="after", heading=None),
    )
    cells = [changes.ChangeCells(change=Cell(t), before=Cell(t), after=Cell("|")) for t in WIDTHS]
    table = Table(columns, (Section(tuple(map(PlainRow, cells))),), Language.EN)
    expected = [f"{text}{' ' * (6 - cells)}  {' ' * (6 - cells)}{text}  |" for text, cells in WIDTHS.items()]
    assert piped(table).splitlines()[1:] == expected
    assert drawn(write, table, 80).splitlines()[1:] == expected


# --- which columns give way


def wide_table(name: str, note: str) -> Table[PlainRow]:
    columns = (
        Column(key="change", heading=None),
        Column(key="before", heading=None, right=True, rank=1),
        Column(key="after", heading=None, rank=3),
    )
    cells = changes.ChangeCells(change=Cell(name), before=Cell("123456"), after=Cell(note))
    return Table(columns, (Section((PlainRow(cells),)),), Language.EN)


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (57, [28, 6, 19]),  # 28 + 2 + 6 + 2 + 19
        (60, [31, 6, 19]),  # what is left goes to the name
        (55, [28, 6, 19]),  # one blank between columns
        (54, [33, 19]),  # a column of rank 1 goes before the name is folded to less than 28
        (39, [19, 19]),  # one of rank 3 does not
        (37, [37]),
    ],
)
def test_columns_of_low_rank_go_first_and_names_take_what_is_left(room: int, widths: list[int]) -> None:
    layout = fitted(wide_table("n" * 40, "x" * 19), room, UNICODE)
    assert list(layout.widths.values()) == widths


def test_a_long_text_is_folded_before_a_column_is_dropped_for_it_and_whole_where_there_is_room() -> None:
    table = wide_table("n" * 20, "long words " * 4)
    assert list(fitted(table, 56, UNICODE).widths.values()) == [20, 6, 26]
    assert list(fitted(table, 80, UNICODE).widths.values()) == [20, 6, 44]


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (75, [28, 31, 12]),  # 28 + 2 + 31 + 2 + 12
        (63, [18, 31, 12]),  # one blank between columns
        (55, [10, 31, 12]),  # the name gives way down to ten cells
        (50, [8, 31, 9]),  # then whichever text is the widest
        (30, [4, 31, 4]),  # which is too wide all the same
    ],
)
def test_texts_give_way_where_no_column_may_and_no_figure_is_folded(room: int, widths: list[int]) -> None:
    columns = (
        Column(key="change", heading=None),
        Column(key="before", heading=None, right=True),
        Column(key="after", heading=None),
    )
    figure = Cell("123456789012345.123456789012345")
    cells = changes.ChangeCells(change=Cell("n" * 40), before=figure, after=Cell("x" * 12))
    table = Table(columns, (Section((PlainRow(cells),)),), Language.EN)
    assert list(fitted(table, room, UNICODE).widths.values()) == widths


@pytest.mark.parametrize(
    ("width", "heading", "indents"),
    [(10, "Roads", ("  ", "  └ ")), (9, "Roads", ("", "└ ")), (10, "", ("", "└ "))],
)
def test_rows_are_set_in_below_a_heading_where_names_have_room(
    width: int, heading: str, indents: tuple[str, str]
) -> None:
    layout = Layout({Column(key="change"): width}, 1)
    assert layout.indents(Section((), heading), UNICODE) == indents


# --- folding


def test_a_figure_in_chinese_text_is_not_folded() -> None:
    """The end of a line stood before the point of 6.2%."""
    assert fold("最低2%，中位4.7%，最高6.2%（19份）", 23) == ["最低2%，中位4.7%，最高", "6.2%（19份）"]
    assert fold("截至2025年9月30日", 14) == ["截至2025年9月", "30日"]
    assert fold("第1234567890号", 6) == ["第", "123456", "7890号"]
    assert fold("日期：2024-08-15、上半年", 12) == ["日期：", "2024-08-15、", "上半年"]


def test_a_latin_word_in_chinese_text_is_not_folded_but_behind_a_hyphen_or_stroke() -> None:
    assert fold("燃煤散烧整治（household-coal）", 25) == ["燃煤散烧整治（household-", "coal）"]
    assert fold("三北六期（shelterbelt）", 12) == ["三北六期", "（shelterbel", "t）"]  # too wide a word
    assert fold("三北六期（shelterbelt）", 16) == ["三北六期", "（shelterbelt）"]
    assert fold("清水河县（projects/清水河县）", 20) == ["清水河县（projects/", "清水河县）"]
    assert fold("清水河县（projects/清水河县）", 18) == ["清水河县", "（projects/清水河", "县）"]
    assert fold("默认取as_of其次", 10) == ["默认取", "as_of其次"]


def test_letters_without_width_are_folded_too() -> None:
    """Rich makes no line of them, which ended in a traceback."""
    text = "\u200b" * 20 + "汉字"
    assert "".join(fold(text, 2)) == text


def test_texts_are_folded_at_blanks_and_long_words_where_they_must_be() -> None:
    assert fold("引进国内到位资金 (土默特左旗)", 8) == ["引进国内", "到位资金", "(土默特", "左旗)"]
    assert fold("a bc def", 4) == ["a bc", "def"]
    assert fold_evenly("自治区清单重大项目开工建设(含建成)", 26) == ["自治区清单重大项目", "开工建设(含建成)"]
    assert fold("👨‍👩‍👧👨‍👩‍👧", 3) == ["👨‍👩‍👧", "👨‍👩‍👧"]


def test_a_chinese_sentence_that_must_be_broken_begins_on_the_line_where_it_stands() -> None:
    assert fold("不通过 甲乙丙丁戊己庚辛", 12) == ["不通过 甲乙", "丙丁戊己庚辛"]
    assert fold("ab 引进资金", 9) == ["ab", "引进资金"]  # which finds room on a line of its own
    assert fold("ab 2024年上半年", 8) == ["ab", "2024年上", "半年"]  # no figure is cut for it
    assert fold("see https://example.org", 12) == ["see", "https://", "example.org"]


def test_brackets_stay_with_what_they_hold() -> None:
    assert fold("城镇新增就业（土默特左旗）", 14) == ["城镇新增就业", "（土默特左旗）"]
    assert fold("矿山修复治理(累计)", 13) == ["矿山修复治理", "(累计)"]
    assert fold("矿山修复治理(累计)", 17) == ["矿山修复治理(累", "计)"]


@pytest.mark.parametrize("width", [-3, 0, 1])
def test_where_there_is_no_room_each_letter_has_a_line(width: int) -> None:
    for folding in (fold, fold_evenly):
        assert folding("滞后 ab", width) == ["滞", "后", "a", "b"]


def test_an_emoji_of_many_letters_is_whole_on_a_line() -> None:
    family = "👨‍👩‍👧‍👦"  # seven letters, two cells
    assert fold(family * 3, 3) == [family] * 3
    assert fold(family * 3, 4) == [family * 2, family]


def test_the_time_to_fold_grows_with_the_text() -> None:
    def taken(letters: int) -> float:
        start = process_time()
        fold("甲" * letters, 80)
        return process_time() - start

    assert taken(32_000) < 48 * max(
        taken(2_000), 0.01
    )  # sixteen times as many: 256 times where that is squared


@given(st.text(LETTERS, max_size=40), st.integers(2, 30))
def test_folding_loses_nothing_but_blanks(text: str, width: int) -> None:
    for folding in (fold, fold_evenly):
        lines = folding(text, width)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(cell_len(line) <= width for line in lines)
    assert len(fold_evenly(text, width)) <= len(fold(text, width))


# --- bars

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("rate", "pace", "drawn"),
    [
        (Fraction(190, 400), HALF, "███▊┃···"),  # 8 × 0.475 = 3.8 cells, marked at 4
        (HALF, HALF, "████┃···"),
        (Fraction(999, 1000), HALF, "████┃██▉"),  # never the end
        (Fraction(2, 3), Fraction(2, 3), "█████┃··"),  # 5.33 cells, marked at the fifth
        (Fraction(65, 100), Fraction(2, 3), "████▉┃··"),  # 5.2 cells, yet short of the mark
        (Fraction(1), HALF, "████┃███"),
        (Fraction(13, 10), HALF, "████┃██▸"),
        (Fraction(-1, 10), HALF, "····┃···"),
        (Fraction(1, 4), None, "██······"),
        (Fraction(0), Fraction(1), "·······┃"),
        # at the year's end it is seen whether the goal is missed, reached or passed
        (Fraction(5200, 5400), Fraction(1), "██████▉┃"),
        (Fraction(1), Fraction(1), "████████"),
        (Fraction(1094, 1000), Fraction(1), "███████▸"),
        (Fraction(1001, 1000), Fraction(99, 100), "███████▸"),
    ],
)
def test_a_bar_is_filled_by_the_rate_and_marked_at_the_pace(
    rate: Fraction, pace: Fraction | None, drawn: str
) -> None:
    assert "".join(strokes(Bar(rate.as_integer_ratio(), pace), 8, UNICODE)) == drawn


@given(SHARES, SHARES, st.integers(8, 20), st.sampled_from([ASCII, UNICODE]))
def test_a_bar_has_its_width_and_reaches_no_mark_that_the_rate_does_not(
    rate: Fraction, pace: Fraction, width: int, glyphs: Glyphs
) -> None:
    drawn = strokes(Bar(rate.as_integer_ratio(), max(pace, Fraction(0))), width, glyphs)
    before, empty, mark, behind, _ = drawn
    assert sum(map(len, drawn)) == width
    if mark and before + empty:
        assert (before + empty == glyphs.full * len(before + empty)) is (rate >= pace)
    if mark and rate < pace <= 1:
        assert not behind.strip(glyphs.part_of)


class _Bars(NamedTuple):
    name: Cell
    bar: Cell


def test_a_bar_has_the_tone_of_its_cell_and_the_mark_stands_out() -> None:
    row, out = PlainRow(_Bars(Cell("a"), Cell("", Tone.BAD, Bar((1, 4), HALF)))), io.StringIO()
    Screen(out, width=40, colors="256").table(plain_table(columns_of(_Bars), [row], Language.EN))
    assert ANSI.sub("", out.getvalue()).split() == ["target", "a", "█████·····┃·········"]
    assert "\x1b[1;38;5;196m█████\x1b[0m\x1b[38;5;243m·····\x1b[0m\x1b[1m┃" in out.getvalue()


def test_ranks_are_dropped_in_their_order_at_every_width() -> None:
    table = wide_table("n" * 30, "x" * 19)
    for narrow, wide in pairwise(fitted(table, room, UNICODE).widths.keys() for room in range(24, 90)):
        assert narrow <= wide


class _Leads(NamedTuple):
    name: Cell
    lead_pp: Annotated[Cell, Column(right=True)]


def test_a_chinese_heading_is_folded_before_its_brackets() -> None:
    row = PlainRow(_Leads(Cell("空气"), Cell("-13 微克/立方米")))
    table = plain_table(columns_of(_Leads), [row], Language.ZH)
    assert [line.split() for line in drawn(write, table, 24).splitlines()[:2]] == [
        ["指标", "超前/滞后"],
        ["（百分点）"],
    ]
