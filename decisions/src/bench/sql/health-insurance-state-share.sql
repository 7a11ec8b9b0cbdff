select person_ref, province_code, receives, null::bigint as amount, null as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    case
      when {day} < date '2025-07-01' then null
      when g ??| array['EMPLOYEE', 'PENSIONER', 'UNEMPLOYMENT_BENEFIT']
        and (age < 6 or p.household_poverty = 'POOR'
          or g ??| array['MERITORIOUS', 'SOCIAL_ASSISTANCE', 'HARD_AREA_RESIDENT', 'SURVIVOR_BENEFIT'])
        then 'full-pay-out-premium-paid-elsewhere'
      when g ??| array['EMPLOYEE', 'PENSIONER', 'UNEMPLOYMENT_BENEFIT']
        and (p.household_poverty = 'NEAR_POOR' or g ?? 'SOCIAL_PENSION')
        then 'full-pay-out-from-2026-premium-paid-elsewhere'
      when g ?? 'MERITORIOUS' then 'meritorious-service'
      when age < 6 then 'child-under-6'
      when g ?? 'SOCIAL_ASSISTANCE' then 'on-social-assistance'
      when p.household_poverty = 'POOR' then 'poor-household'
      when g ?? 'HARD_AREA_RESIDENT' then 'hard-area-resident'
      when g ?? 'SURVIVOR_BENEFIT' then 'on-survivor-benefit'
      when p.household_poverty = 'NEAR_POOR' and p.commune_class = 'POOR' then 'near-poor-in-poor-commune-from-2026'
      when g ?? 'SOCIAL_PENSION' then 'social-pension-from-2026'
      when p.household_poverty = 'NEAR_POOR' then 'near-poor-elsewhere-from-2026'
      when g ?? 'PENSIONER' then 'draws-a-pension'
      when g ?? 'EMPLOYEE' then null
      when g ?? 'UNEMPLOYMENT_BENEFIT' then 'on-unemployment-benefit'
      when g ?? 'LEFT_HARD_LIST_MINORITY' and (p.months_since_left_hard_list >= 36) is not true then 'left-hard-list-36-months'
      when g ?? 'PUPIL_STUDENT' then 'pupil-or-student'
      when g ?? 'VILLAGE_HEALTH_WORKER' then 'village-health-worker'
      when g ?? 'GRASSROOTS_SECURITY' then 'grassroots-security'
      when g ?? 'FARM_HOUSEHOLD_AVERAGE' then 'farm-household-average-income'
    end as matched_row
  from population_person p
  cross join lateral (select p.health_insurance_groups::jsonb as g offset 0) a
  cross join lateral (select extract(year from age({day}, p.birth_date)) as age) b
  where p.health_insurance_groups is not null and p.commune_class is not null
    and p.birth_date <= {day} and p.household_poverty is not null
) found
where matched_row is not null
