import sys
from decimal import Decimal
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest
import tomli

from kit.program import ROOT

pytest.importorskip("termios", exc_type=ImportError, reason="the benchmark needs a pseudo-terminal")

BENCHMARKS = ROOT / "benchmarks"


@pytest.fixture
def modules(monkeypatch: pytest.MonkeyPatch) -> dict[str, ModuleType]:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return {name: import_module(name) for name in ("generate", "lines", "measure", "peers", "run")}


@pytest.fixture
def targets(modules: dict[str, ModuleType]) -> dict[str, dict[str, Any]]:
    text = "".join(modules["generate"].plan(200))
    found: dict[str, dict[str, Any]] = tomli.loads(text, parse_float=Decimal)["targets"]
    return found


def test_the_same_seed_gives_the_same_plan_and_another_seed_another(modules: dict[str, ModuleType]) -> None:
    plan = modules["generate"].plan
    assert list(plan(200)) == list(plan(200))
    assert list(plan(200)) != list(plan(200, seed=1))


def test_a_larger_plan_begins_with_the_smaller(modules: dict[str, ModuleType]) -> None:
    plan = modules["generate"].plan
    assert "".join(plan(200)).startswith("".join(plan(38)))


def test_a_plan_has_the_number_of_targets_asked_for_each_with_its_own_name(
    targets: dict[str, dict[str, Any]],
) -> None:
    assert len(targets) == 200
    assert len({target["name"] for target in targets.values()}) == 200


def test_percentages_with_a_goal_say_their_kind(targets: dict[str, dict[str, Any]]) -> None:
    percentages = [target for target in targets.values() if target["unit"] == "%" and "goal" in target]
    assert percentages
    assert all("kind" in target for target in percentages)


def test_goals_of_parts_add_up(targets: dict[str, dict[str, Any]]) -> None:
    divided = [target for target in targets.values() if "parts" in target]
    assert divided
    for target in divided:
        assert sum(part["goal"] for part in target["parts"].values()) == target["goal"]


def test_a_document_has_about_the_size_asked_for(modules: dict[str, ModuleType]) -> None:
    generate = modules["generate"]
    text = "".join(generate.document(generate.targets(38), 100_000))
    assert 100_000 <= len(text.encode()) < 102_000


def test_a_peer_that_prints_another_rate_is_found_out(modules: dict[str, ModuleType]) -> None:
    generate, peers = modules["generate"], modules["peers"]
    rates = {target.id: round(target.rate * 100) for target in generate.targets(38) if target.rate}
    assert peers.differences(rates, generate.targets(38), Decimal(1)) == []
    rates["funds-7"] += 1
    assert len(peers.differences(rates, generate.targets(38), Decimal(1))) == 1


@pytest.mark.parametrize(
    ("exit_code", "errors", "fault"),
    [
        (0, "", ""),
        (1, "Boom", "failed: exit 1, Boom"),
        (2, "error: no goal", "failed: exit 2, error: no goal"),
    ],
)
def test_a_run_that_did_not_do_its_work_is_no_measurement(
    modules: dict[str, ModuleType], exit_code: int, errors: str, fault: str
) -> None:
    measure = modules["measure"]
    outcome = measure.Outcome(seconds=0.1, peak=1, exit=exit_code, lines=1, head="", errors=errors)
    assert measure.fault(measure.Command("any", ("any",)), outcome) == fault


def test_a_process_that_waits_for_another_is_measured_by_the_clock_as_well(
    modules: dict[str, ModuleType],
) -> None:
    measure = modules["measure"]
    words = (sys.executable, "-I", "-S", "-c", "import time; time.sleep(0.2)")
    sample = measure.interleave([measure.Command("waits", words)], runs=1)["waits"]
    assert sample.elapsed >= 0.2 > sample.seconds


def test_a_line_that_cannot_be_measured_is_never_good(modules: dict[str, ModuleType]) -> None:
    measure, run = modules["measure"], modules["run"]
    samples = {"ours": measure.Sample(fault="not installed"), "theirs": measure.Sample([0.1], [1])}
    table, good = run.report([run.Ratio("line", "ours", "theirs", 1)], samples)
    assert "not installed" in table
    assert not good
