"""Keep products fresh: build on a schedule, ask no source too often, and tell owners."""
