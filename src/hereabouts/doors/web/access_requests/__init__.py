"""Asking for data, deciding, granting and revoking: the pages, and what is kept of them."""
