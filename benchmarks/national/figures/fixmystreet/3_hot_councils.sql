-- Councils with the most LSOAs that are hot in 3 years or more
with counted as (
    select area_code, count(*) filter (where class like 'hot%') as years
    from hot_spots
    where area_type = 'lsoa21'
    group by area_code
)
select l.ltla24_name as council, count(*) filter (where c.years >= 3) as "hot in 3 or more",
       count(*) filter (where c.years = 9) as "hot in all 9", count(*) as "LSOAs"
from counted as c
join geography.lsoa21 as l on l.lsoa21_code = c.area_code
group by council
order by 2 desc, council
limit 15
