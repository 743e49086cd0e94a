"""The same plan in other tools, timed only after they print the same completion rates."""

import argparse
import csv
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

import generate
import measure
from measure import Command
from shapes import Target

SIZES = (38, 1000, 10_000)
TIME_LIMIT = 60.0
OURS = "plan-tracker status"
LIMITS = {"hledger balance --budget": 0.3, "ledger budget": 0.6, "pandas and openpyxl": 0.8}
"""How much of a peer's time ours may take, at the largest size that both were measured at."""
EXCEL = """\
import sys, pandas
sheet = pandas.read_excel(sys.argv[1], engine="openpyxl")
sheet["actual"] = sheet[["Q1", "H1"]].max(axis=1)
sheet["rate"] = (sheet["actual"] / sheet["goal"] * 100).round(1)
sheet["status"] = (sheet["rate"] >= 50).map({True: "on_pace", False: "behind"})
sheet.to_csv(sys.stdout, index=False)
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool that can tell how much of each goal is reached."""

    name: str
    ending: str
    installed: bool
    write: Callable[[Iterable[Target], Path], None]
    words: tuple[str, ...]
    """The command that is timed; the plan comes last."""
    rates: Callable[[str], dict[str, Decimal]]
    """The completion rates, in percent, by id, in what `rates_from` prints."""
    precision: Decimal
    """What the last printed digit of a rate is worth."""
    rates_from: tuple[str, ...] = ()
    """The command that prints the rates, where it is not the one that is timed."""


def known_peers(tool: str) -> tuple[Peer, ...]:
    """Everything that can be compared, plan-tracker first."""
    hledger = ("hledger", "balance", "--budget", "--yearly", "-b", "2024-01-01", "-e", "2025-01-01", "--flat")
    ledger = ("ledger", "budget", "-b", "2024-01-01", "-e", "2025-01-01", "--flat", "--no-total")
    return (
        Peer(
            OURS,
            ".toml",
            installed=shutil.which(tool) is not None,
            write=_write_plan,
            words=(tool, "status", "-f"),
            rates=_rates_of_csv("completion_rate", 100),
            precision=Decimal("0.0001"),
            rates_from=(tool, "export", "--format", "csv", "-f"),
        ),
        Peer(
            "hledger balance --budget",
            ".journal",
            installed=shutil.which("hledger") is not None,
            write=_write_journal,
            words=(*hledger, "--no-total", "-f"),
            rates=_rates_by(re.compile(r"targets:(?P<id>\S+) .*\[ *(?P<rate>\d+)% of")),
            precision=Decimal(1),
        ),
        Peer(
            "ledger budget",
            ".ledger",
            installed=shutil.which("ledger") is not None,
            write=_write_journal,
            words=(*ledger, "-f"),
            rates=_rates_by(re.compile(r" (?P<rate>\d+)%? +targets:(?P<id>\S+)")),
            precision=Decimal(1),
        ),
        Peer(
            "pandas and openpyxl",
            ".xlsx",
            installed=all(find_spec(name) for name in ("pandas", "openpyxl")),
            write=_write_sheet,
            words=(sys.executable, "-c", EXCEL),
            rates=_rates_of_csv("rate", 1),
            precision=Decimal("0.1"),
        ),
    )


def compare(
    tool: str, folder: Path, sizes: Sequence[int] = SIZES, runs: int = 10, time_limit: float = TIME_LIMIT
) -> tuple[str, bool]:
    """The table of peers (medians at each size, or why there is none), and whether every limit is kept."""
    peers = known_peers(tool)
    cells: dict[str, list[str]] = {peer.name: [] for peer in peers}
    ratios: dict[str, float] = {}
    for size in sizes:
        print(f"comparing {size:,} targets …", file=sys.stderr)
        faults = {peer.name: _fault(peer, size, folder, time_limit) for peer in peers}
        sound = [peer for peer in peers if not faults[peer.name]]
        commands = [
            Command(peer.name, (*peer.words, str(_path(peer, size, folder))), time_limit=time_limit)
            for peer in sound
        ]
        samples = measure.interleave(commands, runs)
        for peer in peers:
            reason = faults[peer.name] or samples[peer.name].fault
            cells[peer.name].append(reason or measure.milliseconds(samples[peer.name].seconds))
            ours = samples.get(OURS)
            if peer.name in LIMITS and not reason and ours and not ours.fault:
                ratios[peer.name] = ours.seconds / samples[peer.name].seconds
    rows = [(name, *row, *_verdict(name, ratios.get(name))) for name, row in cells.items()]
    head = ("peer", *(f"{size:,}" for size in sizes), "ours / peer's", "at most", "verdict")
    return measure.table(head, rows), all(row[-1] in ("ok", "") for row in rows)


def _verdict(peer: str, ratio: float | None) -> tuple[str, str, str]:
    """How ours compares with a peer's time at the largest size, what it may come to, and whether it does."""
    limit = LIMITS.get(peer)
    if limit is None:
        return "", "", ""
    if ratio is None:
        return "", f"{limit:.1f}", "not measured"
    return f"{ratio:.3f}", f"{limit:.1f}", "ok" if ratio <= limit else "OVER"


def differences(rates: Mapping[str, Decimal], targets: Iterable[Target], precision: Decimal) -> list[str]:
    """The targets whose rate a tool prints otherwise than rounded to its precision, or not at all."""
    wrong = []
    for target in targets:
        if target.rate is None:
            continue
        printed = rates.get(target.id)
        if printed is None or abs(printed - target.rate * 100) > precision / 2:
            wrong.append(f"{target.id}: {printed} for {target.rate * 100:.4f}")
    return wrong


def _fault(peer: Peer, size: int, folder: Path, time_limit: float) -> str:
    """Why a peer cannot be timed on a plan of that size; writes the plan on the way."""
    if not peer.installed:
        return "not installed"
    path = _path(peer, size, folder)
    peer.write(generate.targets(size), path)
    printed = measure.output((*(peer.rates_from or peer.words), str(path)), time_limit)
    if printed is None:
        return f"failed, or over {time_limit:.0f} s"
    wrong = differences(peer.rates(printed), generate.targets(size), peer.precision)
    for line in wrong[:3]:
        print(f"{peer.name}: {line}", file=sys.stderr)
    return f"{len(wrong)} other rates" if wrong else ""


def _path(peer: Peer, size: int, folder: Path) -> Path:
    return folder / f"peer-{size}{peer.ending}"


def _write_plan(targets: Iterable[Target], path: Path) -> None:
    generate.write(iter((generate.HEAD, *(f"\n{target.text}" for target in targets))), path)


def _write_journal(targets: Iterable[Target], path: Path) -> None:
    """Goals as a yearly budget, actuals as postings of what was added by each day."""
    counted = [target for target in targets if target.rate is not None]
    with path.open("w", encoding="utf-8") as out:
        out.write("~ Yearly from 2024-01-01 to 2025-01-01\n")
        out.writelines(f'    (targets:{target.id})  {target.goal} "{target.unit}"\n' for target in counted)
        for day in sorted({day for target in counted for day, _ in target.increments}):
            out.write(f"\n{day} report\n")
            for target in counted:
                postings = (figure for dated, figure in target.increments if dated == day)
                out.writelines(
                    f'    (targets:{target.id})  {figure} "{target.unit}"\n' for figure in postings
                )


def _write_sheet(targets: Iterable[Target], path: Path) -> None:
    """One row per target, running totals in a column per period."""
    workbook = import_module("openpyxl").Workbook(write_only=True)
    sheet = workbook.create_sheet()
    sheet.append(("id", "name", "unit", "goal", "Q1", "H1"))
    for target in targets:
        if target.rate is not None:
            totals = list(accumulate(figure for _, figure in target.increments))
            first, last = (None, *totals)[-2:]
            sheet.append((target.id, target.name, target.unit, target.goal, first, last))
    workbook.save(path)


def _rates_by(line: re.Pattern[str]) -> Callable[[str], dict[str, Decimal]]:
    def rates(printed: str) -> dict[str, Decimal]:
        return {found["id"]: Decimal(found["rate"]) for found in line.finditer(printed)}

    return rates


def _rates_of_csv(column: str, percent: int) -> Callable[[str], dict[str, Decimal]]:
    def rates(printed: str) -> dict[str, Decimal]:
        rows = csv.DictReader(printed.splitlines())
        return {row["id"]: Decimal(row[column]) * percent for row in rows if row[column]}

    return rates


def main() -> None:
    """Prints how long each peer takes on the same plan."""
    parser = argparse.ArgumentParser(description=__doc__)
    tool = str(Path(sys.executable).parent / "plan-tracker")
    parser.add_argument(
        "--tool", default=tool, help="the plan-tracker command (default: beside this interpreter)"
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of targets")
    parser.add_argument("--runs", type=int, default=10, help="runs of each, after one to warm up")
    parser.add_argument(
        "--limit", type=float, default=TIME_LIMIT, help="seconds after which a run is given up"
    )
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table, _ = compare(arguments.tool, Path(folder), arguments.sizes, arguments.runs, arguments.limit)
        print(table)


if __name__ == "__main__":
    main()
