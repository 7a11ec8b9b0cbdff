select person_ref, province_code, receives, null::bigint as amount, 'MONTHLY' as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    case
      when {day} < date '2025-07-01' then null
      when p.contribution_years < 15 then null
      when p.contribution_years < 20 and p.early_months > 0 then null
      when p.early_months > 120 then null
      when {day} < date '2029-01-01' and extract(month from {day}) <= 3 and p.sex = 'M' and months_left between 1 and 3
        then null
      when {day} < date '2036-01-01' and extract(month from {day}) <= 4 and p.sex = 'F' and months_left between 1 and 4
        then null
      when months_left > 0 then null
      when p.sex = 'F' and p.contribution_years < 30 then 'woman-insured-15-to-29-years'
      when p.sex = 'F' then 'woman-insured-30-years-and-over'
      when p.contribution_years < 20 then 'man-insured-15-to-19-years'
      when p.contribution_years < 35 then 'man-insured-20-to-34-years'
      else 'man-insured-35-years-and-over'
    end as matched_row
  from population_person p
  join bench_law_now w on w.key = 'retirementAgeMonthsWomen' and w.province = p.province_code
  join bench_law_now m on m.key = 'retirementAgeMonthsMen' and m.province = p.province_code
  cross join lateral (
    select extract(year from age({day}, p.birth_date)) * 12 + extract(month from age({day}, p.birth_date))
      as age_months) a
  cross join lateral (
    select case when p.sex = 'F' then w.value else m.value end - age_months - p.early_months
      as months_left) b
  where p.birth_date <= {day} and p.sex in ('F', 'M') and p.contribution_years is not null
    and p.early_months is not null
) found
where matched_row is not null
