"""Rates, proportions and their intervals. Numbers in, numbers out."""
