"""What leaves the site as a file: spreadsheets, tables, JSON and what they say of themselves."""
