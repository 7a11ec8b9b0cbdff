select p.person_ref, p.province_code, p.receives,
  case when p.course_months < 3 then least(p.course_fee_monthly * p.course_months, course.value)
    else least(p.course_fee_monthly, month.value) * least(p.course_months, 6) end::bigint as amount,
  'ONCE' as periodicity,
  case
    when p.course_months < 3 and p.course_fee_monthly * p.course_months <= course.value then 'short-course-whole-fee'
    when p.course_months < 3 then 'short-course-highest-support'
    else case when p.course_fee_monthly <= month.value then 'whole-fee' else 'highest-support' end
      || case when p.course_months <= 6 then '-up-to-6-months' else '-for-6-months' end
  end as matched_row
from population_person p
join bench_law month on month.key = 'trainingSupportLimit' and month.province is null
  and p.training_start_date >= month.since and p.training_start_date < month.until
join bench_law course on course.key = 'trainingSupportCourseLimit' and course.province is null
  and p.training_start_date >= course.since and p.training_start_date < course.until
where p.unemployment_months_in_24 >= 9 and p.course_fee_monthly > 0 and p.course_months > 0
