"""An attack on a release, from its published files and those of earlier ones alone."""
