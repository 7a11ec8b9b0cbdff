select person_ref, province_code, receives, amount, 'MONTHLY' as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives, s.value as amount,
    case
      when age < 70 then null
      when p.monthly_pension >= m.value then null
      when age < 75 and p.household_poverty in ('DIFFICULT', 'NONE') then null
      when p.other_social_allowance > s.value then null
      when age >= 75 and p.other_social_allowance = 0 then 'age-75-and-over'
      when age >= 75 and p.other_social_allowance > 0 then 'age-75-in-place-of-lower-allowance'
      when p.household_poverty not in ('POOR', 'NEAR_POOR') then null
      when p.other_social_allowance = 0 then 'age-70-to-74-in-poor-household'
      when p.other_social_allowance > 0 then 'age-70-to-74-in-place-of-lower-allowance'
    end as matched_row
  from population_person p
  cross join lateral (select extract(year from age({day}, p.birth_date)) as age) a
  join bench_law_now s on s.key = 'socialPension' and s.province = p.province_code
  join bench_law_now m on m.key = 'socialPensionLimit' and m.province = p.province_code
  where p.birth_date <= {day} and p.monthly_pension is not null and p.household_poverty is not null
    and p.other_social_allowance is not null
) found
where matched_row is not null
