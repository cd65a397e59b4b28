-- Councils with the most of their LSOAs in England's most deprived tenth
select rank() over (order by o.value desc) as rank, a.area_name as council,
       cast(o.numerator as integer) as "in the tenth", cast(o.denominator as integer) as "LSOAs",
       round(o.value, 1) as "per cent", round(o.lower, 1) as "from", round(o.upper, 1) as "to",
       o.compared as "beside England"
from observations as o
join areas as a using (area_type, area_code)
where o.area_type = 'ltla24'
order by o.value desc, council
limit 20
