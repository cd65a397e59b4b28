"""Asking for a product: who decides, what is asked, and which steps follow which."""
