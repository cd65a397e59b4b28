"""Hereabouts: one governed, linked and disclosure-safe picture of a place."""

__version__ = "0.1.0"
