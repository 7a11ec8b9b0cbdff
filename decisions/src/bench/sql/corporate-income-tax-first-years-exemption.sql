select person_ref, province_code, receives, null::bigint as amount, null as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    case
      when p.excluded_income then null
      when p.innovative_start_up then 'innovative-start-up-2-years-free'
      when not p.first_registration or p.formed_by_conversion or p.owner_active_elsewhere then null
      when p.months_since_old_firm_dissolved < 12 then null
      when p.enterprise_size in ('MICRO', 'SMALL', 'MEDIUM') then 'small-or-medium-firm-3-years-free'
    end as matched_row
  from population_person p
  where p.first_registration_date >= date '2025-05-17' and p.excluded_income is not null
    and p.innovative_start_up is not null and p.enterprise_size is not null
    and p.first_registration is not null and p.formed_by_conversion is not null
    and p.owner_active_elsewhere is not null
) found
where matched_row is not null
