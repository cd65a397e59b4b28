select distinct country_code as code,
       case country_code when 'E92000001' then 'England' else 'Wales' end as name
from geography.lsoa21
