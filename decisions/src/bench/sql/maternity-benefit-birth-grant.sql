select person_ref, province_code, receives, amount::bigint, 'ONCE' as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives, 2 * l.value * p.children_born as amount,
    case
      when p.birth_date < date '2025-07-01' then null
      when p.children_born < 1 then null
      when p.mother_months_in_12 >= 6 then 'mother-6-months'
      when p.mother_months_in_12 >= 3 and p.mother_total_months >= 12 and p.mother_prescribed_rest
        then 'mother-3-months-and-prescribed-rest'
      when p.mother_infertility_treatment and p.mother_months_in_24 >= 6
        then 'mother-6-of-24-months-and-treatment'
      when p.father_months_in_12 >= 6 then 'father-6-months'
    end as matched_row
  from population_person p
  join bench_law l on l.key = 'baseSalary' and l.province is null
    and p.birth_date >= l.since and p.birth_date < l.until
  where p.children_born is not null and p.mother_months_in_12 is not null
    and p.mother_total_months is not null and p.mother_prescribed_rest is not null
    and p.father_months_in_12 is not null
) found
where matched_row is not null
