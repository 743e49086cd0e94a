"""Units: which words are usual ones, and what sizes of one thing are (亿元 and 万元, GWh and MWh)."""

import unicodedata
from decimal import Decimal
from functools import lru_cache

from plan_tracker.numbers import EXACT

NUMERALS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
"""What may stand before a Chinese unit, as powers of ten."""

PREFIXES = {"k": 3, "M": 6, "G": 9, "T": 12}
"""The same before the letters of a metric unit."""

PERCENT, POINTS = "%", "个百分点"
_SPELT = {
    **dict.fromkeys(("percent", "percentage"), PERCENT),
    **dict.fromkeys(("pp", "百分点", "percentagepoint", "percentagepoints"), POINTS),
}
"""What percentages and their points are also called, in small letters and without blanks."""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


USUAL = _words(
    "元 美元 欧元 港元 日元 英镑 元人民币 人民币",
    "个 项 家 户 人 名 人次 人天 件 套 台 辆 艘 架 座 处 所 栋 幢 间 条 次 场 篇 例 起 宗 份 册 只 头 羽 株",
    "棵 张床 批 天 小时 分钟 课时 学时 个月 公里 千米 米 厘米 毫米 平方米 平方公里 平方千米 立方米 公顷 亩",
    "吨 公斤 千克 克 毫克 微克 斤 升 毫升 标箱 标准箱 套次 户次 件次 吨标准煤 吨标煤 标准煤 吨二氧化碳",
    "克标准煤 克标煤 公斤标准煤 场次 批次 家次 车次 架次 班次 工作日 个工作日 学位",
    "延米 吨公里 吨级 瓦 千瓦 兆瓦 瓦时 千瓦时 兆瓦时 度 摄氏度 ℃ °c 焦 千焦 吉焦",
    "% ‰ 百分点 个百分点 个千分点 千分点 pp bp percent",
    "km cm mm m2 km2 m3 km3 ha kg mg µg μg kt mt gt ml hl kw mw gw wh kwh mwh gwh twh kj mj gj tj pj teu",
    "tce mtce tonne tonnes ton tons mile miles hour hours minutes days person persons people household",
    "households usd eur cny rmb gbp jpy hkd $ € ¥ £ yuan euro euros dollars eurm eurbn usdm usdbn meur",
    "usdollar usdollars dollar hk$ nt$ a$ c$ s$ aud cad krw sgd twd mop pound pounds yen rupee t€ teur",
    "chf us$ inr rs ₹ rupees keur musd kusd gbpm cnym cnybn m€ €m k€ $m $bn £m",
    "thousand million millions billion billions bn",
)
"""Words that are units wherever they stand alone, in small letters and without numerals (万元 is 元)."""

HEADED = _words(
    "本 张 床 分 级 位 组 种 类 对 段 日 方 期 班 节 堂 轮 门 届 部 盏 m t g l w h j min day",
    "home homes unit units item items piece pieces project projects case cases job jobs",
)
"""Words that are units over a column or in brackets, while in a cell they may be anything else."""


def power_between(unit: str, other: str) -> int | None:
    """Returns the power of ten between two units: 4 from 亿元 to 万元, -3 from m to km, 0 for the same.

    None where the words do not tell that both are units of one thing. Blanks and width make no difference,
    nor does a raised figure (km2, km²).
    """
    if unit == other:  # as nearly always
        return 0
    one, another = plain_unit(unit), plain_unit(other)
    if one == another:
        return 0
    for sized in (_chinese, _metric):
        (power, stem), (other_power, other_stem) = sized(one), sized(another)
        if stem == other_stem and one and another:
            return power - other_power
    return None


def power_of_size(unit: str, other: str) -> int | None:
    """Returns the power of ten from a unit, or from a size alone, to a unit: 4 from 万人 or 万 to 人.

    A letter alone, such as M, is a size only before a unit without one.
    """
    chinese, metric = stems(other)
    if not without_numerals(unit):
        return power_between(unit + chinese, other)
    return PREFIXES[unit] if unit in PREFIXES and metric == other else power_between(unit, other)


@lru_cache(maxsize=4096)
def plain_unit(unit: str) -> str:
    """Returns a unit as it is compared: without blanks, half-width, percentages spelt as `%`."""
    text = "".join(unicodedata.normalize("NFKC", unit).split())
    return _SPELT.get(text.lower(), text)


def is_percent(unit: str) -> bool:
    """Tells whether differences of figures in this unit are percentage points."""
    return plain_unit(unit) in (PERCENT, POINTS)


def is_share(unit: str) -> bool:
    """Tells whether a figure in this unit may be a sum or a level: a percentage, points or per mille."""
    return plain_unit(unit) in (PERCENT, POINTS, "‰")


def stems(unit: str) -> tuple[str, str]:
    """Returns a unit without Chinese numerals, and without a metric prefix."""
    return without_numerals(unit), _metric(unit)[1]


def without_numerals(unit: str) -> str:
    """Returns a unit without the Chinese numerals before it: 元 for 百万元, and nothing for 万 alone."""
    return unit.lstrip("".join(NUMERALS))


def converted(value: Decimal, power: int) -> Decimal:
    """Multiplies a figure by a power of ten, exactly."""
    return value.scaleb(power, EXACT) if power else value


def _chinese(unit: str) -> tuple[int, str]:
    """Splits a unit into the power of its numerals and the unit itself: 百万元 is 6 and 元."""
    stem = without_numerals(unit)
    return sum(NUMERALS[numeral] for numeral in unit.removesuffix(stem)), stem


def _metric(unit: str) -> tuple[int, str]:
    """Splits off one prefix before another letter: km is 3 and m, but k alone is a unit."""
    is_prefixed = unit[:1] in PREFIXES and len(unit) > 1
    return (PREFIXES[unit[0]], unit[1:]) if is_prefixed else (0, unit)
