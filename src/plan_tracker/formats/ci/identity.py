"""How a CI service recognises a finding from run to run: the same for GitLab and SARIF."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from plan_tracker.reports.check import CheckReport


def fingerprints(report: CheckReport) -> Iterator[str]:
    """Yields one for each remark, made of the file, the id and the rule.

    So the same fault on another line, or with another figure, is still the same; equal ones are numbered.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for remark in report.remarks:
        number = seen[remark.file, remark.id, remark.rule]
        seen[remark.file, remark.id, remark.rule] += 1
        steps = [remark.file, remark.id, remark.rule, *([str(number)] if number else [])]
        yield sha256("\0".join(steps).encode()).hexdigest()
