"""The outlook on screens: what its columns mean is said of those that are shown."""

import pytest

from kit.judged import judged
from kit.program import ROOT
from kit.tables import drawn
from plan_tracker.formats.terminal.outlook import write
from plan_tracker.judging.evaluation import evaluate
from plan_tracker.language import Language
from plan_tracker.reading.plan_file import load
from plan_tracker.reports.outlook import outlook_report
from plan_tracker.reports.view import PartsShown

LEAD = ("lead: days ahead of the pace", "超前/滞后：比序时进度超前的天数")
MULTIPLE = ("required multiple: the speed", "速度倍数：剩余时间的速度")


@pytest.mark.parametrize(
    ("width", "has_lead", "has_multiple"),
    [(30, False, False), (60, True, False), (80, True, False), (120, True, True), (None, True, True)],
)
@pytest.mark.parametrize("language", Language)
def test_a_column_is_explained_where_it_is_shown(
    language: Language, width: int | None, has_lead: bool, has_multiple: bool
) -> None:
    report = outlook_report(evaluate(load(str(ROOT / "examples" / "year.toml"))), language, PartsShown.ALL)
    shown = "".join(drawn(write, report, width).split())
    at = list(Language).index(language)
    said = [text[at].replace(" ", "") in shown for text in (LEAD, MULTIPLE)]
    assert said == [has_lead, has_multiple]
    assert ("worstfirst", "按紧迫程度排列")[at] in shown


@pytest.mark.parametrize(("used", "told"), [(600, ["1200", "behind"]), (400, [])])
def test_at_80_columns_the_headroom_of_a_cap_that_will_be_broken_does_not_stand_alone(
    used: int, told: list[str]
) -> None:
    evaluation = judged(f"""
[targets.cap]
name = "Energy used"
direction = "at_most"
goal = 1000
actual = {{ H1 = {used} }}
[targets.total]
name = "Roads rebuilt"
goal = 1550
actual = {{ H1 = 700 }}
committed = 500
""")
    shown = drawn(write, outlook_report(evaluation, Language.EN, PartsShown.ALL), 80)
    line = next(line for line in shown.splitlines() if line.startswith("Energy used"))
    assert line.split() == ["Energy", "used", "headroom", str(1000 - used), *told]
