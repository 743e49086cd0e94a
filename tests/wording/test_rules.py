"""Rules that are not types of their own have words: mypy cannot find one that is missing."""

from plan_tracker.plan.model import CheckLevel, Counting, Direction, Kind
from plan_tracker.plan.pace import RULES
from plan_tracker.plan.periods import Calendar, Reporting
from plan_tracker.questions.check import ALLOCATION, SILENT, Reason
from plan_tracker.wording.check import NOTHING_JUDGED_WORD, RULE
from plan_tracker.wording.settings import PACE_RULE, WORDS
from plan_tracker.wording.statuses import STATUSES


def test_every_rule_of_the_pace_has_words() -> None:
    assert PACE_RULE.keys() == set(RULES)


def test_every_rule_of_the_check_has_words() -> None:
    reasons = {reason.value for reason in Reason} - {Reason.STATUS.value}
    statuses = {status.value for status in STATUSES}
    assert RULE.keys() == statuses | reasons | {ALLOCATION, SILENT, NOTHING_JUDGED_WORD}


def test_every_setting_has_a_word_of_its_own() -> None:
    """A code that two settings had would be found under the word of either."""
    every = [each for kind in (Kind, Direction, Counting, Reporting, CheckLevel, Calendar) for each in kind]
    assert sorted(WORDS) == sorted(every)
    assert len(WORDS) == len(every)
