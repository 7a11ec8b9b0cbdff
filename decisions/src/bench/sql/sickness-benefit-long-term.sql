select p.person_ref, p.province_code, p.receives,
  floor(p.last_month_salary * rate * p.sick_days / 2400)::bigint as amount, 'ONCE' as periodicity,
  case rate when 50 then 'rate-50-fewer-than-15-years' when 55 then 'rate-55-from-15-to-29-years'
    else 'rate-65-from-30-years' end as matched_row
from population_person p
cross join lateral (
  select case when p.contribution_years < 15 then 50 when p.contribution_years < 30 then 55 else 65 end as rate) a
where p.sick_leave_start >= date '2025-07-01' and p.listed_long_term_disease and p.sick_quota_used_up
  and p.sick_days > 0 and p.contribution_years is not null and p.last_month_salary is not null
