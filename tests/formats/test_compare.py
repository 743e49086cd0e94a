"""What changed, as a terminal shows it and as Markdown: the gravest first, within the room there is."""

from io import StringIO

import pytest
from rich.cells import cell_len

from kit.comparing import HEAD, compared, target
from kit.program import ROOT
from kit.tables import drawn
from plan_tracker.formats.markdown import compare as markdown
from plan_tracker.formats.terminal import compare as terminal
from plan_tracker.language import Language
from plan_tracker.questions.compare.comparison import Comparison
from plan_tracker.reports.compare.report import compare_report

MONTHLY = HEAD + 'reporting = "month"\n'
PLANS = [(ROOT / f"tests/plans/{name}.toml").read_text(encoding="utf-8") for name in ("before", "after")]


def as_markdown(comparison: Comparison, language: Language = Language.EN) -> str:
    out = StringIO()
    markdown.write(compare_report(comparison, ("old", "new"), frozenset(), language), out)
    return out.getvalue()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("width", [24, 40, 80])
def test_no_line_is_wider_than_the_terminal(width: int, language: Language) -> None:
    report = compare_report(compared(*PLANS), ("old", "new"), frozenset(), language)
    assert max(map(cell_len, drawn(terminal.write, report, width).splitlines())) <= width


def test_a_month_is_one_short_table() -> None:
    old = "".join(target("actual = { M09 = 6 }\nowner = 'Roads'", key=f"t{number}") for number in range(38))
    new = old.replace("M09 = 6", "M09 = 6, M10 = 8.5").replace("6, M10 = 8.5", "6, M10 = 9", 1)
    assert as_markdown(compared(MONTHLY + old, MONTHLY + new)).splitlines()[:8] == [
        "## Plan: what changed",
        "",
        "from old, as of 2024-09-30 (M09), to new, as of 2024-10-31 (M10)",
        "",
        "on pace 0 → 38, behind 38 → 0, mean completion 60.0% → 85.1%",  # 38 x 85, and 5 more, by 38: 85.13
        "",
        "| target | actual | added since | rate | lead (pp) | status | owner |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    assert len(as_markdown(compared(MONTHLY + old, MONTHLY + new)).splitlines()) == 8 + 38


def test_the_gravest_change_comes_first() -> None:
    changes = {
        "owner": 'owner = "O"',
        "revised": "actual = { H1 = 7 }",
        "worse": "goal = 13",  # 6 of 13 at a half
        "eased": 'check = "warn"',
        "removed": "",
        "lowered": "goal = 9",
    }
    keys = {key: f'name = "{key}"\nactual = {{ H1 = 6 }}\n' for key in changes}
    old = "".join(target(body, key) for key, body in keys.items())
    new = "".join(target(keys[key] + change, key) for key, change in changes.items() if change)
    weaker = "[check]\nmax_lag = '5pp'\nwarn_on = ['behind']\n"
    lines = as_markdown(compared(HEAD + old, HEAD + new + weaker)).splitlines()
    table = lines[lines.index("| --- | --- | --- | --- | --- |") + 1 :]
    told = [tuple(row.strip("| ").split(" | ")[:2]) for row in table[: table.index("")]]
    assert told == [
        ("the plan as a whole", "**EASED (\\[check\\] max\\_lag)**"),
        ("lowered", "**GOAL LOWERED**"),
        ("removed", "**TARGET REMOVED**"),
        ("eased", "**EASED (check)**"),
        ("worse", "**STATUS WORSE**"),
        ("goal raised", "10 km"),
        ("revised", "actual for H1 revised"),
        ("owner", "owner changed"),
        ("the plan as a whole", "\\[check\\] warn\\_on changed"),
    ]


@pytest.mark.parametrize("count", [500, 1200])
def test_a_comment_stays_within_the_limit_of_github(count: int) -> None:
    plans = []
    for actual in (4, 5):
        body = "".join(
            f'[targets.t{number}]\nname = "{"长" * 100}"\ngoal = 10\nactual = {{ H1 = {actual} }}\n'
            for number in range(count)
        )
        plans.append(HEAD + body)
    text = as_markdown(compared(*plans))
    assert len(text) < 65_536
    assert text.endswith(" more, left out for lack of space\n")
    assert "| actual for H1 revised | 4 | 5 |" in text
