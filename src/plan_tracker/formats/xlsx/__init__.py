"""Progress as a workbook."""
