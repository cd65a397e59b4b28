"""The release gate: what must be hidden beside what a policy hides, whatever overlaps."""
