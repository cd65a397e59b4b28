-- Repeat locations, 2007 to 2020: a dozen reports of one kind in one LSOA
select definition, count(*) as spells, count(distinct entity) as "places and kinds",
       count(distinct split_part(entity, '/', 1)) as "LSOAs", sum(events) as reports
from street.repeat_locations
group by definition
order by spells desc
