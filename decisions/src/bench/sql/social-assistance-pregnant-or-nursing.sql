select person_ref, province_code, receives,
  (times * l.value)::bigint as amount, 'MONTHLY' as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    case when p.children_under_36_months >= 2 or p.children_under_36_months = 1 and p.pregnant then 2 else 1.5 end
      as times,
    case
      when p.children_under_36_months >= 2 then 'two-children-under-36-months'
      when p.children_under_36_months = 1 and p.pregnant then 'pregnant-with-a-child-under-36-months'
      when p.children_under_36_months = 1 then 'one-child-under-36-months'
      else 'pregnant-without-a-small-child'
    end as matched_row
  from population_person p
  where p.disability_level in ('SEVERE', 'EXTREME') and (p.children_under_36_months > 0 or p.pregnant)
    and p.children_under_36_months is not null and p.pregnant is not null
) found
join bench_law_now l on l.key = 'socialAssistanceStandard' and l.province = found.province_code
