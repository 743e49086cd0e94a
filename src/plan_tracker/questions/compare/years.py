"""Plans of different years: whether two are, and which day of the one is as far as a day of the other."""

from datetime import date, timedelta

from plan_tracker.plan.periods import PlanTime, first_after

DAY = timedelta(days=1)


def same_year(old: PlanTime, new: PlanTime) -> bool:
    """Whether two versions cover the same time, give or take: their figures can be compared then.

    They do if they begin on the same day, or share at least half of the longer one; so a plan that was
    prolonged is still the same, and the one of the next year is another.
    """
    if old.start == new.start:
        return True
    shared = min(old.end, new.end) - max(old.start, new.start) + DAY
    return 2 * shared >= max(each.end - each.start + DAY for each in (old, new))


def as_far(day: date, time: PlanTime, other: PlanTime) -> date:
    """The day on which another plan is as far as this one on a day: so many months and days from its start.

    The end of a month is the end of a month, and H1 is H1.
    """
    following = day + DAY
    if following < time.start:
        return other.start - (time.start - day)
    months = (following.year - time.start.year) * 12 + following.month - time.start.month
    if first_after(time.start, months) > following:
        months -= 1
    rest = following - first_after(time.start, months)
    latest = first_after(other.start, months + 1)
    return min(first_after(other.start, months) + rest, latest) - DAY
