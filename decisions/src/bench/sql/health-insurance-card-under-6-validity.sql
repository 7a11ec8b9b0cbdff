select p.person_ref, p.province_code, p.receives, null::bigint as amount, null as periodicity,
  case when born_month <= 9 then 'born-by-30-september' else 'born-from-1-october' end as matched_row
from population_person p
cross join lateral (
  select extract(year from p.birth_date)::int as born_year, extract(month from p.birth_date)::int as born_month) a
where make_date(born_year + 6, greatest(9, born_month), 1) >= date_trunc('month', {day})
