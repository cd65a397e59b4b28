WITH nurses AS (
    SELECT icb_code, count(*) AS nurses_count
    FROM workforce.staff_in_post
    WHERE staff_group = 'Nursing and Midwifery Registered'
    GROUP BY icb_code
),
need AS (
    SELECT areas.icb_code, sum(access.admissions_count) / 3.0 AS admissions_per_year
    FROM stroke.access AS access
    INNER JOIN geography.lsoa AS areas ON areas.lsoa_code = access.lsoa_code
    GROUP BY areas.icb_code
)
SELECT nurses.icb_code, nurses.nurses_count, need.admissions_per_year
FROM nurses
INNER JOIN need ON need.icb_code = nurses.icb_code
