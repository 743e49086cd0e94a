"""Names from outside in what the program says."""

import os

import pytest

from plan_tracker.problems import in_shell


@pytest.mark.parametrize(
    ("name", "typed", "typed_on_windows"),
    [
        ("targets.toml", "targets.toml", "targets.toml"),
        ("我的计划.toml", "我的计划.toml", "我的计划.toml"),
        ("my plan.toml", "'my plan.toml'", '"my plan.toml"'),
        (r"plans\2024\city.toml", r"'plans\2024\city.toml'", r"plans\2024\city.toml"),
        ("", "''", '""'),
        ('the "new" plan', "'the \"new\" plan'", r'"the \"new\" plan"'),
    ],
)
def test_a_hint_has_a_name_as_it_is_typed_in_the_shell(
    monkeypatch: pytest.MonkeyPatch, name: str, typed: str, typed_on_windows: str
) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(os, "name", "posix")
        here = in_shell(name)
        elsewhere.setattr(os, "name", "nt")
        on_windows = in_shell(name)
    assert (here, on_windows) == (typed, typed_on_windows)
