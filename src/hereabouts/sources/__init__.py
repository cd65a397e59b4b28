"""One folder per kind of source: bytes in, rows of text out."""
