"""What the program prints for a status, a period, a grouping or a target may be typed, in either language."""

import json
import re
from pathlib import Path

import pytest

from kit.program import EXAMPLE, EXAMPLES, ROOT, Run, Write
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.plan.model import Counting, Plan
from plan_tracker.plan.spoken import period_meant
from plan_tracker.reading.plan_file import load, parse
from plan_tracker.reports.view import GroupBy, SortBy
from plan_tracker.wording.periods import day_meant, period_text
from plan_tracker.wording.statuses import STATUSES
from plan_tracker.wording.vocabulary import FINDING, GROUPING, REFUSAL, SETTINGS, SORTING, STATUS, Vocabulary

TWINS = """
[targets.east]
name = "入库项目"
goal = 10
actual = { H1 = 4 }

[targets.west]
name = "入库项目"
goal = 10
actual = { H1 = 6 }

[targets.roads]
name = "公路建设"
goal = 8
[targets.roads.parts."新城区"]
goal = 4
actual = { H1 = 3 }
[targets.roads.parts.east]
name = "东河区"
goal = 4
actual = { H1 = 1 }
"""


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("status", Status)
def test_a_status_is_typed_as_it_is_printed(run: Run, status: Status, language: Language) -> None:
    word = STATUSES[status].name.text(language)
    by_word = run("status", "-f", str(EXAMPLE), "--only", word, "--format", "json")
    by_code = run("status", "-f", str(EXAMPLE), "--only", status.value, "--format", "json")
    assert (by_word.code, by_word.out) == (0, by_code.out)
    refusing = run("check", "-f", str(EXAMPLE), "--fail-on", word).code
    assert refusing in ((0, 1) if status is not Status.DROPPED else (2,))  # given up is nothing to refuse


def test_every_status_that_a_chinese_table_prints_is_understood(run: Run) -> None:
    for file in EXAMPLES:
        line = run("status", "-f", str(file), "--lang", "zh").out.splitlines()[1].partition("平均")[0]
        printed = re.findall(r"([\u4e00-\u9fff]+)\d+项", line)[1:]  # behind 指标38项
        assert printed
        for word in printed:
            done = run("status", "-f", str(file), "--lang", "zh", "--only", word)
            assert done.code == 0, (file.name, word, done.err)


@pytest.mark.parametrize(
    "typed", ["滞后,未报送", "滞后，未报送", "滞后、未报送", "behind,未报送", " Behind , not reported"]
)
def test_words_stand_between_commas_of_either_language(run: Run, typed: str) -> None:
    expected = run("status", "-f", str(EXAMPLE), "--only", "behind,not_reported", "--format", "json").out
    assert run("status", "-f", str(EXAMPLE), "--only", typed, "--format", "json").out == expected


@pytest.mark.parametrize("typed", ["滯後", "落後", "未完成，達到進度", "ＢＥＨＩＮＤ", "無目標值、略有滯後"])
def test_traditional_characters_are_understood(run: Run, typed: str) -> None:
    assert run("status", "-f", str(EXAMPLE), "--only", typed).code == 0


@pytest.mark.parametrize(
    ("option", "typed", "meant"),
    [
        ("--format", "JSON", "json"),
        ("--format", "Excel", "xlsx"),
        ("--format", "word", "docx"),
        ("--format", "md", "markdown"),
        ("--format", "ｈｔｍｌ", "html"),
        ("--lang", "中文", "zh"),
        ("--lang", "English", "en"),
        ("--color", "NEVER", "never"),
    ],
)
def test_a_choice_in_other_letters_or_by_another_name_is_answered_with_its_own(
    run: Run, option: str, typed: str, meant: str
) -> None:
    done = run("export", "-f", str(EXAMPLE), option, typed)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(f"\nhint: did you mean `{meant}`?\n")


@pytest.mark.parametrize("nothing", ["", " ", ",", "，、"])
@pytest.mark.parametrize("command", [("status", "--only"), ("compare", str(EXAMPLE), "--fail-on")])
def test_an_option_without_a_word_is_refused(run: Run, command: tuple[str, ...], nothing: str) -> None:
    refused = run(*command, nothing, "-f", str(EXAMPLE), "--lang", "en")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(
        f"error: no word is given: `{nothing}`\nhint: leave the option out, or write"
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("by", GroupBy)
def test_a_grouping_is_typed_as_its_column_is_headed(run: Run, by: GroupBy, language: Language) -> None:
    word = GROUPING.printed[by.value].text(language)
    file = str(ROOT / "examples" / "parts.toml")
    expected = run("status", "-f", file, "--lang", "zh", "--group-by", by.value)
    assert run("status", "-f", file, "--lang", "zh", "--group-by", word) == expected


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("by", SortBy)
def test_an_order_is_typed_as_its_column_is_headed(run: Run, by: SortBy, language: Language) -> None:
    word = SORTING.printed[by.value].text(language)
    expected = run("status", "-f", str(EXAMPLE), "--sort", by.value, "--format", "json").out
    assert run("status", "-f", str(EXAMPLE), "--sort", word, "--format", "json").out == expected


@pytest.mark.parametrize("vocabulary", [STATUS, FINDING, REFUSAL, GROUPING, SORTING, *SETTINGS.values()])
def test_every_word_that_is_printed_for_a_code_means_that_code(vocabulary: Vocabulary) -> None:
    for code, phrase in vocabulary.printed.items():
        assert {vocabulary.code(word) for word in (code, *phrase)} == {code}


@pytest.mark.parametrize(
    ("option", "typed", "language", "hint"),
    [
        ("--only", "略有滞候", "zh", "是否应为 `略有滞后`？"),
        ("--only", "behnd", "en", "did you mean `behind`?"),
        ("--group-by", "责任部门单位", "zh", "是否应为 `责任单位`？"),
        ("--sort", "laed", "en", "did you mean `lead`?"),
    ],
)
def test_an_unknown_word_is_answered_with_the_known_ones(
    run: Run, option: str, typed: str, language: str, hint: str
) -> None:
    done = run("status", "-f", str(EXAMPLE), option, typed, "--lang", language)
    assert done.code == 2
    assert typed in done.err
    assert hint in done.err


def test_what_fails_a_check_and_a_comparison_is_typed_in_chinese(run: Run, plan: Write) -> None:
    file = plan('[targets.a]\nname = "A"\ngoal = 10\nactual = { H1 = 4 }\n')
    assert run("check", "-f", file, "--fail-on", "滞后").code == 1
    assert run("check", "-f", file, "--fail-on", "未完成，未报送，任务分解不足，整期未报").code == 0
    assert run("compare", file, file, "--fail-on", "状态变差，目标值下调").code == 0


# --- periods


def plan_from(month: int) -> Plan:
    years = (2024, 2024 + (month > 1))
    end = ["", "12-31", "", "", "03-31", "", "", "06-30"][month]
    start = f"start = {years[0]}-{month:02}-01\nend = {years[1]}-{end}\n"
    made, problems = parse(f'[plan]\ntitle = "P"\n{start}[targets.a]\nname = "A"\n')
    assert made is not None, problems
    return made


LABELS = [*("FY", "H1", "H2", "Q1", "Q2", "Q3", "Q4"), *(f"M{number:02}" for number in range(1, 13))]


@pytest.mark.parametrize("month", [1, 4, 7])
@pytest.mark.parametrize("counting", Counting)
@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("language", Language)
def test_a_period_is_typed_as_it_is_printed(
    month: int, counting: Counting, label: str, language: Language
) -> None:
    time = plan_from(month).time
    own = time.period(label)
    assert own is not None
    printed = period_text(label, time, language, counting)
    meant = period_meant(printed, time, counting)
    assert meant is not None, printed
    assert meant.last == own.last, printed
    if counting is Counting.PER_PERIOD:
        assert meant.first == own.first, printed
    assert day_meant(printed, time, own.last) == own.last, printed


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        *(("上半年", "2024-06-30"), ("2024年上半年", "2024-06-30"), ("半年", "2024-06-30")),
        *(("一季度", "2024-03-31"), ("前三季度", "2024-09-30"), ("三季度", "2024-09-30")),
        *(("9月", "2024-09-30"), ("9月底", "2024-09-30"), ("1-9月", "2024-09-30"), ("1—9月", "2024-09-30")),
        *(
            ("2024年9月", "2024-09-30"),
            ("2024-09", "2024-09-30"),
            ("全年", "2024-12-31"),
            ("年底", "2024-12-31"),
        ),
        *(("2024年8月15日", "2024-08-15"), ("8月15日", "2024-08-15"), ("2024/8/15", "2024-08-15")),
        *(
            ("Q3", "2024-09-30"),
            ("q3", "2024-09-30"),
            ("Sept", "2024-09-30"),
            ("September 2024", "2024-09-30"),
        ),
        *(("first half", "2024-06-30"), ("third quarter", "2024-09-30"), ("full year", "2024-12-31")),
        *(("截至9月底", "2024-09-30"), ("Ｈ１", "2024-06-30"), ("2024-08-15", "2024-08-15")),
    ],
)
def test_the_day_of_judgement_is_said_in_words(run: Run, typed: str, day: str) -> None:
    done = run("status", "-f", str(EXAMPLE), "--as-of", typed, "--format", "json")
    assert done.code == 0, done.err
    assert json.loads(done.out)["as_of"] == day


@pytest.mark.parametrize("typed", ["today", "今天", "Today"])
def test_today_is_a_day_too(run: Run, typed: str) -> None:
    assert run("status", "-f", str(EXAMPLE), "--as-of", typed).code == 0


@pytest.mark.parametrize(
    ("typed", "language", "hint"),
    [
        ("上半年", "zh", "本计划从4月开始：请写 4—6月（Q1）"),
        ("1-6月", "zh", "本计划从4月开始：请写 4—6月（Q1）"),
        ("first half", "en", "this plan begins in Apr: write Q1 (Apr-Jun)"),
        ("第五季度", "zh", "请写 2024-09-30、4—9月、9月或 H1，也可写“今天”"),
        ("H3", "en", "write 2024-09-30, a period of the plan such as H1, or today"),
    ],
)
def test_what_is_no_day_of_the_plan_is_refused_with_what_to_write(
    run: Run, plan: Write, typed: str, language: str, hint: str
) -> None:
    years = "start = 2024-04-01\nend = 2025-03-31"
    file = plan(f'[plan]\ntitle = "P"\n{years}\n[targets.a]\nname = "A"\ngoal = 3\nactual = {{ M06 = 1 }}\n')
    done = run("status", "-f", file, "--as-of", typed, "--lang", language)
    assert done.code == 2
    assert hint in done.err
    assert run("compare", file, file, "--as-of", f"{typed}..FY", "--lang", language).code == 2


def test_two_days_are_compared_by_words(run: Run) -> None:
    assert run("compare", "--as-of", "上半年..全年", "-f", str(EXAMPLE)) == run(
        "compare", "--as-of", "H1..FY", "-f", str(EXAMPLE)
    )


# --- names


def test_show_takes_the_name_of_each_target_and_part_that_is_unique(run: Run) -> None:
    for file in EXAMPLES:
        targets = load(file).targets
        names = [each.name for whole in targets for each in (whole, *whole.parts)]
        for whole in targets:
            if names.count(whole.name) == 1:
                shown = run("show", whole.name, "-f", str(file))
                assert shown == run("show", whole.id, "-f", str(file))
            for part in whole.parts:
                shown = run("show", f"{whole.name}/{part.name}", "-f", str(file))
                assert (shown.code, shown.out) == (0, run("show", part.id, "-f", str(file)).out)


@pytest.mark.parametrize(
    "typed", ["公路建设/新城区", "roads/新城区", "公路建设／新城区", "新城区", "roads/ 新城区"]
)
def test_a_part_is_named_by_either_word(run: Run, plan: Write, typed: str) -> None:
    file = plan(TWINS)
    assert run("show", typed, "-f", file).out == run("show", "roads/新城区", "-f", file).out
    done = run("record", typed, "三季度", "4", "-f", file, "--dry-run")
    assert "roads/新城区" in done.out, done.err


@pytest.mark.parametrize("command", ["show", "record"])
def test_candidates_of_an_ambiguous_name_are_listed_with_their_ids(
    run: Run, plan: Write, command: str
) -> None:
    rest = ["H1", "3"] if command == "record" else []
    done = run(command, "入库项目", *rest, "-f", plan(TWINS), "--lang", "zh")
    assert done.code == 2
    assert "名为“入库项目”的指标有多个：east、west" in done.err
    assert "请写明标识" in done.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("公路建没", "是否应为 `公路建设`？"),
        ("roads/新城", "是否应为 `roads/新城区`？"),
        ("公路建设/东合区", "是否应为 `roads/east`？"),
        ("xyz", "可用的有：east、west、roads、roads/新城区、roads/east"),
    ],
)
def test_what_names_nothing_is_answered_with_what_is_near(
    run: Run, plan: Write, typed: str, said: str
) -> None:
    for call in (["show", typed], ["record", typed, "H1", "3"]):
        done = run(*call, "-f", plan(TWINS), "--lang", "zh")
        assert done.code == 2
        assert said in done.err


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("就业", "是否应为 `城镇新增就业`？"),
        ("项目", "名称含有该词的指标：projects、roads"),
        ("e", "名称含有该词的指标：projects、empty"),
        ("无此项", "可用的有：projects、roads、jobs、empty"),
    ],
)
def test_a_word_of_a_name_lists_the_targets_that_have_it(run: Run, plan: Write, word: str, hint: str) -> None:
    names = {"projects": "引进项目", "roads": "道路项目", "jobs": "城镇新增就业", "empty": "空置率"}
    head = '[plan]\ntitle = "P"\nyear = 2024\nlanguage = "zh"\n'
    file = plan(
        head + "".join(f"[targets.{id_}]\nname = '{name}'\ngoal = 5\n" for id_, name in names.items())
    )
    for command in (("show", word), ("record", word, "H1", "3")):
        outcome = run(*command, "-f", file)
        assert (outcome.code, outcome.err.splitlines()[-1]) == (2, f"提示：{hint}")


ANSWERED_FOR = """
[targets.a]
name = "A"
group = "Roads"
owner = "Works"
binding = true
goal = 4
actual = { H1 = 1 }
[targets.b]
name = "B"
group = "Roads"
owner = "Mayor"
binding = false
goal = 4
actual = { H1 = 3 }
[targets.b.parts.east]
owner = "Works"
goal = 2
actual = { H1 = 2 }
[targets.c]
name = "C"
group = "Schools"
owner = "Works"
goal = 4
actual = { H1 = 3 }
"""


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("--owner", "works"), ["a", "b/east", "c"]),
        (("--owner", "Works", "--only", "on_pace"), ["c"]),
        (("--group", "ＲＯＡＤＳ"), ["a", "b", "b/east"]),
        (("--group", "Roads", "--owner", "Mayor"), ["b"]),
        (("--group", "Schools", "--only", "behind"), []),
    ],
)
def test_status_shows_what_an_owner_answers_for_and_what_a_group_has(
    run: Run, plan: Write, words: tuple[str, ...], ids: list[str]
) -> None:
    done = run("status", "-f", plan(ANSWERED_FOR), *words, "--format", "json")
    assert [each["id"] for each in json.loads(done.out)["targets"]] == ids


def test_an_owner_whose_part_alone_is_asked_for_sees_it_below_its_target(run: Run, plan: Write) -> None:
    out = run("status", "-f", plan(ANSWERED_FOR), "--owner", "Works").out
    ids = [line.split()[-1] for line in out.splitlines() if "█" in line and "%" in line]
    assert ids == ["a", "b", "b/east", "c"]


def test_no_target_that_is_all_that_is_said_and_an_unknown_owner_is_refused(run: Run, plan: Write) -> None:
    done = run("status", "-f", plan(ANSWERED_FOR), "--group", "Schools", "--only", "behind")
    assert (done.code, "no target meets all these conditions" in done.out) == (0, True)
    done = run("status", "-f", plan(ANSWERED_FOR), "--owner", "Work")
    assert (done.code, done.out) == (2, "")
    assert "`Work` is not one of: Works, Mayor\nhint: did you mean `Works`?" in done.err


def test_targets_are_grouped_by_whether_they_are_binding(run: Run, plan: Write) -> None:
    out = run("status", "-f", plan(ANSWERED_FOR), "--group-by", "约束性", "--lang", "zh").out
    assert [line for line in out.splitlines() if line in ("约束性", "预期性", "未注明约束性或预期性")] == [
        "约束性",
        "预期性",
        "未注明约束性或预期性",
    ]


@pytest.mark.parametrize(
    ("times", "text", "hint"),
    [
        (
            "start = 2021-01-01\nend = 2025-12-31",
            "H1",
            "this plan has several years: name one, from 2021-H1 to 2025-H1, or write a date such as ",
        ),
        (
            "start = 2021-01-01\nend = 2025-12-31",
            "9月",
            "name one, from 2021-M09 to 2025-M09, or write a date",
        ),
        (
            "start = 2021-01-01\nend = 2025-12-31",
            "2023",
            "name one, from 2021-H1 to 2025-H1, or write a date",
        ),
        ("start = 2024-01-01\nend = 2025-06-30", "H1", "name one, from 2024-H1 to 2025-H1, or write a date"),
        (  # of which September 2025 is none
            "start = 2024-01-01\nend = 2025-06-30",
            "M09",
            "this plan is longer or shorter than a year: write 2024-M09, or a date",
        ),
        ("start = 2024-01-01\nend = 2024-09-30", "H1", "did you mean `2024-H1`?"),
        ("start = 2024-01-15\nend = 2024-07-31", "H1", "write a date such as 2024-07-31"),
        ("year = 2024", "H3", "a period of the plan such as "),
    ],
)
def test_labels_are_not_offered_to_plans_that_have_none(
    run: Run, tmp_path: Path, times: str, text: str, hint: str
) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(f'[plan]\ntitle = "P"\n{times}\n[targets.a]\nname = "A"\ngoal = 4\n', encoding="utf-8")
    for words in (["status", "--as-of", text], ["add", "B", "--goal", "3", "--due", text]):
        done = run(*words, "-f", str(file))
        assert (done.code, f"`{text}` is not a valid day" in done.err) == (2, True)
        assert hint in done.err
