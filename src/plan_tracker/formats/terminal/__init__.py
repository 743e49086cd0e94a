"""Reports drawn in a terminal or a pipe."""
