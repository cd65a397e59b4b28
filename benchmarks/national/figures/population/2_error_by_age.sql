-- How far off the LSOAs are that were shared out (WMAPE against the Census, per cent)
select coalesce(t.age_group, 'All') as "age group", cast(sum(t.residents) as integer) as "people, Census",
       round(100 * sum(abs(u.people - t.residents)) / sum(t.residents), 1) as "all residents weigh",
       round(100 * sum(abs(m.people - t.residents)) / sum(t.residents), 1) as "the same ages weigh"
from census.age as t
join population.mid2020_matched as m using (lsoa21_code, age_group)
join population.mid2020_unmatched as u using (lsoa21_code, age_group)
where m.status = 'apportioned'
group by rollup (t.age_group)
order by t.age_group nulls last
