"""Help and what is said of wrong usage, in the language of the user; every example runs."""

import re
import shlex
from pathlib import Path
from shutil import copytree

import pytest
from rich.cells import cell_len
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from kit.checkout import git
from kit.program import EXAMPLE, Run, Write
from plan_tracker.cli.app import COMMANDS, application, command
from plan_tracker.cli.help import said_of
from plan_tracker.language import Language, Phrase
from plan_tracker.wording import help as words
from plan_tracker.wording.parameters import PARAMETERS

CHINESE = re.compile("[\u4e00-\u9fff]")
NAMES = {
    *(
        "plan",
        "tracker",
        "toml",
        "projects",
        "targets",
        "en",
        "zh",
        "auto",
        "as_of",
        "git",
        "goal",
        "docx",
        "pdf",
    ),
    *(
        "csv",
        "json",
        "xlsx",
        "html",
        "markdown",
        "word",
        "excel",
        "ascii",
        "ods",
        "xls",
        "xlsb",
        "table",
        "text",
        "schema",
    ),
    *(
        "github",
        "gitlab",
        "junit",
        "sarif",
        "badge",
        "always",
        "never",
        "utf",
        "record",
        "from",
        "feed",
        "database",
    ),
    *("bash", "zsh", "fish", "shell", "json", "csv", "rev", "of", "pp", "targets", "plan_tracker"),
    *COMMANDS,
}


@pytest.mark.parametrize("language", Language)
def test_the_overview_shows_each_command_whole_on_one_line_below_its_heading(
    run: Run, language: Language
) -> None:
    lines = run("--help", "--lang", language).out.splitlines()
    assert max(map(cell_len, lines)) <= 80
    heading, found = "", []
    for line in lines:
        if line and not line.startswith(" "):
            heading = line
        elif line.split()[:1] and line.split()[0] in COMMANDS:
            name, about = line.split(maxsplit=1)
            found.append((name, about, heading))
    assert found == [
        (name, known.about.text(language), known.panel.text(language))
        for name, known in words.COMMANDS.items()
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_says_what_its_docstring_does(name: str) -> None:
    assert command(name).__doc__ == words.COMMANDS[name].about.en


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_chinese_help_has_no_english_in_it(run: Run, name: str) -> None:
    out = run(*([name] if name else []), "--help", "--lang", "zh").out.partition("\n示例")[0]
    bare = re.sub(r"--[\w-]+|\$\w+|<[^>]*>|\S+\.(toml|csv|txt)|git:\S+|\d\S*", " ", out)
    assert set(re.findall(r"[a-z_]{2,}", bare.lower())) <= {each.lower() for each in NAMES}
    assert all(CHINESE.search(line) for line in out.splitlines() if line.startswith(("用", "选", "参")))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", COMMANDS)
def test_no_line_of_help_is_wider_than_the_terminal(
    run: Run, name: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    for width in (20, 24, 40, 60, 80, 120):
        monkeypatch.setenv("COLUMNS", str(width))
        told = run(name, "--help", "--lang", language).out.partition(words.EXAMPLES.text(language))[0]
        assert max(map(cell_len, told.splitlines())) <= width
        options = told.partition(f"\n{words.OPTIONS.text(language)}\n")[2].splitlines()
        assert options
        assert all(line.startswith("  ") for line in options if line), "broken once more by who prints it"


def test_every_parameter_has_words_and_no_words_are_left_over() -> None:
    used, wordless = {"--help"}, []
    for name, loaded in (("", application()), *application().commands.items()):
        assert isinstance(loaded, TyperCommand | TyperGroup)
        for param in loaded.params:
            assert isinstance(param, TyperArgument | TyperOption)
            key = (
                (param.metavar or "").strip("[].")
                if param.param_type_name == "argument"
                else max(param.opts, key=len)
            )
            known = next((each for each in (f"{name} {key}", key) if each in PARAMETERS), None)
            if known is None:
                wordless.append(f"{name} {key}")
            else:
                used.add(known)
                assert said_of(param, loaded, Language.ZH).startswith(PARAMETERS[known].zh.rstrip("。"))
    assert wordless == [], "give them words in wording/parameters.py"
    assert set(PARAMETERS) <= used


# --- examples


def examples() -> list[str]:
    every = [each for known in words.COMMANDS.values() for each in known.examples]
    return list(dict.fromkeys(each.text(language) for each in every for language in Language))


@pytest.fixture(scope="module")
def _desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    text = EXAMPLE.read_text(encoding="utf-8")
    (folder / "targets.toml").write_text(text, encoding="utf-8")
    (folder / "old.toml").write_text(text.replace("goal = 400", "goal = 410"), encoding="utf-8")
    (folder / "figures.csv").write_text("id,actual\nprojects,395\n", encoding="utf-8")
    (folder / "table.csv").write_text("指标,单位,目标值,完成值\n引进项目,个,400,190\n", encoding="utf-8")
    (folder / "report.txt").write_text("引进亿元以上项目190个，完成年度任务目标的47.5%。\n", encoding="utf-8")
    git(folder, "init", "-q", "--template=")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "1")
    git(folder, "commit", "-qm", "2", "--allow-empty")
    return folder


@pytest.fixture
def desk(_desk: Path) -> Path:
    """The folder of a user who has a plan under git, a table, a report and an older plan."""
    copytree(_desk, Path.cwd(), dirs_exist_ok=True)
    return Path.cwd()


@pytest.mark.parametrize("example", examples())
@pytest.mark.usefixtures("desk")
def test_an_example_of_the_help_runs(run: Run, example: str) -> None:
    program, *arguments = shlex.split(example.replace(">>", ">").partition(" > ")[0])
    if arguments[0] == "init":
        Path("targets.toml").unlink()
    assert program == "plan-tracker"
    done = run(*arguments)
    assert done.code in ({0, 1} if arguments[0] in {"check", "audit", "compare"} else {0}), done.err


def test_each_command_has_two_or_three_examples_and_those_that_refuse_tell_their_exit_codes() -> None:
    assert {len(known.examples) for known in words.COMMANDS.values()} <= {2, 3}
    refusing = {
        name
        for name, known in words.COMMANDS.items()
        if any(each.en.startswith("1 ") for each in known.exits)
    }
    assert refusing == {"check", "audit", "compare"}


# --- the language


@pytest.mark.parametrize(
    ("variables", "arguments", "is_chinese"),
    [
        ({}, [], False),
        ({}, ["--lang", "zh"], True),
        ({}, ["--lang=zh"], True),
        ({"PLAN_TRACKER_LANG": "zh_CN.UTF-8"}, [], True),
        ({"PLAN_TRACKER_LANG": "zh"}, ["--lang", "en"], False),
        ({"LANG": "zh_CN.UTF-8"}, [], True),
        ({"LC_ALL": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"}, [], True),
        ({"LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, [], False),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "en_US"}, [], False),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, [], True),
        ({"LANG": "C", "LANGUAGE": "zh_CN"}, [], False),
        ({"LANG": "zh_CN.UTF-8", "PLAN_TRACKER_LANG": "en"}, [], False),
    ],
)
def test_help_and_usage_errors_speak_as_asked_else_as_the_machine_does(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    arguments: list[str],
    *,
    is_chinese: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    calls = (["--help"], ["status", "--help"], ["status", "--nonsense"], ["record"], ["status"])
    for call in calls:
        for placed in ([*arguments, *call], [*call, *arguments]):
            done = run(*placed)
            assert bool(CHINESE.search((done.out + done.err).partition("projects")[0])) == is_chinese, placed


def test_the_file_may_stand_before_the_command(run: Run, plan: Write) -> None:
    file = plan('[targets.a]\nname = "A"\ngoal = 10\nactual = { H1 = 4 }\n')
    for name in ("status", "check", "outlook", "export", "validate"):
        assert run("-f", file, name) == run(name, "-f", file)
        assert run("--lang", "zh", "-f", file, name) == run(name, "-f", file, "--lang", "zh")
    assert run("-f", file, "show", "a", "--lang", "zh") == run("show", "a", "-f", file, "--lang", "zh")
    assert run("-f", "gone.toml", "status", "-f", file) == run("status", "-f", file)
    assert (
        run("-f", file, "schema", "--lang", "zh").err
        == "错误：没有选项 `-f`\n提示：请去掉该选项：此命令不需要计划文件\n"
    )


# --- wrong usage


@pytest.mark.parametrize(
    ("call", "english", "chinese"),
    [
        ("nonsense", "there is no command `nonsense`", "没有命令 `nonsense`"),
        ("nonsense", "commands: status, show, outlook", "可用的命令：status、show、outlook"),
        ("chekc", "did you mean `check`?", "是否应为 `check`？"),
        (
            "targets.toml",
            "plan-tracker status -f targets.toml",
            "计划文件用 -f 指明：plan-tracker status -f targets.toml",
        ),
        ("status --nonsense", "there is no option `--nonsense`", "没有选项 `--nonsense`"),
        ("status --nonsense", "see plan-tracker status --help", "用法见 plan-tracker status --help"),
        ("status --onyl 滞后", "did you mean `--only`?", "是否应为 `--only`？"),
        ("record a --period Q3 5", "see plan-tracker record --help", "用法见 plan-tracker record --help"),
        ("record a --period Q3 5", "there is no option `--period`", "没有选项 `--period`"),
        ("compare --old x.toml", "see plan-tracker compare --help", "用法见 plan-tracker compare --help"),
        ("check --quiet", "see plan-tracker check --help", "用法见 plan-tracker check --help"),
        ("check --fail behind", "did you mean `--fail-on`?", "是否应为 `--fail-on`？"),
        ("status --json", "write --format json", "请写 --format json"),
        ("export --csv", "write --format csv", "请写 --format csv"),
        ("check --junit", "write --format junit", "请写 --format junit"),
        ("status -o report.html", "plan-tracker export -o report.html", "写入文件请用 export"),
        ("outlook --output report.html", "plan-tracker export -o report.html", "写入文件请用 export"),
        ("help", "write plan-tracker --help", "请写 plan-tracker --help"),
        ("version", "write plan-tracker --version", "请写 plan-tracker --version"),
        ("--nonsense", "there is no option `--nonsense`", "没有选项 `--nonsense`"),
        ("show", "ID is missing", "缺少参数：指标"),
        ("import", "TABLE is missing", "缺少参数：表格"),
        ("status --only", "`--only` needs a value", "选项 `--only` 后面缺少值"),
        ("status --all=3", "`--all` takes no value", "选项 `--all` 后面不带值"),
        (
            "status --format xml",
            "--format: `xml` is not one of: table, json, markdown",
            "--format：无法识别 `xml`，可用的有：table、json、markdown",
        ),
        (
            "completion csh",
            "error: `csh` is not one of: bash, zsh, fish",
            "错误：无法识别 `csh`，可用的有：bash、zsh、fish",
        ),
        ("status --format jsn", "did you mean `json`?", "是否应为 `json`？"),
        ("check --format xunit", "did you mean `junit`?", "是否应为 `junit`？"),
        (
            "init --year abc",
            "--year: `abc` is not a whole number from 1900 to 2999",
            "--year：`abc` 不是1900至2999的整数",
        ),
        ("init --year 99", "--year: `99` is not a whole number", "--year：`99` 不是1900至2999的整数"),
        (
            "status targets.toml",
            "plan-tracker status -f targets.toml",
            "计划文件用 -f 指明：plan-tracker status -f targets.toml",
        ),
        (
            "export report.html",
            "plan-tracker export -o report.html",
            "要写入的文件用 -o 指明：plan-tracker export -o report.html",
        ),
        ("export 进展.xlsx", "plan-tracker export -o 进展.xlsx", "plan-tracker export -o 进展.xlsx"),
        ("status -f a --file b", "`--file` is given twice", "选项 `--file` 重复"),
        ("status -f a -f b", '--file "counties/*.toml"', '或加引号的通配符：--file "counties/*.toml"'),
        (  # as a shell writes out c/*.toml
            "status -f c/a.toml c/b.toml c/d.toml",
            'by a pattern in quotes: -f "counties/*.toml"',
            '或加引号的通配符：-f "counties/*.toml"',
        ),
        ("check .", "plan-tracker check -f .", "计划文件用 -f 指明：plan-tracker check -f ."),
        ("record x H1 3 -f a.toml -f b.toml", "give `--file` once", "请只写一个 `--file`"),
        ("check --only behind --fail-on a --fail-on b", "there is no option", "没有选项 `--only`"),
        ("check --fail-on a --fail-on b", "--fail-on behind,missed", "多个词请用逗号分隔：--fail-on"),
        ("status --sort rate --sort=lead", "`--sort` is given twice", "选项 `--sort` 重复"),
        ("record --from a.csv H1 --from b.csv", "`--from` is given twice", "选项 `--from` 重复"),
        ("status a b", "status takes no further argument: `a b`", "status 后面多出了 `a b`"),
        ("show a b", "show takes no further argument: `b`", "show 后面多出了 `b`"),
        (
            "status --only behind, missed",
            'hint: write its words as one, in PowerShell between quotes: --only "behind,missed"',
            '提示：请连成一个词写（在 PowerShell 中须加引号）：--only "behind,missed"',
        ),
        (
            "status --only behind , missed",
            'in PowerShell between quotes: --only "behind,missed"',
            '在 PowerShell 中须加引号）：--only "behind,missed"',
        ),
        (  # as PowerShell gives them
            "check --fail-on behind missed slipping --strict",
            'quotes: --fail-on "behind,missed,slipping"',
            '加引号）：--fail-on "behind,missed,slipping"',
        ),
        ("status a --only behind", "see plan-tracker status --help", "用法见 plan-tracker status --help"),
        (
            "record a 上半年",
            "say which figure: record ID PERIOD VALUE",
            "请写明要登记的数据：record 指标 报告期 数值",
        ),
        ("check --max-lag 2", "write --max-lag 2pp", "请写 --max-lag 2pp"),
        ("check --max-lag 2,5%", "write --max-lag 2.5pp", "请写 --max-lag 2.5pp"),
        ("check --max-lag 0.05", "write --max-lag …pp", "请写 --max-lag …pp"),
        ("check --min-completion 50", "write --min-completion 50%", "请写 --min-completion 50%"),
        ("check --min-completion 0.5", "write --min-completion 50%", "请写 --min-completion 50%"),
        (
            "status --no-parts --only behind --parts",
            "`--parts` and `--no-parts` contradict each other",
            "`--parts` 与 `--no-parts` 相互矛盾",
        ),
        (
            "import t.csv -f a.toml",
            "-o: plan-tracker import TABLE -o targets.toml",
            "用 -o 指明：plan-tracker import 表格",
        ),
        (
            "-f a.toml import t.csv",
            "hint: name the plan to write with -o",
            "提示：要写入的计划文件用 -o 指明",
        ),
        (
            "schema --file a.toml",
            "hint: leave it out: no plan is needed",
            "提示：请去掉该选项：此命令不需要计划文件",
        ),
        ("-f a.toml completion bash", "leave it out: no plan is needed", "此命令不需要计划文件"),
        ("outlook --parts --no-parts", "hint: give one of the two", "提示：请只写其中一个"),
        (
            "status --group-by owner --format json",
            "--group-by is for tables, not for json",
            "--group-by 用于表格和 markdown，不用于 json",
        ),
    ],
)
def test_wrong_usage_is_told_in_the_language_of_the_user_with_what_to_do(
    run: Run, monkeypatch: pytest.MonkeyPatch, call: str, english: str, chinese: str
) -> None:
    if "check --m" in call or "group-by" in call:
        monkeypatch.setenv("PLAN_TRACKER_FILE", str(EXAMPLE))
    for language, text in (("en", english), ("zh", chinese)):
        monkeypatch.setenv("PLAN_TRACKER_LANG", language)
        done = run(*shlex.split(call))
        assert (done.code, done.out) == (2, "")
        assert text in done.err
        assert bool(CHINESE.search(done.err.replace("滞后", "").replace("进展", ""))) == (language == "zh")


@pytest.mark.parametrize(
    "call",
    [
        "--lang en status --lang zh",
        "status --color never --color=always",
        "status --parts --no-parts",
        "check -o json=- -o text=out.txt",
    ],
)
def test_what_loses_nothing_may_be_given_twice(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, call: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PLAN_TRACKER_FILE", str(EXAMPLE))
    assert "twice" not in run(*shlex.split(call)).err


def test_hostile_words_are_shown_escaped_and_cut(run: Run) -> None:
    err = run("status", "\x1b[31m" + "x" * 1000).err
    assert "\\x1b" in err or "\\u001b" in err
    assert "\x1b" not in err
    assert len(err) < 600


def test_no_line_begins_with_punctuation(run: Run) -> None:
    for name in COMMANDS:
        for line in run(name, "--help", "--lang", "zh").out.splitlines():
            assert not re.match(r"\s*[，。、；：）]", line), line


def phrases() -> list[Phrase]:
    return [*PARAMETERS.values(), *(known.about for known in words.COMMANDS.values())]


@pytest.mark.parametrize("phrase", phrases(), ids=lambda phrase: phrase.en)
def test_what_is_said_of_a_parameter_is_a_sentence_in_both_languages(phrase: Phrase) -> None:
    assert CHINESE.search(phrase.zh)
    assert not CHINESE.search(phrase.en.replace("新城区", ""))


@pytest.mark.parametrize("name", ["import TABLE", "--from"])
def test_help_names_every_kind_of_table_that_is_read(name: str) -> None:
    for said in (PARAMETERS[name].en, PARAMETERS[name].zh):
        assert re.findall("[A-Z]{3,4}", said)[:5] == ["CSV", "XLSX", "XLS", "XLSB", "ODS"]


def test_without_a_command_the_overview_is_printed_and_nothing_is_judged(run: Run) -> None:
    bare, asked = run(), run("--help")
    assert (bare.code, bare.out) == (2, asked.out)
    assert "status" in asked.out


@pytest.mark.parametrize("text", ["cn", "中文", "deutsch"])
def test_a_language_of_the_environment_that_is_none_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("PLAN_TRACKER_LANG", text)
    done = run("schema")
    assert done.code == 0
    assert done.err == f"warning: PLAN_TRACKER_LANG is `{text}`, which is no language: write en or zh\n"


@pytest.mark.parametrize("text", ["", " ", "zh_CN.UTF-8", " ZH", "en-GB"])
def test_a_language_of_the_environment_is_known_by_its_beginning(
    run: Run, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("PLAN_TRACKER_LANG", text)
    done = run("schema")
    assert (done.code, done.err) == (0, "")
    assert ("plan.schema.zh.json" in done.out) == ("zh" in text.lower())
