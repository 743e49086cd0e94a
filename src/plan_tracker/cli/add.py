"""`plan-tracker add`: writes one new target into the plan file."""

from typing import TYPE_CHECKING, Annotated

import typer

from plan_tracker.cli import options
from plan_tracker.cli.changing import change_plan
from plan_tracker.cli.speech import speaking
from plan_tracker.cli.telling import note
from plan_tracker.language import Message, inserted, listed
from plan_tracker.problems import first_of
from plan_tracker.wording import adding as phrases

if TYPE_CHECKING:
    from plan_tracker.cli.typed_target import TypedTarget
    from plan_tracker.plan.model import Plan

_GROUPS_SHOWN = 12


def add(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    *,
    goal: options.Text = None,
    unit: options.Text = None,
    group: options.Group = None,
    owner: options.Owner = None,
    due: Annotated[str | None, typer.Option(metavar="DAY")] = None,
    start: Annotated[str | None, typer.Option(metavar="DAY")] = None,
    kind: options.Text = None,
    direction: options.Text = None,
    baseline: options.Text = None,
    weight: options.Text = None,
    identity: Annotated[str | None, typer.Option("--id", metavar="NEW_ID")] = None,
    file: options.File = None,
    dry_run: options.DryRun = False,
    lang: options.Lang = None,  # noqa: ARG001 - heard before the command runs
) -> None:
    """Write one new target into the plan, in its group."""
    from plan_tracker.cli.typed_target import TargetWriter, TypedTarget
    from plan_tracker.judging.evaluation import default_day
    from plan_tracker.reports.recording import meaning

    typed = TypedTarget(
        name=name.strip(),
        id=identity,
        goal=goal,
        unit=unit,
        group=group,
        owner=owner,
        kind=kind,
        direction=direction,
        baseline=baseline,
        start=start,
        due=due,
        weight=weight,
    )
    writer = TargetWriter(typed)
    changed = change_plan(file, writer, dry_run=dry_run)
    old, added, language = changed.old.plan, changed.new, speaking()
    with changed.telling() as out:
        values = {"file": changed.old.name, "line": str(added.line), "id": writer.id}
        out.write(phrases.ADDED.text(language, **values) + "\n")
        day = default_day(added.plan)
        out.writelines(line + "\n" for line in meaning(old, added.plan, [writer.id], day, language))
        for told in (*_new_group(old, added.plan), *_doubts(typed, added.plan, writer.id)):
            note(told)


def _doubts(typed: "TypedTarget", plan: "Plan", id_: str) -> list[Message]:
    """Tells what is taken for granted of a new target though its own words speak against it."""
    from plan_tracker.spreadsheets.doubts.levels import Guess, guesses

    told = {
        Guess.TOTAL: phrases.AS_TOTAL,
        Guess.AT_LEAST_ZERO: phrases.AT_LEAST_ZERO,
        Guess.AT_LEAST_BELOW_ZERO: phrases.AT_LEAST_BELOW_ZERO,
        Guess.AT_LEAST: phrases.AS_LEAST,
    }
    target = next(each for each in plan.targets if each.id == id_)
    found = guesses(target, says_kind=typed.kind is not None, says_direction=typed.direction is not None)
    return [told[guess].fill() for guess in found]


def _new_group(old: "Plan", new: "Plan") -> list[Message]:
    """Tells of a group that the plan did not have which ones it had: the new one may be a slip."""
    had = [*dict.fromkeys(target.group for target in old.targets if target.group)]
    fresh = next((each.group for each in new.targets if each.group and each.group not in had), "")
    if not fresh or not had:
        return []
    known = listed(first_of(had, _GROUPS_SHOWN))
    return [inserted(phrases.NEW_GROUP, groups=known).fill(group=fresh)]
