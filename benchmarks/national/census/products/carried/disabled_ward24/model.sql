select a.ward24_code, sum(c.residents) as residents
from geography.lsoa21 as a
join census.disability as c on c.lsoa21_code = a.lsoa21_code
where c.disability like 'Disabled%'
group by a.ward24_code
