select distinct ltla24_code as code, ltla24_name as name from geography.lsoa21 where ltla24_code is not null
