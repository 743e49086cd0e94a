"""Progress as a web page."""
