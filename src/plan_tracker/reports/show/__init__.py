"""The report of `show`, the story of one target: `story` makes it of `facts`, `rules` and `tables`."""
