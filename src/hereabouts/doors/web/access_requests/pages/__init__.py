"""The pages of access requests."""
