"""To import the library, and to use it, changes nothing in the program that does."""

import subprocess
import sys

import pytest

from kit.program import EXAMPLE
from plan_tracker.cli import app
from plan_tracker.formats.html import page
from plan_tracker.formats.xlsx import workbook

WATCH = """
import decimal, gc, locale, os, signal, sys, threading, warnings
import pydantic, pydantic_core

def state():
    context = decimal.getcontext()
    return {
        "gc": (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()),
        "environment": dict(os.environ),
        "folder": os.getcwd(),
        "path": list(sys.path),
        "hooks": (sys.excepthook, sys.displayhook, sys.gettrace(), *sys.meta_path, *sys.path_hooks),
        "recursion": (sys.getrecursionlimit(), sys.getswitchinterval(), sys.get_int_max_str_digits()),
        "decimal": repr(context), "traps": dict(context.traps), "flags": dict(context.flags),
        "default decimal": repr(decimal.DefaultContext),
        "locale": locale.setlocale(locale.LC_ALL),
        "warnings": list(warnings.filters),
        "signals": [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)],
        "streams": (sys.stdout, sys.stderr, sys.stdin, sys.stdout.encoding, sys.stdout.errors),
        "threads": threading.active_count(),
    }

def modules():
    return {name: (module, set(vars(module))) for name, module in sys.modules.items()}

before, known = state(), modules()
"""
COMPARE = """
after = state()
assert after == before, [(key, before[key], after[key]) for key in before if before[key] != after[key]]
for name, (module, names) in known.items():
    assert sys.modules.get(name) is module, f"{name} was swapped"
    assert names <= set(vars(module)), f"{name} lacks {names - set(vars(module))}"
assert pydantic_core.core_schema.CoreSchema and pydantic.TypeAdapter(list[int]).validate_python(["1"]) == [1]
"""
USE = f"""
import plan_tracker
evaluation = plan_tracker.evaluate(plan_tracker.load({str(EXAMPLE)!r}), as_of="H1")
assert len(evaluation.rows()) == 38
"""


def run(script: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-W", "error", "-c", script], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "")


def test_what_a_program_had_before_it_has_after() -> None:
    run(WATCH + USE + COMPARE)


def test_to_import_a_command_changes_nothing_either() -> None:
    run(f"{WATCH}import {app.__name__}, {page.__name__}, {workbook.__name__}\n{COMPARE}")


def test_what_is_imported_first_makes_no_difference() -> None:
    run(
        USE + "import pydantic, pydantic_core, sys\nassert pydantic_core.core_schema.CoreSchema\n"
        "class Model(pydantic.BaseModel):\n    x: int\nassert Model(x='1').x == 1\n"
    )


@pytest.mark.parametrize(
    ("first", "times"),
    [("import pydantic", 20), ("pass", 1)],  # only once in a process is Pydantic imported with it
)
def test_two_threads_may_import_it_at_once(first: str, times: int) -> None:
    run(f"""
import sys, threading
{first}
kept = set(sys.modules)
faults = []

def use(barrier):
    try:
        barrier.wait()
        from plan_tracker import evaluate, load, PlanError, Evaluation
        assert len(evaluate(load({str(EXAMPLE)!r})).rows()) == 38
    except BaseException as error:
        faults.append(repr(error))

def forget():
    for name in [name for name in sys.modules if name.partition(".")[0] == "plan_tracker"]:
        del sys.modules[name]

sys.setswitchinterval(1e-5)
for _ in range({times}):
    forget()
    barrier = threading.Barrier(2)
    threads = [threading.Thread(target=use, args=(barrier,)) for _ in range(2)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
assert not faults, faults[:3]
import pydantic, pydantic_core
assert pydantic_core.core_schema.CoreSchema
assert kept <= set(sys.modules)
""")
