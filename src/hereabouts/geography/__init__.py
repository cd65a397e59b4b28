"""Areas, vintages, boundaries, tiles and rasters."""
