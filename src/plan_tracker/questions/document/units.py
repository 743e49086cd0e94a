"""Whether a number in a text has a target's unit: 190个, 28.2 km, 1,175 new projects, but not 3个百分点."""

import re

from plan_tracker.questions.document.prose import WIDE, Number, Prose, narrow

_PERSONS = ("人", "名", "位")
_POINTS = frozenset({"pp", "百分点", "个百分点"})
_LONGER = "(?!次|时|百分点|多?月|工作日)"
"""What makes another unit of one: 人次, 千瓦时, 个百分点, 个月."""

_WORDS_BETWEEN = r"(?: (?:out )?of (?:the |its )?\d[\d.,]*)?(?:[ -][A-Za-z][A-Za-z'’]*){0,3}?[ -]?"
_LETTER = re.compile(f"[{WIDE}]")


class Unit:
    """A unit of a plan, to be recognised in a text."""

    def __init__(self, unit: str) -> None:
        self._unit = narrow(unit)
        self._is_wide = bool(_LETTER.search(self._unit))
        self._after = re.compile(self._pattern(), re.IGNORECASE)

    @property
    def is_percent(self) -> bool:
        """Whether figures in this unit are percentages."""
        return self._unit == "%"

    def _pattern(self) -> str:
        if not self._unit:
            return "(?! ?%)"
        if self._is_wide:
            last = self._unit[-1]
            names = [self._unit[:-1] + each for each in (_PERSONS if last in _PERSONS else (last,))]
            return rf" ?(?:{'|'.join(map(re.escape, names))}){_LONGER}"
        stem = re.escape(self._unit.removesuffix("s"))
        return rf"{_WORDS_BETWEEN}{stem}s?(?![A-Za-z0-9²³/])"

    def follows(self, prose: Prose, number: Number) -> bool:
        """Whether the text gives a number in this unit; as an ordinal (第4个) it would count nothing."""
        if self.is_percent:
            return prose.is_percent(number)
        if self._unit in _POINTS:
            return prose.is_points(number)
        before = prose.text[max(0, number.start - len(self._unit) - 1) : number.start]
        if before.endswith("第"):
            return False
        if self._after.match(prose.text, number.end):
            return True
        if self._unit and not self._is_wide and before.rstrip().endswith(self._unit):
            return True
        return self._stands_in_row(prose, number)

    def _stands_in_row(self, prose: Prose, number: Number) -> bool:
        """Whether number and unit are two cells of one row of a table."""
        row = prose.clause(number.start)
        text = prose.text[row.start : row.end]
        cells = [cell.strip() for cell in text.split("|")] if text.startswith("|") else []
        return self._unit in cells and prose.text[number.start : number.end] in cells
