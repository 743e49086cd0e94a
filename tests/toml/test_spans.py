"""Spans: every path of a document has one, and its text is the value."""

from typing import Any

import pytest
import tomli
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from kit.choices import Choices, drawn_bytes
from kit.program import EXAMPLE
from plan_tracker.problems import Path, Place
from plan_tracker.toml.spans import Clash, Layout, Lines, Span, Stretch, first_clash, known_path, scan
from plan_tracker.toml.splicing import scanned

WRITTEN_AS_VALUE = {Layout.SCALAR, Layout.ARRAY, Layout.INLINE_TABLE}

SCALARS = (
    *("1", "-17", "+0", "1_000", "0xDEAD_beef", "0o755", "0b11", "3.14", "-0.0", "1e6", "6.02E+23"),
    *("true", "false", "inf", "-inf", "+nan"),
    *("1979-05-27", "1979-05-27T07:32:00Z", "1979-05-27 07:32:00.5-07:00", "1979-05-27t07:32", "07:32"),
    *('"47.5%"', '""', "''", '"a # b"', "'C:\\x'", '"\\"]},=\\\\"', '"\\u4e2d\\e"', '"引进 项目"', "'\"'"),
    *('"""a "quoted" ""\nb\\" ""c"""""', '""""""', "''''''", "'''a '' # ]\n'b'''''", '"""\n\\\n  x"""'),
)
NAMES = ("a", "b", "H1", "1", "-", "引进项目", "a.b", "", " ", "#", '"', "\\", "]", "\t")
COMMENTS = ("", "", " # x = [1, {", "#", "\t# 注 “”", ' # """', " # '")
BLANKS = ("", " ", "\t ")


def key_text(choices: Choices, name: str) -> str:
    forms = [tomli_w.dumps({name: 0}).removesuffix(" = 0\n")]
    if name.isprintable() and "'" not in name:
        forms.append(f"'{name}'")
    forms.append('"' + "".join(f"\\U{ord(c):08x}" for c in name) + '"')
    return choices.pick(*forms)


def gap(choices: Choices) -> str:
    return choices.pick(*COMMENTS) + "\n" if choices.maybe() else choices.pick(*BLANKS)


def value_text(choices: Choices, depth: int) -> str:
    shape = choices.pick("scalar", "scalar", "array", "inline") if depth else "scalar"
    if shape == "scalar":
        return choices.pick(*SCALARS)
    if shape == "array":
        items = [value_text(choices, depth - 1) for _ in range(choices.number(3))]
    else:
        items = pair_texts(choices, depth - 1, choices.some(NAMES, 3))
    text = gap(choices)
    for number, item in enumerate(items):
        comma = "," if number < len(items) - 1 or choices.maybe() else ""
        text += f"{item}{gap(choices)}{comma}{gap(choices)}"
    return f"[{text}]" if shape == "array" else f"{{{text}}}"


def pair_texts(choices: Choices, depth: int, names: list[str]) -> list[str]:
    pairs = []
    for name in names:
        key = key_text(choices, name)
        blank, space = choices.pick(*BLANKS), choices.pick(*BLANKS)
        if not choices.maybe():
            pairs.append(f"{key}{blank}={space}{value_text(choices, depth)}")
        else:
            inner = pair_texts(choices, max(depth - 1, 0), choices.some(NAMES, 3)) or ["z = 1"]
            pairs += [f"{key}{blank}.{space}{pair}" for pair in inner]
    return pairs


def section(choices: Choices, header: str, depth: int) -> list[str]:
    names = choices.some(NAMES, 5, least=0 if header else 2)
    cut = choices.number(len(names)) if depth else len(names)
    own = [line + choices.pick(*COMMENTS) for line in pair_texts(choices, 2, names[:cut])]
    below: list[str] = []
    for name in names[cut:]:
        key = key_text(choices, name)
        inner = f"{header}{choices.pick(*BLANKS)}.{choices.pick(*BLANKS)}{key}" if header else key
        if choices.maybe():
            below += section(choices, inner, depth - 1)
            continue
        for _ in range(1 + choices.number(1)):
            below += [f"[[{inner}]]{choices.pick(*COMMENTS)}"]
            below += pair_texts(choices, 1, choices.some(NAMES, 3))
            if choices.maybe():
                below += [f"[{inner}.sub]", *pair_texts(choices, 1, choices.some(NAMES, 3))]
    if not header:
        return own + below
    if below and not own and choices.maybe():
        return below
    mine = [f"{choices.pick(*BLANKS)}[{choices.pick(*BLANKS)}{header}]{choices.pick(*COMMENTS)}", *own]
    return below + mine if choices.maybe() else mine + below


def document(drawn: bytes) -> str:
    choices = Choices(drawn)
    lines = section(choices, "", 3)
    text = "".join(
        f"{choices.pick(*BLANKS)}{line}\n{choices.pick('', chr(10), '# [x]' + chr(10))}" for line in lines
    )
    if choices.maybe():
        text = text.removesuffix("\n")
    return text.replace("\n", "\r\n") if choices.maybe() else text


DOCUMENTS = drawn_bytes(600, 1200).map(document)


def flattened(value: object, path: Path = ()) -> dict[Path, object]:
    found = {path: value}
    if isinstance(value, dict):
        for key, item in value.items():
            found |= flattened(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            found |= flattened(item, (*path, number))
    return found


def cut(text: str, stretch: Stretch) -> str:
    return text[stretch[0] : stretch[1]]


def assert_spans_tell_the_values(text: str) -> None:
    expected = flattened(tomli.loads(text))
    spans = scan(text)
    assert set(spans) == set(expected)
    for path, span in spans.items():
        assert span.extent[0] <= span.key[0] <= span.key[1] <= span.extent[1]
        if span.layout in WRITTEN_AS_VALUE:
            read = tomli.loads("v = " + cut(text, span.value))["v"]
            assert repr(read) == repr(expected[path])  # repr: nan equals nothing, 1 equals 1.0
            assert span.extent[1] == span.value[1]
        if path and isinstance(path[-1], str):
            assert list(tomli.loads(cut(text, span.key) + "=0")) == [path[-1]]
        if span.layout in {Layout.HEADER, Layout.ELEMENT, Layout.ARRAY_OF_TABLES}:
            assert len(flattened(tomli.loads(cut(text, span.value)))) >= len(path)


@given(DOCUMENTS)
def test_every_path_of_a_document_is_found_with_its_value(text: str) -> None:
    assert_spans_tell_the_values(text)
    assert first_clash(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment",
        "\r\n\r\n",
        "a.b.c = 1\na.d = 2",
        "[a.b.c]\nx = 1\n[a]\ny = 2\n[a.b]\nz = 3",
        "[x.a.b]\n[x]\na.c = 1",
        "[[a]]\n[a.b]\n[[a.b.c]]\n[[a]]\n[a.b]\n[[a.b.c]]\nd = 1\n[[a.b.c]]",
        "a = [[], [[1], [{}]], {b = [{c.d = 1}]}]",
        'a = """x\r\n"""\r\nb = 1',
        "a = '''\n[b]\nc = 1\n'''\n[d]",
        '"" = 1\n"a.b".c = 2\n\'"\' = 3',
        "1.2 = 3\n1.3 = 1.4",
        "t = 1979-05-27 07:32:00 # not a comment inside",
        "a = [1,2,]#x\nb={c=1,\n\n# y }\n}#z",
    ],
)
def test_odd_documents_are_found_too(text: str) -> None:
    assert_spans_tell_the_values(text)


def test_four_hundred_nested_brackets_need_no_recursion() -> None:
    depth = 390
    for opening, closing in (("[", "]"), ("{a=", "}")):
        text = "x = " + opening * depth + "1" + closing * depth
        assert len(scan(text)) == depth + 2


PLAN = """\
[targets.x]
goal = 4.0  # four
actual.H1 = 1
actual . "H2" = 2
due = 2024-09-30

[targets.x.parts."新城区"]
stated = { H1 = "5%", }

[[check.rule]]
on = [
  "a",
]
"""

LAYOUTS = [
    ((), "", Layout.FILE, ""),
    (("targets",), "targets", Layout.IMPLICIT, "[targets.x]"),
    (("targets", "x"), "[targets.x]", Layout.HEADER, PLAN[: PLAN.index("\n\n")]),
    (("targets", "x", "goal"), "4.0", Layout.SCALAR, "goal = 4.0"),
    (("targets", "x", "actual"), "actual", Layout.DOTTED, 'actual.H1 = 1\nactual . "H2" = 2'),
    (("targets", "x", "actual", "H2"), "2", Layout.SCALAR, 'actual . "H2" = 2'),
    (("targets", "x", "parts"), "parts", Layout.IMPLICIT, '[targets.x.parts."新城区"]'),
    (
        ("targets", "x", "parts", "新城区", "stated"),
        '{ H1 = "5%", }',
        Layout.INLINE_TABLE,
        'stated = { H1 = "5%", }',
    ),
    (("check", "rule"), "[[check.rule]]", Layout.ARRAY_OF_TABLES, "[[check.rule]]"),
    (("check", "rule", 0), "[[check.rule]]", Layout.ELEMENT, '[[check.rule]]\non = [\n  "a",\n]'),
    (("check", "rule", 0, "on"), '[\n  "a",\n]', Layout.ARRAY, 'on = [\n  "a",\n]'),
    (("check", "rule", 0, "on", 0), '"a"', Layout.SCALAR, '"a"'),
]


@pytest.mark.parametrize(("path", "value", "layout", "extent"), LAYOUTS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_span_tells_value_layout_and_extent(
    path: Path, value: str, layout: Layout, extent: str, newline: str
) -> None:
    text = PLAN.replace("\n", newline)
    span = scan(text)[path]
    found = cut(text, span.value), span.layout, cut(text, span.extent)
    assert found == (value.replace("\n", newline), layout, extent.replace("\n", newline))


def test_a_reopened_table_stands_at_its_own_header() -> None:
    text = "[a.b]\n[a]\n[a.c]"
    assert scan(text)["a",] == Span((7, 8), (6, 9), Layout.HEADER, (6, 9))


@pytest.mark.parametrize(
    ("text", "clash"),
    [
        ("a = 1\na = 2", (("a",), "0:1", "6:7")),
        ("a = {b = 1, b = 2}", (("a", "b"), "5:6", "12:13")),
        ("a = {b = 1}\na = {b = 2}", (("a",), "0:1", "12:13")),
        ("[a]\n[b]\n[a]", (("a",), "1:2", "9:10")),
        ("a = 1\na.b = 2", (("a",), "0:1", "6:7")),
        ("a = 1\n[a.b]", (("a",), "0:1", "7:8")),
        ("a.b = 1\n[a]", (("a",), "0:1", "9:10")),
        ("[a.b]\n[a]\nb.c = 1", (("a", "b"), "3:4", "10:11")),
        ("a = []\n[[a]]", (("a",), "0:1", "9:10")),
        ("[[a]]\nb = 1\n[[a]]\nb = 1\nb = 2", (("a", 1, "b"), "18:19", "24:25")),
    ],
)
def test_a_path_given_twice_is_found_at_both_places(text: str, clash: tuple[Path, str, str]) -> None:
    with pytest.raises(tomli.TOMLDecodeError):
        tomli.loads(text)
    path, first, again = clash

    def stretch(written: str) -> Stretch:
        start, end = written.split(":")
        return int(start), int(end)

    assert first_clash(text) == Clash(path, stretch(first), stretch(again))


@pytest.mark.parametrize(
    ("path", "known"),
    [
        (("targets", "x", "goal", "decimal"), ("targets", "x", "goal")),
        (("targets", "x", "actual", "H2", "[key]"), ("targets", "x", "actual", "H2")),
        (("targets", "x", "stated", "goal"), ("targets", "x")),
        (("check", "rule", 0, "on", 7), ("check", "rule", 0, "on")),
        (("nothing", "here"), ()),
        ((), ()),
    ],
)
def test_what_is_not_in_the_file_has_the_nearest_table_around_it(path: Path, known: Path) -> None:
    assert known_path(scan(PLAN), path) == known


@given(st.text(st.sampled_from("ab中\t\r\n")), st.data())
def test_line_and_column_are_those_of_the_split_text(text: str, data: Any) -> None:  # noqa: ANN401 - what Hypothesis draws from
    offset = data.draw(st.integers(0, len(text)))
    lines = Lines(text)
    line, column = lines.position(offset)
    before = text[:offset].split("\n")
    assert (line, column) == (len(before), len(before[-1]) + 1)
    assert lines.offset(line, column) == offset
    whole = text.split("\n")
    ended = line < len(whole)
    assert lines.line(line) == (whole[line - 1].removesuffix("\r") if ended else whole[line - 1])


@pytest.mark.parametrize(
    ("stretch", "place"),
    [
        ((0, 2), Place("f", 1, 1, 3, "目标 = [")),
        ((5, 12), Place("f", 1, 6, 7, "目标 = [")),
        ((10, 11), Place("f", 2, 3, 4, "  1]")),
        ((12, 12), Place("f", 2, 5, 6, "  1]")),
        ((7, 8), Place("f", 1, 7, 8, "目标 = [")),
    ],
)
def test_a_place_is_cut_to_one_line_and_is_never_empty(stretch: Stretch, place: Place) -> None:
    assert Lines("目标 = [\r\n  1]").place("f", stretch) == place


PARTS_FIRST = "[targets.a.parts.x]\ngoal = 1\n[targets.b]\ngoal = 2\n[targets.a]\ngoal = 3\nactual.H1 = 1\n"
"""A target in two stretches, with another between."""


@pytest.mark.parametrize(
    "text",
    [
        "[targets.a]\nx = 1\n[targets.a.actual]\nH1 = 1\n\n[targets.'b']\ny = { z = 1 }\n[plan]\nq = 1\n",
        "[targets.a.parts]\nx.goal = 1\n[targets.a] # 1\ngoal = 2\r\n[targets.b]\n",
        "targets.c.goal = 1\n[targets.a]\nx = 1\n",
        "[targets.a]\nnote = '''\n[targets.b]\n'''\n[targets.b]\n",
        '[targets.a]\nx = 1\n["targets"."\\u0062"]\ny = 1\n[targets.d]\n',
        PARTS_FIRST,
        EXAMPLE.read_text(encoding="utf-8"),
    ],
)
def test_the_places_of_one_target_are_those_of_a_full_scan(text: str) -> None:
    spans = scan(text)
    targets = {str(path[1]) for path in spans if path[:1] == ("targets",) and len(path) > 1}
    assert targets
    for target in targets:
        own = ("targets", target)
        expected = {path: span for path, span in spans.items() if path[:2] == own}
        found = scanned(text, target).spans
        assert {path: span for path, span in found.items() if path[:2] == own} == expected


def test_only_the_stretch_of_the_target_is_read() -> None:
    text = "[targets.a]\nx = 1\n[targets.b]\ny = 1\n[targets.c]\nz = 1\n"
    assert set(scanned(text, "b").spans) == {(), ("targets",), ("targets", "b"), ("targets", "b", "y")}
    assert ("targets", "b") in scanned(PARTS_FIRST, "a").spans
