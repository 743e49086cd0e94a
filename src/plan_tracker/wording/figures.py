"""Why a text is no figure or goal, and what to write: by hand, in tables and from databases alike."""

from plan_tracker.language import Phrase

NO_NUMBER = Phrase("`{text}` is not a number", "`{text}` 不是数字")
ERROR_CELL = Phrase("the cell holds the error `{text}`, not a number", "单元格是错误值 `{text}`，不是数字")
NO_VALUE = Phrase("the cell holds a formula that was never calculated", "单元格里的公式没有计算结果")
CALCULATE = Phrase(
    "open the file in a spreadsheet program and save it once", "请用电子表格软件打开文件并保存一次"
)
A_DATE = Phrase("the cell holds the date {text}, not a number", "单元格是日期 {text}，不是数字")
FORMAT_AS_NUMBER = Phrase(
    "format the cell as a number and type the figure again", "请把单元格改为数字格式后重新填写"
)
COMMA_OR_POINT = Phrase(
    "the comma in `{text}` could be a thousands separator or a decimal comma",
    "`{text}` 中的逗号可能是千位分隔符，也可能是小数点",
)
WHICH_NUMBER = Phrase("write {one} or {other}", "请写成 {one} 或 {other}")
DECIMAL_COMMA = Phrase("`{text}` has a decimal comma", "`{text}` 用逗号作小数点")
WRITE_POINT = Phrase("write it with a point: {number}", "请用小数点：{number}")
POINTS_GROUP = Phrase("`{text}` uses points as thousands separators", "`{text}` 用点作千位分隔符")
POINT_BESIDE_COMMAS = Phrase(
    "the point in `{text}` may be a thousands separator: other figures here have decimal commas",
    "`{text}` 中的点可能是千位分隔符：表中其他数字用逗号作小数点",
)
WRITE_FIGURE = Phrase("write {figure}", "请写 {figure}")
WRITE_OUT = Phrase(
    "write all its digits, without a scale such as k or million",
    "请写出全部数字，不用“k”“million”一类的数量级",
)
WRITE_DIGITS = Phrase("write it out in full, without an exponent", "请不用科学记数法，写出全部数字")
UNIT_BEHIND = Phrase(
    "`{text}` is not in {unit}, the unit of the target", "`{text}` 的单位与该指标的单位{unit}不符"
)
WRITE_IN_UNIT = Phrase("write the figure itself, in {unit}", "请填写以{unit}为单位的数据")
SCALED = Phrase(
    "its number format shows {text} where the cell holds {held}",
    "数字格式使单元格显示为 {text}，实际值是 {held}",
)
SHOW_AS_HELD = Phrase(
    "give the cell a format that shows the number as it is, and see which of the two is meant",
    "请改用按实际值显示的数字格式，并核对应填哪一个",
)
EXPECTED = Phrase("`{text}` is a forecast, not an actual figure", "`{text}` 是预计数，不是实际完成数")
WRITE_REACHED = Phrase(
    "fill this in once there is an actual figure; until then, leave the cell blank",
    "请在有实际数据后填写，此前可留空",
)
OTHER_UNIT = Phrase(
    "the table gives it in {given}, but the target is in {unit}",
    "表中单位为{given}，而该指标的单位是{unit}",
)
NO_UNIT_IN_PLAN = Phrase(
    "the table gives it in {given}, but the target has no unit",
    "表中单位为{given}，而该指标未设单位",
)
SAY_UNIT = Phrase(
    'one of the two must change: the unit in the table or `unit = "{unit}"` in the plan',
    '请更正其一：表中的单位，或计划中的 `unit = "{unit}"`',
)
PERCENT_WITHOUT_UNIT = Phrase(
    "`{text}` is a percentage, but the target has no unit", "`{text}` 是百分数，而该指标没有单位"
)
ADD_UNIT = Phrase('give the target unit = "{unit}"', '请为该指标写上 unit = "{unit}"')
TOO_MANY_DIGITS = Phrase("`{text}` has too many digits", "`{text}` 的位数过多")
DIGITS_OF_TABLES = Phrase(
    "a figure that comes in has at most 17 digits in all, 15 of them before the point: round it",
    "读入的数值总共不超过17位，小数点前不超过15位：请四舍五入",
)
DIGITS_ALLOWED = Phrase(
    "a figure has at most 15 digits before the point and 15 after it", "小数点前后各不超过15位"
)
NOT_A_GOAL = Phrase("`{text}` was not understood as a goal", "无法识别目标值 `{text}`")
NAME_UNIT = Phrase(
    "if `{unit}` is its unit, name it apart: with --unit, or in a column of units",
    "如 `{unit}` 是计量单位，请单独写明：用 --unit，或在表中另设单位一列",
)
WRITE_GOAL = Phrase(
    "write a figure, with a limit and a unit where needed: 400, ≥85%, 3800 or more",
    "请写数字，可带界限和单位：400、≥85%、4.5以内",
)
WRITE_END = Phrase(
    "a range: write {low} where at least that must be reached, ≤{high} where no more is allowed",
    "这是区间：至少要达到{low}的请写 {low}，不得超过{high}的请写 ≤{high}",
)
WRITE_MOST = Phrase(
    "write ≤{limit} where {limit} itself is allowed, else the most that is",
    "可以等于{limit}的请写 ≤{limit}，否则请写允许的最大值",
)
WRITE_LEAST = Phrase(
    "write ≥{limit} where {limit} itself is enough, else the least that is",
    "等于{limit}即可的请写 ≥{limit}，否则请写至少要达到的值",
)
WRITE_CHANGE = Phrase(
    "write {limit}, and in the name of the target whether it grows or falls by that",
    "此处请写 {limit}，并在指标名称中写明增长或下降",
)
