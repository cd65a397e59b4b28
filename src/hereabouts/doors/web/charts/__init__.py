"""Charts: a neutral description of each, and the SVG it becomes. No script, no styles inside."""
