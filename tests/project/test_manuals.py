"""The manuals that a reader follows from top to bottom do what they show."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from kit.manual import agrees, blocks, follow, shown_again
from kit.program import EXAMPLE, ROOT, Run
from kit.pull_request import commit_plan

SET_UP = ("with internet", "without internet")
"""Run by `.ci/run`."""

PLAN_FILE = ("plan-file.md", "plan-file.zh.md")
FOLLOWED = (*PLAN_FILE, "recipes.md", "recipes.zh.md")
PAGES = [ROOT / "README.md", ROOT / "README.zh.md", *sorted((ROOT / "docs").glob("*.md"))]
SECTIONS = {
    "plan": r"`\[plan\]`",
    "target": r"`\[targets\.(ID|标识)\]`",
    "part": r"`parts`",
    "adjustment": r"`adjusted`",
    "check": r"`\[check\]`",
    "feed": r"`\[feeds\.(NAME|名称)\]`",
    "pull": r"`\[feeds\.(NAME|名称)\]`",
}
"""The heading under which the keys of a table of the schema stand."""


class Told(NamedTuple):
    """What a row of a manual says of a key, below which headings."""

    headings: tuple[str, ...]
    key: str
    default: str


def test_the_readme_of_the_officer(run: Run) -> None:
    Path("targets.toml").write_bytes(EXAMPLE.read_bytes())
    follow(ROOT / "README.zh.md", run, elsewhere=SET_UP)


@pytest.mark.parametrize("name", FOLLOWED)
def test_a_manual_is_followed(run: Run, name: str) -> None:
    follow(ROOT / "docs" / name, run)
    commit_plan(Path())
    for command in re.findall(r"`(plan-tracker [^`]+)`", text_of(name)):
        outcome = run(*shlex.split(command)[1:])
        assert outcome.code == 0, f"{command}: {outcome.err}"


@pytest.mark.parametrize(
    ("shown", "same"),
    [
        ("a\nb\nc\n", True),
        ("a\n…\n", True),
        ("…\nb\n…\n", True),
        ("a\nb\n", False),
        ("a\nc\n…\n", False),
        ("a\n…\nb\nd\n", False),
        ("", False),
    ],
)
def test_what_is_printed_is_compared_line_by_line(shown: str, *, same: bool) -> None:
    assert agrees(shown, "a\nb  \nc\n") is same


def test_what_is_shown_again_are_the_lines_most_like_those_before() -> None:
    printed = "head\ngoal: 380\nnew line\nrate: 50%\nend\n"
    assert shown_again("…\ngoal: 400\nrate: 47%\n…\n", printed) == "…\ngoal: 380\n…\nrate: 50%\n…\n"
    assert shown_again("goal: 400\n", printed) == printed


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("```console\n$ plan-tracker --version\n9.9\n```\n", "--- printed\nplan-tracker"),
        ("```console\n$ plan-tracker validate\n…\n$ plan-tracker status\n```\n", "exit code 2"),
        ("```console\n$ rm -r /\n```\n", "no manual may ask"),
        ("```toml\n[plan]\n```\n", "nobody runs this block"),
    ],
)
def test_a_manual_that_is_wrong_fails(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, fault: str
) -> None:
    monkeypatch.delenv("UPDATE_SNAPSHOTS", raising=False)
    (tmp_path / "wrong.md").write_text(text, encoding="utf-8")
    with pytest.raises(AssertionError, match=re.escape(fault)):
        follow(tmp_path / "wrong.md", run)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_and_headings(page: Path) -> None:
    for link in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
        if link.startswith("https:"):
            continue
        file, _, anchor = link.partition("#")
        other = page.parent / file if file else page
        assert other.exists(), link
        assert not anchor or anchor in anchors(other), link


def test_each_page_in_two_languages_names_the_other() -> None:
    chinese = [page for page in PAGES if page.name.endswith(".zh.md")]
    assert len(chinese) > 2
    for page in chinese:
        twin = page.with_name(page.name.replace(".zh", ""))
        assert f"]({twin.name})" in page.read_text(encoding="utf-8")
        assert f"]({page.name})" in twin.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PLAN_FILE)
def test_every_key_of_the_schema_is_told_with_its_default(run: Run, name: str) -> None:
    schema = json.loads(run("schema").out)
    tables = {key: each for key, each in schema["$defs"].items() if "properties" in each}
    assert tables.keys() == SECTIONS.keys()
    rows = list(told(text_of(name)))
    for table, heading in SECTIONS.items():
        for key, described in tables[table]["properties"].items():
            found = [
                row
                for row in rows
                if row.key == key and any(re.fullmatch(heading, each) for each in row.headings)
            ]
            assert found, f"{table}.{key} is not described below {heading}"
            defaults = " ".join(row.default for row in found)
            assert (key in tables[table].get("required", [])) <= bool(re.search("required|必填", defaults)), (
                key
            )
            default = described.get("default")
            if isinstance(default, str | int):
                assert f"`{default}`" in defaults, key


@pytest.mark.parametrize("name", PLAN_FILE)
def test_no_key_is_told_that_the_schema_does_not_have(run: Run, name: str) -> None:
    tables = json.loads(run("schema").out)["$defs"].values()
    keys = {key for each in tables for key in each.get("properties", {})}
    assert {row.key for row in told(text_of(name))} == keys


@pytest.mark.parametrize("name", PLAN_FILE)
def test_every_key_and_every_word_stands_in_an_example_that_is_run(run: Run, name: str) -> None:
    schema = json.loads(run("schema").out)
    examples = "".join(each.text for each in blocks(text_of(name)) if each.language == "toml")
    keys = {key for each in schema["$defs"].values() for key in each.get("properties", {})}
    assert {
        key for key in keys if not re.search(rf"^\[.*\b{key}\b|\b{key} =", examples, re.MULTILINE)
    } == set()
    assert {word for word in words(schema) if f"`{word}`" not in text_of(name)} == set()


def test_both_languages_tell_the_same_keys_in_the_same_order() -> None:
    english, chinese = ([row.key for row in told(text_of(name))] for name in PLAN_FILE)
    assert english == chinese


def text_of(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def told(text: str) -> Iterator[Told]:
    """The rows of the tables whose first heading is a key."""
    headings: list[str] = []
    listed = False
    for line in text.splitlines():
        if match := re.match(r"(#+) (.*)", line):
            headings = [*headings[: len(match[1]) - 1], match[2]]
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        listed = bool(cells) and (listed or "key" in cells[0].split() or cells[0].endswith("键"))
        if listed and cells[0].startswith("`"):
            assert [bool(cell) for cell in cells] == [True] * 4, line
            for key in re.findall(r"`(\w+)`", cells[0]):
                yield Told(headings=tuple(headings), key=key, default=cells[2])


def words(schema: object) -> set[str]:
    """Every word that a key of the schema takes instead of a free text."""
    found: set[str] = set()
    if isinstance(schema, dict):
        found |= {each for each in schema.get("enum", ()) if isinstance(each, str)}
        found |= {each for each in (schema.get("const"),) if isinstance(each, str)}
    below = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    return found.union(*map(words, below))


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub gives to the headings of a page."""
    titles = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in titles}
