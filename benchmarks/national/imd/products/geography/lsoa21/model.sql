select *, 'E92000001' as country_code
from received
where left(lsoa21_code, 1) = 'E'
