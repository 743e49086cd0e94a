"""The report of `status`: how every target stands."""

from collections import Counter
from collections.abc import Mapping
from typing import Generic, NamedTuple

from plan_tracker.judging.collecting import plans_worst_first
from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.mean import Mean, mean_completion
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.reports import figures
from plan_tracker.reports.arrangement import Group, asked_for, groups, worst_of
from plan_tracker.reports.cells import PlainRow, R_co, Section, Table
from plan_tracker.reports.collecting import plans_table
from plan_tracker.reports.periods import head_remarks
from plan_tracker.reports.status_rows import COLUMNS, StatusRow, entry_name, status_rows
from plan_tracker.reports.texts import as_of_text
from plan_tracker.reports.view import GroupBy, View
from plan_tracker.wording import status as phrases
from plan_tracker.wording import words
from plan_tracker.wording.statuses import STATUSES, status_text
from plan_tracker.wording.tones import Tone


class Count(NamedTuple):
    """A status by its name, how many targets have it, and the text that says so: "8 behind"."""

    status: Status
    name: str
    number: int
    text: str
    tone: Tone


class StatusReport(NamedTuple, Generic[R_co]):
    """Everything that `status` says.

    `counts` has a text for each status that occurs, with the number of its targets. `more` says how many rows
    the table leaves out, or why it has none. `remarks` say who has reported for the latest period, if not all
    have, which figures are of an earlier day, and what changes after the as-of day.
    """

    title: str
    as_of: str
    targets: str
    counts: tuple[Count, ...]
    mean: str
    remarks: tuple[str, ...]
    table: Table[R_co]
    more: str


def status_report(evaluation: Evaluation, language: Language, view: View) -> StatusReport[StatusRow]:
    """Makes the report in one language, arranged as the view asks."""
    shown, left_out = _sections(evaluation, language, view)
    return _report(evaluation, view, Table(columns=COLUMNS, sections=shown, language=language), left_out)


def plans_report(evaluation: Evaluation, language: Language, view: View) -> StatusReport[PlainRow]:
    """Makes the report with a row for each plan that has a target asked for, the worst first."""
    plans = plans_worst_first(evaluation)
    asked = [each for each in plans if asked_for(each, view)] if view.is_filtered else plans
    shown = asked[: view.limit]
    return _report(evaluation, view, plans_table(shown, language), len(asked) - len(shown))


def _report(evaluation: Evaluation, view: View, table: Table[R_co], left_out: int) -> StatusReport[R_co]:
    language = table.language
    more = phrases.MORE.text(language, number=str(left_out)) if left_out else ""
    return StatusReport(
        title=evaluation.plan.title,
        as_of=as_of_text(evaluation, language),
        targets=phrases.TARGETS.text(language, number=str(len(evaluation.counted))),
        counts=counts(evaluation.by_status, language),
        mean=mean_text(evaluation.mean_completion, evaluation.plan.decimals, language),
        remarks=head_remarks(evaluation, language),
        table=table,
        more=more if table.sections else _nothing(view, language),
    )


def _nothing(view: View, language: Language) -> str:
    """Tells why no row is shown."""
    if view.owner is not None or view.group is not None:
        return phrases.NONE_SUCH.text(language)
    asked = [status_text(status, language) for status in Status if status in view.only]
    return phrases.NOTHING_SHOWN.text(language, statuses=words.OR.text(language).join(asked))


def counts(by_status: Mapping[Status, int], language: Language) -> tuple[Count, ...]:
    """Counts the targets of each status that occurs."""
    return tuple(
        Count(
            status=status,
            name=(name := status_text(status, language)),
            number=number,
            text=phrases.COUNT.text(language, status=name, number=str(number)),
            tone=STATUSES[status].tone,
        )
        for status in Status
        if (number := by_status.get(status, 0))
    )


def mean_text(mean: Mean, decimals: int, language: Language) -> str:
    """Returns the mean completion and the number of targets it is taken of; empty if there is none."""
    if mean.value is None:
        return ""
    shown = {"mean": figures.percent(mean.value, decimals), "number": str(mean.number)}
    if mean.bounds_left_out:
        return phrases.MEAN_WITHOUT_BOUNDS.text(language, left_out=str(mean.bounds_left_out), **shown)
    return phrases.MEAN.text(language, **shown)


def _sections(
    evaluation: Evaluation, language: Language, view: View
) -> tuple[tuple[Section[StatusRow], ...], int]:
    """Returns the rows asked for under the headings asked for, and how many rows are left out."""
    found = groups(evaluation, view)
    headed = len(found) > 1 or view.group_by is GroupBy.OWNER
    found, left_out = (found, 0) if view.limit is None else worst_of(found, view.limit, view.sort)
    decimals = evaluation.plan.decimals
    shown = tuple(
        Section(
            rows=tuple(status_rows(group, evaluation.plan, view, language)),
            heading=_group_heading(group.key, view.group_by, language) if headed else "",
            summary=_owner_summary(group, decimals, language) if view.group_by is GroupBy.OWNER else (),
        )
        for group in found
    )
    return shown, left_out


def _owner_summary(group: Group, decimals: int, language: Language) -> tuple[str, ...]:
    """Sums up the targets of one owner: their statuses, which of them lag, and their mean completion."""
    own = [entry.result for entry in group.own]
    counted = [count.text for count in counts(Counter(result.status for result in own), language)]
    mean = mean_text(mean_completion(own), decimals, language)
    named = list[str]()
    for phrase, missed in ((phrases.LAGGING_NAMES, False), (phrases.MISSED_NAMES, True)):
        names = [
            entry_name(entry, language)
            for entry in group.own
            if entry.result.status.lagging and (entry.result.status is Status.MISSED) is missed
        ]
        if names:
            named.append(phrase.text(language, names=words.LIST.text(language).join(names)))
    return tuple(filter(None, [*counted, *named, mean]))


def _group_heading(key: str, group_by: GroupBy | None, language: Language) -> str:
    """Returns the heading of a group."""
    match group_by:
        case None | GroupBy.PLAN:
            return ""
        case GroupBy.GROUP:
            return key or phrases.UNGROUPED.text(language)
        case GroupBy.OWNER:
            return key or phrases.OWNERLESS.text(language)
        case GroupBy.STATUS:
            return status_text(Status(key), language)
        case GroupBy.BINDING:
            return phrases.BINDING[key].text(language)
