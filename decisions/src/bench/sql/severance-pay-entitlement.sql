select person_ref, province_code, receives,
  floor(case when p.termination_reason = 'SEVERANCE' then years / 2.0 else greatest(years, 2) end
    * p.avg_contract_salary_6m)::bigint as amount,
  'ONCE' as periodicity,
  case when p.termination_reason = 'SEVERANCE' then 'severance-half-month-a-year'
    when years < 2 then 'job-loss-at-least-2-months' else 'job-loss-a-month-a-year' end as matched_row
from population_person p
cross join lateral (select p.years_of_service - p.years_covered_by_unemployment_insurance as years) a
where p.contract_end_date >= date '2021-01-01' and p.termination_reason in ('SEVERANCE', 'JOB_LOSS')
  and p.months_worked >= 12 and years > 0 and p.avg_contract_salary_6m is not null
