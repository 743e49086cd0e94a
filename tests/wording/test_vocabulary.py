"""A word that is none is answered with another one only where it is very like it."""

import pytest

from plan_tracker.language import Language
from plan_tracker.wording.vocabulary import FINDING, STATUS, Vocabulary


@pytest.mark.parametrize(
    ("known", "word", "meant"),
    [
        (STATUS, "behnd", "behind"),
        (STATUS, "not-reported", "not_reported"),
        (STATUS, "完成", "done"),
        (STATUS, "未报", "not_reported"),
        (STATUS, "binding", None),
        (STATUS, "red", None),
        (FINDING, "all", None),
    ],
)
def test_a_word_that_is_only_a_little_like_another_is_not_mistaken_for_it(
    known: Vocabulary, word: str, meant: str | None
) -> None:
    assert known.closest(word, Language.EN) == meant
