"""Data by address: values, pictures, downloads, files. One endpoint, one file."""
