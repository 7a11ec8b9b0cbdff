select person_ref, province_code, receives,
  (times * l.value)::bigint as amount, 'MONTHLY' as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    case when p.disability_level = 'SEVERE' then case when age between 16 and 59 then 1.5 else 2 end
      else case when age between 16 and 59 then 2 else 2.5 end end as times,
    case when age < 16 then 'child' when age < 60 then 'adult' else 'from-60' end
      || case when p.disability_level = 'SEVERE' then '-severely-disabled' else '-extremely-disabled' end
      as matched_row
  from population_person p
  cross join lateral (select extract(year from age({day}, p.birth_date)) as age) a
  where p.disability_level in ('SEVERE', 'EXTREME') and p.birth_date <= {day}
) found
join bench_law_now l on l.key = 'socialAssistanceStandard' and l.province = found.province_code
