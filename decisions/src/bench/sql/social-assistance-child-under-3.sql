select p.person_ref, p.province_code, p.receives, (1.5 * l.value)::bigint as amount, 'MONTHLY' as periodicity,
  case when p.household_poverty = 'POOR' then 'child-of-a-poor-household' else 'child-of-a-near-poor-household' end
    as matched_row
from population_person p
join bench_law_now l on l.key = 'socialAssistanceStandard' and l.province = p.province_code
where p.birth_date > {day} - interval '36 months' and p.birth_date <= {day}
  and p.household_poverty in ('POOR', 'NEAR_POOR') and p.commune_class = 'SPECIALLY_DIFFICULT'
  and not p.other_assistance_category
