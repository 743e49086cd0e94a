"""What the workbook says around its figures."""

from plan_tracker.language import Phrase

PROGRESS = Phrase("Progress", "进度")
RULES = Phrase("Rules", "评判规则")
TIME = Phrase("time", "计划期间")
SPAN = Phrase("{start} to {end}", "{start}至{end}")
CALENDAR = Phrase("pace is counted by", "序时进度计算方式")
TOLERANCE = Phrase("a lag that is only slipping, up to", "视为略有滞后的最大差距")
HOW = Phrase("how figures are computed", "计算方法")
