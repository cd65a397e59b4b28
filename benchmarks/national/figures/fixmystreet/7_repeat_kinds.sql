-- Spells of three months or more that began in 2020, by kind of fault
select kind as "kind of fault", count(*) as spells, sum(events) as reports
from street.repeat_locations
where definition = 'three_months' and year(first_met_at) = 2020
group by kind
order by spells desc
limit 10
