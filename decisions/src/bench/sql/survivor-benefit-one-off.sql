select person_ref, province_code, receives, amount::bigint, 'ONCE' as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    case
      when not p.deceased_pensioner then floor(greatest(months_due, 3) * p.deceased_avg_salary)
      when p.deceased_pension_months_drawn <= 2 then 48 * p.deceased_monthly_pension
      when p.deceased_pension_months_drawn <= 92
        then floor((98 - p.deceased_pension_months_drawn) * p.deceased_monthly_pension / 2.0)
      else 3 * p.deceased_monthly_pension
    end as amount,
    case
      when not p.deceased_pensioner
        then case when months_due < 3 then 'at-least-3-months-salary' else 'months-of-salary-for-years' end
      when p.deceased_pension_months_drawn <= 2 then 'pension-drawn-for-2-months-or-less'
      when p.deceased_pension_months_drawn <= 92 then 'pension-drawn-for-up-to-92-months'
      else 'pension-drawn-for-longer'
    end as matched_row
  from population_person p
  cross join lateral (
    select 1.5 * p.deceased_years_before_2014 + 2 * p.deceased_years_from_2014 as months_due) a
  where p.death_date >= date '2025-07-01'
    and case when p.deceased_pensioner
      then p.deceased_pension_months_drawn is not null and p.deceased_monthly_pension is not null
      else p.deceased_total_months > 0 and p.deceased_avg_salary > 0 and months_due is not null end
) found
