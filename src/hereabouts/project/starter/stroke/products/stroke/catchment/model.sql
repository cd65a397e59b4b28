SELECT
    admissions.lsoa_code,
    travel.thrombolysis_unit_postcode AS unit_postcode,
    units.unit_name,
    admissions.admissions_count
FROM stroke.admissions AS admissions
INNER JOIN stroke.travel AS travel ON travel.lsoa_code = admissions.lsoa_code
INNER JOIN stroke.units AS units ON units.unit_postcode = travel.thrombolysis_unit_postcode
WHERE admissions.admissions_count IS NOT NULL
