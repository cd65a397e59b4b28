select a.ward24_code, sum(c.residents) as residents
from geography.lsoa21 as a
join census.age as c on c.lsoa21_code = a.lsoa21_code
where c.age_group = 'Aged 65 years and over'
group by a.ward24_code
