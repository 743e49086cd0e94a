"""Reports in a few lines, read against plans in a few lines: for tests of what `audit --document` finds."""

from kit.judged import judged
from plan_tracker.language import Language
from plan_tracker.questions.document.reading import Reading, read
from plan_tracker.questions.document.source import Document
from plan_tracker.reports.document import sightings_table

HEAD = '[plan]\ntitle = "Plan"\nyear = 2024\nas_of = "H1"\n'


def target(name: str, actual: str, unit: str = "", stated: str = "", goal: str = "") -> str:
    """Writes a target with a figure for the half-year, in a plan file; one in per cent is a level."""
    lines = [f'[targets."{name.replace(" ", "-")}"]', f'name = "{name}"', f"actual = {{ H1 = {actual} }}"]
    lines += [f'unit = "{unit}"'] if unit else []
    lines += ['kind = "level"'] if unit in ("%", "") else []
    lines += [f"goal = {goal}"] if goal else []
    lines += [f'stated = {{ H1 = "{stated}" }}'] if stated else []
    return "\n".join(lines) + "\n"


WELLS = target("维修机井", "740", "眼", "74.1%")


def read_report(targets: str, report: str | Document) -> Reading:
    """Reads what a report prints of a plan for 2024."""
    return read(judged(HEAD + targets, None), Document(report) if isinstance(report, str) else report)


def found(targets: str, report: str | Document) -> dict[str, str]:
    """Returns each figure of a plan as printed, with its line, or with `-` and what is told in its place."""
    table = sightings_table(read_report(targets, report), {}, Language.EN)
    texts: dict[str, str] = {}
    for section in table.sections:
        for row in section.rows:
            _, figure, line, note = (cell.text for cell in row.cells)
            texts[figure] = "-" if line == "not found" else line
            texts[figure] += f" {note}" if note else ""
    return texts


def uncovered(targets: str, report: str | Document) -> list[str]:
    """Returns the completion percentages that no target covers."""
    return [each.figure for each in read_report(targets, report).uncovered]
