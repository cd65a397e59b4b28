"""The only door to publishing: protect, audit, bundle, manifest."""
