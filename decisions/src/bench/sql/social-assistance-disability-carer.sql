select p.person_ref, p.province_code, p.receives,
  (case when p.carer_kind = 'OWN_FAMILY' then 1 else 1.5 end * p.cared_persons * l.value)::bigint as amount,
  'MONTHLY' as periodicity,
  case when p.carer_kind = 'OWN_FAMILY' then 'own-family-cares' else 'household-has-taken-people-in' end
    as matched_row
from population_person p
join bench_law_now l on l.key = 'socialAssistanceStandard' and l.province = p.province_code
where p.carer_kind in ('OWN_FAMILY', 'ACCEPTING_HOUSEHOLD') and p.cared_persons <> 0
