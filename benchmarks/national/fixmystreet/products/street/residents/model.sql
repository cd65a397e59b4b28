select c.lsoa21_code, y.year_start, y.year_end, sum(c.residents) as residents
from census.age as c
cross join (select distinct year_start, year_end from street.reports_by_year) as y
group by c.lsoa21_code, y.year_start, y.year_end
