"""Answering a person who asks what is held about them: found, explained, in time."""
