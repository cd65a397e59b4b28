SELECT
    _row,
    postcode AS unit_postcode,
    CASE
        WHEN count(*) OVER (PARTITION BY stroke_team) > 1 THEN stroke_team || ', ' || ssnap_name
        ELSE stroke_team
    END AS unit_name,
    ssnap_name AS hospital_name,
    CASE use_ivt WHEN '1' THEN 'true' WHEN '0' THEN 'false' ELSE use_ivt END AS offers_thrombolysis,
    CASE use_mt WHEN '1' THEN 'true' WHEN '0' THEN 'false' ELSE use_mt END AS offers_thrombectomy,
    lsoa_code
FROM received
