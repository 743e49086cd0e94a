"""One file per output format, each with a function that writes; formats know nothing of each other.

`as_…` write for other programs and documents, `check_…` what `check` found, each for another reader; the
rest draw in a terminal.
"""
