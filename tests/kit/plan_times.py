"""Plans of different times: a calendar year, a year from April, five years, and some months of one year."""

from datetime import date

from plan_tracker.plan.periods import PlanTime

YEAR = PlanTime(date(2024, 1, 1), date(2024, 12, 31))
FISCAL = PlanTime(date(2024, 4, 1), date(2025, 3, 31))
FIVE = PlanTime(date(2021, 1, 1), date(2025, 12, 31))
ODD = PlanTime(date(2024, 3, 15), date(2024, 11, 14))

YEAR_KEYS = "year = 2024"
FISCAL_KEYS = "start = 2024-04-01\nend = 2025-03-31"
FIVE_KEYS = "start = 2021-01-01\nend = 2025-12-31"
ODD_KEYS = "start = 2024-03-15\nend = 2024-11-14"
"""The same times as keys of [plan]."""
