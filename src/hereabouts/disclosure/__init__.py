"""Disclosure schemes. Counts in, decisions out."""
