"""Every key of a target, said in two ways: for tests that none is forgotten on its way."""

_SAID_OTHERWISE = {
    "name": ('name = "A"', 'name = "B"'),
    "goal": ("goal = 4", "goal = 5"),
    "actual": ("actual = { H1 = 1 }", "actual = { H1 = 2 }"),
    "owner": ('owner = "A"', 'owner = "B"'),
    "committed": ("committed = 1", "committed = 2"),
    "stated": ('stated = { H1 = "5%" }', 'stated = { H1 = "6%" }'),
    "source": ('source = "A"', 'source = "B"'),
    "note": ('note = "A"', 'note = "B"'),
    "unit": ('unit = "A"', 'unit = "B"'),
    "group": ('group = "A"', 'group = "B"'),
    "kind": ('kind = "level"', 'kind = "cumulative"'),
    "direction": ('direction = "at_least"', 'direction = "at_most"'),
    "baseline": ('kind = "level"\nbaseline = 1', 'kind = "level"\nbaseline = 2'),
    "start": ("start = 2024-02-01", "start = 2024-03-01"),
    "due": ("due = 2024-10-31", "due = 2024-11-30"),
    "pace": ("pace = { H1 = '5%' }", "pace = { H1 = '6%' }"),
    "last_year": (
        "pace = 'last_year'\nlast_year = { H1 = 1, FY = 4 }",
        "pace = 'last_year'\nlast_year = { H1 = 3, FY = 4 }",
    ),
    "past": ("past = { 2023 = { H1 = 1 } }", "past = { 2022 = { H1 = 1 } }"),
    "adjusted": ("goal = 4\nadjusted = { 2024-08-30 = 3 }", "goal = 4\nadjusted = { 2024-08-31 = 3 }"),
    "dropped": ("dropped = 2024-09-01", "dropped = 2024-09-02"),
    "counting": (
        "actual = { Q1 = 1, Q2 = 2 }\ncounting = 'to_date'",
        "actual = { Q1 = 1, Q2 = 2 }\ncounting = 'per_period'",
    ),
    "reporting": ('reporting = "month"', 'reporting = "year"'),
    "parts": ("parts = { a = { goal = 1 } }", "parts = { b = { goal = 1 } }"),
    "weight": ("weight = 2", "weight = 3"),
    "check": ('check = "warn"', 'check = "off"'),
    "stage": ('stage = "A"', 'stage = "B"'),
    "binding": ("binding = true", "binding = false"),
    "feed": ('feed = "a"', 'feed = "b"'),
}
"""Every key of a target, with two values that must make two targets."""

_PLAN = '[plan]\ntitle = "P"\nyear = 2024\n' + "".join(
    f"[feeds.{name}]\nquery = 'select :last_day'\ntime_zone = 'UTC'\n" for name in "ab"
)


def said_otherwise(key: str) -> tuple[str, str]:
    """Writes two plans of one target, which differ in what it says under a key."""
    name = "" if key == "name" else 'name = "Target"\n'
    first, second = (f"{_PLAN}[targets.t]\n{name}{said}\n" for said in _SAID_OTHERWISE[key])
    return first, second
