"""`plan-tracker schema`: prints the JSON Schema of plan files, for editors."""

from plan_tracker.cli import options
from plan_tracker.cli.output import write_text
from plan_tracker.cli.speech import speaking


def schema(
    output: options.Output = None,
    *,
    lang: options.Lang = None,  # noqa: ARG001 - heard before the command runs
) -> None:
    """Print the JSON Schema of plan files, for editors."""
    from plan_tracker.reading.schema.json_schema import schema_text
    from plan_tracker.wording.schema import described

    language = speaking()
    text = schema_text(described(language), language)
    write_text(output, (), lambda out: out.write(text))
