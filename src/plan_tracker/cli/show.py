"""`plan-tracker show`: one target in full."""

from typing import Annotated

import typer

from plan_tracker.cli.completion import target_ids
from plan_tracker.cli.options import (
    AsciiOption,
    AsOfOption,
    Color,
    ColorOption,
    FileOption,
    LangOption,
    StrictOption,
)
from plan_tracker.cli.session import Session, UsageFailure, open_plan, paper
from plan_tracker.problems import printable

FEW = 12
"""How many ids a hint lists."""


def show(
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The id of a target, or of a part: projects/新城区.",
            autocompletion=target_ids,
        ),
    ],
    file: FileOption = None,
    as_of: AsOfOption = None,
    *,
    ascii_only: AsciiOption = False,
    lang: LangOption = None,
    color: ColorOption = Color.AUTO,
    strict: StrictOption = False,
) -> None:
    """Tell all about one target: figures, rule, periods, outlook, parts."""
    from plan_tracker.formats.terminal import show as as_text
    from plan_tracker.judging.evaluation import find
    from plan_tracker.reports.show.story import tell

    session = open_plan(file, lang, strict=strict, as_of=as_of)
    found = find(session.evaluation, id_)
    if found is None:
        raise _unknown(id_, session)
    story = tell(session.evaluation, *found, session.language)
    as_text.write(story, paper(color, ascii_only=ascii_only))


def _unknown(wanted: str, session: Session) -> UsageFailure:
    from difflib import get_close_matches

    from plan_tracker.judging.evaluation import everything
    from plan_tracker.reading.faults.hints import DID_YOU_MEAN
    from plan_tracker.wording.show import EXPORT_IDS, KNOWN_IDS, UNKNOWN

    targets = [result.target for result, _ in everything(session.evaluation)]
    ids = {target.id: target.id for target in targets}
    names = {target.name: target.id for target in reversed(targets)} | ids
    close = get_close_matches(wanted, names, n=1)
    if close:
        hint = DID_YOU_MEAN.fill(word=names[close[0]])
    elif len(ids) <= FEW:
        hint = KNOWN_IDS.fill(ids=", ".join(ids))
    else:
        hint = EXPORT_IDS.fill()
    message = UNKNOWN.fill(id=printable(wanted), file=session.file.name)
    return UsageFailure(message, hint, session.language)
