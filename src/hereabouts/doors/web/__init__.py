"""The site: pages, downloads, tiles."""
