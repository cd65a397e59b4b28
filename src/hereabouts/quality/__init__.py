"""Contract rules to SQL."""
