-- The districts are those that the small areas name.
SELECT DISTINCT district_code, district_name
FROM geography.area
