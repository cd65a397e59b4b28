"""GeoJSON, in any coordinate system that it names."""
