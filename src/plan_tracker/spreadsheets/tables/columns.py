"""The columns of a table: what each means beside the others, and which of them the user names."""

import re
from collections.abc import Sequence

from plan_tracker.language import Message
from plan_tracker.plan.names import simplified
from plan_tracker.plan.period_words import Label, Months
from plan_tracker.problems import quoted
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.sheet import column_of
from plan_tracker.spreadsheets.tables.column import Column, headings_found, several
from plan_tracker.spreadsheets.tables.fiscal_years import PlanYears, year_text, years_said
from plan_tracker.spreadsheets.tables.heading_text import is_among
from plan_tracker.spreadsheets.tables.headings import Meaning, meaning_of, named_meaning, rest_of
from plan_tracker.spreadsheets.tables.times import is_whole_year
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL
from plan_tracker.spreadsheets.tables.wanted import Wanted
from plan_tracker.wording import headings as words
from plan_tracker.wording import sheets as phrases
from plan_tracker.wording import unused

_LETTERS = 3
"""How many letters the name of a spreadsheet's column has at most."""

_UNCLEAR = (unused.UNKNOWN, unused.ONLY_A_YEAR)
_MOST = re.compile(r"[(（\[]\s*max", re.IGNORECASE)
"""Where it stands, (min) over another column is no minutes."""


def columns_of(texts: dict[int, tuple[str, ...]], width: int, wanted: Wanted) -> list[Column]:
    """Returns the `width` columns of a table with these texts over them.

    Raises NotRead if a column that the user names is not there.
    """
    if any(_MOST.search(text) for over in texts.values() for text in over):
        wanted = _without_minutes(wanted)
    columns = _with_wholes([_column(at, over, wanted) for at, over in texts.items()], wanted)
    columns = _named(_with_years_among(columns, wanted), width, wanted)
    return _with_first_owner(_without_strangers(_settled(columns), {ACTUAL, GOAL} - wanted.fields_named))


def _without_minutes(wanted: Wanted) -> Wanted:
    """Returns what is looked for where (min) is the least that is asked, as opposed to (max)."""
    own = wanted.is_unit
    return wanted._replace(is_unit=lambda text: text.strip().casefold() != "min" and own(text))


def _column(at: int, texts: tuple[str, ...], wanted: Wanted) -> Column:
    return _judged(Column(at=at, texts=texts), meaning_of(texts, wanted.is_unit, wanted.about), wanted)


def _judged(column: Column, meaning: Meaning, wanted: Wanted) -> Column:
    """Returns a column with the meaning of its heading, or with the reason why it is not used."""
    reason = meaning.reason or _why_unused(column, meaning, wanted)
    return column.unused(reason) if reason else column.meant(_in_own_year(meaning, wanted))


def _with_wholes(columns: list[Column], wanted: Wanted) -> list[Column]:
    """Gives a column 合计 the meaning of the heading above, unless others below that have one: months."""
    known = {column.texts[:-1] for column in columns if column.field}
    return [
        _column(column.at, above, wanted)._replace(texts=column.texts)
        if column.is_unknown
        and (above := column.texts[:-1])
        and above not in known
        and rest_of(column.texts[-1]) in words.SUMS
        else column
        for column in columns
    ]


def _with_years_among(columns: list[Column], wanted: Wanted) -> list[Column]:
    """Gives 其中：2026年 behind goals or actuals their meaning, unless these are of a year themselves."""
    found: list[Column] = []
    for column in columns:
        whole, is_unclear = found[-1] if found else column, column.is_unused_for(*_UNCLEAR)
        is_total = whole.field in {GOAL, ACTUAL} and not (whole.meaning.year or whole.speaks_of(words.ANNUAL))
        if is_total and is_unclear and is_among(column.texts[-1]):
            year = next(iter(years_said(column.texts)), None)
            found.append(_judged(column, whole.meaning._replace(year=year), wanted))
        else:
            found.append(column)
    return found


def _why_unused(column: Column, meaning: Meaning, wanted: Wanted) -> Message | None:
    """Returns why a column is not used though its heading is understood; None if it is."""
    match meaning:
        case Meaning(field="serial"):
            return unused.SERIAL_NUMBERS.fill()
        case Meaning(year=int() as year) if not wanted.years.fit(year):
            return unused.ANOTHER_YEAR.fill(year=_called(meaning, year))
        case Meaning(spoken=None | Label()) if other := _of_another_year(meaning, wanted.years):
            return other
        case Meaning(spoken=Months(word="quarter" | "half")) if wanted.years.begins and (
            meaning.begins or meaning.fy
        ):
            return unused.WHICH_QUARTER.fill()
        case Meaning(field="goal") if _is_part_of_goal(column, meaning):
            return unused.PART_OF_A_GOAL.fill()
        case _:
            return None


def _of_another_year(meaning: Meaning, own: PlanYears) -> Message | None:
    """Returns why a column may be of another year, where the plan's year is one of two calendar years.

    2026/27 is another year than 2025/26. A year alone is the one that begins then; FY2026 is the plan's own
    only if that is called so.
    """
    year = meaning.year
    if own.begins is None:
        return None
    if meaning.begins is not None:
        text = _called(meaning, meaning.begins)
        return unused.ANOTHER_YEAR.fill(year=text) if meaning.begins != own.begins else None
    if year is None:
        return None
    if meaning.fy is not None and own.fy is not None:
        text = f"FY{meaning.fy}"
        return unused.ANOTHER_YEAR.fill(year=text) if meaning.fy != own.fy else None
    text = str(year) if meaning.fy is None else f"FY{year}"
    return unused.WHICH_YEAR.fill(year=text) if meaning.fy is not None or year != own.begins else None


def _called(meaning: Meaning, year: int) -> str:
    """Returns how messages call the year of a heading: 2025, 2025/26."""
    return str(year) if meaning.begins is None else year_text(meaning.begins, meaning.begins + 1)


def _in_own_year(meaning: Meaning, wanted: Wanted) -> Meaning:
    """Returns a meaning with Q1 for Q1 FY2026, where FY2026 is the plan's year of two."""
    spoken = meaning.spoken
    if wanted.years.begins is None or meaning.fy is None or not isinstance(spoken, Label):
        return meaning
    return meaning._replace(spoken=spoken._replace(year=None))


def _is_part_of_goal(column: Column, meaning: Meaning) -> bool:
    """Tells whether a goal is one for less than the year: 上半年目标, Target YTD, but not 全年累计目标."""
    if meaning.spoken is not None:
        return not is_whole_year(meaning.spoken)
    return meaning.counting is not None and not column.speaks_of(words.ANNUAL)


def _named(columns: list[Column], width: int, wanted: Wanted) -> list[Column]:
    """Gives the columns that the user names his meaning, and takes the same meaning from others."""
    fields: dict[int, str] = {}
    for field, said in wanted.named:
        chosen = _chosen(columns, width, field, said)
        if (other := fields.setdefault(chosen.at, field)) != field:
            message = phrases.NAMED_FOR_TWO.fill(letter=chosen.letter, one=other, other=field)
            raise NotRead(message, phrases.NAME_FOR_ONE.fill())
        if all(column.at != chosen.at for column in columns):
            columns = [*columns, chosen]  # a column without a heading
        columns = [_as_named(column, field, wanted, is_chosen=column.at == chosen.at) for column in columns]
    return columns


def _as_named(column: Column, field: str, wanted: Wanted, *, is_chosen: bool) -> Column:
    meaning = column.meaning
    if is_chosen:
        named = named_meaning(field, column.texts, wanted.is_unit)
        return column.meant(_in_own_year(named, wanted))
    if meaning.field == field:
        if meaning.either:
            return column.meant(meaning._replace(field=meaning.either, either=None))
        return column.unused(unused.NOT_CHOSEN.fill())
    return column


def _chosen(columns: Sequence[Column], width: int, field: str, said: str) -> Column:
    """Returns the column that the user means: by its headings from the top, the lowest one, or its letter."""
    key = simplified(said)
    whole = [column for column in columns if simplified("/".join(column.texts)) == key]
    lowest = [column for column in columns if column.texts and simplified(column.texts[-1]) == key]
    for found in (whole, lowest):
        if len(found) == 1:
            return found[0]
        if found:
            raise several(found, field)
    if is_letter(said) and (at := column_of(said)) < width:
        return next((column for column in columns if column.at == at), Column(at=at))
    raise NotRead(phrases.NO_COLUMN.fill(heading=quoted(said)), headings_found(columns).fill())


def is_headed(texts: Sequence[str], said: str) -> bool:
    """Tells whether a column has this heading: its texts from the top, or the lowest one."""
    return simplified(said) in {simplified("/".join(texts)), simplified(texts[-1])}


def is_letter(text: str) -> bool:
    """Tells whether a text may be what spreadsheets call a column: F, AB."""
    return text.isascii() and text.isalpha() and len(text) <= _LETTERS


def _settled(columns: list[Column]) -> list[Column]:
    """Gives headings with two meanings the one that no other column surely has.

    What can mean nothing else comes first: below Objective, Key result and Target only the second is a name.
    Of headings that may all be of names those of departments are of owners.
    """
    settled = {column.at: column for column in columns if column.meaning.either is None}
    while unsettled := [column for column in columns if column.at not in settled]:
        clearest, sure = _clearest(unsettled, {column.field for column in settled.values()})
        for column in clearest:
            settled[column.at] = _settled_one(column, sure)
    return [settled[column.at] for column in columns]


def _clearest(unsettled: list[Column], sure: set[str]) -> tuple[list[Column], set[str]]:
    """Returns those of some headings that are settled first, and what others surely mean beside them."""
    if taken := [column for column in unsettled if column.field in sure]:
        return taken, sure
    if only := [column for column in unsettled if column.meaning.either in {"", *sure}]:
        return [column for column in only if not column.speaks_of(words.YIELDING)] or only, sure
    names = [column for column in unsettled if column.field == "name"]
    owners, places, goals = (
        [column for column in names if column.meaning.either == field] for field in ("owner", "place", GOAL)
    )
    if 0 < len(owners) < len(names):
        return owners, {*sure, "name"}  # 部门 beside 重点任务
    if len(places) == len(goals) == 1:
        return goals, {*sure, "name"}  # 任务 beside 区县
    return unsettled, sure


def _settled_one(column: Column, sure: set[str]) -> Column:
    """Gives a heading with two meanings the first that no sure column has; none, if both are taken."""
    meaning = column.meaning
    if meaning.field not in sure:
        return column.meant(meaning._replace(either=None))
    if meaning.either and meaning.either not in sure:
        return column.meant(Meaning(meaning.either, unit=meaning.unit))
    return column.unused(unused.UNKNOWN.fill())


def _without_strangers(columns: list[Column], fields: set[str]) -> list[Column]:
    """Drops the meaning of columns with other texts over them, unless all figures share one: a title.

    `fields` are those of figures of which the user names no column.
    """
    figures = [column for column in columns if column.field in fields]
    above = {column.meaning.above for column in figures}
    if len(above) <= 1:
        return columns
    return [column.unused(unused.UNKNOWN.fill()) if column.meaning.above else column for column in columns]


def _with_first_owner(columns: list[Column]) -> list[Column]:
    """Keeps of several columns of owners that of who leads (牵头单位), else of bodies before persons."""
    kept = min((column for column in columns if column.field == "owner"), key=_rank, default=None)
    return [
        column.unused(unused.ANOTHER_OWNER.fill(heading=kept.heading))
        if kept and column.field == "owner" and _rank(column) > _rank(kept)
        else column
        for column in columns
    ]


def _rank(owner: Column) -> int:
    return 2 if owner.speaks_of(words.PERSONS) else 0 if owner.speaks_of(words.LEADS) else 1
