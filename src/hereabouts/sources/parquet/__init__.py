"""Parquet and GeoParquet."""
