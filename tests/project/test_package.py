"""What is published: the description that a package index shows, and what the source package holds."""

import re
import runpy
import tomllib
from importlib.metadata import distribution
from itertools import chain

import pytest
from markdown_it import MarkdownIt

from kit.program import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DESCRIPTION = str(distribution("plan-tracker").read_text("METADATA")).partition("\n\n")[2]


def test_every_link_and_picture_works_where_nothing_lies_beside_the_description() -> None:
    found = [
        token.attrs.get("href") or token.attrs.get("src")
        for block in MarkdownIt("commonmark").parse(DESCRIPTION)
        for token in block.children or []
        if token.type in ("link_open", "image")
    ]
    assert [address for address in found if not str(address).startswith(("https://", "#"))] == []
    assert "docs/ci.md" in DESCRIPTION
    assert "## Commands" in DESCRIPTION
    assert "![" not in DESCRIPTION


def test_in_the_repository_the_same_text_has_links_that_lead_somewhere() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)]+)\)", readme)
    assert len(links) > 5
    assert [
        link for link in links if not link.startswith(("https:", "#")) and not (ROOT / link).exists()
    ] == []


def test_a_package_has_the_addresses_of_the_repository_that_builds_it() -> None:
    project_urls = runpy.run_path(str(ROOT / ".ci" / "project_urls.py"))["project_urls"]
    home = "https://github.com/some/fork"
    assert project_urls({"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "some/fork"}) == {
        "Homepage": home,
        "Documentation": f"{home}/tree/HEAD/docs",
        "Changelog": f"{home}/blob/HEAD/CHANGELOG.md",
        "Issues": f"{home}/issues",
    }
    assert project_urls({}) == {}
    assert "urls" in PROJECT["project"]["dynamic"]


def test_every_python_that_is_declared_is_tried_and_the_other_way_round() -> None:
    declared = {
        match[1]
        for text in PROJECT["project"]["classifiers"]
        if (match := re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", text))
    }
    assert declared == {"3.11", "3.12", "3.13", "3.14"}
    workflow = (ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"\b3\.1\d\b", workflow)) == declared
    assert "python3.1{1..4}" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("os", ["ubuntu-latest", "windows-latest", "macos-latest"])
def test_the_workflows_run_on_each_system(os: str) -> None:
    for name in ("test", "plan"):
        assert os in (ROOT / ".github" / "workflows" / f"{name}.yml").read_text(encoding="utf-8")
    assert "bash .ci/run" in (ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8")


def test_every_library_has_a_lowest_version_and_no_name_is_said_twice() -> None:
    project = PROJECT["project"]
    texts = list(chain(project["dependencies"], *project["optional-dependencies"].values()))
    libraries = [text for text in texts if not text.startswith("plan-tracker[")]
    assert [text for text in libraries if ">=" not in text] == []
    names = [re.split(r"[\[>]", text)[0] for text in libraries]
    assert len(set(names)) == len(names)


def test_the_source_package_holds_what_the_tests_look_at() -> None:
    held = PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    looked_at = set()
    for file in (ROOT / "tests").rglob("*.py"):
        for match in re.finditer(r'\bROOT((?: / "[^"]+")+)', file.read_text(encoding="utf-8")):
            looked_at.add(re.findall(r'"([^"]+)"', match[1])[0])
    added_by_the_builder = {"pyproject.toml", "LICENSE", ".gitignore"}
    missing = {
        each
        for each in looked_at - added_by_the_builder
        if each not in held and not re.match(r"README.*\.md", each)
    }
    assert missing == set()
    assert {"src", "tests", "docs"} <= looked_at | set(held)
