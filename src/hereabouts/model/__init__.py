"""The words of the project: frozen, and no input or output."""
