"""The report that is published as a web page."""
