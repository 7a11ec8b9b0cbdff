select p.person_ref, p.province_code, p.receives, null::bigint as amount, null as periodicity,
  'revenue-up-to-the-tax-free-amount' as matched_row
from population_person p
join bench_law l on l.key = 'householdTaxFreeRevenue' and l.province is null
  and p.tax_year_start >= l.since and p.tax_year_start < l.until
where p.annual_revenue <= l.value
