-- The file has a row for every area and a column for every unit: 4.3 million times, of which an
-- area keeps the shortest to each treatment. An area that lacks any time keeps none, for the one
-- it lacks may be the shortest. Of two units equally near, the first postcode stands.
WITH times AS (
    SELECT "LSOA" AS lsoa_name, unit_postcode, TRY_CAST(minutes AS DOUBLE) AS minutes
    FROM received
    UNPIVOT INCLUDE NULLS (minutes FOR unit_postcode IN (COLUMNS('^[A-Z]+[0-9][0-9A-Z]+$')))
),
nearest AS (
    SELECT
        times.lsoa_name,
        count(*) = count(times.minutes) AS is_complete,
        arg_min(times.unit_postcode, (times.minutes, times.unit_postcode))
            FILTER (units.offers_thrombolysis) AS thrombolysis_unit_postcode,
        min(times.minutes) FILTER (units.offers_thrombolysis) AS thrombolysis_minutes,
        arg_min(times.unit_postcode, (times.minutes, times.unit_postcode))
            FILTER (units.offers_thrombectomy) AS thrombectomy_unit_postcode,
        min(times.minutes) FILTER (units.offers_thrombectomy) AS thrombectomy_minutes
    FROM times
    INNER JOIN stroke.units AS units ON units.unit_postcode = times.unit_postcode
    GROUP BY times.lsoa_name
)
SELECT
    regions.lsoa_code,
    CASE WHEN nearest.is_complete THEN nearest.thrombolysis_unit_postcode END
        AS thrombolysis_unit_postcode,
    CASE WHEN nearest.is_complete THEN nearest.thrombolysis_minutes END AS thrombolysis_minutes,
    CASE WHEN nearest.is_complete THEN nearest.thrombectomy_unit_postcode END
        AS thrombectomy_unit_postcode,
    CASE WHEN nearest.is_complete THEN nearest.thrombectomy_minutes END AS thrombectomy_minutes
FROM nearest
LEFT JOIN geography.lsoa_regions AS regions ON regions.lsoa_name = nearest.lsoa_name
