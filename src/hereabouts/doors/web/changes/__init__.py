"""What changed between releases: in words, on pages and in feeds."""
