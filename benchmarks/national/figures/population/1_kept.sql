-- People before and after, by how the figure was made
select 'LSOAs of 2011' as areas, '' as status, count(distinct lsoa11_code) as "LSOAs",
       cast(sum(people) as integer) as people
from population.mid2020
union all
select 'LSOAs of 2021', status, count(distinct lsoa21_code), cast(round(sum(people), 6) as integer)
from population.mid2020_lsoa21
group by status
union all
select 'LSOAs of 2021', 'all', count(distinct lsoa21_code), cast(round(sum(people), 6) as integer)
from population.mid2020_lsoa21
order by areas, people
