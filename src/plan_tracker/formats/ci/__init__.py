"""What `check` found, for CI services."""
