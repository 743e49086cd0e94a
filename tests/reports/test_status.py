from datetime import date
from fractions import Fraction

from hypothesis import given, reject, settings

from kit.judged import judged
from kit.some_plans import Document, documents
from plan_tracker.judging.evaluation import evaluate
from plan_tracker.language import Language
from plan_tracker.plan import kinds
from plan_tracker.reading.validation import validate
from plan_tracker.reports import figures
from plan_tracker.reports.status import counts, mean_text
from plan_tracker.reports.texts import lead_text

FOUR = """
[targets]
a = { name = "A", goal = 4, actual = { H1 = 3 } }
b = { name = "B", goal = 4, actual = { H1 = 1 }, weight = 2 }
c = { name = "C", goal = 8, actual = { H1 = 4 } }
d = { name = "D" }
"""


def test_statuses_are_counted_and_the_mean_is_taken() -> None:
    found = judged(FOUR)
    assert [cell.text for cell in counts(found.by_status, Language.EN)] == [
        "2 on pace",
        "1 behind",
        "1 no goal",
    ]
    # 3/4 + 2 x 1/4 + 1/2 = 7/4 of a weight of 4
    assert mean_text(found.mean_completion, 1, Language.EN) == "mean completion 43.8% (of 3)"


@settings(max_examples=100, deadline=None)
@given(documents())
def test_the_lead_of_a_row_is_the_lead_of_its_result(plan_and_day: tuple[Document, date]) -> None:
    document, day = plan_and_day
    plan, _ = validate(document)
    if plan is None:
        reject()
    marks = figures.lag_marks(plan.tolerance)
    for result in evaluate(plan, day).results:
        if result.lead is not None:
            text = lead_text(result, plan.decimals)
            sign = ("≤" if kinds.is_cap(result.target) else "≥") if result.is_bound else ""
            assert text.startswith(sign)
            less = result.lead * 100 - Fraction(text.removeprefix(sign))
            assert not result.is_bound or (less <= 0 if sign == "≤" else less >= 0)
            rounded = figures.signed(figures.lead(result.lead, plan.decimals, marks))
            assert result.is_bound or text == rounded
        elif result.pace is not None and result.margin is None:
            assert not lead_text(result, plan.decimals)


def test_a_margin_has_its_unit_as_every_figure_has_it() -> None:
    units = [("t", "km", "+3 km"), ("u", "亿元", "+3亿元"), ("v", "%", "+3"), ("w", "", "+3")]
    held = 'name = "T", kind = "level", goal = 5, actual = { H1 = 8 }'
    told = [f', unit = "{unit}"' if unit else "" for _, unit, _ in units]
    text = "".join(f"{id_} = {{ {held}{unit} }}\n" for (id_, _, _), unit in zip(units, told, strict=True))
    found = judged(f"[targets]\n{text}").results
    assert [lead_text(result, 1) for result in found] == [shown for _, _, shown in units]
