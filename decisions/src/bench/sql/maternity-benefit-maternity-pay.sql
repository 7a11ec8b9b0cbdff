select person_ref, province_code, receives, amount, 'ONCE' as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    case when p.birth_date >= date '2026-07-01' and p.birth_order = 2 then 7 else 5 + p.children_born end
      * p.avg_salary_6m as amount,
    case
      when p.birth_date < date '2026-07-01' and p.children_born = 1 then 'one-child-6-months'
      when p.birth_date < date '2026-07-01' then 'several-children-1-month-more-each'
      when p.birth_order < 1 then null
      when p.birth_order = 2 and p.children_born = 1 then 'second-birth-7-months'
      when p.birth_order = 2 then null
      when p.children_born = 1 then 'one-child-of-another-than-the-second-birth'
      else 'several-children-of-another-than-the-second-birth'
    end as matched_row
  from population_person p
  where p.birth_date >= date '2025-07-01' and p.birth_grant_recipient = 'MOTHER' and p.children_born >= 1
    and p.avg_salary_6m > 0 and p.birth_order is not null
) found
where matched_row is not null
