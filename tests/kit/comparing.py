"""Two plans of a few lines, compared: for tests that look at changes and not at what is printed."""

from plan_tracker.judging.evaluation import Evaluation, evaluate
from plan_tracker.questions.compare.comparison import Change, Comparison, compare, refusals
from plan_tracker.reading.plan_file import parse

HEAD = '[plan]\ntitle = "Plan"\nyear = 2024\n'


def compared(old: str, new: str) -> Comparison:
    """Compares two plans, each judged as `judged` says."""
    return compare(judged(old), judged(new))


def changes(old: str, new: str) -> dict[str, Change]:
    """Returns what changed, by the id of the target."""
    return {change.target.id: change for change in compared(old, new).changes}


def refused_words(old: str, new: str) -> set[str]:
    """Returns what `--fail-on` could refuse between two plans, in targets and settings."""
    found = compared(old, new)
    words = {refusal.value for change in found.changes for refusal in refusals(change)}
    return words | ({"eased"} if any(setting.eased for setting in found.settings) else set())


def target(body: str = "", key: str = "a") -> str:
    """Writes the table of one target: goal 10 km, 5 done by the end of June, unless told otherwise."""
    keys = {"name": '"A"', "unit": '"km"', "goal": "10", "actual": "{ H1 = 5 }"}
    own = dict(line.split(" = ", 1) for line in body.splitlines() if " = " in line)
    lines = [f"{name} = {value}" for name, value in (keys | own).items() if value != "none"]
    return f"[targets.{key}]\n" + "\n".join(lines) + "\n"


def judged(text: str) -> Evaluation:
    """Judges a plan as of its own day; a text without [plan] gets one for 2024."""
    plan, problems = parse(text if "[plan]" in text else HEAD + text)
    assert plan is not None, [problem.code for problem in problems]
    return evaluate(plan)
