-- Disabled residents by tenth of deprivation in England, the most deprived first
select o.area_code as tenth, cast(o.numerator as integer) as disabled,
       cast(o.denominator as integer) as residents, round(o.value, 1) as "per cent"
from observations as o
where o.area_type = 'imd_decile'
order by cast(o.area_code as integer)
