"""A database server for the tests of this room."""

from collections.abc import Iterator

import pytest

from kit.postgres import Server, start


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """PostgreSQL with a register of 100,000 records."""
    yield from start()
