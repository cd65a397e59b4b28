select month, lsoa as lsoa11_code, "SHEF_A_CODE" as code, reports
from received
where left(lsoa, 1) in ('E', 'W')
