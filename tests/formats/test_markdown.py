"""Markdown, as a site shows it that makes links of whatever looks like an address."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from kit.program import Run, Write

SITE = MarkdownIt("gfm-like", {"html": True})
CALLS = [
    "@someone",
    "ask @org/team_a now",
    "a@example.org",
    "http://example.org/x?a=b#1",
    "HTTPS://Example.org",
    "ftp://x.y",
    "www.example.org",
    "example.org",
    "see 例子.中国",
    "//example.org",
    "mailto:a@b.org",
    "owner/repo#12",
    "#12",
    "GH-12",
    "<http://a.b> [x](http://a.b) ![x](http://a.b)",
]


class Shown(HTMLParser):
    """What a reader sees of a page, the links of it, and its texts between two tags or comments."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.pieces: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.add(tag)
        self.pieces.append("")

    def handle_endtag(self, tag: str) -> None:
        del tag
        self.pieces.append("")

    def handle_comment(self, data: str) -> None:
        assert data == " "
        self.pieces.append("")

    def handle_data(self, data: str) -> None:
        self.pieces[-1:] = ["".join([*self.pieces[-1:], data])]

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def calls_somebody(piece: str) -> bool:
    """Whether a site that reads the letters side by side finds a name or a number to link."""
    lowered = piece.lower()
    return any(sign in lowered and lowered.partition(sign)[2][:1].isalnum() for sign in ("@", "#", "gh-"))


def test_the_site_of_these_tests_does_link_addresses() -> None:
    linked = [text for text in CALLS if "a" in Shown(SITE.render(text)).tags]
    assert len(linked) >= 9
    assert calls_somebody("ask @org")


@pytest.mark.parametrize(
    "call",
    [
        ["status", "--format", "markdown"],
        ["status", "--group-by", "owner", "--format", "markdown"],
        ["outlook", "--format", "markdown"],
        ["audit", "--format", "markdown"],
        ["export", "--format", "markdown"],
        ["check", "--format", "markdown"],
        ["compare", "old.toml", "--format", "markdown"],
    ],
    ids=" ".join,
)
def test_names_link_and_notify_nobody(run: Run, plan: Write, call: list[str]) -> None:
    targets = (
        f"[targets.t{number}]\nname = {text}\nowner = {text}\nunit = {text}\ngroup = {text}\n"
        'goal = 10\nactual = { H1 = 1 }\nstated = { H1 = "11%" }\n'
        f"[targets.t{number}.parts.{text}]\ngoal = 10\nactual = {{ H1 = 1 }}\n"
        for number, text in enumerate(json.dumps(call, ensure_ascii=False) for call in CALLS)
    )
    head = f'[plan]\ntitle = "{CALLS[2]} {CALLS[3]} {CALLS[0]}"\nyear = 2024\nas_of = 2024-06-30\n'
    file = plan(head + "".join(targets))
    old = Path(file).read_text(encoding="utf-8").replace("goal = 10\nactual", "goal = 11\nactual")
    Path("old.toml").write_text(old, encoding="utf-8")
    done = run(call[0], *call[1:], "-f", file)
    shown = Shown(SITE.render(done.out))
    assert shown.tags <= {"h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "strong", "ul", "li"}
    assert [piece for piece in shown.pieces if calls_somebody(piece)] == []
    assert all(text in shown.text for text in CALLS)


@pytest.mark.parametrize("command", ["status", "outlook", "audit"])
def test_a_report_begins_with_the_plan_and_its_day_in_a_terminal_too(
    run: Run, plan: Write, command: str
) -> None:
    head = '[plan]\ntitle = "City"\nyear = 2024\n'
    file = plan(
        f'{head}[targets.a]\nname = "A"\ngoal = 4\nactual = {{ H1 = 1 }}\nstated = {{ H1 = "25%" }}\n'
    )
    markdown = run(command, "-f", file, "--format", "markdown").out.splitlines()
    assert markdown[:3] == ["# City", "", "as of 2024-06-30 (H1)"]
    assert run(command, "-f", file).out.splitlines()[0] == "City  as of 2024-06-30 (H1)"


@pytest.mark.parametrize("command", [("status", "--format", "markdown"), ("export", "--format", "markdown")])
def test_the_growth_since_last_year_is_a_column_where_a_target_has_earlier_years(
    run: Run, plan: Write, command: tuple[str, ...]
) -> None:
    target = '[targets.a]\nname = "A"\ngoal = 460\nactual = { Q3 = 341 }\n'
    past = "past = { 2022 = { Q3 = 330 }, 2023 = { Q3 = 336 } }\n"
    with_past = run(*command, "-f", plan(target + past), "--as-of", "Q3").out
    assert ("year on year" in with_past, "+1.5%" in with_past) == (True, True)  # 341 of 336 is 1.0149
    assert "year on year" not in run(*command, "-f", plan(target), "--as-of", "Q3").out
