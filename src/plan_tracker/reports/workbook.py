"""A plan's progress as the sheets of a workbook: typed cells, each with the digits people should see."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from plan_tracker.judging.evaluation import Evaluation, Result
from plan_tracker.language import Language, Phrase
from plan_tracker.numbers import DIGITS, decimals_of, percent_text, shortest
from plan_tracker.plan import kinds
from plan_tracker.questions.outlook import outlook
from plan_tracker.reports import figures
from plan_tracker.reports.texts import as_of_text, expected_shown
from plan_tracker.wording import book as phrases
from plan_tracker.wording import page as page_phrases
from plan_tracker.wording import words
from plan_tracker.wording.statuses import STATUSES
from plan_tracker.wording.tones import Tone


class Number(NamedTuple):
    """An exact number, how many of its decimals are shown, and the sign before it if it is only a bound."""

    value: Fraction
    decimals: int
    bound: str = ""


class Share(NamedTuple):
    """An exact share to be shown in percent with so many decimals, and how it is to be taken."""

    value: Fraction
    decimals: int
    tone: Tone = Tone.PLAIN
    bound: str = ""


class Points(NamedTuple):
    """A difference of shares, in percentage points, to be shown with its sign and so many decimals."""

    value: Fraction
    decimals: int
    bound: str = ""


class Text(NamedTuple):
    """A text; `indent` for what stands below another, a tone for a verdict."""

    text: str
    tone: Tone = Tone.PLAIN
    indent: int = 0


Field: TypeAlias = Number | Share | Points | Text | date | None


class Sheet(NamedTuple):
    """A table with its headings.

    `bars` are the columns of shares that are drawn as bars too, `leads` those of points; `names` is the
    column of the names.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Field, ...], ...]
    bars: tuple[int, ...] = ()
    leads: tuple[int, ...] = ()
    names: int = 0


class Book(NamedTuple):
    """The sheets, and what stands before the table of the last one: pairs of a word and what it means."""

    title: str
    as_of: str
    day: date
    sheets: tuple[Sheet, Sheet]
    rules: tuple[tuple[str, str], ...]
    rules_sheet: Sheet


def book(evaluation: Evaluation, language: Language, *, parts: bool = True) -> Book:
    """The workbook of a plan in one language."""
    results = [each for result in evaluation.results for each in (result, *(result.parts if parts else ()))]
    decimals = evaluation.plan.decimals
    return Book(
        title=evaluation.plan.title,
        as_of=as_of_text(evaluation, language),
        day=evaluation.as_of,
        sheets=(
            _sheet(
                phrases.PROGRESS,
                PROGRESS,
                (_progress(each, decimals, language) for each in results),
                language,
            ),
            _sheet(phrases.OUTLOOK, OUTLOOK, _outlooks(results, decimals, language), language),
        ),
        rules=tuple(_rules(evaluation, language)),
        rules_sheet=_sheet(phrases.RULES, RULES, (_rules_of(each, language) for each in results), language),
    )


PROGRESS = (
    *("group", "name", "unit", "goal", "actual", "completion_rate", "pace", "lead_pp", "status", "owner"),
    *("expected", "difference", "period", "measured_on", "due", "stage", "source", "note", "id"),
)
OUTLOOK = (
    *("name", "unit", "goal", "actual", "remaining", "required_multiple", "projected", "committed"),
    *("coverage", "uncovered", "status", "owner"),
)
RULES = (
    "name",
    "kind",
    "direction",
    "baseline",
    "start",
    "due",
    "pace_rule",
    "reporting",
    "weight",
    "check",
    "id",
)
ALWAYS = frozenset({"name", "goal", "actual", "completion_rate", "pace", "lead_pp", "status", "remaining"})
"""Columns that stand even where they are empty."""
_OWN_HEADINGS = {"note": phrases.NOTE, "reporting": phrases.REPORTING}


def _sheet(
    name: Phrase, columns: tuple[str, ...], rows: Iterable[tuple[Field, ...]], language: Language
) -> Sheet:
    """The sheet of these columns, without those that are of no use to the plan at hand: all empty."""
    filled = list(rows)
    kept = [
        number
        for number, key in enumerate(columns)
        if key in ALWAYS or any(row[number] not in (None, Text("")) for row in filled)
    ]
    columns, rows = tuple(columns[number] for number in kept), [tuple(row[n] for n in kept) for row in filled]
    headings = tuple((_OWN_HEADINGS.get(key) or words.COLUMN[key]).text(language) for key in columns)
    bars = tuple(columns.index(key) for key in ("completion_rate", "coverage") if key in columns)
    leads = tuple(columns.index(key) for key in ("lead_pp",) if key in columns)
    return Sheet(name.text(language), headings, tuple(rows), bars, leads, columns.index("name"))


def _progress(result: Result, decimals: int, language: Language) -> tuple[Field, ...]:
    target, rate = result.target, result.completion_rate
    shown = figures.rate_and_pace(rate, result.pace, decimals)[0] if rate is not None else None
    digits = decimals_of(shown) if shown is not None else decimals
    return (
        Text(target.group),
        _name(result),
        Text(target.unit),
        _typed(target.goal),
        _actual(result),
        None if rate is None else Share(rate, digits, STATUSES[result.status].tone, _bound(result)),
        None if result.pace is None else Share(result.pace, digits),
        _points(result, decimals),
        _status(result, language),
        Text(target.owner),
        _computed(result.expected, result.actual.value if result.actual else None),
        _exact(result.difference),
        Text(result.actual.period if result.actual else ""),
        result.measured_on,
        target.due,
        Text(target.stage),
        Text(target.source),
        Text(target.note),
        Text(target.id),
    )


def _outlooks(results: list[Result], decimals: int, language: Language) -> Iterator[tuple[Field, ...]]:
    for result in results:
        ahead, target = outlook(result), result.target
        if target.goal is None:
            continue
        coverage = ahead.coverage
        digits = 0 if coverage is None else decimals_of(figures.rate_and_pace(coverage, None, decimals)[0])
        yield (
            _name(result),
            Text(target.unit),
            _typed(target.goal),
            _actual(result),
            _exact(ahead.remaining),
            _computed(ahead.required_multiple, Decimal(1)),
            _computed(ahead.projected, target.goal),
            _exact(ahead.committed),
            None if coverage is None else Share(coverage, digits),
            _exact(ahead.uncovered),
            _status(result, language),
            Text(target.owner),
        )


def _rules(evaluation: Evaluation, language: Language) -> Iterator[tuple[str, str]]:
    plan = evaluation.plan
    span = phrases.SPAN.text(
        language,
        start=words.day_text(plan.time.start, language),
        end=words.day_text(plan.time.end, language),
    )
    yield phrases.PLAN.text(language), plan.title
    yield words.COLUMN["as_of"].text(language), words.day_text(evaluation.as_of, language)
    yield phrases.TIME.text(language), span
    yield phrases.CALENDAR.text(language), phrases.COUNTED[plan.time.calendar].text(language)
    if plan.tolerance:
        points = percent_text(plan.tolerance).removesuffix("%")
        yield phrases.TOLERANCE.text(language), words.POINTS.text(language, number=points)
    for phrase in page_phrases.RULES:
        yield phrases.HOW.text(language), phrase.text(language)
    for status_words in STATUSES.values():
        yield status_words.name.text(language), status_words.meaning.text(language)


def _rules_of(result: Result, language: Language) -> tuple[Field, ...]:
    target = result.target
    rule = target.pace.rule if target.pace else ""
    return (
        _name(result),
        Text(phrases.KIND[target.kind].text(language)),
        Text(phrases.DIRECTION[target.direction].text(language)),
        _typed(target.baseline),
        target.start,
        target.due,
        Text(phrases.PACE[rule].text(language) if rule in phrases.PACE else rule),
        Text(phrases.EVERY[target.reporting].text(language)),
        _typed(target.weight),
        Text(phrases.LEVELS[target.check].text(language)),
        Text(target.id),
    )


def _name(result: Result) -> Text:
    return Text(result.target.name, indent=int(result.target.parent is not None))


def _status(result: Result, language: Language) -> Text:
    return Text(STATUSES[result.status].name.text(language), STATUSES[result.status].tone)


def _typed(number: Decimal | None) -> Number | None:
    return None if number is None else Number(Fraction(number), decimals_of(number))


def _actual(result: Result) -> Number | None:
    if result.actual is None:
        return None
    return Number(Fraction(result.actual.value), decimals_of(result.actual.value), _bound(result))


def _points(result: Result, decimals: int) -> Points | None:
    lead = result.lead
    if lead is None:
        return None
    bound = "≤" if result.is_bound and kinds.is_cap(result.target) else _bound(result)
    return Points(lead * 100, decimals_of(figures.lead(lead, decimals)), bound)


def _bound(result: Result) -> str:
    return "≥" if result.is_bound else ""


def _exact(number: Fraction | None) -> Number | None:
    return None if number is None else Number(number, decimals_of(shortest(number, DIGITS)))


def _computed(number: Fraction | None, apart_from: Decimal | None) -> Number | None:
    if number is None:
        return None
    shown = expected_shown(number, apart_from) if apart_from is not None else shortest(number, 2)
    return Number(number, decimals_of(shown))
