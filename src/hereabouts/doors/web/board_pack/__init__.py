"""The board pack: one theme in one area as a document, from a release alone."""
