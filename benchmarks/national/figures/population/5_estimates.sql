-- Values marked as estimates
select indicator, area_type as level, count(*) filter (where marker = '[e]') as estimates,
       count(*) as areas
from observations
where area_type in ('lsoa21', 'ltla24', 'country')
group by indicator, area_type
order by indicator, areas desc
