select person_ref, province_code, receives,
  ((case when deceased_count >= 2 then 2 else 1 end)
    * (50 * least(entitled, 4) + 20 * least(alone, 4)) * base / 100)::bigint as amount,
  'MONTHLY' as periodicity,
  array_to_string(
    (array['first', 'second', 'third', 'fourth'])[1:least(entitled, 4)::int], '-relative-entitled,')
    || '-relative-entitled'
    || case when alone = 0 then '' else ','
      || array_to_string(
        (array['first', 'second', 'third', 'fourth'])[1:least(alone, 4)::int], '-relative-without-carer,')
      || '-relative-without-carer' end as matched_row
from (
  select p.person_ref, p.province_code, p.receives, p.deceased_count, l.value as base, r.entitled, r.alone
  from population_person p
  join bench_law l on l.key = 'baseSalary' and l.province is null
    and p.death_date >= l.since and p.death_date < l.until
  cross join lateral (
    select count(*) filter (where unknown) as unknown, count(*) filter (where due) as entitled,
      count(*) filter (where due and without_carer) as alone
    from (
      select coalesce(relation is null or (relation = 'CHILD' and born is null)
          or (relation <> 'CHILD' and (retired is distinct from false or loss >= 81)
            and (income is null or income < l.value
              and (relation not in ('SPOUSE', 'PARENT') or retired is null and (loss >= 81) is not true))),
          false) as unknown,
        (relation = 'CHILD' and (born > p.death_date - interval '18 years' or loss >= 81))
          or (relation in ('SPOUSE', 'PARENT') and (retired or loss >= 81) and income < l.value) as due,
        without_carer
      from jsonb_to_recordset(p.relatives::jsonb) as item(relation text, "birthDate" date,
        "capacityLoss" numeric, "monthlyIncome" numeric, "retirementAge" boolean,
        "withoutDirectCarer" boolean)
      cross join lateral (select "birthDate" as born, "capacityLoss" as loss,
        "monthlyIncome" as income, "retirementAge" as retired, "withoutDirectCarer" as without_carer) n
    ) relatives) r
  where p.death_date >= date '2025-07-01' and p.deceased_contribution_years is not null
    and p.deceased_pensioner is not null and p.occupational_death is not null
    and p.deceased_work_capacity_loss is not null and p.deceased_count is not null
    and (p.deceased_contribution_years >= 15 or p.deceased_pensioner or p.occupational_death
      or p.deceased_work_capacity_loss >= 61)
    and r.unknown = 0 and r.entitled >= 1
) found
