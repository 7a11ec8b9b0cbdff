select person_ref, province_code, receives, null::bigint as amount, 'YEARLY' as periodicity,
  case when years = 0 then 'born-in-that-year-from-the-month-of-birth' else 'whole-year-12-months' end
    as matched_row
from population_person p
cross join lateral (
  select extract(year from p.tax_year_start) - extract(year from p.birth_date) as years) a
where years >= 0 and not p.dependant_claimed_by_other and p.dependant_registered
