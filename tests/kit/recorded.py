"""Figures recorded from tables: a plan, a table that is recorded into it, and what it has then."""

from pathlib import Path

from kit.imported import write_table
from kit.program import Outcome, Run, Write
from plan_tracker.reading.plan_file import load

PLAN = """[plan]
title = "P"
year = 2024

[targets.projects]
name = "引进亿元以上项目"
unit = "个"
goal = 400
actual = { H1 = 190 } # 半年

[targets.funds]
name = "到位资金"
unit = "亿元"
goal = 700
actual = { H1 = 365.60 }

[targets.funds-abroad]
name = "到位资金"
unit = "万美元"
goal = 900
parts = { "新城区" = { goal = 900 } }
"""


SOME = """[plan]
title = "P"
year = 2024
[targets.a]
name = "A"
unit = "u"
goal = 1000
[targets.b]
name = "B"
unit = "u"
goal = 2000
[targets.c]
name = "C"
unit = "u"
goal = 3000
[targets.share]
name = "Share"
unit = "%"
kind = "level"
goal = 60
[targets.rate]
name = "Rate"
unit = "%"
kind = "level"
goal = 80
[targets.visits]
name = "Visits"
unit = "u"
goal = 100
counting = "per_period"
actual = { M08 = 5 }
"""


def actuals(file: str) -> dict[str, dict[str, str]]:
    """The figures of a plan as typed, by target and period; running totals where figures count per period."""
    targets = [each for target in load(file).targets for each in (target, *target.parts)]
    return {each.id: {actual.period: str(actual.value) for actual in each.actuals} for each in targets}


class Take:
    """Records a table into a plan."""

    def __init__(self, run: Run, plan: Write, folder: Path) -> None:
        self._run, self._plan, self._folder = run, plan, folder
        self.file = self.table = ""

    def __call__(
        self, table: str | bytes, *arguments: str, plan: str = SOME, name: str = "t.csv", lang: str = "en"
    ) -> Outcome:
        """The outcome, for a plan that is written anew."""
        self.file = self._plan(plan)
        return self.again(table, *arguments, name=name, lang=lang)

    def again(self, table: str | bytes, *arguments: str, name: str = "t.csv", lang: str = "en") -> Outcome:
        """The same for the plan as it is."""
        self.table = write_table(self._folder, table, name=name)
        return self._run("record", "-f", self.file, "--lang", lang, "--from", self.table, *arguments)

    @property
    def actuals(self) -> dict[str, dict[str, str]]:
        """The figures of the plan, of those that have any."""
        return {known: figures for known, figures in actuals(self.file).items() if figures}

    @property
    def is_untouched(self) -> bool:
        """Whether the plan is as it was."""
        return self.actuals == {"visits": {"M08": "5"}}


DISTRICTS = """[plan]
title = "州重点项目"
year = 2021
language = "zh"
reporting = "month"

[targets.investment]
name = "投资"
unit = "亿元"
goal = 300
[targets.investment.parts."吉首市"]
goal = 45
[targets.investment.parts."泸溪县"]
goal = 40
[targets.investment.parts."凤凰县"]
goal = 50
[targets.investment.parts."花垣县"]
goal = 40

[targets.projects]
name = "开复工项目"
unit = "个"
goal = 300
"""


UNITS = """[plan]
title = "P"
year = 2024
[targets]
a = { name = "A", unit = "亿元", goal = 90 }
b = { name = "B", unit = "人", goal = 90000 }
"""


OF_WHICH = (
    DISTRICTS
    + """
[targets.roads]
name = "道路"
parts = { "吉首市" = { goal = 4 }, "泸溪县" = { goal = 3 } }
"""
)
