select p.person_ref, p.province_code, p.receives, null::bigint as amount, 'ONCE' as periodicity,
  'gift-or-inheritance-in-the-close-family' as matched_row
from population_person p
where p.transfer_kind in ('GIFT', 'INHERITANCE') and p.close_family
