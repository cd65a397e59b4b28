-- Reports by year, and the LSOAs that are hot or cold (Gi*, false discovery rate 5 %)
with hot as (
    select period_start, count(*) filter (where class like 'hot%') as hot,
           count(*) filter (where class = 'hot_1') as strong,
           count(*) filter (where class like 'cold%') as cold
    from hot_spots
    where area_type = 'lsoa21'
    group by period_start
)
select year(period_start) as year, cast(sum(o.numerator) as integer) as reports,
       round(1000 * sum(o.numerator) / sum(o.denominator), 2) as "per 1,000",
       any_value(h.hot) as "hot LSOAs", any_value(h.strong) as "of them at 1 %",
       any_value(h.cold) as "cold LSOAs"
from observations as o
join hot as h using (period_start)
where o.indicator = 'street.reports' and o.area_type = 'country'
group by period_start
order by period_start
