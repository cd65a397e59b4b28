"""Plan, then run: the only place that knows the order."""
