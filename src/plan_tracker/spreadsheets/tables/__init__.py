"""From a sheet to a table: where its headings stand, what they mean, which rows are what, what is left."""
