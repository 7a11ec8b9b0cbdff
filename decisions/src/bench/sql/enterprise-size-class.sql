with law as (
  select max(value) filter (where key = 'microRevenueIndustry') as micro_revenue_industry,
    max(value) filter (where key = 'microRevenueTrade') as micro_revenue_trade,
    max(value) filter (where key = 'microCapital') as micro_capital,
    max(value) filter (where key = 'smallRevenueIndustry') as small_revenue_industry,
    max(value) filter (where key = 'smallCapitalIndustry') as small_capital_industry,
    max(value) filter (where key = 'smallRevenueTrade') as small_revenue_trade,
    max(value) filter (where key = 'smallCapitalTrade') as small_capital_trade,
    max(value) filter (where key = 'mediumRevenueIndustry') as medium_revenue_industry,
    max(value) filter (where key = 'mediumRevenueTrade') as medium_revenue_trade,
    max(value) filter (where key = 'mediumCapital') as medium_capital
  from bench_law
  where province is null and {day} >= since and {day} < until
)
select person_ref, province_code, receives, null::bigint as amount, null as periodicity, matched_row
from (
  select p.person_ref, p.province_code, p.receives,
    case
      when industry and employees > 200 or trade and employees > 100 then null
      when industry and employees <= 10 and revenue <= micro_revenue_industry then 'industry-micro-by-revenue'
      when trade and employees <= 10 and revenue <= micro_revenue_trade then 'trade-micro-by-revenue'
      when employees <= 10 and capital <= micro_capital then 'micro-by-capital'
      when industry and employees <= 100 and revenue <= small_revenue_industry then 'industry-small-by-revenue'
      when industry and employees <= 100 and capital <= small_capital_industry then 'industry-small-by-capital'
      when trade and employees <= 50 and revenue <= small_revenue_trade then 'trade-small-by-revenue'
      when trade and employees <= 50 and capital <= small_capital_trade then 'trade-small-by-capital'
      when industry and revenue <= medium_revenue_industry then 'industry-medium-by-revenue'
      when trade and revenue <= medium_revenue_trade then 'trade-medium-by-revenue'
      when capital <= medium_capital then 'medium-by-capital'
    end as matched_row
  from population_person p
  cross join lateral (
    select p.enterprise_sector = 'AGRICULTURE_INDUSTRY' as industry, p.enterprise_sector = 'TRADE_SERVICE' as trade,
      p.avg_insured_employees as employees, p.annual_revenue as revenue, p.total_capital as capital) a
  cross join law
  where p.enterprise_sector is not null and p.avg_insured_employees is not null
    and p.annual_revenue is not null and p.total_capital is not null
) found
where matched_row is not null
