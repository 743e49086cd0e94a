"""From checked tables to the plan: defaults filled in, labels turned into days, parts added up."""
