select lsoa21_code, sum(age * people) as years, sum(people) as people, any_value(status) as status
from population.mid2020_lsoa21
group by lsoa21_code
