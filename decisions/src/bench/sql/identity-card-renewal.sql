select person_ref, province_code, receives, null::bigint as amount, null as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    case
      when issued < 12 and age >= 14 then 'child-card-due-since-14'
      when issued between 12 and 22 and age >= 25 then 'card-due-since-25'
      when issued between 23 and 37 and age >= 40 then 'card-due-since-40'
      when issued between 38 and 57 and age >= 60 then 'card-due-since-60'
    end as matched_row
  from population_person p
  cross join lateral (
    select extract(year from age({day}, p.birth_date)) as age,
      extract(year from age(p.identity_card_issued_on, p.birth_date)) as issued) a
  where p.birth_date <= {day} and p.identity_card_issued_on is not null
) found
where matched_row is not null
