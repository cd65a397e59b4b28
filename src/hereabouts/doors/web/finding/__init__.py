"""Finding what a reader typed: areas, indicators, pages, products and words."""
