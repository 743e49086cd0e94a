"""Plans in every layout that TOML allows, with comments everywhere; and one figure to record in each."""

from decimal import Decimal
from typing import NamedTuple

import tomli_w
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from kit.choices import Choices, drawn_bytes

PERIODS = ("Q1", "H1", "Q3", "FY", "M08", "2024-02-29")
NAMES = ("projects", "引进项目", "a.b", "1", "x-_", "Ω")
PARTS = ("新城区", "east", 'a "b"', "c/d", "e\\f", "'")
FIGURES = ("0", "1", "96.50", "0.10", "123456789012345", "7.000000000000001", "+3")


def thorough(examples: int) -> settings:
    """Asks for at least so many examples, however long one is, and however long it takes."""
    most = max(examples, settings().max_examples)
    return settings(max_examples=most, deadline=None, suppress_health_check=list(HealthCheck))


class Case(NamedTuple):
    """A plan's text and the figure to record in it."""

    text: str
    target: str
    part: str
    period: str
    figure: str


class _Writer(Choices):
    """Writes a plan piece by piece; each comment has its own number."""

    def __init__(self, choices: bytes) -> None:
        super().__init__(choices)
        self.comments = 0
        self.newline = self.pick("\n", "\r\n")

    def comment(self) -> str:
        """Returns a comment or nothing; some look like TOML."""
        if self.maybe():
            return ""
        self.comments += 1
        return f"# c{self.comments:03} " + self.pick(
            "", "actual = { H1 = 1 }", "[targets.x]", '"""', "注 {", "}"
        )

    def tail(self) -> str:
        """Returns what may stand at the end of a line."""
        comment = self.comment()
        return (self.pick("", " ", "\t") + comment if comment else self.pick("", "  ")) + self.newline

    def above(self) -> str:
        """Returns lines that may stand above anything."""
        comment = self.comment()
        return (comment + self.newline if comment else "") + self.pick("", self.newline)

    def figures(self, periods: list[str]) -> list[tuple[str, str]]:
        return [(self.key(period), self.pick(*FIGURES)) for period in periods]

    def key(self, name: str) -> str:
        plain = tomli_w.dumps({name: 0}).removesuffix(" = 0\n")
        forms = [plain, '"' + "".join(f"\\U{ord(letter):08x}" for letter in name) + '"']
        return self.pick(*forms, *([f"'{name}'"] if "'" not in name else []))

    def inline(self, pairs: list[tuple[str, str]]) -> str:
        """Returns a table in braces, on one line or on several (TOML 1.1)."""
        equals = self.pick("=", " = ", "  =")
        if self.maybe():
            gap = self.pick("", " ", "\t")
            comma = self.pick(",", ", ", " , ")
            return "{" + gap + comma.join(f"{key}{equals}{value}" for key, value in pairs) + gap + "}"
        if not pairs:
            return "{" + self.tail() + "}"
        indent = self.pick("", "  ", "\t")
        lines = []
        for number, (key, value) in enumerate(pairs):
            last = number == len(pairs) - 1
            comma = self.pick("", ",", " ,") if last else self.pick(",", " ,")
            lines.append(f"{self.above()}{indent}{key}{equals}{value}{comma}{self.tail()}")
        return "{" + self.tail() + "".join(lines) + self.pick("", " ") + "}"


def _pairs(writer: _Writer, *, is_part: bool, actual: list[str] | None, where: str) -> list[tuple[str, str]]:
    """Returns the pairs of a target or a part, but for actuals that stand below their own header."""
    pairs = [("goal", writer.pick("400", "60.5"))]
    if not is_part or writer.maybe():
        pairs.insert(0, ("name", writer.pick('"N"', "'名 # 称'", '"x = {"')))
    if writer.maybe():
        pairs.append(("note", writer.pick('"# no comment"', '"""two\nlines # no comment"""')))
    if actual is not None:
        given = writer.figures(actual)
        if where == "inline" or not given:
            pairs.insert(writer.number(len(pairs)), ("actual", writer.inline(given)))
        elif where == "dotted":
            dot = writer.pick(".", " . ")
            at = writer.number(len(pairs))
            pairs[at:at] = [(f"actual{dot}{key}", value) for key, value in given]
    return pairs


def _section(writer: _Writer, header: str, pairs: list[tuple[str, str]]) -> str:
    indent = writer.pick("", "  ", "\t")
    text = f"{writer.above()}{indent}{header}{writer.tail()}"
    for key, value in pairs:
        text += f"{writer.above()}{indent}{key} = {value}{writer.tail()}"
    return text


def cases() -> st.SearchStrategy[Case]:
    """Draws a valid plan for 2024 with one to three targets, with or without parts, and a figure for one."""
    return drawn_bytes(150, 400).map(_case)


def _case(choices: bytes) -> Case:
    writer = _Writer(choices)
    names = writer.some(NAMES, 3) or ["plain"]
    chosen = names[writer.number(len(names) - 1)]
    part = writer.pick("", *PARTS)
    period = writer.pick(*PERIODS)
    others = [label for label in PERIODS if label != period]
    head, body, inside = "", "", ""
    style = writer.pick("sections", "inside", "top")
    for name in names:
        given = writer.some(others, 3) if writer.maybe() else None
        where = writer.pick("inline", "dotted", "section")
        own = "sections" if style == "inside" and writer.maybe() else style
        own_part = part if name == chosen else ""
        of_part = writer.some(others, 2) if writer.maybe() else None
        here, below = _target(writer, name, (given, where), (own_part, of_part), own)
        if own == "top":
            head += here
        elif own == "inside":
            inside += here
        else:
            body += here
        body += below
    plan = _section(writer, "[plan]", [("title", '"T"'), ("year", "2024")])
    if inside:
        inside = _section(writer, "[targets]", []) + inside
    text = head + plan + inside + body
    if writer.maybe():
        text = text.rstrip("\r\n")
    return Case(text, chosen, part, period, writer.pick("210", "96.50", "0.0"))


def _target(
    writer: _Writer,
    name: str,
    actual: tuple[list[str] | None, str],
    part: tuple[str, list[str] | None],
    style: str,
) -> tuple[str, str]:
    """Returns one target: the text at its own place, and the sections that must come behind all of those."""
    (given, where), (part_name, of_part) = actual, part
    key = writer.key(name)
    path = f"targets.{key}"
    below = ""
    if style != "sections" and where == "section":
        where = "inline"
    pairs = _pairs(writer, is_part=False, actual=given, where=where)
    if part_name:
        more, below = _part(writer, path, part_name, of_part, style)
        pairs += more
    if style == "sections" and where == "section" and given:
        below = _section(writer, f"[ {path}.actual ]", writer.figures(given)) + below
    if style == "sections":
        return _section(writer, f"[{path}]", pairs), below
    prefix = "" if style == "inside" else "targets."
    if writer.pick("braces", "dotted") == "braces":
        return f"{writer.above()}{prefix}{key} = {writer.inline(pairs)}{writer.tail()}", below
    lines = [f"{writer.above()}{prefix}{key}.{inner} = {value}{writer.tail()}" for inner, value in pairs]
    return "".join(lines), below


def _part(
    writer: _Writer, path: str, name: str, actual: list[str] | None, style: str
) -> tuple[list[tuple[str, str]], str]:
    """Returns a part of a target: pairs that stand with those of the target, or sections below it."""
    key, where = writer.key(name), writer.pick("inline", "dotted", "section")
    part_style = writer.pick("inline", "dotted", *(("section", "implied") if style == "sections" else ()))
    if part_style != "section" and where == "section":
        where = "inline"
    pairs = _pairs(writer, is_part=True, actual=actual, where=where)
    match part_style:
        case "inline":
            return [(f"parts.{key}", writer.inline(pairs))], ""
        case "dotted":
            return [(f"parts.{key}.{inner}", value) for inner, value in pairs], ""
        case "implied":
            return [], _section(writer, f"[{path}.parts.{key}.committed]", [('"w"', "3")])
        case _:
            below = _section(writer, f"[{path}.parts.{key}]", pairs)
            if where == "section" and actual:
                below += _section(writer, f"[{path} . parts.{key}.actual]", writer.figures(actual))
            return [], below


def with_figure(document: dict[str, object], case: Case) -> dict[str, object]:
    """Returns the document with the figure, made without the program under test."""
    table: dict[str, object] = document
    path = ["targets", case.target, *(["parts", case.part] if case.part else []), "actual"]
    for key in path:
        inner = table.setdefault(key, {})
        assert isinstance(inner, dict)
        table = inner
    table[case.period] = Decimal(case.figure)
    return document
