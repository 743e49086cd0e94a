"""Tells whether a sentence leaves its topic to the one before: "Mains are on schedule. So far 28.2 km".

It does if the words around its figure name no topic: they only say when, how much, or that it was done.
"""

import re

from plan_tracker.questions.document.names import Name
from plan_tracker.questions.document.spelling import WIDE

_MOST_LETTERS, _MOST_WORDS = 1, 1
"""How much may be left that is not understood: one Chinese letter, or one word of another script."""


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


_TIMES = _words(
    "截至目前 截止目前 到目前为止 截至 截止 目前 今年以来 年初以来 今年 本年度 本年 当年 上半年",
    "下半年 前三季度 全年 年度 年内 年底 年末 至今 以来 季度 月份 月底 月末 同期 去年 上年 年 月 日",
    "底 末 期",
)
"""A longer word stands before those that it contains: a pattern takes the first that fits."""

_PLACES = _words("全市 全区 全县 全省 全国 我市 我区 我县 我省 本市 全州 全旗 全镇")
_DEEDS = _words(
    "累计 总计 合计 共计 其中 已经 实现 完成 达到 达成 实际 新增 增加 增长 同比 环比 目标任务 目标",
    "任务 计划 指标 进度 序时 总数 总量 总额 规模 数量 超额 提前 左右 以上 以下 分别 预计 过半 时间",
    "情况 工作 方面 顺利 推进 取得 比例 比重",
)
_SMALL = (
    "已均约近超达为有较比的了在到至于从并也还又仅只刚按与和及以共占数量额率第其中该此这"
    "个项家户件处座台套所人名次元亿万千百吨亩位辆公里米"
)
_GENERIC = re.compile("|".join((*_TIMES, *_PLACES, *_DEEDS, f"[{_SMALL}]")))
_ENGLISH = frozenset(
    _words(
        "a about achieved already altogether amount amounted an and annual april are as at august",
        "been by came cent come comes completed date december delivered done end far february",
        "finished first for from goal had half has have in is it its january july june just march",
        "may month months nearly november now number october of on only or our over per percent",
        "plan quarter reached second september since so some stand stands stood target that the",
        "their there these they third this those to total up was we were which with year",
    )
)
_WIDE_LETTER = re.compile(f"[{WIDE}]")
_WORD = re.compile(r"[^\W\d_]+")
_PUNCTUATION = re.compile("[。、·—…“”‘’《》〈〉「」『』【】]")


def leans(words: str, name: Name) -> bool:
    """Tells whether the lower-case words around a figure name nothing but what `name` shares with them."""
    rest = _PUNCTUATION.sub(" ", name.without(words))
    letters = len(_WIDE_LETTER.findall(_GENERIC.sub(" ", rest)))
    others = [word for word in _WORD.findall(_WIDE_LETTER.sub(" ", rest)) if word not in _ENGLISH]
    return letters <= _MOST_LETTERS and len(others) <= _MOST_WORDS
