"""The newest file that fits a pattern, in a folder that people put files in."""
