"""What changed between two releases, from what each of them published and nothing else."""
