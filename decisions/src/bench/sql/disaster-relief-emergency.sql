select p.person_ref, p.province_code, p.receives,
  ((10 * p.serious_injuries + 50 * p.disaster_deaths) * coalesce(l.value, n.value))::bigint as amount,
  'ONCE' as periodicity,
  concat_ws(',',
    case when p.disaster_months between 1 and 3 then 'rice-for-up-to-3-months'
      when p.disaster_months > 3 then 'rice-for-3-months-at-most' end,
    case when p.serious_injuries >= 1 then 'money-for-each-serious-injury' end,
    case when p.disaster_deaths >= 1 then 'money-for-each-funeral' end) as matched_row
from population_person p
join bench_law n on n.key = 'socialAssistanceStandard' and n.province is null
  and p.disaster_date >= n.since and p.disaster_date < n.until
left join bench_law l on l.key = 'socialAssistanceStandard' and l.province = p.province_code
  and p.disaster_date >= l.since and p.disaster_date < l.until
where p.disaster_months + p.serious_injuries + p.disaster_deaths > 0
  and (p.household_size >= 1 or p.household_size = 0 and p.disaster_months = 0)
