"""Plans of different years: how to tell, and which days of two plans correspond."""

from datetime import date, timedelta

from plan_tracker.plan.periods import PlanTime, months_later

_DAY = timedelta(days=1)


def same_year(old: PlanTime, new: PlanTime) -> bool:
    """Tells whether two versions cover much the same time, so that their figures can be compared.

    They do if they begin on the same day, or if they share at least half of the longer one. So a plan that
    was prolonged is still the same, and the plan of the next year is another.
    """
    if old.start == new.start:
        return True
    shared = min(old.end, new.end) - max(old.start, new.start) + _DAY
    return 2 * shared >= max(each.end - each.start + _DAY for each in (old, new))


def as_far(day: date, time: PlanTime, other: PlanTime) -> date:
    """Returns the day that is as far into another plan, in months and days, as `day` is into this one.

    The end of a month stays the end of a month, and the end of H1 that of H1.
    """
    following = day + _DAY
    if following < time.start:
        return other.start - (time.start - day)
    months = (following.year - time.start.year) * 12 + following.month - time.start.month
    if months_later(time.start, months) > following:
        months -= 1
    rest = following - months_later(time.start, months)
    latest = months_later(other.start, months + 1)
    return min(months_later(other.start, months) + rest, latest) - _DAY
