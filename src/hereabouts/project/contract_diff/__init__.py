"""What changed between two versions of a contract, whom it can break, and its next version."""
