"""Tell owners when a product is overdue, fails, turns red or is well again: once each time."""
