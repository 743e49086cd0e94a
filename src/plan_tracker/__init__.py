"""Shows how much of each goal of a yearly plan is done, whether that is on pace, and what is behind.

The rooms, from the roof to the ground; each imports only from rooms below it:

    cli           one command a file: the only room with clock, environment, terminal and git
    formats       how a report is written: CSV, JSON, workbook, Word, page, Markdown, CI, terminal
    spreadsheets  tables, documents and databases that people keep elsewhere, read into figures
    reports       what is said: questions and their answers as texts and cells, without a format;
                  python: the rows behind `from plan_tracker import …`
    editing       writes into plan files, and puts every file in place whole or not at all
    wording       what a person reads, in each language, and what is understood in options and over columns
    questions     what is asked of an evaluation: check, audit, outlook, compare, one target's story
    reading       from the text of a plan file to a plan, or to all its problems with place and hint
    judging       the verdict on each target, decided once from exact numbers
    toml          the text of a TOML file: where things stand, slips, one changed spot
    plan          what a plan is: targets, time, pace, the arithmetic of each kind
    problems, language, numbers

From Python:

    from plan_tracker import evaluate, load

    for row in evaluate(load("targets.toml"), as_of="H1").rows():
        print(row["name"], row["status"], row["completion_rate"])
"""

TYPE_CHECKING = False  # like that of `typing`, whose import takes 5 ms in which ctrl-C would be a traceback
if TYPE_CHECKING:
    from plan_tracker.judging.result import Result
    from plan_tracker.judging.statuses import Status
    from plan_tracker.plan.model import Plan
    from plan_tracker.problems import PlanError
    from plan_tracker.reading.plan_file import load
    from plan_tracker.reports.python import Evaluation, evaluate
    from plan_tracker.reports.rows import COLUMN_TYPES

__version__ = "0.1.0"
__all__ = ["COLUMN_TYPES", "Evaluation", "Plan", "PlanError", "Result", "Status", "evaluate", "load"]

_HOME = {
    "COLUMN_TYPES": "reports.rows",
    "Evaluation": "reports.python",
    "Plan": "plan.model",
    "PlanError": "problems",
    "Result": "judging.result",
    "Status": "judging.statuses",
    "evaluate": "reports.python",
    "load": "reading.plan_file",
}


if not TYPE_CHECKING:  # otherwise a type checker would take any name for a public one

    def __getattr__(name: str) -> object:
        """Returns a public name, imported when first asked for: `--version` needs none of them."""
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    """Returns the public names, even those not imported yet."""
    return sorted({*globals(), *__all__})
