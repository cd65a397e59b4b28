-- Reports per 1,000 residents of England and Wales, by kind
pivot (
    select category as kind, year(period_start) as year,
           round(1000 * sum(numerator) / sum(denominator), 2) as rate
    from observations
    where indicator = 'street.reports_by_group' and area_type = 'country'
        and year(period_start) in (2012, 2014, 2016, 2018, 2020)
    group by category, period_start
) on year using max(rate)
order by kind
