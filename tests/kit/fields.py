"""The fields of a row as its CSV has them."""

from decimal import Decimal

from plan_tracker.numbers import plain


def field_text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case Decimal():
            return plain(value)
        case tuple():
            return "; ".join(value)
        case _:
            return str(value)
