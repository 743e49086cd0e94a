"""The rule that gave a target its status, in sentences with its numbers in them."""

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language, Phrase
from plan_tracker.numbers import hundredths, percent_text
from plan_tracker.plan import kinds
from plan_tracker.questions.explanation import Explanation, Rule, explain
from plan_tracker.reports.cells import Cell
from plan_tracker.wording import show as phrases
from plan_tracker.wording import words
from plan_tracker.wording.periods import missing_text
from plan_tracker.wording.statuses import STATUSES, status_text


def rule_sentences(evaluation: Evaluation, result: Result, language: Language) -> tuple[Cell, ...]:
    """Returns the comparison that decided the status, with its numbers, then what the status means."""
    found, status = explain(evaluation, result), status_text(result.status, language)
    sentences: list[Cell] = []
    if found.compared:
        line = words.labelled(found.compared.text, status, language)
        sentences.append(Cell(line, STATUSES[result.status].tone))
    sentences.append(Cell(_rule(found, evaluation, result, language)))
    if found.tolerated:
        phrase = phrases.WITHIN if result.status is Status.SLIPPING else phrases.BEYOND
        points = words.POINTS.text(language, number=hundredths(result.tolerance))
        sentences.append(Cell(phrase.text(language, tolerance=points, comparison=found.tolerated.text)))
    if result.actual and result.actual.missing:
        missing = missing_text(result.actual.missing, evaluation.plan.time, language)
        proven = found.compared is not None and found.rule is not Rule.UNPROVEN
        sentences.append(Cell((phrases.BOUND if proven else phrases.LACKS).text(language, missing=missing)))
    if result.awaits_own_figure:
        sentences.append(Cell(phrases.OWN_FIGURE.text(language)))
    if result.status is Status.DONE:
        sentences.append(Cell(phrases.LATE[result.late].text(language)))
    return tuple(sentences)


def _rule(found: Explanation, evaluation: Evaluation, result: Result, language: Language) -> str:
    """Writes the rule that gave the status, with its numbers."""
    target, share, day = result.target, result.pace, words.day_text(result.measured_on, language)
    if found.rule is Rule.PACE and share is not None and found.compared is not None:
        return _pace_rule(result).text(
            language,
            day=day,
            pace=str(share) if share.denominator > 1 else percent_text(share),
            den=str(share.denominator),
            num=str(share.numerator),
            values=found.compared.values,
        )
    return phrases.RULE[found.rule].text(
        language,
        status=status_text(result.status, language),
        start=words.day_text(target.start, language),
        due=words.day_text(target.due, language),
        dropped=words.day_text(target.dropped, language),
        as_of=words.day_text(evaluation.as_of, language),
        needed=words.day_text(result.needed_day, language),
        day=day,
    )


def _pace_rule(result: Result) -> Phrase:
    if kinds.is_level(result.target):
        return phrases.PACE_OF_WAY
    return phrases.PACE_OF_CAP if kinds.is_cap(result.target) else phrases.RULE[Rule.PACE]
