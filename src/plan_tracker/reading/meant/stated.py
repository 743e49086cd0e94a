"""Which stated figure people mean by words that a report has for it: 超过45%, 46.1%以上, 滞后2.5个百分点."""

import re

from plan_tracker.plan import stated

_HALF = re.compile(r"(?:任务)?(?:过|超|已过)半|(?:more than|over) (?:a )?half", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_SIGNS = {
    ">=": re.compile(r"^(?:不低于|不少于|至少|at least )|及?以上$", re.IGNORECASE),
    "<=": re.compile(r"^(?:不超过|不高于|至多|at most |up to )|及?(?:以内|以下)$", re.IGNORECASE),
    ">": re.compile(r"^(?:超过|大于|高于|超|逾|more than |over |above )", re.IGNORECASE),
    "<": re.compile(r"^(?:不足|低于|小于|不到|less than |under |below )", re.IGNORECASE),
    "+": re.compile(r"^(?:超前|领先|快于序时进度)| ahead$", re.IGNORECASE),
    "-": re.compile(r"^(?:滞后|落后|慢于序时进度)| behind$", re.IGNORECASE),
}
"""What a text says before or behind its figure, by the sign that stands for it."""


def stated_meant(text: str) -> str | None:
    """Returns the stated figure that a text means; None if it means none, or may mean several."""
    from plan_tracker.reading.meant.figures import pointed  # needed for a figure that is wrong only

    bare = pointed(text).strip()
    if _HALF.fullmatch(bare):
        return ">50%"
    if _NUMBER.fullmatch(bare):
        return f"{bare}%"
    for sign, words in _SIGNS.items():
        figure = f"{sign}{words.sub('', bare).strip()}"
        if words.search(bare) and stated.parse("", figure):
            return figure
    return bare if bare != text.strip() and stated.parse("", bare) else None
