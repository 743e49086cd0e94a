"""The starter plan and what `init` says of it."""

from plan_tracker.language import Phrase

WRITTEN = Phrase(
    "{file} written: replace its targets with your own, then run {command}",
    "已写入 {file}：请换成自己的指标，然后运行 {command}",
)
FORCE = Phrase("replace it with --force", "如要覆盖请加 --force")

TEXT = Phrase(
    """\
# A plan for plan-tracker. All figures here are examples: replace them with your own.
#   plan-tracker status                     where every target stands
#   plan-tracker record projects H1 190     writes a figure into this file
#   plan-tracker check                      fails if something is behind: for CI
# Editors complete and check this file with the schema: run `plan-tracker schema -o plan.schema.json`
# and make `#:schema ./plan.schema.json` the first line of this file.

[plan]
title = "Plan for {year}"
year = {year}                      # or: start = {year}-04-01 and end = …, for another kind of year
reporting = "quarter"            # how often figures are due: half-year (default), quarter, month, year
# tolerance = "5pp"              # a lag of at most this many percentage points is slipping, not behind

# A total that grows: halfway through the year half of the goal is expected. The word in brackets is the id.
[targets.projects]
name = "Projects signed"
group = "Growth"                 # the heading under which it is listed
owner = "Business office"        # who answers for it
unit = "projects"
goal = 400
{projects}
[targets.roads]
name = "Roads renewed"
group = "Construction"
owner = "Roads department"
unit = "km"
goal = 60
{roads}# committed = 20                 # under contract for the rest of the year: see plan-tracker outlook

# Due before the end of the year: the pace is steeper.
[targets.boilers]
name = "Boilers replaced"
group = "Construction"
owner = "Housing department"
unit = "boilers"
goal = 36
due = {year}-11-30
{boilers}
# A level that is to move from its baseline at the start to the goal.
[targets.green]
name = "Green space"
group = "Environment"
owner = "Parks department"
unit = "%"
kind = "level"
baseline = 40
goal = 42
{green}
# A goal divided into parts, each with its own owner:
# [targets.projects.parts.east]
# goal = 250
# actual = {{ H1 = 130 }}
""",
    """\
# plan-tracker 的计划文件。以下数字均为示例，请换成自己的。
#   plan-tracker status                     查看每项指标的进度
#   plan-tracker record projects H1 190     把数据写入本文件
#   plan-tracker check                      有滞后的指标就不通过，供自动检查使用
# 编辑器可按 JSON Schema 补全和检查本文件：先运行 `plan-tracker schema --lang zh -o plan.schema.zh.json`，
# 再把 `#:schema ./plan.schema.zh.json` 写在本文件第一行。

[plan]
title = "{year}年计划"
year = {year}                      # 非自然年的计划：改写 start = {year}-04-01 和 end = …
language = "zh"
reporting = "quarter"            # 报送周期：half-year 半年（默认）、quarter 季度、month 月、year 年
# tolerance = "5pp"              # 滞后不超过此值的为“略有滞后”，不作“滞后”

# 逐步累加的总量：时间过半，任务过半。方括号里是指标的标识，中文标识要加引号。
[targets.projects]
name = "引进亿元以上项目"
group = "招商引资"               # 类别，即列表中的标题
owner = "商务局"                 # 责任单位
unit = "个"
goal = 400
{projects}
[targets.roads]
name = "道路改造"
group = "城市建设"
owner = "住建局"
unit = "公里"
goal = 60
{roads}# committed = 20                 # 后续已承诺的工作量：见 plan-tracker outlook

# 须在年底前完成的，序时进度相应加快。
[targets.boilers]
name = "燃煤锅炉替代"
group = "城市建设"
owner = "住建局"
unit = "台"
goal = 36
due = {year}-11-30
{boilers}
# 水平值：从基期值逐步达到目标值。
[targets.green]
name = "建成区绿化覆盖率"
group = "生态环境"
owner = "园林局"
unit = "%"
kind = "level"
baseline = 40
goal = 42
{green}
# 把目标分解到各责任单位：
# [targets.projects.parts."新城区"]
# goal = 250
# actual = {{ H1 = 130 }}
""",
)

IGNORE_LOCK = Phrase(
    "`record` leaves a lock file beside the plan; keep it out of git: echo '{line}' >> {file}",
    "`record` 会在计划文件旁留下锁文件；请勿将其纳入 git：echo '{line}' >> {file}",
)
