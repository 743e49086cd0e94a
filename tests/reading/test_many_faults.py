"""However many faults a plan has, and however long its values are, what is said stays short and soon said."""

import gc
from collections.abc import Callable
from time import process_time

import pytest

from kit.program import Run, Write
from plan_tracker.language import Language
from plan_tracker.problems import LONGEST_QUOTED, TOLD_AT_ONCE, PlanError
from plan_tracker.reading.plan_file import load_version, parse

HEAD = '[plan]\ntitle = "P"\nyear = 2024\n'
MANY: dict[str, Callable[[int], str]] = {
    "unknown keys": lambda n: HEAD + "".join(f"[targets.t{i}]\nname = 'T'\nk{i} = 4\n" for i in range(n)),
    "unknown keys of one target": lambda n: (
        f"{HEAD}[targets.t]\nname = 'T'\n" + "".join(f"k{i} = 1\n" for i in range(n))
    ),
    "on one line": lambda n: (
        "targets = {" + ", ".join(f"t{i} = {{ name = 'T', gaol = 1 }}" for i in range(n)) + "}\n" + HEAD
    ),
    "in one list": lambda n: (
        f"{HEAD}[targets.t]\nname = 'T'\n[check]\nfail_on = [" + ", ".join(f"'{i}'" for i in range(n)) + "]\n"
    ),
    "between values": lambda n: (
        HEAD + "".join(f"[targets.t{i}]\nname = 'T'\nactual = {{ H{i}3 = 4 }}\n" for i in range(n))
    ),
    "wrong types": lambda n: HEAD + "".join(f"[targets.t{i}]\nname = {i}\ngoal = 4\n" for i in range(n)),
    "parts": lambda n: (
        f"{HEAD}[targets.t]\nname = 'T'\n"
        + "".join(f"[targets.t.parts.p{i}]\ngoal = 'x'\n" for i in range(n))
    ),
    "no TOML": lambda n: HEAD + "".join(f"[targets.t{i}]\nname = 'T'\ngoal = 1,550\n" for i in range(n)),
    "no TOML on one line": lambda n: (
        f"{HEAD}[targets.t]\nname = 'T'\nactual = {{ 上半年 = 1, "
        + ", ".join(f"M{i}2 = 1" for i in range(n))
        + " }\n"
    ),
    "blanks in a line": lambda n: f"{HEAD}[指标.t]\nname = 'T'\n一{' ' * 10 * n}二 = 3\n",
    "in a numbered list": lambda n: (
        f"{HEAD}[targets.t]\nname = 'T'\n" + "".join(f"{i}. k{i} = 1\n" for i in range(n))
    ),
    "within braces": lambda n: (
        HEAD + "".join(f"[targets.t{i}]\nname = 'T'\ncommitted = {{ weight = 2 }}\n" for i in range(n))
    ),
    "blanks in brackets": lambda n: f"{HEAD}[targets.t]\nname = 'T'\nactual[{' ' * 10 * n}x = 3\n",
    "blanks in braces": lambda n: (
        f"{HEAD}[targets.t]\nname = 'T'\nactual = {{{' ' * n}x{' ' * n}, H1 = 3-3 }}\n"
    ),
    "signs behind a number": lambda n: f"{HEAD}[targets.t]\nname = 'T'\ngoal = \"1{',' * 10 * n}x\"\n",
    "blanks before a limit": lambda n: f"{HEAD}[targets.t]\nname = 'T'\ngoal = \"5{' ' * 10 * n}x\"\n",
    "given twice": lambda n: HEAD + "".join(f"[targets.t{i}]\nname = 'T'\nname = 'U'\n" for i in range(n)),
}


def seconds(text: str) -> float:
    gc.disable()  # it would look through whatever the other tests left
    start = process_time()
    with pytest.raises(PlanError):
        load_version("plan.toml", text.encode())
    taken = process_time() - start
    gc.enable()
    return taken


@pytest.mark.parametrize("kind", MANY)
def test_the_time_to_tell_them_grows_with_their_number(kind: str) -> None:
    seconds(MANY[kind](50))
    few = seconds(MANY[kind](250))  # before the many, of which words are remembered
    # were it to grow with the square, eight times as many would take up to 64 times as long
    assert seconds(MANY[kind](2_000)) < 16 * max(few, 0.005)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("command", ["validate", "status", "check", "export"])
def test_the_first_hundred_are_told_and_how_many_more_there_are(
    run: Run, plan: Write, command: str, language: str
) -> None:
    text = MANY["wrong types"](TOLD_AT_ONCE + 23).removeprefix(HEAD)
    done = run(command, "-f", plan(text), "--lang", language)
    assert (done.code, done.out) == (2, "")
    label, more = (("error: ", "… and 23 more, which are not shown"), ("错误：", "……另有23个，未列出"))[
        language == "zh"
    ]
    assert done.err.count(f"\n{label}") + done.err.startswith(label) == TOLD_AT_ONCE
    assert done.err.splitlines()[-1] == more
    assert f"name = {TOLD_AT_ONCE - 1}\n" in done.err
    assert f"name = {TOLD_AT_ONCE}\n" not in done.err


def test_a_hundred_are_told_without_a_word_of_more(run: Run, plan: Write) -> None:
    text = MANY["wrong types"](TOLD_AT_ONCE).removeprefix(HEAD)
    done = run("validate", "-f", plan(text))
    assert done.err.count("error: ") == TOLD_AT_ONCE
    assert "more" not in done.err


@pytest.mark.parametrize("form", ["json", "github", "gitlab", "junit", "markdown"])
def test_check_tells_no_more_in_any_format_and_the_number_of_all(run: Run, plan: Write, form: str) -> None:
    text = MANY["wrong types"](TOLD_AT_ONCE + 23).removeprefix(HEAD)
    done = run("check", "-f", plan(text), "--format", form)
    assert done.out.count("must be text in quotes") in (TOLD_AT_ONCE, 2 * TOLD_AT_ONCE)
    assert "… and 23 more, which are not shown" in done.out


def test_very_many_warnings_are_counted_too(run: Run, plan: Write) -> None:
    falling = "".join(f"[targets.t{i}]\nname = 'T'\nactual = {{ Q1 = 4, H1 = 3 }}\n" for i in range(150))
    done = run("validate", "-f", plan(falling))
    assert done.code == 0
    assert done.err.count("warning: ") == TOLD_AT_ONCE
    assert "… and 50 more, which are not shown\n" in done.err


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "junit", "sarif", "markdown"])
def test_the_error_that_forbids_judging_is_told_below_very_many_warnings(
    run: Run, plan: Write, form: str
) -> None:
    falling = "".join(f"[targets.t{i}]\nname = 'T'\nactual = {{ Q1 = 4, H1 = 3 }}\n" for i in range(150))
    done = run("check", "-f", plan(f"{falling}[targets.z]\nname = 7\n"), "--format", form)
    assert done.code == 2
    assert "must be text in quotes" in done.out + done.err
    assert "… and 51 more, which are not shown" in done.out + done.err
    with pytest.raises(PlanError, match="must be text in quotes"):
        load_version("plan.toml", f"{HEAD}{falling}[targets.z]\nname = 7\n".encode())


LONG = "x" * 100_000


@pytest.mark.parametrize(
    "keys",
    [
        f"{LONG} = 1",
        f'"{LONG}" = {{ name = "x" }}',
        f'goal = "{LONG}"',
        f'goal = "5{LONG}"',
        f'kind = "{LONG}"',
        f'pace = "{LONG}"',
        f'actual = "{LONG}"',
        f"actual = {{ {LONG} = 1 }}",
        f"actual = {{ {LONG} = -1 }}",
        f'stated = "{LONG}"',
        f'stated = {{ H1 = "{LONG}" }}',
        f'stated = {{ {LONG} = "5%" }}',
        f'parts = {{ {LONG} = {{ stated = {{ H1 = "x" }}, gaol = 1 }} }}',
        f'committed = {{ "{LONG}" = -1 }}',
        f'owner = "\\u202e{LONG}"',
        f'goal = "{LONG}',
        f"goal = {LONG}",
        f"goal = 1{'0' * 3000},5",
        f'goal = "a" {LONG}',
        f"note = {LONG} = 5",
        f"{LONG}目 = 5",
        f"goal = 4\n[targets.{LONG}目]",
        f"name = '{LONG}'\nname = 5\n{LONG} = 1\n{LONG} = 2",
    ],
    ids=lambda keys: keys.replace(LONG, "LONG")[:40],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_very_long_value_is_cut(run: Run, plan: Write, keys: str, language: str) -> None:
    done = run("validate", "-f", plan(f'[targets.a]\nname = "A"\n{keys}\n'), "--lang", language)
    assert done.code == 2
    assert LONG[:LONGEST_QUOTED] not in done.err
    assert max(map(len, done.err.splitlines())) < 3 * LONGEST_QUOTED


def test_a_very_long_id_is_cut_where_a_machine_reads_it(run: Run, plan: Write) -> None:
    done = run("check", "-f", plan(f"[targets.{LONG}]\nname = 5\n"), "--format", "json")
    assert done.code == 2
    assert LONG[: LONGEST_QUOTED + 1] not in done.out


@pytest.mark.parametrize("letter", ["\\u0007", "\\u001b", "\\u202e", "\\u2028", "\\u0085"])
@pytest.mark.parametrize(
    "keys",
    [
        'stated = "{}"',
        'goal = "5{}"',
        '"{}" = {{ x = 1 }}',
        'parts = {{ "{}" = {{ weight = 1 }} }}',
        'pace = "{}x"',
    ],
)
def test_no_character_that_disturbs_a_terminal_is_printed(
    run: Run, plan: Write, keys: str, letter: str
) -> None:
    done = run("validate", "-f", plan(f'[targets.a]\nname = "A"\n{keys.format(letter)}\n'))
    assert done.code == 2
    assert done.err.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    "number", ["1e99999999999999999999", "-1E-99999999999999999999", "1e999999999", "1e100"]
)
@pytest.mark.parametrize(
    "text",
    [
        '[targets.a]\nname = "A"\ngoal = {}\n',
        '[targets.a]\nname = "A"\nactual = {{ H1 = {} }}\n',
        '[targets.a]\nname = "A"\nnote = {}\n',
        '[targets.a]\nname = "A"\n目标值 = {}\n',
        '[targets.a]\nname = "A"\ngoal：{}\n',
        'tolerance = {}\n[targets.a]\nname = "A"\n',
        'as_of = {}\n[targets.a]\nname = "A"\n',
    ],
)
def test_a_monstrous_exponent_is_one_short_fault_with_its_line(text: str, number: str) -> None:
    plan, (problem,) = parse('[plan]\ntitle = "P"\nyear = 2024\n' + text.format(number))
    assert plan is None
    assert problem.path or problem.span
    assert len(problem.message.text(Language.EN)) < 300


@pytest.mark.parametrize("value", ["{a}", "[a]", "(a)", "{a},", "{a=", "{[("])
def test_many_brackets_that_are_no_table_are_told_as_one_fault(run: Run, plan: Write, value: str) -> None:
    done = run("validate", "-f", plan(f'[targets.a]\nname = "A"\nparts = {value * 2000}\n'))
    assert done.code == 2
    assert done.err.startswith("error: ")


@pytest.mark.parametrize("slip", ["", "H1 190\n"])
@pytest.mark.parametrize("depth", [320, 900])
@pytest.mark.parametrize("form", ["{keys} = 1", "[{keys}]\nx = 1", "note = {braces}"])
def test_a_key_of_very_many_parts_is_a_fault_of_the_plan(
    run: Run, plan: Write, form: str, depth: int, slip: str
) -> None:
    deep = form.format(keys=".".join("b" * depth), braces="{b=" * depth + "1" + "}" * depth)
    outcome = run("status", "-f", plan(f"{HEAD}[targets.t]\nname = 'T'\n{slip}{deep}\n"))
    assert outcome.code == 2
    assert outcome.err.startswith("error: ")
