"""Synthetic extracts for the demo: made from a seed, and marked as such in every file."""

from hereabouts.cli.demo_extracts.write import write_extracts

__all__ = ["write_extracts"]
