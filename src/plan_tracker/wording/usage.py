"""What is said around every command: wrong usage, and what went wrong that is no fault of a plan."""

from plan_tracker.language import Phrase

CRASH = Phrase(
    "internal error, please report it: {error}\n(nothing was judged; this is not a verdict on the plan)",
    "程序内部错误，请反馈：{error}\n（未作评价）",
)
SYSTEM = Phrase("system error: {reason}", "系统拒绝：{reason}")
SYSTEM_OF_FILE = Phrase("system error on {file}: {reason}", "系统拒绝访问 {file}：{reason}")

INTERRUPTED = Phrase("interrupted", "已中断")

# --- any command
NO_DAY = Phrase("`{text}` is not a valid day", "`{text}` 不是有效日期")
WRITE_DAY = Phrase(
    "write {day}, a period of the plan such as {half}, or today",
    "请写 {day}、{half}、9月或 H1，也可写“今天”",
)
NO_WORD = Phrase("no word is given: `{text}`", "没有写明任何词：`{text}`")
WRITE_WORDS = Phrase(
    "leave the option out, or write some of: {words}", "请去掉该选项，或写明其中的词：{words}"
)
NOT_A_WORD = Phrase("`{text}` is not one of: {words}", "无法识别 `{text}`，可用的有：{words}")

# --- what Typer finds
NO_COMMAND = Phrase("there is no command `{text}`", "没有命令 `{text}`")
NO_COMMAND_GIVEN = Phrase("a command is missing", "缺少命令")
KNOWN_COMMANDS = Phrase("commands: {words}", "可用的命令：{words}")
NO_OPTION = Phrase("there is no option `{text}`", "没有选项 `{text}`")
NO_ARGUMENT = Phrase("{name} is missing", "缺少参数：{name}")
NO_VALUE_GIVEN = Phrase("`{option}` needs a value", "选项 `{option}` 后面缺少值")
NO_VALUE_TAKEN = Phrase("`{option}` takes no value", "选项 `{option}` 后面不带值")
NOT_A_CHOICE = Phrase(
    "{name}: `{text}` is not one of: {words}", "{name}：无法识别 `{text}`，可用的有：{words}"
)
NOT_IN_RANGE = Phrase(
    "{name}: `{text}` is not a whole number from {low} to {high}", "{name}：`{text}` 不是{low}至{high}的整数"
)
BAD_VALUE = Phrase("{name}: `{text}` cannot be used", "{name}：`{text}` 无法使用")
TOO_MUCH = Phrase("{command} takes no further argument: `{text}`", "{command} 后面多出了 `{text}`")
FILE_BY_OPTION = Phrase(
    "name a plan with -f: plan-tracker {command} -f {file}",
    "计划文件用 -f 指明：plan-tracker {command} -f {file}",
)
DOCUMENT_BY_OPTION = Phrase(
    "name a report with --document: plan-tracker {command} --document {file}",
    "报告用 --document 指明：plan-tracker {command} --document {file}",
)
OUTPUT_BY_OPTION = Phrase(
    "name a file to write with -o: plan-tracker {command} -o {file}",
    "要写入的文件用 -o 指明：plan-tracker {command} -o {file}",
)
AS_ONE_WORD = Phrase(
    'write its words as one, in PowerShell between quotes: {option} "{text}"',
    '请连成一个词写（在 PowerShell 中须加引号）：{option} "{text}"',
)
BEFORE_DASHES = Phrase("write {option} before `--`", "请把 {option} 写在 `--` 之前")
WRITE_OPTION = Phrase("write {option}", "请写 {option}")
EXPORT_WRITES = Phrase(
    "a file is written by export: plan-tracker export -o report.html",
    "写入文件请用 export：plan-tracker export -o report.html",
)
CONTRARY = Phrase("`{one}` and `{other}` contradict each other", "`{one}` 与 `{other}` 相互矛盾")
SAY_ONE = Phrase("give one of the two", "请只写其中一个")
UNGROUPED = Phrase("--group-by is for tables, not for json", "--group-by 用于表格和 markdown，不用于 json")
EACH_SAYS = Phrase(
    "leave it out: each target says its group, owner, status and plan",
    "请去掉该选项：每项指标都写有类别、责任单位、状态和所属计划",
)
WHOLE_PLANS = Phrase(
    "{option} is not for a table of plans (--group-by plan)",
    "{option} 不用于按计划列出的表（--group-by 计划）",
)
WORST_PLANS_FIRST = Phrase(
    "leave it out: each row is a whole plan, the worst first", "请去掉该选项：每行是一份计划，最差的在前"
)
NONE_NAMED = Phrase(
    "there is no `{text}`: no target has anything there", "没有 `{text}`：各项指标都没有填写此项"
)
FAILS_AND_WARNS = Phrase(
    "--warn-on names what fails anyway: {words}", "--warn-on 所列的本来就判为不通过：{words}"
)
NAME_THE_REST = Phrase("name what is to fail: --fail-on {words}", "请写明哪些不通过：--fail-on {words}")
IMPORT_WRITES = Phrase(
    "name the plan to write with -o: plan-tracker import TABLE -o targets.toml",
    "要写入的计划文件用 -o 指明：plan-tracker import 表格 -o targets.toml",
)
NEEDS_NO_PLAN = Phrase("leave it out: no plan is needed", "请去掉该选项：此命令不需要计划文件")
NO_LANGUAGE = Phrase(
    "{variable} is `{text}`, which is no language: write en or zh",
    "{variable} 的值 `{text}` 无效：请写 en 或 zh",
)
GIVEN_TWICE = Phrase("`{option}` is given twice", "选项 `{option}` 重复")
SAY_ONCE = Phrase("give `{option}` once", "请只写一个 `{option}`")
SEVERAL_PLANS = Phrase(
    'name several plans by their folder, or by a pattern in quotes: {option} "counties/*.toml"',
    '多份计划请写文件夹，或加引号的通配符：{option} "counties/*.toml"',
)
WORDS_WITH_COMMAS = Phrase(
    "write several words with commas: {option} behind,missed", "多个词请用逗号分隔：{option} 滞后，未完成"
)
MISUSED = Phrase("wrong usage: {reason}", "用法有误：{reason}")
SEE_HELP = Phrase("see {command} --help", "用法见 {command} --help")

# --- check
NOT_POINTS = Phrase("`{text}` is not in percentage points", "`{text}` 不是百分点")
WRITE_POINTS = Phrase("write --max-lag {number}pp", "请写 --max-lag {number}pp")
NOT_PERCENT = Phrase("`{text}` is not a percentage", "`{text}` 不是百分比")
WRITE_PERCENT = Phrase("write --min-completion {number}%", "请写 --min-completion {number}%")
NOT_AN_OUTPUT = Phrase("`{text}` is not of the form FORMAT=FILE", "`{text}` 不是“格式=文件”的形式")
SAY_OUTPUT = Phrase(
    "write --output junit=plan.xml; formats: {formats}", "请写 --output junit=plan.xml；格式：{formats}"
)

# --- export
NO_ENDING = Phrase("no format is known for {file}", "无法由文件名 {file} 判断格式")
SAY_FORMAT = Phrase(
    "end the name in {endings}, or give --format", "文件名请以 {endings} 结尾，或用 --format 指定"
)
NO_HISTORY = Phrase(
    "--history is for CSV, JSON and XLSX, not for {format}",
    "--history 只用于 CSV、JSON 和 XLSX，不用于 {format}",
)
ONLY_CSV = Phrase("--excel is for CSV, not for {format}", "--excel 仅用于 CSV，不用于 {format}")
PLAIN_XLSX = Phrase("leave it out: XLSX opens in Excel as it is", "请去掉该选项：XLSX 可直接用 Excel 打开")

# --- record
TABLE_OR_FIGURE = Phrase(
    "give a table, a feed, or ID PERIOD VALUE; after --from or --feed only PERIOD may follow",
    "请写明表格或取数项，或写明指标、报告期和数值；用 --from 或 --feed 时，其后只能再写报告期",
)
SAY_WHAT = Phrase("say which figure: record ID PERIOD VALUE", "请写明要登记的数据：record 指标 报告期 数值")
ONLY_OF_TABLES = Phrase(
    "--under, --column, --sheet and --encoding are for a table, --partial and --yes for a table or a feed",
    "--under、--column、--sheet 和 --encoding 只用于表格，--partial 和 --yes 只用于表格或取数",
)
SAY_FROM = Phrase("name the table: record --from TABLE PERIOD", "请指明表格：record --from 表格 报告期")
EXAMPLE = Phrase(
    "for instance: plan-tracker record projects H1 210", "例如：plan-tracker record projects H1 210"
)

# --- validate
VALID = Phrase("{file}: {number} {number|target|targets}, nothing wrong", "{file}：{number}项指标，没有问题")
DOUBTFUL = Phrase(
    "{file}: {number} {number|target|targets} can be judged, with the warnings above",
    "{file}：{number}项指标可以评价，但有上述警告",
)

# --- git
NO_GIT = Phrase("git is not installed", "未安装 git")
NO_REPOSITORY = Phrase(
    "there is no file `{revision}`, and no such revision: {folder} is not in a git repository",
    "没有文件 `{revision}`；{folder} 不在 git 仓库中，也没有这个版本",
)
NO_REVISION = Phrase(
    "`{revision}` is neither a file nor a revision of this repository",
    "`{revision}` 既不是文件，也不是本仓库的版本",
)
FETCH = Phrase(
    "in CI the history is often not fetched: actions/checkout needs fetch-depth: 0, GitLab GIT_DEPTH: 0",
    "CI 通常不取历史版本：actions/checkout 需要 fetch-depth: 0，GitLab 需要 GIT_DEPTH: 0",
)
TWO_REVISIONS = Phrase(
    "write two revisions as two words: compare {old} {new}", "两个版本请分开写：compare {old} {new}"
)
SAY_COMMIT = Phrase(
    "name a commit: git log lists them, git rev-list -1 --before=2024-06-30 HEAD finds that of a day",
    "请写提交号：git log 可列出，git rev-list -1 --before=2024-06-30 HEAD 可查找某日的提交",
)
SEVERAL_FROM_GIT = Phrase(
    "{file} means several plans, and from git one plan at a time is read",
    "{file} 指多份计划，而从 git 中一次只能读取一份",
)
CHECK_OUT = Phrase(
    "check the revision out and compare two folders: git worktree add ../before {revision}",
    "请检出该版本，再比较两个文件夹：git worktree add ../before {revision}",
)
NOT_IN_REVISION = Phrase("there is no {file} in `{revision}`", "`{revision}` 中没有 {file}")
NOT_FETCHED = Phrase(
    "this clone has not fetched {file} of `{revision}`",
    "本地克隆未取得 `{revision}` 中的 {file}",
)
FETCH_IT = Phrase(
    "fetch it, git show {word}, or clone without a filter (blob:none, tree:0)",
    "请先取得：git show {word}；或克隆时不用过滤（blob:none、tree:0）",
)
MOVED = Phrase(
    "the file had another name there: {word}",
    "该文件当时的名称不同：{word}",
)
DASH = Phrase("`{text}` begins with `-`, which is not allowed here", "`{text}` 以 `-` 开头，此处不可用")
GIT_REFUSES = Phrase("git reports: {reason}", "git 拒绝：{reason}")
TRUST = Phrase(
    "if you trust it: git config --global --add safe.directory {folder}",
    "如信任该仓库：git config --global --add safe.directory {folder}",
)
NO_ANSWER = Phrase(
    "git did not answer within {seconds} {seconds|second|seconds} when asked for `{revision}`",
    "git 在{seconds}秒内没有响应（版本 `{revision}`）",
)
