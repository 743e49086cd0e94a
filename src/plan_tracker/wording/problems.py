"""The word before a message, and the texts around the problems of a plan."""

from plan_tracker.language import Phrase
from plan_tracker.problems import Severity

LABEL = {
    Severity.ERROR: Phrase("error: ", "错误："),
    Severity.WARNING: Phrase("warning: ", "警告："),
    Severity.NOTE: Phrase("note: ", "说明："),
}
HINT = Phrase("hint: ", "提示：")
MORE = Phrase("… and {number} more, which are not shown", "……另有{number}个，未列出")
