"""Realistic plans of any size, the same each time: `python benchmarks/generate.py 10000 > plan.toml`."""

import argparse
import io
import sys
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from shapes import SHAPES, Dice, Target

SEED = 2024
HEAD = """\
[plan]
title = "某市2024年国民经济和社会发展计划"
year = 2024
language = "zh"
as_of = 2024-06-30

[paces]
building = { Q1 = "5%", H1 = "35%", Q3 = "80%" }   # no building in a northern winter
"""


def targets(count: int, seed: int = SEED) -> Iterator[Target]:
    """Yields so many targets; the plan of 1,000 begins with the plan of 38."""
    dice = Dice(seed)
    shapes = tuple(shape for shape, weight in SHAPES.items() for _ in range(weight))
    for index in range(1, count + 1):
        yield dice.pick(shapes)(dice, index)


def plan(count: int, seed: int = SEED) -> Iterator[str]:
    """Yields the plan file in pieces, so that no size needs memory."""
    yield HEAD
    for target in targets(count, seed):
        yield f"\n{target.text}"


def document(targets: Iterator[Target], size: int, seed: int = SEED) -> Iterator[str]:
    """Yields the paragraphs of a report of some `size` bytes: one sentence per target, then other text."""
    dice = Dice(seed)
    written = 0
    while written < size:
        sentences = []
        for _ in range(5):
            target = next(targets, None)
            sentences.append(_sentence(target) if target and target.rate else _filler(dice))
        paragraph = "    " + "".join(sentences) + "\n"
        written += len(paragraph.encode())
        yield paragraph


def _sentence(target: Target) -> str:
    """How a report tells what was reached."""
    reached = sum((figure for _, figure in target.increments), Decimal(0))
    percent = ((target.rate or 0) * Decimal(100)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{target.name}累计完成{reached}{target.unit},完成年度任务目标的{percent}%。"


def _filler(dice: Dice) -> str:
    """A sentence about something else, one in ten with a completion rate that no target covers."""
    figure = dice.figure(1, 900, 1)
    if dice.hits(0.1):
        return f"其他工作有序推进,完成年度任务目标的{dice.figure(10, 99, 1)}%。"
    return dice.pick(
        (
            "各部门认真落实市委、市政府决策部署,经济运行总体平稳、稳中有进。",
            f"实现增加值{figure}亿元,同比增长{dice.figure(1, 20, 1)}%,高于全国平均水平。",
            f"一批重点工程加快建设,完成投资{figure}亿元,\n支撑作用持续增强。",
        )
    )


def write(pieces: Iterator[str], file: Path) -> None:
    """Writes a plan or a document to a file, piece by piece."""
    with file.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(pieces)


def main() -> None:
    """Prints a plan, or with --document a report about it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many targets")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--document", type=int, metavar="BYTES", help="print a report on that plan instead")
    arguments = parser.parse_args()
    pieces = plan(arguments.count, arguments.seed)
    if arguments.document is not None:
        pieces = document(targets(arguments.count, arguments.seed), arguments.document, arguments.seed)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.writelines(pieces)


if __name__ == "__main__":
    main()
