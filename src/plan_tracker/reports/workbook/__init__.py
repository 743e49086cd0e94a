"""A plan's progress as the sheets of a workbook."""
