"""Tables that people keep elsewhere: reads them, and makes figures or a plan of them.

A table goes through these rooms in this order, and no room looks back:

1. `files` reads bytes into sheets of cells (`sheet`, `cells`); for Word and PDF that is `documents`.
2. `tables` finds the headings, says what each column means and what each row is.
3. `importing` makes drafts of targets of the rows, and of them a plan; `recording` finds for each row the
   target of a plan, and its figures. For both `numbers`, `goals` and `units` say what a text means.
4. `doubts` tells what looks wrong though each figure is right.

What is not understood or left out stands in the account of the table (`tables/account`). `feeds` brings the
rows of a database to `recording`.
"""
