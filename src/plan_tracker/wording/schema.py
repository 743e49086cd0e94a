"""What the JSON Schema says of each table, key and word of a plan file: editors show it beside the text."""

from plan_tracker.language import Language, Phrase
from plan_tracker.wording.statuses import STATUSES

_TITLE = Phrase(
    "Plan files of plan-tracker: the targets of a year, their goals and actuals.",
    "plan-tracker 的计划文件：一个年度的各项指标、目标值和完成值。",
)


_TABLES: dict[str, Phrase] = {
    "plan": Phrase("Settings for the whole plan.", "整个计划的设置。"),
    "target": Phrase(
        "One thing tracked: its goal, its figures, who answers for it.",
        "一项指标：目标值、完成值、责任单位等。",
    ),
    "part": Phrase(
        "The share of a goal that one district or department answers for.", "一个地区或单位分担的任务。"
    ),
    "adjustment": Phrase("A goal that applies from a given day.", "自某日起的目标值。"),
    "check": Phrase("What makes `plan-tracker check` fail.", "`plan-tracker check` 不通过的情形。"),
    "feed": Phrase(
        "A query to a database whose address is in an environment variable.",
        "一项数据库查询；数据库地址写在环境变量中。",
    ),
    "pull": Phrase(
        "What a feed gave for one period; written by `record --feed`.",
        "一次取数的记录，由 `record --feed` 写入。",
    ),
}

KEYS: dict[str, Phrase] = {
    "file.plan": _TABLES["plan"],
    "file.targets": Phrase("The targets, each under its id.", "各项指标，以标识为键。"),
    "file.paces": Phrase("Curves that targets share, by name.", "若干指标共用的进度曲线，以名称为键。"),
    "file.check": _TABLES["check"],
    "file.feeds": Phrase("Queries to databases, by name.", "数据库查询，以名称为键。"),
    # --- the table plan
    "plan.title": Phrase("Name of the plan, printed above every report.", "计划名称，用作各种报表的标题。"),
    "plan.year": Phrase("The calendar year of the plan.", "计划年度（自然年）。"),
    "plan.start": Phrase(
        "First day of the plan; with `end`, instead of `year`.", "计划首日；与 `end` 同写，代替 `year`。"
    ),
    "plan.end": Phrase(
        "Last day of the plan; with `start`, instead of `year`.", "计划末日；与 `start` 同写，代替 `year`。"
    ),
    "plan.language": Phrase("Language of the output; English by default.", "输出语言；默认为英文。"),
    "plan.reporting": Phrase(
        "How often figures are due; each half-year by default.", "报送周期；默认为半年。"
    ),
    "plan.as_of": Phrase(
        "Day or period as of which the plan is judged; that of the latest figure by default.",
        "评价的截至日期或报告期；默认为最新数据的日期。",
    ),
    "plan.calendar": Phrase(
        "Whether months or days count as equally long; months by default.",
        "序时进度按月还是按天计算；默认按月。",
    ),
    "plan.pace": Phrase(
        "Default pace: steady, at_due, last_year, the name of a curve, or a curve of shares.",
        "默认的进度规则：steady、at_due、last_year、曲线名称，或各期应完成的比例。",
    ),
    "plan.counting": Phrase(
        "Default: whether figures are running totals or per-period figures.",
        "默认的填报方式：累计数或当期数。",
    ),
    "plan.tolerance": Phrase(
        'A lag of at most this many percentage points counts as slipping, not behind: "5pp".',
        '滞后不超过此值的为“略有滞后”："5pp"。',
    ),
    "plan.decimals": Phrase("Decimals of printed rates; 1 by default.", "完成率的小数位数；默认1位。"),
    "plan.collect": Phrase(
        'Plans whose targets are parts of this one\'s: "counties/*.toml".',
        '汇总哪些下级计划："counties/*.toml"。',
    ),
    # --- the table targets.ID
    "target.name": Phrase("Name of the target.", "指标名称。"),
    "target.unit": Phrase("Unit of goal and figures.", "计量单位。"),
    "target.goal": Phrase(
        "The figure to reach by the due date; without it the target is listed, not judged.",
        "目标值；没有目标值的指标只列出，不评价。",
    ),
    "target.actual": Phrase(
        "The figure reported for each period: a running total since the start, or a level.",
        "各报告期的完成值：任务开始以来的累计数，或期末水平值。",
    ),
    "target.adjusted": Phrase(
        "Goals that replaced the original one, by the day they took effect.",
        "调整后的目标值，按生效日期填写。",
    ),
    "target.dropped": Phrase("Day on which the target was dropped.", "指标取消的日期。"),
    "target.group": Phrase("Heading under which the target is listed.", "类别，报表按此分组。"),
    "target.owner": Phrase("Who answers for the target.", "责任单位。"),
    "target.kind": Phrase(
        "Whether the figure is a total that grows, or a level such as a rate; a total by default.",
        "指标类型：累计量，或比率一类的水平值；默认为累计量。",
    ),
    "target.direction": Phrase(
        "Whether to reach at least, or to stay at most; at least by default.",
        "不低于还是不超过目标值；默认为不低于。",
    ),
    "target.baseline": Phrase("Where a level stood at the start.", "水平值的基期值。"),
    "target.start": Phrase("First day of the task; the plan's by default.", "任务开始日期；默认为计划首日。"),
    "target.due": Phrase(
        "Day by which the goal must be reached; the plan's end by default.", "完成时限；默认为计划末日。"
    ),
    "target.pace": Phrase(
        "What is expected when: steady, at_due, last_year, the name of a curve, or shares and interim goals.",
        "进度规则：steady、at_due、last_year、曲线名称，或各期的比例、阶段目标。",
    ),
    "target.last_year": Phrase(
        "Running totals of the year before, by period; a short form of `past`.",
        "上年各期累计数；是 `past` 的简写。",
    ),
    "target.past": Phrase(
        "Running totals of earlier years, by year and period.", "往年各期累计数，按年份和报告期填写。"
    ),
    "target.counting": Phrase(
        "Whether figures are running totals or per-period figures.", "数据是累计数还是当期数。"
    ),
    "target.reporting": Phrase(
        "How often figures of this target are due; as in [plan] by default.",
        "该指标的报送周期；默认同 [plan]。",
    ),
    "target.committed": Phrase(
        "Work already committed for the rest of the year: one number, or one for each piece of work.",
        "剩余时间已承诺的工作量：一个数值，或按来源分别填写。",
    ),
    "target.parts": Phrase(
        "Breakdown of the goal by district or department, each under its name.",
        "任务分解到各地区或单位，以名称为键。",
    ),
    "target.stated": Phrase(
        'Figures as a published report prints them, by period: "47.5%", ">50%", "+5.9pp";'
        " `audit` checks them.",
        '已公布报告中的数字，按报告期填写："47.5%"、">50%"、"+5.9pp"；由 `audit` 核对。',
    ),
    "target.weight": Phrase(
        "Weight in the mean completion; 1 by default, 0 to leave it out.",
        "计算平均完成率时的权重；默认为1，0表示不计入。",
    ),
    "target.check": Phrase(
        "How `check` treats a failure of this target; the check fails by default.",
        "该指标不达标对 `check` 的影响；默认为不通过。",
    ),
    "target.stage": Phrase("What the figure counts: started, completed, …", "数据口径：开工、竣工等。"),
    "target.binding": Phrase(
        "Whether the target is binding (true) or indicative (false).",
        "约束性指标为 true，预期性指标为 false。",
    ),
    "target.source": Phrase("Where the figures come from.", "数据来源。"),
    "target.note": Phrase("Anything worth knowing; may have several lines.", "备注，可以有多行。"),
    "target.feed": Phrase(
        "The feed, under [feeds], that gives its figures and those of its parts.",
        "为该指标及其分解任务提供数据的取数项，见 [feeds]。",
    ),
    # --- the table targets.ID.parts.NAME
    "part.name": Phrase("Name of the part; its key by default.", "名称；默认为其键。"),
    "part.goal": Phrase("The figure that the part must reach.", "该地区或单位的目标值。"),
    "part.owner": Phrase(
        "Who answers for the part; the target's owner by default.", "责任单位；默认同上级指标。"
    ),
    "adjustment.goal": Phrase("The goal from this day on.", "自该日起的目标值。"),
    "adjustment.note": Phrase("Why it was adjusted, and who approved it.", "调整原因和批准机关。"),
    # --- the table check
    "check.fail_on": Phrase(
        "What fails: statuses, `allocation`, `silent`.", "不通过的情形：各种状态、`allocation`、`silent`。"
    ),
    "check.warn_on": Phrase(
        "What only warns: statuses, `allocation`, `silent`.",
        "只警告的情形：各种状态、`allocation`、`silent`。",
    ),
    "check.max_lag": Phrase(
        'A target behind by no more than this only warns: "5pp".', '滞后不超过此值的只警告："5pp"。'
    ),
    "check.min_completion": Phrase(
        'A judged target with a rate below this fails: "45%".', '完成率低于此值的不通过："45%"。'
    ),
    # --- the table feeds.NAME
    "feed.query": Phrase(
        "The SQL, or a file that contains it, in the plan's folder or below it.",
        "SQL 语句，或计划所在文件夹之下的 SQL 文件。",
    ),
    "feed.time_zone": Phrase(
        "Decides which day a timestamp falls on: Asia/Shanghai.",
        "时区，决定某一时刻属于哪一天：Asia/Shanghai。",
    ),
    "feed.timeout": Phrase("Seconds to wait at most; 60 by default.", "最多等待的秒数；默认60。"),
    "feed.pulled": Phrase(
        "What the feed gave for each period; written by `record --feed`.",
        "各报告期的取数记录，由 `record --feed` 写入。",
    ),
    "pull.at": Phrase("When it was pulled, by the database's clock.", "取数时间，以数据库时钟为准。"),
    "pull.figures": Phrase("Number of figures pulled.", "取得数据的项数。"),
    "pull.records": Phrase("How many records they were added up from.", "汇总自多少条记录。"),
    "pull.query_digest": Phrase("Digest of the text of the query.", "查询语句的摘要值。"),
    "pull.figures_digest": Phrase("Digest of the figures of the feed.", "所取数值的摘要值。"),
}
"""By table and key."""

KEYS |= {
    f"part.{key}": KEYS[f"target.{key}"]
    for key in ("actual", "adjusted", "committed", "stated", "source", "note")
}

_WORDS: dict[str, Phrase] = {
    "language.en": Phrase("English.", "英文。"),
    "language.zh": Phrase("Chinese.", "中文。"),
    "reporting.half-year": Phrase("Each half-year.", "每半年。"),
    "reporting.quarter": Phrase("Each quarter.", "每季度。"),
    "reporting.month": Phrase("Each month.", "每月。"),
    "reporting.year": Phrase("Once, at the end.", "每年，即期末一次。"),
    "calendar.months": Phrase(
        "Months count as equally long: H1 is one half.", "各月视为等长，上半年即一半。"
    ),
    "calendar.days": Phrase("Days are counted.", "按天数计算。"),
    "counting.to_date": Phrase("Running totals since the start.", "任务开始以来的累计数。"),
    "counting.per_period": Phrase("Per-period figures, which are added up.", "当期数，由程序累加。"),
    "kind.cumulative": Phrase("A total that grows.", "累计量。"),
    "kind.level": Phrase(
        "A level: a rate, a share, a figure at one point in time.", "水平值：比率、占比、增速等。"
    ),
    "direction.at_least": Phrase("The goal is a minimum.", "不低于目标值。"),
    "direction.at_most": Phrase("The goal is a limit to stay under.", "不超过目标值。"),
    "check.fail": Phrase("A failure fails the check.", "不达标则不通过。"),
    "check.warn": Phrase("A failure only warns.", "不达标仅警告。"),
    "check.off": Phrase("The target is not checked.", "不检查该指标。"),
    **{f"judgement.{status.value}": row.meaning for status, row in STATUSES.items()},
    "judgement.allocation": Phrase(
        "the parts' goals do not add up to the goal", "分解任务合计低于目标值，余下部分未分解落实"
    ),
    "judgement.silent": Phrase(
        "a reporting date passed long ago, and nothing was reported", "报送日期已过多日，整期没有任何数据"
    ),
}
"""By the key that takes a word, and that word."""

_PERIODS: dict[str, Phrase] = {
    "H1": Phrase("First half of the plan's year.", "上半年。"),
    "H2": Phrase("Second half; as a running total the whole year.", "下半年；累计数即全年。"),
    "Q1": Phrase("First quarter.", "一季度。"),
    "Q2": Phrase("Second quarter; as a running total the first half.", "二季度；累计数即上半年。"),
    "Q3": Phrase("Third quarter; as a running total the first three.", "三季度；累计数即前三季度。"),
    "Q4": Phrase("Fourth quarter; as a running total the whole year.", "四季度；累计数即全年。"),
    **{
        f"M{month:02}": Phrase(
            f"Month {month} of the plan; as a running total up to its end.",
            f"计划的第{month}个月（自然年即{month}月）；累计数至该月末。",
        )
        for month in range(1, 13)
    },
    "FY": Phrase("The whole year.", "全年。"),
}


def described(language: Language) -> dict[str, str]:
    """Returns all descriptions in one language: of tables, keys, words and periods, by their names."""
    every = {
        "": _TITLE,
        **_TABLES,
        **KEYS,
        **{f"word.{name}": phrase for name, phrase in _WORDS.items()},
        **{f"period.{name}": phrase for name, phrase in _PERIODS.items()},
    }
    return {name: phrase.text(language) for name, phrase in every.items()}
