"""`status` as it stands in terminals of many widths, in two languages, in ASCII, and in a pipe."""

import re

import pytest
from rich.style import Style

from kit.program import EXAMPLES, Run, Write, as_terminal
from kit.snapshot import same_as_snapshot
from plan_tracker.formats.terminal.screen import COLORS
from plan_tracker.language import Language

WIDTHS = (200, 120, 100, 80, 60, 40)
ENDS = """
[targets.a]
name = "A"
goal = 4
actual = { H1 = 1 }
owner = "X"
[targets.b]
name = "B"
goal = 4
actual = { H1 = 1 }
owner = "X"
"""


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("plan", [path.stem for path in EXAMPLES])
def test_every_width(run: Run, monkeypatch: pytest.MonkeyPatch, plan: str, language: Language) -> None:
    file = next(path for path in EXAMPLES if path.stem == plan)
    shown = []
    for width in WIDTHS:
        as_terminal(monkeypatch, width)
        out = run("status", "-f", str(file), "--lang", language.value, "--color", "never").out
        shown.append(f"{'=' * width}\n{out}")
    assert same_as_snapshot(f"status/{plan}.{language.value}.txt", "\n".join(shown))


def test_ascii_and_a_pipe(run: Run) -> None:
    call = ("status", "-f", str(EXAMPLES[0]), "--lang", "zh")
    assert same_as_snapshot("status/targets.pipe.txt", run(*call).out)
    assert same_as_snapshot("status/targets.ascii.txt", run(*call, "--ascii").out)


def test_a_due_date_is_shown_only_where_it_is_not_the_end_of_the_plan(run: Run, plan: Write) -> None:
    assert "due" not in run("status", "-f", plan(ENDS)).out
    other = run("status", "-f", plan(ENDS + "due = 2024-09-30\n")).out
    assert other.count("2024-09-30") == 1
    assert "2024-12-31" not in other


def test_what_sums_up_an_owner_is_in_ascii_too(run: Run, plan: Write) -> None:
    """Only the plan's own words may have other letters: here they have none."""
    file = plan('[plan]\ntitle = "Plan"\nyear = 2024\n' + ENDS)
    shown = run("status", "-f", file, "--group-by", "owner", "--ascii", "--lang", "en").out
    assert shown.splitlines()[-1] == "X - 2 behind - not on pace: A, B - mean completion 25.0% (of 2)"
    assert shown.isascii()


def test_an_owner_is_not_repeated_under_its_heading(run: Run, plan: Write) -> None:
    lines = run("status", "-f", plan(ENDS), "--group-by", "owner").out.splitlines()
    assert [line for line in lines if line.startswith("X")] == [
        "X",
        "X · 2 behind · not on pace: A, B · mean completion 25.0% (of 2)",
    ]


def test_further_lines_of_a_name_are_set_in_and_balanced(
    run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_terminal(monkeypatch, 40)
    names = '\nname = "蒙西托克托外送风光项目并网工程"\ngoal = 4\nactual = { H1 = 1 }\ngroup = '
    out = run(
        "status", "-f", plan(f'[targets.a]{names}"甲"\n[targets.b]{names}"乙"\n'), "--color", "never"
    ).out
    lines = [line[:20].strip() for line in out.splitlines()]
    assert "蒙西托克托外送风" in " ".join(lines)
    assert "  光项目并网工程" in out.splitlines()


# --- more rows than anybody reads


def many(number: int) -> str:
    """Targets of which each is a little better than the one before; the last is the worst of all."""
    rows = [(n, 20 + n / 100) for n in range(number)] + [(number, 1)]
    return "".join(
        f'[targets.t{n}]\nname = "T{n}"\ngroup = "G{n % 3}"\ngoal = 100\nactual = {{ H1 = {actual} }}\n'
        for n, actual in rows
    )


def names(out: str) -> list[str]:
    return re.findall(r"^ *(?:└ )?(T\d+)\b", out, re.MULTILINE)


def test_a_terminal_gets_the_worst_rows_and_a_pipe_all(
    run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = plan(many(250))
    assert names(run("status", "-f", file).out) == [f"T{n}" for g in range(3) for n in range(g, 251, 3)]
    as_terminal(monkeypatch, 100)
    out = run("status", "-f", file, "--color", "never").out
    assert names(out) == [
        *("T250", *(f"T{n}" for n in range(1, 199, 3))),  # the worst, and so its heading, stands first
        *(f"T{n}" for g in (0, 2) for n in range(g, 199, 3)),
    ]
    assert len(names(out)) == 200
    assert out.splitlines()[1].startswith("251 targets · 251 behind · ")
    assert out.splitlines()[-1] == "51 more rows, less urgent: --all shows them"
    every = run("status", "-f", file, "--color", "never", "--all").out
    assert len(names(every)) == 251
    assert "--all" not in every


def test_200_rows_are_not_too_many(run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    as_terminal(monkeypatch, 100)
    out = run("status", "-f", plan(many(199)), "--color", "never").out
    assert names(out) == [f"T{n}" for g in range(3) for n in range(g, 200, 3)]  # as in the file
    assert "--all" not in out


def test_an_order_asked_for_is_kept_where_rows_are_left_out(
    run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = '[targets.x]\nname = "T999"\ngroup = "G0"\ngoal = 1\nactual = { H1 = 0 }\ndue = 2024-03-31\n'
    file = plan(many(250) + done)
    as_terminal(monkeypatch, 100)
    call = ("status", "-f", file, "--color", "never")
    assert names(run(*call).out)[0] == "T999"
    assert names(run(*call, "--sort", "rate", "--only", "behind").out)[0] == "T250"


def test_a_lagging_part_brings_its_target_to_the_front_and_counts_as_rows(
    run: Run, plan: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = "".join(
        f"T{n} = {{ goal = 10, actual = {{ H1 = {0 if n == 1007 else 9} }} }}\n" for n in range(1000, 1010)
    )
    file = plan(
        many(250)
        + '[targets.w]\nname = "T2000"\ngroup = "G2"\ngoal = 100\nactual = { H1 = 81 }\n[targets.w.parts]\n'
        + parts
    )
    as_terminal(monkeypatch, 100)
    shown = names(run("status", "-f", file, "--color", "never").out)
    assert shown[:11] == ["T2000", *(f"T{n}" for n in range(1000, 1010))]
    assert len(shown) == 200


# --- light and dark


def luminance(red: int, green: int, blue: int) -> float:
    """Of a colour, as WCAG 2 defines it."""
    shares = (value / 255 for value in (red, green, blue))
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("background", [(255, 255, 255), (0, 0, 0), (30, 30, 30)])
@pytest.mark.parametrize("words", [words for words in COLORS.values() if words])
def test_a_colour_can_be_read_on_white_and_on_black(words: str, background: tuple[int, int, int]) -> None:
    color = Style.parse(words).color
    assert color
    assert color.number
    assert color.number >= 16  # a terminal draws the first 16 as it likes
    low, high = sorted((luminance(*color.get_truecolor()), luminance(*background)))
    assert (high + 0.05) / (low + 0.05) > 3.5
