SELECT
    _row,
    "LSOA (2011)" AS lsoa_code,
    "Year" || '-01-01' AS year_start,
    (TRY_CAST("Year" AS INTEGER) + 1) || '-01-01' AS year_end,
    "Aged 16 to 64" AS people_count,
    "Economically inactive" AS inactive_count
FROM received
