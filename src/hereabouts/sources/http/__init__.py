"""A file at an http or https address."""
