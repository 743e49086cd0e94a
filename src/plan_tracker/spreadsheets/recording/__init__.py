"""From rows that name a target and a figure, in a table or a database, to entries for `record`."""
