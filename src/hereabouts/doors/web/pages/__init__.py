"""Pages: each is a function from a visit to a template and its content. One page, one file."""
