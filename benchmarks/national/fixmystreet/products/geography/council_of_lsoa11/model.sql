select l.lsoa11_code, min(a.ltla24_code) as ltla24_code
from geography.lsoa11_to_lsoa21 as l
join geography.lsoa21 as a on a.lsoa21_code = l.lsoa21_code
group by l.lsoa11_code
