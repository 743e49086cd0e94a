"""What tests share: the program as a user calls it, in an empty folder, without the developer's settings."""

import gc
import os
import signal
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from jinja2 import Environment
from typer.core import TyperGroup

from kit.chromium import Browser, Pages, start
from kit.forks import Forks
from kit.forks import start as forks_of_the_program
from kit.program import Outcome, Run, Write
from kit.recorded import Take
from plan_tracker.cli import app, main

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

settings.register_profile("usual", deadline=None)
settings.load_profile("usual")
"""A busy machine is no fault of the program: speed is measured in `benchmarks/`."""
settings.register_profile("thorough", max_examples=20_000, deadline=None)
"""For `pytest --hypothesis-profile=thorough`."""

if (
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN
):  # of a run in the background: all it starts would inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def _new_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders that are only numbered: pytest's own each get a link, of which only the last one stays."""

    def folders() -> Iterator[Path]:
        every = tmp_path_factory.mktemp("tests")
        for number in count():
            folder = every / str(number)
            folder.mkdir()
            yield folder

    return folders()


@pytest.fixture
def tmp_path(_new_folders: Iterator[Path]) -> Path:
    """A folder of the test's own."""
    return next(_new_folders)


@pytest.fixture(scope="session")
def _empty_folders(_new_folders: Iterator[Path]) -> Iterator[Path]:
    """Folders that hold an empty .git and nothing else: one as long as it is left so."""

    def folders() -> Iterator[Path]:
        while True:
            folder = next(_new_folders) / "folder"
            (folder / ".git").mkdir(parents=True)
            state = _state(folder)
            while _state(folder) == state:
                yield folder

    return folders()


def _state(folder: Path) -> object:
    """Tells what stands in and beside a folder and in its .git, and who may use them."""
    found = [each for each in (folder.parent, folder, folder / ".git") if each.is_dir()]
    return [(each.stat().st_mode, sorted(os.listdir(each))) for each in found]  # noqa: PTH208 - half as long


@pytest.fixture(scope="session", autouse=True)
def _what_holds_for_all() -> Iterator[None]:
    """One fixture for four things: each that every test uses takes a thirtieth of a millisecond per test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(".")  # to be there again at the end
        _take_settings_away(patch)
        _compile_the_page_once(patch)
        _make_each_command_once(patch)
        _wait_for_no_disk(patch)
        yield


def _take_settings_away(patch: pytest.MonkeyPatch) -> None:
    """Leaves nothing in the environment that a developer or a runner has set for the program."""
    settings = ("PLAN_TRACKER_FILE", "PLAN_TRACKER_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS")
    locale = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    for name in (*settings, *locale, "COLORTERM", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "TF_BUILD"):
        patch.delenv(name, raising=False)
    patch.setenv("TERM", "xterm-256color")  # Rich keeps the codes of a style as it first made them


@pytest.fixture(autouse=True)
def _a_users_folder(request: pytest.FixtureRequest, _empty_folders: Iterator[Path]) -> None:
    """An empty folder: within `tmp_path` if the test asks for that, else one that others left as it was."""
    if "tmp_path" in request.fixturenames:
        folder: Path = request.getfixturevalue("tmp_path") / "folder"
        (folder / ".git").mkdir(parents=True)
    else:
        folder = next(_empty_folders)
    os.chdir(folder)


def _compile_the_page_once(patch: pytest.MonkeyPatch) -> None:
    """To compile its template takes longer than to write most pages; a run of the program writes one only."""
    anew, compiled = Environment.compile, dict[str, CodeType]()

    def once(environment: Environment, source: str) -> CodeType:
        if source not in compiled:
            compiled[source] = anew(environment, source)
        return compiled[source]

    patch.setattr(Environment, "compile", once)


def _make_each_command_once(patch: pytest.MonkeyPatch) -> None:
    """To make a command and its options takes half of a short run; a run of the program makes one only."""
    made = cache(app.application)

    def application(names: Iterable[str] = app.COMMANDS) -> TyperGroup:
        return made(tuple(names))

    patch.setattr(app, "application", application)


def _wait_for_no_disk(patch: pytest.MonkeyPatch) -> None:
    """To wait takes longer than all else of writing; that it waits, `test_writing.py` shows by killing it."""
    patch.setattr(os, "fsync", lambda _descriptor: None)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `plan-tracker` with arguments."""

    def call(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = main(arguments)
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return call


@pytest.fixture
def plan(tmp_path: Path) -> Write:
    """Writes a plan file and gives its path; a text without [plan] gets one for 2024."""

    def write(text: str) -> str:
        path = tmp_path / "plan.toml"
        head = "" if "[plan]" in text else '[plan]\ntitle = "Plan"\nyear = 2024\nas_of = 2024-06-30\n'
        path.write_text(head + text, encoding="utf-8", newline="")
        return str(path)

    return write


@pytest.fixture
def take(run: Run, plan: Write, tmp_path: Path) -> Take:
    """Records a table into a plan."""
    return Take(run, plan, tmp_path)


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Chrome"]:
    """Chromium, one for all tests."""
    yield from start(tmp_path_factory.mktemp("chromium"))


@pytest.fixture(scope="session")
def forks() -> Iterator[Forks]:
    """Processes that have loaded the program."""
    yield from forks_of_the_program()


@pytest.fixture
def browser(driver: "Chrome") -> Browser:
    """A window of the browser."""
    return Browser(driver)


@pytest.fixture(scope="session")
def _pages_of_examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture
def page(run: Run, tmp_path: Path, _pages_of_examples: Path) -> Pages:
    """Writes the page of a plan."""
    return Pages(run, tmp_path, _pages_of_examples)


def pytest_collection_finish() -> None:
    """What was collected stays until the end: to look for garbage in it again and again takes a twentieth."""
    gc.collect()
    gc.freeze()
