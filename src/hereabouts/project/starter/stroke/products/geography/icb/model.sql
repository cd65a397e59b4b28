SELECT DISTINCT icb_code, icb_name
FROM geography.sub_icb
WHERE icb_code IS NOT NULL
