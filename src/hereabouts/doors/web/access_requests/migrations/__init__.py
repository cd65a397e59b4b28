"""How the tables of access requests came to be."""
