select a.lsoa21_code, a.msoa21_code, a.ward24_code, sum(c.residents) as residents
from geography.lsoa21 as a
join census.age as c on c.lsoa21_code = a.lsoa21_code
group by a.lsoa21_code, a.msoa21_code, a.ward24_code
