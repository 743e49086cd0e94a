"""What people mean by a word that they type: a code, or what the program prints for it in any language."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language, Phrase
from plan_tracker.plan.model import CheckLevel, Counting, Direction, Kind
from plan_tracker.plan.names import Similar, simplest
from plan_tracker.plan.periods import Reporting
from plan_tracker.questions.check import ALLOCATION, SILENT
from plan_tracker.questions.compare.comparison import Refusal
from plan_tracker.wording import settings, tables, words
from plan_tracker.wording.statuses import STATUSES

_NOTHING: Mapping[str, Iterable[str]] = {}
COMMAS = ",，、;；"
"""Signs of either language that divide words which are typed in one list."""


_LIKENESS, _LIKENESS_OF_CHINESE = 0.75, 0.6
"""How similar a word must be to be suggested: few letters make many alike (red, dropped; binding, behind)."""


def split(text: str) -> list[str]:
    """Returns the words of a list as they are typed, blanks and empty ones among them."""
    return text.translate(dict.fromkeys(map(ord, COMMAS), ",")).split(",")


class Vocabulary:
    """Some codes, each with what the program prints for it; `also` has further words for a code."""

    def __init__(self, printed: Mapping[str, Phrase], also: Mapping[str, Iterable[str]] = _NOTHING) -> None:
        self.printed, self._also = dict(printed), also

    @cached_property
    def _codes(self) -> dict[str, str]:
        return {
            simplest(word): code
            for code, phrase in self.printed.items()
            for word in (*self._also.get(code, ()), code.replace("_", " "), *phrase, code)
        }

    def code(self, word: str) -> str | None:
        """Returns the code that a word means, or None; blanks, capitals, width and script do not matter."""
        return self._codes.get(simplest(word))

    def written(self, code: str, language: Language) -> str:
        """Returns how a code is typed in a language: itself in English, as it is printed in Chinese."""
        return code if language is Language.EN else self.printed[code].text(language)

    def all_written(self, language: Language) -> str:
        """Lists all codes as they are typed in a language."""
        return words.LIST.text(language).join(self.written(code, language) for code in self.printed)

    def closest(self, word: str, language: Language) -> str | None:
        """Returns what was probably meant by an unknown word, as typed in a language; None if nothing."""
        similar = Similar(self._codes).closest(word, _LIKENESS if word.isascii() else _LIKENESS_OF_CHINESE)
        return None if similar is None else self.written(self._codes[similar], language)

    def among(self, codes: Iterable[str]) -> "Vocabulary":
        """Returns a vocabulary of some of the codes only, in the order given."""
        return Vocabulary({code: self.printed[code] for code in codes}, self._also)


_STATUSES = {status.value: row.name for status, row in STATUSES.items()}
_ALSO_STATUSES = {"behind": ("落后",), "on_pace": ("达到序时进度", "进度正常"), "not_reported": ("未上报",)}
STATUS = Vocabulary(_STATUSES, _ALSO_STATUSES)
_REFUSED = {status: name for status, name in _STATUSES.items() if status != Status.DROPPED}
FINDING = Vocabulary(
    {**_REFUSED, ALLOCATION: words.ALLOCATION, SILENT: words.SILENT},
    {**_ALSO_STATUSES, SILENT: ("无人报送",)},
)
"""What `check` may refuse, or warn of: what is given up is in no check."""

REFUSAL = Vocabulary(
    {
        Refusal.WORSE.value: Phrase("worse", "状态变差"),
        Refusal.GOAL_LOWERED.value: Phrase("goal lowered", "目标值下调"),
        Refusal.ACTUAL_REVISED.value: Phrase("actual revised", "数据更正"),
        Refusal.REMOVED.value: Phrase("removed", "指标删除"),
        Refusal.EASED.value: Phrase("eased", "要求放宽"),
    },
    {Refusal.REMOVED.value: ("指标被删除",)},
)
"""What `compare` may refuse."""

GROUPING = Vocabulary(
    {
        **{field: words.COLUMN[field] for field in ("group", "owner", "status")},
        "binding": Phrase("binding", "指标性质"),
        "plan": words.PLAN,
    },
    {"binding": ("约束性",)},
)
SORTING = Vocabulary(
    {"file": Phrase("as in the file", "按文件顺序"), "lead": words.LEAD, "rate": words.RATE},
    {
        "file": ("文件",),
        "lead": ("lead_pp", *words.COLUMN["lead_pp"]),
        "rate": ("completion_rate", *words.COLUMN["completion_rate"]),
    },
)
TRUTH = Vocabulary({"true": words.YES, "false": words.NO}, {"true": tables.YES, "false": tables.NO})
"""The words for a target that is binding or not, as tables have them."""

SETTINGS: dict[str, Vocabulary] = {
    field: Vocabulary(printed, tables.CHOICES.get(field, _NOTHING))
    for field, printed in {
        "kind": {key.value: settings.WORDS[key] for key in Kind},
        "direction": {key.value: settings.WORDS[key] for key in Direction},
        "check": {key.value: settings.WORDS[key] for key in CheckLevel},
        "counting": {key.value: settings.WORDS[key] for key in Counting},
        "pace_rule": {key: settings.PACE_RULE[key] for key in ("steady", "at_due")},
        "reporting": {key.value: settings.WORDS[key] for key in Reporting},
    }.items()
}
"""The words for the settings of a target, by field."""
