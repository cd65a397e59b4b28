"""Run SQL over lake tables."""
