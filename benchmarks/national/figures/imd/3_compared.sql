-- Beside England, by confidence
select compared as "beside England", count(*) as councils
from observations
where area_type = 'ltla24'
group by compared
order by compared
