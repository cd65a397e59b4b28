select lsoa11_code, age_group, sum(people) as people
from population.mid2020
group by lsoa11_code, age_group
