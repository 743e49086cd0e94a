"""From the text of a plan file to a plan, or to all its problems, each with its place and a hint."""
