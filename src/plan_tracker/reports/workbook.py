"""A plan's progress as the sheets of a workbook."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from plan_tracker.judging.evaluation import Evaluation, Result, descended
from plan_tracker.language import Language, Phrase
from plan_tracker.numbers import DIGITS, decimals_of, percent_text, shortest, trimmed
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Plan
from plan_tracker.questions.outlook import Outlook, outlook
from plan_tracker.reports import figures
from plan_tracker.reports.collecting import standing_text
from plan_tracker.reports.projection import projected_shown, reached_text
from plan_tracker.reports.sheets import Book, Field, Fields, Number, Points, Share, Sheet, SheetColumn, Text
from plan_tracker.reports.texts import as_of_text, expected_shown, lead_text
from plan_tracker.wording import outlook as outlook_phrases
from plan_tracker.wording import page as phrases
from plan_tracker.wording import settings, words
from plan_tracker.wording.collecting import COLUMN as PLANS
from plan_tracker.wording.periods import period_text
from plan_tracker.wording.statuses import STATUSES


def book(evaluation: Evaluation, language: Language, *, parts: bool = True) -> Book:
    """Makes the workbook in one language."""
    results = [each for result in evaluation.results for each in descended(result, parts=parts)]
    decimals = evaluation.plan.decimals
    return Book(
        title=evaluation.plan.title,
        as_of=as_of_text(evaluation, language),
        day=evaluation.as_of,
        sheets=(
            _sheet(
                phrases.SHEET_PROGRESS,
                PROGRESS,
                (_progress(each, evaluation.plan, language) for each in results),
                language,
            ),
            _sheet(words.OUTLOOK, OUTLOOK, _outlooks(results, decimals, language), language),
        ),
        rules=tuple(_rules(evaluation, language)),
        rules_sheet=_sheet(
            phrases.SHEET_RULES, RULES, (_rules_of(each, language) for each in results), language
        ),
    )


PROGRESS = (
    SheetColumn(key="group", heading=words.COLUMN["group"]),
    SheetColumn(key="name", heading=words.COLUMN["name"], always=True),
    SheetColumn(key="unit", heading=words.COLUMN["unit"]),
    SheetColumn(key="goal", heading=words.COLUMN["goal"], always=True),
    SheetColumn(key="actual", heading=words.COLUMN["actual"], always=True),
    SheetColumn(key="completion_rate", heading=words.COLUMN["completion_rate"], always=True, bars=True),
    SheetColumn(key="pace", heading=words.COLUMN["pace"], always=True),
    SheetColumn(key="lead_pp", heading=words.COLUMN["lead_pp"], always=True, leads=True),
    SheetColumn(key="status", heading=words.COLUMN["status"], always=True),
    SheetColumn(key="plans", heading=PLANS),
    SheetColumn(key="owner", heading=words.COLUMN["owner"]),
    SheetColumn(key="expected", heading=words.COLUMN["expected"]),
    SheetColumn(key="difference", heading=words.COLUMN["difference"]),
    SheetColumn(key="period", heading=words.COLUMN["period"]),
    SheetColumn(key="measured_on", heading=words.COLUMN["measured_on"]),
    SheetColumn(key="due", heading=words.COLUMN["due"]),
    SheetColumn(key="stage", heading=words.COLUMN["stage"]),
    SheetColumn(key="source", heading=words.COLUMN["source"]),
    SheetColumn(key="note", heading=words.COLUMN["note"]),
    SheetColumn(key="id", heading=words.COLUMN["id"]),
    SheetColumn(key="plan", heading=words.COLUMN["plan"]),
)

OUTLOOK = (
    SheetColumn(key="name", heading=words.COLUMN["name"], always=True),
    SheetColumn(key="unit", heading=words.COLUMN["unit"]),
    SheetColumn(key="goal", heading=words.COLUMN["goal"], always=True),
    SheetColumn(key="actual", heading=words.COLUMN["actual"], always=True),
    SheetColumn(key="remaining", heading=words.COLUMN["remaining"], always=True),
    SheetColumn(key="required_multiple", heading=words.COLUMN["required_multiple"]),
    SheetColumn(key="projected", heading=words.COLUMN["projected"]),
    SheetColumn(key="committed", heading=words.COLUMN["committed"]),
    SheetColumn(key="coverage", heading=words.COLUMN["coverage"], bars=True),
    SheetColumn(key="uncovered", heading=words.COLUMN["uncovered"]),
    SheetColumn(key="status", heading=words.COLUMN["status"], always=True),
    SheetColumn(key="owner", heading=words.COLUMN["owner"]),
)

RULES = (
    SheetColumn(key="name", heading=words.COLUMN["name"], always=True),
    SheetColumn(key="kind", heading=words.COLUMN["kind"]),
    SheetColumn(key="direction", heading=words.COLUMN["direction"]),
    SheetColumn(key="baseline", heading=words.COLUMN["baseline"]),
    SheetColumn(key="start", heading=words.COLUMN["start"]),
    SheetColumn(key="due", heading=words.COLUMN["due"]),
    SheetColumn(key="pace_rule", heading=words.COLUMN["pace_rule"]),
    SheetColumn(key="reporting", heading=words.COLUMN["reporting"]),
    SheetColumn(key="weight", heading=words.COLUMN["weight"]),
    SheetColumn(key="check", heading=words.COLUMN["check"]),
    SheetColumn(key="id", heading=words.COLUMN["id"]),
)


def _sheet(
    name: Phrase, columns: tuple[SheetColumn, ...], rows: Iterable[Fields], language: Language
) -> Sheet:
    """Makes a sheet of rows, without the columns that are empty in all of them."""
    filled = list(rows)
    kept = [
        column
        for column in columns
        if column.always or any(row[column.key] not in (None, Text("")) for row in filled)
    ]
    return Sheet(
        name=name.text(language),
        headings=tuple(column.heading.text(language) for column in kept),
        rows=tuple(tuple(row[column.key] for column in kept) for row in filled),
        bars=tuple(number for number, column in enumerate(kept) if column.bars),
        leads=tuple(number for number, column in enumerate(kept) if column.leads),
        names=next(number for number, column in enumerate(kept) if column.key == "name"),
    )


def _progress(result: Result, plan: Plan, language: Language) -> Fields:
    decimals = plan.decimals
    target, rate = result.target, result.completion_rate
    shown = figures.rate_and_pace(rate, result.pace, decimals)[0] if rate is not None else None
    digits = decimals_of(shown) if shown is not None else decimals
    return {
        "group": Text(target.group),
        "name": _name(result),
        "unit": Text(target.unit),
        "goal": _typed(target.goal),
        "actual": _actual(result),
        "completion_rate": None
        if rate is None
        else Share(rate, digits, STATUSES[result.status].tone, _bound(result)),
        "pace": None if result.pace is None else Share(result.pace, digits),
        "lead_pp": _points(result, plan),
        "status": _status(result, language),
        "plans": Text(standing_text(result, language)),
        "plan": Text(target.plan.path if target.plan else ""),
        "owner": Text(target.owner),
        "expected": _computed(result.expected, result.actual.value if result.actual else None),
        "difference": _exact(None if result.difference is None else Fraction(result.difference)),
        "period": Text(period_text(result.actual.period, plan.time, language) if result.actual else ""),
        "measured_on": result.measured_on,
        "due": target.due,
        "stage": Text(target.stage),
        "source": Text(target.source),
        "note": Text(target.note),
        "id": Text(target.id),
    }


def _outlooks(results: list[Result], decimals: int, language: Language) -> Iterator[Fields]:
    for result in results:
        ahead, target = outlook(result), result.target
        if target.goal is None:
            continue
        coverage = ahead.coverage
        digits = 0 if coverage is None else decimals_of(figures.rate_and_pace(coverage, None, decimals)[0])
        yield {
            "name": _name(result),
            "unit": Text(target.unit),
            "goal": _typed(target.goal),
            "actual": _actual(result),
            "remaining": _exact(ahead.remaining),
            "required_multiple": _computed(ahead.required_multiple, Decimal(1)),
            "projected": _projected(result, ahead, language),
            "committed": _exact(ahead.committed),
            "coverage": _coverage(coverage, digits, language),
            "uncovered": _exact(ahead.uncovered),
            "status": _status(result, language),
            "owner": Text(target.owner),
        }


def _rules(evaluation: Evaluation, language: Language) -> Iterator[tuple[str, str]]:
    plan = evaluation.plan
    span = phrases.SPAN.text(
        language,
        start=words.day_text(plan.time.start, language),
        end=words.day_text(plan.time.end, language),
    )
    yield words.PLAN.text(language), plan.title
    yield words.COLUMN["as_of"].text(language), words.day_text(evaluation.as_of, language)
    yield phrases.PLAN_TIME.text(language), span
    yield phrases.COUNTED_BY.text(language), settings.CALENDAR[plan.time.calendar].text(language)
    if plan.tolerance:
        points = percent_text(plan.tolerance).removesuffix("%")
        yield phrases.SLIPPING_UP_TO.text(language), words.POINTS.text(language, number=points)
    for phrase in phrases.RULES:
        yield phrases.HOW.text(language), phrase.text(language)
    for status_words in STATUSES.values():
        yield status_words.name.text(language), status_words.meaning.text(language)


def _rules_of(result: Result, language: Language) -> Fields:
    target = result.target
    rule = target.pace.rule if target.pace else ""
    return {
        "name": _name(result),
        "kind": Text(settings.KIND[target.kind].text(language)),
        "direction": Text(settings.DIRECTION[target.direction].text(language)),
        "baseline": _typed(target.baseline),
        "start": target.start,
        "due": target.due,
        "pace_rule": Text(settings.PACE_RULE[rule].text(language) if rule in settings.PACE_RULE else rule),
        "reporting": Text(settings.EVERY[target.reporting].text(language)),
        "weight": _typed(target.weight),
        "check": Text(settings.CHECK[target.check].text(language)),
        "id": Text(target.id),
    }


def _name(result: Result) -> Text:
    target = result.target
    return Text(target.part_name, indent=int(target.parent is not None or target.plan is not None))


def _status(result: Result, language: Language) -> Text:
    if not result.target.is_summed:
        return Text("")
    return Text(STATUSES[result.status].name.text(language), STATUSES[result.status].tone)


def _typed(number: Decimal | None) -> Number | None:
    return None if number is None else Number(Fraction(number), decimals_of(number))


def _actual(result: Result) -> Number | None:
    if result.actual is None:
        return None
    return Number(Fraction(result.actual.value), decimals_of(result.actual.value), _bound(result))


def _points(result: Result, plan: Plan) -> Points | Text | None:
    """Returns the lead; of a level to be held the margin, as text if its unit is not the heading's."""
    lead, margin = result.lead, result.margin
    if lead is not None:
        bound = "≤" if result.is_bound and kinds.is_cap(result.target) else _bound(result)
        return Points(lead * 100, decimals_of(figures.lead(lead, plan.decimals, plan.tolerance)), bound)
    if margin is None:
        return None
    if kinds.is_percent(result.target.unit):
        return Points(Fraction(margin), decimals_of(trimmed(margin)))
    return Text(lead_text(result, plan))


def _bound(result: Result) -> str:
    return "≥" if result.is_bound else ""


def _exact(number: Fraction | None) -> Number | None:
    return None if number is None else Number(number, decimals_of(shortest(number, DIGITS)))


def _projected(result: Result, ahead: Outlook, language: Language) -> Field:
    """Returns the projection: exact, or whole as it is printed, or that the goal is reached."""
    shown = projected_shown(result, ahead)
    if shown is None or ahead.projected is None:
        return Text(reached_text(result, ahead, language))
    digits = decimals_of(shown)
    return Number(ahead.projected if digits else Fraction(shown), digits)


def _coverage(coverage: Fraction | None, digits: int, language: Language) -> Field:
    if coverage is None or coverage <= 1:
        return None if coverage is None else Share(coverage, digits)
    return Text(outlook_phrases.COVERED.text(language))


def _computed(number: Fraction | None, apart_from: Decimal | None) -> Number | None:
    if number is None:
        return None
    shown = expected_shown(number, apart_from) if apart_from is not None else shortest(number, 2)
    return Number(number, decimals_of(shown))
