"""Plans made of tables: writing a table, importing it, and what came of it."""

from pathlib import Path

from kit.program import Run
from plan_tracker.judging.evaluation import evaluate
from plan_tracker.judging.result import Result
from plan_tracker.reading.plan_file import load


def results(file: str | Path) -> dict[str, Result]:
    return {
        each.target.id: each for result in evaluate(load(file)).results for each in (result, *result.parts)
    }


def write_table(folder: Path, content: str | bytes, name: str = "plan-2024.csv") -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def told(err: str) -> list[str]:
    """The lines of standard error below the table of columns."""
    return [
        line for line in err.splitlines() if line.startswith(("row ", "第", "error", "错误", "hint", "提示"))
    ]


def targets(
    run: Run, folder: Path, table: str | bytes, *arguments: str, name: str = "t.csv"
) -> dict[str, Result]:
    """The targets that a table makes; whatever is not understood is a failure."""
    path = write_table(folder, table, name)
    outcome = run("import", path, "-o", "made.toml", "--force", "--year", "2024", *arguments)
    assert outcome.code == 0, outcome.err
    return results("made.toml")


def facts(result: Result, labels: bool = True) -> tuple[object, ...]:
    target, actual = result.target, result.actual
    latest = (actual.period if labels else "", actual.day, actual.value) if actual else None
    return target.name, target.unit, target.goal, target.baseline, target.due, latest
