"""Look at a file as a person would, and say how it should be read."""
