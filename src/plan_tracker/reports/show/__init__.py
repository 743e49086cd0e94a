"""The whole story of one target, for `show`: `telling` makes it of `facts`, `rules` and `tables`."""
