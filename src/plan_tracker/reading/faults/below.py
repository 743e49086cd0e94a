"""A target's own key in one of its inner tables, where it would mean something else."""

from plan_tracker.problems import Path, Problem
from plan_tracker.reading.faults import KEY_BELOW, hints
from plan_tracker.reading.schema.tables import PartTable

_OUTSIDE = {hints.MOVE_ABOVE: hints.MOVE_OUTSIDE, hints.WRITE_ABOVE: hints.WRITE_OUTSIDE}


def key_below(path: Path, line: str = "") -> Problem:
    """Makes the problem of a target's own key in one of its inner tables; `line` is what to write instead.

    What a part cannot say belongs above all tables of the part.
    """
    key, table = str(path[-1]), path[:-1]
    parts_have_it = (line.partition(" ")[0] or key) in PartTable.model_fields
    above = _dotted(table[:4] if "parts" in path[2:3] and not parts_have_it else table)
    hint = hints.WRITE_ABOVE.fill(line=line, table=above) if line else hints.MOVE_ABOVE.fill(table=above)
    return KEY_BELOW.at_path(path, hint, key=key, table=_dotted(table))


def outside(problem: Problem) -> Problem:
    """Returns the problem of a key in a table that has no heading, but stands in braces or behind dots."""
    hint = problem.hint
    return problem._replace(hint=hint and _OUTSIDE[hint.phrase].fill(**hint.values))


def _dotted(table: Path) -> str:
    return ".".join(map(str, table))
