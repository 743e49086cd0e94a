"""How the code is laid out, where no other tool looks at it."""

from kit.program import ROOT

LONGEST = 300
"""How many lines a module has at most, as CONTRIBUTING says."""


def test_no_module_is_longer_than_can_be_read_at_once() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / "src").rglob("*.py")
    }
    assert "src/plan_tracker/judging/evaluation.py" in lengths
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}
