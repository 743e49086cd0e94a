"""The words of a plan file that other rooms have, too."""

from typing import get_args

from plan_tracker.judging.statuses import Status
from plan_tracker.questions.check import ALLOCATION, SILENT
from plan_tracker.reading.schema.field_types import Judgement


def test_fail_on_knows_each_status_but_dropped_and_what_is_refused_besides() -> None:
    assert set(get_args(Judgement)) == {*Status, ALLOCATION, SILENT} - {Status.DROPPED}
