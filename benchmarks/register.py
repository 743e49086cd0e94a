"""A register of any size, the same each time: `python benchmarks/register.py 1000000 > register.csv`."""

import argparse
import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

SEED = 2024
TARGETS = 40
DISTRICTS = ("north", "east", "south", "west")
COLUMNS = "target,district,amount,recorded_at"
BEGIN, SECONDS = datetime(2024, 1, 1, tzinfo=UTC), 366 * 24 * 3600


def records(size: int) -> Iterator[str]:
    """So many lines of CSV: payments for forty targets, spread over the year 2024."""
    chance = random.Random(SEED)  # noqa: S311 - the same register each time
    for _ in range(size):
        target = chance.randrange(TARGETS) + 1
        amount = chance.randrange(1, 10_000_000)
        moment = BEGIN + timedelta(seconds=chance.randrange(SECONDS))
        district = DISTRICTS[chance.randrange(len(DISTRICTS))]
        yield f"t{target:02},{district},{amount // 100}.{amount % 100:02},{moment.isoformat()}\n"


def main() -> None:
    """Writes the register to standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int, help="how many records")
    sys.stdout.write(COLUMNS + "\n")
    sys.stdout.writelines(records(parser.parse_args().size))


if __name__ == "__main__":
    main()
