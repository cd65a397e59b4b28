"""The API: one table of endpoints, from which routes, OpenAPI and the reference are made."""
