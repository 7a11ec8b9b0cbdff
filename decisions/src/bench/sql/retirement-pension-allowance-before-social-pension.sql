select person_ref, province_code, receives,
  null::bigint as amount, 'MONTHLY' as periodicity, 'too-few-years-for-pension' as matched_row
from population_person p
join bench_law_now w on w.key = 'retirementAgeMonthsWomen' and w.province = p.province_code
join bench_law_now m on m.key = 'retirementAgeMonthsMen' and m.province = p.province_code
cross join lateral (
  select extract(year from age({day}, p.birth_date)) * 12 + extract(month from age({day}, p.birth_date))
    as age_months) a
cross join lateral (
  select case when p.sex = 'F' then w.value else m.value end - age_months as months_left) b
where {day} >= date '2025-07-01' and p.birth_date <= {day} and p.sex in ('F', 'M')
  and age_months < 900 and p.contribution_years between 1 and 14 and months_left <= 0
  and not p.withdrew_one_off and p.monthly_pension = 0
