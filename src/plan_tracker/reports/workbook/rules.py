"""The sheet on the rules: what the words mean, and by which rules each target is judged."""

from collections.abc import Iterator

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.numbers import hundredths
from plan_tracker.reports.sheets import Columns, Fields, Text
from plan_tracker.reports.workbook import fields
from plan_tracker.wording import page as phrases
from plan_tracker.wording import settings, words
from plan_tracker.wording.statuses import STATUSES

COLUMNS = Columns(
    table="rules",
    name=phrases.SHEET_RULES,
    printed=(
        *("name", "kind", "direction", "baseline", "start", "due", "dropped", "pace_rule", "reporting"),
        *("weight", "check", "id"),
    ),
    beside=("plan",),
    always=frozenset({"name"}),
)


def rules(evaluation: Evaluation, language: Language) -> Iterator[tuple[str, str]]:
    """Yields the words of the workbook, each with its meaning."""
    plan = evaluation.plan
    span = words.SPAN.text(
        language,
        start=words.day_text(plan.time.start, language),
        end=words.day_text(plan.time.end, language),
    )
    yield words.PLAN.text(language), plan.title
    yield words.COLUMN["as_of"].text(language), words.day_text(evaluation.as_of, language)
    yield phrases.PLAN_TIME.text(language), span
    yield phrases.COUNTED_BY.text(language), settings.WORDS[plan.time.calendar].text(language)
    if plan.tolerance:
        points = hundredths(plan.tolerance)
        yield phrases.SLIPPING_UP_TO.text(language), words.POINTS.text(language, number=points)
    for phrase in phrases.RULES:
        yield phrases.HOW.text(language), phrase.text(language)
    for status_words in STATUSES.values():
        yield status_words.name.text(language), status_words.meaning.text(language)


def rules_of(result: Result, language: Language) -> Fields:
    """Makes the row with the rules of one target or part."""
    target = result.target
    return {
        **fields.of_target(result, language),
        "kind": Text(settings.WORDS[target.kind].text(language)),
        "direction": Text(settings.WORDS[target.direction].text(language)),
        "baseline": fields.typed(target.baseline),
        "start": target.start,
        "due": target.due,
        "dropped": target.dropped,
        "pace_rule": Text(settings.pace_word(target.pace.rule, language) if target.pace else ""),
        "reporting": Text(settings.WORDS[target.reporting].text(language)),
        "weight": fields.typed(target.weight),
        "check": Text(settings.WORDS[target.check].text(language)),
    }
