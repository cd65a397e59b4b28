"""A file on an SFTP server."""
