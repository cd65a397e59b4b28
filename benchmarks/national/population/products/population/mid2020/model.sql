select lsoa11_code, age, people,
       case when age < 16 then 'Aged 15 years and under'
            when age < 25 then 'Aged 16 to 24 years'
            when age < 35 then 'Aged 25 to 34 years'
            when age < 50 then 'Aged 35 to 49 years'
            when age < 65 then 'Aged 50 to 64 years'
            else 'Aged 65 years and over' end as age_group
from (
    select lsoa11_code, cast(rtrim(age, '+') as integer) as age, people
    from received
) as rows
