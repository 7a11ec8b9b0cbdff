select person_ref, province_code, receives,
  case when nursery then lunch.value * months
    else meals.value * (months + extra_month) + case when own_housing then housing.value * (months + extra_month) else 0 end
  end::bigint as amount,
  'YEARLY' as periodicity,
  case when nursery then 'nursery-lunch'
    else 'meals-and-rice-of-boarding-pupils' || case when own_housing then ',housing-found-by-the-family' else '' end
      || case when extra_month = 1 then ',extra-month-before-grade-1' else '' end
      || case when extra_month = 1 and own_housing then ',extra-month-of-housing-before-grade-1' else '' end
  end as matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    key_date, p.boarding_situation = 'PRESCHOOL_LUNCH' as nursery,
    p.needs_own_housing as own_housing, least(p.school_months, 9) as months,
    case when p.school_level = 'PRIMARY' and p.ethnic_minority and p.grade_one_pre_vietnamese then 1 else 0 end
      as extra_month
  from population_person p
  cross join lateral (select coalesce(p.school_year_start, {day}) as key_date) a
  where p.commune_class = 'SPECIALLY_DIFFICULT' and p.school_months >= 1 and p.birth_date <= key_date
    and (p.boarding_situation = 'PRESCHOOL_LUNCH' and p.school_level = 'PRESCHOOL'
        and p.birth_date > key_date - interval '36 months'
      or p.boarding_situation = 'BOARDING_PUPIL'
        and p.school_level in ('PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY', 'CONTINUING')
        and (p.ethnic_minority or p.household_poverty = 'POOR')
        and (p.dangerous_road or p.school_distance_km
          >= case p.school_level when 'PRIMARY' then 4 when 'LOWER_SECONDARY' then 7 else 10 end))
) found
join bench_law lunch on lunch.key = 'nurseryLunchSupport' and key_date >= lunch.since and key_date < lunch.until
join bench_law meals on meals.key = 'boardingMealSupport' and key_date >= meals.since and key_date < meals.until
join bench_law housing on housing.key = 'boardingHousingSupport'
  and key_date >= housing.since and key_date < housing.until
