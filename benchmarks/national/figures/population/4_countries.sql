-- Countries
select o.indicator, a.area_name as country, round(o.value, 2) as value,
       coalesce(o.marker, '') as marker
from observations as o
join areas as a using (area_type, area_code)
where o.area_type = 'country'
order by o.indicator, country
