"""Keeping as long as a schedule says, and no longer: previewed, held, archived, deleted, proved."""
