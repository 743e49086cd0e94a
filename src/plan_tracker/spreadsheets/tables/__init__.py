"""From a sheet to a table: where its headings stand, what they mean, and what each row is."""
