"""The questions that are asked of an evaluation; none changes anything, and none knows another."""
