"""What `--help` says: each command with its examples and exit codes, each option, and each placeholder."""

from typing import NamedTuple

from plan_tracker.language import Phrase


class CommandHelp(NamedTuple):
    """A command's purpose in at most 66 cells, its panel, examples that run, and its exit codes' meaning."""

    about: Phrase
    panel: Phrase
    examples: tuple[Phrase, ...]
    exits: tuple[Phrase, ...] = ()


def _same(text: str) -> Phrase:
    return Phrase(text, text)


ABOUT = Phrase(
    "Says how much of each goal of a yearly plan is done, whether that is on pace, and what is behind.",
    "年度计划执行情况：各项指标完成多少、是否达到序时进度、哪些滞后。",
)
USAGE = Phrase("Usage: ", "用法：")
ARGUMENTS = Phrase("Arguments", "参数")
OPTIONS = Phrase("Options", "选项")
EXAMPLES = Phrase("Examples", "示例")
EXIT_CODES = Phrase("Exit codes", "退出码")
OPTIONS_THERE = Phrase("[OPTIONS]", "[选项]")
COMMAND_THERE = Phrase("COMMAND …", "命令 …")
DEFAULT = Phrase("default: {value}", "默认：{value}")
REQUIRED = Phrase("required", "必填")
WITH_CHOICES = Phrase("{text}: {choices}.", "{text}：{choices}。")
IN_BRACKETS = Phrase("{text} [{more}]", "{text}（{more}）")

EVERYDAY = Phrase("Everyday", "日常使用")
FILE = Phrase("The plan file", "计划文件")
CI = Phrase("Continuous integration", "检查与核对")

ALL_WELL = Phrase("0  nothing is refused", "0  通过")
UNJUDGED = Phrase("2  wrong usage, or a plan that cannot be judged", "2  用法有误，或计划无法评判")
NOT_WRITTEN = Phrase(
    "2  a goal or figure was not understood: nothing is written", "2  有目标值或数值无法识别，未写入任何内容"
)
WRITTEN = Phrase("0  written, or already there", "0  已写入，或原已如此")

COMMANDS: dict[str, CommandHelp] = {
    "status": CommandHelp(
        about=Phrase(
            "Show every target: goal, actual, rate against pace, lead, status.",
            "列出全部指标：目标值、完成值、完成率、超前或滞后、状态",
        ),
        panel=EVERYDAY,
        examples=(
            _same("plan-tracker status"),
            Phrase("plan-tracker status --only behind,missed", "plan-tracker status --only 滞后，未完成"),
            Phrase(
                "plan-tracker status --as-of Q1 --group-by owner",
                "plan-tracker status --as-of 一季度 --group-by 责任单位",
            ),
        ),
    ),
    "show": CommandHelp(
        about=Phrase(
            "Tell all about one target: figures, rule, periods, outlook, parts.",
            "查看单项指标：数据、评判依据、各期数据、后续任务、任务分解",
        ),
        panel=EVERYDAY,
        examples=(
            _same("plan-tracker show projects"),
            _same("plan-tracker show 引进亿元以上项目"),
            Phrase("plan-tracker show projects --as-of H1", "plan-tracker show projects --as-of 上半年"),
        ),
    ),
    "outlook": CommandHelp(
        about=Phrase(
            "Show what is left of each goal, and how fast it must be reached.",
            "查看后续任务：还差多少，余下时间须以多快的速度完成",
        ),
        panel=EVERYDAY,
        examples=(
            _same("plan-tracker outlook"),
            Phrase("plan-tracker outlook --as-of H1 --parts", "plan-tracker outlook --as-of 上半年 --parts"),
        ),
    ),
    "record": CommandHelp(
        about=Phrase(
            "Write one actual into the plan, or many from a table or database.",
            "登记完成值：单个登记，或从表格、数据库批量登记",
        ),
        panel=EVERYDAY,
        examples=(
            Phrase("plan-tracker record projects FY 395", "plan-tracker record 引进亿元以上项目 全年 395"),
            Phrase(
                "plan-tracker record projects H1 192 --revise",
                "plan-tracker record projects 上半年 192 --revise",
            ),
            Phrase(
                "plan-tracker record --from figures.csv FY --dry-run",
                "plan-tracker record --from figures.csv 全年 --dry-run",
            ),
        ),
        exits=(WRITTEN, NOT_WRITTEN),
    ),
    "export": CommandHelp(
        about=Phrase(
            "Write progress as CSV, JSON, XLSX, HTML, Markdown or Word.",
            "导出进展：CSV、JSON、Excel、网页、Markdown 或 Word",
        ),
        panel=EVERYDAY,
        examples=(
            _same("plan-tracker export -o progress.xlsx"),
            _same("plan-tracker export -o report.html"),
            _same("plan-tracker export --excel -o progress.csv"),
        ),
    ),
    "init": CommandHelp(
        about=Phrase(
            "Write a commented starter plan, or next year's plan from this one.",
            "新建带注释的计划文件，或由本年计划生成下一年计划",
        ),
        panel=FILE,
        examples=(
            _same("plan-tracker init --year 2026"),
            _same("plan-tracker init --from old.toml"),
            _same("plan-tracker init --from old.toml --growth 8% -f plan-2025.toml"),
        ),
    ),
    "import": CommandHelp(
        about=Phrase(
            "Make a plan of a table with names, units, goals and actuals.",
            "由表格（名称、单位、目标值、完成值）生成计划文件",
        ),
        panel=FILE,
        examples=(
            Phrase(
                "plan-tracker import table.csv --year 2024 --period H1 -o plan.toml",
                "plan-tracker import table.csv --year 2024 --period 上半年 -o plan.toml",
            ),
            Phrase(
                "plan-tracker import table.csv --year 2024 --period H1 --dry-run",
                "plan-tracker import table.csv --year 2024 --period 上半年 --dry-run",
            ),
        ),
        exits=(Phrase("0  the plan is written or shown", "0  已写入或显示计划"), NOT_WRITTEN),
    ),
    "add": CommandHelp(
        about=Phrase(
            "Write one new target into the plan, in its group.", "在计划文件的相应类别中新增一项指标"
        ),
        panel=FILE,
        examples=(
            Phrase(
                'plan-tracker add "Jobs created" --goal 1200 --owner "Labour office"',
                "plan-tracker add 新建托育机构 --goal 20家 --group 以人民为中心 --owner 卫健委",
            ),
            Phrase(
                "plan-tracker add Unemployment --goal ≤5.5% --kind level --dry-run",
                "plan-tracker add 城镇调查失业率 --goal ≤5.5% --kind 水平值 --dry-run",
            ),
        ),
        exits=(
            Phrase("0  the target is written", "0  已写入"),
            Phrase(
                "2  something is not understood or not valid: nothing is written",
                "2  有内容无法识别或无效，未写入",
            ),
        ),
    ),
    "validate": CommandHelp(
        about=Phrase(
            "Tell every problem of the plan file, with its place and a hint.",
            "检查计划文件，列出全部问题、所在位置和改法",
        ),
        panel=FILE,
        examples=(
            _same("plan-tracker validate"),
            _same("plan-tracker validate --strict targets.toml"),
        ),
        exits=(
            Phrase("0  the plan can be judged", "0  计划可以评判"),
            Phrase(
                "2  it cannot; with --strict also if there are warnings",
                "2  不能评判；加 --strict 时有警告也算",
            ),
        ),
    ),
    "schema": CommandHelp(
        about=Phrase(
            "Print the JSON Schema of plan files, for editors.", "输出计划文件的 JSON Schema，供编辑器使用"
        ),
        panel=FILE,
        examples=(
            _same("plan-tracker schema -o plan.schema.json"),
            _same("plan-tracker schema --lang zh -o plan.schema.zh.json"),
        ),
    ),
    "completion": CommandHelp(
        about=Phrase(
            "Print the script that completes commands in bash, zsh or fish.",
            "输出命令行自动补全脚本（bash、zsh 或 fish）",
        ),
        panel=FILE,
        examples=(
            _same("plan-tracker completion bash > ~/.bash_completion"),
            _same("plan-tracker completion fish > ~/.config/fish/completions/plan-tracker.fish"),
        ),
    ),
    "check": CommandHelp(
        about=Phrase(
            "Fail (exit code 1) if a target is behind, missed or not reported.",
            "有指标滞后、未完成或未报送时不通过（退出码为1）",
        ),
        panel=CI,
        examples=(
            _same("plan-tracker check"),
            Phrase(
                "plan-tracker check --fail-on missed --warn-on behind",
                "plan-tracker check --fail-on 未完成 --warn-on 滞后",
            ),
            _same("plan-tracker check --max-lag 5pp -o junit=plan.xml"),
        ),
        exits=(ALL_WELL, Phrase("1  a target is refused", "1  有指标不通过"), UNJUDGED),
    ),
    "audit": CommandHelp(
        about=Phrase(
            "Compare each stated figure with the data and a report's text.",
            "核对公布值与数据是否一致，并可与报告文本核对",
        ),
        panel=CI,
        examples=(
            _same("plan-tracker audit"),
            _same("plan-tracker audit --document report.txt"),
        ),
        exits=(
            Phrase("0  every stated figure agrees with the data", "0  公布值均与数据相符"),
            Phrase("1  one does not", "1  有公布值与数据不符"),
            UNJUDGED,
        ),
    ),
    "compare": CommandHelp(
        about=Phrase(
            "Show what changed since another version of the plan.", "与计划的另一版本比较，列出变化"
        ),
        panel=CI,
        examples=(
            _same("plan-tracker compare HEAD~1"),
            Phrase("plan-tracker compare --as-of Q1..H1", "plan-tracker compare --as-of 一季度..上半年"),
            Phrase(
                "plan-tracker compare old.toml --fail-on goal_lowered,eased",
                "plan-tracker compare old.toml --fail-on 目标值下调，要求放宽",
            ),
        ),
        exits=(
            Phrase("0  nothing of what --fail-on names has changed", "0  没有 --fail-on 所列的变化"),
            Phrase("1  something has", "1  有 --fail-on 所列的变化"),
            UNJUDGED,
        ),
    ),
}
"""In the order of the overview."""

_PLANS = Phrase(
    "The plan, or many: a folder, or a pattern in quotes; else $PLAN_TRACKER_FILE, else targets.toml.",
    "计划文件，或多个计划：文件夹或带引号的通配符；未给出时取 $PLAN_TRACKER_FILE，再取 targets.toml。",
)
_OF_SEVERAL = ("status", "show", "outlook", "export", "check", "validate", "compare")
"""Commands that take several plans."""

PARAMETERS: dict[str, Phrase] = {
    **{f"{command} --file": _PLANS for command in _OF_SEVERAL},
    "--version": Phrase("Print the version.", "显示版本号。"),
    "--help": Phrase("Show this help.", "显示本帮助。"),
    "--file": Phrase(
        "The plan; else $PLAN_TRACKER_FILE, else targets.toml here or above.",
        "计划文件；未给出时取 $PLAN_TRACKER_FILE，再取本文件夹或上级的 targets.toml。",
    ),
    "--as-of": Phrase(
        "Judge as of 2024-08-15, H1, September or today; else the plan's as_of, else its latest figure.",
        "按此日评判：2024-08-15、上半年、9月或今天；未给出时取计划的 as_of，再取最新数据的日期。",
    ),
    "--lang": Phrase(
        "Language of the output; else $PLAN_TRACKER_LANG, else the plan's.",
        "输出语言；未给出时取 $PLAN_TRACKER_LANG，再取计划的语言。",
    ),
    "--color": Phrase("Colour: auto looks at the terminal.", "颜色；auto 视终端而定。"),
    "--strict": Phrase("Take warnings as errors.", "将警告视为错误。"),
    "--skip-broken": Phrase(
        "Of several plans, leave out those that cannot be judged.", "有多个计划时，略去无法评判的。"
    ),
    "--parts": Phrase(
        "All parts, or none; else those of targets of which one lags.",
        "列出全部任务分解，或都不列；未给出时只列有滞后的。",
    ),
    "--past": Phrase("What would have been said of each earlier year.", "同一方法对往年会得出的结果。"),
    "--no-parts": Phrase("Leave the parts of targets out.", "不含任务分解。"),
    "--ascii": Phrase("Draw with ASCII letters only.", "图形只用 ASCII 字符。"),
    "--format": Phrase("Form of the output.", "输出格式。"),
    "export --format": Phrase("Format; CSV by default.", "格式；默认为 CSV。"),
    "check --format": Phrase("How to say it on standard output.", "标准输出的格式。"),
    "bash|zsh|fish": Phrase(
        "The shell. Its script is read at the start, or kept where the shell looks for completions.",
        "所用的 shell。脚本在启动时读入，或存到该 shell 查找补全脚本的位置。",
    ),
    "--only": Phrase("Only targets with these statuses.", "只列出这些状态的指标。"),
    "--group-by": Phrase("Headings of the table.", "表格按此分组。"),
    "--sort": Phrase(
        "Worst lead first, lowest rate first, or as in the file (default).",
        "滞后最多的在前、完成率最低的在前，或按文件顺序（默认）。",
    ),
    "--all": Phrase(
        "All rows; else a terminal gets the worst 200.", "列出全部行；未给出时终端只列最差的200行。"
    ),
    "show ID": Phrase(
        "The target, by id or name; a part as projects/新城区.",
        "指标的标识或名称；任务分解写作 projects/新城区。",
    ),
    "record ID": Phrase(
        "The target, by id or name; a part as projects/新城区.",
        "指标的标识或名称；任务分解写作 projects/新城区。",
    ),
    "record PERIOD": Phrase("H1, Q3, M08, September, a date …", "上半年、三季度、9月、1-9月、H1、日期……"),
    "record VALUE": Phrase("The figure, as typed.", "数值，照原样写入。"),
    "--revise": Phrase("Replace a figure that is there already.", "更正已有的数值。"),
    "--dry-run": Phrase("Show the change; write nothing.", "只显示改动，不写入。"),
    "import --dry-run": Phrase("Show what is understood; write nothing.", "只显示识别结果，不写入。"),
    "--from": Phrase(
        "Many figures from CSV or XLSX; PERIOD may be given too.",
        "从 CSV 或 Excel 表格批量登记，可另给报告期。",
    ),
    "--feed": Phrase(
        "Figures that a database adds up: --feed NAME PERIOD.", "从数据库取数：--feed 名称 报告期。"
    ),
    "--under": Phrase("The rows of the table are parts of this target.", "表中各行是该指标的任务分解。"),
    "--column": Phrase(
        "Say which column a field is in, by its heading or letter: --column goal=F.",
        "指明某字段在哪一列，用标题或列号：--column 目标值=F。",
    ),
    "--sheet": Phrase(
        "The sheet of a workbook; else the first with headings.", "工作表；未给出时取第一个有标题行的。"
    ),
    "--encoding": Phrase("The encoding of a text; else as its bytes show.", "文本编码；未给出时自动识别。"),
    "--partial": Phrase("Take what was understood, and leave out the rest.", "采用能识别的部分，其余略去。"),
    "--yes": Phrase("Take figures that look wrong: they are right.", "确认看似有误的数值无误，照样写入。"),
    "--output": Phrase("Write here; else standard output.", "写入此文件；未给出时写到标准输出。"),
    "export --output": Phrase("Write here; the ending says the format.", "写入此文件，格式由扩展名决定。"),
    "check --output": Phrase("Also write a file; may be repeated.", "另写一个文件，可重复给出。"),
    "--excel": Phrase(
        "CSV for Excel, with headings and words for people.", "供 Excel 直接打开的 CSV，标题和用词为中文。"
    ),
    "--history": Phrase("One row per target and period.", "每项指标每个报告期一行。"),
    "init --file": Phrase("The file to write.", "要写入的文件。"),
    "init --year": Phrase("Year of the plan; else this one.", "计划年度；未给出时为今年。"),
    "init --from": Phrase(
        "Make next year's plan of this one: same targets, what was reached becomes a past year.",
        "由此计划生成下一年计划：沿用指标，本年完成值转为往年数据。",
    ),
    "--growth": Phrase(
        "Goals of totals grow by this, as in 8%; else goals are left to be filled in.",
        "累计量的目标值按此增长，如 8%；未给出时目标值留待填写。",
    ),
    "--force": Phrase("Replace the file if it is there.", "文件已存在时予以替换。"),
    "add NAME": Phrase("What people call the target.", "指标名称。"),
    "--goal": Phrase(
        "As people write it: 400, 300km, ≥85%, ≤28.", "照平常写法：400、1550亿元、≥85%、4.5以内。"
    ),
    "--unit": Phrase("Unit; else the one behind the goal.", "单位；未给出时取目标值后面的单位。"),
    "--group": Phrase("Heading under which it stands.", "所属类别。"),
    "--owner": Phrase("Who answers for it.", "责任单位。"),
    "--due": Phrase(
        "Day by which the goal is due: 2024-09-30, September, Q3.", "完成时限：2024-09-30、9月底、三季度。"
    ),
    "--start": Phrase("First day of the task; else the plan's.", "任务开始日期；未给出时为计划的开始日期。"),
    "--kind": Phrase(
        "cumulative (default), or level for a rate or a share.", "累计量（默认），或水平值（比率、占比）。"
    ),
    "--direction": Phrase(
        "at_least (default) or at_most, as ≤ says too.", "不低于（默认）或不超过；目标值写 ≤ 时可略。"
    ),
    "--baseline": Phrase("Where a level stood at the start.", "水平值的基期值。"),
    "--weight": Phrase("Weight in the mean completion; else 1.", "在平均完成率中的权重；未给出时为1。"),
    "--id": Phrase("Id; else one made of the name.", "标识；未给出时由名称生成。"),
    "import TABLE": Phrase("CSV, XLSX, XLS or ODS.", "CSV、XLSX、XLS 或 ODS 表格。"),
    "--title": Phrase(
        "Title of the plan; else the table's, or the file's name.", "计划名称；未给出时取表格标题或文件名。"
    ),
    "--year": Phrase("Year of the plan; else the table's.", "计划年度；未给出时取表格中的年份。"),
    "--period": Phrase("Period of figures that name none.", "未注明报告期的数值属于此期。"),
    "validate FILE": Phrase("Plans; else the one of -f.", "一个或多个计划文件；未给出时同 -f。"),
    "--fail-on": Phrase(
        "What fails: statuses, allocation, silent.", "不通过的情形：各种状态、任务分解不足、无人报送。"
    ),
    "--warn-on": Phrase(
        "What only warns: statuses, allocation, silent.", "只警告的情形：各种状态、任务分解不足、无人报送。"
    ),
    "--max-lag": Phrase("A target behind by no more only warns.", "滞后不超过此值的只警告。"),
    "--min-completion": Phrase("A target with a lower rate fails.", "完成率低于此值的不通过。"),
    "--document": Phrase(
        "Also look each figure up in this report (text, .docx, .pdf): told, not refused.",
        "另在此报告（文本、.docx、.pdf）中查找各数值，只提示，不影响结果。",
    ),
    "compare OLD": Phrase(
        "A file, or a git revision (git:REV forces; git:REV:PATH if it moved).",
        "文件或 git 版本（git:REV 强制作为版本；文件移动过时写 git:REV:PATH）。",
    ),
    "compare NEW": Phrase("The same; else the plan as it is now.", "同上；未给出时为计划的当前内容。"),
    "compare --as-of": Phrase(
        "Judge both as of a day, or OLD as of A and NEW as of B.",
        "两个版本都按此日评判，或旧版按A日、新版按B日。",
    ),
    "compare --fail-on": Phrase(
        "Refuse (exit code 1): worse, goal_lowered, actual_revised, removed, eased.",
        "不予通过（退出码为1）：状态变差、目标值下调、数据更正、指标被删除、要求放宽。",
    ),
}
"""What is said of an option by its long name, of an argument by its placeholder; with its command first."""

PLACEHOLDERS: dict[str, Phrase] = {
    "FILE": Phrase("FILE", "文件"),
    "[FILE]...": Phrase("[FILE]...", "[文件]..."),
    "DAY": Phrase("DAY", "日期"),
    "STATUS,…": Phrase("STATUS,…", "状态，…"),
    "WORD,…": Phrase("WORD,…", "情形，…"),
    "ID": Phrase("ID", "指标"),
    "PERIOD": Phrase("PERIOD", "报告期"),
    "VALUE": Phrase("VALUE", "数值"),
    "TABLE": Phrase("TABLE", "表格"),
    "NAME": Phrase("NAME", "名称"),
    "TARGET": Phrase("TARGET", "指标"),
    "FIELD=COLUMN": Phrase("FIELD=COLUMN", "字段=列"),
    "FORMAT": Phrase("FORMAT", "格式"),
    "FORMAT=FILE": Phrase("FORMAT=FILE", "格式=文件"),
    "REPORT": Phrase("REPORT", "报告"),
    "TITLE": Phrase("TITLE", "标题"),
    "YEAR": Phrase("YEAR", "年份"),
    "PERCENT": Phrase("PERCENT", "百分比"),
    "GOAL": Phrase("GOAL", "目标值"),
    "UNIT": Phrase("UNIT", "单位"),
    "GROUP": Phrase("GROUP", "类别"),
    "OWNER": Phrase("OWNER", "责任单位"),
    "KIND": Phrase("KIND", "类型"),
    "DIRECTION": Phrase("DIRECTION", "方向"),
    "BASELINE": Phrase("BASELINE", "基期值"),
    "WEIGHT": Phrase("WEIGHT", "权重"),
    "OLD": Phrase("OLD", "旧版"),
    "NEW": Phrase("NEW", "新版"),
    "SHELL": Phrase("SHELL", "外壳"),
    "group": Phrase("group", "类别"),
    "owner": Phrase("owner", "责任单位"),
    "status": Phrase("status", "状态"),
    "binding": Phrase("binding", "指标性质"),
    "plan": Phrase("plan", "计划"),
    "file": Phrase("file", "文件"),
    "lead": Phrase("lead", "超前/滞后"),
    "rate": Phrase("rate", "完成率"),
}
"""How placeholders, or their words between `|`, are called in each language; others are the same in both."""
