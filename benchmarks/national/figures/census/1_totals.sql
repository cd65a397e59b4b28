-- What is counted at each level, beside the countries it covers (ICBs: England alone)
with counted as (
    select indicator, area_type, count(distinct area_code) as areas,
           cast(sum(numerator) as integer) as counted
    from observations
    where area_type not in ('england', 'imd_decile', 'country')
    group by indicator, area_type
),

countries as (
    select indicator, cast(sum(numerator) as integer) as of_all,
           cast(sum(numerator) filter (where area_code = 'E92000001') as integer) as of_england
    from observations
    where area_type = 'country'
    group by indicator
)

select c.indicator, c.area_type as level, c.areas, c.counted,
       c.counted - case c.area_type when 'icb24' then w.of_england else w.of_all end as difference
from counted as c
join countries as w using (indicator)
order by c.indicator, c.areas desc
