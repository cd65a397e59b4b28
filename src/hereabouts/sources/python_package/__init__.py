"""A file inside an installed Python package."""
