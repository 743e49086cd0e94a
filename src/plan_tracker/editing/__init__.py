"""Writes into plan files so that nothing else changes, and puts every file in place whole or not at all."""
