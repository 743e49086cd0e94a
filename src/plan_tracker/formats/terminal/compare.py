"""What changed between two versions of a plan, as text in a terminal or a pipe."""

from collections.abc import Iterable

from plan_tracker.formats.terminal.drawing import STRONG, Style
from plan_tracker.formats.terminal.fitting import fold
from plan_tracker.formats.terminal.screen import Screen
from plan_tracker.language import Language
from plan_tracker.reports.compare import CompareReport, Line, line_text
from plan_tracker.wording.tones import Tone


def write(report: CompareReport, to: Screen) -> None:
    """What changed, one block per target, within the width of the screen."""
    to.line(report.title, STRONG)
    to.line(report.versions)
    for text in filter(None, (report.counts, report.nothing)):
        to.line(text)
    if report.settings:
        to.line()
        _write_changes(report.settings, report.language, to)
    for entry in report.entries:
        to.line()
        to.line(f"{entry.name} ({entry.id})", STRONG)
        _write_changes(entry.lines, report.language, to)
    if report.refused:
        to.line()
        to.line(report.refused, Style(Tone.BAD))


def _write_changes(changes: Iterable[Line], language: Language, to: Screen) -> None:
    for change in changes:
        text = line_text(change, language)
        to.lines([("  " + part, Style(change.tone, bold=change.loud))] for part in fold(text, to.width - 2))
