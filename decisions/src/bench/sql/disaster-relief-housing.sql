select person_ref, province_code, receives,
  (case when found.in_need or found.housing_damage = 'RELOCATE' then greatest(n.value, l.value) else l.value end)::bigint
    as amount,
  'ONCE' as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives, p.disaster_date, p.housing_damage, in_need,
    case
      when p.housing_damage = 'RELOCATE' then 'house-must-be-moved'
      when p.province_code = '56' and p.disaster_date >= date '2025-11-01'
        then 'house-of-' || case when in_need then 'a-household-in-need' else 'another-household' end
          || case when p.housing_damage = 'DESTROYED' then '-destroyed' else '-damaged' end
      when not in_need then null
      when p.province_code = '56'
        then case when p.housing_damage = 'DESTROYED' then 'destroyed' else 'damaged' end
          || '-before-the-decision-of-the-province'
      else case when p.housing_damage = 'DESTROYED' then 'house-destroyed' else 'house-severely-damaged' end
    end as matched_row,
    case p.housing_damage when 'DESTROYED' then 'Destroyed' when 'RELOCATE' then 'Relocation'
      else 'Damaged' end as aid
  from population_person p
  cross join lateral (select p.household_poverty in ('POOR', 'NEAR_POOR', 'DIFFICULT') as in_need) a
  where p.housing_damage in ('DESTROYED', 'RELOCATE', 'DAMAGED_SEVERE')
) found
join bench_law n on n.key = 'housingAid' || aid and n.province is null
  and found.disaster_date >= n.since and found.disaster_date < n.until
left join bench_law l on l.key = 'localHousingAid' || aid and l.province = found.province_code
  and found.disaster_date >= l.since and found.disaster_date < l.until
where matched_row is not null
