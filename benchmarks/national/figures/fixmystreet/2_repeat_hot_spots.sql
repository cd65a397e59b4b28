-- In how many of the nine years an LSOA is hot
with counted as (
    select area_code, count(*) filter (where class like 'hot%') as years
    from hot_spots
    where area_type = 'lsoa21'
    group by area_code
)
select years, count(*) as "LSOAs", sum(count(*)) over (order by years desc) as "or more years"
from counted
group by years
order by years
