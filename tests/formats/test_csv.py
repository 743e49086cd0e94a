"""CSV for programs says what the rows say, whatever stands in them."""

import csv
import json
from datetime import date
from io import StringIO
from typing import Any

from hypothesis import given, reject

from kit.fields import field_text
from kit.program import Run, Write
from kit.some_plans import documents, wide_documents
from plan_tracker.formats import csv as as_csv
from plan_tracker.judging.evaluation import evaluate
from plan_tracker.language import Language
from plan_tracker.reading.validation import validate
from plan_tracker.reports.rows import COLUMNS, Progress, row


@given(wide_documents() | documents())
def test_each_row_is_what_csv_makes_of_its_values(case: tuple[dict[str, Any], date]) -> None:
    plan, _ = validate(case[0])
    if plan is None:
        reject()
    evaluation, out, expected = evaluate(plan, case[1]), StringIO(), StringIO()
    as_csv.write(Progress(evaluation, Language.EN), out)
    writer = csv.writer(expected, lineterminator="\n")
    writer.writerow(COLUMNS)
    for whole in evaluation.results:
        for result in (whole, *whole.parts):
            writer.writerow([field_text(value) for value in row(result).values()])
    assert out.getvalue() == expected.getvalue()


def test_what_a_bound_lacks_is_a_column(run: Run, plan: Write) -> None:
    targets = """
        [targets.t]
        name = "T"
        goal = 300
        [targets.t.parts]
        north = { actual = { H1 = 55 } }
        south = {}
        west = {}
    """
    lines = run("export", "-f", plan(targets)).out.splitlines()
    fields = dict(zip(*csv.reader(lines[:2]), strict=True))
    assert (fields["actual"], fields["missing"], fields["status"]) == ("55", "south; west", "not_reported")
    (target, north, _, _) = json.loads(run("export", "-f", plan(targets), "--format", "json").out)["targets"]
    assert (target["missing"], north["missing"]) == (["south", "west"], [])
