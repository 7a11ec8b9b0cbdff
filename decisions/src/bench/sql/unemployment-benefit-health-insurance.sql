select p.person_ref, p.province_code, p.receives,
  null::bigint as amount, null as periodicity, 'benefit-is-paid' as matched_row
from population_person p
where p.unemployment_benefit_state = 'PAID'
