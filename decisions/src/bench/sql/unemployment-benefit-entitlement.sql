select person_ref, province_code, receives,
  case when matched_row like '%highest-benefit' then 5 * most else sixty end::bigint as amount,
  'MONTHLY' as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    r.value as most, floor(p.avg_unemployment_insured_salary_6m * 60 / 100.0) as sixty,
    case
      when p.avg_unemployment_insured_salary_6m * 12 / 100.0 <= least4.value
        then 'sixty-per-cent-below-every-limit'
      when p.avg_unemployment_insured_salary_6m * 12 / 100.0 <= r.value
        then 'region-' || region || '-sixty-per-cent'
      else 'region-' || region || '-highest-benefit'
    end as matched_row
  from population_person p
  cross join lateral (
    select case p.minimum_wage_region when 'I' then 1 when 'II' then 2 when 'III' then 3 when 'IV' then 4
      end as region) a
  join bench_law r on r.key = 'minimumWageRegion' || region and r.province is null
    and p.last_insured_month >= r.since and p.last_insured_month < r.until
  join bench_law least4 on least4.key = 'minimumWageRegion4' and least4.province is null
    and p.last_insured_month >= least4.since and p.last_insured_month < least4.until
  where p.contract_end_date >= date '2026-01-01' and not p.unlawful_quit and not p.draws_pension
    and p.insured_months_in_window >= 12 and p.filed_within_3_months and not p.re_employed
    and p.avg_unemployment_insured_salary_6m <> 0 and p.unemployment_insured_months is not null
) found
