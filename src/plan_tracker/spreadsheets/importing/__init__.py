"""A plan made of a table."""
