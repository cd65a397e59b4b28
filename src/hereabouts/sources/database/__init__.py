"""The rows of one query, or of one table, of a relational database."""
