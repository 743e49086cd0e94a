"""Plans of a few lines, judged: for tests that look at results and not at what is printed."""

from datetime import date

from plan_tracker.judging.evaluation import Evaluation, evaluate
from plan_tracker.judging.result import Result
from plan_tracker.reading.plan_file import parse
from plan_tracker.wording.periods import day_meant

HEAD = '[plan]\ntitle = "Plan"\nyear = 2024\n'


def judged(text: str, as_of: str | None = "2024-06-30") -> Evaluation:
    """Judges a plan, which is one of 2024 unless it says so itself; as of its own day where none is given."""
    plan, problems = parse(text if "[plan]" in text else HEAD + text)
    assert plan is not None, [problem.code for problem in problems]
    return evaluate(plan, day_meant(as_of, plan.time, date(2024, 6, 30)) if as_of else None)


def every(evaluation: Evaluation) -> list[Result]:
    """Returns the results of all targets, each followed by those of its parts."""
    return [each for result in evaluation.results for each in (result, *result.parts)]


def target(body: str, as_of: str = "2024-06-30", plan: str = "") -> tuple[Evaluation, Result]:
    """Judges a plan with one target, `x`, and returns its result too; `plan` are more keys of [plan]."""
    evaluation = judged(f'{HEAD}{plan}\n[targets.x]\nname = "X"\n{body}', as_of)
    return evaluation, evaluation.results[0]


def problem_codes(text: str) -> list[tuple[str, str]]:
    """Returns the severity and code of every problem of a plan."""
    _, problems = parse(HEAD + text)
    return [(problem.severity.value, problem.code) for problem in problems]
