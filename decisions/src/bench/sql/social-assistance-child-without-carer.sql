select p.person_ref, p.province_code, p.receives,
  (case when age < 4 then 2.5 else 1.5 end * l.value)::bigint as amount, 'MONTHLY' as periodicity,
  case when age < 4 then 'under-4-without-carer' when age < 16 then 'age-4-to-15-without-carer'
    else 'age-16-to-21-and-studying' end as matched_row
from population_person p
cross join lateral (select extract(year from age({day}, p.birth_date)) as age) a
join bench_law_now l on l.key = 'socialAssistanceStandard' and l.province = p.province_code
where p.carer_loss <> 'NONE' and p.birth_date <= {day} and (age < 16 or age < 22 and p.studying)
