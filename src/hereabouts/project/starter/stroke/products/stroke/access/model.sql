SELECT
    areas.lsoa_code,
    known.admissions_count,
    CASE WHEN known.admissions_count IS NOT NULL THEN 3 END AS area_years,
    CASE WHEN known.thrombolysis_minutes <= 30 THEN known.admissions_count
         WHEN known.thrombolysis_minutes > 30 THEN 0 * known.admissions_count
    END AS within_30_minutes_count,
    CASE WHEN known.thrombolysis_minutes <= 45 THEN known.admissions_count
         WHEN known.thrombolysis_minutes > 45 THEN 0 * known.admissions_count
    END AS within_45_minutes_count,
    CASE WHEN known.thrombectomy_minutes <= 60 THEN known.admissions_count
         WHEN known.thrombectomy_minutes > 60 THEN 0 * known.admissions_count
    END AS within_60_minutes_of_thrombectomy_count,
    known.admissions_count * known.thrombolysis_minutes AS thrombolysis_admission_minutes,
    known.admissions_count * known.thrombectomy_minutes AS thrombectomy_admission_minutes
FROM geography.lsoa AS areas
LEFT JOIN (
    SELECT
        admissions.lsoa_code,
        admissions.admissions_count,
        travel.thrombolysis_minutes,
        travel.thrombectomy_minutes
    FROM stroke.admissions AS admissions
    INNER JOIN stroke.travel AS travel ON travel.lsoa_code = admissions.lsoa_code
) AS known ON known.lsoa_code = areas.lsoa_code
