"""Areas side by side, for every indicator of a theme."""
