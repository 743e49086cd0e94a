"""Which rows are parts of a row above: 其中：市区, or indented ones, where they add up to it exactly."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from plan_tracker.spreadsheets.doubts.levels import says_level
from plan_tracker.spreadsheets.doubts.sums import Family, Said, SaidBy
from plan_tracker.spreadsheets.importing.values import OF_PART
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.spreadsheets.tables.row_texts import bare_name
from plan_tracker.spreadsheets.tables.rows import Row, RowKind
from plan_tracker.spreadsheets.tables.vocabulary import GOAL
from plan_tracker.wording import importing as phrases

_FEWEST, _MOST = 2, 50
"""How many parts a target has at least, and how many rows behind 其中 are looked at."""


def wholes_of(families: Iterable[Family], said: SaidBy, account: Account) -> dict[int, int | None]:
    """Finds the rows that surely are parts, and for each the row whose part it is; both as numbers from 0.

    A row that says 其中 alone is no part of any: it is found with None. Notes the parts, and rows that are
    indented but no parts for sure.
    """
    found: dict[int, int | None] = {}
    for family in families:
        is_sure = family.mark is not None or _are_parts(family, said)
        if is_sure:
            found |= dict.fromkeys((row.at for row in family.parts), family.whole.at)
        for row in (family.mark, *family.parts):
            if row and (is_sure or row.kind is RowKind.ENTRY):
                account.row(phrases.PART_ROWS if is_sure else phrases.INDENTED_ROWS, row.number)
        if family.mark:
            found[family.mark.at] = None
    return found


def families_in(rows: Sequence[Row], said: SaidBy) -> Iterator[Family]:
    """Yields rows with 其中 rows, or with rows further indented, right below them."""
    known = [row for row in rows if row.kind not in {RowKind.NOTE, RowKind.HEADINGS}]
    at = 0
    while at < len(known):
        whole, below = known[at], at + 1
        at = below
        if whole.kind is not RowKind.ENTRY:
            continue
        if family := _behind_mark(whole, known[below : below + 1 + _MOST], said):
            yield family
            at = below + len(family.parts) + (family.mark is not None)
            continue
        while at < len(known) and _is_below(known[at], whole):
            at += 1
        if at > below:
            yield Family(whole, tuple(known[below:at]))


def _is_below(row: Row, whole: Row) -> bool:
    return _is_part(row) or (row.kind is RowKind.ENTRY and row.indent > whole.indent)


def _is_part(row: Row) -> bool:
    """Tells whether a row says 其中 and a name: 其中：市区."""
    return row.kind is RowKind.OF_WHICH and bool(bare_name(row.name))


def _behind_mark(whole: Row, below: Sequence[Row], said: SaidBy) -> Family | None:
    """Returns the first rows that add up behind 其中 alone, or behind 其中：甲, from which they go on."""
    first, *others = below or (whole,)
    if first.kind is not RowKind.OF_WHICH:
        return None
    mark, marked = (None, (first,)) if bare_name(first.name) else (first, ())
    rows = (*marked, *takewhile(lambda row: row.kind is RowKind.ENTRY or (marked and _is_part(row)), others))
    families = (Family(whole, rows[:number], mark) for number in range(_FEWEST, len(rows) + 1))
    return next((each for each in families if _are_parts(each, said)), None)


def _are_parts(family: Family, said: SaidBy) -> bool:
    """Tells whether rows are surely the parts of the one above: all its figures are their sums."""
    for is_marked in (True, False):
        if len({row.indent for row in family.parts if (row.kind is RowKind.OF_WHICH) is is_marked}) > 1:
            return False  # parts of parts
    whole, parts = said(family.whole), [said(row) for row in family.parts]
    known = [each for each in parts if each is not None]
    if whole is None or len(known) < max(len(parts), _FEWEST):
        return False
    names = {str(each.fields["name"]) for each in known}
    return len(names) == len(known) and _add_up(whole, known)


def _add_up(whole: Said, parts: Sequence[Said]) -> bool:
    """Tells whether parts are like the whole, and add up to its goal and to each figure that both have."""
    if says_level(whole.fields):
        return False
    for part in parts:
        others = ((key, value) for key, value in part.fields.items() if key not in OF_PART)
        if any(whole.fields.get(key) != value for key, value in others):
            return False
    keys = {key for each in parts for key in each.figures}
    must = keys & whole.figures.keys() | ({GOAL} & (keys | whole.figures.keys()))
    return bool(must) and all(
        key in whole.figures
        and all(key in part.figures for part in parts)
        and sum(part.figures[key] for part in parts) == whole.figures[key]
        for key in must
    )
