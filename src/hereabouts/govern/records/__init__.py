"""Records that the law asks for, written from the same facts as the contracts."""
