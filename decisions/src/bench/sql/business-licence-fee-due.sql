select person_ref, province_code, receives, null::bigint as amount, null as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    case
      when p.tax_year_start >= date '2026-01-01' then 'abolished-from-2026'
      when p.tax_year_start < date '2020-01-01' then null
      when years < 0 then 'founded-after-that-year'
      when years = 0 then 'first-year-is-free'
      when years <= 2 and p.business_unit_kind = 'HOUSEHOLD_CONVERTED'
        then 'household-turned-firm-free-for-3-years'
    end as matched_row
  from population_person p
  cross join lateral (select extract(year from p.tax_year_start) - p.established_year as years) a
  where p.tax_year_start is not null
) found
where matched_row is not null
