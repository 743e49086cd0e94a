"""What changed between two versions of a plan, or two days of one: goals, figures, terms, verdicts."""
