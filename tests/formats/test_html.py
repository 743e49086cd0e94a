"""The page as HTML, read without a browser: structure, escaping, no address outside itself, contrast."""

import gzip
import re
from base64 import b64decode
from collections.abc import Iterable, Iterator
from fractions import Fraction
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

import pytest

from kit.judged import target
from kit.program import EXAMPLE, EXAMPLES, Run, Write
from plan_tracker import evaluate, load
from plan_tracker.formats import html
from plan_tracker.language import Language
from plan_tracker.questions.course import course_of, has_course
from plan_tracker.wording.statuses import STATUSES

VOID = frozenset({"meta", "link", "br", "img", "input", "hr"})
LIMIT = 150 * 1024
HOSTILE = (
    "</script><script>alert(1)</script>",
    "[red]x",
    "a|b",
    "=1+1",
    "👩‍🌾",
    '"><img src=x onerror=y>',
    "{{ 7 * 7 }}",
)
"""Names as they may stand in a plan."""


class Page(HTMLParser):
    """The tags of a page with their attributes, its ids, and its text; fails where tags do not match."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in ("style", "script") and data.strip():
            self.text.append(data.strip())

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [
            attributes
            for name, attributes in self.tags
            if name == tag and all(value in attributes.get(key, "").split() for key, value in wanted.items())
        ]


def page_of(run: Run, path: str | Path, *options: str) -> Page:
    code, out, _ = run("export", "-f", str(path), "--format", "html", *options)
    assert code == 0
    return Page(out)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page_refers_to_nothing_outside_itself(example: Path, language: str, run: Run) -> None:
    out = run("export", "-f", str(example), "--format", "html", "--lang", language).out
    page = Page(out)
    names = {tag for tag, _ in page.tags}
    assert not names & {"link", "img", "iframe", "object", "embed", "base", "form"}
    for tag, attributes in page.tags:
        assert not any(key.startswith("on") or key in ("src", "style") for key in attributes)
        data = tag == "a" and "download" in attributes and attributes["href"].startswith("data:")
        assert data or attributes.get("href", "#").startswith("#")
    style, script = (re.search(f"<{tag}>(.*)</{tag}>", out, re.DOTALL) for tag in ("style", "script"))
    assert style
    assert script
    assert not re.search(r"url\(|@import|//", style[1])
    assert not re.search(r"https?:|fetch|import\(|eval|XMLHttp|innerHTML", script[1])
    assert len(out.encode()) < LIMIT


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_ids_are_there_once_and_links_lead_to_them(example: Path, run: Run) -> None:
    page = page_of(run, example)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(set(ids)) == len(ids)
    links = [attributes["href"] for _, attributes in page.tags if "href" in attributes]
    targets = {link[1:] for link in links if link.startswith("#")}
    labels = {attributes["aria-labelledby"] for _, attributes in page.tags if "aria-labelledby" in attributes}
    assert targets | labels <= set(ids)


def test_the_anchor_of_a_target_is_its_id(run: Run, plan: Write) -> None:
    """Also where the page would name a place of its own so, and where an address writes it otherwise."""
    keys = ("targets", "top", "outlook", "i-done", "g1", "n1", "指标", "a.b")
    text = "".join(
        f'[targets."{key}"]\nname = "{key}"\nnote = "x"\ngroup = "{key}"\ngoal = 10\nactual = {{ H1 = 1 }}\n'
        for key in keys
    )
    page = page_of(run, plan(text + '[targets.targets.parts."50% of it"]\ngoal = 5\nactual = { H1 = 0 }\n'))
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(set(ids)) == len(ids)
    rows = [attributes["id"] for attributes in page.all("tr") if "id" in attributes]
    assert sorted(rows) == sorted([*keys, "targets/50% of it"])
    links = {unquote(each["href"][1:]) for each in page.all("a") if each["href"].startswith("#")}
    assert links <= set(ids)
    assert "targets/50% of it" in links


def test_an_address_stays_when_a_target_is_added(run: Run, plan: Write) -> None:
    old = '[targets.x]\nname = "X"\ngoal = 2\n'
    new = '[targets.first]\nname = "First"\ngoal = 1\n' + old
    for text in (old, new):
        (name,) = (attributes for attributes in page_of(run, plan(text)).all("tr", id="x"))
        assert name["data-status"] == "not_reported"


def test_the_data_of_the_page_are_those_of_export(run: Run) -> None:
    page = page_of(run, EXAMPLES[2])
    (link,) = (attributes for attributes in page.all("a") if "download" in attributes)
    packed = b64decode(link["href"].removeprefix("data:application/gzip;base64,"))
    assert gzip.decompress(packed).decode() == run("export", "-f", str(EXAMPLES[2])).out


def many(numbers: Iterable[int], more: str = "") -> str:
    """Targets with what the page shows of one: of three, one is behind."""
    return "".join(
        f'[targets.target-{n}]\nname = "引进亿元以上项目（第{n}项）"\ngroup = "第{n % 40}类"\nunit = "亿元"\n'
        f'owner = "第{n % 90}单位"\nstage = "开工"\nsource = "第一部分（二）"\n'
        f'note = "与上年同口径"\ngoal = 400\n'
        f'actual = {{ Q1 = {n % 90}, H1 = {150 + n % 150} }}\nstated = {{ H1 = "47.5%" }}\n'
        f"committed = 90\n{more}"
        for n in numbers
    )


@pytest.mark.parametrize(("number", "folded"), [(500, 0), (501, 40)])
def test_a_page_of_more_than_500_targets_folds_those_on_course(
    number: int, folded: int, run: Run, plan: Write
) -> None:
    page = page_of(run, plan(many(range(number))))
    assert len(page.all("details")) == folded
    assert len([row for row in page.all("tr") if "id" in row]) == number


def test_a_large_page_says_how_many_its_lists_leave_out(run: Run, plan: Write) -> None:
    page = page_of(run, plan(many(range(1000))), "--lang", "en")
    text = " ".join(page.text)
    assert "The worst 100 of 350; all of them are among the targets below." in text
    assert "The worst 100 of 1000; the figures for all of them are in the data file." in text
    assert "100 of 1000, those in doubt first" in text[text.rindex("The worst 100 of 1000;") :]
    assert len(page.all("li", **{"class": "bad"})) == 100
    assert len(page.all("figure")) == 100


def test_a_page_of_10_000_targets_has_less_than_6_megabytes(run: Run, plan: Write) -> None:
    """Also where every target has an adjusted goal and earlier years; four hundred are like others."""
    more = (
        "adjusted = { 2024-05-01 = 390 }\n"
        "past = { 2022 = { H1 = 99, FY = 300 }, 2023 = { H1 = 120, FY = 350 } }\n"
    )
    fewer, out = (
        run("export", "-f", plan(many(range(first, 10_000), more)), "--format", "html").out
        for first in (9_400, 9_000)
    )
    of_one = Fraction(len(out.encode()) - len(fewer.encode()), 400)
    assert len(fewer.encode()) + 9_400 * of_one < 6_000_000
    assert len(Page(out).all("tr", id="target-9999")) == 1


@pytest.mark.parametrize(("language", "tag"), [("en", "en"), ("zh", "zh-CN")])
def test_a_page_says_its_language_and_forbids_what_it_does_not_need(
    language: str, tag: str, run: Run
) -> None:
    page = page_of(run, EXAMPLE, "--lang", language)
    assert page.all("html") == [{"lang": tag}]
    policy = next(meta["content"] for meta in page.all("meta") if meta.get("http-equiv"))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert {tag for tag, _ in page.tags} >= {"main", "nav", "header", "footer", "h1", "h2", "h3", "title"}


def test_every_picture_has_a_name_or_is_hidden(run: Run) -> None:
    page = page_of(run, EXAMPLES[1])
    pictures = [attributes for tag, attributes in page.tags if tag == "svg"]
    hidden = [attributes for attributes in pictures if attributes.get("aria-hidden") == "true"]
    named = [attributes for attributes in pictures if attributes.get("role") == "img"]
    inside = 3  # the key of the courses and of the bars stands in a paragraph that is hidden as a whole
    assert all(attributes["aria-label"] for attributes in named)
    assert len(pictures) - len(hidden) - len(named) in (inside, 2 * inside)


def test_a_status_is_said_in_words(run: Run) -> None:
    page = page_of(run, EXAMPLE, "--lang", "zh")
    results = evaluate(load(EXAMPLE)).results
    found = [text for text in page.text if text in {each.name.zh for each in STATUSES.values()}]
    assert found == [STATUSES[result.status].name.zh for result in results]


def test_hostile_names_stay_text(run: Run, plan: Write) -> None:
    text = "".join(
        f"[targets.t{number}]\nname = '{name}'\nunit = '{name}'\ngroup = '{name}'\nowner = '{name}'\n"
        f"source = '{name}'\nnote = '{name}'\ngoal = 10\nactual = {{ Q1 = 1, H1 = {number} }}\n"
        f"[targets.t{number}.committed]\n'{name}' = 1\n"
        for number, name in enumerate(HOSTILE)
    )
    page = page_of(run, plan(text))
    assert page.all("script") == [{}]
    assert not page.all("img")
    for name in HOSTILE:
        assert name in page.text


def test_bars_are_as_long_as_the_rates(run: Run) -> None:
    page = page_of(run, EXAMPLE)
    results = [result for result in evaluate(load(EXAMPLE)).results if result.completion_rate is not None]
    bars = list(_bars(page))
    assert len(bars) == len(results)
    for bar, result in zip(bars, results, strict=True):
        assert result.completion_rate is not None
        assert abs(bar["fill"] - result.completion_rate * 100) <= Fraction(1, 200)
        assert bar["goal"] == 100
        assert bar.get("pace") == (None if not result.pace else bar["pace"])
        if result.pace:
            assert abs(bar["pace"] - result.pace * 100) <= Fraction(1, 200)


def test_bars_of_one_page_have_one_scale(run: Run, plan: Write) -> None:
    text = "".join(
        f"[targets.{key}]\nname = '{key}'\ngoal = 100\nactual = {{ H1 = {value} }}\n"
        for key, value in {"half": 50, "over": 125, "far": 900}.items()
    )
    half, over, far = _bars(page_of(run, plan(text)))
    assert {bar["goal"] for bar in (half, over, far)} == {Fraction("66.67")}
    assert [bar["fill"] for bar in (half, over, far)] == [Fraction("33.33"), Fraction("83.33"), 100]


def _bars(page: Page) -> Iterator[dict[str, Fraction]]:
    """Of each bullet chart where its fill, its goal and its pace end, in percent of its length."""
    found: dict[str, Fraction] = {}
    for tag, attributes in page.tags:
        if tag == "svg":
            if found:
                yield found
            found = {}
            is_bullet = "bullet" in attributes.get("class", "")
        elif tag == "rect" and attributes.get("class") in ("fill", "goal", "pace") and is_bullet:
            name = attributes["class"]
            found[name] = Fraction(attributes["width" if name == "fill" else "x"].rstrip("%"))
    if found:
        yield found


def test_what_is_behind_stands_first_and_says_whose_it_is(run: Run) -> None:
    page = page_of(run, EXAMPLES[1], "--lang", "en")
    owners = [text for text in page.text if text.startswith("owner: ")][:3]
    assert owners == ["owner: Engineering", "owner: Customer service", "owner: Engineering"]


def test_a_course_follows_the_curve_of_its_pace() -> None:
    evaluation = evaluate(load(EXAMPLES[1]))
    results = (result for result in evaluation.results if has_course(result, evaluation))
    found = {result.target.id: course_of(result, evaluation) for result in results}
    mains = found["mains"]
    assert [(point.x, point.y) for point in mains.expected] == [
        (0, 0),
        (Fraction(1, 4), Fraction(3, 10)),
        (Fraction(1, 2), Fraction(7, 10)),
        (Fraction(3, 4), Fraction(9, 10)),
        (1, 1),
    ]
    assert [point.y for _, point in mains.actuals] == [Fraction(131, 420), Fraction(282, 420)]
    assert found["leakage"].goal == 0


def test_the_course_of_a_level_stands_between_its_lowest_and_highest_figure() -> None:
    evaluation, result = target(
        'kind = "level"\nbaseline = 60\ngoal = 80\nactual = { Q1 = 70, H1 = 65 }', "2024-06-30"
    )
    course = course_of(result, evaluation)
    assert course is not None
    assert [(point.x, point.y) for point in course.expected] == [
        (Fraction(0), Fraction(0)),
        (Fraction(1), Fraction(1)),
    ]
    assert [(point.x, point.y) for _, point in course.actuals] == [
        (Fraction(1, 4), Fraction(1, 2)),
        (Fraction(1, 2), Fraction(1, 4)),
    ]
    assert course.goal == 1


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        ("goal = 10\nactual = { Q1 = 2, H1 = 5 }", ["126"]),  # at the bottom, 18 + 108
        (
            'kind = "level"\ngoal = 6\nactual = { Q1 = -2, H1 = 1 }',
            ["99"],
        ),  # a quarter of the height above it
        ('kind = "level"\ngoal = 6.5\nactual = { Q1 = 5.9, H1 = 6.1 }', []),
    ],
)
def test_a_course_has_a_line_of_zero_where_zero_lies_and_no_other(
    run: Run, plan: Write, keys: str, lines: list[str]
) -> None:
    page = run("export", "-f", plan(f'[targets.x]\nname = "X"\n{keys}\n'), "--format", "html").out
    assert re.findall(r'class="axis" d="M8 ([\d.]+)H312"', page) == lines


def test_a_course_without_a_goal_is_that_of_its_figures() -> None:
    evaluation, result = target("actual = { Q1 = 1, H1 = 4 }", "2024-06-30")
    course = course_of(result, evaluation)
    assert course is not None
    assert (course.goal, course.expected) == (None, ())
    assert [point.y for _, point in course.actuals] == [Fraction(1, 4), 1]


def test_published_figures_stand_beside_the_computed(run: Run) -> None:
    text = page_of(run, EXAMPLE).text
    assert text[text.index("核对结果") + 1 :][:5] == ["重点项目开复工", "上半年", "100%", "100%", "相符"]


def test_parts_can_be_left_out(run: Run) -> None:
    page = page_of(run, EXAMPLES[2], "--no-parts")
    assert "清水河县" not in "".join(page.text)


@pytest.mark.parametrize("language", list(Language))
def test_an_empty_plan_has_a_page(language: Language, run: Run, plan: Write) -> None:
    path = plan('[plan]\ntitle = "Nothing yet"\nyear = 2024\n[targets.a]\nname = "a"\n')
    page = page_of(run, path, "--lang", language.value)
    assert "Nothing yet" in page.text


# --- contrast, after https://www.w3.org/TR/WCAG22/#contrast-minimum

TEXT, DRAWN = 4.5, 3.0
ON_CARD = ("ink", "muted", "link", "good", "warning", "bad", "quiet")


def _palettes() -> list[dict[str, str]]:
    style = files(html).joinpath("page.css").read_text(encoding="utf-8")
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w{6})", block)) for block in _roots(style))
    return [light, light | dark]


def _roots(style: str) -> list[str]:
    return re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", _palettes(), ids=["light", "dark"])
def test_colours_stand_apart(palette: dict[str, str]) -> None:
    for name in ON_CARD:
        assert _contrast(palette[name], palette["card"]) >= TEXT, name
    for name in ("ink", "muted", "link"):
        assert _contrast(palette[name], palette["paper"]) >= TEXT, name
    for tone in ("good", "warning", "bad", "quiet"):
        assert _contrast(palette[tone], palette[f"{tone}-tint"]) >= TEXT, tone
        assert _contrast(palette[f"{tone}-fill"], palette["card"]) >= DRAWN, tone
        assert _contrast(palette[f"{tone}-fill"], palette["track"]) >= DRAWN, tone
    for name in ("ink", "muted", "link"):  # where a link has led to
        assert _contrast(palette[name], palette["warning-tint"]) >= TEXT, name
    assert _contrast(palette["mark"], palette["track"]) >= TEXT


def test_every_status_has_a_sign_on_the_page(run: Run) -> None:
    page = page_of(run, EXAMPLE)
    drawn = {each["id"] for each in page.all("symbol")}
    assert {f"i-{status}" for status in STATUSES} <= drawn


LIVED = """
[targets.a]
name = "A"
unit = "t"
goal = 400
actual = { H1 = 190 }
adjusted = { 2024-06-15 = 380 }
committed = 40
past = { 2023 = { H1 = 200, FY = 400 } }
[targets.b]
name = "B"
goal = 10
actual = { Q1 = 5 }
dropped = 2024-05-01
"""


def test_the_page_tells_of_the_year_as_it_is_lived(run: Run, plan: Write) -> None:
    """190 of 380 after 200 is 5% less; what remains are 190 in six months, as much as before."""
    page = page_of(run, plan(LIVED), "--lang", "en")
    assert "goal adjusted from 400 t" in page.text
    at = page.text.index("dropped on")
    assert page.text[at + 1] == "2024-05-01"
    assert {"class": "date"} in page.all("span")  # which no browser breaks at a hyphen
    assert page.text[page.text.index("Year on year") - 1] == "Status"
    assert "-5.0%" in page.text
    at = page.text.index("Needed per month")
    row = page.text[page.text.index("A", at) :][:5]
    assert row == ["A", "190 t", "31.7 t", "31.7 t so far", "0"]


def test_without_earlier_years_there_is_no_column_for_them(run: Run) -> None:
    assert "Year on year" not in page_of(run, EXAMPLE, "--lang", "en").text


GROUPED = """
[plan]
title = "P"
year = 2024
[targets.a]
name = "A"
group = "With"
goal = 9
last_year = { H1 = 4 }
actual = { H1 = 5 }
[targets.b]
name = "B"
group = "Without"
goal = 9
actual = { H1 = 5 }
"""


def test_a_group_without_earlier_years_has_no_column_for_them_beside_one_that_has(
    run: Run, plan: Write
) -> None:
    page = page_of(run, plan(GROUPED))
    kinds = [attributes["class"].split() for tag, attributes in page.tags if tag == "table"]
    tables = [each for each in kinds if "bars" in each]
    assert ["grows" in each for each in tables] == [True, True, False]  # the first one has all rows, sorted
    assert ["ungrown" in each for each in tables] == [False, False, True]


def test_words_from_right_to_left_stand_apart_in_a_sentence(run: Run, plan: Write) -> None:
    """Of `30 km (50.0%)` with a Hebrew unit the figures changed places with the unit."""
    units = {"a": "ק״מ", "b": "وحدة سكنية", "c": "<b>"}
    targets = "".join(
        f'[targets.{id_}]\nname = "{id_}"\nunit = "{unit}"\ngoal = 60\nactual = {{ H1 = 24 }}\n'
        for id_, unit in units.items()
    )
    out = run("export", "-f", plan(f'[plan]\ntitle = "P"\nyear = 2024\n{targets}'), "--format", "html").out
    assert "expected 30 <bdi>ק״מ</bdi> (50.0%)" in out
    assert "expected 30 <bdi>وحدة سكنية</bdi> (50.0%)" in out
    assert "expected 30 &lt;b&gt; (50.0%)" in out
