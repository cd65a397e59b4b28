-- Disabled residents: councils with the highest and the lowest share
with ranked as (
    select a.area_name as council, o.*, row_number() over (order by o.value desc) as place
    from observations as o
    join areas as a using (area_type, area_code)
    where o.indicator = 'census.disabled' and o.area_type = 'ltla24'
)
select place, council, cast(numerator as integer) as disabled,
       cast(denominator as integer) as residents, round(value, 1) as "per cent",
       round(lower, 1) as "from", round(upper, 1) as "to"
from ranked
where place <= 5 or place > (select count(*) - 5 from ranked)
order by place
