with counted as (
    select r.lsoa11_code, cast(left(r.month, 4) as integer) as year, c.category,
           sum(r.reports) as reports
    from street.reports as r
    join street.category as c on c.code = r.code
    group by r.lsoa11_code, cast(left(r.month, 4) as integer), c.category
),

places as (
    select distinct lsoa11_code from geography.lsoa11_to_lsoa21
),

years as (
    select distinct year from counted where year >= 2012
),

categories as (
    select distinct category from street.category
)

select p.lsoa11_code, make_date(y.year, 1, 1) as year_start,
       make_date(y.year + 1, 1, 1) as year_end, k.category, coalesce(c.reports, 0) as reports
from places as p
cross join years as y
cross join categories as k
left join counted as c
    on c.lsoa11_code = p.lsoa11_code and c.year = y.year and c.category = k.category
