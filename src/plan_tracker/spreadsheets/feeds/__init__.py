"""Figures that a database adds up: the query, the only place that connects, and the rows it returns."""
