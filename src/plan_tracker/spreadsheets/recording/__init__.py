"""From rows that name a target and a figure, in a table or a database, to entries for `record`.

`wanting` says which table is looked for; `figures` reads its rows: `choosing` says which columns have figures
of the period, `rows` what a row says, `finding` which target that is, `cells` which cells have its figures,
`collecting` makes entries of them, and `doubting` compares them with the plan.
"""
