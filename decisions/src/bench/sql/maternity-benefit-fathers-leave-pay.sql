select person_ref, province_code, receives,
  round(father_avg_salary_6m * days / 24.0)::bigint as amount, 'ONCE' as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives, p.father_avg_salary_6m,
    case
      when p.children_born >= 3 and p.surgical_birth then 8 + 3 * p.children_born
      when p.children_born >= 3 then 4 + 3 * p.children_born
      when p.children_born = 2 and p.surgical_birth then 14
      when p.children_born = 2 then 10
      when p.birth_date >= date '2026-07-01' and p.birth_order = 2 then 10
      when p.surgical_birth or p.gestation_weeks < 32 then 7
      else 5
    end as days,
    case
      when p.children_born >= 3 and p.surgical_birth then 'three-children-or-more-by-surgery'
      when p.children_born >= 3 then 'three-children-or-more'
      when p.children_born = 2 and p.surgical_birth then 'twins-by-surgery'
      when p.children_born = 2 then 'twins-without-surgery'
      when p.birth_date >= date '2026-07-01' and p.birth_order = 2 then 'second-birth-10-days'
      when p.birth_date >= date '2026-07-01' and p.birth_order < 1 then null
      when p.surgical_birth then 'one-child-by-surgery'
      when p.gestation_weeks < 32 then 'one-child-before-32-weeks'
      else 'one-child-5-days'
    end as matched_row
  from population_person p
  where p.birth_date >= date '2025-07-01' and p.children_born >= 1 and p.father_avg_salary_6m > 0
    and (p.father_leave_end_date - p.birth_date > 60) is not true
    and p.surgical_birth is not null and p.gestation_weeks is not null and p.birth_order is not null
) found
where matched_row is not null
