-- Councils with the most spells that began in 2020
select a.area_name as council, cast(o.numerator as integer) as spells
from observations as o
join areas as a using (area_type, area_code)
where o.indicator = 'street.repeat_locations' and o.area_type = 'ltla24'
order by o.numerator desc, council
limit 10
