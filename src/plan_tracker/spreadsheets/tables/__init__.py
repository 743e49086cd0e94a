"""From a sheet to a table: where its headings stand, what they mean, and what each row is.

`search` tries one place after the other for the table that is `wanted`, and calls the rest in this order:

1. `grid`: cells by row and column; `layout`: which rows are headings; `side_by_side`: of which table.
2. `heading_text`: what each text over a column says; `headings`: what they mean together, with the words of
   `vocabulary`; `columns`: what a column means beside the others, or as the user says.
3. `column_contents`: what cells show of columns whose headings are unclear, or mean one thing or another
   (`two_meanings`); `running_totals`: which figures are totals, and which are of a month alone; `unit_lines`:
   the unit above or below.
4. `rows`: which rows are entries, totals, groups, notes (by `row_texts`); `places`: of which place each is.

`likely` proposes columns for what a table lacks. `times` and `fiscal_years` read periods and years, `account`
and `telling` say what was understood.
"""
