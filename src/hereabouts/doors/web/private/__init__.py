"""What only some may see, at the same addresses: pages of internal releases."""
