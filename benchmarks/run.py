"""How fast plan-tracker is, against processes that only import its libraries or only parse the plan."""

import argparse
import filecmp
import math
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

import generate
import measure
import peers
import tables
from lines import Figures, Growth, Line, Ratio, Within
from measure import Command, Sample

START = """\
import typer, rich.console, rich.table
from pydantic import BaseModel

class Model(BaseModel):
    field: int
"""
PARSE = """\
import sys, tomli
from decimal import Decimal
with open(sys.argv[1], encoding="utf-8") as file:
    tomli.loads(file.read(), parse_float=Decimal)
"""
COMPILE = "import compileall, plan_tracker as p; compileall.compile_dir(p.__path__[0], quiet=1)"
DESCRIBE = """\
import os, platform
from importlib.metadata import PackageNotFoundError, version
print("Python", platform.python_version(), "on", platform.system(), platform.machine(), end="")
print(",", os.cpu_count(), "cores", end="")
for name in ("plan-tracker", "typer", "rich", "pydantic", "tomli"):
    try:
        print(",", name, version(name), end="")
    except PackageNotFoundError:
        print(",", name, "not installed", end="")
"""
EXAMPLE = Path(__file__).parents[1] / "targets.toml"
EXAMPLE_SIZE = 38
FOUND = (0, 1)
"""`check` and `audit` did their work also when they found what they were asked to refuse."""


@dataclass(frozen=True, slots=True)
class Group:
    """Commands that are measured in turn, since they are compared; a heavy group takes minutes."""

    title: str
    commands: tuple[Command, ...]
    heavy: bool = False


LINES: tuple[Line, ...] = (
    Ratio("status of 38, to a pipe", "status 38", "start", 1.0),
    Ratio("status of 38, to a coloured terminal", "status 38 to a terminal", "start", 1.3),
    Ratio("check of 38", "check 38", "start", 1.0),
    Ratio("export csv of 38", "export 38", "start", 1.0),
    Ratio("--help", "help", "start", 0.9),
    Ratio("--version", "version", "start", 0.4),
    Ratio("completion", "completion", "start", 0.4),
    Ratio("check of 10,000", "check 10000", "parse 10000", 3.0),
    Ratio("export csv of 10,000", "export 10000", "parse 10000", 3.0),
    Ratio("status of 10,000, all rows, to a pipe", "status 10000", "parse 10000", 4.2),
    Ratio("record at 10,000", "record 10000", "parse 10000", 3.5),
    Ratio("check of 100,000", "check 100000", "parse 100000", 1.75),
    Ratio("export csv of 100,000", "export 100000", "parse 100000", 1.75),
    Ratio("status of 100,000, all rows, to a pipe", "status 100000", "parse 100000", 2.9),
    Ratio("check of 100,000, peak memory", "check 100000", "parse 100000", 1.3, "memory"),
    Ratio("export csv of 100,000, peak memory", "export 100000", "parse 100000", 1.3, "memory"),
    Ratio("status of 100,000, peak memory", "status 100000", "parse 100000", 1.3, "memory"),
    Growth("check, exponent of growth", "check", reference="parse"),
    Growth("export csv, exponent of growth", "export", reference="parse"),
    Growth("status, exponent of growth", "status", reference="parse"),
    Within("audit --document of 1 MB, in seconds", "audit 1000 KB", 1),
    Growth("audit --document, exponent of growth", "audit", ("1 KB", "1000 KB", "10000 KB"), times=10),
    Ratio("import of 10,000 rows of XLSX", "import 10000", "openpyxl 10000", 3.0),
    Within("record of 300 unknown names at 10,000, in seconds", "record unknown", 1),
    Within("import of 2 million numbers, in seconds", "import numbers", 6),
)


@dataclass(frozen=True, slots=True)
class Bench:
    """Where things are: the interpreter that has the tool, and a folder for the plans."""

    python: str
    folder: Path

    @property
    def tool(self) -> str:
        """The command as it was installed."""
        return str(Path(self.python).parent / "plan-tracker")

    def groups(self) -> Iterator[Group]:
        """Yields all that can be measured, in turn with its references."""
        yield Group("38 targets", self._start_up())
        yield Group("1 and 1,000 targets", (*self._with_parse(1), *self._with_parse(1000)))
        yield Group("10,000 targets", (*self._with_parse(10_000), self._record(10_000)))
        yield Group("100,000 targets", self._with_parse(100_000), heavy=True)
        yield Group("documents", tuple(self._audit(size) for size in (1, 1000)))
        yield Group("a large document", (self._audit(10_000),), heavy=True)
        yield Group("tables", (*self._import(10_000), self._record_unknown(10_000, 300)))
        yield Group("a large table", (self._import_numbers(20_000),), heavy=True)

    def _start_up(self) -> tuple[Command, ...]:
        plan = self._plan(EXAMPLE_SIZE)
        completion = {
            "_PLAN_TRACKER_COMPLETE": "complete_bash",
            "COMP_WORDS": "plan-tracker st",
            "COMP_CWORD": "1",
        }
        return (
            Command("start", (self.python, "-c", START)),
            *self._reading(EXAMPLE_SIZE),
            Command(
                f"status {EXAMPLE_SIZE} to a terminal",
                (self.tool, "status", "-f", str(plan)),
                lines=EXAMPLE_SIZE,
                to_terminal=True,
                before=partial(_write_plan, EXAMPLE_SIZE, plan),
            ),
            Command("help", (self.tool, "--help"), shows="status"),
            Command("version", (self.tool, "--version"), lines=1),
            Command("completion", (self.tool,), shows="status", environment=completion),
        )

    def _with_parse(self, size: int) -> tuple[Command, ...]:
        plan = self._plan(size)
        words = (self.python, "-c", PARSE, str(plan))
        parse = Command(f"parse {size}", words, before=partial(_write_plan, size, plan))
        return parse, *self._reading(size)

    def _reading(self, size: int) -> tuple[Command, ...]:
        plan = self._plan(size)
        file, written = ("-f", str(plan)), partial(_write_plan, size, plan)
        to_csv = (self.tool, "export", *file, "--format", "csv")
        return (
            Command(f"check {size}", (self.tool, "check", *file), exits=FOUND, before=written),
            Command(f"export {size}", to_csv, lines=size + 1, before=written),
            Command(f"status {size}", (self.tool, "status", *file), lines=size, before=written),
        )

    def _record(self, size: int) -> Command:
        plan, copy = self._plan(size), self.folder / "recorded.toml"
        target = next(
            t
            for t in islice(generate.targets(size), size // 2, None)
            if len(t.increments) == 1 and not t.tables
        )
        words = (self.tool, "record", "-f", str(copy), target.id, "M11", "999999")

        def afresh() -> None:
            _write_plan(size, plan)
            shutil.copyfile(plan, copy)

        return Command(
            f"record {size}", words, before=afresh, done=lambda: not filecmp.cmp(plan, copy, shallow=False)
        )

    def _audit(self, kilobytes: int) -> Command:
        plan, text = self._plan(EXAMPLE_SIZE, example=False), self.folder / f"{kilobytes}.txt"

        def written() -> None:
            _write_plan(EXAMPLE_SIZE, plan)
            if not text.exists():
                generate.write(generate.document(generate.targets(EXAMPLE_SIZE), kilobytes * 1000), text)

        words = (self.tool, "audit", "-f", str(plan), "--document", str(text))
        return Command(f"audit {kilobytes} KB", words, exits=FOUND, before=written)

    def _import(self, size: int) -> tuple[Command, Command]:
        book = self.folder / f"{size}.xlsx"
        written = partial(_once, book, partial(tables.write_workbook, size, book))
        words = (self.tool, "import", str(book), "--yes")  # a goal may well be reached in three rows
        return (
            Command(f"openpyxl {size}", (self.python, "-c", tables.READ, str(book)), before=written),
            Command(f"import {size}", words, lines=4 * size, before=written),
        )

    def _import_numbers(self, rows: int) -> Command:
        book = self.folder / "numbers.xlsx"
        words = (self.tool, "import", str(book), "--year", "2024", "--period", "H1")
        written = partial(_once, book, partial(tables.write_numbers, rows, book))
        return Command("import numbers", words, lines=2 * rows, before=written)

    def _record_unknown(self, size: int, number: int) -> Command:
        plan, table = self._plan(size), self.folder / "unknown.csv"

        def written() -> None:
            _write_plan(size, plan)
            _once(table, partial(tables.write_unknown, size, number, table))

        words = (self.tool, "record", "-f", str(plan), "--from", str(table), "H1")
        return Command("record unknown", words, exits=(measure.WRONG_USAGE,), before=written)

    def _plan(self, size: int, *, example: bool = True) -> Path:
        if example and size == EXAMPLE_SIZE and EXAMPLE.exists():
            return EXAMPLE
        return self.folder / f"{size}.toml"


def measured(groups: Iterable[Group], names: set[str], runs: int, heavy_runs: int) -> dict[str, Sample]:
    """Measures the commands of these names, group by group."""
    samples: dict[str, Sample] = {}
    for group in groups:
        commands = [command for command in group.commands if command.name in names]
        if commands:
            print(f"measuring {group.title} …", file=sys.stderr)
            samples |= measure.interleave(commands, heavy_runs if group.heavy else runs)
    return samples


def report(lines: Iterable[Line], samples: Mapping[str, Sample]) -> tuple[str, bool]:
    """The table of all lines, and whether every one is good."""
    rows, good = [], True
    for line in lines:
        fault = next((samples[name].fault for name in line.needs if samples[name].fault), "")
        figures = Figures("", "", math.nan) if fault else line.figures(samples)
        verdict = fault or (
            "unclear" if math.isnan(figures.value) else "ok" if figures.value <= line.limit else "OVER"
        )
        ratio = "" if math.isnan(figures.value) else f"{figures.value:.3f}"
        rows.append((line.what, figures.measured, figures.reference, ratio, f"{line.limit:.2f}", verdict))
        good = good and verdict == "ok"
    return measure.table(("what", "measured", "reference", "ratio", "at most", "verdict"), rows), good


def main() -> None:
    """Prints the requirements with what this machine measures; exit 1 unless every line is ok."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--python", default=sys.executable, help="an interpreter that has plan-tracker installed"
    )
    parser.add_argument("--runs", type=int, default=10, help="runs of each command, after one to warm up")
    parser.add_argument(
        "--heavy-runs", type=int, help="runs at 100,000 targets and of 10 MB (default: --runs)"
    )
    parser.add_argument(
        "--quick", action="store_true", help="three runs, nothing at 100,000 targets or 10 MB"
    )
    parser.add_argument("--only", action="append", metavar="NAME", help="only lines whose name contains this")
    parser.add_argument("--peers", action="store_true", help="compare with other tools, too (see peers.py)")
    arguments = parser.parse_args()
    runs = 3 if arguments.quick else arguments.runs
    only = [name.casefold() for name in arguments.only or [""]]

    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(arguments.python, Path(folder))
        groups = [group for group in bench.groups() if not (arguments.quick and group.heavy)]
        known = {command.name for group in groups for command in group.commands}
        lines = [line for line in LINES if known.issuperset(line.needs)]
        lines = [line for line in lines if any(name in line.what.casefold() for name in only)]
        subprocess.run((bench.python, "-c", COMPILE), check=False, stderr=subprocess.DEVNULL)
        print(measure.output((bench.python, "-c", DESCRIBE)), end="\n\n", flush=True)
        needed = {name for line in lines for name in line.needs}
        table, good = report(lines, measured(groups, needed, runs, arguments.heavy_runs or runs))
        print(table)
        if arguments.peers:
            compared, faster = peers.compare(bench.tool, Path(folder), peers.SIZES, runs)
            print("\n" + compared)
            good = good and faster
    raise SystemExit(not good)


def _write_plan(size: int, path: Path) -> None:
    _once(path, lambda: generate.write(generate.plan(size), path))


def _once(path: Path, write: Callable[[], object]) -> None:
    """Writes a file unless it is there."""
    if not path.exists():
        write()


if __name__ == "__main__":
    main()
