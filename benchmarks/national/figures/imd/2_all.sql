-- All councils
select count(*) as councils, count(*) filter (where numerator = 0) as "with none",
       cast(sum(numerator) as integer) as "LSOAs in the tenth",
       cast(sum(denominator) as integer) as "LSOAs"
from observations
where area_type = 'ltla24'
