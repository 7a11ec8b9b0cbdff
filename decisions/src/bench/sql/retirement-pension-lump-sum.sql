select person_ref, province_code, receives, amount::bigint, 'ONCE' as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    case
      when p.contribution_years <= most then null
      when p.contribution_years - p.years_after_legal_age < most
        then 2 * (p.contribution_years - most) * p.avg_salary_career
      when p.years_after_legal_age = 0
        then floor((p.contribution_years - most) * p.avg_salary_career / 2.0)
      when p.years_after_legal_age > 0
        then floor((p.contribution_years - p.years_after_legal_age - most) * p.avg_salary_career / 2.0)
          + 2 * p.years_after_legal_age * p.avg_salary_career
    end as amount,
    case when p.sex = 'M' then 'man' else 'woman' end
      || case
        when p.contribution_years - p.years_after_legal_age < most then '-all-extra-years-after-legal-age'
        when p.years_after_legal_age = 0 then '-extra-years-before-legal-age'
        else '-extra-years-before-and-after-legal-age' end as matched_row
  from population_person p
  cross join lateral (select case when p.sex = 'M' then 35 else 30 end as most) a
  where p.sex in ('F', 'M') and p.contribution_years is not null and p.years_after_legal_age is not null
    and p.avg_salary_career is not null and {day} >= date '2025-07-01'
) found
where amount is not null
