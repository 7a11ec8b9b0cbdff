select p.person_ref, p.province_code, p.receives, (20 * standard)::bigint as amount, 'ONCE' as periodicity,
  case p.deceased_assistance when 'SOCIAL_PENSION' then 'deceased-on-social-pension'
    when 'SOCIAL_ASSISTANCE' then 'deceased-on-social-assistance'
    when 'APPLIED_NOT_DECIDED' then 'deceased-had-applied'
    else 'deceased-on-survivor-benefit-from-80' end as matched_row
from population_person p
join bench_law n on n.key = 'socialAssistanceStandard' and n.province is null
  and p.death_date >= n.since and p.death_date < n.until
left join bench_law l on l.key = 'socialAssistanceStandard' and l.province = p.province_code
  and p.death_date >= l.since and p.death_date < l.until
cross join lateral (select coalesce(l.value, n.value) as standard) a
where p.deceased_assistance in ('SOCIAL_PENSION', 'SOCIAL_ASSISTANCE', 'APPLIED_NOT_DECIDED', 'SURVIVOR_80_PLUS')
  and p.other_funeral_amount < 20 * standard
