"""Terms of the glossary: what each is, where it is used, and links to it."""
