"""What `--help` says of each command: its purpose, examples and exit codes."""

from typing import NamedTuple

from plan_tracker.language import Phrase, literally


class CommandHelp(NamedTuple):
    """A command's purpose in at most 66 cells, its panel, examples that run, and its exit codes' meaning."""

    about: Phrase
    panel: Phrase
    examples: tuple[Phrase, ...]
    exits: tuple[Phrase, ...] = ()


ABOUT = Phrase(
    "Shows how much of each goal of a yearly plan is done, whether that is on pace, and what is behind.",
    "年度计划执行情况：各项指标完成多少、是否达到序时进度、哪些滞后。",
)
USAGE = Phrase("Usage: ", "用法：")
ARGUMENTS = Phrase("Arguments", "参数")
OPTIONS = Phrase("Options", "选项")
EXAMPLES = Phrase("Examples", "示例")
EXIT_CODES = Phrase("Exit codes", "退出码")
OPTIONS_THERE = Phrase("[OPTIONS]", "[选项]")
COMMAND_THERE = Phrase("COMMAND …", "命令 …")
DEFAULT = Phrase("default: {value}", "默认：{value}")
REQUIRED = Phrase("required", "必填")
WITH_CHOICES = Phrase("{text}: {choices}.", "{text}：{choices}。")
IN_BRACKETS = Phrase("{text} [{more}]", "{text}（{more}）")

_EVERYDAY = Phrase("Everyday", "日常使用")
_FILE = Phrase("The plan file", "计划文件")
_CI = Phrase("Continuous integration", "检查与核对")

_ALL_WELL = Phrase("0  nothing fails", "0  通过")
_UNJUDGED = Phrase("2  wrong usage, or a plan that cannot be judged", "2  用法有误，或计划无法评价")
_NOT_WRITTEN = Phrase(
    "2  a goal or figure was not understood: nothing is written", "2  有目标值或数值无法识别，未写入任何内容"
)
_WRITTEN = Phrase("0  written, or already there", "0  已写入，或原值相同、无需改动")

COMMANDS: dict[str, CommandHelp] = {
    "status": CommandHelp(
        about=Phrase(
            "Show every target: goal, actual, rate against pace, lead, status.",
            "列出全部指标：目标值、完成值、完成率、超前或滞后、状态",
        ),
        panel=_EVERYDAY,
        examples=(
            literally("plan-tracker status"),
            Phrase("plan-tracker status --only behind,missed", "plan-tracker status --only 滞后、未完成"),
            Phrase(
                "plan-tracker status --as-of Q1 --group-by owner",
                "plan-tracker status --as-of 一季度 --group-by 责任单位",
            ),
        ),
    ),
    "show": CommandHelp(
        about=Phrase(
            "Show one target in full: figures, rule, periods, outlook, parts.",
            "查看单项指标：数据、评价依据、各期数据、后续任务、任务分解",
        ),
        panel=_EVERYDAY,
        examples=(
            literally("plan-tracker show projects"),
            literally("plan-tracker show 引进亿元以上项目"),
            Phrase("plan-tracker show projects --as-of H1", "plan-tracker show projects --as-of 上半年"),
        ),
    ),
    "outlook": CommandHelp(
        about=Phrase(
            "Show what remains of each goal, and how fast it must be done.",
            "查看后续任务：还差多少，剩余时间须以多快的速度完成",
        ),
        panel=_EVERYDAY,
        examples=(
            literally("plan-tracker outlook"),
            Phrase("plan-tracker outlook --as-of H1 --parts", "plan-tracker outlook --as-of 上半年 --parts"),
        ),
    ),
    "record": CommandHelp(
        about=Phrase(
            "Write one actual into the plan, or many from a table or database.",
            "登记完成值：单个登记，或从表格、数据库批量登记",
        ),
        panel=_EVERYDAY,
        examples=(
            Phrase("plan-tracker record projects FY 395", "plan-tracker record 引进亿元以上项目 全年 395"),
            Phrase(
                "plan-tracker record projects H1 192 --revise",
                "plan-tracker record projects 上半年 192 --revise",
            ),
            Phrase(
                "plan-tracker record --from figures.csv FY --dry-run",
                "plan-tracker record --from figures.csv 全年 --dry-run",
            ),
        ),
        exits=(_WRITTEN, _NOT_WRITTEN),
    ),
    "export": CommandHelp(
        about=Phrase(
            "Write progress as CSV, JSON, XLSX, HTML, Markdown or Word.",
            "导出进展：CSV、JSON、Excel、网页、Markdown 或 Word",
        ),
        panel=_EVERYDAY,
        examples=(
            literally("plan-tracker export -o progress.xlsx"),
            literally("plan-tracker export -o report.html"),
            literally("plan-tracker export --excel -o progress.csv"),
        ),
    ),
    "init": CommandHelp(
        about=Phrase(
            "Write a commented starter plan, or next year's plan from this one.",
            "新建带注释的计划文件，或由本年计划生成下一年计划",
        ),
        panel=_FILE,
        examples=(
            literally("plan-tracker init --year 2026"),
            literally("plan-tracker init --from old.toml"),
            literally("plan-tracker init --from old.toml --growth 8% -f plan-2025.toml"),
        ),
    ),
    "import": CommandHelp(
        about=Phrase(
            "Make a plan from a table with names, units, goals and actuals.",
            "由表格（名称、单位、目标值、完成值）生成计划文件",
        ),
        panel=_FILE,
        examples=(
            Phrase(
                "plan-tracker import table.csv --year 2024 --period H1 -o plan.toml",
                "plan-tracker import table.csv --year 2024 --period 上半年 -o plan.toml",
            ),
            Phrase(
                "plan-tracker import table.csv --year 2024 --period H1 --dry-run",
                "plan-tracker import table.csv --year 2024 --period 上半年 --dry-run",
            ),
        ),
        exits=(Phrase("0  the plan is written or shown", "0  已写入或显示计划"), _NOT_WRITTEN),
    ),
    "add": CommandHelp(
        about=Phrase(
            "Write one new target into the plan, in its group.", "在计划文件的相应类别中新增一项指标"
        ),
        panel=_FILE,
        examples=(
            Phrase(
                'plan-tracker add "Jobs created" --goal 1200 --owner "Labour office"',
                "plan-tracker add 新建托育机构 --goal 20家 --group 以人民为中心 --owner 卫健委",
            ),
            Phrase(
                "plan-tracker add Unemployment --goal ≤5.5% --kind level --dry-run",
                "plan-tracker add 城镇调查失业率 --goal ≤5.5% --kind 水平值 --dry-run",
            ),
        ),
        exits=(
            Phrase("0  the target is written", "0  已写入"),
            Phrase(
                "2  something is not understood or not valid: nothing is written",
                "2  有内容无法识别或无效，未写入",
            ),
        ),
    ),
    "validate": CommandHelp(
        about=Phrase(
            "List every problem in the plan file, with its place and a hint.",
            "检查计划文件，列出全部问题、所在位置和改法",
        ),
        panel=_FILE,
        examples=(
            literally("plan-tracker validate"),
            literally("plan-tracker validate --strict targets.toml"),
        ),
        exits=(
            Phrase("0  the plan can be judged", "0  计划可以评价"),
            Phrase(
                "2  it cannot; with --strict also if there are warnings",
                "2  无法评价；加 --strict 时，有警告亦同",
            ),
        ),
    ),
    "schema": CommandHelp(
        about=Phrase(
            "Print the JSON Schema of plan files, for editors.", "输出计划文件的 JSON Schema，供编辑器使用"
        ),
        panel=_FILE,
        examples=(
            literally("plan-tracker schema -o plan.schema.json"),
            literally("plan-tracker schema --lang zh -o plan.schema.zh.json"),
        ),
    ),
    "completion": CommandHelp(
        about=Phrase(
            "Print the script that completes commands in bash, zsh or fish.",
            "输出命令行自动补全脚本（bash、zsh 或 fish）",
        ),
        panel=_FILE,
        examples=(
            literally("plan-tracker completion bash >> ~/.bash_completion"),
            literally("plan-tracker completion fish > ~/.config/fish/completions/plan-tracker.fish"),
        ),
    ),
    "check": CommandHelp(
        about=Phrase(
            "Fail (exit code 1) if a target is behind, missed or not reported.",
            "有指标滞后、未完成或未报送时不通过（退出码为1）",
        ),
        panel=_CI,
        examples=(
            literally("plan-tracker check"),
            Phrase(
                "plan-tracker check --fail-on missed --warn-on behind",
                "plan-tracker check --fail-on 未完成 --warn-on 滞后",
            ),
            literally("plan-tracker check --max-lag 5pp -o junit=plan.xml"),
        ),
        exits=(_ALL_WELL, Phrase("1  a target fails", "1  有指标不通过"), _UNJUDGED),
    ),
    "audit": CommandHelp(
        about=Phrase(
            "Compare each stated figure with the data and a report's text.",
            "核对公布值与数据是否一致，并可与报告文本核对",
        ),
        panel=_CI,
        examples=(
            literally("plan-tracker audit"),
            literally("plan-tracker audit --document report.txt"),
        ),
        exits=(
            Phrase("0  every stated figure agrees with the data", "0  公布值均与数据相符"),
            Phrase("1  one does not", "1  有公布值与数据不符"),
            _UNJUDGED,
        ),
    ),
    "compare": CommandHelp(
        about=Phrase(
            "Show what changed since another version of the plan.", "与计划的另一版本比较，列出变化"
        ),
        panel=_CI,
        examples=(
            literally("plan-tracker compare HEAD~1"),
            Phrase("plan-tracker compare --as-of Q1..H1", "plan-tracker compare --as-of 一季度..上半年"),
            Phrase(
                "plan-tracker compare old.toml --fail-on goal_lowered,eased",
                "plan-tracker compare old.toml --fail-on 目标值下调、要求放宽",
            ),
        ),
        exits=(
            Phrase("0  nothing that --fail-on names has changed", "0  没有 --fail-on 所列的变化"),
            Phrase("1  something has", "1  有 --fail-on 所列的变化"),
            _UNJUDGED,
        ),
    ),
}
"""In the order of the overview."""
