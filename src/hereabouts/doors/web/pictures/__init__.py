"""Charts and maps as pictures that say by themselves what they are, and where they are from."""
