"""Figures that a database adds up: the query, the one place that connects, and the rows that come back."""
