"""Next year's plan: the same targets in the same layout, days a year later, what was reached under `past`."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import tomli
import tomli_w
from hypothesis import assume, given
from hypothesis import strategies as st

from kit.plan_texts import Case, cases, thorough
from kit.program import EXAMPLES
from kit.some_plans import Document, documents
from plan_tracker.editing.following import Followed, follow
from plan_tracker.editing.writing import NotWritten
from plan_tracker.editing.years import years_later
from plan_tracker.plan.model import Counting
from plan_tracker.reading.plan_file import ParsedFile, parse
from plan_tracker.wording import following as phrases

GROWTHS = st.sampled_from([None, Fraction(8, 100), Fraction(-3, 100), Fraction(1, 3)])
HEAD, NEXT = '[plan]\ntitle = "T"\nyear = 2024\n\n', '[plan]\ntitle = "T"\nyear = 2025\n\n'


def followed(text: str, growth: Fraction | None = None) -> Followed:
    plan, problems = parse(text)
    assert plan is not None, problems
    document = tomli.loads(text, parse_float=Decimal)
    return follow(ParsedFile(Path("plan.toml"), text, plan, problems, document), growth)


def after(text: str, growth: Fraction | None = None) -> str:
    """What becomes of the text below [plan]."""
    new = followed(HEAD + text, growth).text
    assert new.startswith(NEXT)
    return new[len(NEXT) :]


WHOLE = """\
# Plan of the bureau
[plan]
title = "呼和浩特市2024年计划"
year = 2024 # calendar year
as_of = 2024-12-31
language = "zh"
pace = { 2024-06-30 = "40%" } # winter

[check]
max_lag = "5pp"

# --- growth ---

# signed contracts only
[targets.projects]
name = "引进项目" # n
group = "招商引资"
goal = 400 # by the congress
unit = "个"
due = 2024-09-30
start = 2024-02-01
actual = { Q1 = 92, H1 = 190, Q3 = 391 } # quick report
stated = { H1 = "47.5%" }
# check the register in March

# what the second half promised
[targets.projects.committed]
"一" = 100
"二" = 50

# the districts
[targets.projects.parts."新城区"]
goal = 250
actual = { H1 = 130 }
owner = "甲"

# given up in summer
[targets.old]
name = "Old"
goal = 5
dropped = 2024-07-01

[targets.old.parts.x]
goal = 5

[targets.green]
name = "绿化率"
unit = "%"
kind = "level"
baseline = 40 # of 2023
goal = 42
actual = { H1 = 41.10, FY = 41.60 }

[targets.register]
name = "登记"
feed = "reg"
past = { 2023 = { H1 = 5, FY = 9 } }
actual.H1 = 6
actual.FY = 12

[paces.winter]
2024-03-31 = "5%" # thaw
H1 = "40%"

[feeds.reg]
query = "select id, actual from t where day < :next_day"
time_zone = "Asia/Shanghai"

[feeds.reg.pulled]
H1 = { at = 2024-07-05T08:12:03+08:00, figures = 1, query_digest = "a", figures_digest = "b" }
"""

WHOLE_NEXT = """\
# Plan of the bureau
[plan]
title = "呼和浩特市2025年计划"
year = 2025 # calendar year
language = "zh"
pace = { 2025-06-30 = "40%" } # winter

[check]
max_lag = "5pp"

# --- growth ---

# signed contracts only
[targets.projects]
name = "引进项目" # n
group = "招商引资"
# goal =    # 2024: 400 # by the congress
unit = "个"
due = 2025-09-30
start = 2025-02-01
past = { 2024 = { Q1 = 92, H1 = 190, Q3 = 391 } } # quick report
# check the register in March

# the districts
[targets.projects.parts."新城区"]
# goal =    # 2024: 250
owner = "甲"

[targets.green]
name = "绿化率"
unit = "%"
kind = "level"
baseline = 41.60 # of 2023
# goal =    # 2024: 42
past = { 2024 = { H1 = 41.10, FY = 41.60 } }

[targets.register]
name = "登记"
feed = "reg"
past = { 2023 = { H1 = 5, FY = 9 }, 2024 = { H1 = 6, FY = 12 } }

[paces.winter]
2025-03-31 = "5%" # thaw
H1 = "40%"

[feeds.reg]
query = "select id, actual from t where day < :next_day"
time_zone = "Asia/Shanghai"
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["\n", ""])
def test_a_whole_plan_keeps_its_layout_and_its_comments(newline: str, last: str) -> None:
    old, new = ((text.rstrip() + last).replace("\n", newline) for text in (WHOLE, WHOLE_NEXT))

    result = followed(old)

    assert result.text == new
    assert result.year == 2025
    assert result.without_goal == ("projects", "projects/新城区", "green")
    assert len(result.without_goal) == result.text.count("# goal =")
    assert result.told == {phrases.DROPPED: ["old"], phrases.UNFINISHED: ["projects"]}
    assert result.old_year_on == ()


A, B = "[targets.a]\nname = 'A'\n", "[targets.b]\nname = 'B'\n"
AFTER = [
    (  # a table of actuals stands below a header of its own
        A + "\n[targets.a.actual]\nH1 = 3\n\n" + B,
        A + "past = { 2024 = { H1 = 3 } }\n\n" + B,
    ),
    (  # increments become running totals
        A + "counting = 'per_period'\nactual = { Q1 = 3, Q2 = 4, Q3 = 1 }\n",
        A + "counting = 'per_period'\npast = { 2024 = { Q1 = 3, H1 = 7, Q3 = 8 } }\n",
    ),
    (  # with a gap there is no total
        A + "counting = 'per_period'\nactual = { Q1 = 3, Q3 = 1 }\n",
        A + "counting = 'per_period'\npast = { 2024 = { Q1 = 3 } }\n",
    ),
    (  # days become the labels that end on them
        A + "actual = { 2024-03-31 = 3, 2024-H1 = 4, 2024-10-31 = 5, 2024-11-05 = 6 }\n",
        A + "past = { 2024 = { Q1 = 3, H1 = 4, M10 = 5 } }\n",
    ),
    (  # totals of the parts, where all have reported
        A
        + "\n[targets.a.parts.x]\nactual = { Q1 = 1, H1 = 2 }\n\n[targets.a.parts.y]\nactual = { H1 = 3 }\n",
        A + "past = { 2024 = { H1 = 5 } }\n\n[targets.a.parts.x]\n\n[targets.a.parts.y]\n",
    ),
    (  # the year before becomes the one before that
        A + "last_year = { FY = 9 } # l\nactual = { FY = 10 }\n",
        A + "past = { 2023 = { FY = 9 }, 2024 = { FY = 10 } } # l\n",
    ),
    (
        A + "last_year.FY = 9\nlast_year.H1 = 4\ngoal = 5\n",
        A + "past = { 2023 = { FY = 9, H1 = 4 } }\n# goal =    # 2024: 5\n",
    ),
    (
        A + "actual = { FY = 1 }\n\n[targets.a.past.2023]\nFY = 9\n",
        A + "\n[targets.a.past.2023]\nFY = 9\n\n[targets.a.past]\n2024 = { FY = 1 }\n",
    ),
    (  # last year's pace needs the whole of last year
        A + "goal = 5\npace = 'last_year'\nlast_year = { FY = 9 }\nactual = { FY = 4 }\n",
        A + "# goal =    # 2024: 5\npace = 'last_year'\npast = { 2023 = { FY = 9 }, 2024 = { FY = 4 } }\n",
    ),
    (
        A + "goal = 5\npace = 'last_year'\nlast_year = { FY = 9 }\nactual = { Q3 = 4 }\n",
        A
        + "# goal =    # 2024: 5\n# pace =    # 2024: 'last_year'\n"
        + "past = { 2023 = { FY = 9 }, 2024 = { Q3 = 4 } }\n",
    ),
    (  # interim goals need a goal
        A + "goal = 5\npace = { M10 = 4 }\n",
        A + "# goal =    # 2024: 5\n# pace =    # 2024: { M10 = 4 }\n",
    ),
    (  # the goal in force is the one to look at
        A + "goal = 5\nadjusted = { 2024-08-30 = 4, 2024-03-01 = 6 }\n",
        A + "# goal =    # 2024: 4\n",
    ),
    (  # a level keeps its baseline where it has no figure, and gets none that it had not
        A + "kind = 'level'\nbaseline = 4\n\n" + B + "kind = 'level'\nactual = { H1 = -1.5 }\n",
        A + "kind = 'level'\nbaseline = 4\n\n" + B + "kind = 'level'\npast = { 2024 = { H1 = -1.5 } }\n",
    ),
    (  # a task of several years runs on; what its curve said of this year stays where it was
        (
            A + "goal = 50\nadjusted = { 2024-08-30 = 40 }\nstart = 2023-05-01\n"
            "due = 2025-12-31\npace = { H1 = '40%', 2025-06-30 = '70%' }\nactual = { H1 = 9 }\n"
        ),
        (
            A + "goal = 50\nadjusted = { 2024-08-30 = 40 }\nstart = 2023-05-01\n"
            "due = 2025-12-31\npace = { 2024-06-30 = '40%', 2025-06-30 = '70%' }\n"
            "actual = { 2024-06-30 = 9 }\n"
        ),
    ),
    (  # it began with its first plan, and not with each
        A + "goal = 50\ndue = 2025-12-31\npace = { H1 = 9 }\nactual = { H1 = 9 }\n\n" + B,
        A
        + "goal = 50\ndue = 2025-12-31\npace = { 2024-06-30 = 9 }\nactual = { 2024-06-30 = 9 }\n"
        + "start = 2024-01-01\n\n"
        + B,
    ),
    (  # increments keep their periods
        A + "start = 2024-01-01\ndue = 2025-12-31\ncounting = 'per_period'\nactual = { H1 = 9, Q3 = 2.50 }\n",
        (
            A + "start = 2024-01-01\ndue = 2025-12-31\ncounting = 'per_period'\n"
            "actual = { 2024-H1 = 9, 2024-Q3 = 2.50 }\n"
        ),
    ),
    (
        A + "due = 2025-12-31\nstart = 2024-02-01\n[targets.a.parts.x.actual]\nQ1 = 3\n2024-04-30 = 4\n",
        (
            A + "due = 2025-12-31\nstart = 2024-02-01\n[targets.a.parts.x.actual]\n2024-03-31 = 3\n"
            "2024-04-30 = 4\n"
        ),
    ),
    (  # targets in braces, of one line and of several
        (
            "[targets]\na = { name = 'A', goal = 5, actual = { H1 = 1 }, stated = { H1 = '20%' } } # a\n"
            "b = {name='B',goal=5,actual={}}\n"
        ),
        "[targets]\na = { name = 'A', past = { 2024 = { H1 = 1 } } } # a\nb = {name='B'}\n",
    ),
    (
        (
            "[targets]\na = { # a\n  goal = 5, # g\n  name = 'A', # n\n  stated = { H1 = '20%' }, # s\n"
            "  actual = { H1 = 1 } # x\n}\n"
        ),
        "[targets]\na = { # a\n  name = 'A', # n\n  past = { 2024 = { H1 = 1 } } # x\n}\n",
    ),
    (
        "[targets]\na.name = 'A'\na.goal = 5\na.actual.H1 = 1\nb.name = 'B'\nb.dropped = 2024-05-01\n",
        "[targets]\na.name = 'A'\na.past = { 2024 = { H1 = 1 } }\n# a.goal =    # 2024: 5\n",
    ),
    (  # parts that hold nothing else stay
        A + "parts.x.goal = 3\nparts.y = { goal = 4 }\n\n[targets.a.parts.z.committed]\nw = 1\n",
        A + "# parts.x.goal =    # 2024: 3\nparts.y = {  }\nparts.x = {  }\nparts.z = {  }\n",
    ),
    (  # a text whose last line looks like a comment is no comment of the table below
        A + "note = '''x\n# y'''\n[targets.a.committed]\nw = 1\n",
        A + "note = '''x\n# y'''\n",
    ),
]


@pytest.mark.parametrize(("before", "expected"), AFTER)
def test_a_target_of_the_next_year(before: str, expected: str) -> None:
    assert after(before) == expected


GROWN = [
    ("goal = 400", "8%", "goal = 432"),
    ("goal = 401", "8%", "goal = 434"),  # 433.08, never below
    ("goal = 24.79", "8%", "goal = 26.78"),  # 26.7732
    ("goal = 24.790", "8%", "goal = 26.774"),
    ("goal = 10.00", "8%", "goal = 10.80"),
    ("goal = 1", "-3%", "goal = 1"),
    ("goal = 401\ndirection = 'at_most'", "8%", "goal = 433\ndirection = 'at_most'"),
    ("goal = 0\ndirection = 'at_most'", "8%", "goal = 0\ndirection = 'at_most'"),
    ("goal = 400\nadjusted = { 2024-05-01 = 300 }", "0.5%", "goal = 302"),  # 301.5
    ("goal = 255\npace = { M10 = 223 }", "8%", "goal = 276\npace = { M10 = 241 }"),  # 275.4 and 240.84
    (  # half of 400 is half of 880
        "goal = 400\nadjusted = { 2024-05-01 = 800 }\npace = { H1 = 200 }",
        "10%",
        "goal = 880\npace = { H1 = 440 }",
    ),
    (  # 150 × 390 ÷ 400 × 1.08 = 157.95
        "goal = 400\nadjusted = { 2024-05-01 = 380, 2024-10-01 = 390 }\npace = { H1 = 150 }",
        "8%",
        "goal = 422\npace = { H1 = 158 }",
    ),
    ("goal = 5.5\nkind = 'level'", "8%", "# goal =    # 2024: 5.5\nkind = 'level'"),
]


@pytest.mark.parametrize(("before", "growth", "expected"), GROWN)
def test_goals_of_totals_grow_to_their_own_digits_and_never_look_better(
    before: str, growth: str, expected: str
) -> None:
    share = Fraction(growth.rstrip("%")) / 100
    assert after(f"[targets.a]\nname = 'A'\n{before}\n", share) == f"[targets.a]\nname = 'A'\n{expected}\n"


@pytest.mark.parametrize(
    ("goal", "figures", "growth", "expected"),
    [
        ("6", "H1 = 3.1, FY = 6.31", 3, "6.18"),
        ("6", "H1 = 3.1, FY = 6.31", 5, "6.3"),  # 6.30
        ("1550", "H1 = 871.5", 8, "1674"),  # 1674.0
        ("15.0", "H1 = 8.05", 8, "16.2"),
    ],
)
def test_a_goal_grows_to_the_digits_that_its_figures_have_without_zeros_that_it_has_not(
    goal: str, figures: str, growth: int, expected: str
) -> None:
    before = f"[targets.a]\nname = 'A'\ngoal = {goal}\nactual = {{ {figures} }}\n"
    assert f"\ngoal = {expected}\n" in after(before, Fraction(growth, 100))


def test_the_goals_of_parts_grow_as_the_whole() -> None:
    text = "[targets.a]\nname = 'A'\ngoal = 400\n\n[targets.a.parts.x]\ngoal = 250.5\n"
    assert after(text, Fraction(8, 100)) == text.replace("400", "432").replace("250.5", "270.6")  # 270.54


TIMES = [
    ("year = 2024", "year = 2025"),
    ("start = 2024-04-01\nend = 2025-03-31", "start = 2025-04-01\nend = 2026-03-31"),
    ("start = 2023-03-01\nend = 2024-02-29", "start = 2024-03-01\nend = 2025-02-28"),
    ("start = 2022-03-01\nend = 2023-02-28", "start = 2023-03-01\nend = 2024-02-29"),
    ("start = 2021-01-01\nend = 2025-12-31", "start = 2026-01-01\nend = 2030-12-31"),
    ("start = 2024-05-15\nend = 2024-10-20", "start = 2025-05-15\nend = 2025-10-20"),
]


@pytest.mark.parametrize(("before", "expected"), TIMES)
def test_the_time_of_a_plan_moves_by_its_years(before: str, expected: str) -> None:
    text = f"[plan]\ntitle = 'T'\n{before}\n\n[targets.a]\nname = 'A'\n"
    assert followed(text).text == text.replace(before, expected)


def test_a_fiscal_year_goes_under_the_year_in_which_it_began() -> None:
    text = (
        "[plan]\ntitle = 'Plan 2024/25, after that of 2023/24'\nstart = 2024-04-01\nend = 2025-03-31\n\n"
        "[targets.a]\nname = 'A'\ndue = 2025-02-28\nactual = { H1 = 3, FY = 8 }\n"
    )
    assert followed(text).text == (
        "[plan]\ntitle = 'Plan 2025/26, after that of 2023/24'\nstart = 2025-04-01\nend = 2026-03-31\n\n"
        "[targets.a]\nname = 'A'\ndue = 2026-02-28\npast = { 2024 = { H1 = 3, FY = 8 } }\n"
    )


@pytest.mark.parametrize(
    ("title", "old", "new", "moved"),
    [
        ("2021-2025", ("2021-01-01", "2025-12-31"), ("2026-01-01", "2030-12-31"), "2026-2030"),
        (
            "2021-25, after 2016-20",
            ("2021-01-01", "2025-12-31"),
            ("2026-01-01", "2030-12-31"),
            "2026-30, after 2016-20",
        ),
        ("2024-2026", ("2024-04-01", "2027-03-31"), ("2027-04-01", "2030-03-31"), "2027-2029"),
        ("2024", ("2024-01-01", "2025-06-30"), ("2025-01-01", "2026-06-30"), "2025"),  # a year and a half
        ("2024", ("2024-03-01", "2024-10-31"), ("2025-03-01", "2025-10-31"), "2025"),
    ],
)
def test_the_plan_after_one_of_several_years_begins_when_that_ends(
    title: str, old: tuple[str, str], new: tuple[str, str], moved: str
) -> None:
    """A plan for 2022 to 2026 is none after that for 2021 to 2025."""

    def plan(title: str, start: str, end: str) -> str:
        head = f"[plan]\ntitle = 'Plan {title}'\nstart = {start}\nend = {end}\n"
        return f"{head}[targets.a]\nname = 'A'\ngoal = 4\ndue = {end[:8]}15\n"

    result = followed(plan(title, *old), Fraction(0))
    assert result.text == plan(moved, *new)
    assert (result.old_year, result.year) == (int(old[0][:4]), int(new[0][:4]))


def test_without_labels_there_is_no_past() -> None:
    text = (
        "[plan]\ntitle = 'T'\nstart = 2024-05-15\nend = 2024-10-20\n\n" + A + "actual = { 2024-06-30 = 3 }\n"
    )
    assert "past" not in followed(text).text
    assert "actual" not in followed(text).text


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2024, 9, 30), date(2025, 9, 30)),
        (date(2024, 2, 29), date(2025, 2, 28)),
        (date(2023, 2, 28), date(2024, 2, 29)),
        (date(2024, 2, 28), date(2025, 2, 28)),
        (date(2024, 12, 31), date(2025, 12, 31)),
    ],
)
def test_the_last_day_of_a_month_stays_the_last(day: date, later: date) -> None:
    assert years_later(day, 1) == later


def test_lines_that_still_name_the_old_year_are_found() -> None:
    target = "[targets.a]\nname = 'Of 2024'\ngoal = 5\nactual = { H1 = 1 }\nsource = 'A2024B 20245'\n"
    assert followed(HEAD + target).old_year_on == (6, 9)


def test_a_pace_left_out_is_steady_where_that_of_the_plan_stands_still_over_the_time_of_the_target() -> None:
    text = (
        '[plan]\ntitle = "P"\nyear = 2024\npace = { M01 = "100%" }\n[targets.a]\nname = "A"\ngoal = 4\n'
        'start = 2024-03-16\npace = "last_year"\nlast_year = { H1 = 1, FY = 12 }\nactual = { Q1 = 0 }\n'
    )
    result = followed(text)
    assert 'pace = "steady"\n' in result.text
    assert result.told[phrases.PACELESS] == ["a"]


def test_where_every_target_was_given_up_nothing_follows() -> None:
    with pytest.raises(NotWritten):
        followed(f"{HEAD}[targets.a]\nname = 'A'\ndropped = 2024-05-01\n")


# --- any plan


def looks_new(result: Followed) -> None:
    """The new plan is valid, and nothing that belongs to the old year is left in it."""
    plan, problems = parse(result.text)
    assert plan is not None, problems
    everything = [(each, target.id) for target in plan.targets for each in (target, *target.parts)]
    assert not [each.id for each, _ in everything if each.stated or each.committed or each.dropped]
    assert not [
        each.id
        for each, id_ in everything
        if id_ not in result.told.get(phrases.RUNNING, ()) and (each.actuals or each.adjusted)
    ]
    assert plan.as_of is None


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("growth", [None, Fraction(8, 100)])
def test_the_example_plans_have_a_next_year_and_one_after(file: Path, growth: Fraction | None) -> None:
    old = file.read_text(encoding="utf-8")
    first = followed(old, growth)
    looks_new(first)
    looks_new(followed(first.text, growth))
    headers = [line for line in old.splitlines() if line.startswith("[targets.")]
    gone = [f"[targets.{name}]" for name in first.told.get(phrases.DROPPED, ())]
    new = first.text.splitlines()
    assert [line for line in headers if line not in new] == [
        line for line in headers if ".committed]" in line or line.startswith(tuple(gone))
    ]


@thorough(100)
@given(documents(), GROWTHS)
def test_any_plan_has_a_next_year(example: tuple[Document, date], growth: Fraction | None) -> None:
    text = tomli_w.dumps(example[0])
    old, _ = parse(text)
    assume(old is not None and not all(target.dropped for target in old.targets))
    assert old is not None

    result = followed(text, growth)

    looks_new(result)
    assert [target.id for target in result.plan.targets] == [
        target.id for target in old.targets if not target.dropped
    ]
    olds = {target.id: target for target in old.targets}
    for target in result.plan.targets:
        before = olds[target.id]
        assert (target.name, target.unit, target.kind, target.weight, target.check) == (
            (before.name, before.unit, before.kind, before.weight, before.check)
        )
        assert [part.id for part in target.parts] == [part.id for part in before.parts]
        if target.id in result.told.get(phrases.RUNNING, ()):
            assert (target.start, target.due) == (before.start, before.due)
            kept = [(each.day, each.value) for each in before.actuals]
            assert [(each.day, each.value) for each in target.actuals] in (kept, [])
            assert target.actuals or not kept or before.counting is Counting.PER_PERIOD


@thorough(100)
@given(cases(), GROWTHS)
def test_in_any_layout_every_line_that_says_nothing_of_the_year_stays(
    case: Case, growth: Fraction | None
) -> None:
    result = followed(case.text, growth)

    looks_new(result)
    name_lines = [
        line for line in case.text.split("\n") if line.strip().startswith(("name =", "title =", "[plan]"))
    ]
    left = iter(result.text.split("\n"))
    assert all(line in left for line in name_lines)  # in the same order
    if '"""' not in case.text:  # a text of several lines may have line feeds of its own
        assert result.text.count("\r\n") == (result.text.count("\n") if "\r\n" in case.text else 0)
    assert result.text.endswith("\n") is case.text.endswith("\n")


@pytest.mark.parametrize(
    ("actual", "baseline", "is_told"),
    [("{ H1 = 40.9 }", "40.9", True), ("{}", "40", True), ("{ H1 = 40.9, FY = 41.7 }", "41.7", False)],
)
def test_a_baseline_that_is_not_of_the_years_end_is_told(actual: str, baseline: str, is_told: bool) -> None:
    """With 40.9 of June what 2024 added after it would count for 2025."""
    level = f"{A}kind = 'level'\nbaseline = 40\ngoal = 42\nactual = {actual}\n"
    result = followed(f"[plan]\ntitle = 'P'\nyear = 2024\n{level}{B}kind = 'level'\nactual = {{ H1 = 3 }}\n")
    assert f"\nbaseline = {baseline}\n" in result.text
    assert result.told.get(phrases.OLD_BASELINE, []) == ["a"] * is_told


def test_targets_whose_figures_do_not_go_into_past_are_told() -> None:
    days = A + "actual = { 2024-06-15 = 4, 2024-12-20 = 9 }\n"
    parts = B + "[targets.b.parts.x]\nactual = { FY = 5 }\n[targets.b.parts.y]\nactual = { H1 = 2 }\n"
    result = followed(f"[plan]\ntitle = 'P'\nyear = 2024\n{days}{parts}[targets.c]\nname = 'C'\n")
    assert result.told == {phrases.UNFINISHED: ["a", "b"], phrases.UNDATED: ["a"]}

    whole = f"{A}actual = {{ H1 = 4, 2024-08-15 = 6, FY = 9 }}\n{B}actual = {{ 2024-09-30 = 7, FY = 9 }}\n"
    result = followed(f"[plan]\ntitle = 'P'\nyear = 2024\n{whole}")  # 30 September is Q3
    assert result.told == {phrases.UNDATED: ["a"]}

    long = "[plan]\ntitle = 'P'\nstart = 2024-01-01\nend = 2025-06-30\n"
    result = followed(f"{long}{A}actual = {{ 2024-H1 = 4, 2025-06-30 = 9 }}\n{B}")
    assert result.told == {phrases.UNKEPT: ["a"]}
