"""Every way out of the platform."""
