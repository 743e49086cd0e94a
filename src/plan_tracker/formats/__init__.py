"""One file per output format, each with a function that writes; formats know nothing of each other.

`as_csv`, `as_json` and `as_markdown` write text; `terminal` draws with Rich; `check_…` write what `check`
found, each for another reader.
"""
