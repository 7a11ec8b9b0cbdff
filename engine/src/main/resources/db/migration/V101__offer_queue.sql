-- What is to be told of offers, in its order, without looking at all others: 1 that there is one,
-- 2 that one whose journey has begun is not true any more; null where there is nothing to tell.
alter table offer add column to_tell integer default 1;
-- 0 for what follows from something that has just happened to somebody, before all others.
alter table offer add column queue_rank integer default 1 not null;
update offer set to_tell = case
  when state = 'LIVE' and told_at is null then 1
  when state = 'WITHDRAWN' and journey_id is not null and void_told_at is null then 2
end;
create index offer_to_tell on offer (to_tell, attempts, queue_rank, made_at);
drop index offer_untold;
