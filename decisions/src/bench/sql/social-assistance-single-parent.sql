select p.person_ref, p.province_code, p.receives,
  (p.dependent_children * l.value)::bigint as amount, 'MONTHLY' as periodicity,
  case when p.marital_status = 'SINGLE' then 'unmarried-poor-parent' else 'poor-parent-without-spouse' end
    as matched_row
from population_person p
join bench_law_now l on l.key = 'socialAssistanceStandard' and l.province = p.province_code
where p.dependent_children <> 0 and p.household_poverty = 'POOR'
  and p.marital_status in ('SINGLE', 'WIDOWED', 'SPOUSE_MISSING')
