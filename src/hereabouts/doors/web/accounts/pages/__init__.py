"""The pages of ours; the others are allauth's, in our look."""
