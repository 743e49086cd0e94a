"""What is said around every command: wrong usage, and what went wrong that is no fault of a plan."""

from plan_tracker.language import Phrase

CRASH = Phrase(
    "internal error, please report it: {error}\n(nothing was judged; this is no verdict on the plan)",
    "内部错误，请报告：{error}\n（未作任何评判）",
)
SYSTEM = Phrase("the system refuses: {reason}", "系统拒绝：{reason}")
SYSTEM_OF_FILE = Phrase("the system refuses {file}: {reason}", "系统拒绝访问 {file}：{reason}")
