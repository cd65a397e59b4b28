"""Text with a delimiter: CSV and TSV, in any encoding, however many rows."""
