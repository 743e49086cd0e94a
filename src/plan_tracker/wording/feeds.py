"""What is said of feeds: why nothing was pulled, what is wrong with a row, and where a figure comes from."""

from plan_tracker.language import Phrase

# --- the query
NO_QUERY_FILE = Phrase("there is no query file {file}", "没有查询文件 {file}")
BESIDE_PLAN = Phrase(
    "the file named by `query` must be in the plan's folder or below it",
    "`query` 所指文件须在计划所在文件夹之下",
)
QUERY_OUTSIDE = Phrase(
    "the query file {file} lies outside the folder of the plan", "查询文件 {file} 不在计划所在文件夹之下"
)
QUERY_UNREADABLE = Phrase(
    "the query file {file} cannot be read: {reason}", "查询文件 {file} 无法读取：{reason}"
)
QUERY_NOT_UTF8 = Phrase("the query file {file} is not UTF-8 text", "查询文件 {file} 不是 UTF-8 文本")
QUERY_WITHOUT_DAY = Phrase(
    "the query of the feed `{feed}` uses neither `:last_day` nor `:next_day`",
    "取数项 `{feed}` 的查询既没有用 `:last_day`，也没有用 `:next_day`",
)
BIND_DAY = Phrase(
    "limit the query to the period, as in where recorded_at < :next_day",
    "查询不限定日期，取得的数据就无法归入报告期：请写 where recorded_at < :next_day",
)
CAST_BY_COLONS = Phrase(
    "`:{name}::{type}` cannot be understood: a parameter must not be followed by a colon",
    "无法理解 `:{name}::{type}`：参数之后不能紧接冒号",
)
CAST_BY_WORD = Phrase(
    "write cast(:{name} as {type}); the day parameters are dates already",
    "请写 cast(:{name} as {type})；日期参数本就是日期类型",
)
UNKNOWN_PARAMETER = Phrase(
    "the query of the feed `{feed}` uses `:{name}`, which does not exist",
    "取数项 `{feed}` 的查询用到了不存在的参数 `:{name}`",
)
KNOWN_PARAMETERS = Phrase(
    "available: {names}; for a literal colon write \\:", "可用的有：{names}；确需冒号时请写 \\:"
)
SEVERAL_STATEMENTS = Phrase(
    "the query of the feed `{feed}` must be one statement", "取数项 `{feed}` 的查询只能是一条语句"
)
ONE_SELECT = Phrase("write one select, without `;` inside", "请只写一条 select，中间不用分号")
NO_FIRST_DAY = Phrase(
    "the query uses `:period_start`, but {period} is a day",
    "查询用到了 `:period_start`，而 {period} 只是一天，不是报告期",
)
GIVE_LABEL = Phrase("give a period such as H1 or M06", "请写 H1、M06 这样的报告期")
NOT_ALONE = Phrase(
    "the query does not use `:period_start`: its figures must be those of {period} alone, as its targets"
    " count per period",
    "查询没有用 `:period_start`：指标填报当期数，所取数据须只是 {period} 当期的",
)
COUNTS_ALONE = Phrase(
    "the query uses `:period_start`, {day} here, but its targets take running totals: `:start` is the first"
    " day of the plan",
    "查询用到了 `:period_start`（此处为{day}），而指标填报累计数：计划的第一天是 `:start`",
)

# --- the address
NO_ADDRESS = Phrase(
    "the address of the feed `{feed}` is missing: ${variable} is not set",
    "缺少取数项 `{feed}` 的数据库地址：未设置 ${variable}",
)
ADDRESS_BY_EXAMPLE = Phrase(
    "for instance: export {variable}=postgresql://?service=register",
    "例如：export {variable}=postgresql://?service=register",
)
NOT_AN_ADDRESS = Phrase(
    "${variable} does not contain a database address (its value is not shown)",
    "${variable} 中不是数据库地址（内容不予显示）",
)
ADDRESS_FORM = Phrase(
    "as in postgresql://user@host:5432/database or sqlite:///file.db; in a name or a password write %40 %3A "
    "%2F for @ : /",
    "形如 postgresql://user@host:5432/database 或 sqlite:///file.db；用户名、"
    "密码等处的 @ : / 等字符须写作 %40 %3A %2F",
)
NO_DIALECT = Phrase(
    "the address in ${variable} begins with `{name}://`, which is not a supported kind of database",
    "${variable} 中的地址以 `{name}://` 开头，不支持这种数据库",
)
WRITE_SCHEME = Phrase("write {name}://", "请写 {name}://")
OTHER_DRIVER = Phrase(
    "the address in ${variable} begins with `{name}://`, whose driver does not allow a query to be cancelled",
    "${variable} 中的地址以 `{name}://` 开头，所用驱动程序无法中途取消查询",
)
INSTALL_DIALECT = Phrase(
    "built in: postgresql, sqlite; others need a package that adds an SQLAlchemy dialect",
    "自带的有 postgresql 和 sqlite；其他数据库须另装提供 SQLAlchemy 方言的软件包",
)
NO_MODULE = Phrase(
    "the feed `{feed}` needs the Python module {module}, which is not installed",
    "取数项 `{feed}` 需要 Python 模块 {module}，尚未安装",
)
INSTALL = Phrase("pip install {package}", "pip install {package}")
INSTALL_DRIVER = Phrase(
    "install the driver's package; SQLAlchemy's page on the dialect names it",
    "请安装该驱动程序的软件包，名称见 SQLAlchemy 对应方言的说明",
)
NO_TIME_ZONE = Phrase(
    "the feed `{feed}` needs `time_zone`: it decides which day a timestamp falls on",
    "取数项 `{feed}` 需要写明 `time_zone`，用以确定某一时刻属于哪一天",
)
ADD_TIME_ZONE = Phrase(
    'add time_zone = "Asia/Shanghai" below [feeds.{feed}]',
    '请在 [feeds.{feed}] 之下加 time_zone = "Asia/Shanghai"',
)
NO_DATABASE_FILE = Phrase(
    "the database file that ${variable} names does not exist", "${variable} 所指的数据库文件不存在"
)
WHOLE_PATH = Phrase(
    "write the whole path: {kind}:////srv/register.db, on Windows {kind}:///C:/srv/register.db; a shorter one"
    " counts from the current folder",
    "请写完整路径：{kind}:////srv/register.db，在 Windows 上为 {kind}:///C:/srv/register.db；"
    "相对路径从当前文件夹算起",
)

# --- connecting and asking
NOT_CONNECTED = Phrase(
    "the database of the feed `{feed}` cannot be reached: {reason}",
    "无法连接取数项 `{feed}` 的数据库：{reason}",
)
UNANSWERED = Phrase(
    "the database of the feed `{feed}` cannot be reached: no connection came about within {seconds}"
    " {seconds|second|seconds}",
    "无法连接取数项 `{feed}` 的数据库：{seconds}秒内未能建立连接",
)
CHECK_ADDRESS = Phrase(
    "check the address in ${variable}; it is never shown", "请检查 ${variable} 中的地址；其内容不予显示"
)
QUERY_FAILED = Phrase(
    "the database rejected the query of the feed `{feed}`: {reason}",
    "数据库未执行取数项 `{feed}` 的查询：{reason}",
)
TOO_SLOW = Phrase(
    "the feed `{feed}` gave no answer within {seconds} {seconds|second|seconds}; its query was cancelled",
    "取数项 `{feed}` 在{seconds}秒内没有结果，查询已终止",
)
LEFT_ALONE = Phrase(
    "the feed `{feed}` gave no answer within {seconds} {seconds|second|seconds};"
    " its database may still be running the query",
    "取数项 `{feed}` 在{seconds}秒内没有结果，数据库可能仍在执行",
)
MORE_TIME = Phrase(
    "make the query read less, or raise `timeout` (at most {most})",
    "请缩小查询范围，或调大 `timeout`（最大 {most}）",
)
QUERY_WRITES = Phrase(
    "the query of the feed `{feed}` tries to write; nothing was changed",
    "取数项 `{feed}` 的查询试图写入数据库；数据库未作任何改动",
)
ONLY_SELECT = Phrase("a feed only reads: write a select", "取数只读：请写 select")
TOO_MANY_ROWS = Phrase(
    "the query of the feed `{feed}` returns more than {most} rows",
    "取数项 `{feed}` 的查询结果超过{most}行",
)
ADD_UP = Phrase(
    "add up in the query: one row per target, with group by", "请由数据库汇总：用 group by，每项指标一行"
)
ENGINE_UNGUARDED = Phrase(
    "{engine} is queried without a read-only transaction, time zone or time limit of its own:"
    " only the permissions of its user keep the query from writing",
    "{engine} 未设置只读事务、时区和时限：能否写入只取决于所用账号的权限",
)
ZONE_OF_SERVER = Phrase(
    "`time_zone` has no effect in {engine}: on which day a timestamp falls is decided by the server's own"
    " time zone",
    "`time_zone` 对 {engine} 不起作用：某一时刻属于哪一天，取决于服务器的时区",
)
NO_ZONES = Phrase(
    "SQLite has no time zones: `time_zone` has no effect, timestamps are compared as they are stored",
    "SQLite 没有时区：`time_zone` 不起作用，时刻按存储的原样比较",
)

# --- rows
NO_ROWS = Phrase("the query of the feed `{feed}` returns no rows", "取数项 `{feed}` 的查询没有结果")
CHECK_ROWS = Phrase(
    "a sum over no records gives one row with NULL; no row at all does not count as 0",
    "没有结果不等于数值为0；请检查查询条件",
)
UNKNOWN_COLUMN = Phrase(
    "the query of the feed `{feed}` returns a column `{name}`, which is not allowed here",
    "取数项 `{feed}` 的查询结果有无法识别的列 `{name}`",
)
COLUMN_MISSING = Phrase(
    "the query of the feed `{feed}` does not return a column `{name}`",
    "取数项 `{feed}` 的查询结果缺少列 `{name}`",
)
COLUMN_TWICE = Phrase(
    "the query of the feed `{feed}` returns the column `{name}` twice",
    "取数项 `{feed}` 的查询结果有两列 `{name}`",
)
COLUMNS = Phrase("allowed columns: {names}", "可用的列：{names}")
NULL = Phrase("`{name}` is NULL", "`{name}` 为 NULL")
COALESCE = Phrase(
    "if nothing recorded means 0, write coalesce(sum(…), 0)", "如果没有记录即为0，请写 coalesce(sum(…), 0)"
)
EMPTY = Phrase("`{name}` is an empty text", "`{name}` 是空文本")
NULL_IF_EMPTY = Phrase(
    "if the row is about the whole target, write nullif(trim({name}), '')",
    "如果该行属于整个指标，请写 nullif(trim({name}), '')",
)
NOT_A_COUNT = Phrase("`records` is {text}, not a whole number", "`records` 为 {text}，不是整数")
COUNT = Phrase("write count(*) as records", "请写 count(*) as records")
FLOAT = Phrase(
    "{text} is a floating-point number with more digits than it can hold exactly",
    "{text} 是二进制浮点数，位数超出其精度",
)
CAST_TO_NUMERIC = Phrase(
    "add up numbers with as many decimals as the figures have: sum(cast(x as decimal(20, 2))); in SQLite,"
    " which has none: round(sum(x), 2)",
    "请按小数位数转换后求和：sum(cast(x as decimal(20, 2)))；SQLite 没有这种类型，请写 round(sum(x), 2)",
)
ROUND = Phrase(
    "a plan holds 15 digits before the point and 15 after it: write round(x, 2)",
    "小数点前后各不超过15位：请写 round(x, 2)",
)
A_DATE = Phrase("`actual` is the date {text}, no figure", "`actual` 是日期 {text}，不是数值")
SUM = Phrase("write sum(x) as actual", "请写 sum(x) as actual")
NOT_OF_FEED = Phrase("{id} is not a target of the feed `{feed}`", "{id} 不是取数项 `{feed}` 的指标")
SAY_FEED = Phrase('add feed = "{feed}" to the target', '请在该指标中加 feed = "{feed}"')
LEAVE_OUT = Phrase(
    "it is one of the feed `{feed}`: leave it out of the query", "它属于取数项 `{feed}`：请在查询中略去"
)
NOT_BEGUN = Phrase("{id} begins only on {start}, after {day}", "{id} 从{start}才开始，晚于{day}")
OTHER_PERIOD = Phrase("it is for {own}, but {asked} is being pulled", "此行属于 {own}，而取的是 {asked}")
WITHOUT_ROW = Phrase("there is no row for {ids}", "缺少以下指标的行：{ids}")
PARTS_WITHOUT_ROW = Phrase(
    "there is no row for {ids}, though there are rows for the whole target and for other parts",
    "缺少以下分解任务的行：{ids}；整个指标和其他分解任务则有",
)
THE_FEED = Phrase("the feed `{feed}`", "取数项 `{feed}`")
PULL_REFUSED = Phrase(
    "nothing from the feed `{feed}` was written; wrong rows: {wrong}, missing rows: {missing}",
    "取数项 `{feed}` 的结果：有误{wrong}行，缺少{missing}行；文件没有改动",
)
SAY_PARTIAL = Phrase("--partial writes the rest", "加 --partial 可写入其余数据")
LEFT_OUT = Phrase(
    "rows of the feed `{feed}` that were left out: wrong: {wrong}, missing: {missing}",
    "取数项 `{feed}` 的结果：未写入{wrong}行，缺少{missing}行",
)

# --- what is asked
NO_FEED = Phrase("there is no feed `{name}` in this plan", "本计划中没有取数项 `{name}`")
SERVES_NOTHING = Phrase("no target uses the feed `{feed}`", "没有指标使用取数项 `{feed}`")
WHICH_PERIOD = Phrase("name the period to pull", "请写明取哪个报告期的数据")
SAY_PERIOD = Phrase(
    "for instance: plan-tracker record --feed {feed} H1", "例如：plan-tracker record --feed {feed} H1"
)
NOT_OVER = Phrase(
    "{day} is not over yet: a pull now would lack what is still to be recorded",
    "{day}尚未结束：现在取数会缺少此后的记录",
)
PULL_SO_FAR = Phrase("to pull what is recorded so far, add --yes", "如要取截至目前的数据，请加 --yes")
FEED_CHANGED = Phrase(
    "the feed `{feed}` was changed in the plan meanwhile; nothing was written",
    "取数期间，计划中的取数项 `{feed}` 有改动；未写入",
)

# --- where a figure comes from
PULLED = Phrase("{period} pulled", "{period}取数")
ORIGIN = Phrase(
    "feed {feed} on {day} at {time} ({offset}), figures: {figures}",
    "{feed}，{day}{time}（{offset}），共{figures}项数据",
)
ORIGIN_IN_RECORDS = Phrase(
    "feed {feed} on {day} at {time} ({offset}), figures: {figures}, records: {records}",
    "{feed}，{day}{time}（{offset}），共{figures}项数据，由{records}条记录汇总",
)
NOTHING_PULLED = Phrase("{feed}, no figure pulled so far", "{feed}，尚未取得数据")
