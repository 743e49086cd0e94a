"""What `compare` says: what was done to the plan, and how each target stood then and stands now."""
