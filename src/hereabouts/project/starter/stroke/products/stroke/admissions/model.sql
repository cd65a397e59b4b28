-- The file names areas and gives the mean of three years, with 0 for Wales where nothing is known.
-- What is not a number is passed on as it is, for the contract to refuse.
SELECT
    received._row,
    regions.lsoa_code,
    CASE WHEN regions.lsoa_code LIKE 'W%' THEN NULL ELSE received.admissions END
        AS admissions_per_year,
    CASE
        WHEN regions.lsoa_code LIKE 'W%' THEN NULL
        ELSE coalesce(
            CAST(CAST(round(TRY_CAST(received.admissions AS DOUBLE) * 3) AS BIGINT) AS VARCHAR),
            received.admissions
        )
    END AS admissions_count
FROM received
LEFT JOIN geography.lsoa_regions AS regions ON regions.lsoa_name = received.area
