select p.person_ref, p.province_code, p.receives,
  null::bigint as amount, null as periodicity, 'nothing-stands-against-it' as matched_row
from population_person p
where p.marriage_date >= date '2015-01-01'
  and p.man_birth_date <= p.marriage_date - interval '20 years'
  and p.woman_birth_date <= p.marriage_date - interval '18 years'
  and p.man_marital_status not in ('MARRIED', 'SPOUSE_MISSING')
  and p.woman_marital_status not in ('MARRIED', 'SPOUSE_MISSING')
  and not p.barred_kinship and p.both_have_capacity and not p.doubt_raised
