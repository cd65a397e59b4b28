"""Funnel plots: how far from a benchmark an area of its size may be by chance."""
