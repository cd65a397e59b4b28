select distinct msoa21_code as code, msoa21_name as name from geography.lsoa21 where msoa21_code is not null
