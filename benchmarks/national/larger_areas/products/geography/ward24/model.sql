select distinct ward24_code as code, ward24_name as name from geography.lsoa21 where ward24_code is not null
