select distinct icb24_code as code, icb24_name as name from geography.lsoa21 where icb24_code is not null
