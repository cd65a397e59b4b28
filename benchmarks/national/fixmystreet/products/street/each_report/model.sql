select r.lsoa11_code || '/' || r.code || '/' || r.month || '/' || r.nth as report_id,
       r.lsoa11_code || '/' || r.code as place_and_kind,
       cast(r.month || '-01' as date) as reported_in, k.name as kind, a.ltla24_code
from (
    select lsoa11_code, code, month, unnest(range(reports)) as nth
    from street.reports
) as r
join street.category as k on k.code = r.code
join geography.council_of_lsoa11 as a on a.lsoa11_code = r.lsoa11_code
