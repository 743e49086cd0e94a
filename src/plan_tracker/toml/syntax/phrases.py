"""What is said about text that is not TOML: one message and one hint for each slip."""

from plan_tracker.language import Phrase

WRITE = Phrase("write `{fix}`", "请写成 `{fix}`")
FULL_WIDTH = Phrase(
    "`{found}` in column {column} is a full-width character, which is not allowed here",
    "第{column}列的 `{found}` 是全角字符，此处只认半角字符",
)
FULL_WIDTH_HINT = Phrase(
    "switch the input method to English (half-width) and write `{fix}`",
    "请切换到英文（半角）输入，写成 `{fix}`",
)
INVISIBLE = Phrase(
    "there is an invisible character ({found}) in column {column}",
    "第{column}列有一个看不见的字符（{found}）",
)
INVISIBLE_HINT = Phrase(
    "delete it, and type a plain space if one is needed",
    "请删除它；需要空格时输入半角空格",
)
CONTROL = Phrase(
    "there is a control character ({found}) in column {column}",
    "第{column}列有一个控制字符（{found}）",
)
CONTROL_HINT = Phrase("delete it", "请删除它")
NEW_LINE_HINT = Phrase(
    "begin a new line there; if all lines end so, save the file with line ends LF or CRLF",
    "请在此处另起一行；如果每行都这样结束，请把换行符改为 LF 或 CRLF 后保存",
)
UNQUOTED_KEY = Phrase(
    "the key `{found}` needs quotes: without them a key may contain only letters A to Z, digits, `-` and `_`",
    "键 `{found}` 需要加引号：不加引号的键只能由英文字母、数字、`-` 和 `_` 组成",
)
UNQUOTED_KEY_HINT = Phrase("quote it: `{fix}`", "请加英文引号：`{fix}`")
NO_KEY = Phrase("a key is missing before `{found}`", "`{found}` 前面缺少键")
NO_KEY_HINT = Phrase(
    "give it a name, as in `goal = 400` or `[targets.projects]`",
    "请写上键或标题，例如 `goal = 400`、`[targets.projects]`",
)
NO_EQUALS = Phrase(
    "`{found}` is neither a `[heading]` nor a `key = value`",
    "`{found}` 既不是 `[标题]`，也不是 `键 = 值`",
)
NO_EQUALS_HINT = Phrase(
    "write `key = value`; put `#` before a comment",
    "请写成 `键 = 值`；如果是注释，请在前面加 `#`",
)
COLON = Phrase("`:` is used here where TOML needs `=`", "这里写的是 `:`，TOML 用的是 `=`")
NO_VALUE = Phrase("a value is missing here", "这里缺少值")
NO_VALUE_HINT = Phrase(
    "write the value, or delete the key if there is none yet",
    "请填上值；如果还没有数据，请把这个键整个删去",
)
THOUSANDS = Phrase(
    "`{found}` is not one number: digits cannot be grouped like this",
    "`{found}` 不是数字：数字中不能这样分节",
)
DECIMAL_COMMA = Phrase(
    "the number `{found}` has a comma: decimals stand behind a point",
    "数值 `{found}` 中有逗号：小数点应为 `.`",
)
UNCLEAR_COMMA_HINT = Phrase(
    "write `{fix}` or `{other}`, whichever is meant", "请按原意写成 `{fix}` 或 `{other}`"
)
PERCENT = Phrase("the percentage `{found}` needs quotes", "百分数 `{found}` 需要加引号")
UNIT = Phrase("the number `{found}` has its unit attached", "数值 `{found}` 带有单位")
UNIT_HINT = Phrase(
    'write `{fix}` alone; the unit goes on a line of its own: `unit = "{unit}"`',
    '只写数值 `{fix}`；单位另写一行：`unit = "{unit}"`',
)
DATE = Phrase("`{found}` is not how a date is written", "日期不能写成 `{found}`")
DATE_HINT = Phrase("write `{fix}`, without quotes", "请写成 `{fix}`，不加引号")
NO_SUCH_DATE = Phrase("there is no such date: `{found}`", "没有这一天：`{found}`")
MONTH_LENGTH_HINT = Phrase(
    "that month ends on {fix}; a date is year-month-day",
    "该月最后一天是 {fix}；日期按“年-月-日”书写",
)
DATE_ORDER_HINT = Phrase(
    "a date is year-month-day, months from 01 to 12, days from 01: `2024-09-30`",
    "日期按“年-月-日”书写，月份为01至12，日从01起：`2024-09-30`",
)
TWO_YEARS = Phrase("`{found}` is not one year", "`{found}` 不是一个年份")
TWO_YEARS_HINT = Phrase(
    "write the first and the last day instead, such as start = {first}-04-01 and end = {second}-03-31",
    "请改写起止日期，如 start = {first}-04-01 和 end = {second}-03-31",
)
LEADING_ZERO = Phrase("the number `{found}` begins with a zero", "数值 `{found}` 以零开头")
BARE_POINT = Phrase(
    "the number `{found}` needs a digit on both sides of the point",
    "数值 `{found}` 的小数点两边都要有数字",
)
TRUTH = Phrase("`{found}` is not how yes or no is written", "“是”或“否”不能写成 `{found}`")
TRUTH_HINT = Phrase(
    "write `{fix}`, in lower case and without quotes",
    "请写成 `{fix}`（小写，不加引号）",
)
NOTHING = Phrase("TOML has no empty value: `{found}` cannot be used", "TOML 没有表示“无”的写法：`{found}`")
NOTHING_HINT = Phrase(
    "delete the key: a key that is missing counts as not given",
    "请删去整个键：不写即为未报送",
)
UNQUOTED_TEXT = Phrase("the text `{found}` needs quotes", "文字 `{found}` 需要加引号")
VALUE = Phrase("`{found}` is not a value", "`{found}` 不是合法的值")
VALUE_HINT = Phrase(
    'a value is a number (`400`), text in quotes (`"47.5%"`), a date (`2024-09-30`), `true` or `false`',
    '值可以是数值 `400`、文字 `"47.5%"`、日期 `2024-09-30`、`true` 或 `false`',
)
STRAY = Phrase(
    "`{found}` does not belong here: nothing may follow `{value}`",
    "这里多出了 `{found}`：`{value}` 后面不能再有内容",
)
STRAY_HINT = Phrase(
    "delete it, or begin a new line; a comment begins with `#`",
    "请删除它，或另起一行；注释以 `#` 开头",
)
INNER_APOSTROPHE_HINT = Phrase(
    "put text that contains an apostrophe in double quotes: `{fix}`",
    "文字内部有单引号时，外面请用英文双引号：`{fix}`",
)
INNER_QUOTES_HINT = Phrase(
    "put text that contains quotes in single quotes: `{fix}`",
    "文字内部有引号时，外面请用英文单引号：`{fix}`",
)
NO_BRACES = Phrase("`{found}` needs braces around it", "`{found}` 外面缺少花括号")
MISSING_COMMA = Phrase("a comma is missing before `{found}`", "`{found}` 前面缺少逗号")
MISSING_COMMA_HINT = Phrase("put a `,` between the two", "请在两项之间加上半角逗号 `,`")
UNCLOSED_BRACKET = Phrase("`{found}` is never closed", "`{found}` 没有配对的右括号")
UNCLOSED_BRACKET_HINT = Phrase("put `{fix}` where it ends", "请在结束处加上 `{fix}`")
UNCLOSED_QUOTE = Phrase(
    "the text that begins with `{found}` in column {column} has no closing quote",
    "第{column}列以 `{found}` 开头的文字没有配对的右引号",
)
UNCLOSED_QUOTE_HINT = Phrase("put `{fix}` where the text ends", "请在文字结束处加上 `{fix}`")
BACKSLASH = Phrase(
    "`{found}` is not valid in double quotes: a backslash has a special meaning there",
    "双引号里不能写 `{found}`：反斜杠在双引号里另有含义",
)
BACKSLASH_HINT = Phrase(
    "use single quotes, or write each backslash twice: `{fix}`",
    "请改用英文单引号，或把每个反斜杠写两次：`{fix}`",
)
DUPLICATE_KEY = Phrase(
    "`{found}` is given twice: first on line {line}",
    "`{found}` 重复：第{line}行已经写过",
)
DUPLICATE_KEY_HINT = Phrase("keep one of the two", "请只保留一处")
NO_HEADING_HINT = Phrase(
    "keep one of the two; if another table begins here, write its [heading] above",
    "请只保留一处；如果从这里开始是另一段，请在上面写上它的 `[标题]`",
)
DUPLICATE_BRACES_HINT = Phrase(
    "put what both hold into one pair of braces",
    "请把两处大括号中的内容并到一处",
)
DUPLICATE_TABLE = Phrase(
    "the section `{found}` starts twice: first on line {line}",
    "段 `{found}` 重复：第{line}行已有此段",
)
DUPLICATE_TABLE_HINT = Phrase(
    "put all its keys in one section, or give one of the two another name",
    "请把各键并到同一标题之下，或给其中一个改名",
)
CONFLICT = Phrase(
    "git has left a conflict here: both versions are in the file",
    "这里有未解决的 git 合并冲突：文件里同时有两个版本",
)
CONFLICT_HINT = Phrase(
    "keep the lines that are right and delete the marker lines `<<<<<<<`, `=======` and `>>>>>>>`",
    "请保留正确的内容，并删去 `<<<<<<<`、`=======`、`>>>>>>>` 所在的行",
)
TOO_DEEP = Phrase(
    "brackets are nested too deeply, or a key has too many parts", "括号嵌套过深，或键的层级过多"
)
TOO_LONG = Phrase("a number here has too many digits", "这里的数值位数过多")
SYNTAX = Phrase("this line is not TOML ({reason})", "这一行不符合 TOML 语法（{reason}）")
SYNTAX_HINT = Phrase(
    "a line is a `[heading]`, a `key = value` or a `# comment`",
    "每一行应当是 `[标题]`、`键 = 值` 或 `# 注释`",
)
