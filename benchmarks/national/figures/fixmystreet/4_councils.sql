-- Reports per 1,000 residents: the councils with the most in 2020
with rates as (
    select a.area_name as council, year(o.period_start) as year, o.value, o.lower, o.upper
    from observations as o
    join areas as a using (area_type, area_code)
    where o.indicator = 'street.reports' and o.area_type = 'ltla24'
)
select council, round(max(value) filter (where year = 2012), 1) as "2012",
       round(max(value) filter (where year = 2016), 1) as "2016",
       round(max(value) filter (where year = 2020), 1) as "2020",
       round(max(lower) filter (where year = 2020), 1) as "from",
       round(max(upper) filter (where year = 2020), 1) as "to"
from rates
group by council
order by 4 desc, council
limit 10
