"""Syntax: each slip is told at its place with its own hint, and nothing is told that only follows from it."""

from typing import NamedTuple

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_tracker.language import Language
from plan_tracker.problems import Problem
from plan_tracker.toml.spans import Lines
from plan_tracker.toml.syntax import LIMIT, reading_of
from plan_tracker.toml.syntax.slips import value_slip


class Case(NamedTuple):
    text: str
    place: str  # line:column
    marked: str
    code: str
    en: str
    zh: str


def half(fix: str) -> tuple[str, str]:
    return (
        f"switch the input method to English (half-width) and write `{fix}`",
        f"请切换到英文（半角）输入，写成 `{fix}`",
    )


def quote(fix: str) -> tuple[str, str]:
    return f"quote it: `{fix}`", f"请加英文引号：`{fix}`"


def write(fix: str) -> tuple[str, str]:
    return f"write `{fix}`", f"请写成 `{fix}`"


def plain_date(fix: str) -> tuple[str, str]:
    return f"write `{fix}`, without quotes", f"请写成 `{fix}`，不加引号"


def unit(number: str, name: str) -> tuple[str, str]:
    return (
        f'write `{number}` alone; the unit goes on a line of its own: `unit = "{name}"`',
        f'只写数值 `{number}`；单位另写一行：`unit = "{name}"`',
    )


def first_and_last(year: int) -> tuple[str, str]:
    days = f"start = {year}-04-01", f"end = {year + 1}-03-31"
    return (
        f"write the first and the last day instead, such as {days[0]} and {days[1]}",
        f"请改写起止日期，如 {days[0]} 和 {days[1]}",
    )


def single(fix: str) -> tuple[str, str]:
    return (
        f"use single quotes, or write each backslash twice: `{fix}`",
        f"请改用英文单引号，或把每个反斜杠写两次：`{fix}`",
    )


def close(mark: str) -> tuple[str, str]:
    return f"put `{mark}` where it ends", f"请在结束处加上 `{mark}`"


def end_text(mark: str) -> tuple[str, str]:
    return f"put `{mark}` where the text ends", f"请在文字结束处加上 `{mark}`"


def month_ends(day: str) -> tuple[str, str]:
    return (
        f"that month ends on {day}; a date is year-month-day",
        f"该月最后一天是 {day}；日期按“年-月-日”书写",
    )


def inside(fix: str) -> tuple[str, str]:
    return (
        f"put text that contains quotes in single quotes: `{fix}`",
        f"文字内部有引号时，外面请用英文单引号：`{fix}`",
    )


NO_VALUE = (
    "write the value, or delete the key if there is none yet",
    "请填上值；如果还没有数据，请把这个键整个删去",
)
NO_EQUALS = ("write `key = value`; put `#` before a comment", "请写成 `键 = 值`；如果是注释，请在前面加 `#`")
NO_KEY = (
    "give it a name, as in `goal = 400` or `[targets.projects]`",
    "请写上键或标题，例如 `goal = 400`、`[targets.projects]`",
)
STRAY = ("delete it, or begin a new line; a comment begins with `#`", "请删除它，或另起一行；注释以 `#` 开头")
NOTHING = ("delete the key: a key that is missing counts as not given", "请删去整个键：不写即为未报送")
EITHER = ("write `1.2345` or `12345`, whichever is meant", "请按原意写成 `1.2345` 或 `12345`")
OR_HEADING = (
    "keep one of the two; if another table begins here, write its [heading] above",
    "请只保留一处；如果从这里开始是另一段，请在上面写上它的 `[标题]`",
)
KEEP_ONE = ("keep one of the two", "请只保留一处")
ONE_PAIR = ("put what both hold into one pair of braces", "请把两处大括号中的内容并到一处")
ONE_HEADING = (
    "put all its keys in one section, or give one of the two another name",
    "请把各键并到同一标题之下，或给其中一个改名",
)
COMMA = ("put a `,` between the two", "请在两项之间加上半角逗号 `,`")
DELETE = ("delete it", "请删除它")
PLAIN_SPACE = ("delete it, and type a plain space if one is needed", "请删除它；需要空格时输入半角空格")
DATE_ORDER = (
    "a date is year-month-day, months from 01 to 12, days from 01: `2024-09-30`",
    "日期按“年-月-日”书写，月份为01至12，日从01起：`2024-09-30`",
)
NEW_LINE = (
    "begin a new line there; if all lines end so, save the file with line ends LF or CRLF",
    "请在此处另起一行；如果每行都这样结束，请把换行符改为 LF 或 CRLF 后保存",
)
VALUES = (
    'a value is a number (`400`), text in quotes (`"47.5%"`), a date (`2024-09-30`), `true` or `false`',
    '值可以是数值 `400`、文字 `"47.5%"`、日期 `2024-09-30`、`true` 或 `false`',
)
CONFLICT = (
    "keep the lines that are right and delete the marker lines `<<<<<<<`, `=======` and `>>>>>>>`",
    "请保留正确的内容，并删去 `<<<<<<<`、`=======`、`>>>>>>>` 所在的行",
)
ANY_LINE = (
    "a line is a `[heading]`, a `key = value` or a `# comment`",
    "每一行应当是 `[标题]`、`键 = 值` 或 `# 注释`",
)


def double(fix: str) -> tuple[str, str]:
    return (
        f'put text that contains an apostrophe in double quotes: `"{fix}"`',
        f'文字内部有单引号时，外面请用英文双引号：`"{fix}"`',
    )


def truth(fix: str) -> tuple[str, str]:
    return (f"write `{fix}`, in lower case and without quotes", f"请写成 `{fix}`（小写，不加引号）")


DAYS = write("{ 2024-06-30 = 1, FY = 2 }")
SLIPS = [
    Case("[targets.引进项目]", "1:10", "引进项目", "toml-unquoted-key", *quote('[targets."引进项目"]')),
    Case("a = 1\r\n [x.目标.y] # 注", "2:5", "目标", "toml-unquoted-key", *quote('[x."目标".y]')),
    Case("[[目标]]", "1:3", "目标", "toml-unquoted-key", *quote('[["目标"]]')),
    Case("目标 = 1", "1:1", "目标", "toml-unquoted-key", *quote('"目标"')),
    Case('"a".H1期.b = 1', "1:5", "H1期", "toml-unquoted-key", *quote('"a"."H1期".b')),
    Case("a = { x = 1, 新城区 = 1 }", "1:14", "新城区", "toml-unquoted-key", *quote('"新城区"')),
    Case("my key = 1", "1:1", "my key", "toml-unquoted-key", *quote('"my key"')),
    Case("[targets.my x]", "1:10", "my x", "toml-unquoted-key", *quote('[targets."my x"]')),
    Case("name = “abc”", "1:8", "“", "toml-full-width", *half('"abc"')),
    Case('name = "abc”', "1:12", "”", "toml-full-width", *half('"')),
    Case("name = ＂abc＂", "1:8", "＂", "toml-full-width", *half('"abc"')),
    Case('“name” = "x"', "1:1", "“", "toml-full-width", *half('"name"')),
    Case("goal = １５５０", "1:8", "１", "toml-full-width", *half("1550")),
    Case("goal = 1５50 # ５", "1:9", "５", "toml-full-width", *half("1550")),
    Case("goal ＝ 400", "1:6", "＝", "toml-full-width", *half("=")),
    Case("goal：400", "1:5", "：", "toml-full-width", *half("=")),
    Case("a = { H1 = 1，H2 = 2 }", "1:13", "，", "toml-full-width", *half(",")),
    Case("a = { H1 = 1；H2 = 2 }", "1:13", "；", "toml-full-width", *half(",")),
    Case("goal = 47．5", "1:10", "．", "toml-full-width", *half("47.5")),
    Case("goal = －5", "1:8", "－", "toml-full-width", *half("-5")),
    Case("goal = 47.5％", "1:12", "％", "toml-full-width", *half('"47.5%"')),
    Case("goal = １５５０亿元", "1:8", "１", "toml-full-width", *half("1550")),
    Case("goal = 1，550", "1:9", "，", "toml-full-width", *half("1550")),
    Case("due = 2024－09－30", "1:11", "－", "toml-full-width", *half("2024-09-30")),
    Case("a = ｛ H1 = 1 ｝", "1:5", "｛", "toml-full-width", *half("{ H1 = 1 }")),
    Case("a = { H1 = 1 ｝", "1:14", "｝", "toml-full-width", *half("}")),
    Case("［targets.x］", "1:1", "［", "toml-full-width", *half("[targets.x]")),
    Case("[targets．x]", "1:9", "．", "toml-full-width", *half("[targets.x]")),
    Case("[targets.x］", "1:11", "］", "toml-full-width", *half("[targets.x]")),
    Case("ｇｏａｌ = 1", "1:1", "ｇｏａｌ", "toml-full-width", *half("goal")),
    Case("\u3000goal = 1", "1:1", "\u3000", "toml-invisible-character", *PLAIN_SPACE),
    Case("goal\u00a0= 1", "1:5", "\u00a0", "toml-invisible-character", *PLAIN_SPACE),
    Case("goal = \u200b1", "1:8", "\u200b", "toml-invisible-character", *PLAIN_SPACE),
    Case("goal = 1,550", "1:8", "1,550", "toml-thousands", *write("1550")),
    Case("goal = 12.500.000", "1:8", "12.500.000", "toml-thousands", *write("12500000")),
    Case("a = { H1 = 12.500.000, H2 = 3 }", "1:12", "12.500.000", "toml-thousands", *write("12500000")),
    Case("goal = £1,250", "1:8", "£1,250", "toml-number-with-unit", *unit("1250", "£")),
    Case("goal = £5m", "1:8", "£5m", "toml-number-with-unit", *unit("5", "£m")),
    Case("goal = 1.250.000 EUR", "1:8", "1.250.000 EUR", "toml-number-with-unit", *unit("1250000", "EUR")),
    Case("goal = 26℃", "1:8", "26℃", "toml-number-with-unit", *unit("26", "℃")),
    Case("goal = 1 550.5", "1:8", "1 550.5", "toml-thousands", *write("1550.5")),
    Case("a = { H1 = 1,550, H2 = 3 }", "1:12", "1,550", "toml-thousands", *write("1550")),
    Case("a = { H1 = 1,234,567, H2 = 3 }", "1:12", "1,234,567", "toml-thousands", *write("1234567")),
    Case("a = { H1 = 1,550,2024-09-30 = 3 }", "1:12", "1,550", "toml-thousands", *write("1550")),
    Case("a = { H1 = 12,345,678.5 }", "1:12", "12,345,678.5", "toml-thousands", *write("12345678.5")),
    Case("a = { H1 = 1,234,567.25, H2 = 3 }", "1:12", "1,234,567.25", "toml-thousands", *write("1234567.25")),
    Case("goal = 12,5", "1:8", "12,5", "toml-decimal-comma", *write("12.5")),
    Case("goal = -1.234,5", "1:8", "-1.234,5", "toml-decimal-comma", *write("-1234.5")),
    Case("a = { H1 = 0,75, H2 = 3 }", "1:12", "0,75", "toml-decimal-comma", *write("0.75")),
    Case("goal = 0,125", "1:8", "0,125", "toml-decimal-comma", *write("0.125")),
    Case("goal = -0,125", "1:8", "-0,125", "toml-decimal-comma", *write("-0.125")),
    Case("goal = 1,2345", "1:8", "1,2345", "toml-decimal-comma", *EITHER),
    Case("goal = 47.5%", "1:8", "47.5%", "toml-bare-percent", *write('"47.5%"')),
    Case("a = { H1 = 47.5% }", "1:12", "47.5%", "toml-bare-percent", *write('"47.5%"')),
    Case("least = 45,5%", "1:9", "45,5%", "toml-bare-percent", *write('"45.5%"')),
    Case("a = 1.250,5pp", "1:5", "1.250,5pp", "toml-bare-percent", *write('"1250.5pp"')),
    Case("tolerance = 5pp", "1:13", "5pp", "toml-bare-percent", *write('"5pp"')),
    Case("goal = 1550亿元", "1:8", "1550亿元", "toml-number-with-unit", *unit("1550", "亿元")),
    Case("goal = 1,550 亿元", "1:8", "1,550 亿元", "toml-number-with-unit", *unit("1550", "亿元")),
    Case("goal = 1550亿元。", "1:8", "1550亿元。", "toml-number-with-unit", *unit("1550", "亿元")),
    Case("goal = 12 sq.m.", "1:8", "12 sq.m.", "toml-number-with-unit", *unit("12", "sq.m.")),
    Case("a = { H1 = 120万吨/年 }", "1:12", "120万吨/年", "toml-number-with-unit", *unit("120", "万吨/年")),
    Case("goal = ¥1550", "1:8", "¥1550", "toml-number-with-unit", *unit("1550", "¥")),
    Case("due = 2024/9/30", "1:7", "2024/9/30", "toml-date-form", *plain_date("2024-09-30")),
    Case("due = 2024-9-30", "1:7", "2024-9-30", "toml-date-form", *plain_date("2024-09-30")),
    Case("due = 2024.9.30", "1:7", "2024.9.30", "toml-date-form", *plain_date("2024-09-30")),
    Case("due = 2024年9月30日", "1:7", "2024年9月30日", "toml-date-form", *plain_date("2024-09-30")),
    Case("year = 2024年", "1:8", "2024年", "toml-date-form", *plain_date("2024")),
    Case("due = 31/10/2024", "1:7", "31/10/2024", "toml-date-form", *plain_date("2024-10-31")),
    Case("due = 10.31.2024", "1:7", "10.31.2024", "toml-date-form", *plain_date("2024-10-31")),
    Case("due = 5-5-2024", "1:7", "5-5-2024", "toml-date-form", *plain_date("2024-05-05")),
    Case("due = 5/6/2024", "1:7", "5/6/2024", "toml-date-form", *DATE_ORDER),
    Case("due = 5 June 2024", "1:7", "5 June 2024", "toml-date-form", *plain_date("2024-06-05")),
    Case("due = 31/02/2024", "1:7", "31/02/2024", "toml-no-such-date", *month_ends("2024-02-29")),
    Case("year = 2025/26", "1:8", "2025/26", "toml-two-years", *first_and_last(2025)),
    Case("year = 2025-2026", "1:8", "2025-2026", "toml-two-years", *first_and_last(2025)),
    Case("due = 2011-12", "1:7", "2011-12", "toml-date-without-day", *DATE_ORDER),
    Case("due = 2024-10", "1:7", "2024-10", "toml-date-without-day", *DATE_ORDER),
    Case("due = 2024-02-30", "1:7", "2024-02-30", "toml-no-such-date", *month_ends("2024-02-29")),
    Case("due = 2023/2/29", "1:7", "2023/2/29", "toml-no-such-date", *month_ends("2023-02-28")),
    Case("due = 2024-13-01", "1:7", "2024-13-01", "toml-no-such-date", *DATE_ORDER),
    Case("due = 0000-01-01", "1:7", "0000-01-01", "toml-no-such-date", *DATE_ORDER),
    Case('name = "abc', "1:8", '"abc', "toml-unclosed-quote", *end_text('"')),
    Case("name = 'a“b”\nx = 1", "1:8", "'a“b”", "toml-unclosed-quote", *end_text("'")),
    Case('note = """\nabc\nx = 1', "1:8", '"""', "toml-unclosed-text", *end_text('"""')),
    Case("a = { H1 = 1", "1:5", "{", "toml-unclosed-bracket", *close("}")),
    Case("a = { H1 = 1\ngoal = 4", "1:5", "{", "toml-unclosed-bracket", *close("}")),
    Case("a = [\n 1, # [\n 2\n[x]\ny = 1", "1:5", "[", "toml-unclosed-bracket", *close("]")),
    Case("a = [1,\nb = 2", "1:5", "[", "toml-unclosed-bracket", *close("]")),
    Case("a = { H1 = 1 )", "1:14", ")", "toml-unclosed-bracket", *write("}")),
    Case("a = { H1 = 1 ]", "1:14", "]", "toml-unclosed-bracket", *write("}")),
    Case("a = {b = [1, 2}", "1:10", "[", "toml-unclosed-bracket", *close("]")),
    Case("[targets.x # x", "1:1", "[targets.x", "toml-unclosed-heading", *write("[targets.x]")),
    Case("[[a]", "1:1", "[[a]", "toml-unclosed-heading", *write("[[a]]")),
    Case("goal =", "1:6", "=", "toml-no-value", *NO_VALUE),
    Case("goal =  # later", "1:6", "=", "toml-no-value", *NO_VALUE),
    Case("a = { H1 = , H2 = 1 }", "1:10", "=", "toml-no-value", *NO_VALUE),
    Case("a = [1,,2]", "1:8", ",", "toml-no-value", *NO_VALUE),
    Case("goal: 400", "1:5", ":", "toml-colon", *write("goal = 400")),
    Case('"name": abc,', "1:7", ":", "toml-colon", *write('"name" = "abc"')),
    Case("a = { H1: 5 }", "1:9", ":", "toml-colon", *write("H1 = 5")),
    Case("goal 400", "1:1", "goal 400", "toml-no-equals", *NO_EQUALS),
    Case("以上为说明 # x", "1:1", "以上为说明", "toml-no-equals", *NO_EQUALS),
    Case("a = { b, c = 1 }", "1:7", "b", "toml-no-equals", *NO_EQUALS),
    Case("a[H1] = 1个", "1:1", "a[H1]", "toml-unquoted-key", *quote('"a[H1]"')),
    Case("= 5", "1:1", "=", "toml-no-key", *NO_KEY),
    Case("[a.]", "1:4", "]", "toml-no-key", *NO_KEY),
    Case("a = { b = 1,, c = 2 }", "1:13", ",", "toml-no-key", *NO_KEY),
    Case("[x]\nunit = 'm'\ngoal = 1\n\ngoal = 2", "5:1", "goal", "toml-duplicate-key", *KEEP_ONE),
    Case("[x]\n# y\ngoal = 1\n\ngoal = 2", "5:1", "goal", "toml-duplicate-key", *OR_HEADING),
    Case("a = { b = 1, b = 2 }", "1:14", "b", "toml-duplicate-key", *KEEP_ONE),
    Case("a = 1\na.b = 2", "2:1", "a", "toml-duplicate-key", *KEEP_ONE),
    Case("a = { H1 = 1 }\na = { Q3 = 2 }", "2:1", "a", "toml-duplicate-key", *ONE_PAIR),
    Case("'a b' = {H1 = 1}\n'a b' = {}", "2:1", "'a b'", "toml-duplicate-key", *ONE_PAIR),
    Case("a = 1\na = { Q3 = 2 }", "2:1", "a", "toml-duplicate-key", *KEEP_ONE),
    Case("a = 1\n[a]", "2:2", "a", "toml-duplicate-key", *KEEP_ONE),
    Case("[x.a]\n[b]\n[x.a]", "3:4", "a", "toml-duplicate-table", *ONE_HEADING),
    Case("goal = 007", "1:8", "007", "toml-leading-zero", *write("7")),
    Case("goal = -03.5", "1:8", "-03.5", "toml-leading-zero", *write("-3.5")),
    Case("goal = .5", "1:8", ".5", "toml-bare-point", *write("0.5")),
    Case("goal = 5.", "1:8", "5.", "toml-bare-point", *write("5")),
    Case("name = abc", "1:8", "abc", "toml-unquoted-text", *write('"abc"')),
    Case(
        "name = 项目（二期） x # c", "1:8", "项目（二期） x", "toml-unquoted-text", *write('"项目（二期） x"')
    ),
    Case("s = { H1 = >50% }", "1:12", ">50%", "toml-unquoted-text", *write('">50%"')),
    Case(r'path = "C:\path"', "1:11", r"\p", "toml-backslash", *single(r"'C:\path'")),
    Case(r'path = "C:\users\x"', "1:11", r"\u", "toml-backslash", *single(r"'C:\users\x'")),
    Case(r'path = "C:\dir\"', "1:11", r"\d", "toml-backslash", *single(r"'C:\dir\'")),
    Case(r'path = "C:\new\"', "1:15", r"\"", "toml-backslash", *single(r"'C:\new\'")),
    Case(r"""path = "it's \p" """, "1:14", r"\p", "toml-backslash", *single(r"\\")),
    Case("binding = True", "1:11", "True", "toml-true-false", *truth("true")),
    Case("binding = 否", "1:11", "否", "toml-true-false", *truth("false")),
    Case("actual = null", "1:10", "null", "toml-null", *NOTHING),
    Case("a = { H1 = None }", "1:12", "None", "toml-null", *NOTHING),
    Case("goal = 400，", "1:11", "，", "toml-stray", *STRAY),
    Case("goal = 400 // c", "1:12", "// c", "toml-stray", *STRAY),
    Case("due = 30 mai 2024", "1:7", "30 mai 2024", "toml-value", *VALUES),
    Case("due = 30.09.25", "1:7", "30.09.25", "toml-value", *VALUES),
    Case("a = { H1 = 20+40 }", "1:12", "20+40", "toml-value", *VALUES),
    Case("goal = 4OO", "1:8", "4OO", "toml-value", *VALUES),
    Case('unit = ""km""', "1:8", '""km""', "toml-value", *write('"km"')),
    Case("unit = `km`", "1:8", "`km`", "toml-unquoted-text", *write('"km"')),
    Case("goal = 400 million km", "1:8", "400 million km", "toml-value", *VALUES),
    Case("goal = 200+200", "1:8", "200+200", "toml-value", *VALUES),
    Case("due = 24-09-30", "1:7", "24-09-30", "toml-value", *VALUES),
    Case("goal = 400~500", "1:8", "400~500", "toml-value", *VALUES),
    Case("goal = 400～500", "1:8", "400～500", "toml-value", *VALUES),
    Case("goal = 400±20", "1:8", "400±20", "toml-value", *VALUES),
    Case("due = 2024-Sep-30", "1:7", "2024-Sep-30", "toml-value", *VALUES),
    Case("a = { H1 = 200~210 }", "1:12", "200~210", "toml-value", *VALUES),
    Case("goal = 400 -- c", "1:12", "-- c", "toml-stray", *STRAY),
    Case("[a] b = 1", "1:5", "b = 1", "toml-stray", *STRAY),
    Case("on = true false", "1:11", "false", "toml-stray", *STRAY),
    Case(
        'owner = "市商务局"、"市发改委"',
        "1:15",
        '、"市发改委"',
        "toml-stray",
        'write `"市商务局、市发改委"`',
        '请写成 `"市商务局、市发改委"`',
    ),
    Case('name = "他说"你好"了"', "1:12", '你好"了"', "toml-stray", *inside("""'他说"你好"了'""")),
    Case("owner = 'O'Neill'", "1:12", "Neill'", "toml-stray", *double("O'Neill")),
    Case("actual = H1 = 190", "1:10", "H1 = 190", "toml-no-braces", *write("{ H1 = 190 }")),
    Case("actual = 2024-06-30 = 1, FY = 2 # c", "1:10", "2024-06-30 = 1, FY = 2", "toml-no-braces", *DAYS),
    Case("a = [true false]", "1:11", "false", "toml-missing-comma", *COMMA),
    Case("a = {\n b = 1\n c = 2\n}", "3:2", "c", "toml-missing-comma", *COMMA),
    Case("goal == 4", "1:7", "= 4", "toml-value", *VALUES),
    Case("goal = 1\x07", "1:9", "\x07", "toml-control-character", *DELETE),
    Case('name = "a\x1bb"', "1:10", "\x1b", "toml-control-character", *DELETE),
    Case("a = 1\r\r\n", "1:6", "\r", "toml-control-character", *DELETE),
    Case('a = "b\rc"', "1:7", "\r", "toml-control-character", *DELETE),
    Case("a = 1\rb = 2\r", "1:6", "\r", "toml-control-character", *NEW_LINE),
    Case("<<<<<<< HEAD\na = 1\n=======", "1:1", "<<<<<<< HEAD", "toml-conflict", *CONFLICT),
    Case('"a" "b" = 1', "1:5", '"b" = 1', "toml-syntax", *ANY_LINE),
]


def marked(text: str, problem: Problem) -> tuple[str, str]:
    assert problem.span is not None
    place = Lines(text).place("", problem.span)
    return f"{place.line}:{place.column}", text[problem.span[0] : problem.span[1]]


@pytest.mark.parametrize("case", SLIPS, ids=lambda case: case.text)
def test_a_slip_is_told_at_its_place_with_its_hint(case: Case) -> None:
    (problem,) = reading_of(case.text).problems
    assert problem.hint is not None
    assert problem.code == case.code
    assert marked(case.text, problem) == (case.place, case.marked)
    assert problem.hint.text(Language.EN) == case.en
    assert problem.hint.text(Language.ZH) == case.zh


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        (
            "[targets.项目]",
            (
                "the key `项目` needs quotes: "
                "without them a key may contain only letters A to Z, digits, `-` and `_`"
            ),
            "键 `项目` 需要加引号：不加引号的键只能由英文字母、数字、`-` 和 `_` 组成",
        ),
        (
            "goal ＝ 400",
            "`＝` in column 6 is a full-width character, which is not allowed here",
            "第6列的 `＝` 是全角字符，此处只认半角字符",
        ),
        (
            "[x]\n[targets.a]\n['x']",
            "the section `x` starts twice: first on line 1",
            "段 `x` 重复：第1行已有此段",
        ),
        (
            '[[t]]\n"新 城".b = 1\n"新 城".b = 2',
            '`t."新 城".b` is given twice: first on line 2',
            '`t."新 城".b` 重复：第2行已经写过',
        ),
        (
            "goal = 400 // c",
            "`// c` does not belong here: nothing may follow `400`",
            "这里多出了 `// c`：`400` 后面不能再有内容",
        ),
        (
            "goal = 1\x07",
            "there is a control character (U+0007) in column 9",
            "第9列有一个控制字符（U+0007）",
        ),
        ("name = a\x1b[2J", "the text `a\\u001b[2J` needs quotes", "文字 `a\\u001b[2J` 需要加引号"),
        ("name = نیم\u200cسال", "the text `نیم\u200cسال` needs quotes", "文字 `نیم\u200cسال` 需要加引号"),
        ("a = " + "b" * 50, f"the text `{'b' * 39}…` needs quotes", f"文字 `{'b' * 39}…` 需要加引号"),
        (
            "x = " + "[" * 500,
            "brackets are nested too deeply, or a key has too many parts",
            "括号嵌套过深，或键的层级过多",
        ),
        ("x = " + "1" * 5000, "a number here has too many digits", "这里的数值位数过多"),
    ],
)
def test_a_message_says_what_is_wrong_in_both_languages(text: str, en: str, zh: str) -> None:
    message = reading_of(text).problems[0].message
    assert (message.text(Language.EN), message.text(Language.ZH)) == (en, zh)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # each line for itself
        ("目标 = 1\ngoal: 2\nx = １\n[a.b\ny = 5%", ["1:1", "2:5", "3:5", "4:1", "5:5"]),
        ("a = [1，2]\r\n\r\n# c\r\nb = 007", ["1:7", "4:5"]),
        ('a = "x\nb = "y', ["1:5", "2:5"]),
        # keys below a broken heading do not clash with those above it
        ("[x]\ngoal = 1\n[y\ngoal = 1\ngoal = 2", ["3:1", "5:1"]),
        ("[x]\ngoal = 1\n［y］\ngoal = 1", ["3:1"]),
        ("[x]\ngoal = 1\ny]\ngoal = 1", ["3:1"]),
        ("[x]\ngoal = 1\n[x]\ngoal = 1\n[y]\na = ", ["3:2", "6:3"]),
        ("a = {\n x = 1 }\na = {\n x = 2 }\nb = 5%", ["3:1", "5:5"]),
        # what may only follow from the first is not told
        ("[x]\na = 1\nb = 1\n\na = 2\nb = 2\n[y]\na = 1\nb = 5%", ["5:1", "9:5"]),
        ("[x]\na = 1\n=[y]\na = 2\nb = 5%", ["3:1", "5:5"]),
        (":=[y]\na = 1\nb = 1\nb = 2", ["1:1", "4:1"]),
        ('note = "first line\nsecond line"\ngoal = 5%', ["1:8"]),
        ("note = “first line\nsecond line”", ["1:8"]),
        ("a = [ １,\n 2 %,\n]", ["1:7"]),
        ("a = { x = １,\n y = 2 }", ["1:11"]),
        ("a =\n [1, 2],\n", ["1:3"]),
        ("a = {\n x = 1,\n y: 2,\n z: 3 }", ["3:3"]),
        ("[[a]]\n[a.b]\n[[a]\n[a.b]", ["3:1"]),
        ('a = """x\n目标 = 1', ["1:5"]),
        ("<<<<<<< a\nx = 1\n=======\nx = 2\n>>>>>>> b", ["1:1"]),
    ],
)
def test_all_faults_are_told_but_no_consequences(text: str, told: list[str]) -> None:
    assert [marked(text, problem)[0] for problem in reading_of(text).problems] == told


def test_a_key_given_twice_below_a_heading_that_cannot_be_read_is_told_by_its_own_name() -> None:
    *_, told = reading_of("[数据]\nx = 1\na = 1\na = 2").problems
    assert told.message.text(Language.EN) == "`a` is given twice: first on line 3"


def test_no_more_faults_are_told_than_a_person_reads() -> None:
    text = "\n".join(f"k{number} = 5%" for number in range(2 * LIMIT))
    places = [marked(text, problem)[0].split(":")[0] for problem in reading_of(text).problems]
    assert places == [str(line) for line in range(1, LIMIT + 1)]


GOOD_LINES = st.sampled_from(
    [
        'name = "引进“亿元”项目"',
        "goal = 400",
        "actual = { H1 = 190 }",
        "due = 2024-09-30 # ，",
        'source = "a\\"b"',
        "",
    ]
)
BAD_LINES = st.sampled_from([case.text for case in SLIPS if "\n" not in case.text and case.text[0].isalpha()])
NOT_ALONE = {"toml-unclosed-bracket", "toml-unclosed-text", "toml-syntax", "toml-conflict"}


@given(st.lists(st.tuples(st.booleans(), GOOD_LINES, BAD_LINES), min_size=1, max_size=12))
def test_only_broken_lines_are_told_and_the_first_of_them_always(rows: list[tuple[bool, str, str]]) -> None:
    lines = []
    broken = []
    for number, (bad, good_line, bad_line) in enumerate(rows):
        lines += [f"[targets.t{number}]", bad_line if bad else good_line, "weight = 1"]
        if bad:
            broken.append(len(lines) - 1)
    text = "\n".join(lines)
    problems = reading_of(text).problems
    told = [int(marked(text, problem)[0].split(":")[0]) for problem in problems]
    assert told == broken[: len(told)]
    assert len(told) == len(broken) or problems[-1].code in NOT_ALONE


FRAGMENTS = [
    *("[", "]", "{", "}", "=", ",", ".", ":", "#", '"', "'", "\n", "\\", " ", "\t", "-", "_", "0", "1", "a"),
    *("项目", "“", "”", "＝", "，", "％", "：", "［", "｝", "１", "\r", "\r\n", "\x00", "\ufeff", "\u3000"),
    *('"""', "'''", "goal = ", "a.b = ", "[a]\n", "[[a]]\n", "[a.b]\n", "x = {", "x = [", "\\u12", "<<<<<<<"),
    *("2024-02-30", "1,550", "47.5%", "nan", "{ H1 = 1 }", "# c\n"),
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=20).map("".join) | st.text())
def test_whatever_is_not_toml_is_told_at_a_place_in_the_text(text: str) -> None:
    problems = reading_of(text).problems
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError:
        assert problems
    else:
        assert not problems
    for problem in problems:
        assert problem.span is not None
        start, end = problem.span
        assert 0 <= start <= end <= len(text)
        assert "\n" not in text[start:end]
        chinese = problem.message.text(Language.ZH)
        assert problem.code == "toml-syntax" or "Expected" not in chinese
        assert chinese != problem.message.text(Language.EN)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,550", 1550),
        ("12,345,678.90", 12345678.9),
        ("1 550", 1550),
        ("47.5 %", "47.5%"),
        ("＋５．９ｐｐ", "+5.9pp"),
        ("1550亿元", 1550),
        ("４７．５％", "47.5%"),
        ("＄5", 5),
        ("3m²", 3),
        ("-007", -7),
        ("00.50", 0.5),
        ("TRUE", True),
        ("C:\\x", "C:\\x"),
        ('say "x', 'say "x'),
        ("“新城区”", "新城区"),
    ],
)
def test_the_right_way_to_write_a_value_is_toml(written: str, value: object) -> None:
    slip = value_slip(written, 1)
    assert slip is not None
    assert tomli.loads(f"v = {slip.fix}")["v"] == value
