"""The annex of a report as a Word document."""
