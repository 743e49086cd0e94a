"""The keys of a plan file and what each may hold."""
