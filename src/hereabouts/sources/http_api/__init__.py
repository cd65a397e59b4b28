"""A web API: page by page into one file."""
