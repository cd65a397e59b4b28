"""Counts of old areas carried to new ones, as SELECTs over tables that the pipeline fills."""
