"""The feeds of a plan, and which targets they serve."""

import re
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath, PureWindowsPath

from plan_tracker.plan.feeds import Feed, Pull, is_file
from plan_tracker.plan.model import Counting
from plan_tracker.problems import Path, closest
from plan_tracker.reading.building.labels import Labels
from plan_tracker.reading.faults import feeds as feed_faults
from plan_tracker.reading.faults import hints
from plan_tracker.reading.faults.kind import Problems
from plan_tracker.reading.schema.tables import FeedTable, PullTable

_NAME = re.compile(r"\w+", re.ASCII)


class Feeds:
    """The feeds of one plan; what is wrong with them is added to the problems."""

    def __init__(
        self, labels: Labels, tables: Mapping[str, FeedTable], faulty: Collection[str], problems: Problems
    ) -> None:
        self._labels, self._problems = labels, problems
        self._names = {*tables, *faulty}
        self._served: dict[str, tuple[Counting, str]] = {}
        self._variables: dict[str, str] = {}
        self.all = tuple(self._feed(name, table) for name, table in tables.items())

    def of_target(self, name: str, path: Path, counting: Counting) -> str:
        """Returns the name of a target's feed; all targets of a feed must be counted alike."""
        at = (*path, "feed")
        if name not in self._names:
            meant = closest(name, self._names)
            hint = hints.did_you_mean(meant) or hints.ADD_FEED.fill(name=name)
            self._problems.add(feed_faults.UNKNOWN_FEED, at, hint, name=name)
        known, other = self._served.setdefault(name, (counting, str(path[-1])))
        if known is not counting:
            self._problems.add(
                feed_faults.FEED_COUNTING, at, hints.FEED_PER_COUNTING.fill(), feed=name, other=other
            )
        return name

    def _feed(self, name: str, table: FeedTable) -> Feed:
        """Makes a feed; adds to the problems what is wrong with its name or its file."""
        path: Path = ("feeds", name)
        feed = Feed(
            name=name,
            query=table.query,
            time_zone=table.time_zone or "",
            timeout=table.timeout,
            pulls=self._pulls(table.pulled, (*path, "pulled")),
        )
        other = self._variables.setdefault(feed.variable, name)
        if not _NAME.fullmatch(name):
            meant = re.sub(r"[-. ]", "_", name)
            hint = hints.DID_YOU_MEAN.fill(word=meant) if _NAME.fullmatch(meant) else None
            self._problems.add(feed_faults.BAD_FEED_NAME, path, hint, key=name)
        elif other != name:
            self._problems.add(feed_faults.FEED_TWICE, path, key=name, other=other, variable=feed.variable)
        if is_file(table.query):
            self._check_file(feed, (*path, "query"))
        return feed

    def _check_file(self, feed: Feed, path: Path) -> None:
        here, on_windows = PurePosixPath(feed.query), PureWindowsPath(feed.query)
        if "://" in feed.query:
            hint = hints.SET_VARIABLE.fill(variable=feed.variable)
            self._problems.add(feed_faults.ADDRESS_IN_PLAN, path, hint, key="query")
        elif here.is_absolute() or on_windows.anchor or ".." in {*here.parts, *on_windows.parts}:
            self._problems.add(feed_faults.QUERY_FILE_ELSEWHERE, path)

    def _pulls(self, tables: Mapping[str, PullTable], path: Path) -> tuple[Pull, ...]:
        return tuple(
            Pull(
                period=period.label,
                at=table.at,
                figures=table.figures,
                records=table.records,
                query_digest=table.query_digest,
                figures_digest=table.figures_digest,
            )
            for period in self._labels.read(tables, path)
            for table in (tables[period.label],)
        )
