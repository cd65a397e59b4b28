"""Access: one decision, asked by every door."""
