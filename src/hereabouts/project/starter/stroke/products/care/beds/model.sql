SELECT
    areas.lsoa_code,
    coalesce(sum(homes.beds_count), 0) AS beds_count,
    coalesce(sum(homes.beds_count) FILTER (homes.care_type = 'Nursing'), 0) AS nursing_beds_count
FROM geography.lsoa AS areas
LEFT JOIN care.homes AS homes ON homes.lsoa_code = areas.lsoa_code
WHERE areas.country_code = 'E92000001'
GROUP BY areas.lsoa_code
