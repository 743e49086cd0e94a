"""The text of a published report, read against an evaluation."""
