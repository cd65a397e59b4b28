SELECT
    regions.lsoa_code,
    regions.lsoa_name,
    regions.local_authority_code,
    regions.sub_icb_code,
    sub_icb.icb_code,
    sub_icb.stroke_network_code,
    ambulance.ambulance_code,
    sub_icb.country_code
FROM geography.lsoa_regions AS regions
INNER JOIN geography.sub_icb AS sub_icb ON sub_icb.sub_icb_code = regions.sub_icb_code
LEFT JOIN geography.lsoa_ambulance AS ambulance ON ambulance.lsoa_code = regions.lsoa_code
