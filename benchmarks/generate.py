"""Realistic plans of any size, the same each time: `python benchmarks/generate.py 10000 > plan.toml`."""

import argparse
import io
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import TypeVar

SEED = 2024
HEAD = """\
[plan]
title = "某市2024年国民经济和社会发展计划"
year = 2024
language = "zh"
as_of = 2024-06-30

[paces]
building = { Q1 = "5%", H1 = "35%", Q3 = "80%" }   # no building in a northern winter
"""
LAST_DAY = {"Q1": date(2024, 3, 31), "H1": date(2024, 6, 30), "Q2": date(2024, 6, 30)}
PLACES = ("全市", "新城区", "东河区", "南山区", "西关区", "高新区", "临港区", "清河县", "平川县", "武安县")
OWNERS = {
    "招商引资": "市商务局",
    "项目建设": "市发展改革委",
    "产业发展": "市工信局",
    "科技创新": "市科技局",
    "乡村振兴": "市农业农村局",
    "城市更新": "市住建局",
    "交通建设": "市交通局",
    "生态环境": "市生态环境局",
    "民生保障": "市人社局",
    "文化旅游": "市文旅局",
    "节能降碳": "市能源局",
    "安全生产": "市应急局",
    "综合": "市统计局",
}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a target can be about; goals lie between `low` and `high`, written with so many decimals."""

    slug: str
    name: str
    unit: str
    group: str
    low: int
    high: int
    decimals: int = 0


SUMS = (
    Subject("projects", "引进亿元以上项目", "个", "招商引资", 20, 400),
    Subject("funds", "引进到位资金", "亿元", "招商引资", 50, 900, 1),
    Subject("investment", "重点项目年度投资", "亿元", "项目建设", 40, 1600),
    Subject("starts", "重大项目开复工", "个", "项目建设", 10, 800),
    Subject("industry", "规上工业企业培育", "家", "产业发展", 5, 60),
    Subject("upgrade", "工业技术改造投资", "亿元", "产业发展", 10, 200, 2),
    Subject("green-power", "新增绿电装机", "万千瓦", "产业发展", 20, 300, 1),
    Subject("startups", "新认定高新技术企业", "家", "科技创新", 10, 150),
    Subject("contracts", "技术合同成交额", "亿元", "科技创新", 1, 60, 2),
    Subject("fields", "高标准农田建设", "万亩", "乡村振兴", 2, 60, 1),
    Subject("villages", "和美乡村示范村创建", "个", "乡村振兴", 3, 60),
    Subject("old-quarters", "老旧小区改造", "个", "城市更新", 10, 500),
    Subject("pipes", "老旧管网更新", "公里", "城市更新", 20, 600, 1),
    Subject("parks", "口袋公园建设", "个", "城市更新", 3, 80),
    Subject("roads", "农村公路新改建", "公里", "交通建设", 20, 900),
    Subject("chargers", "新建充电桩", "个", "交通建设", 100, 9000),
    Subject("boilers", "燃煤锅炉替代", "台", "生态环境", 10, 90),
    Subject("forest", "营造林", "万亩", "生态环境", 1, 60, 2),
    Subject("jobs", "城镇新增就业", "万人", "民生保障", 1, 9, 2),
    Subject("training", "职业技能培训", "人次", "民生保障", 800, 40000),
    Subject("schools", "新改扩建中小学幼儿园", "所", "民生保障", 3, 60),
    Subject("beds", "新增养老床位", "张", "民生保障", 100, 3000),
    Subject("visitors", "接待游客", "万人次", "文化旅游", 100, 6000, 1),
    Subject("events", "举办大型赛事演出", "场", "文化旅游", 5, 80),
)
CAPS = (
    Subject("energy", "规上工业能源消费总量", "万吨标准煤", "节能降碳", 100, 4000, 1),
    Subject("water", "用水总量", "亿立方米", "节能降碳", 1, 20, 2),
    Subject("accidents", "生产安全事故起数", "起", "安全生产", 5, 80),
)
RISING = (
    Subject("urban", "常住人口城镇化率", "%", "城市更新", 55, 85, 2),
    Subject("clean-heat", "清洁取暖率", "%", "生态环境", 60, 95, 1),
    Subject("good-air", "空气质量优良天数比例", "%", "生态环境", 70, 92, 1),
)
FALLING = (
    Subject("pm25", "细颗粒物平均浓度", "微克/立方米", "生态环境", 20, 40, 1),
    Subject("leakage", "供水管网漏损率", "%", "城市更新", 6, 12, 2),
)
GROWTH = (
    Subject("gdp", "地区生产总值增速", "%", "综合", 4, 8, 1),
    Subject("retail", "社会消费品零售总额增速", "%", "综合", 3, 9, 1),
    Subject("income", "居民人均可支配收入增速", "%", "民生保障", 4, 8, 1),
)


@dataclass(frozen=True, slots=True)
class Target:
    """One target: the lines below its heading, and the figures that other tools need to judge the same."""

    id: str
    name: str
    unit: str
    lines: tuple[str, ...]
    tables: tuple[str, ...] = ()
    goal: Decimal | None = None
    increments: tuple[tuple[date, Decimal], ...] = ()
    """What was added by which day, for cumulative targets with an actual; else empty."""

    @property
    def rate(self) -> Decimal | None:
        """The completion rate of a cumulative target that has both a goal and an actual."""
        if not self.goal or not self.increments:
            return None
        return sum((figure for _, figure in self.increments), Decimal(0)) / self.goal

    @property
    def text(self) -> str:
        """The target as TOML."""
        return "\n".join((f"[targets.{_key(self.id)}]", *self.lines, *self.tables, ""))


def targets(count: int, seed: int = SEED) -> Iterator[Target]:
    """Yields so many targets; the plan of 1,000 begins with the plan of 38."""
    dice = Dice(seed)
    shapes = tuple(shape for shape, weight in SHAPES.items() for _ in range(weight))
    for index in range(1, count + 1):
        yield dice.pick(shapes)(dice, index)


def plan(count: int, seed: int = SEED) -> Iterator[str]:
    """Yields the plan file in pieces, so that no size needs memory."""
    yield HEAD
    for target in targets(count, seed):
        yield f"\n{target.text}"


def document(targets: Iterator[Target], size: int, seed: int = SEED) -> Iterator[str]:
    """Yields the paragraphs of a report of some `size` bytes: one sentence per target, then other text."""
    dice = Dice(seed)
    written = 0
    while written < size:
        sentences = []
        for _ in range(5):
            target = next(targets, None)
            sentences.append(_sentence(target) if target and target.rate else _filler(dice))
        paragraph = "    " + "".join(sentences) + "\n"
        written += len(paragraph.encode())
        yield paragraph


class Dice:
    """Repeatable chance: only `random()`, whose sequence is the same in every version of Python."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed).random  # noqa: S311 - repeatable on purpose, protects nothing

    def hits(self, probability: float) -> bool:
        """Whether something of this probability happens."""
        return self._random() < probability

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self._random() * (high - low + 1))

    def figure(self, low: Decimal | int, high: Decimal | int, decimals: int) -> Decimal:
        """A figure from low to high, with so many decimals at most."""
        step = Decimal(1).scaleb(-decimals)
        return Decimal(self.whole(int(low / step), int(high / step))) * step

    def pick(self, choices: tuple[T, ...]) -> T:
        """One of several, each as likely as the other."""
        return choices[self.whole(0, len(choices) - 1)]


def _one_actual(dice: Dice, index: int) -> Target:
    """The most common target: a goal and what was reached at mid-year."""
    subject = dice.pick(SUMS)
    goal = _goal(dice, subject)
    reached = _share(dice, goal, 103 if dice.hits(0.04) else dice.whole(25, 80), subject)
    lines = [f"goal = {goal}", f"actual = {{ H1 = {reached} }}"]
    if dice.hits(0.04):
        lines.append("start = 2024-03-01")
    target = _target(dice, index, subject, lines)
    return _embellished(dice, replace(target, goal=goal, increments=_to_date(H1=reached)))


def _two_actuals(dice: Dice, index: int) -> Target:
    """A running total for the first quarter and for the half-year."""
    subject = dice.pick(SUMS)
    goal = _goal(dice, subject)
    reached = _share(dice, goal, dice.whole(30, 75), subject)
    before = _share(dice, reached, dice.whole(20, 60), subject)
    lines = [f"goal = {goal}", f"actual = {{ Q1 = {before}, H1 = {reached} }}"]
    if dice.hits(0.15):
        lines.append('reporting = "quarter"')
    target = _target(dice, index, subject, lines)
    return _embellished(dice, replace(target, goal=goal, increments=_to_date(Q1=before, H1=reached)))


def _with_line(line: Callable[[Dice, Subject, Decimal], str]) -> Callable[[Dice, int], Target]:
    """A target with one actual and one more key."""

    def shape(dice: Dice, index: int) -> Target:
        subject = dice.pick(SUMS)
        goal = _goal(dice, subject)
        reached = _share(dice, goal, dice.whole(30, 75), subject)
        lines = [f"goal = {goal}", f"actual = {{ H1 = {reached} }}", line(dice, subject, goal)]
        target = _target(dice, index, subject, lines)
        return _embellished(dice, replace(target, goal=goal, increments=_to_date(H1=reached)))

    return shape


def _due(dice: Dice, _subject: Subject, _goal: Decimal) -> str:
    return "due = " + dice.pick(("2024-05-31", "2024-09-30", "2024-10-31", "2024-11-30"))


def _at_due(_dice: Dice, _subject: Subject, _goal: Decimal) -> str:
    return 'pace = "at_due"'


def _curve(dice: Dice, subject: Subject, goal: Decimal) -> str:
    interim = f"pace = {{ M10 = {_share(dice, goal, 87, subject)} }}"
    return dice.pick(('pace = "building"', 'pace = { Q1 = "15%", H1 = "40%", Q3 = "75%" }', interim))


def _last_year(dice: Dice, subject: Subject, goal: Decimal) -> str:
    year = _share(dice, goal, dice.whole(80, 98), subject)
    half = _share(dice, year, dice.whole(35, 60), subject)
    return f'pace = "last_year"\nlast_year = {{ H1 = {half}, FY = {year} }}'


def _per_period(dice: Dice, index: int) -> Target:
    """Increments of two quarters, added up by the tool."""
    subject = dice.pick(SUMS)
    goal = _goal(dice, subject)
    first, second = (_share(dice, goal, dice.whole(12, 38), subject) for _ in range(2))
    lines = [f"goal = {goal}", 'counting = "per_period"', f"actual = {{ Q1 = {first}, Q2 = {second} }}"]
    target = _target(dice, index, subject, lines)
    return replace(target, goal=goal, increments=((LAST_DAY["Q1"], first), (LAST_DAY["Q2"], second)))


def _cap(dice: Dice, index: int) -> Target:
    """A total to stay under."""
    subject = dice.pick(CAPS)
    goal = _goal(dice, subject)
    used = _share(dice, goal, dice.whole(35, 58), subject)
    lines = ['direction = "at_most"', f"goal = {goal}", f"actual = {{ H1 = {used} }}"]
    return replace(_target(dice, index, subject, lines), goal=goal, increments=_to_date(H1=used))


def _on_its_way(dice: Dice, index: int) -> Target:
    """A level that moves from a baseline to its goal, up or down."""
    rises = dice.hits(0.6)
    subject = dice.pick(RISING if rises else FALLING)
    baseline = _goal(dice, subject)
    way = dice.figure(1, 4, subject.decimals) * (1 if rises else -1)
    reached = baseline + _share(dice, way, dice.whole(20, 90), subject)
    figures = (f"baseline = {baseline}", f"goal = {baseline + way}", f"actual = {{ H1 = {reached} }}")
    return _target(dice, index, subject, ['kind = "level"', *figures])


def _held(dice: Dice, index: int) -> Target:
    """A growth rate that must hold."""
    subject = dice.pick(GROWTH)
    goal = _goal(dice, subject)
    reached = goal + dice.figure(-2, 3, subject.decimals)
    lines = ['kind = "level"', f"goal = {goal}", f"actual = {{ Q1 = {goal}, H1 = {reached} }}"]
    return _target(dice, index, subject, lines)


def _no_goal(dice: Dice, index: int) -> Target:
    """A figure that is listed and never judged."""
    subject = dice.pick(SUMS)
    return _target(dice, index, subject, [f"actual = {{ H1 = {_goal(dice, subject)} }}"])


def _unreported(dice: Dice, index: int) -> Target:
    """A goal for which nothing was reported."""
    subject = dice.pick(SUMS)
    return _target(dice, index, subject, [f"goal = {_goal(dice, subject)}"])


def _with_parts(dice: Dice, index: int) -> Target:
    """A goal broken down to districts, whose figures add up to the target's."""
    subject = dice.pick(SUMS)
    target = _target(dice, index, subject, [])
    goal = reached = Decimal(0)
    tables = []
    for place in PLACES[1 : dice.whole(3, 7)]:
        share = _goal(dice, subject)
        done = _share(dice, share, dice.whole(25, 80), subject)
        goal, reached = goal + share, reached + done
        table = f"[targets.{_key(target.id)}.parts.{_key(place)}]"
        tables.append(f'{table}\ngoal = {share}\nactual = {{ H1 = {done} }}\nowner = "{place}政府"')
    lines = (*target.lines, f"goal = {goal}")
    return replace(target, lines=lines, tables=tuple(tables), goal=goal, increments=_to_date(H1=reached))


SHAPES: dict[Callable[[Dice, int], Target], int] = {
    _one_actual: 51,
    _two_actuals: 14,
    _with_line(_due): 7,
    _with_line(_at_due): 5,
    _with_line(_last_year): 3,
    _with_line(_curve): 3,
    _per_period: 2,
    _cap: 4,
    _on_its_way: 3,
    _held: 2,
    _no_goal: 2,
    _unreported: 2,
    _with_parts: 2,
}
"""Of a hundred targets, how many have which shape."""


def _target(dice: Dice, index: int, subject: Subject, lines: list[str]) -> Target:
    """A target with the keys that every shape has, its own lines last."""
    place = dice.pick(PLACES)
    name = f"{place}{subject.name}" + (f"(第{index}号)" if index > len(PLACES) else "")
    id_ = f"{subject.name}-{index}" if dice.hits(0.1) else f"{subject.slug}-{index}"
    shared = [f'name = "{name}"', f'group = "{subject.group}"', f'unit = "{subject.unit}"']
    if dice.hits(0.7):
        shared.append(
            f'owner = "{OWNERS[subject.group] if dice.hits(0.6) else place.removeprefix("全") + "政府"}"'
        )
    if dice.hits(0.4):
        part, section = dice.pick(("一", "二", "三")), dice.pick(("一", "二", "三", "四"))
        shared.append(f'source = "第{part}部分({section})"')
    if dice.hits(0.15):
        shared.append(f"binding = {dice.pick(('true', 'false'))}")
    if dice.hits(0.04):
        shared.append(f"weight = {dice.pick(('0.5', '2', '3'))}")
    if dice.hits(0.03):
        shared.append('note = "由各旗县区分别上报,以季度调度数据为准"')
    if dice.hits(0.02):
        shared.append('check = "warn"')
    return Target(id_, name, subject.unit, (*shared, *lines))


def _embellished(dice: Dice, target: Target) -> Target:
    """The same target, perhaps with a stated rate and with committed work."""
    if not target.goal or not target.rate:
        return target
    lines, tables = [*target.lines], list(target.tables)
    if dice.hits(0.3):
        percent = (target.rate * 100).quantize(Decimal("0.1"), ROUND_HALF_UP) + (1 if dice.hits(0.01) else 0)
        half = Decimal("0.5")
        claim = target.rate > half and dice.hits(0.05)
        lines.append('stated = { H1 = ">50%" }' if claim else f'stated = {{ H1 = "{percent}%" }}')
    if dice.hits(0.08):
        half = Decimal(int(target.goal / 4) + 1)
        if dice.hits(0.5):
            lines.append(f"committed = {half * 2}")
        else:
            table = f"[targets.{_key(target.id)}.committed]"
            tables.append(f'{table}\n"政府投资项目" = {half}\n"企业投资项目" = {half}')
    return replace(target, lines=tuple(lines), tables=tuple(tables))


def _goal(dice: Dice, subject: Subject) -> Decimal:
    return dice.figure(subject.low, subject.high, subject.decimals)


def _share(dice: Dice, whole: Decimal, percent: int, subject: Subject) -> Decimal:
    """About so many percent of a figure, written as the subject's figures are."""
    exact = whole * (percent * 10 + dice.whole(0, 9)) / 1000
    return exact.quantize(Decimal(1).scaleb(-subject.decimals))


def _to_date(**totals: Decimal) -> tuple[tuple[date, Decimal], ...]:
    """The increments of running totals."""
    before = Decimal(0)
    increments = []
    for label, total in totals.items():
        increments.append((LAST_DAY[label], total - before))
        before = total
    return tuple(increments)


def _key(text: str) -> str:
    return text if text.isascii() else f'"{text}"'


def _sentence(target: Target) -> str:
    """How a report tells what was reached."""
    reached = sum((figure for _, figure in target.increments), Decimal(0))
    percent = ((target.rate or 0) * Decimal(100)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{target.name}累计完成{reached}{target.unit},完成年度任务目标的{percent}%。"


def _filler(dice: Dice) -> str:
    """A sentence about something else, one in ten with a completion rate that no target covers."""
    figure = dice.figure(1, 900, 1)
    if dice.hits(0.1):
        return f"其他工作有序推进,完成年度任务目标的{dice.figure(10, 99, 1)}%。"
    return dice.pick(
        (
            "各部门认真落实市委、市政府决策部署,经济运行总体平稳、稳中有进。",
            f"实现增加值{figure}亿元,同比增长{dice.figure(1, 20, 1)}%,高于全国平均水平。",
            f"一批重点工程加快建设,完成投资{figure}亿元,\n支撑作用持续增强。",
        )
    )


def write(pieces: Iterator[str], file: Path) -> None:
    """Writes a plan or a document to a file, piece by piece."""
    with file.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(pieces)


def main() -> None:
    """Prints a plan, or with --document a report about it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many targets")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--document", type=int, metavar="BYTES", help="print a report on that plan instead")
    arguments = parser.parse_args()
    pieces = plan(arguments.count, arguments.seed)
    if arguments.document is not None:
        pieces = document(targets(arguments.count, arguments.seed), arguments.document, arguments.seed)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.writelines(pieces)


if __name__ == "__main__":
    main()
