select person_ref, province_code, receives,
  (l.value * least(school_months, 9))::bigint as amount, 'YEARLY' as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    p.school_months, coalesce(p.school_year_start, {day}) as key_date,
    case
      when p.orphan then 'lost-both-parents'
      when p.disability_level in ('MILD', 'SEVERE', 'EXTREME') then 'child-with-a-disability'
      when p.household_poverty = 'POOR' then 'child-of-a-poor-household'
    end as matched_row
  from population_person p
  where p.school_level <> 'HIGHER' and p.school_months <> 0 and p.orphan is not null
    and p.disability_level is not null and p.household_poverty is not null
) found
join bench_law l on l.key = 'studyCostSupport' and l.province is null
  and key_date >= l.since and key_date < l.until
where matched_row is not null
