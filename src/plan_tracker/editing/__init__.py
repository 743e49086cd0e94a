"""Writes plan files: one figure into an existing text, or a new file; nothing else changes."""
