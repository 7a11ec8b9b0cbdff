select p.person_ref, p.province_code, p.receives,
  null::bigint as amount, null as periodicity, 'electric-car-first-time-free' as matched_row
from population_person p
where p.vehicle_declaration_date between date '2022-03-01' and date '2027-02-28'
  and p.vehicle_kind in ('CAR_UP_TO_9_SEATS', 'OTHER_CAR') and p.battery_electric and p.first_vehicle_registration
