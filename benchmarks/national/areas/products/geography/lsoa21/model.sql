select *, case left(lsoa21_code, 1) when 'E' then 'E92000001' else 'W92000004' end as country_code
from received
