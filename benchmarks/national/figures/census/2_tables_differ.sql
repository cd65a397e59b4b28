-- All residents of England and Wales, by table of the Census
with totals as (
    select 'Age' as "table", cast(sum(residents) as integer) as residents from census.age
    union all
    select 'Disability', cast(sum(residents) as integer) from census.disability
    union all
    select 'Ethnic group', cast(sum(residents) as integer) from census.ethnicity
)

select "table", residents, residents - max(residents) over () as difference
from totals
order by residents
