select person_ref, province_code, receives,
  floor(last_month_salary * 75 * days / 2400)::bigint as amount, 'ONCE' as periodicity,
  kind || case when sick_days + sick_days_used_this_year <= quota then '' else '-days-left' end as matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    p.last_month_salary, p.sick_days, p.sick_days_used_this_year, quota,
    least(p.sick_days, quota - p.sick_days_used_this_year) as days,
    case when p.hard_job then 'hard-job-' else 'insured-' end
      || case when p.contribution_years < 15 then 'fewer-than-15-years'
        when p.contribution_years < 30 then '15-to-29-years' else '30-years-and-over' end as kind
  from population_person p
  cross join lateral (
    select case when p.contribution_years < 15 then 30 when p.contribution_years < 30 then 40 else 60 end
      + case when p.hard_job then 10 else 0 end as quota) a
  where p.sick_leave_start >= date '2025-07-01' and p.contribution_years is not null
    and p.hard_job is not null and p.sick_days > 0 and p.sick_days_used_this_year < quota
    and p.last_month_salary is not null
) found
