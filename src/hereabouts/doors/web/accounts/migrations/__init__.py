"""Every step of the database, in order."""
