select a.msoa21_code, sum(c.residents) as residents
from geography.lsoa21 as a
join census.ethnicity as c on c.lsoa21_code = a.lsoa21_code
where c.ethnic_group like 'Black%'
group by a.msoa21_code
