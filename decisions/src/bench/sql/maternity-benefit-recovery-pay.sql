select p.person_ref, p.province_code, p.receives,
  (l.value * 0.3 * least(p.recovery_days, most))::bigint as amount, 'ONCE' as periodicity,
  cause || case when p.recovery_days <= most then '-up-to-' else '-more-than-' end || most || '-days' as matched_row
from population_person p
join (values ('MULTIPLE_BIRTH', 'multiple-birth', 10), ('SURGERY', 'surgery', 7), ('OTHER', 'other-birth', 5))
  c (code, cause, most) on c.code = p.recovery_cause
join bench_law l on l.key = 'baseSalary' and l.province is null
  and p.recovery_start_date >= l.since and p.recovery_start_date < l.until
where p.recovery_start_date >= date '2025-07-01' and p.not_recovered_within_30_days and p.recovery_days > 0
