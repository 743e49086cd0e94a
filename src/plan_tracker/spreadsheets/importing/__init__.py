"""A plan made of a table.

`wanting` finds the table and its year; `drafts` reads its rows: `columns` says which columns are read,
`naming` whether names stand in theirs, `lost` which others may have goals or actuals; `rows` reads a row,
`groups`, `parts` and `places` tell what it belongs to, `targets` keeps one draft of each.
`plan` puts the drafts into the time of the plan (`times`), takes out what is invalid (`settling`) and guesses
settings from statuses (`guessing`).
"""
