"""`python -m plan_tracker` is `plan-tracker`."""

from plan_tracker.cli import run

run()
