"""Says how much of each goal of a yearly plan is done, whether that is on pace, and what is behind.

`targets.toml -> plan -> evaluation -> report -> format`: `plan_file` reads, `validation` and `building`
make a `plan`, `evaluation` judges it as of a day by the rules of `kinds` and `pace`, `report` puts the
judgement into words, `formats` writes them. From Python:

    from plan_tracker import evaluate, load

    for result in evaluate(load("targets.toml")).results:
        print(result.target.name, result.status, result.completion_rate)
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plan_tracker.judging.evaluation import Evaluation, Result, evaluate
    from plan_tracker.judging.statuses import Status
    from plan_tracker.problems import PlanError
    from plan_tracker.reading.plan_file import load

__version__ = "0.1.0"
__all__ = ["Evaluation", "PlanError", "Result", "Status", "evaluate", "load"]

_HOME = {"PlanError": "problems", "Status": "judging.statuses", "load": "reading.plan_file"}


def __getattr__(name: str) -> object:
    """The public names, imported when first asked for: `--version` needs none of them."""
    if name not in __all__:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"plan_tracker.{_HOME.get(name, 'judging.evaluation')}"), name)
