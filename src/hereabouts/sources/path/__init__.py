"""A file on this machine or a mounted share."""
