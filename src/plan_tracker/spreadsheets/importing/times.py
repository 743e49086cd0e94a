"""The time of a plan made of a table: its year, and what the periods and days of the rows are in it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plan_tracker.language import Message, inserted
from plan_tracker.numbers import plain
from plan_tracker.plan.model import Counting
from plan_tracker.plan.period_words import Day, Label, Months, Spoken
from plan_tracker.plan.periods import (
    MONTHS_A_YEAR,
    Period,
    PlanTime,
    calendar_year,
    day_before,
    months_later,
)
from plan_tracker.plan.spoken import period_of
from plan_tracker.spreadsheets.importing.drafts import Drafts
from plan_tracker.spreadsheets.importing.targets import Draft
from plan_tracker.spreadsheets.importing.values import DATES, Value, day_in
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.spreadsheets.tables.column import several
from plan_tracker.spreadsheets.tables.fiscal_years import Fiscal
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL
from plan_tracker.wording import importing as phrases
from plan_tracker.wording.periods import in_words, said_phrase, why_not
from plan_tracker.wording.sheets import TITLE_OF_ANOTHER_PERIOD

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)


@dataclass
class TimedDraft:
    """A draft put into the time of the plan: its days are dates, its periods labels."""

    row: int
    id: str
    fields: dict[str, Value]
    actuals: dict[str, Decimal]


def in_time(drafts: Drafts, year: int | None, file: str) -> tuple[PlanTime, list[TimedDraft]]:
    """Returns the time of the plan, the year given or what table or `file` says, and the targets in it.

    Raises NotRead where nothing says it.
    """
    time = _time(drafts, year, file)
    _doubt_title(drafts, time, file)
    columns = [each for each in drafts.table.having(ACTUAL) if each.counting is not Counting.PER_PERIOD]
    hint = several(columns, ACTUAL).hint if len(columns) > 1 else phrases.CORRECT_ONE.fill()
    return time, [_timed(draft, time, drafts.account, hint) for draft in drafts.drafts]


def _doubt_title(drafts: Drafts, time: PlanTime, file: str) -> None:
    """Notes as a doubt that titles name another period than the user does."""
    both = [period_of(each, time) for each in drafts.periods or ()]
    if drafts.periods and len({period.last for period in both if period}) > 1:
        asked, said = map(said_phrase, drafts.periods)
        told = inserted(TITLE_OF_ANOTHER_PERIOD, said=said, asked=asked)
        drafts.account.doubts.append(told.fill(file=file))


def _time(drafts: Drafts, year: int | None, file: str) -> PlanTime:
    """Returns the time of the plan: as the user says, else the table, its rows, or the name of the file."""
    if year is not None:
        return calendar_year(year)
    said, times = drafts.dated, _times_of_rows(drafts.drafts)
    if said.time is not None:
        values = {"start": said.time.start.isoformat(), "end": said.time.end.isoformat()}
        drafts.account.notes.append(phrases.TIME_SAID.fill(**values))
        return said.time
    if said.fiscal is not None:
        return _fiscal(said.fiscal, drafts.drafts)
    if said.year is not None:
        if said.is_called_fiscal:
            values = {"year": str(said.year), "next": str(said.year + 1)}
            drafts.account.notes.append(phrases.FISCAL_GUESSED.fill(**values))
        elif not any(time.start.year <= said.year <= time.end.year for time in times):
            drafts.account.notes.append(phrases.YEAR_GUESSED.fill(year=str(said.year)))
        return calendar_year(said.year)
    if times:
        return max(times, key=lambda time: (*_explained(time, drafts.drafts), time.start, time.end))
    mentioned = {int(each) for each in _YEAR.findall(file)}
    mentioned = mentioned or {each.year for draft in drafts.drafts for each in draft.actuals if each.year}
    if len(mentioned) != 1:
        raise NotRead(phrases.NO_YEAR.fill(file=file), phrases.GIVE_YEAR.fill())
    found = mentioned.pop()
    drafts.account.notes.append(phrases.YEAR_GUESSED.fill(year=str(found)))
    return calendar_year(found)


def _fiscal(fiscal: Fiscal, drafts: Sequence[Draft]) -> PlanTime:
    """Returns the time that most rows have, for a year such as 2025/26; raises NotRead."""
    spans = Counter((day_in(draft.fields.get("start")), day_in(draft.fields.get("due"))) for draft in drafts)
    (start, due), number = spans.most_common(1)[0] if spans else ((None, None), 0)
    is_usual = 2 * number > len(drafts)
    if start and due and is_usual and (start.year, due.year) == (fiscal.year, fiscal.year + 1):
        return PlanTime(start, due)
    values = {"year": str(fiscal.year), "next": str(fiscal.year + 1)}
    raise NotRead(phrases.WHICH_MONTHS.fill(year=fiscal.text), phrases.SAY_MONTHS.fill(**values))


def _times_of_rows(drafts: Sequence[Draft]) -> list[PlanTime]:
    """Returns the times that the days in rows suggest: their years, and from a start to a due date."""
    rows = [draft.fields for draft in drafts if not DATES.isdisjoint(draft.fields)]
    years = {
        value.year
        for row in rows
        for value in row.values()
        if isinstance(value, date | Day | Months | Label) and value.year
    }
    times = [calendar_year(year) for year in sorted(years)]
    for given in {(row.get("start"), row.get("due")) for row in rows}:
        start, due = map(day_in, given)
        if start and start.day == 1:
            times.append(PlanTime(start, day_before(months_later(start, MONTHS_A_YEAR))))
        if start and due and start < due:
            times.append(PlanTime(start, due))
    return times


def _explained(time: PlanTime, drafts: Sequence[Draft]) -> tuple[int, int]:
    """Counts the periods that end on the day their rows name, and the rows that run as the plan does."""
    periods = whole = 0
    for draft in drafts:
        day = day_in(draft.fields.get("measured_on"))
        for spoken in draft.actuals:
            period = period_of(spoken, time)
            periods += period is not None and period.last == (day or period.last)
        start, due = day_in(draft.fields.get("start")), day_in(draft.fields.get("due"))
        whole += (start, due) == (time.start, time.end)
    return periods, whole


def _timed(draft: Draft, time: PlanTime, account: Account, hint: Message | None) -> TimedDraft:
    """Puts a draft into the time of the plan; what has no meaning there is noted as a fault of its row.

    So are two figures for one period, as 1-6月 and 截至6月底 may have, with the `hint`.
    """

    def period(key: str, spoken: Spoken) -> Period | None:
        found = period_of(spoken, time)
        if found is None:
            text = in_words(spoken)
            fault = inserted(phrases.in_field(key, phrases.NOT_UNDERSTOOD), text=text)
            account.fault(draft.row, fault.fill(), why_not(spoken, text, time))
        return found

    fields = dict(draft.fields)
    for key, value in draft.fields.items():
        if key in DATES and isinstance(value, Day | Months | Label):
            del fields[key]
            if found := period(key, value):
                fields[key] = found.first if key == "start" and found.first else found.last
    actuals: dict[str, Decimal] = {}
    twice = set[str]()
    for spoken, figure in draft.actuals.items():
        if (found := period("period", spoken)) and (
            first := actuals.setdefault(found.label, figure)
        ) != figure:
            values = {"period": found.label, "one": plain(first), "other": plain(figure)}
            account.fault(draft.row, phrases.TWO_FIGURES.fill(**values), hint)
            twice.add(found.label)
    known = {label: figure for label, figure in actuals.items() if label not in twice}
    return TimedDraft(row=draft.row, id=draft.id, fields=fields, actuals=known)
