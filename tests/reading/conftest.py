"""What holds for every problem that a test of this room meets."""

from collections.abc import Iterator
from typing import Any

import pytest

from plan_tracker.language import Language
from plan_tracker.problems import Problem


@pytest.fixture(scope="session", autouse=True)
def _every_problem_can_be_told() -> Iterator[None]:
    """A message that lacks a value breaks only when it is printed, and most tests look at codes."""
    make = Problem.__new__

    def told(made: type[Problem], *values: Any, **named: Any) -> Problem:  # noqa: ANN401 - as it is given
        problem: Problem = make(made, *values, **named)
        for message in filter(None, (problem.message, problem.hint)):
            for language in Language:
                message.text(language)
        return problem

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Problem, "__new__", told)
        yield
