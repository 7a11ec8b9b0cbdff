select person_ref, province_code, receives,
  case when school_kind = 'PUBLIC' then monthly_tuition else least(monthly_tuition, most) end::bigint
    as amount,
  'MONTHLY' as periodicity,
  case when school_kind = 'PUBLIC' then 'public-school-takes-no-tuition'
    else 'private-' || level
      || case when monthly_tuition <= most then '-paid-in-full' else '-up-to-the-amount-of-the-province' end
  end as matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    p.school_kind, p.monthly_tuition, s.level, coalesce(l.value, n.value) as most
  from population_person p
  cross join lateral (select coalesce(p.school_year_start, {day}) as key_date) a
  left join (values ('PRESCHOOL', 'preschool', 'Preschool'), ('PRIMARY', 'primary', 'Primary'),
      ('LOWER_SECONDARY', 'lower-secondary', 'LowerSecondary'),
      ('UPPER_SECONDARY', 'upper-secondary', 'UpperSecondary')) s (code, level, key)
    on s.code = p.school_level
  left join bench_law n on n.key = 'privateTuitionSupport' || s.key and n.province is null
    and key_date >= n.since and key_date < n.until
  left join bench_law l on l.key = 'privateTuitionSupport' || s.key and l.province = p.province_code
    and key_date >= l.since and key_date < l.until
  where p.school_kind in ('PUBLIC', 'PRIVATE') and key_date >= date '2025-08-01' and p.school_level <> 'HIGHER'
    and p.vietnamese_citizen_or_origin and p.monthly_tuition > 0
    and (p.school_level <> 'PRESCHOOL' or p.birth_date <= key_date - interval '3 months')
    and (p.school_kind = 'PUBLIC' or p.school_level <> 'CONTINUING')
) found
