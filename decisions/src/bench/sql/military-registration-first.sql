select person_ref, province_code, receives,
  null::bigint as amount, null as periodicity, 'man-turns-17-this-year' as matched_row
from population_person p
where p.sex = 'M' and extract(year from {day}) - extract(year from p.birth_date) = 17
