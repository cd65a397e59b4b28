SELECT DISTINCT country_code, country_name
FROM geography.sub_icb
