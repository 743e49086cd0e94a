"""What `--help` says of each option and argument, and how their placeholders are called."""

from plan_tracker.language import Phrase
from plan_tracker.wording import words

_PLANS = Phrase(
    "The plan, or many: a folder, or a pattern in quotes; else $PLAN_TRACKER_FILE, else targets.toml.",
    "计划文件；多个计划可写文件夹或带引号的通配符；默认取 $PLAN_TRACKER_FILE，其次取 targets.toml。",
)
_TARGET = Phrase(
    "The target, by id or name; a part as projects/north.",
    "指标的标识或名称；分解任务写作 projects/新城区。",
)
_OF_SEVERAL = ("status", "show", "outlook", "export", "check", "validate", "compare")
"""Commands that take several plans."""

PARAMETERS: dict[str, Phrase] = {
    **{f"{command} --file": _PLANS for command in _OF_SEVERAL},
    "--version": Phrase("Print the version.", "显示版本号。"),
    "--help": Phrase("Show this help.", "显示本帮助。"),
    "--file": Phrase(
        "The plan; else $PLAN_TRACKER_FILE, else targets.toml in this folder or one above.",
        "计划文件；默认取 $PLAN_TRACKER_FILE，其次取本文件夹或上级文件夹中的 targets.toml。",
    ),
    "--as-of": Phrase(
        "Judge as of 2024-08-15, H1, September or today; else the plan's as_of, else its latest figure.",
        "评价日期：2024-08-15、上半年、9月或今天；默认取计划的 as_of，其次取最新数据的日期。",
    ),
    "--lang": Phrase(
        "Language of the output; else $PLAN_TRACKER_LANG, else the plan's.",
        "输出语言；默认取 $PLAN_TRACKER_LANG，其次取计划的语言。",
    ),
    "--color": Phrase("Colour: auto depends on the terminal.", "颜色；auto 视终端而定。"),
    "--strict": Phrase("Treat warnings about the plan as errors.", "将计划文件的警告视为错误。"),
    "--skip-broken": Phrase(
        "Of several plans, leave out those that cannot be judged.", "有多个计划时，略去无法评价的。"
    ),
    "--parts": Phrase(
        "All parts, or none; else those of targets with a part behind.",
        "列出全部分解任务，或一概不列；默认只在有任务滞后时列出。",
    ),
    "--past": Phrase(
        "Show what would have been projected for each earlier year.", "用同一方法检验往年，并列出结果。"
    ),
    "--no-parts": Phrase("Leave the parts of targets out.", "不含分解任务。"),
    "--ascii": Phrase("Draw with ASCII letters only.", "图形只用 ASCII 字符。"),
    "--format": Phrase("Format of the output.", "输出格式。"),
    "export --format": Phrase("Format; CSV by default.", "格式；默认为 CSV。"),
    "check --format": Phrase("Format on standard output.", "标准输出的格式。"),
    "bash|zsh|fish": Phrase(
        "The shell: load its script in the start-up file, or save it where the shell looks for completions.",
        "所用的 shell。脚本在启动时读入，或存到该 shell 查找补全脚本的位置。",
    ),
    "--only": Phrase("Only targets with these statuses.", "只列出这些状态的指标。"),
    "status --owner": Phrase("Only targets this owner is responsible for.", "只列出该责任单位的指标。"),
    "status --group": Phrase("Only targets of this group.", "只列出该类别的指标。"),
    "--group-by": Phrase("What the table is grouped by.", "表格按此分组。"),
    "--sort": Phrase(
        "Worst lead first, lowest rate first, or as in the file (default).",
        "滞后最多的在前、完成率最低的在前，或按文件顺序（默认）。",
    ),
    "--all": Phrase(
        "All rows; else a terminal gets the worst 200.", "列出全部行；默认在终端只列滞后最多的200行。"
    ),
    "show ID": _TARGET,
    "record ID": _TARGET,
    "record PERIOD": Phrase("H1, Q3, M08, September, a date …", "上半年、三季度、9月、1-9月、H1、日期……"),
    "record VALUE": Phrase("The figure; it is written as typed.", "数值，照原样写入。"),
    "--revise": Phrase("Replace a figure that is there already.", "更正已有的数值。"),
    "--dry-run": Phrase("Show the change; write nothing.", "只显示改动，不写入。"),
    "import --dry-run": Phrase("Show what is understood; write nothing.", "只显示识别结果，不写入。"),
    "--from": Phrase(
        "Many figures from CSV, XLSX, XLS, XLSB or ODS; PERIOD may be given too.",
        "从 CSV、XLSX、XLS、XLSB 或 ODS 表格批量登记，可另写报告期。",
    ),
    "--feed": Phrase(
        "Figures that a database adds up: --feed NAME PERIOD.", "从数据库取数：--feed 名称 报告期。"
    ),
    "--under": Phrase("The rows of the table are parts of this target.", "表中各行是该指标的分解任务。"),
    "--column": Phrase(
        "Say which column a field is in, by its heading or letter: --column goal=F.",
        "指明某字段在哪一列，用列标题或列号：--column 目标值=F。",
    ),
    "--sheet": Phrase(
        "The sheet of a workbook; else the first with headings.", "工作表；默认取第一个有表头的。"
    ),
    "--encoding": Phrase("The encoding of a text file; else it is detected.", "文本编码；默认自动识别。"),
    "--partial": Phrase("Take what was understood, and leave out the rest.", "采用能识别的部分，其余略去。"),
    "--yes": Phrase("Accept figures that look wrong but are right.", "确认存疑的数值无误，予以写入。"),
    "--output": Phrase("Write here; else standard output.", "写入此文件；默认写到标准输出。"),
    "export --output": Phrase(
        "Write here; the file extension sets the format.", "写入此文件，格式由扩展名决定。"
    ),
    "check --output": Phrase("Also write a file; may be repeated.", "另写一个文件，可多次使用。"),
    "--excel": Phrase(
        "CSV for Excel, with readable headings and words.", "供 Excel 直接打开的 CSV，表头和用词为中文。"
    ),
    "--history": Phrase("One row per target and period.", "每项指标每个报告期一行。"),
    "init --file": Phrase("The file to write; else targets.toml.", "要写入的文件；默认为 targets.toml。"),
    "init --year": Phrase("Year of the plan; else the current year.", "计划年度；默认为今年。"),
    "init --from": Phrase(
        "Make next year's plan from this one: same targets; the actuals become a past year.",
        "由此计划生成下一年计划：沿用指标，本年完成值转为往年数据。",
    ),
    "--growth": Phrase(
        "Set goals of running totals to last year's goals plus this growth, as in 8%; else goals "
        "are left for you to fill in.",
        "累计量的目标值按上年目标值和此增幅推算，如 8%；不写则目标值留待填写。",
    ),
    "--force": Phrase("Replace the file if it is there.", "文件已存在时予以覆盖。"),
    "add NAME": Phrase("Name of the target.", "指标名称。"),
    "--goal": Phrase(
        "The goal as you would write it: 400, 300km, ≥85%, ≤28.", "照平常写法：400、1550亿元、≥85%、4.5以内。"
    ),
    "--unit": Phrase("Unit; else the one written after the goal.", "单位；默认取目标值后面的单位。"),
    "--group": Phrase("Heading under which it is listed.", "所属类别。"),
    "--owner": Phrase("Who answers for it.", "责任单位。"),
    "--due": Phrase(
        "Day by which the goal is due: 2024-09-30, September, Q3.", "完成时限：2024-09-30、9月底、三季度。"
    ),
    "--start": Phrase("First day of the task; else the plan's.", "任务开始日期；默认为计划首日。"),
    "--kind": Phrase(
        "cumulative (default), or level for a rate or a share.", "累计量（默认），或水平值（比率、占比）。"
    ),
    "--direction": Phrase(
        "at_least (default) or at_most, as ≤ says too.", "不低于（默认）或不超过；目标值写 ≤ 时可不写。"
    ),
    "--baseline": Phrase("Where a level stood at the start.", "水平值的基期值。"),
    "--weight": Phrase("Weight in the mean completion; else 1.", "在平均完成率中的权重；默认为1。"),
    "--id": Phrase("Id; else one made from the name.", "标识；默认由名称生成。"),
    "import TABLE": Phrase("CSV, XLSX, XLS, XLSB or ODS.", "CSV、XLSX、XLS、XLSB 或 ODS 表格。"),
    "--title": Phrase(
        "Title of the plan; else the table's, or the file's name.", "计划名称；默认取表格标题或文件名。"
    ),
    "--year": Phrase("Year of the plan; else the table's.", "计划年度；默认取表格中的年份。"),
    "--period": Phrase("Period for figures that do not name one.", "未注明报告期的数值属于此期。"),
    "validate FILE": Phrase("Plans, beside one given with -f.", "一个或多个计划文件，与 -f 所指的一并检查。"),
    "--fail-on": Phrase(
        "What fails: statuses, allocation, silent.", "不通过的情形：各种状态、任务分解不足、整期未报。"
    ),
    "--warn-on": Phrase(
        "What only warns: statuses, allocation, silent.", "只警告的情形：各种状态、任务分解不足、整期未报。"
    ),
    "--max-lag": Phrase("A target behind by no more than this only warns.", "滞后不超过此值的只警告。"),
    "--min-completion": Phrase("A target with a rate below this fails.", "完成率低于此值的不通过。"),
    "--document": Phrase(
        "Also look each figure up in this report (text, .docx, .pdf); what is not found fails with "
        "--strict only.",
        "另在此报告（文本、.docx、.pdf）中查找各数值；未找到的只提示，加 --strict 则不通过。",
    ),
    "compare OLD": Phrase(
        "A file, or a git revision (git:REV to force that; git:REV:PATH if the file was moved).",
        "文件或 git 版本（写 git:REV 则一律按版本处理；文件移动过的，写 git:REV:PATH）。",
    ),
    "compare NEW": Phrase("The same; else the plan as it is now.", "同上；默认为计划的当前内容。"),
    "compare --as-of": Phrase(
        "Judge both as of a day, or OLD as of A and NEW as of B.",
        "两个版本都按此日评价，或旧版按A日、新版按B日评价。",
    ),
    "compare --fail-on": Phrase(
        "Fail (exit code 1) on: worse, goal_lowered, actual_revised, removed, eased.",
        "不通过的情形（退出码为1）：状态变差、目标值下调、数据更正、指标删除、要求放宽。",
    ),
}
"""What is said of an option by its long name, of an argument by its placeholder; with its command first."""

_FIELDS = ("period", "goal", "unit", "group", "owner", "kind", "direction", "baseline", "weight")

PLACEHOLDERS: dict[str, Phrase] = {
    **{field.upper(): Phrase(field.upper(), words.COLUMN[field].zh) for field in _FIELDS},
    **{field: words.COLUMN[field] for field in ("group", "owner", "status", "plan")},
    "lead": words.LEAD,
    "rate": words.RATE,
    "FILE": Phrase("FILE", "文件"),
    "[FILE]...": Phrase("[FILE]...", "[文件] …"),
    "DAY": Phrase("DAY", "日期"),
    "STATUS,…": Phrase("STATUS,…", "状态、…"),
    "WORD,…": Phrase("WORD,…", "情形、…"),
    "ID": Phrase("ID", "指标"),
    "NEW_ID": Phrase("ID", "标识"),
    "VALUE": Phrase("VALUE", "数值"),
    "TABLE": Phrase("TABLE", "表格"),
    "NAME": Phrase("NAME", "名称"),
    "TARGET": Phrase("TARGET", "指标"),
    "FIELD=COLUMN": Phrase("FIELD=COLUMN", "字段=列"),
    "FORMAT": Phrase("FORMAT", "格式"),
    "FORMAT=FILE": Phrase("FORMAT=FILE", "格式=文件"),
    "REPORT": Phrase("REPORT", "报告"),
    "TITLE": Phrase("TITLE", "名称"),
    "YEAR": Phrase("YEAR", "年份"),
    "PERCENT": Phrase("PERCENT", "百分比"),
    "OLD": Phrase("OLD", "旧版"),
    "NEW": Phrase("NEW", "新版"),
    "binding": Phrase("binding", "指标性质"),
    "file": Phrase("file", "文件"),
}
"""How placeholders, or their words between `|`, are called in each language; others are the same in both."""
