select p.person_ref, p.province_code, p.receives,
  (case when p.foster_relation = 'FOSTER_CHILD' and age < 4 then 2.5 else 1.5 end * l.value)::bigint
    as amount,
  'MONTHLY' as periodicity,
  case when p.foster_relation = 'ACCEPTED_ELDER' then 'elder-taken-in' when age < 4 then 'foster-child-under-4'
    else 'foster-child-4-to-15' end as matched_row
from population_person p
cross join lateral (select extract(year from age({day}, p.foster_child_birth_date)) as age) a
join bench_law_now l on l.key = 'socialAssistanceStandard' and l.province = p.province_code
where p.foster_relation = 'ACCEPTED_ELDER' or p.foster_relation = 'FOSTER_CHILD' and age between 0 and 15
