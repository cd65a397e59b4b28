SELECT DISTINCT stroke_network_code, stroke_network_name
FROM geography.sub_icb
WHERE stroke_network_code IS NOT NULL
