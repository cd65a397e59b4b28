SELECT
    _row,
    region_code AS sub_icb_code,
    region AS sub_icb_name,
    region_type AS kind,
    nullif(icb_code, '') AS icb_code,
    nullif(icb, '') AS icb_name,
    upper(
        trim(regexp_replace(nullif(isdn, ''), '[^A-Za-z]+', '-', 'g'), '-')
    ) AS stroke_network_code,
    nullif(isdn, '') AS stroke_network_name,
    CASE country WHEN 'England' THEN 'E92000001' WHEN 'Wales' THEN 'W92000004' END AS country_code,
    country AS country_name
FROM received
