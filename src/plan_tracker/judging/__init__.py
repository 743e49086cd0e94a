"""The verdict on each target as of a day, decided once from exact numbers."""
