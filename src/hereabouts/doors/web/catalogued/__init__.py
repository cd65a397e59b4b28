"""What the catalogue says of products: lineage, quality over time, and how to ask for one."""
