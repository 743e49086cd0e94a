"""What Chinese officers write instead of the fixed keys and words; each hint, followed, makes a valid plan.

Each case is a line (or a few) of a plan that is right otherwise. The hint is followed as a person would: the
lines in backticks take the place of the line, a word that was meant that of the word.
"""

import re

import pytest

from plan_tracker.language import Language, Phrase
from plan_tracker.plan.names import simplified
from plan_tracker.plan.periods import Calendar
from plan_tracker.problems import LocatedProblem, Problem, Severity
from plan_tracker.reading.faults import words as meant
from plan_tracker.reading.places import located
from plan_tracker.reading.plan_file import parse
from plan_tracker.reading.schema.tables import TargetTable
from plan_tracker.toml.syntax.slips import toml_text
from plan_tracker.wording import settings, words
from plan_tracker.wording.vocabulary import FINDING, SETTINGS, STATUS

PLAN = '[plan]\ntitle = "2024年计划"\nyear = 2024\nlanguage = "zh"\n'
TARGET = '[targets.projects]\nname = "引进项目"\n'

IN_TARGET = [
    # keys
    ("目标值 = 400", "请写 `goal = 400`"),
    ("目标 = 400", "请写 `goal = 400`"),
    ('"年度目标" = 400', "请写 `goal = 400`"),
    ("全年计划 = 400个", '请写 `goal = 400`，另起一行写 `unit = "个"`'),
    ("目标值＝400", "请写 `goal = 400`"),
    ("目标值：400", "请写 `goal = 400`"),
    ('目标值 = "400个"', '请写 `goal = 400`，另起一行写 `unit = "个"`'),
    ('责任单位 = "市投资促进局"', '请写 `owner = "市投资促进局"`'),
    ("责任单位 = 市投资促进局", '请写 `owner = "市投资促进局"`'),
    ('owner = ["市商务局", "市发改委"]', '请写 `owner = "市商务局、市发改委"`'),
    ('责任单位 = ["Roads", "Bridges"]', '请写 `owner = "Roads, Bridges"`'),
    ('牵头部门 = "市发改委"', '请写 `owner = "市发改委"`'),
    ('"类别" = "招商引资"', '请写 `group = "招商引资"`'),
    ("单位 = 个", '请写 `unit = "个"`'),
    ('description = "begun"', '请写 `note = "begun"`'),
    ('section = "Roads"', '请写 `group = "Roads"`'),
    ('measure = "km"', '请写 `unit = "km"`'),
    ("begin = 2024-02-01", "请写 `start = 2024-02-01`"),
    ("end = 2024-10-31", "请写 `due = 2024-10-31`"),
    ("start_date = 2024-02-01", "请写 `start = 2024-02-01`"),
    ("due_date = 2024-10-31", "请写 `due = 2024-10-31`"),
    ('responsible = "Office"', '请写 `owner = "Office"`'),
    ("单位 = “亿元”", '请写 `unit = "亿元"`'),
    ("完成时限 = 2024-09-30", "请写 `due = 2024-09-30`"),
    ("完成时限 = 2024年9月底", "请写 `due = 2024-09-30`"),
    ("完成时限 = 2024年9月", "请写 `due = 2024-09-30`"),
    ("due = 2024-09", "请写 `due = 2024-09-30`"),
    ("start = 2024-03", "请写 `start = 2024-03-01`"),
    ('start = "3月"', "请写 `start = 2024-03-01`"),
    ('start = "2月底"', "请写 `start = 2024-02-29`"),
    ('start = "30 September"', "请写 `start = 2024-09-30`"),
    ("备注 = “待核实”", '请写 `note = "待核实"`'),
    ("权重 = 2", "请写 `weight = 2`"),
    ("已承诺 = 560", "请写 `committed = 560`"),
    # periods
    ("H1 = 190", "请写 `actual = { H1 = 190 }`"),
    ("2024-06-30 = 190", "请写 `actual = { 2024-06-30 = 190 }`"),
    ("actual = { 上半年 = 190 }", "请写 `actual = { H1 = 190 }`"),
    ("actual = { 9月 = 3 }", "请写 `actual = { M09 = 3 }`"),
    ("actual = { H 1 = 3个 }", "请写 `actual = { H1 = 3 }`"),
    ("goal = 5\n[targets.projects.adjusted]\n8月 = { 目标值 = 3 }", "请写 `2024-08-31 = { goal = 3 }`"),
    ("[targets.projects.past]\n2023年 = { 上半年 = 3 }", "请写 `2023 = { H1 = 3 }`"),
    ('unit = "个"\n[targets.projects.actual]\nH1：3个', "请写 `H1 = 3`"),
    ("actual = { 一季度 = 118.6 }", "请写 `actual = { Q1 = 118.6 }`"),
    ("[targets.projects.actual]\n上半年 = 190.5", "请写 `H1 = 190.5`"),
    ("goal = 5%", '请写 `goal = 5`，另起两行写 `unit = "%"` 和 `kind = "level"`'),
    ('unit = "%"\ngoal = 5.5%', '请写 `goal = 5.5`，另起一行写 `kind = "level"`'),
    ('unit = "%"\n[targets.projects.actual]\nH1 = "57.3%"', "请写 `H1 = 57.3`"),
    (
        "adjusted = { 2024-06-01 = { 目标值 = 380, 备注 = '第12次常委会' } }\ngoal = 400",
        '请写 `adjusted = { 2024-06-01 = { goal = 380, note = "第12次常委会" } }`',
    ),
    ('kind = "level"\ngoal = 400\n类型 = "约束性"', "请写 `binding = true`"),
    ('kind = "level"\ngoal = 400\n"类型" = "约束性"', "请写 `binding = true`"),
    ("actual = { H1 = 57.3% }", "请写 `actual = { H1 = 57.3 }`"),
    ("actual = { 一季度 = 90, 上半年 = 190 }", "请写 `actual = { Q1 = 90, H1 = 190 }`"),
    ("actual = { H1 = 190, 上半年 = 190 }", "请写 `actual = { H1 = 190 }`"),
    ('actual = { "上半年" = 190 }', "是否应为 `H1`？"),
    ('actual = { "1-9月" = 190 }', "是否应为 `M09`？"),
    ('actual = { "前三季度" = 190 }', "是否应为 `Q3`？"),
    ('actual = { "2024年6月" = 190 }', "是否应为 `M06`？"),
    ('actual = { "全年" = 190 }', "是否应为 `FY`？"),
    ("actual = { 6月30日 = 190 }", "请写 `actual = { 2024-06-30 = 190 }`"),
    ("完成值 = { 上半年 = 190 }", "请写 `actual = { H1 = 190 }`"),
    ("完成值 = { H1 = 190 }", "请写 `actual = { H1 = 190 }`"),
    ("上半年 = 190", "请写 `actual = { H1 = 190 }`"),
    ('"上半年" = 190', "请写 `actual = { H1 = 190 }`"),
    ("上半年 = 190个", "请写 `actual = { H1 = 190 }`"),
    ("[targets.projects.actual]\n上半年 = 190", "请写 `H1 = 190`"),
    ("[targets.projects.actual]\n上半年 = 190个", "请写 `H1 = 190`"),
    ("actual.上半年 = 190", "请写 `actual.H1 = 190`"),
    ("actual.上半年 = 190个", "请写 `actual.H1 = 190`"),
    ("actual．上半年 = 190", "请写 `actual.H1 = 190`"),
    ("完成值.上半年 = 190", "请写 `actual.H1 = 190`"),
    ("完成值.H1 = 190", "请写 `actual.H1 = 190`"),
    ("past.2023.上半年 = 170", "请写 `past.2023.H1 = 170`"),
    ("goal = 400\nadjusted.2024年8月底 = 380", "请写 `adjusted.2024-08-31 = 380`"),
    ("任务分解.新城区.目标值 = 5", '请写 `parts."新城区".goal = 5`'),
    ("parts.新城区.actual.9月 = 5", '请写 `parts."新城区".actual.M09 = 5`'),
    ('[targets.projects.actual]\n"三季度" = 190', "是否应为 `Q3`？"),
    ('goal = 400\nactual = { H1 = 190 }\nstated = { 上半年 = "47.5%" }', '请写 `stated = { H1 = "47.5%" }`'),
    ("last_year = { 上半年 = 170, 全年 = 390 }", "请写 `last_year = { H1 = 170, FY = 390 }`"),
    ("past = { 2023年 = { H1 = 3 } }", "请写 `past = { 2023 = { H1 = 3 } }`"),
    ("past = { 2023 = { 上半年 = 100 } }", "请写 `past = { 2023 = { H1 = 100 } }`"),
    (
        "往年 = { 2022年度 = { 9月 = 5 }, 2023年 = { 上半年 = 1, 全年 = 3 } }",
        "请写 `past = { 2022 = { M09 = 5 }, 2023 = { H1 = 1, FY = 3 } }`",
    ),
    ("[targets.projects.past]\n2023年 = { H1 = 3 }", "请写 `2023 = { H1 = 3 }`"),
    ("[targets.projects.past.2023]\n上半年 = 3", "请写 `H1 = 3`"),
    ("goal = 400\nadjusted = { 8月 = 380 }", "请写 `adjusted = { 2024-08-31 = 380 }`"),
    ("goal = 400\nadjusted = { Q3 = 380 }", "是否应为 `2024-09-30`？"),
    ("goal = 400\nadjusted = { Aug = 380 }", "是否应为 `2024-08-31`？"),
    (
        'goal = 400\n目标调整 = { 8月30日 = { goal = 380, note = "批准" } }',
        '请写 `adjusted = { 2024-08-30 = { goal = 380, note = "批准" } }`',
    ),
    ("goal = 400\n[targets.projects.adjusted]\n8月 = 380", "请写 `2024-08-31 = 380`"),
    ("goal = 400\n[targets.projects.parts]\n东区 = 400", '请写 `"东区" = { goal = 400 }`'),
    (
        "goal = 400\nparts = { 东区 = 100, 西区 = { goal = 300 } }",
        '请写 `parts = { "东区" = { goal = 100 }, "西区" = { goal = 300 } }`',
    ),
    ("goal = 400\nparts = { a = { goal = 400个 } }", "请写 `parts = { a = { goal = 400 } }`"),
    (
        'goal = 400\nparts = { 东区 = { 目标值 = 300, owner = "A: B，C" }, b = { goal = 100 } }',
        '请写 `parts = { "东区" = { goal = 300, owner = "A: B，C" }, b = { goal = 100 } }`',
    ),
    (
        "goal = 400\nparts = { a = { goal = 400, actual = { 上半年 = 3 } } }",
        "请写 `parts = { a = { goal = 400, actual = { H1 = 3 } } }`",
    ),
    (
        "goal = 4\nparts = { a = { goal = 4, adjusted = { 8月 = { goal = 3 } } } }",
        "请写 `parts = { a = { goal = 4, adjusted = { 2024-08-31 = { goal = 3 } } } }`",
    ),
    (
        'goal = 4\nactual = { H1 = 2 }\nstated = { 上半年 = ["50%", ">40%"] }',
        '请写 `stated = { H1 = ["50%", ">40%"] }`',
    ),
    ('goal = 4\nactual = { H1 = 2 }\n[targets.projects.stated]\n上半年 = "50%"', '请写 `H1 = "50%"`'),
    # stated figures in words
    *(
        (f'goal = 4\nactual = {{ H1 = 2 }}\nstated = {{ H1 = "{text}" }}', f"是否应为 `{right}`？")
        for text, right in [
            ("46.1", "46.1%"),
            ("过半", ">50%"),
            ("任务过半", ">50%"),
            ("超过45%", ">45%"),
            ("46.1%以上", ">=46.1%"),
            ("不低于46.1％", ">=46.1％"),
            ("不足50%", "<50%"),
            ("60%以内", "<=60%"),
            ("滞后2.5个百分点", "-2.5个百分点"),
            ("快于序时进度5.9个百分点", "+5.9个百分点"),
            ("more than half", ">50%"),
            ("at least 46.1%", ">=46.1%"),
            ("2.5 pp behind", "-2.5 pp"),
        ]
    ),
    # kinds, directions, words
    ('goal = 5\nkind = "水平值"', '请写 `kind = "level"`'),
    ('goal = 5\nkind = "增速"', '请写 `kind = "level"`'),
    ('goal = 5\n类型 = "存量"', '请写 `kind = "level"`'),
    ("goal = 5\n类型 = 流量", '请写 `kind = "cumulative"`'),
    ("goal = 5\nkind = 累计量", '请写 `kind = "cumulative"`'),
    ('kind = "约束性"', "请写 `binding = true`"),
    ('类型 = "预期性"', "请写 `binding = false`"),
    ('binding = "约束性"', "请写 `binding = true`"),
    ("binding = 预期性", "请写 `binding = false`"),
    ('性质 = "约束性"', "请写 `binding = true`"),
    ('goal = 5\ndirection = "不超过"', '请写 `direction = "at_most"`'),
    ("goal = 5\n方向 = “不低于”", '请写 `direction = "at_least"`'),
    ('goal = 5\npace = "到期一次完成"', "是否应为 `at_due`？"),
    ("goal = 5\n进度 = 匀速", '请写 `pace = "steady"`'),
    ('check = "不检查"', '请写 `check = "off"`'),
    ('reporting = "每月"', '请写 `reporting = "month"`'),
    ('counting = "当期数"', '请写 `counting = "per_period"`'),
    # capitals, full-width letters, traditional characters
    ('goal = 5\nkind = "LEVEL"', '请写 `kind = "level"`'),
    ('goal = 5\nkind = "ｌｅｖｅｌ"', '请写 `kind = "level"`'),
    ('reporting = "Half Year"', '请写 `reporting = "half-year"`'),
    ('check = "OFF"', '请写 `check = "off"`'),
    ("目標值 = 400", "请写 `goal = 400`"),
    ('責任單位 = "住建局"', '请写 `owner = "住建局"`'),
    ('kind = "約束性"', "请写 `binding = true`"),
    ('goal = 5\ndirection = "不超過"', '请写 `direction = "at_most"`'),
    ('check = "關閉"', '请写 `check = "off"`'),
    ('binding = "True"', "请写 `binding = true`"),
    # a numbered list
    ("1. goal = 400", "请写 `goal = 400`"),
    ('1. "目标值" = "400个"', '请写 `goal = 400`，另起一行写 `unit = "个"`'),
    ("2. 目标值 = 400", "请写 `goal = 400`"),
    # as in other languages
    ("actual[H1] = 190", "请写成 `actual.H1 = 190`"),
    ('actual["2024-06-30"] = 190', "请写成 `actual.2024-06-30 = 190`"),
    ("actual { Q1 = 80, H1 = 190 }", "请写成 `actual = { Q1 = 80, H1 = 190 }`"),
    # goals in words
    ('goal = ">=80"', "请写 `goal = 80`"),
    ('goal = "80以上"', "请写 `goal = 80`"),
    ('goal = "6左右"', '请写 `goal = 6`，另起一行写 `note = "6左右"`'),
    ('goal = "6左右。"', '请写 `goal = 6`，另起一行写 `note = "6左右。"`'),
    ('goal = "90."', "请写 `goal = 90`"),
    ('goal = "90个。"', '请写 `goal = 90`，另起一行写 `unit = "个"`'),
    ('goal = "80以上；"', "请写 `goal = 80`"),
    ('unit = "个"\n[targets.projects.actual]\nH1 = "90个。"', "请写 `H1 = 90`"),
    ('goal = "约400余个"', '请写 `goal = 400`，另起两行写 `unit = "个"` 和 `note = "约400余个"`'),
    ("goal = “120”", "请写 `goal = 120`"),
    ("goal ＝ １２０", "请写 `goal = 120`"),
    ("goal = 6左右", '请写 `goal = 6`，另起一行写 `note = "6左右"`'),
    ('goal = "不低于80"', "请写 `goal = 80`"),
    ('goal = "≤28"', '请写 `goal = 28`，另起一行写 `direction = "at_most"`'),
    ('goal = "28以内"', '请写 `goal = 28`，另起一行写 `direction = "at_most"`'),
    ('goal = "1,550亿元"', '请写 `goal = 1550`，另起一行写 `unit = "亿元"`'),
    ('goal = "≥1.200.000 EUR"', '请写 `goal = 1200000`，另起一行写 `unit = "EUR"`'),
    ('goal = "85%"', '请写 `goal = 85`，另起两行写 `unit = "%"` 和 `kind = "level"`'),
    ("goal = 80以上", "请写 `goal = 80`"),
    ('goal = "控制在28以内"', '请写 `goal = 28`，另起一行写 `direction = "at_most"`'),
    ('unit = "个"\ngoal = 控制在28个以内', '请写 `goal = 28`，另起一行写 `direction = "at_most"`'),
    ('goal = "不突破28"', '请写 `goal = 28`，另起一行写 `direction = "at_most"`'),
    ("goal = at most 28", '请写 `goal = 28`，另起一行写 `direction = "at_most"`'),
    ('goal = "No more than 28"', '请写 `goal = 28`，另起一行写 `direction = "at_most"`'),
    ('goal = "28 or less"', '请写 `goal = 28`，另起一行写 `direction = "at_most"`'),
    ('goal = "at least 28"', "请写 `goal = 28`"),
    ('goal = "28 or more"', "请写 `goal = 28`"),
    ('goal = "力争80"', "请写 `goal = 80`"),
    ('goal = "85（含）以上"', "请写 `goal = 85`"),
    ('goal = "低于28"', '请写 `goal = 28`，另起两行写 `direction = "at_most"` 和 `note = "低于28"`'),
    ('goal = "under 28"', '请写 `goal = 28`，另起两行写 `direction = "at_most"` 和 `note = "under 28"`'),
    ('goal = "超过80"', '请写 `goal = 80`，另起一行写 `note = "超过80"`'),
    # several slips of one kind in a line
    ("actual = { Q1: 90, H1: 190 }", "请写 `actual = { Q1 = 90, H1 = 190 }`"),
    ('actual = { "Q1": 90, "H1": 190 }', "请写 `actual = { Q1 = 90, H1 = 190 }`"),
    ("actual = { Q1 = 90; H1 = 190 }", "请写 `actual = { Q1 = 90, H1 = 190 }`"),
    ("actual = [ Q1 = 90, H1 = 190 ]", "请写 `actual = { Q1 = 90, H1 = 190 }`"),
    ("actual = ( Q1 = 90, H1 = 190 )", "请写 `actual = { Q1 = 90, H1 = 190 }`"),
    ("actual ＝ ｛Q1＝90，H1＝190｝", "请写 `actual = { Q1 = 90, H1 = 190 }`"),
    ("goal = 5\npace = { Q1 = 10%, H1 = 40% }", '请写 `pace = { Q1 = "10%", H1 = "40%" }`'),
    (
        "goal = 4\nactual = { Q1 = 1, H1 = 2 }\nstated = { Q1 = 25%, H1 = [50%, >45%] }",
        '请写 `stated = { Q1 = "25%", H1 = ["50%", ">45%"] }`',
    ),
    ("past = { 2023: { H1: 1, FY: 3 } }", "请写 `past = { 2023 = { H1 = 1, FY = 3 } }`"),
    ("committed = { a: 3; b: 4 }", "请写 `committed = { a = 3, b = 4 }`"),
    (
        'unit = "km"\ncommitted = { public works = 3, b = 4km }',
        '请写 `committed = { "public works" = 3, b = 4 }`',
    ),
    ('unit = "km"\ncommitted = 4km', "请写 `committed = 4`"),
    ('unit = "个"\ncommitted = { 责任单位 = 3个 }', '请写 `committed = { "责任单位" = 3 }`'),
    ('unit = "km"\nactual = 190 km', "请写 `actual = { H1 = 190 }`"),
    ('"actual": { "Q1": 90, "H1": 190 },', "请写 `actual = { Q1 = 90, H1 = 190 }`"),
    ('"actual".上半年 = 190', "请写 `actual.H1 = 190`"),
    ("actual = {\n上半年 = 190,\n}", "请写 `H1 = 190`"),
    ('unit = "吨"\ngoal = 9\nactual = { 上半年 = 275,000吨 }', "请写 `actual = { H1 = 275000 }`"),
    ("goal: 400,", "请写成 `goal = 400`"),
    ('unit = "个"\ngoal: 1.2万', "请写 `goal = 12000`"),
    ("goal := 400", "请写成 `goal = 400`"),
    ("goal == 400", "请写 `goal = 400`"),
    ("- goal: 400", "请写 `goal = 400`"),
    ("sorce = 统计局", '请写 `source = "统计局"`'),
    ("reportng = monthly", '请写 `reporting = "month"`'),
    ('unit = "个"\n[targets.projects.committed]\n新开工 = 300个', '请写 `"新开工" = 300`'),
    (
        "goal = 9\n[targets.projects.parts]\n东区 = { 目标 = 9, 完成 = { 上半年 = 4 } }",
        '请写 `"东区" = { goal = 9, actual = { H1 = 4 } }`',
    ),
    (
        "goal = 9\n[targets.projects.parts]\nNorth: { goal: 9, actual: { H1: 4 } }",
        "请写 `North = { goal = 9, actual = { H1 = 4 } }`",
    ),
    # figures in another size of the target's unit, and with decimals behind a comma
    ('unit = "人"\ngoal = 3.2万人', "请写 `goal = 32000`"),
    ('unit = "人"\ngoal = "3.2万"', "请写 `goal = 32000`"),
    ('unit = "万人"\ngoal = 3.2万', "请写 `goal = 3.2`"),
    ('unit = "万元"\ngoal = "≤3.2亿元"', '请写 `goal = 32000`，另起一行写 `direction = "at_most"`'),
    ('unit = "万元"\nactual = { H1 = 1.5亿 }', "请写 `actual = { H1 = 15000 }`"),
    ('unit = "万元"\n[targets.projects.actual]\nH1 = 1.5亿元', "请写 `H1 = 15000`"),
    ('unit = "万元"\n[targets.projects.actual]\nH1 = "1.5亿元"', "请写 `H1 = 15000`"),
    ('unit = "万元"\n上半年 = 1.5亿元', "请写 `actual = { H1 = 15000 }`"),
    ('unit = "人"\ngoal = 70000\nparts = { 东区 = 3万人 }', '请写 `parts = { "东区" = { goal = 30000 } }`'),
    ('unit = "km"\ngoal = 400 m', "请写 `goal = 0.4`"),
    ('unit = "USD"\ngoal = 1.2M', "请写 `goal = 1200000`"),
    ('unit = "KES"\ngoal = KES 1,200,000', "请写 `goal = 1200000`"),
    ('unit = "€"\ngoal = €400', "请写 `goal = 400`"),
    ('unit = "kits"\ngoal = 400 Kit', "请写 `goal = 400`"),
    ('unit = "km"\ngoal = 2,5 km', "请写 `goal = 2.5`"),
    ('unit = "km"\ngoal = "1.234,5 km"', "请写 `goal = 1234.5`"),
    ('goal = 4\nactual = { H1 = 2 }\nstated = { H1 = "47,5%" }', "是否应为 `47.5%`？"),
    ('goal = 4\nactual = { H1 = 2 }\nstated = { H1 = "超过45,5%" }', "是否应为 `>45.5%`？"),
    # dates in words
    ("goal = 5\ndue = 2024-H1", "请写 `due = 2024-06-30`"),
    ("goal = 5\nstart = 2024-Q3", "请写 `start = 2024-07-01`"),
    ("goal = 5\ndropped = 2024-M09", "请写 `dropped = 2024-09-30`"),
    ('goal = 5\ndue = "2024年9月底"', "请写 `due = 2024-09-30`"),
    ('goal = 5\ndue = "9月底"', "请写 `due = 2024-09-30`"),
    ("goal = 5\ndue = 9月底", "请写 `due = 2024-09-30`"),
    ('goal = 5\ndue = "三季度"', "请写 `due = 2024-09-30`"),
    ("goal = 5\ndue = 9月底以前", "请写 `due = 2024-09-30`"),
    ('goal = 5\ndue = "2024年9月30日前完成"', "请写 `due = 2024-09-30`"),
    ("goal = 5\ndue = 9月15日前", "请写 `due = 2024-09-15`"),
    ("goal = 5\ndue = 年底前", "请写 `due = 2024-12-31`"),
    ('goal = 5\ndue = "2024年9月30日"', "请写 `due = 2024-09-30`"),
    ('goal = 5\ndue = "年底"', "请写 `due = 2024-12-31`"),
    ("goal = 5\ndue = 20240930", "请写 `due = 2024-09-30`"),
    ("goal = 5\nstart = 202403", "请写 `start = 2024-03-01`"),
    ("goal = 5\nweight = 20%", "请写 `weight = 20`"),
    ("goal = 5\ndue = 2024年", "请写 `due = 2024-12-31`"),
    ("goal = 5\nstart = 2024年", "请写 `start = 2024-01-01`"),
    # periods written with dots, which TOML reads as tables
    ("[targets.projects.actual]\n2024.6.30 = 190", "请写 `2024-06-30 = 190`"),
    ("[targets.projects.actual]\n2024.06 = 190", "请写 `M06 = 190`"),
    ("[targets.projects.actual]\n2024.H1 = 190", "请写 `H1 = 190`"),
    (
        "goal = 400\n[targets.projects.adjusted]\n2024.8.30 = { goal = 380 }",
        "请写 `2024-08-30 = { goal = 380 }`",
    ),
    # words that are no value elsewhere, and signs that are no unit elsewhere
    ("goal = 5\ncheck = none", '请写 `check = "off"`'),
    ("goal = 75%以上", '请写 `goal = 75`，另起两行写 `unit = "%"` 和 `kind = "level"`'),
    ("goal = 5‰", '请写 `goal = 5`，另起两行写 `unit = "‰"` 和 `kind = "level"`'),
]
IN_FILE = [
    ('language = "zh"', 'language = "中文"', '请写 `language = "zh"`'),
    ('language = "zh"', "语言 = 中文", '请写 `language = "zh"`'),
    ("year = 2024", "年度 = 2024", "请写 `year = 2024`"),
    ("year = 2024", "# 一\u2028二\n年度 = 2024", "请写 `year = 2024`"),
    ("year = 2024", 'year = "2024年"', "请写 `year = 2024`"),
    ("year = 2024", "年度 = 2024年", "请写 `year = 2024`"),
    ('title = "2024年计划"', '标题 = "2024年计划"', '请写 `title = "2024年计划"`'),
    ('title = "2024年计划"', "计划名称 = “2024年计划”", '请写 `title = "2024年计划"`'),
    ("year = 2024", 'year = 2024\nas_of = "上半年"', "是否应为 `H1`？"),
    ("year = 2024", 'year = 2024\n截至 = "上半年"', '请写 `as_of = "H1"`'),
    ("year = 2024", 'year = 2024\n截至 = "2024-06-30"', '请写 `as_of = "2024-06-30"`'),
    ("year = 2024", 'year = 2024\n报送周期 = "季度"', '请写 `reporting = "quarter"`'),
    ("year = 2024", "year = 2024\n容差 = 5%", '请写 `tolerance = "5pp"`'),
    ("year = 2024", "year = 2024\n进度 = { H1 = 40% }", '请写 `pace = { H1 = "40%" }`'),
    ("[targets.projects]", '[plan.pace]\n上半年 = "40%"\n[targets.projects]', '请写 `H1 = "40%"`'),
    ("year = 2024", "year = 2024\ntolerance = 5％", '请写 `tolerance = "5pp"`'),
    ("year = 2024", "year = 2024\nas_of = 2024-06", '请写 `as_of = "M06"`'),
    ("year = 2024", "year = 2024\nas-of = H1", '请写 `as_of = "H1"`'),
    ("year = 2024", "year = 2024\ntolerance = 2个百分点", '请写 `tolerance = "2pp"`'),
    ("year = 2024", "year = 2024\n容差 = 2,5pp", '请写 `tolerance = "2.5pp"`'),
    *(
        ("[targets.projects]", f"[check]\n{line}\n[targets.projects]", hint)
        for line, hint in [
            ('fail_on = ("behind", "missed")', '请写 `fail_on = ["behind", "missed"]`'),
            ('fail_on = {"behind", "missed"}', '请写 `fail_on = ["behind", "missed"]`'),
            ("max-lag = 5pp", '请写 `max_lag = "5pp"`'),
        ]
    ),
    *(
        ("[targets.projects]", wrong, "请写 `[targets.projects]`")
        for wrong in [
            *("targets.projects", "targets.projects]", "(targets.projects)", "{targets.projects}"),
            *("[targets:projects]", "[targets/projects]", "[targets projects]"),
            *("[targets·projects]", "[targets->projects]", "[指标_projects]"),
        ]
    ),
    *(
        ("[targets.projects]", f'[targets.projects]\nname = "A"\n{wrong}', f"请写 `{right}`")
        for wrong, right in [
            ("[targets·projects·parts·a]", "[targets.projects.parts.a]"),
            ('[targets。projects。parts。"东区"]', '[targets.projects.parts."东区"]'),
        ]
    ),
    *(("[plan]", wrong, "请写 `[plan]`") for wrong in ("plan", "plan:", "(plan)", "计划")),
    ("[targets.projects]", "[指标.projects]", "请写 `[targets.projects]`"),
    ("[targets.projects]", "[指标.引进项目]", '请写 `[targets."引进项目"]`'),
    ("[targets.projects]", "[targets.引进项目]", '请加英文引号：`[targets."引进项目"]`'),
    ("[plan]", "[计划]", "请写 `[plan]`"),
    (
        "[targets.projects]",
        "[check]\nfail_on = [behind, missed]\n[targets.projects]",
        '请写 `fail_on = ["behind", "missed"]`',
    ),
    (
        "[targets.projects]",
        "[check]\nfail_on = [滞后、未完成]\n[targets.projects]",
        '请写 `fail_on = ["behind", "missed"]`',
    ),
    (
        "[targets.projects]",
        '[paces]\nwinter = { 上半年 = "40%" }\n[targets.projects]',
        '请写 `winter = { H1 = "40%" }`',
    ),
    (
        "[targets.projects]",
        '[paces]\n冬季 = { 上半年 = "40%", 三季度 = "80%" }\n[targets.projects]',
        '请写 `"冬季" = { H1 = "40%", Q3 = "80%" }`',
    ),
    ("[targets.projects]", '[paces.winter]\n上半年 = "40%"\n[targets.projects]', '请写 `H1 = "40%"`'),
    ("[targets.projects]", '[check]\nfail_on = ["滞后"]\n[targets.projects]', '请写 `fail_on = ["behind"]`'),
    (
        "[targets.projects]",
        '[check]\n不通过 = "滞后，未报送"\n[targets.projects]',
        '请写 `fail_on = ["behind", "not_reported"]`',
    ),
    (
        "[targets.projects]",
        '[check]\n不通过 = "滞后；未报送"\n[targets.projects]',
        '请写 `fail_on = ["behind", "not_reported"]`',
    ),
    (
        "[targets.projects]",
        "[targets.a]\nname = 'A'\n[targets.a b]\nname = 'B'\n[targets.projects]",
        "请写 `[targets.a-b]`",
    ),
    ("[targets.projects]", "[targets.新建/改建]", '请写 `[targets."新建-改建"]`'),
]


def problems(text: str) -> tuple[LocatedProblem, ...]:
    _, found = parse(text)
    return located("plan.toml", text, [each for each in found if each.severity is Severity.ERROR])


def only_hint(lines: str, language: Language = Language.EN) -> str:
    """The hint at the one fault of a target with some lines."""
    (told,) = problems(f"{PLAN}{TARGET}{lines}\n")
    assert told.problem.hint
    return told.problem.hint.text(language)


def followed(text: str, told: LocatedProblem) -> str:
    """The text after a person has done what the hint says."""
    assert told.problem.hint is not None, told
    assert told.place is not None
    fixes = re.findall("`([^`]+)`", told.problem.hint.text(Language.ZH))
    lines, at = text.split("\n"), told.place.line - 1
    if " = " in fixes[0] or fixes[0].startswith("["):
        lines[at] = "\n".join(fixes)
    else:
        line, place = lines[at], told.place
        is_value = line[: place.column - 1].rstrip().endswith("=")
        fix = f'"{fixes[0]}"' if is_value else fixes[0]
        lines[at] = line[: place.column - 1] + fix + line[place.end - 1 :]
    return "\n".join(lines)


def assert_one_hint_mends(text: str, hint: str) -> None:
    told = problems(text)
    assert [each.problem.hint.text(Language.ZH) for each in told if each.problem.hint] == [hint], [
        each.problem.message.text(Language.ZH) for each in told
    ]
    mended = followed(text, told[0])
    assert problems(mended) == (), mended


@pytest.mark.parametrize(("lines", "hint"), IN_TARGET, ids=[lines for lines, _ in IN_TARGET])
def test_the_one_hint_for_a_slip_in_a_target_makes_the_plan_valid(lines: str, hint: str) -> None:
    assert_one_hint_mends(f"{PLAN}{TARGET}{lines}\n", hint)


@pytest.mark.parametrize(
    ("value", "list_"),
    [
        ('["behnd", "滞后"]', '["behind"]'),
        ('["未报送", "misst"]', '["not_reported", "missed"]'),
        ('"滞后、mised"', '["behind", "missed"]'),
    ],
)
def test_a_list_of_words_is_told_with_each_of_its_slips_mended(value: str, list_: str) -> None:
    plan = f"{PLAN}{TARGET}[check]\nfail_on = {value}\n"
    hints = {each.problem.hint.text(Language.ZH) for each in problems(plan) if each.problem.hint}
    assert hints == {f"请写 `fail_on = {list_}`"}
    assert problems(plan.replace(value, list_)) == ()


@pytest.mark.parametrize(("right", "wrong", "hint"), IN_FILE, ids=[wrong for _, wrong, _ in IN_FILE])
def test_the_one_hint_for_a_slip_elsewhere_makes_the_plan_valid(right: str, wrong: str, hint: str) -> None:
    text = f"{PLAN}{TARGET}goal = 5\n"
    assert right in text
    assert_one_hint_mends(text.replace(right, wrong, 1), hint)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ('goal = "30个"', "请写 `goal = 30`"),
        ("目标值 = ≥30", "请写 `goal = 30`"),
        ('"目标值" = "30%"', "请写 `goal = 30`"),
        ("责任单位 = 区政府", '请写 `owner = "区政府"`'),
    ],
)
def test_the_one_hint_for_a_slip_in_a_part_makes_the_plan_valid(line: str, hint: str) -> None:
    assert_one_hint_mends(f"{PLAN}{TARGET}goal = 50\n[targets.projects.parts.x]\n{line}\n", hint)


@pytest.mark.parametrize("line", ["单位 = 个", '"单位" = "个"', 'weight = "75%"', "权重 = 2"])
def test_a_part_is_not_told_to_have_what_only_a_target_has(line: str) -> None:
    assert only_hint(f"goal = 50\n[targets.projects.parts.x]\n{line}", Language.ZH).startswith(
        "此处可用的键：name、goal、actual"
    )


@pytest.mark.parametrize(
    "form", [" = {{ 2024-08-01 = {{ goal = 3, {} }} }}", ".2024-08-01 = {{ goal = 3, {} }}"]
)
def test_the_note_of_an_adjusted_goal_is_no_number(form: str) -> None:
    (told,) = problems(f"{PLAN}{TARGET}goal = 4\nadjusted{form.format('note = 经批准')}\n")
    assert told.problem.message.text(Language.EN) == "the text `经批准` needs quotes"
    assert told.problem.hint
    assert told.problem.hint.text(Language.EN) == 'write `"经批准"`'


@pytest.mark.parametrize(
    ("heads", "ids"),
    [
        (["1.1.3"], ["1.1.3"]),
        (["v1.2.beta.2"], ["v1.2.beta.2"]),
        (["a.b.c", "x", "d.e.f"], ["a.b.c", "d.e.f"]),
        (["a.b.c", "a.b.d"], ["a.b.c"]),
    ],
)
def test_an_id_with_several_dots_is_to_be_quoted_as_one_and_lacks_no_name(
    heads: list[str], ids: list[str]
) -> None:
    told = problems(PLAN + "".join(f'[targets.{each}]\nname = "N"\ngoal = 4\n' for each in heads))
    hints = [each.problem.hint.text(Language.EN) for each in told if each.problem.hint]
    assert hints == [f'an id with a dot needs quotes: [targets."{each}"]' for each in ids]
    assert len(told) == len(ids)


@pytest.mark.parametrize(
    ("text", "table"),
    [
        (f"{line}\n{PLAN}{TARGET}", table)
        for line, table in [
            ("start = 2024-01-01", "plan"),
            ('pace = "at_due"', "plan"),
            ('collect = "x/*.toml"', "plan"),
            ('max_lag = "5pp"', "check"),
        ]
    ]
    + [
        (f'{PLAN}fail_on = ["behind"]\n{TARGET}', "check"),
        (f'{PLAN}min_completion = "20%"\n{TARGET}', "check"),
        (f'{PLAN}{TARGET}[check]\ntolerance = "5pp"\n', "plan"),
        (f'{PLAN}[check]\nreporting = "month"\n{TARGET}', "plan"),
    ],
)
def test_a_key_of_the_plan_or_of_its_check_that_stands_elsewhere_is_to_go_below_that_table(
    text: str, table: str
) -> None:
    (told,) = problems(text)
    assert told.problem.hint
    assert told.problem.hint.text(Language.EN) == f"write it below [{table}]"


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ('查询 = "select id, actual from t where d < :next_day"', "query"),
        ('"查询语句" = "select id, actual from t where d < :next_day"', "query"),
        ('query = "select id, actual from t where d < :next_day"\n时区 = "Asia/Shanghai"', "time_zone"),
        ('query = "select id, actual from t where d < :next_day"\n超时 = 30', "timeout"),
    ],
)
def test_a_chinese_key_of_a_feed_is_told_as_what_it_means(line: str, hint: str) -> None:
    (told,) = problems(f"{PLAN}{TARGET}[feeds.r]\n{line}\n")
    value = line.rpartition(" = ")[2] if hint != "query" else line.partition(" = ")[2]
    assert told.problem.hint
    assert told.problem.hint.text(Language.EN) == f"write `{hint} = {value}`"


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("timeout = 60s", "write it without quotes: 60"),
        ("超时 = 60秒", "did you mean `timeout`?"),
        (
            "user = klara",
            (
                "remove it, and set the environment variable PLAN_TRACKER_FEED_R"
                " on the machine where figures are pulled"
            ),
        ),
        ('"查询" = "postgresql://klara:hunter2@db/kasse"', "did you mean `query`?"),
    ],
)
def test_no_key_of_a_feed_is_told_with_what_it_does_not_take_nor_with_a_secret(line: str, hint: str) -> None:
    told = problems(f"{PLAN}{TARGET}[feeds.r]\n{line}\n")[-1]
    assert told.problem.hint
    assert told.problem.hint.text(Language.EN) == hint


@pytest.mark.parametrize(
    "text", ["道路（一期）", "甲，乙", "A: b", "A=1, B=2", "http://a.b/c?d=e", "1,234 homes", "“甲”与‘乙’"]
)
@pytest.mark.parametrize("target", ['x = {{ name = "{}", goal = {} }}', "x = {{ name = '{}', goal = {} }}"])
def test_texts_beside_a_slip_in_braces_are_told_as_they_are(target: str, text: str) -> None:
    (told,) = problems(f"{PLAN}[targets]\n{target.format(text, '30个')}\n")
    assert told.problem.hint
    assert told.problem.hint.text(Language.EN) == (
        f'write `x = {{ name = "{text}", goal = 30, unit = "个" }}`'
    )


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ('stated = { H1 = "47.5%, Q1 = ">50%" }', 'stated = { H1 = "47.5%", Q1 = ">50%" }'),
        ('stated = { H1 = 47.5%", Q1 = ">50%" }', 'stated = { H1 = "47.5%", Q1 = ">50%" }'),
        ('committed = { "“十四五”项目" ： 5, b ： 3 }', 'committed = { "“十四五”项目" = 5, b = 3 }'),
        ("[targets.projects.committed]\n“甲”和“乙” = 5个", '"“甲”和“乙”" = 5'),
        ("committed = { “甲、“乙”、丙” = 5个, b = 3 }", 'committed = { "甲、“乙”、丙" = 5, b = 3 }'),
        ('committed = { "甲 = 乙" = 5个, b = 3 }', 'committed = { "甲 = 乙" = 5, b = 3 }'),
        (r'committed = { "a \"b\"" = 5个, b = 3 }', "committed = { 'a \"b\"' = 5, b = 3 }"),
        ("actual = { Q1 => 3, H1 => 5 }", "actual = { Q1 = 3, H1 = 5 }"),
        ("pace = { Q1 = “４０％”, H1 = 50% }", 'pace = { Q1 = "40%", H1 = "50%" }'),
        ("stated = { Q1 = “＞４０％”, H1 = 50% }", 'stated = { Q1 = ">40%", H1 = "50%" }'),
        ("past = { “２０２３” = { FY = 5个 } }", "past = { 2023 = { FY = 5 } }"),
    ],
)
def test_where_a_text_begins_and_ends_in_braces_is_understood(line: str, right: str) -> None:
    assert only_hint(f'unit = "个"\ngoal = 30\n{line}') == f"write `{right}`"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("“十四五”重大项目", "“十四五”重大项目"),
        ("“十四五”和“十五五”", "“十四五”和“十五五”"),
        ("“重大项目”", "重大项目"),
        ("“重大项目", "重大项目"),
    ],
)
def test_quotation_marks_around_a_part_of_a_text_stay_in_it(text: str, right: str) -> None:
    assert only_hint(f"owner = {text}").endswith(f'write `"{right}"`')


@pytest.mark.parametrize(
    "table", ["adjusted = { 2024-08-30 = { goal = 3, note = 甲，乙 } }", "parts = { a = { owner = 甲，乙 } }"]
)
def test_a_text_with_a_comma_in_braces_is_not_told_to_be_what_its_table_is(table: str) -> None:
    (told,) = problems(f"{PLAN}{TARGET}goal = 5\n{table}\n")
    assert told.problem.message.text(Language.EN) == "the text `甲，乙` needs quotes"
    assert told.problem.hint
    assert told.problem.hint.text(Language.EN) == 'write `"甲，乙"`'


@pytest.mark.parametrize(
    "pairs", ['goal = 30 owner = "A"', "goal = 30, actual = { H1 = 3 H2 = 4 }", "goal = 30 个 name = 4"]
)
def test_of_a_missing_comma_in_a_part_nothing_else_is_told(pairs: str) -> None:
    assert only_hint(f"goal = 30\nparts = {{ a = {{ {pairs} }} }}") == "put a `,` between the two"


@pytest.mark.parametrize(
    ("lines", "hint"),
    [
        (
            "[targets.projects.north]\ngoal = 3",
            (
                "a part stands below parts: [targets.projects.parts.north]; "
                'an id with a dot needs quotes: [targets."projects.north"]'
            ),
        ),
        ("H1 = { actual = 3 }", f"keys allowed here: {', '.join(TargetTable.model_fields)}"),
        ('status = "done"', f"keys allowed here: {', '.join(TargetTable.model_fields)}"),
        ("rate = 0.5", f"keys allowed here: {', '.join(TargetTable.model_fields)}"),
        (
            "[targets.projects.parts.n]\n[parts.north]\ngoal = 3",
            "write [targets.ID.parts…], with the id of its target",
        ),
        ("[actual]\nH1 = 3", "write [targets.ID.actual…], with the id of its target"),
        ('["targets.north"]\nname = "N"', "write `[targets.north]`"),
        ('[targets-north]\nname = "N"', "write `[targets.north]`"),
        ('[target]\nname = "N"', "give the target an id: write [targets.projects] above its keys"),
        ("actualy = { Q1 = 8, H1 = 9 }", "did you mean `actual`?"),
    ],
)
def test_a_table_is_no_slip_of_a_key_that_has_a_single_value(lines: str, hint: str) -> None:
    assert only_hint(lines) == hint


@pytest.mark.parametrize("figure", ["400 to 500", "400±20"])
def test_what_goes_on_behind_a_number_is_no_unit(figure: str) -> None:
    (told,) = problems(f'{PLAN}{TARGET}actual = {{ H1 = "{figure}" }}\n')
    assert told.problem.hint
    assert told.problem.hint.text(Language.EN).startswith("write digits")


@pytest.mark.parametrize("line", ["1.1 = 5", "0.0.0 = 5", "1.2.goal = 5", "1.1.1.1 = { 1.1 = 5 }"])
def test_numbers_within_numbers_are_no_numbered_list(line: str) -> None:
    (told,) = problems(f"{PLAN}{TARGET}{line}\n")
    assert told.problem.hint
    assert told.problem.hint.text(Language.EN).startswith("keys allowed here: ")


@pytest.mark.parametrize("above", ['"": 5', '"": "x"', "'' = 5个", '"": null'])
def test_a_key_without_letters_above_all_tables_is_told(above: str) -> None:
    assert [each.place.line for each in problems(f"{above}\n{PLAN}{TARGET}") if each.place] == [1]


def test_several_periods_written_with_dots_are_all_told() -> None:
    lines = "[targets.projects.actual]\n2024.3.31 = 90\n2024.6.30 = 190\n"
    (told,) = problems(f"{PLAN}{TARGET}{lines}")
    assert told.problem.hint
    hint = "write `2024-03-31 = 90`, and on a line of its own `2024-06-30 = 190`"
    assert told.problem.hint.text(Language.EN) == hint


def test_a_table_of_figures_is_no_target_whose_id_has_a_dot() -> None:
    assert only_hint("achieved = { Q1 = 8, H1 = 9 }").startswith("keys allowed here: name, goal, actual")


UNKNOWN = "leave out what is not known: a missing figure is not zero"
DIGITS = "write digits, with a decimal point where needed: 1550, 96.5"
BRACES = "put keys and values in braces, or below a heading of their own"


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("goal = TBD", "`goal` must be a number", UNKNOWN),
        ("goal = (400)", "`goal` must be a number", DIGITS),
        (
            'due = "05/06/2024"',
            "`due` must be a date",
            "`05/06/2024` may be 2024-06-05 or 2024-05-06: write the one that is meant",
        ),
        ('due = "6/6/2024"', "`due` must be a date", "did you mean `2024-06-06`?"),
        ("due = asap", "`due` must be a date", "write a date such as 2024-09-30, without quotes"),
        # until August, or until September; and not 12, with a unit
        ("due = 9月前", "`due` must be a date", "write a date such as 2024-09-30, without quotes"),
        ("due = 12月中旬", "`due` must be a date", "write a date such as 2024-09-30, without quotes"),
        ("dropped = yes", "`dropped` must be a date", "write dropped = 2024-09-01, with the day"),
        ("actual = Q1 = 80, H1 = 190 }", "`actual` must be written as `{ key = value }`", BRACES),
        ("actual = { Q1 = 3, H1 = TBD }", "`H1` must be a number", UNKNOWN),
        ("[targets.projects.actual]\nH1 = TBD", "`H1` must be a number", UNKNOWN),
        ("committed = { a = soon }", "`a` must be a number", DIGITS),
        ("parts = north", "`parts` must be written as `{ key = value }`", BRACES),
        ('actual = { H1 = "60左右" }', "`H1` must be a number", DIGITS),
        ('unit = "km"\nactual = { H1 = "60左右" }', "`H1` must be a number", DIGITS),
        ('goal = "1\'250"', "`goal` must be a number", DIGITS),
        ('goal = "90+"', "`goal` must be a number", DIGITS),
        ('goal = "90/"', "`goal` must be a number", DIGITS),
        ('goal = "90/季度"', "`goal` must be a number", DIGITS),
        ('actual = { H1 = "90（预计）" }', "`H1` must be a number", DIGITS),
        (
            "parts = { a = { goal = 20/季度 } }",
            "a comma is missing before `/季度`",
            "put a `,` between the two",
        ),
        (
            'unit = "km"\ngoal = "90㎡"',
            "`goal` must be a number",
            "write `goal = …`, with the figure in km, the unit of the target",
        ),
        (
            'unit = "km"\ngoal = 1\nadjusted = { 2024-05-01 = { goal = 90+ } }',
            "a comma is missing before `+`",
            "write `adjusted = { 2024-05-01 = { goal = … } }`, with the figure in km, the unit of the target",
        ),
        ('actual = { H1 = "90)" }', "`H1` must be a number", DIGITS),
        ('actual = { H1 = "60左右。" }', "`H1` must be a number", DIGITS),
        ('actual = "60"', "`actual` must be written as `{ key = value }`", "write actual = { H1 = 60 }"),
        (
            '[targets.projects.parts]\nnorth = "80"',
            "`north` must be written as `{ key = value }`",
            "write north = { goal = 80 }",
        ),
        ("完成值.H1 = 4O", "there is no key `完成值` here", "write `actual.H1 = …`"),
        ("actual.H1 = 60左右", "`H1` must be a number", DIGITS),
        ("actual = 400左右", "`actual` must be written as `{ key = value }`", BRACES),
        (
            "[targets.projects.actual]\n上半年 = 3左右",
            "`上半年` is not a period of this plan",
            "did you mean `H1`?",
        ),
        (
            "goal = 4\nactual = { H1 = 2 }\nstated = { H1 = 四成 }",
            '`四成` is not a stated figure such as "47.5%", ">50%" or "+5.90pp"',
            "only rates and leads are audited; other wording goes in `note`",
        ),
        ("owner = 是", "`owner` must be text in quotes", "write it in quotes"),
        (
            'unit = "个"\nactual = { 明年 = 3个 }',
            "`明年` is not a period of this plan",
            "write H1, Q1 to Q4, M01 to M12, FY, or a date such as 2024-06-30",
        ),
        ("actual = { H 1 = TBD }", "`H 1` is not a period of this plan", "did you mean `H1`?"),
        (
            "adjusted.8月底.goal = TBD",
            "`8月底` is not a date: give the date from which the adjusted goal applies",
            "did you mean `2024-08-31`?",
        ),
        (
            "past.2023年.H1 = 3",
            "`2023年` is not a past year: give one earlier than 2024",
            "write the year in which that plan began: 2023",
        ),
        (
            "past = { 2019年 = { 上半年 = TBD } }",
            "`2019年` is not a past year: give one earlier than 2024",
            "write the year in which that plan began: 2019",
        ),
        ("进度 = { H1：40,5% }", "there is no key `进度` here", "did you mean `pace`?"),
        (
            "[targets.projects.stated]\n完成值 = { H1 = 3 }",
            "`完成值` is not a period of this plan",
            "write H1, Q1 to Q4, M01 to M12, FY, or a date such as 2024-06-30",
        ),
        (
            f"[targets.projects.actual]\n{'长' * 50} = 3",
            f"`{'长' * 50}` is not a period of this plan",
            "write H1, Q1 to Q4, M01 to M12, FY, or a date such as 2024-06-30",
        ),
        (
            "adjusted.8月30日 = { 目标值 = 3, 备注 = 批准 }",
            "`8月30日` is not a date: give the date from which the adjusted goal applies",
            'write `adjusted.2024-08-30 = { goal = 3, note = "批准" }`',
        ),
        (
            "goal = 5\nparts = { 目标值 = { 目标值 = 3, owner = A } }",
            (
                "the key `目标值` needs quotes: without them a key may contain only letters A to Z, "
                "digits, `-` and `_`"
            ),
            'write `parts = { "目标值" = { goal = 3, owner = "A" } }`',
        ),
        ("parts = { a = { goal = 是 } }", "`goal` must be a number", DIGITS),
        ("actual = { H1 = （3） }", "`H1` must be a number", DIGITS),
        ("actual = ｛明年：3｝", "`actual` must be written as `{ key = value }`", BRACES),
        (
            "parts = ( 东区 = ( 目标值：20, actual = ( H1 = 9 ) ), 西区 = ( 目标值：22.5 ) )",
            "`parts` must be written as `{ key = value }`",
            BRACES,
        ),
        (
            'adjusted = ( 2024-05-01 = ( 目标值：45, note = "x" ) )',
            "`adjusted` must be written as `{ key = value }`",
            BRACES,
        ),
        (
            "goal = 5\n[targets.projects.adjusted.2024-06-01]\nactual.H1 = 3个",
            "there is no key `actual` here",
            "keys allowed here: goal, note",
        ),
        (
            "goal = 5\n[targets.projects.parts.pace.actual]\n上半年 = 3个",
            "`上半年` is not a period of this plan",
            "write `H1 = 3`",
        ),
        ("完成值.上半年 = 三", "there is no key `完成值` here", "write `actual.H1 = …`"),
        ("完成值.明年 = 3", "there is no key `完成值` here", 'write `actual."明年" = 3`'),
        ("分解.a.目标值 = 三", "there is no key `分解` here", "write `parts.a.goal = …`"),
        ("H1 = 47.5%", "there is no key `H1` here", "write `actual = { H1 = 47.5 }`"),
        (
            "actual = { weight = 3个 }",
            "`weight` belongs to the target, but is written below `targets.projects.actual`",
            "move it out of `targets.projects.actual`",
        ),
        (
            "actual.权重 = 3",
            "`权重` is not a period of this plan",
            "write H1, Q1 to Q4, M01 to M12, FY, or a date such as 2024-06-30",
        ),
        (
            "committed.权重 = 3",
            "`权重` belongs to the target, but is written below `targets.projects.committed`",
            "write `weight = 3` outside of `targets.projects.committed`",
        ),
        (
            'owner = ,"A"',
            '`,"A"` is not a value',
            (
                'a value is a number (`400`), text in quotes (`"47.5%"`), a date (`2024-09-30`), '
                "`true` or `false`"
            ),
        ),
        (
            "[任务分解]\nnorth = { goal = 3 }",
            "there is no key `任务分解` here",
            "write [targets.ID.parts…], with the id of its target",
        ),
        ("goal = 4\nadjusted = { 20.05.2024 = 3 }", "`20` must be a number", "write `2024-05-20 = 3`"),
    ],
)
def test_a_text_where_none_may_stand_is_not_told_to_be_quoted(line: str, message: str, hint: str) -> None:
    (told,) = problems(f"{PLAN}{TARGET}{line}\n")
    assert told.problem.message.text(Language.EN) == message
    assert told.problem.hint
    assert told.problem.hint.text(Language.EN) == hint


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("year = FY2024", "`year` must be a whole number"),
        ("year = 2024\ndecimals = two", "`decimals` must be a whole number"),
        ("year = 2024\ntolerance = five", '`tolerance` must be percentage points such as "5pp"'),
    ],
)
def test_nor_is_one_in_the_plans_own_table(line: str, message: str) -> None:
    (told,) = problems(f'[plan]\ntitle = "P"\n{line}\n{TARGET}goal = 5\n')
    assert told.problem.message.text(Language.EN) == message


@pytest.mark.parametrize(
    "figure", ["400 miles", '"400 miles"', "400人", "1.2M", "1.2bn", "€400", "400 kg", "75%", '"75%"', "75％"]
)
def test_a_figure_in_another_unit_than_the_targets_is_never_repeated(figure: str) -> None:
    assert (
        only_hint(f'unit = "km"\ngoal = {figure}', Language.ZH) == "请写 `goal = …`，数值按指标的单位“km”填写"
    )


@pytest.mark.parametrize("figure", ["47.5%", '"47.5%"', '"190（预计）"', "'400 miles'"])
def test_nor_is_one_of_a_period_and_the_target_keeps_its_unit(figure: str) -> None:
    assert (
        only_hint(f'unit = "km"\n[targets.projects.actual]\nH1 = {figure}', Language.ZH)
        == "请写 `H1 = …`，数值按指标的单位“km”填写"
    )


@pytest.mark.parametrize("mark", ["＃", "// ", "-- ", ";", "% ", "<!--"])
@pytest.mark.parametrize("line", ["weight = 3", "目标值 = 400", "due：9月底", "[targets.b]", "说明"])
def test_a_line_that_is_a_comment_elsewhere_is_told_how_one_begins(mark: str, line: str) -> None:
    assert only_hint(f"{mark}{line}\ngoal = 5") == "write `key = value`; put `#` before a comment"


@pytest.mark.parametrize("mark", ["＃", "//", "--", "; ", "%", "<!--"])
def test_nor_is_it_to_be_quoted_between_braces(mark: str) -> None:
    assert (
        only_hint(f"goal = 5\nactual = {{\n  Q1 = 1,\n{mark} H1 = 2\n}}")
        == "write `key = value`; put `#` before a comment"
    )


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ('goal = "9000万元"', "请写 `goal = 0.9`"),
        ('goal = "≤90"', "请写 `goal = 90`"),
        ('"目标值" = 1.5', "请写 `goal = 1.5`"),
    ],
)
def test_a_goal_that_is_adjusted_gets_no_unit_and_no_direction(line: str, hint: str) -> None:
    text = f'{PLAN}{TARGET}unit = "亿元"\ngoal = 2\n[targets.projects.adjusted.2024-06-01]\n{line}\n'
    assert_one_hint_mends(text, hint)


@pytest.mark.parametrize("line", ["H1 = 1", '"上半年" = 1'])
def test_an_adjusted_goal_is_not_told_to_have_actuals(line: str) -> None:
    text = f"{PLAN}{TARGET}goal = 2\n[targets.projects.adjusted.2024-06-01]\ngoal = 3\n{line}\n"
    hints = [each.problem.hint.text(Language.ZH) for each in problems(text) if each.problem.hint]
    assert hints
    assert not [hint for hint in hints if "actual" in hint]


@pytest.mark.parametrize(("unit", "figure"), [("%", "41‰"), ("‰", "4.75%")])
def test_a_share_in_thousandths_is_no_percentage(unit: str, figure: str) -> None:
    assert (
        only_hint(f'unit = "{unit}"\n[targets.projects.actual]\nH1 = "{figure}"', Language.ZH)
        == f"请写 `H1 = …`，数值按指标的单位“{unit}”填写"
    )


@pytest.mark.parametrize(
    "table", ["actual", "stated", "pace", "last_year", "past.2023", "parts.n.actual", "parts.n.stated"]
)
def test_a_text_of_the_target_below_a_table_of_periods_is_to_move_above_it(table: str) -> None:
    told = problems(f'{PLAN}{TARGET}goal = 5\n[targets.projects.{table}]\nowner = "X"\n')
    assert [each.problem.hint.text(Language.EN) for each in told if each.problem.hint] == [
        f"move it above the line [targets.projects.{table}]"
    ]


@pytest.mark.parametrize(
    ("lines", "hint"),
    [
        (
            '[targets]\np.name = "A"\np.goal = "30个"',
            'write `p.goal = 30`, and on a line of its own `p.unit = "个"`',
        ),
        ('[targets]\np.name = "A"\np."上半年" = 3', "write `p.actual = { H1 = 3 }`"),
        (
            '[targets]\np.name = "A"\np.unit = "km"\np."目标值" = "30套"',
            "write `p.goal = …`, with the figure in km, the unit of the target",
        ),
        ('[targets.p]\nname = "A"\nparts.a."目标值" = "30"', "write `parts.a.goal = 30`"),
        ('[targets.p]\nname = "A"\nparts = { a."目标值" = 30 }', "write `a.goal = 30`"),
        ('[targets.p]\nname = "A"\n"完成值".H1 = 3', "write `actual = { H1 = 3 }`"),
    ],
)
def test_a_line_instead_of_one_with_dots_in_its_key_has_them_too(lines: str, hint: str) -> None:
    (told,) = problems(f"{PLAN}{lines}\n")
    assert told.problem.hint
    assert told.problem.hint.text(Language.EN) == hint


@pytest.mark.parametrize("id_", ["长" * 201, "a\u202eb"])
def test_but_not_what_cannot_be_shown_of_it(id_: str) -> None:
    told = problems(f'{PLAN}[targets]\n"{id_}".name = "A"\n"{id_}".goal = "30"\n')
    assert told[-1].problem.hint
    assert told[-1].problem.hint.text(Language.EN) == "write `goal = 30`"


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ('tolerance = "2,5pp"', 'write "2.5pp" with quotes'),
        ('tolerance = "5 points"', 'write "5pp" with quotes'),
        ('tolerance = "2,5"', 'write "2.5pp" with quotes'),
        ('tolerance = "5%"', 'write "5pp" with quotes'),
        ('tolerance = "0,05"', 'write "5pp" or "0.05pp" with quotes, whichever is meant'),
        ('pace = { H1 = "10,5%" }', 'write "10.5%" with quotes'),
        ('pace = { H1 = "0,5%" }', 'write "0.5%" with quotes'),
        ('pace = { H1 = "0,4" }', 'write "40%" with quotes'),
        ('[check]\nmin_completion = "45,5 %"', 'write "45.5%" with quotes'),
        ('[check]\nmax_lag = "2,5 个百分点"', 'write "2.5pp" with quotes'),
        ("[plan.pace]\n上半年 = 40,5%", 'write `H1 = "40.5%"`'),
    ],
)
def test_a_percentage_with_a_decimal_comma_is_told_with_its_point(line: str, hint: str) -> None:
    (told,) = problems(f"{PLAN}{line}\n{TARGET}goal = 5\n")
    assert told.problem.hint
    assert told.problem.hint.text(Language.EN) == hint


@pytest.mark.parametrize("unit", ["", 'unit = "km"\n'])
@pytest.mark.parametrize(
    "line",
    [
        "goal = 4OO",
        'goal = "4OO"',
        "goal = 4O0",
        "actual = { H1 = 4O }",
        'actual = { H1 = "4o" }',
        "目标值 = 4OO",
    ],
)
def test_letters_that_stand_for_zeros_are_no_unit_and_never_left_out(line: str, unit: str) -> None:
    (told,) = problems(f"{PLAN}{TARGET}{unit}{line}\n")
    assert told.problem.hint
    assert not re.search(r"\b4\b", told.problem.hint.text(Language.EN))


def test_a_weight_gives_a_target_no_unit_and_no_kind() -> None:
    assert_one_hint_mends(f'{PLAN}{TARGET}weight = "75%"\n', "请写 `weight = 75`")


def test_of_two_figures_for_one_period_the_user_chooses() -> None:
    assert (
        only_hint("actual = { H1 = 190, 上半年 = 3, Q3 = 200 }", Language.ZH)
        == "请写 `actual = { H1 = …, Q3 = 200 }`"
    )


@pytest.mark.parametrize("table", ["targets.a.committed", "targets.a.parts", "targets.a.parts.x.committed"])
@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("权重 = 2", "weight = 2"),
        ('"权重" = 2', "weight = 2"),
        ('"權重" = 2', "weight = 2"),
        ("Weight = 2", "weight = 2"),
        ('"目标值" = 400', "goal = 400"),
        ("责任单位 = 发改委", 'owner = "发改委"'),
        ('"责任单位" = "发改委"', 'owner = "发改委"'),
        ('"完成时限" = 2024-05-31', "due = 2024-05-31"),
        ('"约束性" = true', "binding = true"),
    ],
)
def test_a_key_of_a_target_in_other_words_is_no_committed_work_and_no_part(
    table: str, line: str, right: str
) -> None:
    text = f'[plan]\ntitle = "P"\nyear = 2024\n[targets.a]\nname = "A"\n[{table}]\n{line}\n'
    (told,) = problems(text)
    assert told.problem.code in {"key-below", "toml-unquoted-key"}
    assert told.problem.message.text(Language.EN).endswith(f"but is written below `{table}`")
    assert told.problem.hint is not None
    key = right.partition(" ")[0]
    above = table if key in {"goal", "owner"} else table.replace(".x.committed", ".x")
    assert told.problem.hint.text(Language.EN) == f"write `{right}` above the line [{above}]"


def test_work_and_parts_may_be_called_what_is_also_a_word_for_a_key() -> None:
    head = '[plan]\ntitle = "P"\nyear = 2024\n[targets.a]\nname = "A"\ngoal = 9\n'
    named = 'committed = { "计划" = 2, "项目" = 3 }\nparts = { "目标值" = { goal = 9 } }\n'
    assert problems(head + named) == ()


CLOSED = [
    *[("plan", meant.PLAN_KEYS, word) for word in ("语言", "日历", "报送周期", "填报方式", "进度")],
    *[
        ("target", meant.TARGET_KEYS, word)
        for word in ("类型", "方向", "检查", "约束性", "报送周期", "填报方式", "进度")
    ],
]
"""Words for the keys whose values are words of a list, with the tables in which these keys stand."""


@pytest.mark.parametrize("form", ['"{}"', "{}"])
@pytest.mark.parametrize("is_right", [True, False])
@pytest.mark.parametrize(
    ("table", "keys", "word"), CLOSED, ids=[f"{table}-{word}" for table, _, word in CLOSED]
)
def test_each_line_that_is_told_instead_of_a_word_is_one_that_the_key_may_have(
    table: str, keys: dict[str, str], word: str, form: str, *, is_right: bool
) -> None:
    def told(line: str) -> list[Problem]:
        lines = {"plan": "", "target": "", table: line}
        text = f'[plan]\ntitle = "P"\nyear = 2024\n{lines["plan"]}\n{TARGET}goal = 5\n{lines["target"]}\n'
        return [each for each in parse(text)[1] if each.code != "last-year-missing"]

    for value in [*meant.CHOICES[keys[word]], "怪词"]:
        found = told(f"{keys[word] if is_right else word} = {form.format(value)}")
        hints = [each.hint.text(Language.ZH) for each in found[:1] if each.hint]
        for fix in re.findall("`([^`]+)`", "".join(hints)):
            word_meant = fix if fix in {"true", "false"} else toml_text(fix)
            right = fix if "=" in fix else f"{keys[word]} = {word_meant}"
            assert told(right) == [], (value, fix)
        assert hints or not found


@pytest.mark.parametrize(
    ("lines", "hint"),
    [
        ('类型 = "结构性"', '请从以下各行中选写一行：`kind = "cumulative"`、`kind = "level"`'),
        (
            '[targets.projects.committed]\n类型 = "结构性"',
            "请在 [targets.projects.committed] 这一行的上面写 `kind = …`",
        ),
        ('goal = "暂无"', "尚无数据的，请去掉此项：缺报不等于0"),
        *(
            (f'goal = "{text}"', "只写数字和小数点，如 1550、96.5")
            for text in ("10~12", "10-12", "10至12", "1.234,5")
        ),
        ('goal = "30 m2"', '只写数字 30，单位另写 unit = "m2"'),
        ("[targets.projects.parts]\n东区 = { 目标 = 9, 颜色 = 3 }", '请加英文引号：`"东区"`'),
        ("committed = { 甲、乙 = 3 }", '请加英文引号：`"甲、乙"`'),
        (
            'actual = { H1 = 1 }\nstated = { H1 = "5.9个百分点" }',
            "只核对完成率和超前、滞后；其他表述请写在 `note` 中",
        ),
        ('[check]\n不通过 = "糟糕"', "是否应为 `fail_on`？"),
        ('[check]\nfail_on = "糟糕"', '请写在方括号中：["behind", "missed"]'),
    ],
)
def test_of_a_word_that_is_none_of_a_key_the_user_is_told_what_may_be_chosen(lines: str, hint: str) -> None:
    assert only_hint(lines, Language.ZH) == hint


def test_there_are_at_least_forty_slips() -> None:
    assert len(IN_TARGET) + len(IN_FILE) >= 40


def test_months_in_words_are_those_of_the_calendar() -> None:
    fiscal = PLAN.replace("year = 2024", "start = 2024-04-01\nend = 2025-03-31")
    assert_one_hint_mends(f'{fiscal}{TARGET}actual = {{ "9月" = 3 }}\n', "是否应为 `M06`？")
    assert_one_hint_mends(f"{fiscal}{TARGET}actual = {{ 9月 = 3 }}\n", "请写 `actual = { M06 = 3 }`")


@pytest.mark.parametrize("start", ["开始日期", "起始日期", "开始"])
@pytest.mark.parametrize("end", ["结束日期", "截止日期", "终止日期"])
def test_the_time_of_a_plan_is_known_by_whatever_words_it_is_given_in(start: str, end: str) -> None:
    fiscal = PLAN.replace("year = 2024", f'"{start}" = 2024-04-01\n"{end}" = 2025-03-31')
    found = problems(f'{fiscal}{TARGET}due = "2月底"\n')
    assert "请写 `due = 2025-02-28`" in [
        each.problem.hint.text(Language.ZH) for each in found if each.problem.hint
    ]


def test_all_slips_of_a_plan_are_told_at_once_each_with_its_hint() -> None:
    lines = "目标值 = 400\n责任单位 = 市发改委\n完成时限 = 9月底\n"
    hints = [
        each.problem.hint.text(Language.ZH) for each in problems(PLAN + TARGET + lines) if each.problem.hint
    ]
    assert hints == ["请写 `goal = 400`", '请写 `owner = "市发改委"`', "请写 `due = 2024-09-30`"]


@pytest.mark.parametrize(
    "lines",
    [
        "committed = { 新开工项目 = 50 }",  # a name, which needs quotes and no other word
        "committed = { 目标 = 50 }",
        "[targets.projects.parts.目标]\ngoal = 3",
    ],
)
def test_a_name_that_looks_like_a_key_stays_a_name(lines: str) -> None:
    (told,) = problems(f"{PLAN}{TARGET}{lines}\n")
    assert told.problem.code == "toml-unquoted-key"
    assert told.problem.hint is not None
    assert re.search('"(新开工项目|目标)"', told.problem.hint.text(Language.ZH))


@pytest.mark.parametrize("header", ["[targets.b]]", "[targets.b] x"])
def test_a_key_below_a_header_with_something_behind_it_is_not_that_of_the_table_above(header: str) -> None:
    *_, told = problems(f'{PLAN}{TARGET}goal = 400\n{header}\n目标值 = "3个"\n')
    assert told.problem.hint
    assert told.problem.hint.text(Language.EN) == 'write `goal = 3`, and on a line of its own `unit = "个"`'


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        ('goal = 400\n"目标值" = 400', "goal"),
        ('goal = 400\n"目标值" = 500', "goal"),
        ('[targets.projects.parts.x]\ngoal = 4\n"目标值" = 5', "goal"),
        ('title = "B"', "name"),
        ("goal = 400\n目标值 = 500", "goal"),
        ("目标值 = 500个\ngoal = 400", "goal"),
        ("title = B", "name"),
    ],
)
def test_of_a_key_in_two_words_one_is_to_be_kept(lines: str, key: str) -> None:
    assert only_hint(lines) == f"`{key}` is given here already: keep one of the two"


@pytest.mark.parametrize(
    "lines",
    [
        'note = """\ngoal = 5\n"""\n目标值 = 400',
        "note = '''\ngoal = 5\n'''\n目标值 = 400",
        "parts = { b = {\ngoal = 5 } }\n目标值 = 400",
        'parts = { b = {\ngoal = 5,\nowner = "x" } }\n目标值 = 400',
    ],
)
def test_a_line_of_a_text_or_of_a_part_is_no_key_of_the_target(lines: str) -> None:
    assert only_hint(lines) == "write `goal = 400`"


def test_two_tables_may_both_be_needed() -> None:
    assert only_hint('actual = { H1 = 1 }\n"完成值" = { Q3 = 2 }') == "write `actual = { Q3 = 2 }`"


@pytest.mark.parametrize(
    ("lines", "hint"),
    [
        ('[targets.""]\nname = "B"', "choose a short id such as `projects`; what people read goes in `name`"),
        ('[targets.projects.actual]\n" " = 3', "write a name between the quotes, or delete the line"),
    ],
)
def test_a_name_between_quotes_is_not_only_said_to_be_no_text(lines: str, hint: str) -> None:
    (told,) = problems(f"{PLAN}{TARGET}{lines}\n")
    assert told.problem.message.text(Language.EN) == "a name must not be empty"
    assert told.problem.hint
    assert told.problem.hint.text(Language.EN) == hint


@pytest.mark.parametrize(
    ("lines", "hint"),
    [
        ("committed = { x = 1, weight = 2 }", "move it out of `targets.projects.committed`"),
        ("actual.H1 = 3\nactual.weight = 2", "move it out of `targets.projects.actual`"),
        ('committed = { "权重" = 2 }', "write `weight = 2` outside of `targets.projects.committed`"),
        ("[targets.projects.committed]\nweight = 2", "move it above the line [targets.projects.committed]"),
        (
            "[targets.projects.parts.x]\nactual = { H1 = 3, weight = 3 }",
            "move it above the line [targets.projects.parts.x]",
        ),
    ],
)
def test_a_key_of_the_target_is_to_move_above_a_line_only_where_there_is_one(lines: str, hint: str) -> None:
    assert only_hint(lines) == hint


def test_of_an_adjusted_goal_that_a_numbered_line_gives_again_the_figure_is_left_open() -> None:
    assert (
        only_hint("goal = 400\nadjusted.2024-06-01 = { goal = 5, 1.goal = 3 }")
        == "write `adjusted.2024-06-01 = { goal = … }`"
    )


def test_each_line_of_a_numbered_list_is_told_without_its_number_and_no_name_is_said_to_be_missing() -> None:
    told = problems(f'{PLAN}[targets.projects]\n1. name = "A"\n2. "目标值" = 4\n')
    assert [each.problem.hint and each.problem.hint.text(Language.ZH) for each in told] == [
        '请写 `name = "A"`',
        "请写 `goal = 4`",
    ]


@pytest.mark.parametrize("ids", [["pm2.5"], ["env.1", "env.2"]])
def test_ids_with_points_before_nothing_but_a_name_are_no_numbered_list(ids: list[str]) -> None:
    told = problems("".join([PLAN, *(f'[targets.{id_}]\nname = "A"\n' for id_ in ids)]))
    assert [each.problem.hint and each.problem.hint.text(Language.EN) for each in told] == [
        f'an id with a dot needs quotes: [targets."{id_}"]' for id_ in ids
    ]


@pytest.mark.parametrize("line", ["目标值 = 400", "actual = { 9月 = 3 }", "乱写 = 3"])
def test_a_key_that_quotation_marks_would_not_make_one_is_not_said_to_need_them(line: str) -> None:
    (told,) = problems(f"{PLAN}{TARGET}{line}\n")
    assert "引号" not in told.problem.message.text(Language.ZH)
    assert told.problem.hint is not None
    assert "引号" not in told.problem.hint.text(Language.ZH)


def test_a_plan_that_asks_for_chinese_in_other_words_is_told_so_in_chinese() -> None:
    for line in ('language = "中文"', "语言 = 中文", 'language = "chinese"', "language = 中文"):
        text = PLAN.replace('language = "zh"', line) + TARGET
        (told,) = problems(text)
        assert told.problem.hint is not None


PRINTED: dict[str, dict[str, Phrase]] = {
    **{field: known.printed for field, known in SETTINGS.items() if field != "pace_rule"},
    "pace": SETTINGS["pace_rule"].printed,
    "calendar": {key.value: settings.WORDS[key] for key in Calendar},
}
"""What Chinese output prints for a word of the plan file, by key and by that word."""


@pytest.mark.parametrize("key", PRINTED)
def test_what_is_printed_for_a_word_of_the_plan_file_is_known_as_that_word(key: str) -> None:
    for code, phrase in PRINTED[key].items():
        assert meant.CHOICES[key].get(simplified(phrase.zh)) == code, phrase.zh


def test_what_is_printed_for_a_status_is_known_as_that_status() -> None:
    for code, phrase in {**STATUS.printed, **FINDING.printed}.items():
        if code != "dropped":  # no word of `fail_on`, for what is dropped is in no check
            assert meant.JUDGEMENTS.get(simplified(phrase.zh)) == code, phrase.zh


def test_what_heads_a_column_is_known_as_the_key_that_it_shows() -> None:
    keys = TargetTable.model_fields.keys() & words.COLUMN.keys() - {"name"}
    assert len(keys) > 15
    for key in keys:
        assert meant.TARGET_KEYS.get(simplified(words.COLUMN[key].zh)) == key, words.COLUMN[key].zh


def test_a_word_that_says_nothing_of_the_nature_is_not_to_be_written_without_quotes() -> None:
    (told,) = problems(f'{PLAN}[targets.a]\nname = "A"\nbinding = "核心"\n')
    assert told.problem.hint is not None
    assert told.problem.hint.text(Language.ZH) == "请写 true 或 false，不加引号"
