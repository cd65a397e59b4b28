"""Who receives which data, and how often: what a release says of agreements and of privacy."""
