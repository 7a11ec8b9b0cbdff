select person_ref, province_code, receives,
  (case when in_community_care then 3 when age < 80 then 1.5 else 2 end * l.value)::bigint as amount,
  'MONTHLY' as periodicity,
  case when in_community_care then 'elder-cared-for-in-community' when age < 80 then 'elder-aged-60-to-79'
    else 'elder-aged-80-and-over' end as matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    p.in_community_care, extract(year from age({day}, p.birth_date)) as age
  from population_person p
  where p.birth_date <= {day} - interval '60 years' and p.without_supporter and p.in_community_care is not null
    and case when p.province_code = '01'
      then {day} >= date '2026-01-01'
        and (p.household_poverty = 'POOR' or p.household_poverty = 'NEAR_POOR' and not p.in_community_care)
      else p.household_poverty = 'POOR' end
) found
join bench_law_now l on l.key = 'socialAssistanceStandard' and l.province = found.province_code
