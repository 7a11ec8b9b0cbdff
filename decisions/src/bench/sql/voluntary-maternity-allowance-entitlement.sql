select person_ref, province_code, receives,
  (greatest(children_born, 1) * value)::bigint as amount, 'ONCE' as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives, p.children_born, l.value,
    case
      when p.children_born >= 1 and p.fetus_lost_after_22_weeks then null
      when p.fetus_lost_after_22_weeks and p.mother_died then null
      when p.fetus_lost_after_22_weeks then 'pregnancy-lost-after-22-weeks'
      when p.children_born = 0 then null
      when p.mother_died then 'mother-died-after-the-birth'
      else 'insured-6-months'
    end as matched_row
  from population_person p
  join bench_law l on l.key = 'voluntaryMaternityAllowance' and l.province is null
    and p.birth_date >= l.since and p.birth_date < l.until
  where p.birth_date >= date '2025-07-01' and not p.compulsory_eligible and not p.other_parent_claimed
    and p.voluntary_months_in_12 >= 6 and p.children_born is not null
) found
where matched_row is not null
