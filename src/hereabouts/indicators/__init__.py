"""Definitions to observations."""
