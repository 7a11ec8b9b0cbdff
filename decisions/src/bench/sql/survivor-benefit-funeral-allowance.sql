select person_ref, province_code, receives, 10 * value::bigint as amount, 'ONCE' as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives, l.value,
    case
      when p.deceased_compulsory_months >= 12 then 'compulsory-insurance-12-months'
      when p.deceased_pensioner then 'deceased-drew-pension'
      when p.occupational_death then 'died-of-work'
      when p.deceased_voluntary_months >= 60 then 'voluntary-insurance-60-months'
      when p.deceased_compulsory_months + p.deceased_voluntary_months >= 60
        then 'insurance-of-both-kinds-60-months'
    end as matched_row
  from population_person p
  join bench_law l on l.key = 'baseSalary' and l.province is null
    and p.death_date >= l.since and p.death_date < l.until
  where p.death_date >= date '2025-07-01' and (p.funeral_claim_date > p.death_date + 90) is not true
    and p.deceased_compulsory_months is not null and p.deceased_voluntary_months is not null
    and p.deceased_pensioner is not null and p.occupational_death is not null
) found
where matched_row is not null
