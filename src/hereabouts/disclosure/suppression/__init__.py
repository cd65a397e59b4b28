"""Which further cells to hide, so that arithmetic does not give back what a policy hides."""
