select p.person_ref, p.province_code, p.receives, l.value::bigint as amount, 'ONCE' as periodicity,
  'poor-household-in-a-difficult-commune' as matched_row
from population_person p
join bench_law l on l.key = 'ethnicMinorityBirthSupport' and l.province is null
  and p.birth_date >= l.since and p.birth_date < l.until
where p.birth_date >= date '2015-06-15' and p.minority_mother_or_minority_husband
  and p.household_poverty = 'POOR' and p.commune_class in ('DIFFICULT', 'SPECIALLY_DIFFICULT')
  and not p.mother_compulsory_insurance and p.population_policy_case <> 0
