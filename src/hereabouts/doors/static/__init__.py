"""A site of files: every page of an open release, for any host that can serve a folder."""
