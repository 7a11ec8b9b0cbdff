select found.person_ref, found.province_code, found.receives,
  coalesce(l.value, n.value)::bigint as amount, 'ONCE' as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives, p.birth_date,
    case
      when p.birth_date < date '2026-07-01' and p.province_code <> '79' then null
      when p.live_children >= 2 and extract(year from age(p.birth_date, p.mother_birth_date)) < 35
        then 'two-children-before-35'
      when p.birth_date < date '2026-07-01' then null
      when p.province_low_fertility then 'province-of-low-fertility'
      when p.very_small_ethnic_group then 'very-small-ethnic-group'
    end as matched_row
  from population_person p
  where p.birth_date >= date '2025-09-01' and p.mother_birth_date <= p.birth_date
    and p.live_children is not null and p.province_low_fertility is not null
    and p.very_small_ethnic_group is not null
) found
cross join lateral (
  select case when matched_row = 'two-children-before-35' then 'fertilitySupportTwoChildren'
    else 'fertilitySupport' end as key) a
left join bench_law n on n.key = a.key and n.province is null
  and found.birth_date >= n.since and found.birth_date < n.until
left join bench_law l on l.key = a.key and l.province = found.province_code
  and found.birth_date >= l.since and found.birth_date < l.until
where matched_row is not null
