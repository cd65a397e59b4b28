"""Fixtures of inspections."""

from tests.unit.sources.inspection.made_up_files import look

__all__ = ["look"]
